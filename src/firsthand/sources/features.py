"""What a pair of mentions shows by its place and form, as numbers of rows of a table.

Training and run time share this file: the network is given nothing about a pair but these and
its own view of the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


class Form(IntEnum):
    """How words refer: by a name, by a noun, or by a pronoun."""

    NAME = 0
    NOUN = 1
    NOUNS = 2
    HE = 3
    SHE = 4
    THEY = 5
    IT = 6
    I = 7  # noqa: E741
    WE = 8
    YOU = 9
    OTHER = 10


_PRONOUNS: Final = {
    **dict.fromkeys("he him his himself".split(), Form.HE),
    **dict.fromkeys("she her hers herself".split(), Form.SHE),
    **dict.fromkeys("they them their theirs themselves themself".split(), Form.THEY),
    **dict.fromkeys("it its itself".split(), Form.IT),
    **dict.fromkeys("i me my mine myself".split(), Form.I),
    **dict.fromkeys("we us our ours ourselves".split(), Form.WE),
    **dict.fromkeys("you your yours yourself".split(), Form.YOU),
}
PRONOUNS: Final = frozenset(_PRONOUNS)
_BEFORE_OBJECT: Final = frozenset(
    "of by with to for from in on at against about between than and as after before under "
    "over".split()
)
_EDGES: Final = np.array([2, 4, 7, 11, 16, 24, 36, 54, 81, 120, 200, 400])
_CASES: Final = {"he": 0, "she": 0, "they": 0, "him": 1, "them": 1, "his": 2, "their": 2, "her": 2}

N_FORMS: Final = len(Form)
N_RELATIONS: Final = 5
"""Subject, object, oblique or of a noun, possessive, anything else."""
_DISTANCES: Final = 2 * (len(_EDGES) + 1)
_SENTENCES: Final = 6
_SIZES: Final = (_DISTANCES, _SENTENCES, N_FORMS * N_FORMS, 4, 4, 4 * 4, 8, 5, N_RELATIONS**2)
_STARTS: Final = np.concatenate([[0], np.cumsum(_SIZES)[:-1]])
ROWS: Final = int(sum(_SIZES))


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of each mention of a text by its place: arrays, one entry a mention.

    `at` is the number of its head word, `sentence` and `rank` (among the mentions of its
    sentence) count from 0, `case` is 0 subject, 1 object, 2 possessive, 3 unknown, `quoted`
    whether it stands between quotation marks, `led` whether a preposition or "and" comes before
    it, `owns` whether "'s" follows it, `times` how often its words came before
    it, `relation` its grammar (`N_RELATIONS`).
    """

    at: Ints
    sentence: Ints
    rank: Ints
    form: Ints
    case: Ints
    quoted: Ints
    led: Ints
    owns: Ints
    times: Ints
    relation: Ints


def form_of(word: str, tag: str = "") -> Form:
    """The form of a mention by its head word, and the word's part of speech if it is known."""
    found = _PRONOUNS.get(word.lower())
    if found is not None:
        return found
    if tag.startswith("NNP"):
        return Form.NAME
    if tag in ("NNS", "CD"):
        return Form.NOUNS
    return Form.NOUN if tag.startswith("NN") else Form.OTHER


def case_of(word: str) -> int:
    """0 subject, 1 object, 2 possessive, 3 unknown."""
    return _CASES.get(word.lower(), 3)


def is_led(word_before: str) -> bool:
    """Whether the word before a mention makes it anything but a subject."""
    return word_before.lower() in _BEFORE_OBJECT


def pair_rows(seen: Seen, of: int, others: Ints) -> Ints:
    """The rows of the table for the mention `of` and each of `others`: (others, features)."""
    gap = seen.at[of] - seen.at[others]
    size = np.searchsorted(_EDGES, np.abs(gap), side="right")
    apart = seen.sentence[of] - seen.sentence[others]
    columns = (
        2 * size + (gap < 0),
        np.minimum(np.maximum(apart, -1), _SENTENCES - 2) + 1,
        seen.form[of] * N_FORMS + seen.form[others],
        np.minimum(seen.rank[others], 3),
        min(int(seen.rank[of]), 3),
        seen.case[of] * 4 + seen.case[others],
        2 * seen.led[others] + seen.owns[others] + 4 * (seen.quoted[others] ^ seen.quoted[of]),
        np.minimum(seen.times[others], 4),
        N_RELATIONS * seen.relation[of] + seen.relation[others],
    )
    rows: Ints = np.empty((len(others), len(columns)), np.int64)
    for number, column in enumerate(columns):
        rows[:, number] = column
    rows += _STARTS
    return rows
