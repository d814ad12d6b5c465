"""Columns of clusters that follow from others: found anew each time, so that an edit would be lost."""

import math
import warnings
from typing import Any, get_args

import geopandas as gpd
import pandas as pd
import shapely

from bk_gis.errors import BkGisWarning, InputError, Lang, Problem
from bk_gis.geo.crs import WGS84
from bk_gis.language.names import value_text
from bk_gis.language.words import both
from bk_gis.plan.clusters import CLUSTER_COLUMNS, HECTARES, OPTIONAL
from bk_gis.plan.statuses import STATUS_READERS

_STATED = {*CLUSTER_COLUMNS, *OPTIONAL, *STATUS_READERS}
_SUMS = ("ha", "founded")
_NEAR = 1e-6  # degrees, hectares: what another CRS and back, or a file, may do to a figure


def require_unedited(given: pd.DataFrame, before: Any, after: Any) -> None:
    """
    Refuse edits of what follows from other columns, and warn of columns that no plan has.

    `before` is the plan that was changed to `after` by the clusters given. What follows may be as it was, as
    it is now, or empty; clusters that are new have none yet.
    """
    clusters, was = after.clusters, before.clusters
    phases = [phase.column for phase in after.phases]
    extra = [name for name in given if name not in {*clusters, *_STATED}]
    if lost := [str(name) for name in extra if str(name).startswith(HECTARES)]:
        message = both("fault_clusters.no such phase", phases=phases)
        raise InputError([Problem("clusters", None, name, message) for name in lost])
    if isinstance(given, gpd.GeoDataFrame) and given.crs is not None:
        given = given.to_crs(WGS84)
    known = clusters["id"].isin(was["id"]).to_numpy()
    frames = [
        (lang, plan.in_language(lang).clusters.set_index("id").reindex(clusters["id"]))
        for plan in (before, after)
        for lang in get_args(Lang)
    ]
    problems = []
    for name in [name for name in clusters if name in given and name not in {*_STATED, *phases}]:
        there = [frame for lang, frame in frames if lang == after.lang or name.endswith("_reason")]
        allowed = zip(*(frame[name] for frame in there), strict=True)
        rows = zip(given[name], allowed, known, strict=True)
        edited = [
            row
            for row, (value, values, old) in enumerate(rows, start=2)
            if old and not _is_empty(value) and not any(_same(value, one) for one in values)
        ]
        if edited:
            message = both(
                f"fault_clusters.follows from {'hectares' if name in _SUMS else 'place'}", columns=phases
            )
            problems.append(Problem("clusters", edited[0], name, message))
    if problems:
        raise InputError(problems)
    if extra:
        warnings.warn(BkGisWarning(both("fault_clusters.left out", names=extra), after.lang), stacklevel=4)


def _is_empty(value: Any) -> bool:
    return bool(value == "" or pd.isna(value) or getattr(value, "is_empty", False))


def _same(value: Any, found: Any) -> bool:
    if isinstance(found, shapely.Geometry):
        shape = shapely.from_wkt(value, on_invalid="ignore") if isinstance(value, str) else value
        return isinstance(shape, shapely.Geometry) and bool(shapely.equals_exact(shape, found, _NEAR))
    try:
        return math.isclose(float(value), float(found), rel_tol=0, abs_tol=_NEAR)
    except (TypeError, ValueError):
        return value_text(value) == value_text(found)
