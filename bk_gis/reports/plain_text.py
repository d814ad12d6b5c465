"""Tables as text: boxed for a terminal, Markdown for a paper, CSV and JSON for machines."""

import json
import re
import sys
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import zip_longest
from shutil import get_terminal_size
from textwrap import wrap
from typing import Any
from unicodedata import combining, east_asian_width

import pandas as pd

_MARKUP = re.compile(r"[\\`*_\[\]|~]|(?<=http):|(?<=https):|(?<=ftp):|(?<=www)\.", re.IGNORECASE)
_BEGINNING = re.compile(r"^(\d*)([#>=]|[-+.)](?!\d))")  # of a list, a heading, a quotation; no number
_WIDE = 160  # columns of a table that goes to a file


def boxed(head: Sequence[str], rows: Sequence[Sequence[str]], *, right: Collection[int] = ()) -> str:
    """Draw a table with a rule, no wider than the terminal; `right` are the columns of numbers."""
    widths = [max(map(_width, column)) for column in zip(head, *rows, strict=True)]
    most = get_terminal_size().columns if sys.stdout.isatty() else _WIDE
    while sum(widths) + 3 * len(widths) + 1 > most and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    lines = [" " + "─" * (sum(widths) + 3 * len(widths) - 1)]
    for row in (head, *rows):
        cells = [_wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
        for parts in zip_longest(*cells, fillvalue=""):
            padded = [
                " " * (width - _width(part)) + part if i in right else part + " " * (width - _width(part))
                for i, (part, width) in enumerate(zip(parts, widths, strict=True))
            ]
            lines.append("  " + "   ".join(padded).rstrip())
        if row is head:
            lines.append(lines.pop(0))
    return "\n".join(["", *lines, ""])


def _wrapped(text: str, width: int) -> list[str]:
    if _width(text) <= width and "\n" not in text:
        return [text]
    lines = [wrap(line, width, break_on_hyphens=False) or [""] for line in text.splitlines()]
    return [part for line in lines for part in line]


@lru_cache(1 << 12)
def _width(text: str) -> int:
    """Count the columns of a terminal that a text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]], *, right: Collection[int] = ()) -> str:
    """Write a table in Markdown; `right` are the columns of numbers."""
    rule = ["---:" if i in right else "---" for i in range(len(head))]
    lines = [[*map(markdown_text, head)], rule, *([*map(markdown_text, row)] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def markdown_text(text: str) -> str:
    """Keep text from ending its cell, and from being markup, a link or a picture."""
    plain = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    return _BEGINNING.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", plain))


def as_csv(frame: pd.DataFrame) -> str:
    """Write a frame as CSV, one line a row."""
    from bk_gis.io.writing import without_formulas  # which brings what writes workbooks

    return str(without_formulas(frame).to_csv(index=False, lineterminator="\n")).rstrip("\n")


def as_json(answer: dict[str, Any]) -> str:
    """Write an answer as JSON; frames become lists of rows, missing values null."""
    plain = {
        key: json.loads(value.to_json(orient="records")) if isinstance(value, pd.DataFrame) else value
        for key, value in answer.items()
    }
    return json.dumps(plain, ensure_ascii=False, indent=2)
