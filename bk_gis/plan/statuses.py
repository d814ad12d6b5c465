"""What became of a cluster: its status, the decision that made it so, the point where it was surveyed."""

import math
from collections.abc import Mapping
from functools import cache
from typing import Any

import geopandas as gpd
import pandas as pd

from bk_gis.errors import Fault, Problem, Text
from bk_gis.language.names import clean, fold, value_text
from bk_gis.language.words import both, words
from bk_gis.plan.cells import Reader, number_cell, read_amount, read_date, read_degrees

FOUNDED, PLANNED, WITHDRAWN, UNKNOWN = "founded", "planned", "withdrawn", "unknown"
STATUSES = (FOUNDED, PLANNED, WITHDRAWN, UNKNOWN)  # as legends and sentences have them; nothing known is last
SLACK_HA = 5.0  # hectares by which a founding may exceed the plan without a word: decrees let it pass


def _read_status(cell: str) -> str:
    """Read a status in either language; empty is nothing known."""
    text = clean(cell)
    if text and fold(text) not in _spellings():
        raise Fault(both("fault_clusters.no such status", text=text, known=_known()))
    return _spellings()[fold(text)] if text else UNKNOWN


def _known() -> list[Text]:
    return [Text(words("status")[status]["vi"], status) for status in STATUSES[:-1]]


@cache
def _spellings() -> Mapping[str, str]:
    said = words("status")
    return {fold(text): status for status in STATUSES for text in (status, *said[status].values())}


# Columns that clusters.csv may have, each with its reader and what stands there where it has none.
STATUS_COLUMNS: dict[str, tuple[Reader, Any]] = {
    "status": (_read_status, UNKNOWN),
    "decision": (clean, ""),
    "decision_date": (read_date, ""),
    "decision_ha": (lambda cell: read_amount(cell, "hectares"), math.nan),
    "investment_billion_vnd": (lambda cell: read_amount(cell, "billion"), math.nan),
    "decision_source": (clean, ""),
    "lon": (read_degrees, math.nan),
    "lat": (read_degrees, math.nan),
}
NOT_SURVEYED = {name: STATUS_COLUMNS[name][1] for name in ("lon", "lat")}
STATUS_READERS: dict[str, Reader] = {name: reader for name, (reader, _) in STATUS_COLUMNS.items()}


def as_cell(value: object) -> str:
    """Write a value of a table as a file would have it, so that it is read in the same way."""
    return number_cell(value) if isinstance(value, float) else value_text(value)


def complete_statuses(frame: pd.DataFrame, file: str, problems: list[Problem]) -> None:
    """Fill in what is not stated, and say where a row contradicts itself; rows are numbered in `row`."""
    for name, (_, nothing) in STATUS_COLUMNS.items():
        given = frame[name] if name in frame else [None] * len(frame)
        frame[name] = [nothing if value is None else value for value in given]
    unreadable = {problem.row for problem in problems if problem.column in STATUS_COLUMNS}
    for record in frame[~frame["row"].isin(unreadable)].to_dict("records"):
        cells = {name: record[name] for name in STATUS_COLUMNS}
        stated = [name for name, value in cells.items() if value not in ("", UNKNOWN) and not pd.isna(value)]
        row = record["row"]
        if stated and "status" not in stated:
            message = both("fault_clusters.no status", stated=stated, known=_known())
            problems.append(Problem(file, row, "status", message))
        missing = {"lon", "lat"} - set(stated)
        if len(missing) == 1:
            problems.append(Problem(file, row, missing.pop(), both("fault_clusters.half a point")))
        elif not missing and record["status"] not in (FOUNDED, UNKNOWN):
            problems.append(Problem(file, row, "lon", both("fault_clusters.surveyed")))


def place_problems(clusters: pd.DataFrame, communes: gpd.GeoDataFrame, file: str) -> list[Problem]:
    """Find surveyed points far from the communes, and codes of none; clusters are numbered in `row`."""
    west, south, east, north = communes.total_bounds
    edges = {"west": f"{west:.2f}", "south": f"{south:.2f}", "east": f"{east:.2f}", "north": f"{north:.2f}"}
    there = clusters[clusters["lon"].notna() & clusters["lat"].notna()]
    problems = [
        Problem(file, row, "lon", both("fault_clusters.far away", lon=f"{lon:g}", lat=f"{lat:g}", **edges))
        for row, lon, lat in there[["row", "lon", "lat"]].itertuples(index=False)
        if not (west <= lon <= east and south <= lat <= north)
    ]
    coded = clusters[clusters["location_code"].astype(bool)]
    own = communes.set_index("code").get("district_code", pd.Series("", communes["code"]))
    stated = coded.get("district_code", [""] * len(coded))
    for row, code, district in zip(coded["row"], coded["location_code"], stated, strict=True):
        if district is not None and own.get(code) != district:
            key = "elsewhere" if code in own else "no commune"
            problems.append(Problem(file, row, "location_code", both(f"fault_clusters.{key}", code=code)))
    return problems


def known_by(clusters: pd.DataFrame, day: str) -> pd.DataFrame:
    """Forget what became of clusters after a day, 2022-12-31; what has no date is not known to be earlier."""
    later = (clusters["decision_date"] == "") | (clusters["decision_date"] > day)
    nothing = {name: clusters[name].where(~later, nothing) for name, (_, nothing) in STATUS_COLUMNS.items()}
    return clusters.assign(**nothing)


def is_surveyed(clusters: pd.DataFrame) -> "pd.Series[bool]":
    """Which clusters stand where they were surveyed, and not at a commune's centroid."""
    return clusters["match_method"] == "surveyed"


def has_statuses(clusters: pd.DataFrame) -> bool:
    """Whether anything is known of what became of any cluster."""
    return bool((clusters["status"] != UNKNOWN).any())
