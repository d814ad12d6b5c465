"""Read the plain tables of a plan folder: clusters.csv and place_names.csv, each problem located."""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from bk_gis.errors import InputError, Problem
from bk_gis.io.delimited import read_strict
from bk_gis.language.names import clean, fold, value_text
from bk_gis.places.districts import match_districts

HECTARES = "ha_"
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)  # 1.850 is 1850 to some and 1.85 to others
Reader = Callable[[str], Any]  # makes a value of a cell, or says in a ValueError why not


def hectare_column(phase_id: str) -> str:
    """Name of the column that holds a phase's hectares: "2011-2015" has `ha_2011_2015`."""
    return HECTARES + phase_id.replace("-", "_")


def _text(cell: str) -> str:
    if not clean(cell):
        raise ValueError("is empty; expected text")
    return clean(cell)


def _hectares(cell: str) -> float:
    """Read hectares with a decimal point or a comma; empty is none, as "-" in the annex."""
    text = cell.strip()
    if not text:
        return 0.0
    if not re.fullmatch(r"-?\d+([.,]\d+)?", text, re.ASCII):
        raise ValueError(f"'{text}' is not a number; expected hectares like 32.7, or nothing")
    number = float(text.replace(",", "."))
    if number < 0:
        raise ValueError(f"{text} is negative; expected hectares of 0 or more")
    if not np.isfinite(number):
        raise ValueError("is too large a number; expected hectares like 32.7")
    if _AMBIGUOUS.fullmatch(text):
        thousands = re.sub("[.,]", "", text)
        raise ValueError(
            f"'{text}' may be thousands or a decimal; write {thousands} or {hectare_cell(number)}"
        )
    return number


def hectare_cell(hectares: float) -> str:
    """Write hectares as clusters.csv has them; a fourth decimal keeps a third from looking like thousands."""
    text = f"{hectares:.6f}".rstrip("0").rstrip(".")
    return text + "0" if _AMBIGUOUS.fullmatch(text) else text


CLUSTER_COLUMNS = ("id", "name", "printed_name", "location", "district")
_PLACE_NAME: dict[str, Reader] = {
    "printed": _text,
    "corrected": clean,  # empty: undecided, left as printed
    "reason": _text,
    "reason_en": clean,  # the column may be missing
    "source": _text,
}


def read_clusters(
    path: Path, phase_ids: Sequence[str] | None, problems: list[Problem], *, districts: bool = True
) -> pd.DataFrame:
    """
    Read clusters.csv; add what is wrong to `problems`. Where there are no districts, none is asked for.

    Returns one row a cluster, with the id of its founding phase in `founded`, the sum of the phases'
    hectares in `ha` and the row of the file in `row`; empty when the file cannot be used at all. A
    cell that cannot be used is None, so that the rest of its row can still be checked. Without phases
    (plan.toml is unusable) the hectares are left alone.
    """
    columns = list(dict.fromkeys(map(hectare_column, phase_ids or ())))
    readers = {**_cluster_readers(districts=districts), **dict.fromkeys(columns, _hectares)}
    frame = _read_rows(path, readers, problems, optional=() if districts else ("district",))
    return complete_clusters(frame, phase_ids, path.name, problems)


def take_clusters(
    table: pd.DataFrame, phase_ids: Sequence[str], problems: list[Problem], *, districts: bool = True
) -> pd.DataFrame:
    """
    Take clusters from a table as `read_clusters` reads them from a file; its first row is row 2.

    A text may be a number, as pandas reads ids; hectares have to be numbers.
    """
    columns = list(map(hectare_column, phase_ids))
    readers = _cluster_readers(districts=districts)
    if not districts and "district" not in table:
        del readers["district"]
    if missing := [name for name in (*readers, *columns) if name not in table]:
        raise InputError(f"the clusters have no column {', '.join(missing)}")
    if len(table) == 0:
        problems.append(Problem("clusters", None, None, "has no rows; expected at least one"))
    texts = table[list(readers)].astype(object).map(value_text, na_action="ignore").fillna("")
    rows = []
    for number, cells in enumerate(texts.itertuples(index=False, name=None), start=2):
        values, wrong = _read_row(dict(zip(readers, cells, strict=True)), readers)
        problems += [Problem("clusters", number, column, message) for column, message in wrong]
        rows.append({**values, "row": number})
    frame = pd.DataFrame(rows, columns=[*readers, "row"], dtype=object)
    frame[columns] = table[columns].apply(pd.to_numeric, errors="coerce").to_numpy()
    problems += [
        Problem("clusters", row, column, f"{value:g} is no area; expected hectares of 0 or more")
        for column in columns
        for row, value in zip(frame["row"], frame[column], strict=True)
        if not 0 <= value < float("inf")
    ]
    return complete_clusters(frame, phase_ids, "clusters", problems)


def complete_clusters(
    frame: pd.DataFrame, phase_ids: Sequence[str] | None, file: str, problems: list[Problem]
) -> pd.DataFrame:
    """Check ids and hectares of clusters, numbered in `row`, and add `founded` and `ha`."""
    columns = list(dict.fromkeys(map(hectare_column, phase_ids or ())))
    for number, first, name in _repeated(frame["row"], frame["id"]):
        message = f"'{name}' is already the id of row {first}; expected an id of its own"
        problems.append(Problem(file, number, "id", message))
    if phase_ids is None:
        return frame
    hectares = frame[columns].astype(float)
    for number, name in frame.loc[(hectares == 0).all(axis=1), ["row", "name"]].itertuples(index=False):
        message = f"cluster '{name}' has no hectares in any phase; expected some in {', '.join(columns)}"
        problems.append(Problem(file, number, None, message))
    phases = np.array(phase_ids, dtype=object)
    frame[columns] = hectares
    frame["founded"] = phases[(hectares.to_numpy() > 0).argmax(axis=1)]
    frame["ha"] = hectares.sum(axis=1).round(6)
    return frame


def read_place_names(path: Path, problems: list[Problem], *, districts: bool = True) -> pd.DataFrame:
    """
    Read place_names.csv; add what is wrong to `problems`. A folder may do without the file.

    Returns one row a correction, and the row of the file in `row`; `reason_en` is empty where the file
    has none.
    """
    readers = {**_PLACE_NAME, "district": _text if districts else clean}
    if not path.exists():
        return pd.DataFrame(columns=[*readers, "row"], dtype=object)
    optional = ("reason_en",) if districts else ("reason_en", "district")
    frame = _read_rows(path, readers, problems, optional=optional, may_be_empty=True)
    frame["reason_en"] = frame["reason_en"].fillna("")
    return frame


def repeated_corrections(frame: pd.DataFrame, file: str) -> list[Problem]:
    """Find names of one district that are corrected twice."""
    keys = [
        (fold(printed), code) if printed else None
        for printed, code in zip(frame["printed"], frame.get("district_code", [""] * len(frame)), strict=True)
    ]
    words = "this name of this district is already corrected in row {}; expected one correction"
    return [
        Problem(file, number, "printed", words.format(first))
        for number, first, _ in _repeated(frame["row"], keys)
    ]


def state_districts(
    table: pd.DataFrame, names: Mapping[str, str], file: str, communes: str = "the communes"
) -> list[Problem]:
    """
    Match the district that each record states, once: its code goes to `district_code`.

    `district` gets the name as the communes spell it. Where there are no districts, nothing is matched,
    and an empty column goes. Returns the records that state a district there is none of.
    """
    if not names:
        if "district" in table and not any(table["district"]):
            del table["district"]
        return []
    found = match_districts(table["district"], names)
    stated = table["district"].tolist()
    table.insert(list(table).index("district") + 1, "district_code", found)
    table["district"] = [names.get(code or "", text) for code, text in zip(found, stated, strict=True)]
    listing = ", ".join(sorted(names.values()))
    return [
        Problem(file, row, "district", f"'{text}' is no district of {communes}; expected one of {listing}")
        for row, text, code in zip(table["row"], stated, found, strict=True)
        if text is not None and code is None
    ]


def _cluster_readers(*, districts: bool) -> dict[str, Reader]:
    return {**dict.fromkeys(CLUSTER_COLUMNS, _text), "district": _text if districts else clean}


def typed(table: pd.DataFrame) -> pd.DataFrame:
    """Drop the rows' numbers, and type each column by its values, as one that may hold None cannot be."""
    return pd.DataFrame({name: table[name].tolist() for name in table if name != "row"})


def _repeated(rows: Iterable[int], keys: Iterable[Hashable]) -> list[tuple[int, int, Hashable]]:
    """List what is there again: its row, the row where it was first, and what it is."""
    first: dict[Hashable, int] = {}
    known = [(row, key) for row, key in zip(rows, keys, strict=True) if key is not None]
    return [(row, first[key], key) for row, key in known if first.setdefault(key, row) != row]


def _read_rows(
    path: Path,
    readers: Mapping[str, Reader],
    problems: list[Problem],
    *,
    optional: Collection[str] = (),
    may_be_empty: bool = False,
) -> pd.DataFrame:
    """Read the columns that have a reader, and `row`, the row number that a spreadsheet shows."""
    before = len(problems)
    batch = read_strict(path, problems)
    header = list(batch.table.columns)
    frame = pd.DataFrame(columns=[*readers, "row"], dtype=object)
    if not header and len(problems) > before:
        return frame
    faults = _header_faults(header, [name for name in readers if name not in optional])
    problems += [Problem(path.name, batch.file.header_row, column, message) for column, message in faults]
    if not set(readers) & set(header):
        return frame

    filled = [(number, cells) for number, cells in batch.records() if any(map(str.strip, cells.values()))]
    if not filled and not may_be_empty:
        problems.append(Problem(path.name, None, None, "has a header and no rows; expected at least one"))
    rows = []
    for number, cells in filled:
        values, wrong = _read_row(cells, readers)
        problems += [Problem(path.name, number, column, message) for column, message in wrong]
        rows.append({**values, "row": number})
    return pd.DataFrame(rows, columns=frame.columns, dtype=object)


def _read_row(
    cells: Mapping[str, str], readers: Mapping[str, Reader]
) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    values = dict.fromkeys(readers)
    faults = []
    for column, reader in readers.items():
        if column not in cells:
            continue  # said once, of the header
        try:
            values[column] = reader(cells[column])
        except ValueError as error:
            faults.append((column, str(error)))
    return values, faults


def _header_faults(header: Sequence[str], wanted: Sequence[str]) -> list[tuple[str, str]]:
    found = ", ".join(header) or "nothing"
    missing = [(name, f"the column is missing; found {found}") for name in wanted if name not in header]
    phases = [name for name in wanted if name.startswith(HECTARES)]
    message = f"is no phase of plan.toml; expected {', '.join(phases)} and no other {HECTARES}..."
    unknown = [
        (name, message) for name in header if phases and name.startswith(HECTARES) and name not in phases
    ]
    return [*missing, *unknown]
