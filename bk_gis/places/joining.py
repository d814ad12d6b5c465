"""Points to commune, district and sub-region, by geometry, with a ledger."""

from typing import Any

import geopandas as gpd

from bk_gis.errors import Lang, in_asked_language
from bk_gis.language.words import require_language
from bk_gis.places.communes import OnCommunes, communes_in
from bk_gis.places.points import points_in
from bk_gis.places.regions import Regions


@in_asked_language
def join_regions(
    points: Any,
    plan: OnCommunes | gpd.GeoDataFrame,
    *,
    x: str | None = None,
    y: str | None = None,
    crs: str | None = None,
    stated_district: str | None = None,
    nearest_within_m: float | None = None,
    lang: Lang = "vi",
) -> gpd.GeoDataFrame:
    """
    Find the commune, district and sub-region in which each point lies.

    Parameters
    ----------
    points
        GeoDataFrame or GeoSeries of points in any CRS, or a DataFrame with two columns of coordinates. Rows,
        order, index, columns and CRS are kept. A dask-geopandas frame gives a lazy one, joined partition by
        partition.
    plan
        The plan whose communes are joined, or its communes alone: polygons in any CRS with `code`, `name`
        (texts, each code once) and the columns of the levels that there are.
    x, y
        Columns of a DataFrame with longitude or easting, latitude or northing; by default lon and lat and
        the like. A GeoDataFrame has its geometry, and takes neither.
    crs
        CRS of these columns, by default EPSG:4326; or of points that do not say their own.
    stated_district
        Column with the district that a record states, to be checked against the geometry; by
        default `district` where there is one.
    nearest_within_m
        Give a point outside of every commune the nearest one within so many metres on the ground.
        By default it gets none.
    lang
        Language of `join_reason`, `vi` or `en`.

    Returns
    -------
    geopandas.GeoDataFrame
        The points with `commune_code`, `commune`, `district_code`, `district`, `subregion` (the id in
        `plan.subregions`) and `subregion_label` (its name in Vietnamese); a name that the points
        already have gets `_joined` appended. `join_method` is within, nearest, outside, empty, zone
        where a point would lie in a commune if read in another VN-2000 zone, or differs where the stated
        district is another one; `join_reason` says so in words.

    Raises
    ------
    CrsError
        The points or the communes have no CRS, or most of the points coordinates that their CRS does not
        allow, or such that lie in communes only if read in another VN-2000 zone, which is named with the
        metres between.
    InputError
        A geometry is not a point, coordinates are no numbers or in no column, codes or names of the communes
        are empty or no text, or a code is there twice, the columns of an earlier join are in the way, columns
        have several levels, or the language is unknown.

    Notes
    -----
    A point on a shared boundary belongs to the commune with the lowest code. The distance to the
    nearest commune is measured in the province's VN-2000 zone.

    Examples
    --------
    >>> import bk_gis
    >>> import pandas as pd
    >>> table = pd.DataFrame({"lon": [105.87, 100.0], "lat": [22.17, 10.0]})
    >>> joined = bk_gis.join_regions(table, bk_gis.load_plan())
    >>> joined[["commune", "district", "join_method"]].iloc[0].to_list()
    ['Huyền Tụng', 'Thị xã Bắc Kạn', 'within']
    >>> joined["join_method"].to_list()
    ['within', 'outside']
    """
    require_language(lang)
    regions = Regions(communes_in(plan))
    options = (stated_district, nearest_within_m, lang)
    columns = (x, y, crs)
    if hasattr(points, "map_partitions"):
        return _lazily(points, regions, columns, *options)
    return regions.join(points_in(points, *columns, zone=lambda: regions.zone), *options)


def _lazily(points: Any, regions: Regions, columns: Any, *options: Any) -> Any:
    """Join a dask-geopandas frame: the communes are one value of the graph, sent to a worker once."""
    from dask.delayed import delayed

    def part(frame: gpd.GeoDataFrame, regions: Regions) -> gpd.GeoDataFrame:
        return regions.join(points_in(frame, *columns, zone=lambda: regions.zone), *options)

    meta = part(points._meta, regions)  # noqa: SLF001  (dask's own name for a frame's empty likeness)
    return points.map_partitions(part, delayed(regions, pure=True), meta=meta)
