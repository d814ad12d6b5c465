"""The districts that people name: by their names, without marks, without their units, or misspelt."""

from collections.abc import Iterable

from bk_gis.language.names import bare, clean, fold, quoted, similarity
from bk_gis.language.old_encodings import readings
from bk_gis.language.reasons import reason
from bk_gis.places.addresses import Part, is_error_value, parts
from bk_gis.places.districts import folded_district, of_district_unit
from bk_gis.places.likeness import ALIKE_DISTRICT, MARGIN
from bk_gis.places.values import Match, Place, grouped


class DistrictNames:
    """
    The districts of some places.

    A district's key is its name; its folded name stands for all of that name, huyện and thị xã.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        places = tuple(places)
        self._names = {clean(place.district): place.district for place in places if place.district}
        self._folded = grouped(self._names, fold)
        self._found: dict[str, str | None] = {
            **{place.district_code: clean(place.district) for place in places},
            "": "",
        }
        self.read_as: dict[str, tuple[str, str]] = {}  # of texts in older encodings: in Unicode, and which

    def __bool__(self) -> bool:
        """Whether the places have districts."""
        return bool(self._names)

    def keys(self) -> list[str]:
        """List every key: the names, and the folded names."""
        return [*self._names, *self._folded]

    def name(self, key: str) -> str:
        """Name the district of a key as the places do."""
        return self._names.get(key, key)

    def find(self, text: str) -> str | None:
        """Find the key of the district that a text names; empty for no text, None for no such district."""
        if text not in self._found:
            self._found[text] = self._search(text)
        return self._found[text]

    def _search(self, text: str) -> str | None:
        plain = clean(text)
        if not plain or not self._names or is_error_value(plain):
            return ""
        for reading, encoding in ((plain, ""), *readings(text)):
            for part in [Part(reading, reading, "", ""), *parts(reading)]:
                if part.level in ("", "district") and (key := self._alike(part.text)):
                    if encoding:
                        self.read_as[text] = reading, encoding
                    return key
        return None

    def _alike(self, text: str) -> str:
        """Find the key of the district of a name, or of one that is clearly alike; empty for none."""
        key = name = folded_district(text, self._folded)
        if key not in self._folded:
            scores = sorted(((similarity(name, other), other) for other in self._folded), reverse=True)
            (best, key), (second, _) = [*scores, (0.0, ""), (0.0, "")][:2]
            if best < ALIKE_DISTRICT or best - second < MARGIN:
                return ""
        fitting = of_district_unit(self._folded[key], text)
        return fitting[0] if len(fitting) == 1 else key

    def same(self, one: str, other: str) -> bool:
        """Whether two keys may be of one district."""
        return one == other or (fold(one) == fold(other) and not {one, other} <= self._names.keys())

    def has(self, text: str) -> bool:
        """Whether a text is the name of a district, with all its marks or without any."""
        if text.isascii():
            return bare(text) in map(bare, self._names)
        return fold(text) in self._folded

    def none_called(self, text: str) -> Match:
        """Say that a text names no district, and which there are."""
        districts = ", ".join(sorted(self._names.values()))
        return Match(
            "unknown", reason=reason("reason.no such district", name=quoted(text), districts=districts)
        )
