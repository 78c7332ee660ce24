"""The keys under which units are looked up: two units that share one may share wording.

Three words of content in a row (a shingle over content, after Broder, 1997) find what is
verbatim, cut or lightly edited, down to a quotation of three such words. MinHash signatures
in bands (locality-sensitive hashing, Indyk and Motwani, 1998; computed by rensa) find whole
sentences whose words were moved or partly replaced. A band alone is weak (two words by chance), so
two are asked for: of 16 bands of 2 rows, a pair with half of its words in common shares two in 94
of 100 cases, one with a tenth in 1.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rensa import RMinHash  # type: ignore[import-not-found,import-untyped,unused-ignore]

from firsthand.provenance.wording.table import U64, Rows, Table, as_u64

_BANDS, _ROWS_A_BAND, _SEED = 16, 2, 20230311
_SIGNED = 5
"""Words of content from which a unit is also looked up by its signature."""
_AT_ONCE = 20_000
"""Units whose signatures are in memory at once: rensa gives them as Python lists."""
BAND = np.uint64(1)
"""The bit that is set in the keys of bands."""
_ODD = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys and the rows that have them, side by side, in no order; the lowest bit tells a band."""

    keys: U64
    rows: Rows


def keys_of(table: Table, rows: Rows) -> Keys:
    """All keys of some rows."""
    content = as_u64(table.content)
    offset = np.array(table.offset, dtype=np.int64)
    parts = [_shingles(content, offset, rows), *_signatures(content, offset, rows)]
    return Keys(np.concatenate([p.keys for p in parts]), np.concatenate([p.rows for p in parts]))


def _flat(offset: Rows, rows: Rows) -> tuple[Rows, Rows]:
    """The places of all words of some rows, and for each its row's place in `rows`."""
    sizes = offset[rows + 1] - offset[rows]
    of = np.repeat(np.arange(len(rows)), sizes)
    within = np.arange(len(of)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return offset[rows][of] + within, of


def _shingles(content: U64, offset: Rows, rows: Rows) -> Keys:
    """Three words in a row within one unit, in their order."""
    places, of = _flat(offset, rows)
    if len(places) < 3:
        return Keys(np.empty(0, np.uint64), np.empty(0, np.int64))
    words = content[places]
    whole = of[:-2] == of[2:]
    keys = words[:-2] * _ODD[0] + words[1:-1] * _ODD[1] + words[2:] * _ODD[2]
    return Keys(_mixed(keys[whole]) & ~BAND, rows[of[:-2][whole]])


def _signatures(content: U64, offset: Rows, rows: Rows) -> list[Keys]:
    """The bands of the signatures of the longer rows."""
    long = rows[(offset[rows + 1] - offset[rows]) >= _SIGNED]
    return [
        _bands(content, offset, long[at : at + _AT_ONCE]) for at in range(0, len(long), _AT_ONCE)
    ]


def _bands(content: U64, offset: Rows, rows: Rows) -> Keys:
    places, _ = _flat(offset, rows)
    sizes = offset[rows + 1] - offset[rows]
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.uint64)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(
        content[places], starts, _BANDS * _ROWS_A_BAND, _SEED
    )
    signature = np.array(matrix.to_rows(), dtype=np.uint64).reshape(len(rows), _BANDS, _ROWS_A_BAND)
    band = np.arange(1, _BANDS + 1, dtype=np.uint64) * _ODD[2]
    keys = _mixed(signature[:, :, 0] * _ODD[0] + signature[:, :, 1] * _ODD[1] + band)
    return Keys(keys.ravel() | BAND, np.repeat(rows, _BANDS))


def _mixed(keys: U64) -> U64:
    """The same numbers, spread over all 64 bits (the finaliser of SplitMix64)."""
    keys = (keys ^ (keys >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    keys = (keys ^ (keys >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return keys ^ (keys >> np.uint64(31))
