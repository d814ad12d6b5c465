"""Read a crosswalk: crosswalk.csv of a plan folder, or the national table; its faults by row and column."""

import datetime as dt
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from bk_gis.errors import InputError, Lang, Problem, Text, in_asked_language
from bk_gis.io.batches import Batch
from bk_gis.io.delimited import read_strict
from bk_gis.io.whole import existing
from bk_gis.language.names import fold
from bk_gis.language.words import both, require_language
from bk_gis.places.values import Alias, grouped
from bk_gis.places.vintages.aliases import aliases
from bk_gis.places.vintages.crosswalk import Crosswalk, Piece, Unit, whole_share
from bk_gis.places.vintages.national import ENDINGS, read_national

_SHARE = re.compile(r"|0([.,]\d+)?|1([.,]0+)?", re.ASCII)
_CODE = re.compile(r"code_(\d{4})", re.ASCII)
_GSO = re.compile(r"\d{5}", re.ASCII)  # the General Statistics Office's codes
_LOST = re.compile(r"\d{4}", re.ASCII)
_FEWEST = 2  # vintages
_ROUNDED = Decimal("0.011")  # by which shares may be off 1


@in_asked_language
def read_crosswalk(path: str | Path, *, lang: Lang = "vi") -> Crosswalk:
    """
    Read what became of communes: a crosswalk of two vintages or more, such as data/crosswalk.csv.

    Parameters
    ----------
    path
        Table with `code_YEAR` and `name_YEAR` for each vintage, and where they apply `unit_type_YEAR`,
        `district_YEAR`, `province_YEAR`; one row a commune of the first vintage, or where it was split one
        for each part, with `area_share`. Or the national table of 2020 to 2025 of the package
        vietnamadminunits: its converter_2025.json, or the package's own .whl.
    lang
        Language of errors.

    Returns
    -------
    Crosswalk
        For `convert`.

    Raises
    ------
    MissingFileError
        There is no such file.
    InputError
        The file cannot be read, lacks a column, or has a code or a share that is none: `problems` lists all
        that is wrong.

    Examples
    --------
    >>> import bk_gis
    >>> bk_gis.read_crosswalk("data/crosswalk.csv")
    <Crosswalk 2014: 122, 2020: 108, 2025: 37>
    """
    require_language(lang)
    path = existing(path)
    if path.suffix.lower() in ENDINGS:
        return read_national(path)
    problems: list[Problem] = []
    crosswalk, _ = _checked(path, problems)
    if crosswalk is None:
        raise InputError(problems)
    return crosswalk


@in_asked_language
def read_aliases(path: str | Path, *, vintage: int | None = None, lang: Lang = "vi") -> list[Alias]:
    """
    Read the names of communes at other times off the crosswalk.csv of a plan folder, for `geocode`.

    Parameters
    ----------
    path
        File to read, see `read_crosswalk`; a folder may do without it.
    vintage
        Year of the boundaries that the plan has, by default the first of the file.
    lang
        Language of errors.

    Returns
    -------
    list
        An alias for each commune of another vintage, in its district, or in its province when there were no
        districts any more. The codes of a later one are those of the communes that it is made of, and of
        those of which it has most; that of an earlier one is of the commune in which it lies, or most of
        it. Nothing where there is no such file.

    Raises
    ------
    InputError
        The file cannot be read or lacks a column: `problems` lists all that is wrong; or it has no such
        vintage.

    Examples
    --------
    >>> import bk_gis
    >>> import pandas as pd
    >>> aliases = bk_gis.read_aliases("data/crosswalk.csv")
    >>> points = bk_gis.geocode(pd.DataFrame({"xã": ["phường Bắc Kạn"]}), bk_gis.load_plan(), aliases=aliases)
    >>> points["match_method"].to_list()
    ['alias']
    """
    require_language(lang)
    return aliases(read_crosswalk(path), vintage) if os.path.lexists(path) else []


def _checked(path: Path, problems: list[Problem]) -> tuple[Crosswalk | None, Batch]:
    """Read a crosswalk, and add what is wrong with it to `problems`; None where anything is. And its rows."""
    faults: list[Problem] = []
    batch = read_strict(path, faults)
    years = sorted(int(found[1]) for name in batch.table if (found := _CODE.fullmatch(str(name))))
    faults += _missing(batch, years)
    faults += [] if faults else _faults(batch, years)
    problems += sorted(set(faults), key=lambda fault: (fault.row or 0, fault.column or ""))
    return None if faults else _crosswalk(batch, years), batch


def _missing(batch: Batch, years: list[int]) -> list[Problem]:
    file, header = batch.file.name, batch.file.header_row
    if batch.table.columns.empty:
        return []
    if len(years) < _FEWEST:
        return [Problem(file, header, None, both("fault_places.one vintage", years=len(years)))]
    wanted = [f"{name}_{year}" for year in years for name in ("code", "name")]
    wanted += [f"unit_type_{year}" for year in years[1:]]
    missing = both("fault_places.no column")
    return [Problem(file, header, name, missing) for name in wanted if name not in batch.table]


def crosswalk_of(
    path: Path, communes: Mapping[str, str], date: dt.date, problems: list[Problem]
) -> Crosswalk | None:
    """
    Read the crosswalk of a plan; add what is wrong to `problems`. A folder may do without it.

    Its codes and names of the plan's own vintage have to be those of `communes`, names by code; where these
    could not be read, none are given.
    """
    if not os.path.lexists(path):  # a link to nothing is a fault
        return None
    crosswalk, batch = _checked(path, problems)
    if crosswalk is None or not communes:
        return crosswalk
    year = crosswalk.vintage(date)
    faults = []
    for i, (_, row) in enumerate(batch.records()):
        code, name = row[f"code_{year}"], row[f"name_{year}"].strip()
        if code not in communes:
            said = both("fault_places.code not of plan", code=code)
            faults.append(batch.problem(i, f"code_{year}", said))
        elif fold(communes[code]) != fold(name):
            said = both("fault_places.name not of plan", code=code, name=name, other=communes[code])
            faults.append(batch.problem(i, f"name_{year}", said))
    problems += faults
    return None if faults else crosswalk


def _code_fault(code: str) -> Text | None:
    if not code.strip():
        return both("fault_places.no code")
    if code != "".join(code.split()):
        return both("fault_places.code with space", code=code, meant="".join(code.split()))
    if _LOST.fullmatch(code):
        return both("fault_places.lost zero", code=code)
    if not _GSO.fullmatch(code):
        return both("fault_places.bad code", code=code)
    return None


def _faults(batch: Batch, years: list[int]) -> Iterator[Problem]:
    """Find what is wrong with codes, names and shares, row by row; then shares that are no whole."""
    names, seen, readable = dict[tuple[int, str], str](), dict[tuple[str, ...], int](), True
    for i, (number, row) in enumerate(batch.records()):
        for year in years:
            code, name = row[f"code_{year}"], row[f"name_{year}"].strip()
            first = names.setdefault((year, code), name)
            if fault := _code_fault(code):
                yield batch.problem(i, f"code_{year}", fault)
            if not name:
                yield batch.problem(i, f"name_{year}", both("fault_places.no name"))
            elif name != first:
                said = both("fault_places.two names", code=code, name=name, other=first)
                yield batch.problem(i, f"name_{year}", said)
        codes = tuple(row[f"code_{year}"] for year in years)
        if (before := seen.setdefault(codes, number)) != number:
            yield batch.problem(i, f"code_{years[0]}", both("fault_places.row again", row=before))
        if not _SHARE.fullmatch(share := row.get("area_share", "")):
            readable = False
            yield batch.problem(i, "area_share", both("fault_places.bad share", share=share))
    pieces = _pieces([row for _, row in batch.records()], years) if readable else ()
    for code, of_code in grouped(range(len(pieces)), lambda i: pieces[i].codes[0]).items():
        known = [share for i in of_code if (share := pieces[i].share) is not None]
        if len(known) == len(of_code) and abs(sum(known, Decimal(0)) - 1) > _ROUNDED:
            said = both("fault_places.shares", code=code, sum=str(sum(known)))
            yield batch.problem(of_code[0], "area_share", said)


def _crosswalk(batch: Batch, years: list[int]) -> Crosswalk:
    rows = [row for _, row in batch.records()]
    units = {year: {row[f"code_{year}"]: _unit(row, year) for row in rows} for year in years}
    return Crosswalk(units, tuple(_pieces(rows, years)))


def _pieces(rows: Sequence[Mapping[str, Any]], years: list[int]) -> list[Piece]:
    times = Counter(row[f"code_{years[0]}"] for row in rows)
    pieces = []
    for row in rows:
        codes = tuple(row[f"code_{year}"] for year in years)
        share = row.get("area_share", "").replace(",", ".")
        pieces.append(Piece(codes, Decimal(share) if share else whole_share(times[codes[0]])))
    return pieces


def _unit(row: Mapping[str, Any], year: int) -> Unit:
    kind, district, province = (
        row.get(f"{name}_{year}", "").strip() for name in ("unit_type", "district", "province")
    )
    return Unit(row[f"code_{year}"], row[f"name_{year}"].strip(), kind, district, province)
