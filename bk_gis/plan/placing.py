"""The clusters of a plan on its communes: their points, and the ledger in either language."""

import geopandas as gpd
import pandas as pd

from bk_gis.language.words import Lang
from bk_gis.places.geocoding import geocode
from bk_gis.places.joining import join_communes

_WORDS = ("match_reason", "join_reason")


def place(
    clusters: pd.DataFrame, communes: gpd.GeoDataFrame, corrections: pd.DataFrame, lang: Lang
) -> gpd.GeoDataFrame:
    """Give clusters a point, the ledger columns of `geocode` and the columns of `join_regions`."""
    points = geocode(clusters, communes, corrections=corrections, fuzzy=False, lang=lang)
    joined = join_communes(points, communes, lang=lang)
    return joined[[*joined.columns.drop("geometry"), "geometry"]]


def reworded(
    clusters: gpd.GeoDataFrame, communes: gpd.GeoDataFrame, corrections: pd.DataFrame, lang: Lang
) -> gpd.GeoDataFrame:
    """Say the ledger of placed clusters in another language; all else stays as it is."""
    stated = pd.DataFrame(clusters.filter(["location", "district"]))
    again = place(stated, communes, corrections, lang)
    return clusters.assign(**{name: again[name].array for name in _WORDS})
