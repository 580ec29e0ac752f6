"""A process that reads articles for another. Started by ``pool``; not for people.

``main`` loads the models once and then serves each socket named, in a process of its own where there are several: they
share the models' memory, since a fork copies only what it changes. It is a program of its own, and no child made by
``multiprocessing``, so that a plain script or a notebook may read articles without guarding its top level, and so that
it starts from a process without threads.
"""

import gc
import os
import signal
from collections.abc import Sequence
from multiprocessing.connection import Connection

import msgspec

from dragoman.model.article import Article
from dragoman.model.reading import Reading
from dragoman.reading import Reader, load_reader
from dragoman.run.guard import Failed, guarded


class Task(msgspec.Struct, frozen=True):
    """An article to read, as ``cache.seen`` shows it, and the time that it may take."""

    article: Article
    max_seconds: float


def read_one(reader: Reader, task: Task) -> Reading:
    """The reading; where the article could not be read, one that says why and names no reader."""
    found = guarded(lambda: reader.read(task.article), task.max_seconds)
    return Reading(reader="", unread=found.reason) if isinstance(found, Failed) else found


def serve(line: Connection, reader: Reader) -> None:
    """Reads what arrives until the other side hangs up."""
    decode, encode = msgspec.msgpack.Decoder(Task).decode, msgspec.msgpack.Encoder().encode
    line.send_bytes(str(os.getpid()).encode())
    while True:
        try:
            task = decode(line.recv_bytes())
            line.send_bytes(encode(read_one(reader, task)))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return


def main(arguments: Sequence[str]) -> None:
    """Serves the sockets with these file descriptors; the first argument says who reads attributions."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asked decides when to end
    attribution, *numbers = arguments
    lines = [int(number) for number in numbers]
    reader = load_reader("rules" if attribution == "rules" else "model")
    if len(lines) == 1:
        serve(Connection(lines[0]), reader)
        return
    gc.freeze()  # a collection would write into every object's head and so copy the shared memory
    for number in lines:
        if os.fork() == 0:
            for other in lines:
                if other != number:
                    os.close(other)
            serve(Connection(number), reader)
            os._exit(0)
    for number in lines:
        os.close(number)
    for _ in lines:
        os.wait()
