"""Names matched to the places that they can mean, in stages; nothing is guessed. No pandas."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from bk_gis.language.names import bare, clean, fold, quoted, similarity
from bk_gis.language.old_encodings import in_unicode, is_vietnamese
from bk_gis.language.reasons import Reason, reason
from bk_gis.places.addresses import level_of
from bk_gis.places.districts import DistrictNames
from bk_gis.places.later_names import LaterNames
from bk_gis.places.likeness import ALIKE_DISTRICT, LikeNames
from bk_gis.places.values import Alias, Match, Place, grouped, names_of, within_district

_GLUED = ("thị trấn", "thi tran", "phường", "phuong", "xã", "xa", "ttr", "tt", "p", "x")


class Gazetteer:
    """
    The places that a name can mean.

    `places` has every place once, `corrections` the plan's own of printed names (printed, district,
    corrected), `aliases` later names. An address that states another `province` is not matched; where that is
    empty, any will do. `fuzzy` lets a name be taken for another one that it is alike to, else that is a
    candidate.
    """

    def __init__(
        self,
        places: Iterable[Place],
        corrections: Iterable[tuple[str, str, str]] = (),
        aliases: Iterable[Alias] = (),
        province: str = "",
        *,
        fuzzy: bool = True,
    ) -> None:
        self._fuzzy = fuzzy
        self.places = tuple(places)
        self.province = clean(province)
        self.districts = DistrictNames(self.places)
        self.later = LaterNames(aliases, self.places)
        self._like = LikeNames(self.places, self.districts.keys())
        self._exact = grouped(self.places, lambda place: clean(place.name))
        self._folded = grouped(self.places, lambda place: fold(place.name))
        self._bare = {bare(place.name) for place in self.places}
        self._corrections: dict[str, list[tuple[str, str]]] = {}
        for printed, district, corrected in corrections:
            if corrected:
                key = self.districts.find(district) or ""
                self._corrections.setdefault(fold(printed), []).append((key, corrected))

    @cached_property
    def without_districts(self) -> "Gazetteer":
        """The same places, in whichever district a text says that they are."""
        places = (replace(place, district="", district_code="") for place in self.places)
        return Gazetteer(places, province=self.province, fuzzy=self._fuzzy)

    def match(self, name: str, district: str = "") -> Match:
        """Match one name, in a district where one is stated: by itself, else by what it is alike to."""
        key = self.districts.find(district)
        if key is None:
            return self.districts.none_called(district)
        found = self.known(name, key)
        return found if found is not None else self._alike(name, key)

    def match_in_province(self, name: str, province: str) -> Match:
        """Match a later name in the later province that a text states."""
        return self.later.match_in_province(self._plain(name), province)

    def known(self, name: str, district: str = "") -> Match | None:
        """Match by the name itself, in the district of a key: exact, folded, corrected or a later name."""
        plain = self._plain(name)
        if not plain:
            return None
        for method, places in (
            ("exact", self._exact.get(clean(name), [])),
            ("folded", self._folded.get(fold(plain), [])),
        ):
            if within := _of_unit(within_district(places, district), clean(name)):
                return _only(within, method, name)
        for key, corrected in self._corrections.get(fold(plain), []):
            if not self.districts or (key and district and self.districts.same(key, district)):
                within = within_district(self._folded.get(fold(corrected), []), key)
                if within:
                    why = reason("reason.correction", printed=quoted(name), corrected=quoted(corrected))
                    return replace(_only(within, "correction", plain), reason=why)
        if self._folded.get(fold(plain)) or (level_of(name)[0] != "commune" and self.districts.has(plain)):
            return None  # a name of another district; "Na Rì" is the district, "xã Na Rì" a later commune
        return self.later.match(plain, district)

    def _plain(self, name: str) -> str:
        """Strip a commune's unit; nothing is left of what says that it is a district or a province."""
        text = clean(name)
        level, plain = level_of(text)
        if level == "hamlet" or self.is_whole_name(text):
            return text
        return plain if level in ("", "commune") else ""

    def _alike(self, name: str, district: str) -> Match:
        """Match by likeness, where one place is clearly the nearest; else show what is near."""
        plain = self._plain(name)
        if elsewhere := self._folded.get(fold(plain), []):
            none = self._none_called(name, district)
            why = reason("reason.elsewhere", none=none, places=names_of(elsewhere))
            return Match("unknown", candidates=tuple(elsewhere), score=1.0, reason=why)
        places, enough, ahead = self._like.near(plain, district)
        if not enough or not self._fuzzy:
            return self.no_commune(name, district, places)
        if not ahead:
            why = reason("reason.alike", name=quoted(name), places=names_of(places))
            return Match("ambiguous", candidates=places, reason=why)
        score = similarity(plain, places[0].name)
        why = reason("reason.taken for", name=quoted(name), place=quoted(places[0].name))
        return Match("fuzzy", places[:1], score=score, reason=why)

    def no_commune(self, text: str, district: str = "", near: tuple[Place, ...] = ()) -> Match:
        """Say that a text names no commune, in the district of a key if any, and what to do about it."""
        text = in_unicode(clean(text))
        if near:
            why = reason("reason.near", none=self._none_called(text, district), places=names_of(near))
        elif not any(map(str.isalpha, text)):
            why = reason("reason.number", text=quoted(text))
        elif level_of(text)[0] == "commune":
            why = reason("reason.unknown commune", none=self._none_called(text, district))
        elif self.districts.has(text) or self.later.has_province(text) or fold(text) == fold(self.province):
            why = reason("reason.no commune", text=quoted(text))
        else:
            why = reason("reason.unknown place", none=self._none_called(text, district))
        return Match("unknown", candidates=near, reason=why)

    def _none_called(self, name: str, district: str) -> Reason:
        name = quoted(in_unicode(name))
        if not district:
            return reason("reason.none", name=name)
        return reason("reason.none in district", name=name, district=self.districts.name(district))

    def is_whole_name(self, text: str) -> bool:
        """Whether the first word of a text is part of a name: "Phuong Linh", and "Bản Thi"."""
        begins = level_of(text)[0] == "hamlet" or text.isascii()
        return begins and bare(text.replace(".", " ")) in self._bare

    def unglued(self, text: str) -> str:
        """
        Separate the unit of a commune from the name that it runs into: "TTBằng Lũng".

        Only where no word can begin so and the rest is a name: "Phà Hiệu" is not "P. Hà Hiệu".
        """
        begins = text[:9].lower().startswith(_GLUED)
        if begins and not is_vietnamese(text.split(maxsplit=1)[0]) and not self.is_name(text):
            for unit in _GLUED:
                rest = text[len(unit) :]
                if text[: len(unit)].lower() == unit and rest[:1].isalpha() and self.is_name(rest):
                    return f"{unit} {rest}"
        return text

    def is_name(self, text: str) -> bool:
        """Whether a text is the name of a place, now or later; without marks where it has none."""
        known = fold(text) in self._folded or self.later.has(text)
        return known or (text.isascii() and bare(text) in self._bare)

    def may_be_province(self, text: str) -> bool:
        """Whether a text names the province; any may, where it is not known which it is."""
        return not self.province or similarity(text, self.province) >= ALIKE_DISTRICT


def _of_unit(places: list[Place], name: str) -> list[Place]:
    """Where several places are of one name, those of the unit that the text states, if any."""
    if len(places) < 2:
        return places
    return [p for p in places if p.unit and name.lower().startswith(p.unit.lower())] or places


def _only(places: list[Place], method: str, name: str) -> Match:
    if len(places) == 1:
        score = 1.0 if method in ("exact", "folded") else similarity(name, places[0].name)
        return Match(method, tuple(places), score=score)
    why = reason("reason.same name", count=len(places), name=quoted(name), places=names_of(places))
    return Match("ambiguous", candidates=tuple(places), reason=why)
