"""Hectares as annexes print them."""

import re

from bk_gis.errors import Fault
from bk_gis.language.words import both

NONE = ("", "-", "\u2013", "\u2014", "0")
# "(50)", "75 ha", "75 (1)", "75*".
_AROUND = re.compile(r"\s*(?:\((.*)\)|(.*?)(?:ha|\(\d\))?)\s*\**", re.IGNORECASE)
_FROM_TO = re.compile(
    r"(?:từ )?([\d.,]+)(?: ha)? ?(?:->|→|=>|lên|thành|xuống) ?([\d.,]+)(?: ha)?", re.IGNORECASE
)
_SHAPED = re.compile(r"[\d.,]+")


def is_figure(cell: str) -> bool:
    """Whether a cell is hectares, none of them ("-") included; a year or a span of years is in no body."""
    text = _plain(cell)
    return text in NONE[1:] or (_SHAPED.fullmatch(text) is not None and any(map(str.isdigit, text)))


def is_meant(cell: str) -> bool:
    """Whether a cell holds a figure, be it one that cannot be read."""
    return any(map(str.isdigit, cell))


def change(cell: str) -> tuple[str, str] | None:
    """Take "30 -> 75" apart, as annexes of changes have it."""
    found = _FROM_TO.fullmatch(cell)
    return (found[1], found[2]) if found else None


def _plain(cell: str) -> str:
    found = _AROUND.fullmatch(cell)
    return "".join(filter(None, found.groups())).replace(" ", "") if found else cell


def hectares(cell: str) -> float | None:
    """Read hectares: "-" is none, a comma is decimal, points separate thousands; else it is a Fault."""
    text = _plain(cell)
    if parts := change(cell):
        text = parts[1]
    if text in NONE[:-1]:
        return None
    if re.fullmatch(r"\d{1,3}(\.\d{3})+,\d+|\d+,\d+", text):
        return float(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+|\d+\.(\d{1,2}|\d{4,})", text):
        return float(text)
    key = "thousands" if re.fullmatch(r"\d+\.\d{3}", text) else "hectares"
    raise Fault(both(f"fault_annex.{key}", cell=cell))
