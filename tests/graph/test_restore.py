"""An export into an empty graph makes the same graph, and keeps the shapes."""

from pathlib import Path

import pytest
from rdflib import Dataset
from rdflib.compare import isomorphic, to_isomorphic

from graph.database import Database
from graph.export import export
from graph.load import load
from graph.restore import UnreadableExport, restore
from ingest.rdf import check, to_dataset
from tests.graph.conftest import clear
from tests.sample import readings


def _dataset(content: bytes, output_format: str) -> Dataset:
    return Dataset().parse(data=content, format=output_format)


@pytest.mark.parametrize(
    ("output_format", "ending", "parser"), [("nquads", "nq", "nquads"), ("jsonld", "jsonld", "json-ld")]
)
def test_what_was_exported_comes_back_as_the_same_graph(
    database: Database, tmp_path: Path, output_format: str, ending: str, parser: str
) -> None:
    for reading in readings():
        load(database, to_dataset(reading))
    whole = b"".join(export(database, output_format))
    path = tmp_path / f"export.{ending}"
    path.write_bytes(whole)
    clear(database)
    assert len(restore(database, path)) == len(readings())
    again = b"".join(export(database, output_format))
    one, other = _dataset(whole, parser), _dataset(again, parser)
    names = {graph.identifier for graph in one.graphs()}
    assert names == {graph.identifier for graph in other.graphs()}
    for name in names:
        assert isomorphic(to_isomorphic(one.graph(name)), to_isomorphic(other.graph(name))), name
    check(other)
    assert all(each.unchanged for each in restore(database, path))


def test_what_is_no_export_is_refused_by_name(database: Database, tmp_path: Path) -> None:
    for name, text in (("empty.nq", ""), ("broken.nq", "no quads"), ("other.ttl", "")):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        with pytest.raises(UnreadableExport, match=name):
            restore(database, path)
