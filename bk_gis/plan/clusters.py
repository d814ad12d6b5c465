"""The plain tables of a plan folder: clusters.csv and place_names.csv, each problem located."""

import os
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from bk_gis.errors import Fault, InputError, Lang, Problem, Text
from bk_gis.io.batches import Batch, TableFile
from bk_gis.io.delimited import once_each, read_strict
from bk_gis.io.headers import require_table
from bk_gis.io.records import is_blank
from bk_gis.io.whole import require_file
from bk_gis.language.names import clean, fold
from bk_gis.language.words import both
from bk_gis.places.districts import match_districts
from bk_gis.plan.cells import Reader, check_area, read_hectares, read_text
from bk_gis.plan.statuses import STATUS_READERS, as_cell, complete_statuses

CLUSTER_COLUMNS = ("id", "name", "printed_name", "location", "district")
NOTES = ("note", "note_en")  # what has to be said of a row, such as what of it is assumed
OPTIONAL = ("location_code", *NOTES)  # texts; the first is the code of the commune that is meant
HECTARES = "ha_"
MOST_CLUSTERS = 10_000  # what page and sheet are measured with; no province has a fiftieth of it


def hectare_column(phase_id: str) -> str:
    """Name of the column that holds a phase's hectares: "2011-2015" has `ha_2011_2015`."""
    return HECTARES + phase_id.replace("-", "_")


def note_texts(clusters: pd.DataFrame, lang: Lang) -> list[str]:
    """Give the note of each cluster, in a language where it has one in that; empty for none."""
    pairs = zip(clusters["note"], clusters["note_en"], strict=True)
    return [english if lang == "en" and english else note for note, english in pairs]


def read_clusters(
    path: Path,
    phase_ids: Sequence[str] | None,
    problems: list[Problem],
    *,
    districts: bool = True,
    notes: list[Text] | None = None,
) -> pd.DataFrame:
    """
    Read clusters.csv; add what is wrong to `problems`. Where there are no districts, none is asked for.

    Returns one row a cluster, with the id of its founding phase in `founded`, the sum of the phases'
    hectares in `ha` and the row of the file in `row`; empty when the file cannot be used at all. A
    cell that cannot be used is None, so that the rest of its row can still be checked. Without phases
    (plan.toml is unusable) the hectares are left alone.
    """
    readers = _cluster_readers(phase_ids or (), read_hectares, districts=districts)
    optional = {*STATUS_READERS, *OPTIONAL, *(() if districts else ("district",))}
    batch = _read_file(path, readers, problems, optional=optional, notes=notes)
    if not batch.rows and set(readers) & set(batch.table):
        problems.append(Problem(path.name, None, None, both("fault_clusters.header alone")))
    return _complete(_values(batch, readers, problems), phase_ids, path.name, problems)


def with_districts(path: Path) -> str | None:
    """Name the file of clusters where one of them states a district."""
    table = _read_file(path, {}, [], optional=(), notes=None).table
    return path.name if any(map(clean, table.get("district", ()))) else None


def take_clusters(
    table: pd.DataFrame, phase_ids: Sequence[str], problems: list[Problem], *, districts: bool = True
) -> pd.DataFrame:
    """
    Take clusters from a table as `read_clusters` reads them from a file; its first row is row 2.

    A text may be a number, as pandas reads ids; hectares have to be numbers.
    """
    require_table(table)
    table = table.reset_index(drop=True)  # rows go by their order, whatever their index is
    readers = _cluster_readers(phase_ids, check_area, districts=districts)
    optional = {*STATUS_READERS, *OPTIONAL, *(() if districts else ("district",))}
    readers = {name: reader for name, reader in readers.items() if name in table or name not in optional}
    if missing := [name for name in readers if name not in table]:
        raise InputError(both("fault_clusters.missing columns", names=missing))
    if len(table) == 0:
        problems.append(Problem("clusters", None, None, both("fault_clusters.no rows")))
    hectares = [name for name in readers if readers[name] is check_area]
    numbers = table[hectares].apply(pd.to_numeric, errors="coerce").astype(float)
    texts = table[[name for name in readers if name not in hectares]].astype(object)
    texts = texts.map(as_cell, na_action="ignore").astype(object).fillna("")
    batch = Batch(texts.join(numbers), range(2, len(table) + 2), TableFile("clusters"))
    return _complete(_values(batch, readers, problems), phase_ids, "clusters", problems)


def _cluster_readers(phase_ids: Iterable[str], hectares: Reader, *, districts: bool) -> dict[str, Reader]:
    texts = {**dict.fromkeys(CLUSTER_COLUMNS, read_text), "district": read_text if districts else clean}
    ha = dict.fromkeys(map(hectare_column, phase_ids), hectares)
    return {**texts, **ha, **STATUS_READERS, **dict.fromkeys(OPTIONAL, clean)}


def _complete(
    frame: pd.DataFrame, phase_ids: Sequence[str] | None, file: str, problems: list[Problem]
) -> pd.DataFrame:
    """Check ids, statuses and hectares of clusters, numbered in `row`, and add `founded` and `ha`."""
    if len(frame) > MOST_CLUSTERS:
        many = both("fault_clusters.too many", count=len(frame), most=MOST_CLUSTERS)
        problems.append(Problem(file, None, None, many))
    complete_statuses(frame, file, problems)
    for name in OPTIONAL:
        frame[name] = frame[name].fillna("") if name in frame else ""
    problems += _repeated(frame, frame["id"], file, "id", "fault_clusters.id again")
    if phase_ids is None:
        return frame
    columns = list(dict.fromkeys(map(hectare_column, phase_ids)))
    hectares = frame[columns].astype(float)
    for number, name in frame.loc[(hectares == 0).all(axis=1), ["row", "name"]].itertuples(index=False):
        message = both("fault_clusters.no hectares", name=name, columns=columns)
        problems.append(Problem(file, number, None, message))
    phases = np.array(phase_ids, dtype=object)
    frame[columns] = hectares
    frame["founded"] = phases[(hectares.to_numpy() > 0).argmax(axis=1)]
    frame["ha"] = hectares.sum(axis=1).round(6)
    return frame


def read_place_names(
    path: Path, problems: list[Problem], *, districts: bool = True, notes: list[Text] | None = None
) -> pd.DataFrame:
    """
    Read place_names.csv; add what is wrong to `problems`. A folder may do without the file.

    Returns one row a correction, and the row of the file in `row`; `reason_en` is empty where the file
    has none.
    """
    readers: dict[str, Reader] = {
        "printed": read_text,
        "corrected": clean,  # empty: undecided, left as printed
        "reason": read_text,
        "reason_en": clean,
        "source": read_text,
        "district": read_text if districts else clean,
    }
    batch = Batch(pd.DataFrame(), (), TableFile(path.name))
    if os.path.lexists(path):  # a link to nothing is a fault
        optional = ("reason_en",) if districts else ("reason_en", "district")
        batch = _read_file(path, readers, problems, optional=optional, notes=notes)
    frame = _values(batch, readers, problems)
    return frame.assign(reason_en=frame["reason_en"].fillna(""))


def repeated_corrections(frame: pd.DataFrame, file: str) -> list[Problem]:
    """Find names of one district that are corrected twice."""
    codes = frame.get("district_code", [""] * len(frame))
    keys = [(fold(name), code) if name else None for name, code in zip(frame["printed"], codes, strict=True)]
    return _repeated(frame, keys, file, "printed", "fault_clusters.name again")


def state_districts(
    table: pd.DataFrame, names: Mapping[str, str], file: str, communes: str | None = None
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
    there = {"communes": communes or both("fault_clusters.the communes"), "names": sorted(names.values())}
    return [
        Problem(file, row, "district", both("fault_clusters.no district", text=text, **there))
        for row, text, code in zip(table["row"], stated, found, strict=True)
        if text is not None and code is None
    ]


def typed(table: pd.DataFrame) -> pd.DataFrame:
    """Drop the rows' numbers, and type each column by its values, as one that may hold None cannot be."""
    return pd.DataFrame({name: table[name].tolist() for name in table if name != "row"})


def _repeated(
    frame: pd.DataFrame, keys: Iterable[Hashable], file: str, column: str, key: str
) -> list[Problem]:
    """Find what is there again; the words get it, and the row where it was first."""
    first: dict[Hashable, int] = {}
    known = [(row, value) for row, value in zip(frame["row"], keys, strict=True) if value is not None]
    return [
        Problem(file, row, column, both(key, value=value, row=first[value]))
        for row, value in known
        if first.setdefault(value, row) != row
    ]


def _read_file(
    path: Path,
    readers: Mapping[str, Reader],
    problems: list[Problem],
    *,
    optional: Collection[str],
    notes: list[Text] | None,
) -> Batch:
    """Read a table and check its header; blank rows, as a spreadsheet leaves them, are left out."""
    before = len(problems)
    batch = (_read_worksheet if path.suffix == ".xlsx" else read_strict)(path, problems)
    if notes is not None and batch.file.lettered:
        notes += [both("folder.note", file=path.name, note=note) for note in batch.file.notes]
    header = list(map(str, batch.table))
    if header or len(problems) == before:  # else there is no table to have a header
        wanted = [name for name in readers if name not in optional]
        faults = _header_faults(header, wanted)
        problems += [Problem(path.name, batch.file.header_row, name, fault) for name, fault in faults.items()]
    filled = [i for i, cells in enumerate(batch.table.to_numpy().tolist()) if not is_blank(cells)]
    return Batch(batch.table.iloc[filled], [batch.rows[i] for i in filled], batch.file)


def _read_worksheet(path: Path, problems: list[Problem]) -> Batch:
    """Read the first worksheet as text, as if it had been saved as such."""
    from bk_gis.io.excel import read_workbook

    try:
        require_file(path)
        batch = read_workbook(path)
    except InputError as error:
        problems += error.problems
        return Batch(pd.DataFrame(), (), TableFile(path.name, 1))
    texts = batch.table.astype(object).map(as_cell, na_action="ignore").astype(object).fillna("")
    return once_each(replace(batch, table=texts.rename(columns=clean)), problems)


def table_file(folder: Path, name: str, problems: list[Problem]) -> Path:
    """Find a table of a plan: `name`.csv, or a workbook in its place; both are a fault."""
    text, workbook = folder / f"{name}.csv", folder / f"{name}.xlsx"
    if not workbook.is_file():
        return text
    if text.is_file():
        both_there = both("fault_plan.two tables", csv=text.name, xlsx=workbook.name)
        problems.append(Problem(workbook.name, None, None, both_there))
    return workbook


def _header_faults(header: Sequence[str], wanted: Sequence[str]) -> dict[str, Text]:
    absent = both("fault_clusters.missing column", found=header or both("fault_clusters.nothing found"))
    missing = dict.fromkeys((name for name in wanted if name not in header), absent)
    phases = [name for name in wanted if name.startswith(HECTARES)]
    other = [name for name in header if phases and name.startswith(HECTARES) and name not in phases]
    return {**missing, **dict.fromkeys(other, both("fault_clusters.no such phase", phases=phases))}


def _values(batch: Batch, readers: Mapping[str, Reader], problems: list[Problem]) -> pd.DataFrame:
    """Read the columns that have a reader, and in `row` the number of each row in its file."""
    values: dict[str, list[Any]] = {name: [None] * len(batch.rows) for name in readers}
    for name, reader in readers.items():
        for i, cell in enumerate(batch.table.get(name, ())):  # what is missing was said of the header
            try:
                values[name][i] = reader(cell)
            except Fault as fault:
                problems.append(batch.problem(i, name, fault.text))
    return pd.DataFrame({**values, "row": list(batch.rows)}, dtype=object)
