"""How cells of a plan's tables are read: text, hectares, dates; what cannot be read says so."""

import datetime as dt
import math
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from bk_gis.errors import Fault, InputError
from bk_gis.language.names import clean
from bk_gis.language.words import both

Reader = Callable[[Any], Any]  # makes a value of a cell, or says in a Fault why not
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)  # 1.850 is 1850 to some and 1.85 to others
_SQUARE_METRE, _PROVINCE = 0.0001, 1e6  # hectares; less would be rounded to 0
_LARGEST = 1e12
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)


def number_cell(number: float) -> str:
    """Write a number as clusters.csv has it; a fourth decimal keeps a third from looking like thousands."""
    text = np.format_float_positional(number, trim="-")  # the shortest that is read as the same
    return text + "0" if _AMBIGUOUS.fullmatch(text) else text


def read_text(cell: str) -> str:
    """Read text that has to be there."""
    if not clean(cell):
        raise Fault(both("fault_clusters.empty"))
    return clean(cell)


def read_hectares(cell: str) -> float:
    """Read hectares with a decimal point or a comma; empty is none, as "-" in the annex."""
    return check_area(read_amount(cell, "hectares")) if clean(cell) else 0.0


def read_amount(cell: str, what: str = "number") -> float:
    """Read a number of 0 or more with a decimal point or a comma; empty is not known."""
    text, said = clean(cell), both(f"fault_clusters.amount {what}")
    if not text:
        return math.nan
    if not re.fullmatch(r"-?\d+([.,]\d+)?", text, re.ASCII):
        raise Fault(both("fault_clusters.no number", text=text, what=said))
    number = float(text.replace(",", "."))
    if number < 0:
        raise Fault(both("fault_clusters.negative", text=text, what=said))
    if number > _LARGEST:
        raise Fault(both("fault_clusters.too large", what=said))
    if _AMBIGUOUS.fullmatch(text):
        meant = {"whole": re.sub("[.,]", "", text), "decimal": number_cell(number)}
        raise Fault(both("fault_clusters.ambiguous", text=text, **meant))
    return number


def check_area(number: float) -> float:
    """Refuse a number that is no area."""
    if number and not _SQUARE_METRE <= number <= _PROVINCE:
        raise Fault(both("fault_clusters.no area", number=f"{number:g}"))
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
        raise Fault(both("fault_clusters.no date", text=text)) from None


def as_day(day: dt.date | str) -> dt.date:
    """Take a day, or read it as a cell."""
    try:
        return day if isinstance(day, dt.date) else dt.date.fromisoformat(read_date(day))
    except ValueError:
        raise InputError(both("fault_clusters.no date", text=day)) from None


def read_degrees(cell: str) -> float:
    """Read degrees with a decimal point or a comma; empty is not known."""
    text = clean(cell)
    if not text:
        return math.nan
    if not re.fullmatch(r"-?\d{1,3}([.,]\d+)?", text, re.ASCII):
        raise Fault(both("fault_clusters.no degrees", text=text))
    return float(text.replace(",", "."))
