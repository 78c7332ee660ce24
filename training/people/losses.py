"""The two losses of a sample: labels of words, and links of mentions."""

from __future__ import annotations

from collections.abc import Mapping

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from firsthand.reading.model.decode import Floats
from firsthand.reading.model.windows import Ints
from firsthand.sources.features import N_RELATIONS
from firsthand.sources.pairs import NAME_TAGS, NOUN_TAGS
from training.people.branch import Branch
from training.people.data import Question, Sample
from training.people.linking import Linking
from training.people.snippets import UNLABELLED


def label_loss(sample: Sample, said: Tensor) -> Tensor:
    """Names, nominal heads, grammar; 0 for a snippet, which has no labels."""
    names, heads = said[:, :NAME_TAGS], said[:, NAME_TAGS : NAME_TAGS + NOUN_TAGS]
    tags = _of_words(names, sample.names) + _of_words(heads, sample.heads)
    return tags + 0.5 * _of_words(said[:, -N_RELATIONS:], sample.relations)


def _of_words(logits: Tensor, labels: Ints) -> Tensor:
    if not (labels >= 0).any():
        return torch.zeros(())
    return F.cross_entropy(logits, torch.from_numpy(labels), ignore_index=-1)


def link_loss(branch: Branch, sample: Sample, said: Tensor, taught: Mapping[str, Floats]) -> Tensor:
    """The mean over the questions; `taught` are teachers' answers by name of snippet."""
    if not sample.asked:
        return torch.zeros(())
    linking, answer = Linking.of(branch, sample, said), taught.get(sample.name)
    each = (_of_question(sample, q, linking.logits(q), answer) for q in sample.asked)
    return torch.stack(list(each)).mean()


def _of_question(
    sample: Sample, question: Question, logits: Tensor, answer: Floats | None
) -> Tensor:
    """From the truth, the teachers or both.

    Both, half and half, weigh half of one alone. New names may change how many places a name has:
    then the teachers' answer fits no longer, and even an unlabelled snippet's "FALSE" is learnt.
    """
    if answer is None or len(answer) != len(logits):
        return _of_truth(sample, question, logits)
    learnt = -(torch.from_numpy(answer) * logits.log_softmax(0)).sum()
    if sample.name.startswith(UNLABELLED):
        return learnt
    return 0.25 * (learnt + _of_truth(sample, question, logits))


def _of_truth(sample: Sample, question: Question, logits: Tensor) -> Tensor:
    """Any mention of the right entity will do; nobody, where none is a candidate."""
    entity = sample.mentions[question.of].entity
    right = torch.tensor([sample.mentions[n].entity == entity for n in question.among])
    good = logits[torch.cat([right, ~right.any()[None]])]
    return logits.logsumexp(0) - good.logsumexp(0)
