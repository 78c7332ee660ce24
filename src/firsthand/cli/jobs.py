"""Reads many documents, in order, in one process or several; one that fails stops none."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass

from firsthand.errors import FirsthandError
from firsthand.ingest.load import Received
from firsthand.ingest.receive import receive
from firsthand.pipeline import Options, Reading, read_received


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that was not read, and the line that says why."""

    document: str
    reason: str


Outcome = Reading | Failure


def in_order(documents: Iterable[str], options: Options, jobs: int) -> Iterator[Outcome]:
    """One outcome a document, in the order given; memory stays that of a few documents."""
    received = (_received(document, options) for document in documents)
    if jobs == 1:
        return (r if isinstance(r, Failure) else _read(r, options) for r in received)
    return _in_processes(received, options, jobs)


def _received(document: str, options: Options) -> Received | Failure:
    try:
        return receive(document, allow_private=options.allow_private)
    except FirsthandError as error:
        return Failure(document, str(error))


def _read(received: Received, options: Options) -> Outcome:
    """The reading, or why there is none; a fault of ours is named as such and hides nothing."""
    try:
        return read_received(received, options)
    except FirsthandError as error:
        return Failure(received.name, str(error))
    except Exception as error:  # one report must not take the others with it
        words = " ".join(str(error).split())[:200]
        what = f"a fault in Firsthand ({type(error).__name__}: {words}); please report it"
        return Failure(received.name, f"{received.name}: {what}")


def _in_processes(
    received: Iterable[Received | Failure], options: Options, jobs: int
) -> Iterator[Outcome]:
    waiting: deque[tuple[Received | Failure, Future[Outcome] | None]] = deque()
    pool = _pool(jobs)
    try:
        for r in received:
            waiting.append((r, None if isinstance(r, Failure) else _submit(pool, r, options)))
            if len(waiting) > 2 * jobs:
                yield _outcome(*waiting.popleft(), options)
        while waiting:
            yield _outcome(*waiting.popleft(), options)
    except (KeyboardInterrupt, GeneratorExit):
        for child in multiprocessing.active_children():
            child.terminate()  # nobody waits for what it reads
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _submit(
    pool: ProcessPoolExecutor, received: Received, options: Options
) -> Future[Outcome] | None:
    try:
        with _deaf():
            return pool.submit(_read, received, options)
    except BrokenProcessPool:
        return None


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes started meanwhile do not hear Ctrl-C, which each would answer with a traceback.

    They inherit the mask; this process hears what came meanwhile when it is lifted.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _outcome(
    received: Received | Failure, future: Future[Outcome] | None, options: Options
) -> Outcome:
    if isinstance(received, Failure):
        return received
    try:
        return future.result() if future else _alone(received, options)
    except BrokenProcessPool:
        return _alone(received, options)


def _alone(received: Received, options: Options) -> Outcome:
    """Reads in a process of its own a document that was under way when a process died."""
    with _pool(1) as pool:
        try:
            with _deaf():
                future = pool.submit(_read, received, options)
            return future.result()
        except BrokenProcessPool:
            reason = "the process that read it was ended (out of memory?)"
            return Failure(received.name, f"{received.name}: {reason}")


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))
