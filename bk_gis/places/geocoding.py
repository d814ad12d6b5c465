"""Records with place names to points: commune centroids, and a ledger of how each was matched."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from geopandas.array import from_shapely
from pyproj import Transformer

from bk_gis.errors import InputError
from bk_gis.geo.crs import WGS84, metric_crs, require_wgs84
from bk_gis.io.headers import find_column
from bk_gis.language.names import value_text
from bk_gis.language.words import Lang, require_language, say
from bk_gis.places.gazetteer import Alias, Gazetteer, Match, Place
from bk_gis.places.matching import read_cell

# Usual headers, in order of preference.
PLACE_COLUMNS = (
    *("location", "place", "commune", "ward", "xã", "phường", "tên xã", "tên phường", "tên xã phường"),
    *("xã phường", "phường xã", "xã phường thị trấn", "place name", "commune name", "commune ward"),
    *("địa điểm", "địa danh", "vị trí", "address", "địa chỉ", "nơi ở"),
)
DISTRICT_COLUMNS = (
    *("district", "huyện", "tên huyện", "quận huyện", "huyện quận", "huyện thị xã", "huyện thị"),
    *("huyện tp", "huyện thành phố", "huyện thị xã thành phố", "district name", "quận"),
)
LEDGER = ("match_method", "match_score", "match_codes", "match_candidates", "match_reason")


_NOWHERE = shapely.Point()
# Rows of one text hold the same string; Arrow's text would be copied for each of them.
_SHARED_TEXT = pd.StringDtype("python", na_value=np.nan)
Numbers = np.ndarray[Any, np.dtype[np.intp]]


class _Outcome(NamedTuple):
    method: str
    score: float
    codes: str
    candidates: str
    reason: str
    point: shapely.Point


def geocode(
    records: pd.DataFrame,
    communes: gpd.GeoDataFrame,
    *,
    place: str | None = None,
    district: str | None = None,
    corrections: pd.DataFrame | None = None,
    aliases: Iterable[Alias] = (),
    province: str | None = None,
    fuzzy: bool = True,
    lang: Lang = "vi",
) -> gpd.GeoDataFrame:
    """
    Place each record at the centroid of the commune that it names.

    Parameters
    ----------
    records
        Any table. Rows, order, index and columns are kept; a column with a ledger name is refused.
    communes
        Polygons in EPSG:4326 with `code`, `name` and, where there are districts, `district`, such as
        `plan.communes`.
    place
        Column with the place name or the address; by default the first there is of location,
        place, commune, xã, địa chỉ and the like.
    district
        Column with the stated district, which decides between communes of one name; by default
        district, huyện and the like where there is one.
    corrections
        Corrections of printed names (`printed`, `district`, `corrected`), such as `plan.place_names`.
    aliases
        Later names of communes, such as `bk_gis.read_aliases` gives.
    province
        Name of the province: an address that states another one is not matched. By default any
        province will do.
    fuzzy
        Whether a name may be taken for another one that it is clearly alike to, as typists and scanners
        spoil names. Where not, such a record is unknown, and the likely communes are its candidates.
    lang
        Language of `match_reason`, `vi` or `en`.

    Returns
    -------
    geopandas.GeoDataFrame
        The records with a point geometry in EPSG:4326 and five ledger columns. `match_method` is
        exact, folded, correction, alias or fuzzy; between for a point between several communes; or
        ambiguous, unknown, empty, where the geometry is empty. `match_score` is the similarity of the
        name to the one matched, 0 to 1; `match_codes` and `match_candidates` are commune codes, parted
        by spaces; `match_reason` says why in words.

    Raises
    ------
    InputError
        No column holds the place names, a column already has a ledger name or is a geometry, or the
        language is unknown.
    CrsError
        The communes are not in EPSG:4326.

    Notes
    -----
    A centroid is computed in the province's VN-2000 zone; where it falls outside of its commune, a
    point on the commune's surface stands in. A record of several communes gets the middle of their
    centroids, or a point on the surface of their union where the middle lies outside. Each distinct
    text is matched once.
    """
    require_wgs84(communes)
    require_language(lang)
    place_column = find_column(records, place, PLACE_COLUMNS, "place names")
    district_column = find_column(records, district, DISTRICT_COLUMNS, None)
    if taken := [name for name in (*LEDGER, "geometry") if name in records]:
        raise InputError(f"the records already have {', '.join(taken)}; drop or rename them")

    centres = Centres(communes, lang)
    gazetteer = _gazetteer(communes, corrections, aliases, province or "", fuzzy=fuzzy, lang=lang)
    texts, names = _distinct(records[place_column])
    stated, districts = (
        (np.zeros(len(records), dtype=np.intp), [""])
        if district_column is None
        else _distinct(records[district_column])
    )
    texts *= len(districts)
    texts += stated
    rows, pairs = _numbered(texts, len(names) * len(districts))
    outcomes = [
        _resolve(names[i // len(districts)], districts[i % len(districts)], gazetteer, centres)
        for i in pairs.tolist()
    ]
    *columns, points = zip(*outcomes, strict=True) if outcomes else [()] * len(_Outcome._fields)
    ledger = {
        name: pd.array(values, dtype=float if name == "match_score" else _SHARED_TEXT).take(rows)
        for name, values in zip(LEDGER, columns, strict=True)
    }
    geometry = from_shapely(np.array(points, dtype=object), crs=WGS84).take(rows)
    found = pd.DataFrame(ledger, index=records.index, copy=False)
    return gpd.GeoDataFrame(pd.concat([pd.DataFrame(records), found], axis=1), geometry=geometry, copy=False)


def _gazetteer(
    communes: gpd.GeoDataFrame,
    corrections: pd.DataFrame | None,
    aliases: Iterable[Alias],
    province: str,
    *,
    fuzzy: bool,
    lang: Lang,
) -> Gazetteer:
    nothing = [""] * len(communes)
    return Gazetteer(
        map(
            Place,
            communes["code"],
            communes["name"],
            communes.get("district", nothing),
            communes.get("unit_type", nothing),
            communes.get("district_code", nothing),
        ),
        []
        if corrections is None
        else zip(
            corrections["printed"],
            corrections.get("district", [""] * len(corrections)),
            corrections["corrected"],
            strict=True,
        ),
        aliases,
        province,
        fuzzy=fuzzy,
        lang=lang,
    )


def province_in(text: str) -> str:
    """Find the province that a title names: "các cụm công nghiệp tỉnh Bắc Kạn giai đoạn ..."; else empty."""
    words = text.partition("tỉnh ")[2].split()
    capitals = next((i for i, word in enumerate(words) if not word[0].isupper()), len(words))
    return " ".join(words[:capitals]).strip(" ,.;")


class Centres:
    """Centroids of communes on the ground, by code, and what they are in the words of a language."""

    def __init__(self, communes: gpd.GeoDataFrame, lang: Lang = "vi") -> None:
        self._communes = communes
        self._lang = lang
        self._known: dict[tuple[tuple[str, ...], ...], tuple[shapely.Point, str]] = {}

    def point(self, units: tuple[tuple[str, ...], ...]) -> tuple[shapely.Point, str]:
        """
        Find the point for one unit or several, in EPSG:4326, and say what it is in words.

        A unit is the codes of a commune, or of those that a later commune is made of.
        """
        if units not in self._known:
            self._known[units] = self._compute(units)
        return self._known[units]

    @cached_property
    def _metric(self) -> gpd.GeoSeries:
        return self._communes.to_crs(metric_crs(self._communes)).set_index("code").geometry

    @cached_property
    def _to_degrees(self) -> Transformer:
        return Transformer.from_crs(self._metric.crs, WGS84, always_xy=True)

    @cached_property
    def _names(self) -> dict[str, str]:
        """Names with their units, where those are known: "thị trấn Bằng Lũng"."""
        codes, names = self._communes["code"], self._communes["name"]
        if "unit_type" not in self._communes:
            return dict(zip(codes, names, strict=True))
        rows = zip(codes, names, self._communes["unit_type"].fillna("").str.lower(), strict=True)
        return {
            code: name if name.lower().startswith(unit) else f"{unit} {name}" for code, name, unit in rows
        }

    def _compute(self, units: tuple[tuple[str, ...], ...]) -> tuple[shapely.Point, str]:
        polygons = [shapely.union_all([self._metric[code] for code in codes]) for codes in units]
        names = ", ".join(" + ".join(self._names[code] for code in codes) for codes in units)
        centre = shapely.centroid(shapely.multipoints([shapely.centroid(p) for p in polygons]))
        area = polygons[0] if len(polygons) == 1 else shapely.union_all(polygons)
        words = say("reason.centroid" if len(units) == 1 else "reason.midway", self._lang, names=names)
        if not area.contains_properly(centre):
            centre = shapely.point_on_surface(area)
            words = say("reason.surface", self._lang, names=names, centre=words)
        return shapely.Point(*self._to_degrees.transform(centre.x, centre.y)), words


def _distinct(column: "pd.Series[Any]") -> tuple[Numbers, list[str]]:
    """Give each distinct text of a column a number; missing is the empty text, and 1.0 is "1"."""
    try:
        numbers, values = pd.factorize(column)
        # What is equal to Python, such as 1 and True, need not be one text.
        as_texts = column.dtype == object and not all(isinstance(value, str) for value in values)
    except (TypeError, NotImplementedError):  # what has no hash, such as a list; the latter is Arrow's
        as_texts = True
    if as_texts:
        numbers, values = pd.factorize(column.map(value_text, na_action="ignore"))
    numbers[numbers < 0] = len(values)
    return numbers, [*map(value_text, np.asarray(values, dtype=object)), ""]


def _numbered(keys: Numbers, end: int) -> tuple[Numbers, Numbers]:
    """Give each distinct key below `end` a number: the numbers, and the keys by number."""
    if end > 4 * len(keys):
        return pd.factorize(keys)
    there = np.zeros(end, dtype=bool)
    there[keys] = True
    return (np.cumsum(there) - 1)[keys], np.flatnonzero(there)


def _resolve(name: str, district: str, gazetteer: Gazetteer, centres: Centres) -> _Outcome:
    matches = read_cell(gazetteer, name, district)
    if failed := [match for match in matches if not match.places]:
        why = "; ".join(match.reason for match in failed)
        return _Outcome(failed[0].method, 0.0, "", _codes(failed, "candidates"), why, _NOWHERE)
    units = tuple(dict.fromkeys(tuple(place.code for place in match.places) for match in matches))
    point, words = centres.point(units)
    return _Outcome(
        method=matches[0].method if len(units) == 1 else "between",
        score=min(match.score for match in matches),
        codes=_codes(matches, "places"),
        candidates="",
        reason="; ".join([*(match.reason for match in matches if match.reason), words]),
        point=point,
    )


def _codes(matches: Iterable[Match], which: str) -> str:
    """Commune codes, parted by spaces, in the order of the text, each once."""
    return " ".join(dict.fromkeys(place.code for match in matches for place in getattr(match, which)))


def is_placed(points: gpd.GeoDataFrame) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    """Which rows have a point."""
    geometry = points.geometry.to_numpy()
    return ~(shapely.is_missing(geometry) | shapely.is_empty(geometry))
