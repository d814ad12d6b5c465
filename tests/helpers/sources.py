"""The figures that data/SOURCES.md states."""

import re
from pathlib import Path

DATA = Path(__file__).parents[2] / "data"
SOURCES = (DATA / "SOURCES.md").read_text(encoding="utf-8")


def figure(name):
    """A figure of the table in SOURCES.md."""
    (cell,) = re.findall(rf"^\| {re.escape(name)} \| (.*?) \|$", SOURCES, re.MULTILINE)
    return cell
