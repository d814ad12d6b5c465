"""Repair a file of boundaries into one that a plan can take, or refuse to."""

from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd

from bk_gis.errors import InputError, Lang, Problem, Text
from bk_gis.geo.coverages import polygon_fault
from bk_gis.geo.repair import GAP_M, SNAP_M, Repair, repair_coverage
from bk_gis.io.writing import require_vector, write_vector
from bk_gis.language.words import both, require_language
from bk_gis.plan.communes.columns import guess
from bk_gis.plan.communes.reading import cleaned, read_polygons
from bk_gis.plan.communes.source import CommunesFile, with_stated_crs

MAX_CHANGE = 0.02


def fix_boundaries(
    path: str | Path,
    output: str | Path,
    *,
    snap: float = SNAP_M,
    gap: float = GAP_M,
    max_change: float = MAX_CHANGE,
    source: CommunesFile | None = None,
    lang: Lang = "vi",
) -> Repair:
    """
    Make the polygons of a file a valid coverage in EPSG:4326, and write them with all their columns.

    `snap` and `gap` are metres on the ground: vertices so near to each other become one, gaps so narrow are
    closed. `max_change` is the share by which the area of a commune may change. `source` has layer, encoding
    and CRS, where the file does not say them.

    Returns the polygons, and in `areas` what moved; its columns `code` and `name` say which commune a row is,
    as far as the file does. An InputError lists every row without a polygon, and every commune that would
    vanish or change too much; then nothing is written.
    """
    require_language(lang)
    require_vector(output)
    path = Path(path)
    source = source or CommunesFile()
    polygons = _read(path, source)
    repair = repair_coverage(polygons, snap=snap, gap=gap, enough=max_change)
    named = _labels(polygons)
    changes = repair.areas["change"].to_numpy()
    too_much = np.flatnonzero(np.abs(changes) > max_change).tolist()
    refusals = [_refusal(repair.areas.iloc[i], named.iloc[i], max_change) for i in too_much]
    if refusals:
        rows = zip(too_much, refusals, strict=True)
        raise InputError([Problem(path.name, i + 1, "geometry", message) for i, message in rows])
    write_vector(repair.polygons, output)
    areas = pd.concat([named, repair.areas], axis=1)
    return Repair(**{**vars(repair), "areas": areas})


def _read(path: Path, source: CommunesFile) -> gpd.GeoDataFrame:
    problems: list[Problem] = []
    polygons = read_polygons(path, problems, source.reading)
    if polygons is not None:
        try:
            polygons = with_stated_crs(source.decoded(polygons), source.crs)
        except InputError as error:
            problems.append(Problem(path.name, None, "geometry", error.text))
        problems += [
            Problem(path.name, row, "geometry", fault)
            for row, shape in enumerate(polygons.geometry, start=1)
            if (fault := polygon_fault(shape))
        ]
    if problems or polygons is None:
        raise InputError([_with_options(problem) for problem in problems])
    return polygons


def _with_options(problem: Problem) -> Problem:
    """Say the option beside the setting of plan.toml, which this command does not read."""
    if "[communes] of plan.toml" not in problem.text.en:
        return problem
    return replace(problem, message=both("fault_communes.options", said=problem.message))


def _labels(polygons: gpd.GeoDataFrame) -> pd.DataFrame:
    """Take what may be the codes and the names, for people to know the rows by."""
    headers = [str(name) for name in polygons.columns.drop(polygons.geometry.name)]
    found = {name: guess(name, headers) for name in ("code", "name")}
    columns = {ours: cleaned(polygons[theirs]) for ours, theirs in found.items() if theirs is not None}
    return pd.DataFrame(columns, index=polygons.index)


def _refusal(areas: "pd.Series[float]", label: "pd.Series[str]", most: float) -> Text:
    key, name = "changed" if areas["after_ha"] > 0 else "vanished", " ".join(label) or "?"
    hectares = {side: round(float(areas[f"{side}_ha"]), 1) for side in ("before", "after")}
    change = round(float(100 * abs(areas["change"])), 2)
    return both(f"boundaries.{key}", name=name, **hectares, change=change, most=100 * most)
