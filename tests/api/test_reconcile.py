"""The Reconciliation API as OpenRefine asks it; every answer is held against the specification's schemas."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator

from tests.sample import ALDERMERE, BRADFORD, LEEDS, TRUST

SCHEMAS = Path(__file__).parent / "reconciliation_schemas"
DIRECTOR_AT_BRADFORD = "role/E08000032/director-of-childrens-services"


def held_against(name: str, value: Any) -> Any:
    """The value, once the schema of that name allows it."""
    schema = json.loads((SCHEMAS / f"{name}.json").read_text())
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(value)
    return value


def answered(client: httpx.Client, name: str, path: str, **parameters: str | int) -> Any:
    answer = client.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    assert answer.headers["access-control-allow-origin"] == "*"
    return held_against(name, answer.json())


def matched(client: httpx.Client, *queries: Any) -> list[list[Any]]:
    """Each query's candidates, sent as OpenRefine sends them."""
    batch = held_against("reconciliation-query-batch", {f"q{n}": query for n, query in enumerate(queries)})
    answer = client.post("/reconcile", data={"queries": json.dumps(batch)})
    assert answer.status_code == 200, answer.text
    assert answer.headers["access-control-allow-origin"] == "*"
    results = held_against("reconciliation-result-batch", answer.json())
    assert list(results) == list(batch)
    return [results[key]["result"] for key in batch]


def extended(client: httpx.Client, ids: list[str], *properties: str) -> Any:
    asked = {"ids": ids, "properties": [{"id": each} for each in properties]}
    query = json.dumps(held_against("data-extension-query", asked))
    answer = held_against("data-extension-response", client.post("/reconcile", data={"extend": query}).json())
    assert answer == client.get("/reconcile", params={"extend": query}).json()
    assert [each["id"] for each in answer["meta"]] == list(properties)
    return answer["rows"]


def features(candidate: Any) -> dict[str, Any]:
    return {each["id"]: each["value"] for each in candidate["features"]}


def refused(answer: httpx.Response, status: int = 422) -> str:
    """What a problem document says is wrong."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["access-control-allow-origin"] == "*"
    return str(answer.json()["detail"])


def test_the_manifest_says_where_everything_is(client: httpx.Client) -> None:
    manifest = answered(client, "manifest", "/reconcile")
    assert manifest["versions"] == ["0.2"]
    assert manifest["identifierSpace"] == "https://w3id.org/whoheld/id/"
    assert manifest["schemaSpace"] == "https://w3id.org/whoheld/ontology#"
    assert [each["id"] for each in manifest["defaultTypes"]] == ["Person", "Organisation", "Council", "Trust", "Role"]
    for service in (*manifest["suggest"].values(), manifest["extend"]["propose_properties"]):
        assert client.get(service["service_url"] + service["service_path"]).status_code == 200


@pytest.mark.parametrize("identity", [BRADFORD, BRADFORD.replace("/", "%2F")])
def test_the_addresses_of_view_and_preview_take_an_id_as_it_is_and_encoded(client: httpx.Client, identity: str) -> None:
    manifest = client.get("/reconcile").json()
    assert client.get(manifest["view"]["url"].replace("{{id}}", identity)).json()["name"] == "Bradford"
    assert "Bradford" in client.get(manifest["preview"]["url"].replace("{{id}}", identity)).text


def test_names_are_matched_to_the_one_that_has_exactly_that_name(client: httpx.Client) -> None:
    mark, council, misspelt, trust, nobody = matched(
        client,
        {"query": "mark douglas", "type": "Person"},
        {"query": "City of Bradford Metropolitan District Council", "type": ["Council"], "limit": 3},
        {"query": "Mark Duglas", "type": "Person"},
        {"query": "Children's Trust of Bradford"},
        {"query": "zzyzx qqq"},
    )
    assert (mark[0]["id"], mark[0]["match"], mark[0]["score"]) == ("person/mark-douglas", True, 100)
    assert mark[0]["type"] == [{"id": "Person", "name": "person"}]
    assert (council[0]["id"], council[0]["match"]) == (BRADFORD, True)
    assert [each["id"] for each in council[0]["type"]] == ["Council", "Organisation"]
    assert (misspelt[0]["id"], misspelt[0]["match"]) == ("person/mark-douglas", False)
    assert 80 < features(misspelt[0])["name_similarity"] < 100
    assert (trust[0]["id"], trust[0]["match"]) == (TRUST, True)
    assert nobody == []


def test_a_part_of_a_name_is_no_match_and_the_limit_holds(client: httpx.Client) -> None:
    both, one = matched(client, {"query": "Walker", "type": "Person"}, {"query": "Walker", "limit": 1})
    assert {each["id"] for each in both} == {"person/anna-walker", "person/steve-walker"}
    assert not any(each["match"] for each in both)
    assert len(one) == 1


def test_what_else_is_known_tells_namesakes_apart(client: httpx.Client) -> None:
    def asked(pid: str, value: Any) -> Any:
        return {"query": "Walker", "type": "Person", "properties": [{"pid": pid, "v": value}]}

    leeds, aldermere, by_id, by_role, several = matched(
        client,
        asked("organisation", "Leeds City Council"),
        asked("organisation", "Aldermere"),
        asked("organisation", {"id": LEEDS, "name": "Leeds"}),
        asked("role", "CEO"),
        asked("organisation", ["Nowhere", "E08000035"]),
    )
    for found, first in (
        (leeds, "steve"),
        (aldermere, "anna"),
        (by_id, "steve"),
        (by_role, "anna"),
        (several, "steve"),
    ):
        assert found[0]["id"] == f"person/{first}-walker"
        assert found[0]["score"] > found[1]["score"]
    assert features(leeds[0])["has_organisation"] is True
    assert features(leeds[1])["has_organisation"] is False


def test_a_name_whose_bearer_was_never_there_is_no_match(client: httpx.Client) -> None:
    def asked(organisation: str) -> Any:
        return {"query": "Mark Douglas", "properties": [{"pid": "organisation", "v": organisation}]}

    there, elsewhere, empty = matched(client, asked("Bradford"), asked("Leeds"), asked(""))
    assert [found[0]["match"] for found in (there, elsewhere, empty)] == [True, False, True]


def test_the_strictness_of_types(client: httpx.Client) -> None:
    anything, both, preferred = matched(
        client,
        {"query": "Bradford", "type": ["Person", "Council"]},
        {"query": "Bradford", "type": ["Organisation", "Trust"], "type_strict": "all"},
        {"query": "Bradford Council", "type": "Trust", "type_strict": "should"},
    )
    assert {each["type"][0]["id"] for each in anything} <= {"Person", "Council"}
    assert [each["id"] for each in both] == [TRUST]
    assert preferred[0]["match"] is False
    of_type = {each["id"]: features(each)["of_type"] for each in preferred}
    assert (of_type[TRUST], of_type[BRADFORD]) == (True, False)


def test_ids_are_found_as_names_are(client: httpx.Client) -> None:
    for written in (BRADFORD, f"https://w3id.org/whoheld/id/{BRADFORD}", "e08000032"):
        (found,) = matched(client, {"query": written})[0]
        assert (found["id"], found["match"]) == (BRADFORD, True)
    assert not any(each["match"] for each in matched(client, {"query": "council/nowhere"})[0])


def test_queries_are_answered_in_the_address_too(client: httpx.Client) -> None:
    batch = json.dumps({"a": {"query": "Leeds", "type": "https://w3id.org/whoheld/ontology#Council"}})
    found = answered(client, "reconciliation-result-batch", "/reconcile", queries=batch)
    assert (found["a"]["result"][0]["id"], found["a"]["result"][0]["match"]) == (LEEDS, True)


def test_a_query_without_a_name_finds_nothing(client: httpx.Client) -> None:
    assert matched(client, {"properties": [{"pid": "organisation", "v": "Leeds"}]}) == [[]]


@pytest.mark.parametrize(
    ("batch", "told"),
    [
        ("{", "can't be read"),
        ("[]", "object"),
        ("[" * 100_000, "can't be read"),
        ('{"a": {"query": 5}}', "a.query"),
        ('{"a": {"query": "x", "limit": 0}}', "a.limit"),
        ('{"a": {"query": "x", "colour": "red"}}', "a.colour"),
        ('{"a": {"query": "x", "type": "Cat"}}', "“Cat” is no class"),
        ('{"a": {"query": "x", "type_strict": "never"}}', "a.type_strict"),
        ('{"a": {"query": "x", "properties": [{"pid": "shoe", "v": "9"}]}}', "“shoe” is no property"),
        (json.dumps({"a": {"query": "x" * 501}}), "500"),
        (json.dumps({str(n): {"query": "x"} for n in range(51)}), "at most 50 queries, this one has 51"),
    ],
)
def test_a_batch_that_cant_be_used_is_refused_with_the_place(client: httpx.Client, batch: str, told: str) -> None:
    assert told in refused(client.post("/reconcile", data={"queries": batch}))


def test_other_bodies_are_refused(client: httpx.Client) -> None:
    refused(client.post("/reconcile", json={"queries": {}}), 415)
    refused(client.post("/reconcile", data={"nothing": "x"}))
    refused(client.post("/reconcile", data={"queries": "{}", "extend": "{}"}))
    refused(client.post("/reconcile", data={f"field{n}": "x" for n in range(11)}))


def test_a_body_that_is_too_large_is_refused(client: httpx.Client) -> None:
    assert client.post("/reconcile", data={"queries": "x" * 1_000_001}).status_code == 413


def test_entities_are_suggested(client: httpx.Client) -> None:
    found = answered(client, "suggest-entities-response", "/reconcile/suggest/entity", prefix="bradf")["result"]
    assert (found[0]["id"], found[0]["notable"][0]["id"]) == (BRADFORD, "Council")
    assert "City of Bradford Metropolitan District Council" in found[0]["description"]
    rest = answered(client, "suggest-entities-response", "/reconcile/suggest/entity", prefix="bradf", cursor=1)
    assert rest["result"] == found[1:]
    (by_id,) = answered(client, "suggest-entities-response", "/reconcile/suggest/entity", prefix=LEEDS)["result"]
    assert by_id["name"] == "Leeds"


def test_properties_and_types_are_suggested(client: httpx.Client) -> None:
    def ids(kind: str, schema: str, prefix: str) -> list[str]:
        found = answered(client, f"suggest-{schema}-response", f"/reconcile/suggest/{kind}", prefix=prefix)
        return [each["id"] for each in found["result"]]

    assert ids("property", "properties", "judg") == ["latestJudgement", "latestJudgementDate"]
    assert ids("property", "properties", "gssC") == ["gssCode"]
    assert ids("type", "types", "co") == ["Council"]
    assert len(ids("type", "types", "")) == 5
    assert ids("type", "types", "zz") == []
    refused(client.get("/reconcile/suggest/type", params={"cursor": "-1"}))


def test_the_preview_is_a_small_page_that_others_may_frame(client: httpx.Client) -> None:
    answer = client.get("/reconcile/preview", params={"id": BRADFORD})
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["access-control-allow-origin"] == "*"
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "frame-ancestors *" in policy
    assert "unsafe" not in policy
    for told in ("Bradford", "E08000032", "Posts held", "Mark Douglas", f'href="/entities/{BRADFORD}"'):
        assert told in answer.text
    refused(client.get("/reconcile/preview", params={"id": "council/nowhere"}), 404)


@pytest.mark.parametrize(
    ("label", "some"),
    [
        ("Person", {"organisation", "role", "post", "alternativeName"}),
        ("Council", {"gssCode", "alternativeName", "directorOfChildrensServices", "latestJudgement", "trust"}),
        ("Trust", {"council", "latestJudgement"}),
        ("Role", {"holder", "roleKind"}),
    ],
)
def test_properties_are_proposed_by_class(client: httpx.Client, label: str, some: set[str]) -> None:
    proposal = answered(client, "data-extension-property-proposal", "/reconcile/extend/propose", type=label)
    ids = [each["id"] for each in proposal["properties"]]
    assert some <= set(ids)
    assert proposal["type"] == label
    short = answered(client, "data-extension-property-proposal", "/reconcile/extend/propose", type=label, limit=1)
    assert ([each["id"] for each in short["properties"]], short["limit"]) == (ids[:1], 1)


def test_properties_of_no_class_are_refused(client: httpx.Client) -> None:
    refused(client.get("/reconcile/extend/propose", params={"type": "Cat"}))


def test_councils_are_extended(client: httpx.Client) -> None:
    wanted = (
        "gssCode",
        "directorOfChildrensServices",
        "latestJudgement",
        "latestJudgementDate",
        "trust",
        "organisation",
    )
    rows = extended(client, [BRADFORD, ALDERMERE, "council/nowhere"], *wanted)
    assert rows[BRADFORD] == {
        "gssCode": [{"str": "E08000032"}],
        "directorOfChildrensServices": [
            {"id": "person/gladys-rhodes-white", "name": "Gladys Rhodes White"},
            {"id": "person/mark-douglas", "name": "Mark Douglas"},
        ],
        "latestJudgement": [{"str": "inadequate"}],
        "latestJudgementDate": [{"str": "2018-09"}],
        "trust": [{"id": TRUST, "name": "children’s trust of Bradford"}],
        "organisation": [],
    }
    directors = [each["name"] for each in rows[ALDERMERE]["directorOfChildrensServices"]]
    assert (directors, rows[ALDERMERE]["gssCode"]) == (["Jane Okafor"], [])  # one was only planned
    assert rows["council/nowhere"] == {each: [] for each in wanted}


def test_people_trusts_and_posts_are_extended(client: httpx.Client) -> None:
    steve = extended(client, ["person/steve-walker"], "organisation", "role", "post")["person/steve-walker"]
    assert [each["id"] for each in steve["organisation"]] == [LEEDS, BRADFORD]
    assert [each["str"] for each in steve["role"]] == ["director of children's services", "commissioner"]
    assert [each["name"] for each in steve["post"]] == ["director of children's services at Leeds"]
    assert extended(client, [TRUST], "council")[TRUST]["council"] == [{"id": BRADFORD, "name": "Bradford"}]
    post = extended(client, [DIRECTOR_AT_BRADFORD], "holder", "soleHolder")[DIRECTOR_AT_BRADFORD]
    assert [each["name"] for each in post["holder"]] == ["Gladys Rhodes White", "Mark Douglas"]
    assert post["soleHolder"] == [{"str": "yes"}]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("{}", "ids"),
        (json.dumps({"ids": [], "properties": [{"id": "shoe"}]}), "“shoe” is no property"),
        (json.dumps({"ids": ["x"] * 101, "properties": []}), "100"),
    ],
)
def test_an_extension_that_cant_be_read_is_refused(client: httpx.Client, asked: str, told: str) -> None:
    assert told in refused(client.get("/reconcile", params={"extend": asked}))
