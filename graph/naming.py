"""What things are called by the documents that mention them, and those that none mentions any more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from neo4j import ManagedTransaction

from graph.database import rows
from graph.namekeys import PLACES_AND_KEYS
from graph.writing import Write

UNMENTIONED = """
MATCH (thing:Entity&!Fact) WHERE thing.id IN $ids AND NOT EXISTS { (thing)<-[:MENTIONS]-(:Document) }
RETURN thing.id AS id
"""
# What a new document calls a thing as another one does changes nothing; people have few mentions, and other forms too.
NAME = f"""
UNWIND $ids AS id
MATCH (thing:Entity {{id: id}})
WITH thing, thing.name AS was
CALL (thing) {{
  WITH thing
  WHERE $new IS NULL OR thing:Person OR NOT EXISTS {{
    MATCH (:Document {{id: $new}})-[own:MENTIONS]->(thing)
    MATCH (thing)<-[other:MENTIONS]-(:Document)
    WHERE other <> own AND other.nameGiven = own.nameGiven
      AND coalesce(other.formsGiven, []) = coalesce(own.formsGiven, [])
  }}
  MATCH (thing)<-[mention:MENTIONS]-(:Document)
  WITH thing, min(mention.nameGiven) AS name, collect(mention.formsGiven) AS given
  SET thing.name = name, thing.alternativeName =
    COLLECT {{ UNWIND given AS forms UNWIND forms AS form
      WITH DISTINCT form WHERE form <> name RETURN form ORDER BY form }}
}}
RETURN thing.id AS id, was, thing.name AS name, thing:Person AS person, {PLACES_AND_KEYS}
"""
DROP_ORPHANS = """
UNWIND $given.orphans AS id
MATCH (thing:Entity&!Fact {id: id})
WHERE NOT EXISTS { (thing)<-[:MENTIONS]-(:Document) }
  AND NOT EXISTS { (thing)<-[:POST_IN|NAMED_AT|SUCCEEDED_BY]-(:Entity) }
  AND NOT EXISTS { (thing)<-[]-(:PastFact) }
DETACH DELETE thing
"""


def name_things(transaction: ManagedTransaction, ids: Iterable[str], new: str | None) -> list[dict[str, Any]]:
    """Name things by what the documents that mention them call them: the barest name, and all other forms.

    `new` is the id of a document that the graph did not have before, where nothing else changed. Returns for each what
    it was and is called, and what `graph.namekeys` wants to know.
    """
    return rows(transaction, NAME, {"ids": sorted(ids), "new": new})


def unmentioned(transaction: ManagedTransaction, ids: Iterable[str]) -> set[str]:
    """Those of some things that no document mentions any more."""
    found = transaction.run(UNMENTIONED, ids=sorted(ids))
    return {record["id"] for record in found}


def orphans_dropped(ids: Iterable[str]) -> Write:
    """Without things that no document mentions any more: posts and people, their organisations, what succeeded them."""
    return Write((DROP_ORPHANS,) * 3, {"orphans": sorted(ids)})
