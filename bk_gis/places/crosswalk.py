"""Later names of the communes: crosswalk.csv of a plan folder as aliases for the names' matching."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bk_gis.errors import InputError, Problem
from bk_gis.io.delimited import read_strict
from bk_gis.places.values import Alias

COLUMNS = (
    *("code_2014", "name_2014", "part", "area_share"),
    *("code_2020", "name_2020", "unit_type_2020", "district_2020"),
    *("code_2025", "name_2025", "unit_type_2025", "province_2025"),
)
_SHARE = re.compile(r"|0([.,]\d+)?|1([.,]0+)?", re.ASCII)
_MOST = 0.5  # share of a split commune from which it counts to a later one

Row = dict[str, str]


def read_aliases(path: str | Path) -> list[Alias]:
    """
    Read the later names of communes off the crosswalk.csv of a plan folder, for `geocode`.

    Parameters
    ----------
    path
        File to read; a folder may do without it.

    Returns
    -------
    list
        An alias for each commune of 2020, in its district, and of 2025, in its province, when there were
        no districts any more. Its codes are those of the communes of 2014 that it is made of, and of those
        of which it has most. Nothing where there is no such file.

    Raises
    ------
    InputError
        The file cannot be read or lacks a column: `problems` lists all that is wrong.
    """
    path = Path(path)
    if not path.exists():
        return []
    problems: list[Problem] = []
    batch = read_strict(path, problems)
    problems += [
        Problem(path.name, batch.file.header_row, name, "the column is missing")
        for name in COLUMNS
        if name not in batch.table
    ]
    rows = [row for _, row in batch.records()]
    problems += [
        Problem(path.name, number, "area_share", f"'{share}' is no share; expected 0 to 1, or nothing")
        for number, row in batch.records()
        if not _SHARE.fullmatch(share := row.get("area_share", ""))
    ]
    if problems:
        raise InputError(problems)
    return [*_aliases(rows, "2020"), *_aliases(rows, "2025")]


def _aliases(rows: list[Row], year: str) -> Iterator[Alias]:
    pieces = Counter(row["code_2014"] for row in rows)
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[f"code_{year}"], []).append(row)
    for group in groups.values():
        parts: dict[str, list[Row]] = {}
        for row in group:
            parts.setdefault(row["code_2014"], []).append(row)
        members = [code for code, part in parts.items() if _counts(part, pieces[code])]
        others = sorted({row["name_2014"] for row in group if row["code_2014"] not in members})
        yield Alias(
            group[0][f"name_{year}"],
            tuple(members),
            unit=group[0][f"unit_type_{year}"],
            year=year,
            district=group[0]["district_2020"] if year == "2020" else "",
            province=group[0]["province_2025"] if year == "2025" else "",
            parts=tuple(others),
        )


def _counts(part: list[Row], pieces: int) -> bool:
    """Whether the parts of a commune that went to a later one are all of it, or most."""
    return (
        len(part) == pieces or sum(float(row["area_share"].replace(",", ".") or 0) for row in part) >= _MOST
    )
