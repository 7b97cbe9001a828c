"""The ontology is whole: it tells every term in words, has every name that the program uses, and knows a bad graph."""

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, URIRef

from graph.model import Reading
from graph.ontology import CONCEPT, WH, UnknownTerm, concepts, names, ontology
from graph.turn import LOCK
from ingest.resolution import post, trust

ROOT = Path(__file__).parents[2]
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.ConceptScheme, SH.NodeShape)
VOCABULARIES = {
    "W3C ORG": "http://www.w3.org/ns/org#",
    "PROV-O": "http://www.w3.org/ns/prov#",
    "OWL-Time": "http://www.w3.org/2006/time#",
    "SKOS": str(SKOS),
    "FOAF": "http://xmlns.com/foaf/0.1/",
    "schema.org": "https://schema.org/",
    "Web Annotation": "http://www.w3.org/ns/oa#",
}
CYPHER_LABEL = re.compile(r"(?<![\w'\"$.])(?:\w+)?:((?:[A-Z][a-z]\w*)(?:\|[A-Z][a-z]\w*)*)")
CYPHER_TYPE = re.compile(r"\[\w*:([A-Z_]+(?:\|[A-Z_]+)*)\]")
CYPHER_PROPERTY = re.compile(
    r"\b(?:claim|document|tenure|inspection|direction|delegation|person|role|organisation|fact|entity|node|trust|council)"
    r"\.([a-z]\w*)"
)
PAST = {"id", "knownBy", "knownFrom", "knownUntil", "version"}


def _ours(kind: URIRef) -> list[URIRef]:
    found = (each for each in ontology().subjects(RDF.type, kind) if isinstance(each, URIRef))
    return [each for each in found if each in WH or each in CONCEPT]


def _code() -> dict[str, str]:
    files = [path for room in ("graph", "ingest", "api") for path in sorted((ROOT / room).rglob("*.py"))]
    return {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in files}


def _cypher() -> dict[str, str]:
    """All Cypher with its header and its comments taken off."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "queries").rglob("*.cypher"))}
    return {name: re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL) for name, text in texts.items()}


def test_every_class_property_scheme_and_shape_is_told_in_words() -> None:
    terms = [term for kind in KINDS for term in _ours(kind)]
    untold = [
        term for term in terms if not (ontology().value(term, RDFS.label) and ontology().value(term, RDFS.comment))
    ]
    assert len(terms) > 100
    assert untold == []


def test_every_concept_has_a_notation_a_label_a_definition_and_a_class() -> None:
    listed = list(ontology().subjects(SKOS.inScheme))
    wanted = (SKOS.notation, SKOS.prefLabel, SKOS.definition)
    assert [each for each in listed if not all(ontology().value(each, part) for part in wanted)] == []
    classes = {ontology().value(each, RDF.type) for each in listed}
    assert all((each, RDFS.subClassOf, SKOS.Concept) in ontology() for each in classes if each)


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_the_ontology_stands_on(vocabulary: str) -> None:
    above = {str(each) for part in (RDFS.subClassOf, RDFS.subPropertyOf) for each in ontology().objects(None, part)}
    assert any(each.startswith(VOCABULARIES[vocabulary]) for each in above)


def test_every_term_that_the_ontology_mentions_is_one_that_it_defines() -> None:
    mentioned = {part for triple in ontology() for part in triple if isinstance(part, URIRef) and part in WH}
    assert [term for term in sorted(mentioned) if (term, RDF.type, None) not in ontology()] == []


def test_every_property_says_what_it_belongs_to_and_what_it_takes() -> None:
    classes = {*names().labels, "RoleKind"}
    for known in names().properties.values():
        assert known.of_relationship or set(known.domain) <= classes, known.name
        assert known.of_relationship or known.domain, known.name
    for relationship in names().relationships.values():
        assert relationship.domain and {*relationship.domain, relationship.range} <= classes, relationship.name


def test_every_date_as_known_of_a_fact_or_claim_has_bounds_beside_it() -> None:
    known = names().properties
    for name in ("start", "end", "date", "published", "asOf"):
        assert known[f"{name}Earliest"].domain == known[f"{name}Latest"].domain == known[name].domain


def test_every_name_that_code_takes_from_the_ontology_is_there() -> None:
    used = re.compile(r"\bWH\.(\w+)|\bWH\[\"(\w+)\"\]|relationships\[\"(\w+)\"\]|properties\[\"(\w+)\"\]")
    unknown = [
        (path, name)
        for path, text in _code().items()
        for found in used.findall(text)
        for name in found
        if name and (WH[name], RDF.type, None) not in ontology()
    ]
    assert unknown == []


def test_what_claims_are_about_is_a_property_of_the_ontology() -> None:
    about = {name for text in _code().values() for name in re.findall(r"\"(about[A-Z]\w+)\"", text)}
    assert {"aboutPerson", "aboutTrust"} <= about
    assert about <= names().relationships.keys()


def test_every_entity_that_resolution_makes_has_a_place_in_the_ontology() -> None:
    for entity in (trust("Aldermere Children's Trust"), post("adviser", trust("Aldermere Children's Trust"))):
        assert entity.label in names().labels
        assert entity.properties.keys() <= names().properties.keys() | names().relationships.keys()


def test_queries_use_no_label_relationship_or_property_beyond_the_ontology() -> None:
    types = {each.type for each in names().relationships.values()}
    known = (
        names().labels.keys() | {"PastFact", "FormerDocument", "FormerEntity", LOCK},
        types | {"SUPPORTS_THEN"},
        names().properties.keys() | PAST,
    )
    patterns = (CYPHER_LABEL, CYPHER_TYPE, CYPHER_PROPERTY)
    used: list[set[str]] = [set(), set(), set()]
    for name, text in _cypher().items():
        for pattern, have, seen in zip(patterns, known, used, strict=True):
            found = {each for group in pattern.findall(text) for each in group.split("|")}
            assert found <= have, f"{name}: {sorted(found - have)}"
            seen.update(found)
    assert all(len(seen) > 5 for seen in used)


def test_labels_of_a_class_go_up_to_the_widest() -> None:
    assert names().labels["Council"] == ("Council", "Organisation", "Entity")
    assert set(names().labels["Inspection"]) == {"Inspection", "Entity", "Fact"}
    assert names().relationships["inRole"].type == "IN_ROLE"
    assert "RoleKind" not in names().labels


def test_a_post_is_known_by_the_names_that_people_use() -> None:
    by_name = {name: each.notation for each in concepts("role") for name in (each.label, *each.alternatives)}
    director = "director of children's services"
    assert {by_name[name] for name in ("DCS", "strategic director of children's services")} == {director}
    assert by_name["council leader"] == "leader of the council"


def test_no_name_stands_for_two_concepts_of_a_list() -> None:
    for scheme in _ours(SKOS.ConceptScheme):
        found = concepts(scheme.removeprefix(CONCEPT))
        every = [name.lower() for each in found for name in {each.notation, each.label, *each.alternatives}]
        assert sorted(every) == sorted(set(every)), scheme


def test_posts_with_one_holder_at_a_time_say_so() -> None:
    sole = {each.notation: each.sole_holder for each in concepts("role")}
    assert sole["director of children's services"] and sole["leader of the council"]
    assert not sole["inspector"] and not sole["commissioner"]


def test_judgements_are_in_order_from_the_best() -> None:
    assert [each.notation for each in concepts("judgement")] == [
        "outstanding",
        "good",
        "adequate",
        "requires improvement",
        "inadequate",
    ]


def test_the_values_of_the_model_are_the_concepts_of_the_ontology() -> None:
    definitions = Reading.model_json_schema()["$defs"]
    for model, field, scheme in (
        ("TenureStatement", "status", "tenure-status"),
        ("TrustStatement", "status", "trust-status"),
        ("InspectionStatement", "kind", "inspection-kind"),
        ("DirectionStatement", "kind", "direction-kind"),
    ):
        notations = {each.notation for each in concepts(scheme)}
        assert set(definitions[model]["properties"][field]["enum"]) == notations


def test_an_unknown_list_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownTerm, match=r"no concept scheme “colour”; it has .*judgement"):
        concepts("colour")


def test_shapes_speak_to_people() -> None:
    shapes = Graph()
    for shape in _ours(SH.NodeShape):
        shapes += ontology().cbd(shape)
    rules = list(shapes.objects(None, SH.property))
    messages = [str(shapes.value(rule, SH.message)) for rule in rules]
    assert len(rules) > 30
    assert all(": " in message and len(message) > 30 for message in messages)
