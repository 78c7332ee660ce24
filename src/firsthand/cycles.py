"""Long work that makes millions of small values, none of which leads back to itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_search_for_cycles() -> Iterator[None]:
    """Python looks for circles among all values again and again: a quarter to a third of the time.

    What is no longer needed is freed all the same, by counting references.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def spared_from_now_on() -> None:
    """Whatever there is now is kept for long, and is not looked at again in search of cycles.

    Without it the first searches after a large case was read go through all of it: seconds, in the
    middle of something that takes a tenth of one. It holds for the whole process: what is no longer
    needed is freed all the same, but for what leads back to itself.
    """
    gc.collect()
    gc.freeze()
