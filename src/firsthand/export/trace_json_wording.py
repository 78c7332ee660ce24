"""What reports share in words and cite, as JSON."""

from __future__ import annotations

from firsthand.export.jsonl_evidence import Json, pair, pairs
from firsthand.provenance.citation import Citation
from firsthand.provenance.wording import Copy, Cut, Passage, Shared


def copy(found: Copy) -> Json:
    """Who has words from whom; undirected where nothing tells."""
    return {
        "report": found.report,
        "of": found.of,
        "direction": found.direction.value,
        "why": found.why,
        "share": round(found.share, 4),
        "passages": [_shared(passage) for passage in found.passages],
    }


def _shared(shared: Shared) -> Json:
    return {
        "one": _passage(shared.one),
        "other": _passage(shared.other),
        "how": shared.how.value,
        "quotation": shared.is_quotation,
        "score": round(shared.score, 4),
    }


def _passage(passage: Passage) -> Json:
    return {"report": passage.report, "span": pair(passage.span)}


def cut(found: Cut) -> Json:
    """What a shorter quotation left out; `missing` lies in the fuller report."""
    return {
        "shorter": _passage(found.shorter),
        "fuller": _passage(found.fuller),
        "missing": pairs(found.missing),
    }


def citation(edge: Citation) -> Json:
    """Words by which a report leans on another; `to` is null where that is not in the case."""
    return {
        "report": edge.report,
        "cited": edge.cited,
        "to": edge.to,
        "span": pair(edge.span),
        "kind": edge.kind.value,
    }
