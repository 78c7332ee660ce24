"""The index of words: what is added is found, what is dropped is gone, and faults are seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select, text

from firsthand.case import index, index_check
from firsthand.case.casefile import Case
from firsthand.case.engine import is_sqlite, opened
from firsthand.case.query import parse
from firsthand.case.schema import PASSAGE


@pytest.fixture
def connection(case: Case) -> Iterator[Connection]:
    """A transaction on an empty case, never finished."""
    with case.store.engine.connect() as connection, connection.begin() as transaction:
        yield connection
        transaction.rollback()


def put(connection: Connection, *texts: str) -> None:
    """Passages 1, 2, 3..., indexed."""
    rows = [
        {
            "id": n,
            "report": "r",
            "position": n,
            "start": 0,
            "end": 1,
            "kind": "paragraph",
            "text": t,
        }
        for n, t in enumerate(texts, 1)
    ]
    connection.execute(insert(PASSAGE), rows)
    index.add(connection, list(enumerate(texts, 1)))


def found(connection: Connection, query: str) -> list[int]:
    asked = parse(query, "case")
    if asked.wanted:
        ids = index.matching(connection, asked.wanted, asked.unwanted)
    else:
        ids = select(PASSAGE.c.id).where(*index.lacking(connection, PASSAGE.c.id, asked.unwanted))
    return sorted(connection.scalars(ids))


def faults(connection: Connection) -> Sequence[str]:
    return list(index_check.faults(connection))


FOUND: tuple[tuple[str, list[int]], ...] = (
    ("harbour", [1, 2]),
    ("HARBOUR café", [2]),
    ("harb*", [1, 2, 3]),
    ('"harbour shed"', [1]),
    ('"shed harbour"', []),
    ("lantern's", [3]),
    ("lantern", [3, 4]),
    ("lant-s*", []),
    ("lantern-s*", [3]),
    ('"s harbinger"', [3]),
    ("harb* -harbour", [3]),
    ("-harb*", [4]),
    ('-"harbour shed" -lantern', [2]),
    ("harb", []),
    ("and or not near", []),
)


def test_words_phrases_and_beginnings_are_found(connection: Connection) -> None:
    said = ("The harbour shed.", "Cafe\u0301 at the Harbour", "Lantern’s harbinger", "a lantern")
    put(connection, *said)
    for query, ids in FOUND:
        assert found(connection, query) == ids, query


def test_what_is_dropped_or_cleared_is_not_found(connection: Connection) -> None:
    put(connection, "quay one", "quay two", "quay three")
    index.drop(connection, [1, 3])
    index.drop(connection, [])
    assert found(connection, "quay") == [2]
    index.clear(connection)
    assert found(connection, "quay") == []


def test_a_passage_without_words_is_found_where_no_word_is_asked_for(
    connection: Connection,
) -> None:
    put(connection, "…", "quay")
    index.add(connection, [])
    assert found(connection, "-quay") == [1]
    assert faults(connection) == []


def test_a_passage_may_be_as_long_as_a_report(connection: Connection) -> None:
    """Over 16,383 words, over 256 of one, and over a megabyte of different ones."""
    numbers = [f"n{n:07d}" for n in range(160_000)]
    put(connection, " ".join(("quay " * 20_000, "port guards", *numbers, "shed")), "quay shed")
    assert found(connection, "quay shed") == [1, 2]
    assert found(connection, "n0000001 n0159999") == [1]
    assert found(connection, '"n0079999 n0080000 n0080001" shed') == [1]
    assert found(connection, '"quay port guards"') == [1]
    assert found(connection, "quay -n0159999") == [2]
    assert found(connection, "n015999*") == [1]
    assert faults(connection) == []


def test_words_too_long_for_a_store_are_found_by_their_beginning(connection: Connection) -> None:
    put(connection, "𐐀" * 3000 + " quay", "x" * 300)
    assert found(connection, "𐐀" * 2999) == [1]
    assert found(connection, "x" * 300 + "y") == [2]


def test_a_query_may_be_long(connection: Connection) -> None:
    put(connection, " ".join(f"w{n}" for n in range(1000)))
    assert found(connection, " ".join(f"w{n}" for n in range(100))) == [1]
    assert found(connection, '"' + " ".join(f"w{n}" for n in range(1000)) + '"') == [1]
    assert found(connection, "w0 " + " ".join(f"-v{n}*" for n in range(99))) == [1]


def _forget_one(connection: Connection) -> None:
    index.drop(connection, [2])


def _keep_one_too_many(connection: Connection) -> None:
    connection.execute(PASSAGE.delete().where(PASSAGE.c.id == 2))


def _say_something_else(connection: Connection) -> None:
    connection.execute(PASSAGE.update().where(PASSAGE.c.id == 2).values(text="the quays"))


@pytest.mark.parametrize("damage", [_forget_one, _keep_one_too_many, _say_something_else])
def test_an_index_that_is_not_of_the_passages_is_seen(
    connection: Connection, damage: Callable[[Connection], None]
) -> None:
    put(connection, "the quay", "the shed")
    assert faults(connection) == []
    damage(connection)
    assert faults(connection)


def test_an_index_that_does_not_find_a_word_it_should_is_seen(connection: Connection) -> None:
    put(connection, "the quay", "the shed")
    if is_sqlite(connection):
        connection.execute(PASSAGE.update().where(PASSAGE.c.id == 2).values(text="the crate"))
        connection.execute(text("UPDATE words_content SET c0 = 'the crate' WHERE id = 2"))
    else:
        connection.execute(text("UPDATE words SET lexemes = 'the'::tsvector"))
    assert faults(connection)


def test_a_case_that_may_only_be_read_can_be_checked(case: Case) -> None:
    with case.store.writing() as connection:
        put(connection, "the quay")
    store = opened(case.store.at, read_only=True)
    with store.reading() as connection:
        assert faults(connection) == []
    store.close()


def test_nothing_of_what_was_dropped_stays_in_the_file(tmp_path: Path) -> None:
    """SQLite keeps dropped words in its index until that is merged, which `scrub` does."""
    where = tmp_path / "a.case"
    with Case.new(where, author="Ada") as case:
        for n in range(40):
            with case.store.writing() as connection:
                index.add(
                    connection, [(n, f"quay varnholt{n} shed" if n == 7 else f"quay crew{n}")]
                )
        with case.store.writing() as connection:
            index.drop(connection, [7])
            index.scrub(connection)
        with case.store.bare() as connection:
            connection.exec_driver_sql("VACUUM")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"crew8" in left
    assert b"varnholt" not in left
    assert b"arnholt" not in left
