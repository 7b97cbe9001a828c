"""Keys of people's names, by which those of one name, and of like names at one organisation, are found without a look
at everybody: nodes beside the graph, as the lock is, which no query on people or facts shows.

A `NameKey` is `NAME_OF` the people whose name in plain letters it is, or `KEY_OF` those named at a place with a
surname that begins, or has a word, like that. Each person has one `NAME_OF`, so that it is quick to see whether any
is without; should the keys of `graph.likeness` change, these two are to be named anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from neo4j import ManagedTransaction

from graph.database import Database, rows
from graph.likeness import name_key, surname_keys

BATCH = 1000
UNKEYED = "RETURN COUNT { (:Person) } <> COUNT { ()-[:NAME_OF]->() } AS some"
WITHOUT = "MATCH (person:Person) WHERE NOT EXISTS { (person)<-[:NAME_OF]-() } RETURN person.id AS id LIMIT $limit"
PLACES_AND_KEYS = """
  [(thing)-[:NAMED_AT]->(place:Organisation) | place.id] AS places,
  [(thing)<-[:NAME_OF|KEY_OF]-(key:NameKey) | key.id] AS keys
"""
KEYED = f"""
UNWIND $ids AS id
MATCH (thing:Person {{id: id}})
RETURN id, thing.name AS name, {PLACES_AND_KEYS}
"""
UNKEY = """
MATCH (thing)<-[edge:NAME_OF|KEY_OF]-(key:NameKey) WHERE thing.id IN $ids AND (thing:Person OR thing:FormerEntity)
DELETE edge
WITH DISTINCT key
WHERE NOT EXISTS { (key)-[:NAME_OF|KEY_OF]->() }
DELETE key
"""
KEY = """
UNWIND $rows AS row
MATCH (person:Person {id: row.id})
CALL (person, row) {
  MERGE (key:NameKey {id: row.name})
  MERGE (key)-[:NAME_OF]->(person)
}
CALL (person, row) {
  UNWIND row.keys AS given
  MERGE (key:NameKey {id: given.id}) SET key.place = given.place, key.word = given.word
  MERGE (key)-[:KEY_OF]->(person)
}
"""


def key_people(transaction: ManagedTransaction, people: Iterable[dict[str, Any]]) -> None:
    """Give people, of whom `KEYED` or more is known, the keys of their names and places; who has them stays as is."""
    found = [(row, _wanted(row)) for row in people]
    changed = [wanted for row, wanted in found if _ids(wanted) != set(row["keys"])]
    if changed:
        unkey_people(transaction, [row["id"] for row in changed])
        transaction.run(KEY, rows=changed).consume()


def unkey_people(transaction: ManagedTransaction, ids: Iterable[str]) -> None:
    """Take the keys from people, and out of the graph where they are nobody else's."""
    transaction.run(UNKEY, ids=sorted(ids)).consume()


def key_everybody(database: Database) -> None:
    """Give keys to people whom an earlier version of whoheld stored without."""
    if database.read(UNKEYED)[0]["some"]:
        while ids := [row["id"] for row in database.read(WITHOUT, {"limit": BATCH})]:
            database.write(partial(_key_some, ids=ids))


def _key_some(transaction: ManagedTransaction, ids: list[str]) -> None:
    key_people(transaction, rows(transaction, KEYED, {"ids": ids}))


def _wanted(row: dict[str, Any]) -> dict[str, Any]:
    """The keys of a person; of one without a place, by `place` "", what to look for at those of others."""
    keys = [
        {"id": f"{place}|{word}", "place": place, "word": word}
        for place in row["places"] or [""]
        for word in sorted(surname_keys(row["name"]))
    ]
    return {"id": row["id"], "name": f"={name_key(row['name'])}", "keys": keys}


def _ids(wanted: dict[str, Any]) -> set[str]:
    return {wanted["name"], *(each["id"] for each in wanted["keys"])}
