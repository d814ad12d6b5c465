"""Divide the amounts of records whose commune was split: their sums stay, to the last digit."""

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from bk_gis.errors import InputError, Problem, Text
from bk_gis.language.words import both
from bk_gis.places.vintages.crosswalk import Part, apportion

_NUMBER = re.compile(r"-?\d+([.,]\d+)?", re.ASCII)
_DOUBTFUL = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)  # thousands or thousandths


def split_rows(
    converted: pd.DataFrame,
    parts: Sequence[Sequence[Part]],
    columns: Iterable[str],
    problem: Callable[[int, object, Text], Problem],
) -> pd.DataFrame:
    """
    Give each part of a split record a row of its own, with its share of the amounts in `columns`.

    A record without parts, or whose shares are not known, stays one row. `convert_row` is the index of the
    record that a row comes from; the index itself is kept, repeated.
    """
    names = list(columns)
    amounts = {name: _amounts(converted, name, problem) for name in names}
    known: list[list[Part | None]] = [[part for part in of_row if part.share is not None] for of_row in parts]
    copies = np.repeat(np.arange(len(converted)), [max(len(of_row), 1) for of_row in known])
    result = converted.iloc[copies].copy()
    result.insert(len(result.columns), "convert_row", result.index)
    shown = [part for of_row in known for part in of_row or [None]]
    ledger = {
        "convert_codes": [part and part.unit.code for part in shown],
        "convert_names": [part and part.unit.full_name for part in shown],
        "convert_shares": [part and f"{part.share:f}".rstrip("0") for part in shown],
    }
    for name, texts in ledger.items():
        kept = zip(texts, result[name].tolist(), strict=True)
        result[name] = pd.Series([text or old for text, old in kept], result.index, result[name].dtype)
    for name, cells in amounts.items():
        divided = [cell for row, of_row in enumerate(known) for cell in _divided(cells[row], of_row)]
        comma = any("," in str(given) for given in result[name])
        values = [
            _like(cell, given, comma=comma)
            for cell, given in zip(divided, result[name].tolist(), strict=True)
        ]
        result[name] = pd.Series(values, result.index, result[name].dtype)
    return result


def _amounts(table: pd.DataFrame, name: str, problem: Callable[..., Problem]) -> list[Decimal | None]:
    """Read a column of amounts, all with the digits of the one that has most; None for an empty cell."""
    if name not in table:
        raise InputError(both("fault_io.no column", name=name, found=list(table.columns)))
    cells: list[Decimal | None] = []
    problems = []
    for row, value in enumerate(table[name].tolist()):
        text = "" if pd.isna(value) else str(value).strip()
        if isinstance(value, str) and _DOUBTFUL.fullmatch(text):
            problems.append(problem(row, name, both("fault_places.doubtful amount", text=text)))
        elif text and (isinstance(value, bool) or not _NUMBER.fullmatch(_plain(text))):
            problems.append(problem(row, name, both("fault_places.no amount", text=text)))
        cells.append(Decimal(_plain(text).replace(",", ".")) if text and not problems else None)
    if problems:
        raise InputError(problems)
    finest = min([0, *(int(cell.as_tuple().exponent) for cell in cells if cell is not None)])
    return [None if cell is None else cell.quantize(Decimal((0, (1,), finest))) for cell in cells]


def _plain(text: str) -> str:
    """Write a float that Python shows with an exponent, or as 15.0, without either."""
    if re.fullmatch(r"-?\d+(\.\d+)?e[+-]\d+", text):
        return f"{Decimal(text):f}"
    return text.removesuffix(".0")


def _divided(amount: Decimal | None, parts: Sequence[Part | None]) -> Sequence[Decimal | None]:
    """Divide an amount; None for what stays as it is."""
    shares = [part.share for part in parts if part and part.share is not None]
    if amount is None or not shares:
        return [None] * max(len(parts), 1)
    return apportion(amount, shares)


def _like(amount: Decimal | None, given: Any, *, comma: bool) -> Any:
    """Write an amount as what it comes from was: text with the decimal mark of its column, or a number."""
    if amount is None:
        return given
    if isinstance(given, str):
        return str(amount).replace(".", ",") if comma else str(amount)
    return type(given)(amount)
