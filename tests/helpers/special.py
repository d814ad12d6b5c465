"""What stands where a file is expected: pipes, devices, folders, links; and limited time."""

import os
import signal
from contextlib import contextmanager


def _remove(path):
    if os.path.lexists(path):
        path.unlink()


KINDS = {
    "pipe": os.mkfifo,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "folder": lambda path: path.mkdir(),
    "loop": lambda path: path.symlink_to(path.name),
    "nothing": lambda path: path.symlink_to("not there"),
}


def put(kind, path):
    """Put one of `KINDS` in the place of a file."""
    _remove(path)
    KINDS[kind](path)
    return path


@contextmanager
def within(seconds):
    """Fail where something takes so much time of the processor, or waits for what never comes."""

    def late(*_):
        raise AssertionError(f"not done within {seconds} seconds")

    # A busy machine must not fail a test.
    timers = (
        (signal.SIGPROF, signal.ITIMER_PROF, seconds),
        (signal.SIGALRM, signal.ITIMER_REAL, 10 * seconds),
    )
    before = [signal.signal(number, late) for number, *_ in timers]
    for _, timer, limit in timers:
        signal.setitimer(timer, limit)
    try:
        yield
    finally:
        for (number, timer, _), handler in zip(timers, before, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(number, handler)
