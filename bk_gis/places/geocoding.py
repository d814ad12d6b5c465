"""Records with place names to points: commune centroids, and a ledger of how each was matched."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from bk_gis.errors import InputError, Lang, in_asked_language
from bk_gis.io.headers import OWN_GEOMETRY, find_column, headers_of, require_table
from bk_gis.language.names import value_text
from bk_gis.language.reasons import together
from bk_gis.language.words import both, require_language
from bk_gis.places.centres import Centres
from bk_gis.places.communes import OnCommunes, column, communes_in, later_names, places_of
from bk_gis.places.gazetteer import Gazetteer
from bk_gis.places.match_ledger import LEDGER, Numbers, Outcome, with_outcomes
from bk_gis.places.matching import match_address
from bk_gis.places.values import Alias, Match
from bk_gis.places.vintages.crosswalk import Crosswalk

# Usual headers, in order of preference.
PLACE_COLUMNS = (
    *("location", "place", "commune", "ward", "xã", "phường", "tên xã", "tên phường", "tên xã phường"),
    *("xã phường", "phường xã", "xã phường thị trấn", "place name", "commune name", "commune ward"),
    *("tên xã phường thị trấn", "xã phường đặc khu", "thuộc xã", "địa bàn xã", "đơn vị hành chính"),
    *("địa điểm", "địa danh", "vị trí", "address", "địa chỉ", "nơi ở", "địa bàn"),
)
DISTRICT_COLUMNS = (
    *("district", "huyện", "tên huyện", "quận huyện", "huyện quận", "huyện thị xã", "huyện thị"),
    *("huyện tp", "huyện thành phố", "huyện thị xã thành phố", "district name", "quận"),
    *("tên quận huyện", "tên huyện thị xã", "thuộc huyện", "huyện tx", "huyện tx tp", "huyện tp tx"),
)

_NOWHERE = shapely.Point()
_REMEMBERED = 1 << 16  # texts, at most, from one table to the next; more would outgrow 400 MB


@in_asked_language
def geocode(
    records: pd.DataFrame,
    plan: OnCommunes | gpd.GeoDataFrame,
    *,
    place: str | None = None,
    district: str | None = None,
    corrections: pd.DataFrame | None = None,
    aliases: Crosswalk | Iterable[Alias] | None = None,
    province: str | None = None,
    fuzzy: bool = True,
    lang: Lang = "vi",
) -> gpd.GeoDataFrame:
    """
    Place each record at the centroid of the commune that it names.

    Parameters
    ----------
    records
        Any table. Rows, order, index and columns are kept; a column with a ledger name is refused. A
        geometry is kept as text (WKT, in EPSG:4326 where its CRS is known), as `geometry_before`.
    plan
        The plan whose communes are named, with its corrections of printed names; or communes alone:
        polygons in any CRS with `code`, `name` (texts, each code once) and, where there are districts,
        `district`.
    place
        Column with the place name or the address; by default the first there is of location,
        place, commune, xã, địa chỉ and the like.
    district
        Column with the stated district, which decides between communes of one name; by default
        district, huyện and the like where there is one.
    corrections
        Corrections of printed names (`printed`, `district`, `corrected`); by default those of the plan.
    aliases
        Names of communes at other times, such as `bk_gis.read_aliases` gives, or a crosswalk that has them;
        by default those of the plan's own. Communes alone have none; `()` is none.
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
        ambiguous, unknown, empty, where the point is empty. `match_score` is the similarity of the
        name to the one matched, 0 to 1; `match_codes` and `match_candidates` are commune codes with
        spaces between them; `match_reason` says why in words.

    Raises
    ------
    InputError
        No column holds the place names, a column already has a ledger name, the language is unknown, or codes
        or names of the communes are empty or no text, or a code is there twice.
    CrsError
        The communes have no CRS.

    Notes
    -----
    A centroid is computed in the province's VN-2000 zone; where it falls outside of its commune, a
    point on the commune's surface stands in. A record of several communes gets the middle of their
    centroids, or a point on the surface of their union where the middle lies outside. Each distinct
    text is matched once.

    Examples
    --------
    >>> import bk_gis
    >>> import pandas as pd
    >>> records = pd.DataFrame({"xã": ["Huyền Tụng", "xã Bằng Vân, Ngân Sơn", "Bàng Vân", "Hà Nội"]})
    >>> points = bk_gis.geocode(records, bk_gis.load_plan())
    >>> points["match_method"].to_list()
    ['exact', 'folded', 'fuzzy', 'unknown']
    >>> list(bk_gis.MATCH_LEDGER)
    ['match_method', 'match_score', 'match_codes', 'match_candidates', 'match_reason']
    """
    require_language(lang)
    require_table(records)
    communes = communes_in(plan)
    date = None
    if not isinstance(plan, gpd.GeoDataFrame):
        corrections = plan.place_names if corrections is None else corrections
        aliases = plan.crosswalk if aliases is None else aliases
        date = plan.boundaries.date
    if aliases is None or isinstance(aliases, Crosswalk):
        aliases = later_names(communes, aliases, date)
    matcher = Matcher(communes, corrections=corrections, aliases=aliases, province=province, fuzzy=fuzzy)
    outcomes, rows = matcher.match(records, place, district)
    return with_outcomes(records, outcomes, rows, lang)


class Matcher:
    """Communes made ready to be named by many tables: each distinct text is matched once."""

    def __init__(
        self,
        communes: gpd.GeoDataFrame,
        *,
        corrections: pd.DataFrame | None = None,
        aliases: Iterable[Alias] = (),
        province: str | None = None,
        fuzzy: bool = True,
    ) -> None:
        known = () if corrections is None else _corrections(corrections)
        self._centres = Centres(communes)
        self._gazetteer = Gazetteer(places_of(communes), known, aliases, province or "", fuzzy=fuzzy)
        self._known: dict[tuple[str, str], Outcome] = {}

    def match(
        self, records: pd.DataFrame, place: str | None = None, district: str | None = None
    ) -> tuple[list[Outcome], Numbers]:
        """Match the distinct texts of some records; and which of them each row has."""
        names = self.columns(records, place, district)
        return self.outcomes(*(None if name is None else records[name] for name in names))

    def columns(self, records: Any, place: str | None, district: str | None) -> tuple[Any, Any]:
        """Find the columns of a table with place names and districts, to which the ledger can be added."""
        place_column = find_column(records, place, PLACE_COLUMNS, "place names")
        district_column = find_column(records, district, DISTRICT_COLUMNS, None)
        there = headers_of(records)
        added = (*LEDGER, OWN_GEOMETRY) if "geometry" in there else LEDGER
        if taken := [name for name in added if name in there]:
            raise InputError(both("fault_places.columns taken", names=taken))
        return place_column, district_column

    def outcomes(self, places: Any, stated: Any) -> tuple[list[Outcome], Numbers]:
        """Match the distinct texts of columns, Arrow's or a frame's, and districts if any; see `match`."""
        texts, names = _distinct(places)
        none = np.zeros(len(places), dtype=np.intp), [""]
        stated, districts = none if stated is None else _distinct(stated)
        texts *= len(districts)
        texts += stated
        rows, pairs = _numbered(texts, len(names) * len(districts))
        if len(self._known) > _REMEMBERED:
            self._known.clear()
            self._gazetteer.districts.forget()
        each = (divmod(pair, len(districts)) for pair in pairs.tolist())
        return [self._outcome(names[name], districts[stated]) for name, stated in each], rows

    def _outcome(self, name: str, district: str) -> Outcome:
        if (name, district) not in self._known:
            self._known[name, district] = _resolve(name, district, self._gazetteer, self._centres)
        return self._known[name, district]


def _corrections(table: pd.DataFrame) -> Iterable[tuple[str, str, str]]:
    return zip(table["printed"], column(table, "district"), table["corrected"], strict=True)


def province_in(text: str) -> str:
    """Find the province that a title names: "các cụm công nghiệp tỉnh Bắc Kạn giai đoạn ..."; else empty."""
    kind = next((kind for kind in ("tỉnh ", "Tỉnh ", "thành phố ") if kind in text), "tỉnh ")
    words = text.partition(kind)[2].split()
    dashed = (word == "-" and (words[i + 1 :] or [""])[0].istitle() for i, word in enumerate(words))
    named = [word[0].isupper() or joins for word, joins in zip(words, dashed, strict=True)]
    return " ".join(words[: [*named, False].index(False)]).strip(" ,.;:")


def _distinct(column: Any) -> tuple[Numbers, list[str]]:
    """Give each distinct text of a column a number; missing is the empty text, and 1.0 is "1"."""
    if not isinstance(column, pd.Series):
        with suppress(NotImplementedError):  # Arrow's, of a column of lists
            coded = column.dictionary_encode()
            values = coded.dictionary.to_pylist()
            numbers = coded.indices.fill_null(len(values)).to_numpy().astype(np.intp)
            return numbers, [*map(value_text, values), ""]
        column = column.to_pandas()
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


def _resolve(name: str, district: str, gazetteer: Gazetteer, centres: Centres) -> Outcome:
    matches = match_address(gazetteer, name, district)
    if failed := [match for match in matches if not match.places]:
        why = together([match.reason for match in failed])
        return Outcome(failed[0].method, 0.0, "", _codes(failed, "candidates"), why, _NOWHERE)
    units = tuple(dict.fromkeys(tuple(place.code for place in match.places) for match in matches))
    point, what = centres.point(units)
    return Outcome(
        method=matches[0].method if len(units) == 1 else "between",
        score=min(match.score for match in matches),
        codes=_codes(matches, "places"),
        candidates="",
        reason=together([*(match.reason for match in matches), what]),
        point=point,
    )


def _codes(matches: Iterable[Match], which: str) -> str:
    """Commune codes with spaces between them, in the order of the text, each once."""
    return " ".join(dict.fromkeys(place.code for match in matches for place in getattr(match, which)))


def is_placed(points: gpd.GeoDataFrame) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    """Which rows have a point."""
    geometry = points.geometry.to_numpy()
    return ~(shapely.is_missing(geometry) | shapely.is_empty(geometry))
