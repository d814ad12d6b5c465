"""Clusters with their place on the communes, and why each stands there."""

import math
from collections.abc import Iterable, Mapping

import geopandas as gpd
import pandas as pd
import shapely

from bk_gis.errors import Lang
from bk_gis.language.reasons import Reason, in_words, reason, together
from bk_gis.places.centres import Centres
from bk_gis.places.geocoding import Matcher
from bk_gis.places.match_ledger import Numbers, Outcome, with_outcomes
from bk_gis.places.regions import Regions
from bk_gis.places.values import Alias

# By a cluster's id: why it was matched as it was, and why it was joined so.
Reasons = Mapping[str, tuple[Reason | None, Reason | None]]


def place(
    clusters: pd.DataFrame,
    communes: gpd.GeoDataFrame,
    corrections: pd.DataFrame,
    lang: Lang,
    others: Iterable[Alias] = (),
) -> tuple[gpd.GeoDataFrame, Reasons]:
    """
    Give clusters a point, the ledger columns of `geocode` and the columns of `join_regions`.

    `others` are names of communes at other times, as later decisions write them. A cluster that was surveyed
    stands there, whatever commune its place names.
    """
    outcomes, rows = match_places(clusters, communes, corrections, others)
    points = with_outcomes(clusters, outcomes, rows, lang)
    columns, ledger = Regions(communes).match(points)
    joined = points.assign(**columns, **ledger.columns(lang))
    matched = [outcomes[row].reason for row in rows]
    reasons = dict(zip(clusters["id"], zip(matched, ledger.reasons(), strict=True), strict=True))
    return joined[[*joined.columns.drop("geometry"), "geometry"]], reasons


def match_places(
    clusters: pd.DataFrame, communes: gpd.GeoDataFrame, corrections: pd.DataFrame, others: Iterable[Alias]
) -> tuple[list[Outcome], Numbers]:
    """Find the commune of each cluster as `place` does, though communes may overlap."""
    matcher = Matcher(communes, corrections=corrections, aliases=others, fuzzy=False)
    return _with_stated_places(clusters, communes, *matcher.match(clusters))


def _with_stated_places(
    clusters: pd.DataFrame, communes: gpd.GeoDataFrame, outcomes: list[Outcome], rows: Numbers
) -> tuple[list[Outcome], Numbers]:
    """
    Put communes that are stated by their codes, and surveyed points, in the place of what was matched.

    The communes that are named stay with a surveyed point.
    """
    centres = Centres(communes)
    stated: list[Outcome] = []
    numbers = rows.copy()
    places = zip(clusters["location_code"], clusters["lon"], clusters["lat"], strict=True)
    for i, (code, lon, lat) in enumerate(places):
        found = outcomes[rows[i]]
        if code:
            point, what = centres.point(((code,),))
            found = Outcome("exact", 1.0, code, "", together([reason("reason.code", code=code), what]), point)
        if not math.isnan(lon):
            why = reason("reason.surveyed", lon=f"{lon:.5f}", lat=f"{lat:.5f}")
            found = found._replace(method="surveyed", reason=why, point=shapely.Point(lon, lat))
        if found is not outcomes[rows[i]]:
            numbers[i] = len(outcomes) + len(stated)
            stated.append(found)
    return [*outcomes, *stated], numbers


def say_ledger(clusters: gpd.GeoDataFrame, reasons: Reasons, lang: Lang) -> gpd.GeoDataFrame:
    """Say the ledger of placed clusters in a language; all else stays as it is."""
    texts = {
        name: [in_words(reasons[ident][which], lang) for ident in clusters["id"]]
        for which, name in enumerate(("match_reason", "join_reason"))
    }
    return clusters.assign(
        **{name: pd.array(words, dtype=clusters[name].dtype) for name, words in texts.items()}
    )
