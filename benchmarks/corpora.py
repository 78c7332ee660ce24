"""The texts that statements were labelled in, under one name each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import gum, polnear


@dataclass(frozen=True, slots=True)
class Text:
    """A document of a corpus; `name` is the same on every machine that has the corpus."""

    corpus: str
    name: str
    text: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


def texts(data: Path) -> Iterator[Text]:
    """PolNeAR dev, GUM and HRDsAttack dev, from the folder that holds them."""
    for article in polnear.articles(data / "polnear" / "dev"):
        yield Text("polnear-dev", article.name, article.text)
    for document in gum.documents(data / "gum"):
        yield Text("gum", document.name, document.text)
    with (data / "hrdsattack" / "dev.jsonl").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            report = json.loads(line)
            text = f"{report['title'].strip()}\n\n{report['text'].strip()}\n"
            yield Text("hrdsattack-dev", f"{number:03d}", text)
