"""Readers of strangers' documents, run in a limited process of their own.

Two newcomer's mistakes. A process for every document: starting one costs a hundred times what reading does. So a few
stay warm, each under limits for memory, processor time and files, and one that dies or runs out of time is replaced.
And a plain `python -m`: it looks for modules where one stands first, which may be a stranger's folder of documents.
"""

from __future__ import annotations

import atexit
import json
import os
import queue
import resource
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from registry.errors import NotFound, RegistryError, TooLarge, Unreadable
from registry.model.document import Reading
from registry.model.span import Block, BlockKind
from registry.steps.read import MAX_BYTES, read, sniff
from registry.steps.read.drawing import Box, Drawn, Quote, draw

MEMORY = 1_500_000_000
SECONDS = 60
# A reader may use that much of a processor; a machine that has much else to do gives it a part of one.
_SHARE = 4
WORKERS = 2
_JOBS = 200
_SIZE = struct.Struct(">Q")
_IN_PROCESS = frozenset({"text/plain", "text/markdown"})
_BROKEN = "The reader broke down over the document (damaged, or too much for its memory); give a part, or its text."
_SLOW = "The document took too long to read; give a part of it, or give it as text."
_SPENT = "The document needs more memory than is allowed; give a part of it."
_ERRORS: dict[str, type[RegistryError]] = {"Unreadable": Unreadable, "TooLarge": TooLarge, "NotFound": NotFound}


def read_guarded(
    data: bytes, name: str | None = None, media_type: str | None = None, *, seconds: float = SECONDS
) -> Reading:
    """What `read` gives, without trusting the bytes; raises `Unreadable` where a reader breaks down over them."""
    if len(data) > MAX_BYTES or not data.strip() or sniff(data, name, media_type) in _IN_PROCESS:
        return read(data, name=name, media_type=media_type)
    return POOL.read(data, name, media_type, seconds)


def draw_guarded(data: bytes, page: int, quotes: Sequence[Quote] = (), *, seconds: float = 20) -> Drawn:
    """What `draw` gives of a page of a PDF, without trusting the bytes."""
    answer = POOL.ask(data, {"page": page, "quotes": [list(one) for one in quotes]}, seconds)
    if "error" in answer:
        raise _ERRORS.get(answer["error"], Unreadable)(answer["message"])
    found = answer["drawn"]
    boxes = tuple(tuple(Box(*box) for box in some) for some in found["boxes"])
    return Drawn(b64decode(found["png"]), found["width"], found["height"], found["pages"], boxes)


class Pool:
    """Warm workers, started when first needed."""

    def __init__(self, size: int = WORKERS, memory: int = MEMORY) -> None:
        """A pool without workers yet."""
        self._memory = memory
        self._idle: queue.LifoQueue[_Worker] = queue.LifoQueue()
        self._free = threading.BoundedSemaphore(size)

    def read(self, data: bytes, name: str | None, media_type: str | None, seconds: float) -> Reading:
        """The reading a worker makes."""
        return _reading(self.ask(data, {"name": name, "media_type": media_type}, seconds))

    def ask(self, data: bytes, order: dict[str, Any], seconds: float) -> dict[str, Any]:
        """What a worker answers about a document."""
        with self._free:
            worker = self._take()
            answer = None
            try:
                answer = worker.ask(data, order, seconds)
            finally:
                # What ran short of memory may have left a library half loaded, whatever error it was told as.
                if answer is None or "error" in answer or worker.jobs >= _JOBS:
                    worker.close()
                else:
                    self._idle.put(worker)
        return answer

    def _take(self) -> _Worker:
        """An idle worker that lives, or a new one."""
        while True:
            try:
                worker = self._idle.get_nowait()
            except queue.Empty:
                return _Worker(self._memory)
            if worker.lives:
                return worker
            worker.close()

    def close(self) -> None:
        """Ends the idle workers."""
        while not self._idle.empty():
            self._idle.get_nowait().close()


class _Worker:
    """One process that reads documents, one after the other; it ends when its input does, so with its parent."""

    def __init__(self, memory: int) -> None:
        """Starts the process."""
        root = str(Path(__file__).resolve().parent.parent)
        environment = {
            key: value for key, value in os.environ.items() if key in ("PATH", "LANG", "LC_ALL", "TZ", "VIRTUAL_ENV")
        }
        self.jobs = 0
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "registry.sandbox", str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**environment, "PYTHONPATH": root},
        )

    @property
    def lives(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def ask(self, data: bytes, order: dict[str, Any], seconds: float) -> dict[str, Any]:
        """The answer to one document."""
        self.jobs += 1
        assert self._process.stdin
        head = json.dumps({**order, "seconds": seconds}).encode()
        try:
            for part in (head, data):
                self._process.stdin.write(_SIZE.pack(len(part)) + part)
            self._process.stdin.flush()
            answer = json.loads(self._receive(time.monotonic() + _SHARE * seconds))
        except (BrokenPipeError, EOFError, ValueError) as error:
            raise Unreadable(_SLOW if self._ran_out() else _BROKEN) from error
        assert isinstance(answer, dict)
        return answer

    def _ran_out(self) -> bool:
        """Whether the process has ended because it had used up its processor time."""
        try:
            return self._process.wait(timeout=1) == -signal.SIGXCPU
        except subprocess.TimeoutExpired:
            return False

    def _receive(self, deadline: float) -> bytes:
        """A framed answer."""
        (size,) = _SIZE.unpack(self._exactly(_SIZE.size, deadline))
        return self._exactly(size, deadline)

    def _exactly(self, size: int, deadline: float) -> bytes:
        """So many bytes of the answer, in time."""
        assert self._process.stdout
        pipe, parts = self._process.stdout.fileno(), []
        while size > 0:
            if not select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))[0]:
                raise Unreadable(_SLOW)
            part = os.read(pipe, min(size, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def close(self) -> None:
        """Ends the process."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            try:
                if pipe:
                    pipe.close()
            except BrokenPipeError:
                continue


def _reading(answer: dict[str, Any]) -> Reading:
    """The reading in an answer; raises the error in it."""
    if "error" in answer:
        raise _ERRORS.get(answer["error"], Unreadable)(answer["message"])
    found = answer["reading"]
    blocks = tuple(
        Block(start, end, BlockKind(kind), level, tuple((a, b) for a, b in cells), tuple(headers), page)
        for start, end, kind, level, cells, headers, page in found["blocks"]
    )
    published = date.fromisoformat(found["published"]) if found["published"] else None
    lists = {key: tuple(found[key]) for key in ("authors", "notes")}
    return Reading(**{**found, **lists, "blocks": blocks, "published": published})


def serve(source: BinaryIO, sink: BinaryIO, memory: int) -> None:
    """Answers documents until the input ends."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while head := _part(source):
        order = json.loads(head)
        used = resource.getrusage(resource.RUSAGE_SELF)
        allowed = int(used.ru_utime + used.ru_stime + order["seconds"]) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, resource.RLIM_INFINITY))
        answer = json.dumps(_answer(_part(source), order)).encode()
        sink.write(_SIZE.pack(len(answer)) + answer)
        sink.flush()


def _part(source: BinaryIO) -> bytes:
    """A framed part of an order; nothing at the end of the input."""
    size = source.read(_SIZE.size)
    return source.read(_SIZE.unpack(size)[0]) if len(size) == _SIZE.size else b""


def _answer(data: bytes, order: dict[str, Any]) -> dict[str, Any]:
    """What the reader makes of a document; every failure is an answer."""
    try:
        if "page" in order:
            return {"drawn": _drawn(data, order)}
        reading = read(data, name=order["name"], media_type=order["media_type"])
    except RegistryError as error:
        return {"error": type(error).__name__, "message": str(error)}
    except (MemoryError, ImportError):
        # Where memory is short a library that is loaded late fails.
        return {"error": "Unreadable", "message": _SPENT}
    except Exception as error:
        what = type(error).__name__
        return {
            "error": "Unreadable",
            "message": f"The document is damaged, or its reader failed ({what}); save it again or give it as text.",
        }
    published = reading.published.isoformat() if reading.published else None
    blocks = [(b.start, b.end, b.kind, b.level, b.cells, b.headers, b.page) for b in reading.blocks]
    return {"reading": {**asdict(reading), "blocks": blocks, "published": published}}


def _drawn(data: bytes, order: dict[str, Any]) -> dict[str, Any]:
    """A page as plain values."""
    made = draw(data, order["page"], [Quote(*one) for one in order["quotes"]])
    return {**made._asdict(), "png": b64encode(made.png).decode()}


POOL = Pool()
atexit.register(POOL.close)

if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer, int(sys.argv[1]))
