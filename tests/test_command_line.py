"""What somebody sees who types the commands of the readme, on a graph of their own made from the examples."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rdflib import Dataset

from graph.resolve import Decision
from graph.server import ensure_running
from ingest.reading import documents_in, read

PROJECT = Path(__file__).resolve().parents[1]
EXAMPLES = PROJECT / "examples"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def whoheld(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """The command, on a graph of its own; its server is kept between calls."""
    home = tmp_path_factory.mktemp("command-line-home")

    def run(*arguments: str | Path, answers: str | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "whoheld", *map(str, arguments)]
        environment = {**os.environ, "WHOHELD_HOME": str(home), "COLUMNS": "160", "NO_COLOR": "1"}
        return subprocess.run(
            command,
            cwd=PROJECT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
            input=answers,
        )

    with ensure_running(home):
        yield run


@pytest.fixture(scope="module")
def loaded(whoheld: Run) -> subprocess.CompletedProcess[str]:
    """The examples, read once."""
    return whoheld("ingest", "examples")


def test_reading_the_examples_says_what_was_found(loaded: subprocess.CompletedProcess[str]) -> None:
    """Documents, claims by kind, facts and problems, and success."""
    assert loaded.returncode == 0, loaded.stderr
    assert re.search(r"documents\s+6 loaded, 0 of them unchanged", loaded.stdout)
    assert re.search(r"claims\s+\d+ \(\d+ direction, \d+ inspection, \d+ tenure, \d+ trust\)", loaded.stdout)
    assert re.search(r"problems\s+0", loaded.stdout)


def test_reading_them_again_changes_nothing(whoheld: Run, loaded: subprocess.CompletedProcess[str]) -> None:
    """A second run is harmless."""
    again = whoheld("ingest", "examples")
    assert "6 loaded, 6 of them unchanged" in again.stdout
    assert "+0 new, ~0 changed, −0 gone" in again.stdout


def test_who_held_the_post_and_nobody_else(whoheld: Run, loaded: subprocess.CompletedProcess[str]) -> None:
    """The question that the project is for, answered from six documents that spell one name in two ways."""
    answer = whoheld("query", "who-held", "-p", "organisation=Bradford", "-p", "role=DCS", "--format", "json")
    rows = json.loads(answer.stdout)["rows"]
    held = {row["person"]: (row["start"], row["end"], row["interim"]) for row in rows}
    assert held == {
        "Gladys Rhodes White": (None, "2019-07-01", True),
        "Mark Douglas": ("2019-07-01", "2021-10", False),
    }
    assert all(source["quote"] for row in rows for source in row["sources"])
    assert any("Marc Douglas" in source["quote"] for source in rows[1]["sources"])


def test_a_commissioner_who_had_a_career_elsewhere(whoheld: Run, loaded: subprocess.CompletedProcess[str]) -> None:
    """A person's posts at two councils are one career."""
    rows = json.loads(whoheld("query", "career", "-p", "person=Steve Walker", "-f", "json").stdout)["rows"]
    posts = {(row["role"], row["organisation"]): (row["start"], row["end"]) for row in rows}
    assert posts["director of children's services", "Leeds City Council"] == ("2016", "2020")
    assert posts["commissioner", "Bradford Council"][0] == "2021-09"


def test_the_question_in_words_is_answered_with_quotes(whoheld: Run, loaded: subprocess.CompletedProcess[str]) -> None:
    """A table for people: names, dates in words, and the words that say so."""
    asked = whoheld("ask", "who held DCS at Bradford when")
    assert asked.returncode == 0, asked.stderr
    assert "Understood" in asked.stderr
    for shown in ("Gladys Rhodes White", "Mark Douglas", "1 July 2019", "October 2021", "“"):
        assert shown in asked.stdout


def test_a_question_that_cannot_be_answered_says_why(whoheld: Run, loaded: subprocess.CompletedProcess[str]) -> None:
    """It never guesses silently."""
    asked = whoheld("ask", "what is the weather in Bradford")
    assert asked.returncode == 1
    assert "Not understood" in asked.stderr
    assert asked.stdout == ""


def test_rows_for_a_spreadsheet(whoheld: Run, loaded: subprocess.CompletedProcess[str]) -> None:
    """CSV has the declared columns in their order."""
    printed = whoheld("query", "inspections", "-p", "organisation=Bradford", "-f", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert {row["judgement"] for row in rows} >= {"inadequate"}
    assert "2020-02-25" in {row["date"] for row in rows}


def test_an_unknown_name_gets_the_nearest_ones(whoheld: Run, loaded: subprocess.CompletedProcess[str]) -> None:
    """One sentence, no traceback."""
    asked = whoheld("query", "who-held", "-p", "organisation=Bradfrod")
    assert asked.returncode == 1
    assert "Bradford" in asked.stderr
    assert "Traceback" not in asked.stderr


def test_a_file_that_cannot_be_read_does_not_stop_the_others(whoheld: Run, tmp_path: Path) -> None:
    """Exit code 1 with the list; what could be read is in the graph."""
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 not really")
    (tmp_path / "aldermere_note.txt").write_text(
        "Published: 03/03/2020\n\nPriya Shah is chief executive of Aldermere Council.\n"
    )
    result = whoheld("ingest", tmp_path)
    assert result.returncode == 1
    assert "broken.pdf" in result.stderr
    assert "1 loaded" in result.stdout
    assert "Priya Shah" in whoheld("query", "career", "-p", "person=Priya Shah").stdout


def test_two_files_of_one_name_are_refused_rather_than_lost(whoheld: Run, tmp_path: Path) -> None:
    """A document goes by its file's name: the second would silently replace the first."""
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "note.txt").write_text(f"Nothing much happened in {folder}.")
    result = whoheld("ingest", tmp_path)
    assert result.returncode == 1
    assert "rename one of the two" in " ".join(result.stderr.split())


def test_claims_as_lines_quote_their_documents(whoheld: Run, tmp_path: Path) -> None:
    """Each quote is verbatim, at its offsets; the file has nothing else."""
    output = tmp_path / "claims.jsonl"
    assert whoheld("extract", "examples", "--output", output).returncode == 0
    texts = {path.stem: read(path).text for path in documents_in([EXAMPLES])}
    claims = [json.loads(line) for line in output.read_text().splitlines()]
    assert {claim["type"] for claim in claims} == {"tenure", "inspection", "direction", "trust"}
    for claim in claims:
        assert texts[claim["document"]][claim["start_offset"] : claim["end_offset"]] == claim["quote"]


def test_a_picture_is_one_file_without_network(
    whoheld: Run, loaded: subprocess.CompletedProcess[str], tmp_path: Path
) -> None:
    """It loads nothing from anywhere."""
    output = tmp_path / "bradford.html"
    assert whoheld("picture", "Bradford", "--output", output).returncode == 0
    page = output.read_text()
    assert "Mark Douglas" in page
    assert not re.search(r"""<(?:script|link|img|iframe)[^>]+(?:src|href)=["']?(?:https?:)?//""", page)


@pytest.mark.parametrize(("name", "parser"), [("turtle", "turtle"), ("nquads", "nquads"), ("jsonld", "json-ld")])
def test_the_graph_leaves_as_rdf(
    whoheld: Run, loaded: subprocess.CompletedProcess[str], tmp_path: Path, name: str, parser: str
) -> None:
    """Every serialisation is read by rdflib and names the director."""
    output = tmp_path / "graph.rdf"
    assert whoheld("export", "--format", name, "--output", output).returncode == 0
    dataset = Dataset()
    dataset.parse(output, format=parser)
    assert any(str(value) == "Mark Douglas" for _, _, value, _ in dataset.quads())


def test_help_tells_every_command(whoheld: Run) -> None:
    """A stranger finds the way from --help alone."""
    shown = whoheld("--help").stdout
    assert all(
        name in shown for name in ("extract", "ingest", "query", "ask", "picture", "export", "serve", "database")
    )


def test_each_document_taken_out_and_put_back_leaves_the_graph_as_it_was(
    whoheld: Run, loaded: subprocess.CompletedProcess[str], tmp_path: Path
) -> None:
    """Forgetting is exact, and told."""
    before, after = tmp_path / "before.nq", tmp_path / "after.nq"
    whoheld("export", "--format", "nquads", "--output", before)
    gone = whoheld("retract", "2022-02_local_news", "2019-07_council_press")
    assert gone.returncode == 0, gone.stderr
    assert "−" in gone.stdout
    assert "2019-07_council_press" in gone.stdout
    assert whoheld("export", "--format", "nquads", "--output", after).returncode == 0
    assert len(after.read_bytes()) < len(before.read_bytes())
    assert "−" in whoheld("history", "Bradford").stdout
    again = whoheld("ingest", "examples")
    assert "4 of them unchanged" in again.stdout
    whoheld("export", "--format", "nquads", "--output", after)
    assert after.read_bytes() == before.read_bytes()
    unknown = whoheld("retract", "nothing")
    assert (unknown.returncode, unknown.stderr) == (
        1,
        "error: The graph has no “document/nothing”: give the id of a document that was loaded\n",
    )


def test_claims_made_by_hand_and_exports_are_loaded(whoheld: Run, tmp_path: Path) -> None:
    """Somebody else's claims come in with their documents, and say who made them."""
    page, claims = tmp_path / "note.txt", tmp_path / "claims.jsonl"
    quote = "Zelda Quaintance ran children’s services in Thornby from 2011 to 2013."
    page.write_text(f"A note\n3 May 2014\n{quote}\n", encoding="utf-8")
    told = {"type": "tenure", "person": "Zelda Quaintance", "role": "director of children's services"}
    told |= {"org": "Thornby Council", "start": "2011", "end": "2013", "status": "ended", "document": "note"}
    claims.write_text(json.dumps({**told, "quote": quote}) + "\n", encoding="utf-8")
    ingested = whoheld("ingest", "--claims", claims, "--by", "Jo Reader", page)
    assert ingested.returncode == 0, ingested.stderr
    assert (
        "+ Zelda Quaintance, director of children's services at Thornby Council, 2011–2013"
        in ingested.stdout.replace("2011 – 2013", "2011–2013")
    )
    claims.write_text(json.dumps({**told, "quote": "She ran it."}) + "\n", encoding="utf-8")
    refused = whoheld("ingest", "--claims", claims, page)
    assert refused.returncode == 1
    assert "claims.jsonl, line 1: quote: note.txt does not have the words" in refused.stderr
    rows = json.loads(whoheld("query", "who-held", "-p", "organisation=Thornby", "-f", "json").stdout)["rows"]
    assert [row["person"] for row in rows] == ["Zelda Quaintance"]
    whole = tmp_path / "graph.nq"
    whoheld("export", "--format", "nquads", "--output", whole)
    assert "note" in whoheld("retract", "note").stdout
    restored = re.search(r"(\d+) documents, (\d+) of them unchanged", whoheld("ingest", whole).stdout)
    assert restored and int(restored[1]) == int(restored[2]) + 1
    assert "note" in whoheld("retract", "note").stdout


def test_unsure_pairs_are_decided_on_in_the_terminal_and_undone(whoheld: Run, tmp_path: Path) -> None:
    """Two notes name one person at two councils; nothing joins them until somebody does."""
    claims = tmp_path / "claims.jsonl"
    lines = []
    for name, council in (("here", "Thornby Council"), ("there", "Aldermere Council")):
        quote = f"Zelda Quaintance, director of children’s services at {council}, said so."
        (tmp_path / f"{name}.txt").write_text(f"A note\n3 May 2014\n{quote}\n", encoding="utf-8")
        told = {"type": "tenure", "person": "Zelda Quaintance", "role": "director of children's services"}
        lines.append(json.dumps({**told, "org": council, "as_of": "2014-05-03", "document": name, "quote": quote}))
    claims.write_text("\n".join(lines), encoding="utf-8")
    notes = (tmp_path / "here.txt", tmp_path / "there.txt")
    assert whoheld("ingest", "--claims", claims, *notes).returncode == 0
    assert "1 pair of names may be one person." in whoheld("review", "--list").stdout
    shown = whoheld("review", "--by", "Jo Reader", answers="s\nshe moved\n")
    assert shown.returncode == 0, shown.stderr
    for words in ("at two organisations, and nothing joins them", "Thornby Council, said so.”", "Zelda Quaintance at"):
        assert words in shown.stdout
    career = json.loads(whoheld("query", "career", "-p", "person=Zelda Quaintance", "-f", "json").stdout)["rows"]
    assert {row["organisation"] for row in career} == {"Thornby Council", "Aldermere Council"}
    assert "0 pairs of names" in whoheld("review", "--list").stdout
    undone = whoheld("review", "--undo", _decision("Thornby", "Aldermere"))
    assert undone.returncode == 0, undone.stderr
    assert "1 pair of names may be one person." in whoheld("review", "--list").stdout
    assert whoheld("retract", "here", "there").returncode == 0


def _decision(*councils: str) -> str:
    """The id of the decision by hand on the person of that name at two councils."""
    a, b = sorted(f"person/zelda-quaintance-of-{each.lower()}" for each in councils)
    return Decision(a, b, "same", "", 1.0, "Jo Reader").id


def test_the_schema_is_printed_for_those_who_write_cypher(whoheld: Run) -> None:
    """Without a database, and as the ontology has it."""
    printed = whoheld("schema").stdout
    assert "Tenure -->|HOLDER| Person" in printed
    assert "| `certainOn` | Tenure |" in printed
