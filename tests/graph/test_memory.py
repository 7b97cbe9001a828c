"""What was found in one state of the graph is never given in another."""

import time

import pytest

from graph.memory import SURE, Memory


def test_a_thing_is_looked_up_once_while_the_graph_stays_as_it_is() -> None:
    memory = Memory()
    memory.confirm(1)
    assert memory.recall("key", lambda: "first") == "first"
    assert memory.recall("key", lambda: "second") == "first"
    assert memory.recall("other", lambda: "second") == "second"


def test_it_is_looked_up_again_in_another_state_after_a_write_and_when_nobody_looked_at_the_state() -> None:
    memory = Memory()
    memory.confirm(1)
    assert memory.recall("key", lambda: "first") == "first"
    memory.confirm(2)
    assert memory.recall("key", lambda: "second") == "second"
    memory.forget()
    assert memory.recall("key", lambda: "third") == "third"
    assert memory.recall("key", lambda: "fourth") == "fourth"


def test_it_is_looked_up_again_when_the_last_look_at_the_state_is_long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    memory.confirm(1)
    memory.recall("key", lambda: "old")
    now = time.monotonic() + 2 * SURE
    monkeypatch.setattr(time, "monotonic", lambda: now)
    assert memory.recall("key", lambda: "new") == "new"


def test_what_was_found_while_the_graph_changed_is_not_kept_for_the_new_state() -> None:
    memory = Memory()
    memory.confirm(1)

    def meanwhile() -> str:
        memory.confirm(2)
        return "old"

    assert memory.recall("key", meanwhile) == "old"
    assert memory.recall("key", lambda: "new") == "new"


def test_an_error_is_not_kept() -> None:
    memory = Memory()
    memory.confirm(1)
    with pytest.raises(ZeroDivisionError):
        memory.recall("key", lambda: 1 // 0)
    assert memory.recall("key", lambda: 1) == 1
