"""The pages about all of it: what they promise is so."""

import re
from html import unescape
from pathlib import Path

import httpx

from api.routes.about import FOUND, RIGHT
from api.suggestions import questions

ACCURACY = Path(__file__).parents[2] / "docs" / "accuracy.md"


def _page(client: httpx.Client, path: str) -> str:
    answer = client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    return unescape(answer.text)


def test_the_accuracy_told_is_the_one_measured(client: httpx.Client) -> None:
    precision, recall = re.findall(r"^\| set aside \| ([\d.]+) \| ([\d.]+)", ACCURACY.read_text(), re.MULTILINE)[0]
    assert abs(RIGHT - 100 * float(precision)) <= 3, "change the figures in api/routes/about.py"
    assert abs(FOUND - 100 * float(recall)) <= 3, "change the figures in api/routes/about.py"
    assert f"about {RIGHT} are right" in _page(client, "/about")


def test_dates_are_explained_by_examples(client: httpx.Client) -> None:
    text = _page(client, "/about")
    assert "<td>about June 2019</td><td><code>2019-06~</code></td>" in text


def test_conflicts_are_shown_with_the_words_that_disagree(client: httpx.Client) -> None:
    text = _page(client, "/conflicts")
    assert "September 2018 or October 2018" in text
    assert "after an inspection in September 2018." in text
    assert "which was rated inadequate in October 2018." in text
    assert "No such conflict is known" in _page(client, "/conflicts?state=open&kind=holders")


def test_a_kind_of_conflict_that_there_is_not_is_a_problem_in_words(client: httpx.Client) -> None:
    answer = client.get("/conflicts?kind=cheese", headers={"Accept": "text/html"})
    assert answer.status_code == 422
    assert "is none of start, end" in unescape(answer.text)


def test_every_question_offered_for_a_thing_is_answered(tale_client: httpx.Client) -> None:
    named = {
        "Person": "Ada Finch",
        "Council": "Thornby Council",
        "Trust": "Thornby Children's Trust",
        "Organisation": "Department for Education",
    }
    for label, name in named.items():
        assert questions()[label]
        for form in questions()[label]:
            asked = tale_client.get("/ask", params={"q": form.replace("{}", name)}).json()
            assert asked["query"], form


def test_a_query_has_an_address_that_stays(client: httpx.Client) -> None:
    text = _page(client, "/queries/who-held?organisation=Bradford")
    (kept,) = re.findall(r'href="([^"]+)" rel="bookmark"', text)
    assert "organisation=council%2FE08000032" in kept
    assert "Mark Douglas" in _page(client, kept)
