"""What the documents promise is what there is."""

import re
from pathlib import Path

from graph.catalogue import catalogue
from graph.ontology import names

PROJECT = Path(__file__).resolve().parents[1]
GUIDE = (PROJECT / "docs" / "graph.md").read_text()
README = (PROJECT / "README.md").read_text()


def test_the_guide_to_the_graph_names_every_relationship_of_the_ontology() -> None:
    """A developer who reads the guide can write any pattern."""
    assert {each.type for each in names().relationships.values()} <= set(re.findall(r"\b[A-Z_]{4,}\b", GUIDE))


def test_the_guide_to_the_graph_names_no_label_that_is_not_there() -> None:
    """Labels in its Cypher exist."""
    used = set(re.findall(r"\(\w*:(\w+)", GUIDE + README))
    assert used
    assert used <= set(names().labels)


def test_the_readme_asks_queries_that_exist() -> None:
    """The commands of the readme can be typed as they stand."""
    asked = set(re.findall(r"(?:whoheld query |/queries/)([a-z-]+)", README))
    assert asked
    assert asked <= set(catalogue())


def test_links_in_the_documents_lead_somewhere() -> None:
    """No link to a file that is not there."""
    for page in (PROJECT / "README.md", PROJECT / "CHANGELOG.md", *(PROJECT / "docs").glob("*.md")):
        for target in re.findall(r"\]\((?!http|#)([^)#]+)", page.read_text()):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
