"""Tables as text: boxed for a terminal, Markdown for a paper, CSV and JSON for machines."""

import json
import re
import sys
from collections.abc import Collection, Sequence
from io import StringIO
from typing import Any

import pandas as pd

from bk_gis.io.writing import without_formulas

_MARKUP = re.compile(r"[\\`*_\[\]|~]|(?<=http):|(?<=https):|(?<=ftp):|(?<=www)\.", re.IGNORECASE)
_BEGINNING = re.compile(r"^(\d*)([#>=]|[-+.)](?!\d))")  # of a list, a heading, a quotation; no number


def boxed(head: Sequence[str], rows: Sequence[Sequence[str]], *, right: Collection[int] = ()) -> str:
    """Draw a table with rules; `right` are the columns of numbers. Text is never read as markup."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD)
    for i, name in enumerate(head):
        table.add_column(Text(name), justify="right" if i in right else "left")
    for row in rows:
        table.add_row(*map(Text, row))
    text = StringIO()
    Console(
        file=text,
        color_system=None,
        force_terminal=False,
        width=Console().width if sys.stdout.isatty() else 160,
    ).print(table)
    return "\n".join(line.rstrip() for line in text.getvalue().strip("\n").splitlines())


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
    return str(without_formulas(frame).to_csv(index=False, lineterminator="\n")).rstrip("\n")


def as_json(answer: dict[str, Any]) -> str:
    """Write an answer as JSON; frames become lists of rows, missing values null."""
    plain = {
        key: json.loads(value.to_json(orient="records")) if isinstance(value, pd.DataFrame) else value
        for key, value in answer.items()
    }
    return json.dumps(plain, ensure_ascii=False, indent=2)
