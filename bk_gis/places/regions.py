"""Communes that points are joined to: which one each lies in, by geometry, with a ledger."""

from functools import cached_property
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import shapely
from pyproj import CRS, Transformer

from bk_gis.errors import CrsError, InputError, Lang
from bk_gis.geo.crs import WGS84, metric_crs, require_map_crs, to_wgs84, transformer
from bk_gis.geo.locator import Array, Locator
from bk_gis.io.headers import find_column, headers_of
from bk_gis.language.names import clean
from bk_gis.language.reasons import reason
from bk_gis.language.words import both
from bk_gis.places.communes import places_of
from bk_gis.places.districts import DistrictNames
from bk_gis.places.geocoding import DISTRICT_COLUMNS
from bk_gis.places.join_ledger import LEDGER, JoinLedger
from bk_gis.places.other_zones import other_zone, zone_that_fits
from bk_gis.places.points import require_points

# Column of the result, and the column of the communes that it comes from.
JOINED = {
    "commune_code": "code",
    "commune": "name",
    "district_code": "district_code",
    "district": "district",
    "subregion": "subregion",
    "subregion_label": "subregion_label",
}


_Stated = tuple[Array, Any]  # of each row the number of its text, below 0 for none; and the texts


class Regions:
    """Communes made ready to be joined to many tables of points: in EPSG:4326, with their sub-region."""

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
        names, district = self.names(points, stated_district)
        stated = None if district is None else pd.factorize(points[district])
        position, ledger = self.find(xy, points.crs, stated, nearest_within_m)
        # -1 takes the last, a row of nothing; said once, since each column would look for it anew
        position = np.where(position < 0, len(self._extended) - 1, position).astype(np.int32)
        return {names[to]: self._extended[of].array.take(position) for to, of in self._joined.items()}, ledger

    def names(self, table: Any, stated_district: str | None = None) -> tuple[dict[str, str], Any]:
        """Name the columns that join adds to a table, and the one where the table states a district."""
        there = headers_of(table)
        district = find_column(table, stated_district, DISTRICT_COLUMNS, None)
        names = {name: f"{name}_joined" if name in there else name for name in self._joined}
        if taken := [name for name in (*names.values(), *LEDGER) if name in there]:
            raise InputError(both("fault_places.columns taken", names=taken))
        return names, district if "district" in self._communes else None

    def find(
        self, xy: Array, crs: Any, stated: _Stated | None, nearest_within_m: float | None
    ) -> tuple[Array, JoinLedger]:
        """Find the commune of each point by its position, -1 for none, and how it was found."""
        if crs is None:
            raise CrsError(both("fault_places.no crs"))
        crs = crs if isinstance(crs, CRS) else CRS(crs)
        require_map_crs(crs)
        if nearest_within_m is not None and not 0 < nearest_within_m < np.inf:
            raise InputError(both("fault_places.nearest", given=str(nearest_within_m)))
        x, y, impossible = self._degrees(xy, crs)
        position = self._locator.positions(x, y)
        ledger = JoinLedger(len(xy))
        ledger.note(position < 0, "outside", reason("reason.outside"))
        ledger.note(impossible, "outside", reason("reason.no degrees"))
        ledger.note(np.isnan(x) | np.isnan(y), "empty", reason("reason.no point"))
        if not crs.is_geographic:
            self._doubt_zone(xy, crs, np.column_stack([x, y]), position, ledger)
        if nearest_within_m is not None:
            self._add_nearest(position, x, y, nearest_within_m, ledger)
        if stated is not None:
            self._compare(*stated, position, ledger)
        return position, ledger

    def kinds(
        self, names: dict[str, str], position: Array, ledger: JoinLedger, lang: Lang
    ) -> tuple[dict[str, list[Any]], Array]:
        """Give the columns that join adds, with the ledger, of each kind of row; and the kind of each row."""
        width = len(self._communes) + 1
        each, kinds = _distinct(ledger.numbers.astype(np.int64) * width + position + 1)
        notes, places = (part.tolist() for part in divmod(kinds, width))
        columns = {names[to]: [self._texts[of][i - 1] for i in places] for to, of in self._joined.items()}
        return columns | ledger.texts(lang, notes), each

    @cached_property
    def _extended(self) -> pd.DataFrame:
        return self._communes.reindex(range(len(self._communes) + 1))

    @cached_property
    def _texts(self) -> dict[str, list[Any]]:
        """Cells of communes by column, None for nothing, which the last one is."""
        columns = {name: self._communes[name] for name in self._joined.values()}
        return {name: [*(None if pd.isna(c) else c for c in cells), None] for name, cells in columns.items()}

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
        return tree, transformer(WGS84, crs)

    def _compare(self, texts: Array, kinds: Any, position: Array, ledger: JoinLedger) -> None:
        """Say where a record states another district than the one it lies in; each pair is compared once."""
        districts, names = self._by_district
        rows = np.flatnonzero((texts >= 0) & (position >= 0))
        pairs, distinct = _distinct(texts[rows].astype(np.int64) * len(names) + districts[position[rows]])
        for pair, number in enumerate(distinct.tolist()):
            text, name = kinds[number // len(names)], names[number % len(names)]
            if isinstance(text, str) and not self._may_be(text, name):
                other = reason("reason.other district", stated=text, district=name)
                ledger.note(rows[pairs == pair], "differs", other)

    @cached_property
    def _by_district(self) -> tuple[Array, list[Any]]:
        """The number of each commune's district, and their names."""
        stated = self._communes["district"].tolist()
        names = list(dict.fromkeys(stated))
        return np.array([names.index(name) for name in stated]), names

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


def _distinct(numbers: Array) -> tuple[Array, Array]:
    """Give each distinct number one from 0: of all of them, and which they are."""
    coded = pa.array(numbers).dictionary_encode()
    return coded.indices.to_numpy(), coded.dictionary.to_numpy()


def _refuse_degrees(x: Array, y: Array, total: int, zone: str) -> None:
    counts = {"count": len(x), "total": total}
    if (np.abs(x) <= 90).all() and (np.abs(y) <= 180).all():
        raise CrsError(both("fault_places.swapped", **counts))
    advice, most = both("fault_places.say crs", crs=zone), f"{np.nanmax(np.abs([x, y])):.0f}"
    raise CrsError(both("fault_places.no degrees", **counts, most=most, advice=advice))
