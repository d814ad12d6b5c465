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
    """Fail where something takes longer, also where it waits for what never comes."""

    def late(*_):
        raise AssertionError(f"not done within {seconds} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
