"""Points to commune, district and sub-region, by geometry, with a ledger."""

from functools import cached_property
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import CRS, Transformer

from bk_gis.errors import CrsError, InputError, Lang, in_asked_language
from bk_gis.geo.crs import WGS84, metric_crs, require_map_crs, to_wgs84
from bk_gis.geo.locator import Array, Locator
from bk_gis.io.headers import find_column
from bk_gis.io.points import Located
from bk_gis.language.names import clean
from bk_gis.language.reasons import reason
from bk_gis.language.words import both, require_language
from bk_gis.places.communes import OnCommunes, communes_in, places_of
from bk_gis.places.districts import DistrictNames
from bk_gis.places.geocoding import DISTRICT_COLUMNS
from bk_gis.places.join_ledger import LEDGER, JoinLedger
from bk_gis.places.other_zones import other_zone, zone_that_fits
from bk_gis.places.points import points_in, require_points

# Column of the result, and the column of the communes that it comes from.
JOINED = {
    "commune_code": "code",
    "commune": "name",
    "district_code": "district_code",
    "district": "district",
    "subregion": "subregion",
    "subregion_label": "subregion_label",
}


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


def _lazily(points: Any, regions: "Regions", columns: Any, *options: Any) -> Any:
    """Join a dask-geopandas frame: the communes are one value of the graph, sent to a worker once."""
    from dask.delayed import delayed

    def part(frame: gpd.GeoDataFrame, regions: Regions) -> gpd.GeoDataFrame:
        return regions.join(points_in(frame, *columns, zone=lambda: regions.zone), *options)

    meta = part(points._meta, regions)  # noqa: SLF001  (dask's own name for a frame's empty likeness)
    return points.map_partitions(part, delayed(regions, pure=True), meta=meta)


class Regions:
    """Communes made ready to be joined to many frames of points: in EPSG:4326, with their sub-region."""

    def __init__(self, communes: gpd.GeoDataFrame) -> None:
        self._communes = communes.sort_values("code", ignore_index=True)  # the lowest code comes first
        self._locator = Locator(self._communes.geometry.to_numpy())
        self._joined = {target: source for target, source in JOINED.items() if source in communes}

    def join(
        self,
        points: gpd.GeoDataFrame,
        stated_district: str | None = None,
        nearest_within_m: float | None = None,
        lang: Lang = "vi",
    ) -> gpd.GeoDataFrame:
        """Join one frame of points; see `join_regions`."""
        columns, ledger = self.match(points, stated_district, nearest_within_m)
        return points.assign(**columns, **ledger.columns(lang))

    def match(
        self,
        points: gpd.GeoDataFrame,
        stated_district: str | None = None,
        nearest_within_m: float | None = None,
    ) -> tuple[dict[str, Any], JoinLedger]:
        """Find the columns that join adds to a frame of points, and how each point was joined."""
        xy = require_points(points)
        names, position, ledger = self._find(xy, points.crs, points, stated_district, nearest_within_m)
        return self._columns(names, position), ledger

    def kinds(
        self, located: Located, table: pd.DataFrame, nearest_within_m: float | None, lang: Lang
    ) -> tuple[dict[str, Any], Array, JoinLedger]:
        """Do so for rows of a table, with the ledger: columns of the kinds of rows, and each row's kind."""
        names, position, ledger = self._find(located.xy, located.crs, table, None, nearest_within_m)
        width = len(self._communes) + 1
        rows, kinds = pd.factorize(ledger.numbers.astype(np.int64) * width + position + 1)
        columns = self._columns(names, kinds % width - 1) | ledger.columns(lang, kinds // width)
        return columns, rows, ledger

    def _columns(self, names: dict[str, str], position: Array) -> dict[str, Any]:
        extended = self._communes.reindex(range(len(self._communes) + 1))  # by a row of nothing
        return {
            names[target]: extended[source].array.take(position)  # -1 takes the last
            for target, source in self._joined.items()
        }

    def _find(
        self,
        xy: Array,
        crs: Any,
        points: pd.DataFrame,
        stated_district: str | None,
        nearest_within_m: float | None,
    ) -> tuple[dict[str, str], Array, JoinLedger]:
        """Find the names of the columns, the commune of each point by its position, and how it was found."""
        if crs is None:
            raise CrsError(both("fault_places.no crs"))
        require_map_crs(crs)
        if nearest_within_m is not None and not 0 < nearest_within_m < np.inf:
            raise InputError(both("fault_places.nearest", given=str(nearest_within_m)))
        stated = find_column(points, stated_district, DISTRICT_COLUMNS, None)
        names = {name: f"{name}_joined" if name in points else name for name in self._joined}
        if taken := [name for name in (*names.values(), *LEDGER) if name in points]:
            raise InputError(both("fault_places.columns taken", names=taken))

        x, y, impossible = self._degrees(xy, CRS(crs))
        position = self._locator.positions(x, y)
        ledger = JoinLedger(len(points))
        ledger.note(position < 0, "outside", reason("reason.outside"))
        ledger.note(impossible, "outside", reason("reason.no degrees"))
        ledger.note(np.isnan(x) | np.isnan(y), "empty", reason("reason.no point"))
        if not CRS(crs).is_geographic:
            self._doubt_zone(xy, CRS(crs), np.column_stack([x, y]), position, ledger)
        if nearest_within_m is not None:
            self._add_nearest(position, x, y, nearest_within_m, ledger)
        if stated is not None and "district" in self._communes:
            self._compare(points[stated], position, ledger)

        return names, position, ledger

    def _doubt_zone(self, xy: Array, crs: CRS, lon_lat: Array, position: Array, ledger: JoinLedger) -> None:
        """Say where points lie in communes only if read in another VN-2000 zone; refuse most of them."""
        found = other_zone(crs, xy, lon_lat, self._locator, self.zone)
        if found is None:
            return
        outside = (position < 0) & np.isfinite(lon_lat).all(axis=1)
        if 2 * outside.sum() > len(xy):
            there = {"zone": found.said, "inside": found.inside, "metres": float(found.metres)}
            counts = {"outside": outside.sum(), "total": len(xy)}
            advice = both("fault_places.say crs", crs=found.crs)
            raise CrsError(both("fault_places.other zone", **there, **counts, advice=advice))
        why = reason("reason.other zone", zone=found.said, crs=found.crs, metres=found.metres)
        ledger.note(outside, "zone", why)

    @cached_property
    def zone(self) -> str:
        """The VN-2000 zone of the communes."""
        return ":".join(metric_crs(self._communes).to_authority() or ())

    def _degrees(self, xy: Array, crs: CRS) -> tuple[Array, Array, Array]:
        """Longitudes and latitudes, NaN for no point; and which of them cannot be degrees."""
        x, y = np.ascontiguousarray(xy.T)
        if not crs.is_geographic:
            return *to_wgs84(crs, x, y), np.zeros(len(x), dtype=bool)
        impossible = (np.abs(x) > 180) | (np.abs(y) > 90)
        if 2 * impossible.sum() > (~(np.isnan(x) | np.isnan(y))).sum():
            zone = zone_that_fits(np.column_stack([x, y])[impossible], self._locator, self.zone)
            _refuse_degrees(x[impossible], y[impossible], len(x), zone)
        x, y = to_wgs84(crs, x, y)
        x, y = np.where(impossible, np.inf, x), np.where(impossible, np.inf, y)
        return x, y, impossible

    def _add_nearest(self, position: Array, x: Array, y: Array, within_m: float, ledger: JoinLedger) -> None:
        """Fill in `position` for points outside that have a commune near enough."""
        tree, to_metric = self._metric
        rows = np.flatnonzero((position < 0) & np.isfinite(x) & np.isfinite(y))
        metric = np.column_stack(to_metric.transform(x[rows], y[rows]))
        near = np.isfinite(metric).all(axis=1)
        rows = rows[near]
        (index, found), metres = tree.query_nearest(
            shapely.points(metric[near]), max_distance=within_m, return_distance=True
        )
        order = np.lexsort([found, index])
        index, first = np.unique(index[order], return_index=True)
        position[rows[index]] = found[order][first]
        names = self._communes["name"].to_numpy()
        for row, away in zip(rows[index], metres[order][first], strict=True):
            near_it = reason("reason.nearest", commune=names[position[row]], metres=f"{away:.0f}")
            ledger.note(row, "nearest", near_it)

    @cached_property
    def _metric(self) -> tuple[shapely.STRtree, Transformer]:
        crs = metric_crs(self._communes)
        tree = shapely.STRtree(self._communes.geometry.to_crs(crs).to_numpy())
        return tree, Transformer.from_crs(WGS84, crs, always_xy=True)

    def _compare(self, stated: "pd.Series[Any]", position: Array, ledger: JoinLedger) -> None:
        """Say where a record states another district than the one it lies in; each pair is compared once."""
        texts, kinds = pd.factorize(stated)
        districts, names = pd.factorize(self._communes["district"])
        rows = np.flatnonzero((texts >= 0) & (position >= 0))
        pairs, distinct = pd.factorize(texts[rows] * len(names) + districts[position[rows]])
        for pair, number in enumerate(distinct):
            text, name = kinds[number // len(names)], names[number % len(names)]
            if isinstance(text, str) and not self._may_be(text, name):
                other = reason("reason.other district", stated=text, district=name)
                ledger.note(rows[pairs == pair], "differs", other)

    def _may_be(self, stated: str, district: str) -> bool:
        """Whether a text states the district, however it is written, or none at all."""
        key = self._districts.find(stated)
        return key == "" or (key is not None and self._districts.same(key, clean(district)))

    @cached_property
    def _districts(self) -> DistrictNames:
        return DistrictNames(places_of(self._communes))

    def __getstate__(self) -> dict[str, Any]:
        """Leave the tree behind: it cannot travel to another process, and is rebuilt there."""
        return {name: value for name, value in self.__dict__.items() if name != "_metric"}


def _refuse_degrees(x: Array, y: Array, total: int, zone: str) -> None:
    counts = {"count": len(x), "total": total}
    if (np.abs(x) <= 90).all() and (np.abs(y) <= 180).all():
        raise CrsError(both("fault_places.swapped", **counts))
    advice, most = both("fault_places.say crs", crs=zone), f"{np.nanmax(np.abs([x, y])):.0f}"
    raise CrsError(both("fault_places.no degrees", **counts, most=most, advice=advice))
