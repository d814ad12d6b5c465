"""Read the plain tables of a plan folder: clusters.csv and place_names.csv, each problem located."""

import csv
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import pandas as pd
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, create_model

from bk_gis.errors import Problem
from bk_gis.names import clean

HECTARES = "ha_"
_COLUMNS = ("id", "name", "printed_name", "location", "district")


def hectare_column(phase_id: str) -> str:
    """Name of the column that holds a phase's hectares: "2011-2015" has `ha_2011_2015`."""
    return HECTARES + phase_id.replace("-", "_")


def _text(value: str) -> str:
    if not clean(value):
        raise ValueError("is empty; expected text")
    return clean(value)


def _hectares(value: str) -> float:
    """Empty is none, as "-" in the annex."""
    text = value.strip()
    if not text:
        return 0.0
    if not re.fullmatch(r"-?\d+(\.\d+)?", text):
        hint = text.replace(",", ".")
        expected = (
            f"a decimal point, {hint}"
            if re.fullmatch(r"-?\d+,\d+", text)
            else "hectares like 32.7, or nothing"
        )
        raise ValueError(f"'{text}' is not a number; expected {expected}")
    if float(text) < 0:
        raise ValueError(f"{text} is negative; expected hectares of 0 or more")
    return float(text)


Text = Annotated[str, BeforeValidator(_text)]
Hectares = Annotated[float, BeforeValidator(_hectares)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="ignore")


class _ClusterRow(_Row):
    id: Text
    name: Text
    printed_name: Text
    location: Text
    district: Text


class _PlaceNameRow(_Row):
    printed: Text
    district: Text
    corrected: str  # empty: undecided, left as printed
    reason: Text
    source: Text


def read_clusters(path: Path, phase_ids: Sequence[str] | None, problems: list[Problem]) -> pd.DataFrame:
    """
    Read clusters.csv; add what is wrong to `problems`.

    Returns one row a cluster, with the id of its founding phase in `founded`, the sum of the phases'
    hectares in `ha` and the row of the file in `row`; empty when the file cannot be used at all.
    Without phases (plan.toml is unusable) the hectares are left alone.
    """
    columns = [hectare_column(phase) for phase in phase_ids or ()]
    model = create_model(
        "ClusterRow",
        __base__=_ClusterRow,
        **dict.fromkeys(columns, (Hectares, ...)),  # type: ignore[call-overload]
    )

    def unknown_phase(header: Sequence[str]) -> list[str]:
        if phase_ids is None:
            return []
        return [h for h in header if h.startswith(HECTARES) and h not in columns]

    rows = _read_rows(path, model, problems, refuse=unknown_phase)
    frame = pd.DataFrame(rows, columns=[*_COLUMNS, *columns, "row"])
    first_row: dict[str, int] = {}
    for row, name in zip(frame["row"], frame["id"], strict=True):
        first = first_row.setdefault(name, row)
        if first != row:
            message = f"'{name}' is already the id of row {first}; expected an id of its own"
            problems.append(Problem(path.name, row, "id", message))
    if not columns:
        return frame
    for row, name in frame.loc[(frame[columns] == 0).all(axis=1), ["row", "name"]].itertuples(index=False):
        message = f"cluster '{name}' has no hectares in any phase; expected some in {', '.join(columns)}"
        problems.append(Problem(path.name, row, None, message))
    phases = np.array(phase_ids, dtype=object)
    frame["founded"] = phases[(frame[columns].to_numpy() > 0).argmax(axis=1)]
    frame["ha"] = frame[columns].sum(axis=1).round(6)
    return frame


def read_place_names(path: Path, problems: list[Problem]) -> pd.DataFrame:
    """Read place_names.csv; add what is wrong to `problems`. A folder may do without the file."""
    columns = list(_PlaceNameRow.model_fields)
    if not path.exists():
        return pd.DataFrame(columns=columns, dtype=str)
    return pd.DataFrame(_read_rows(path, _PlaceNameRow, problems, may_be_empty=True), columns=columns)


def _read_rows(
    path: Path,
    model: type[BaseModel],
    problems: list[Problem],
    *,
    refuse: Callable[[Sequence[str]], list[str]] = lambda _header: [],
    may_be_empty: bool = False,
) -> list[dict[str, Any]]:
    """Rows as dicts of the model's fields plus `row`, the row number that a spreadsheet shows."""

    def add(row: int | None, column: str | None, message: str) -> None:
        problems.append(Problem(path.name, row, column, message))

    lines = _read_lines(path, problems)
    if lines is None:
        return []
    header = [clean(name) for name in lines[0]] if lines else []
    missing = _missing_columns(header, list(model.model_fields))
    for name, message in missing:
        add(1, name, message)
    for name in refuse(header):
        add(1, name, "is no phase of plan.toml; expected ha_... columns for the phases there and no other")
    for name in sorted({h for h in header if header.count(h) > 1}):
        add(1, name, "the column is there twice; expected once")
    if missing:
        return []

    rows = []
    filled = [(i, line) for i, line in enumerate(lines[1:], start=2) if any(cell.strip() for cell in line)]
    for number, line in filled:
        if len(line) != len(header):
            add(number, None, f"has {len(line)} cells; expected {len(header)}, as in the header")
            continue
        values, faults = _validated(model, dict(zip(header, line, strict=True)))
        rows += [] if faults else [{**values, "row": number}]
        for name, message in faults:
            add(number, name, message)
    if not filled and not may_be_empty:
        add(None, None, "has a header and no rows; expected at least one")
    return rows


def _validated(
    model: type[BaseModel], record: dict[str, str]
) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    try:
        return model.model_validate(record).model_dump(), []
    except ValidationError as error:
        return {}, [
            (str(fault["loc"][0]), str(fault.get("ctx", {}).get("error", fault["msg"])))
            for fault in error.errors()
        ]


def _read_lines(path: Path, problems: list[Problem]) -> list[list[str]] | None:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file, strict=True))
    except FileNotFoundError:
        message = f"there is no such file in {path.parent}"
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 ({error.reason} at byte {error.start}); save it as CSV UTF-8"
    except csv.Error as error:
        message = f"is not a readable CSV file: {error}"
    problems.append(Problem(path.name, None, None, message))
    return None


def _missing_columns(header: Sequence[str], wanted: Sequence[str]) -> list[tuple[str, str]]:
    hint = "; is it separated by ';' instead of ','?" if any(";" in name for name in header) else ""
    found = ", ".join(header) or "nothing"
    return [(name, f"the column is missing; found {found}{hint}") for name in wanted if name not in header]
