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
from bk_gis.language.formats import number
from bk_gis.language.words import require_language, say
from bk_gis.plan.communes.columns import guess
from bk_gis.plan.communes.reading import cleaned, read_polygons
from bk_gis.plan.communes.source import SECTION, CommunesFile, with_stated_crs

MAX_CHANGE = 0.02
_OPTIONS = "; to fix-boundaries say it with --layer, --encoding or --crs"


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
    refusals = [_refusal(repair.areas.iloc[i], named.iloc[i], max_change, lang) for i in too_much]
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
            problems.append(Problem(path.name, None, "geometry", str(error)))
        problems += [
            Problem(path.name, row, "geometry", fault)
            for row, shape in enumerate(polygons.geometry, start=1)
            if (fault := polygon_fault(shape))
        ]
    if problems or polygons is None:
        hints = (_OPTIONS if SECTION in Text.of(problem.message).en else "" for problem in problems)
        said = zip(problems, hints, strict=True)
        raise InputError([replace(p, message=Text(*(t + h for t in Text.of(p.message)))) for p, h in said])
    return polygons


def _labels(polygons: gpd.GeoDataFrame) -> pd.DataFrame:
    """Take what may be the codes and the names, for people to know the rows by."""
    headers = [str(name) for name in polygons.columns.drop(polygons.geometry.name)]
    found = {name: guess(name, headers) for name in ("code", "name")}
    columns = {ours: cleaned(polygons[theirs]) for ours, theirs in found.items() if theirs is not None}
    return pd.DataFrame(columns, index=polygons.index)


def _refusal(areas: "pd.Series[float]", label: "pd.Series[str]", most: float, lang: Lang) -> str:
    key = "changed" if areas["after_ha"] > 0 else "vanished"
    return say(
        f"boundaries.{key}",
        lang,
        name=" ".join(label) or "?",
        before=number(areas["before_ha"], lang, digits=1),
        after=number(areas["after_ha"], lang, digits=1),
        change=number(100 * abs(areas["change"]), lang, digits=2),
        most=number(100 * most, lang),
    )
