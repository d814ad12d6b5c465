"""Which district a text means, such as "TX Cai Lậy": strictly for a plan, misspelt too for records."""

import re
from collections.abc import Container, Iterable, Mapping

import pandas as pd

from bk_gis.language.names import bare, clean, fold, quoted, similarity, unmarked
from bk_gis.language.old_encodings import in_unicode, readings
from bk_gis.language.reasons import reason
from bk_gis.places.addresses import Part, is_error_value, parts
from bk_gis.places.likeness import ALIKE_DISTRICT, MARGIN
from bk_gis.places.values import Match, Place, grouped

_DISTRICT_UNIT = re.compile(r"(huyen|thi xa|thanh pho|quan|tx|tp|h|q)(?:\.\s*|\s+)")  # marks may be misread
_SHORT_UNITS = {"tx": "thi xa", "tp": "thanh pho", "h": "huyen", "q": "quan"}


def match_districts(stated: Iterable[str | None], districts: Mapping[str, str]) -> list[str | None]:
    """
    Find the district that each text states: that of its code or name, else the only one spelt alike.

    "Ba Bể" finds "Huyện Ba Bể", but not where there is a "Thị xã Ba Bể" as well; "TX Ba Bể" and
    "H. Ba Bể" then say which.

    `districts` are names by their codes. Gives codes; None where nothing or more than one fits.
    """
    exact = {**{code: code for code in districts}, **{clean(name): code for code, name in districts.items()}}
    codes = {name: code for code, name in districts.items()}
    alike = grouped(districts.values(), fold)

    def find(text: str) -> str | None:
        candidates = of_district_unit(alike.get(folded_district(text, alike), []), text)
        return exact.get(clean(text)) or (codes[candidates[0]] if len(candidates) == 1 else None)

    return [find(text) if isinstance(text, str) else None for text in stated]


def district_names(communes: pd.DataFrame) -> dict[str, str]:
    """Names of the districts of communes by their codes, in the order of the codes; none may be there."""
    if "district_code" not in communes:
        return {}
    return dict(sorted(zip(communes["district_code"], communes["district"], strict=True)))


def folded_district(text: str, known: Container[str]) -> str:
    """Fold a district's name, its unit off however it is written ("TX Ba Bể"), but not off "Quan Hóa"."""
    name = clean(text)
    unit = _DISTRICT_UNIT.match(unmarked(name))
    return fold(name[unit.end() :]) if unit and fold(name) not in known else fold(name)


def of_district_unit(districts: list[str], text: str) -> list[str]:
    """Keep the districts of the unit that a text begins with, if any is: "TX Ba Bể", "thi xa Ba Bể"."""
    unit = _DISTRICT_UNIT.match(unmarked(clean(text)))
    word = _SHORT_UNITS.get(unit[1], unit[1]) if unit else None
    return [name for name in districts if word and unmarked(name).startswith(word)] or districts


class DistrictNames:
    """
    The districts of some places.

    A district's key is its name; its folded name stands for all of that name, huyện and thị xã.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        places = tuple(places)
        self._names = {clean(place.district): place.district for place in places if place.district}
        self._folded = grouped(self._names, fold)
        self._own = {place.district_code: clean(place.district) for place in places}
        self.forget()

    def forget(self) -> None:
        """Let go of the texts that were looked up: of a large table they are many."""
        self._found: dict[str, str | None] = {**self._own, "": ""}
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
        name = quoted(in_unicode(text))
        return Match("unknown", reason=reason("reason.no such district", name=name, districts=districts))
