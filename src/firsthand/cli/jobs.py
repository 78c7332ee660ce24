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
from typing import TypeVar

from firsthand.errors import FirsthandError
from firsthand.ingest.load import Received
from firsthand.ingest.receive import receive
from firsthand.pipeline import Options, Reading, read_received


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that was not read, and the line that says why."""

    document: str
    reason: str


@dataclass(frozen=True, slots=True)
class Task:
    """Bytes to be read, and what is said of them beforehand."""

    received: Received
    options: Options


Outcome = Reading | Failure
P = TypeVar("P")
"""What is no task, and goes by unchanged in its place."""


def in_order(documents: Iterable[str], options: Options, jobs: int) -> Iterator[Outcome]:
    """One outcome a document, in the order given; memory stays that of a few documents."""
    return read_all((task(document, options) for document in documents), jobs)


def read_all(tasks: Iterable[Task | P], jobs: int) -> Iterator[Reading | Failure | P]:
    """One outcome a task, in the order given, and whatever else stands between them."""
    if jobs == 1:
        return (_read(t) if isinstance(t, Task) else t for t in tasks)
    return _in_processes(tasks, jobs)


def task(document: str, options: Options) -> Task | Failure:
    """The document's bytes, ready to be read."""
    try:
        return Task(receive(document, allow_private=options.allow_private), options)
    except FirsthandError as error:
        return Failure(document, str(error))


def _read(task: Task) -> Outcome:
    """The reading, or why there is none; a fault of ours is named as such and hides nothing."""
    name = task.received.name
    try:
        return read_received(task.received, task.options)
    except FirsthandError as error:
        return Failure(name, str(error))
    except Exception as error:  # one report must not take the others with it
        words = " ".join(str(error).split())[:200]
        what = f"a fault in Firsthand ({type(error).__name__}: {words}); please report it"
        return Failure(name, f"{name}: {what}")


def _in_processes(tasks: Iterable[Task | P], jobs: int) -> Iterator[Reading | Failure | P]:
    waiting: deque[tuple[Task | P, Future[Outcome] | None]] = deque()
    pool = _pool(jobs)
    try:
        for t in tasks:
            waiting.append((t, _submit(pool, t) if isinstance(t, Task) else None))
            if len(waiting) > 2 * jobs:
                yield _outcome(*waiting.popleft())
        while waiting:
            yield _outcome(*waiting.popleft())
    except (KeyboardInterrupt, GeneratorExit):
        for child in multiprocessing.active_children():
            child.terminate()  # nobody waits for what it reads
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, task: Task) -> Future[Outcome] | None:
    try:
        with _deaf():
            return pool.submit(_read, task)
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


def _outcome(task: Task | P, future: Future[Outcome] | None) -> Reading | Failure | P:
    if not isinstance(task, Task):
        return task
    try:
        return future.result() if future else _alone(task)
    except BrokenProcessPool:
        return _alone(task)


def _alone(task: Task) -> Outcome:
    """Reads in a process of its own a document that was under way when a process died."""
    with _pool(1) as pool:
        try:
            with _deaf():
                future = pool.submit(_read, task)
            return future.result()
        except BrokenProcessPool:
            name, reason = task.received.name, "the process that read it was ended (out of memory?)"
            return Failure(name, f"{name}: {reason}")


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))
