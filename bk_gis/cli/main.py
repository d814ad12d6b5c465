"""The command line: bk-gis. Heavy modules are imported by the command that needs them."""

import atexit
import gc
import os
import signal
import socket
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from types import FrameType
from typing import Any

from bk_gis.errors import BkGisError, InputError, Text

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGPIPE")  # the last one where who reads our output has had enough
_GARBAGE = 100_000  # objects made until cycles are looked for: Python's 700 cost a tenth of a short command
_SHOW_CURSOR = b"\x1b[?25h"  # rich hides it while something is worked on


def main() -> None:
    """Run the command line; 0 done, 1 the check does not hold, 2 the input or the call is wrong."""
    gc.set_threshold(_GARBAGE, *gc.get_threshold()[1:])
    atexit.register(gc.freeze)  # else a fourth of a short command goes into looking for cycles as Python ends
    with _leaving_nothing():
        _open_streams()
        warnings.formatwarning = _warned
        os.environ["PROJ_NETWORK"] = "OFF"  # no grids from elsewhere, whatever the machine is set to
        os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"  # which it looks for in every package that there is
        socket.has_ipv6 = False  # which a library of folium's tries with a socket
        _run()


def _run() -> None:
    from bk_gis.cli.app import app, complain
    from bk_gis.cli.calls import only
    from bk_gis.cli.commands import checks, folders, maps, places, start  # noqa: F401 - they add theirs to `app`
    from bk_gis.language.words import both

    try:
        try:
            _require_text(sys.argv[1:])
            only(app, sys.argv[1:])()
        finally:
            sys.stdout.flush()
    except BkGisError as error:
        complain(Text(f"bk-gis: {error.vi}", f"bk-gis: {error.en}"))
        _trace(error)
        sys.exit(2)
    except OSError as error:  # a full disk, a folder that may not be written to
        complain(both("cli.system", what=error.filename or both("cli.reading or writing"), why=error))
        _trace(error)
        try:
            sys.stdout.flush()
        except OSError:  # else Python tries it once more at the end, and complains
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(2)
    except Exception as error:  # noqa: BLE001 - a fault of ours, which helps nobody as a page of code
        complain(both("start.bug", kind=type(error).__name__, why=str(error).partition("\n")[0]))
        _trace(error)
        sys.exit(2)


def _warned(message: Warning | str, *_place: object, **_line: object) -> str:
    """Say what a library warns of without the line of the program where it does."""
    from bk_gis.cli.calls import printed, told

    text = getattr(message, "text", Text(str(message), str(message)))
    return f"bk-gis: {printed(told(text))}\n"


def _trace(error: Exception) -> None:
    """Show where an error arose, to who asked for it."""
    from bk_gis.cli.calls import asked

    if asked("--debug"):
        import traceback

        traceback.print_exception(error)


def _require_text(words: Sequence[str]) -> None:
    """Refuse what is no text, before a library does in its own way."""
    for word in words:
        try:
            word.encode()
        except UnicodeEncodeError:
            from bk_gis.language.words import both

            raise InputError(both("cli.no text", word=ascii(word))) from None


@contextmanager
def _leaving_nothing() -> Iterator[None]:
    """Where a signal ends the program, remove what is not finished and end as any program does."""
    numbers = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    ignored = [n for n in numbers if signal.getsignal(n) == signal.SIG_IGN and n != numbers[-1]]  # by nohup
    before = {number: signal.signal(number, _end) for number in numbers if number not in ignored}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _frame: FrameType | None) -> None:
    """End by the signal itself: an exception could be lost in what is at work, and ends in other numbers."""
    signal.signal(number, signal.SIG_DFL)
    try:
        whole = sys.modules.get("bk_gis.io.whole")
        drop = getattr(whole, "drop_unfinished", None)  # half imported, it has none
        if drop is not None:
            drop()
        if os.isatty(2):
            os.write(2, _SHOW_CURSOR)
        if number != getattr(signal, "SIGPIPE", None):
            _say_what_stands()
    finally:
        os.kill(os.getpid(), number)


def _say_what_stands() -> None:
    """Say that the work was stopped, and what of it is done."""
    whole: Any = sys.modules.get("bk_gis.io.whole")
    with suppress(Exception):
        from bk_gis.cli.calls import told
        from bk_gis.language.words import both

        done = [str(file) for file in getattr(whole, "finished", ())]
        text = both("start.stopped after", done=done) if done else both("start.stopped")
        os.write(2, f"\n{told(text)}\n".encode())


def _open_streams() -> None:
    """Have Vietnamese text whatever the locale, and no file in the place of a stream that is closed."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:  # the lowest number that is free is taken; what is written to the output is an error
            os.open(os.devnull, os.O_RDWR if number == 2 else os.O_RDONLY)
    sys.stdout = sys.stdout or os.fdopen(1, "w")
    sys.stderr = sys.stderr or os.fdopen(2, "w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
