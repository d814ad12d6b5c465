"""The command line: bk-gis. Heavy modules are imported by the command that needs them."""

import os
import socket
import sys
from io import TextIOWrapper

from bk_gis.cli.app import app, say
from bk_gis.cli.commands import checks, folders, maps, places
from bk_gis.errors import BkGisError, Text

COMMANDS = (maps, checks, places, folders)  # each adds its commands to `app`, in this order


def main() -> None:
    """Run the command line; 0 done, 1 the check does not hold, 2 the input or the call is wrong."""
    for stream in (sys.stdout, sys.stderr):  # Vietnamese text, whatever the locale
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    os.environ["PROJ_NETWORK"] = "OFF"  # no grids from elsewhere, whatever the machine is set to
    socket.has_ipv6 = False  # which a library of folium's tries with a socket
    try:
        app()
    except BkGisError as error:
        say(Text(f"bk-gis: {error.vi}", f"bk-gis: {error.en}"))
        sys.exit(2)
    except OSError as error:  # a full disk, a folder that may not be written to
        say(f"bk-gis: {error.filename or 'cannot read or write'}: {error.strerror}")
        sys.exit(2)
