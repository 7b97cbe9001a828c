"""Run by the Python of the client's own environment: matches a table read from standard input, writes rows of JSON."""

import json
import sys

import pandas as pd
from reconciler import reconcile

asked = json.load(sys.stdin)
table = pd.DataFrame(asked["table"])
matched = reconcile(
    table[asked["column"]],
    type_id=asked["type"],
    top_res=asked["best"],
    property_mapping={name: table[column] for name, column in asked["properties"].items()} or None,
    reconciliation_endpoint=asked["address"],
)
matched.to_json(sys.stdout, orient="records")
