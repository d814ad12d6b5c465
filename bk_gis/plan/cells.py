"""How cells of a plan's tables are read: text, hectares, dates; what cannot be read says so."""

import datetime as dt
import math
import re
from collections.abc import Callable
from typing import Any

from bk_gis.language.names import clean

Reader = Callable[[Any], Any]  # makes a value of a cell, or says in a ValueError why not
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)  # 1.850 is 1850 to some and 1.85 to others
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)


def number_cell(number: float) -> str:
    """Write a number as clusters.csv has it; a fourth decimal keeps a third from looking like thousands."""
    text = f"{number:.6f}".rstrip("0").rstrip(".")
    return text + "0" if _AMBIGUOUS.fullmatch(text) else text


def read_text(cell: str) -> str:
    """Read text that has to be there."""
    if not clean(cell):
        raise ValueError("is empty; expected text")
    return clean(cell)


def read_hectares(cell: str) -> float:
    """Read hectares with a decimal point or a comma; empty is none, as "-" in the annex."""
    return read_amount(cell, "hectares") if clean(cell) else 0.0


def read_amount(cell: str, what: str = "a number") -> float:
    """Read a number of 0 or more with a decimal point or a comma; empty is not known."""
    text = clean(cell)
    if not text:
        return math.nan
    if not re.fullmatch(r"-?\d+([.,]\d+)?", text, re.ASCII):
        raise ValueError(f"'{text}' is not a number; expected {what} like 32.7, or nothing")
    number = float(text.replace(",", "."))
    if number < 0:
        raise ValueError(f"{text} is negative; expected {what} of 0 or more")
    if not math.isfinite(number):
        raise ValueError(f"is too large a number; expected {what} like 32.7")
    if _AMBIGUOUS.fullmatch(text):
        meant = f"{re.sub('[.,]', '', text)} or {number_cell(number)}"
        raise ValueError(f"'{text}' may be thousands or a decimal; write {meant}")
    return number


def check_area(number: float) -> float:
    """Refuse a number that is no area."""
    if not 0 <= number < float("inf"):
        raise ValueError(f"{number:g} is no area; expected hectares of 0 or more")
    return number


def read_date(cell: str) -> str:
    """Read a date, year or day first, into 2020-10-16; empty is not known."""
    text = clean(cell)
    if not text:
        return ""
    first, last = _DATE.fullmatch(text), _DAY_FIRST.fullmatch(text)
    parts = first.groups() if first else last.groups()[::-1] if last else ()
    try:
        return dt.date(*map(int, parts)).isoformat()
    except (TypeError, ValueError):
        raise ValueError(f"'{text}' is no date; expected one like 2020-10-16 or 16/10/2020") from None


def read_degrees(cell: str) -> float:
    """Read degrees with a decimal point or a comma; empty is not known."""
    text = clean(cell)
    if not text:
        return math.nan
    if not re.fullmatch(r"-?\d{1,3}([.,]\d+)?", text, re.ASCII):
        raise ValueError(f"'{text}' is not in degrees; expected a number like 105.8342")
    return float(text.replace(",", "."))
