"""Circles: the strongly connected components of a graph (Tarjan, 1972), without recursion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator


def circles_of(edges: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """The sets of two or more that reach each other, each sorted, in order."""
    out: dict[str, list[str]] = defaultdict(list)
    for start, end in sorted(set(edges)):
        out[start].append(end)
    found = _components(dict(out))
    return tuple(sorted(tuple(sorted(c)) for c in found if len(c) > 1))


def _components(out: dict[str, list[str]]) -> list[list[str]]:
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    found: list[list[str]] = []
    for root in out:
        if root in number:
            continue
        work: list[tuple[str, Iterator[str]]] = [(root, iter(out[root]))]
        _enter(root, number, low, stack, on_stack)
        while work:
            node, rest = work[-1]
            child = next(rest, None)
            if child is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == number[node]:
                    found.append(_popped(node, stack, on_stack))
            elif child not in number:
                _enter(child, number, low, stack, on_stack)
                work.append((child, iter(out.get(child, ()))))
            elif child in on_stack:
                low[node] = min(low[node], number[child])
    return found


def _enter(
    node: str, number: dict[str, int], low: dict[str, int], stack: list[str], on_stack: set[str]
) -> None:
    number[node] = low[node] = len(number)
    stack.append(node)
    on_stack.add(node)


def _popped(node: str, stack: list[str], on_stack: set[str]) -> list[str]:
    found = []
    while True:
        found.append(stack.pop())
        on_stack.discard(found[-1])
        if found[-1] == node:
            return found
