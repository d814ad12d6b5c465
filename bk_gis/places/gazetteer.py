"""Names matched to the places that they can mean, in stages; nothing is guessed. No pandas."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from bk_gis.language.names import bare, clean, fold, quoted, similarity, spelt_out
from bk_gis.language.old_encodings import is_vietnamese, readings
from bk_gis.language.words import Lang, say
from bk_gis.places.addresses import Part, is_error_value, level_of, parts
from bk_gis.places.districts import folded_district, of_district_unit

# Chosen on benchmarks/place_names.csv; benchmarks/labelled_names.py prints what they come to.
ALIKE_IN_DISTRICT = 0.88  # similarity from which one name is taken for another where the district is known
ALIKE_ANYWHERE = 0.93  # the same where it is not, and where a name was typed without marks
ALIKE_DISTRICT = 0.85  # the same for districts and provinces, which are few
MARGIN = 0.05  # by which the best has to be ahead of the next
_HINT = 0.7  # similarity from which a name is shown as a candidate
_HINTS = 5
_GLUED = ("thị trấn", "thi tran", "phường", "phuong", "xã", "xa", "ttr", "tt", "p", "x")
T = TypeVar("T")


@dataclass(frozen=True)
class Place:
    """One entry of a gazetteer; `unit` ("xã", "thị trấn") decides between equal names."""

    code: str
    name: str
    district: str
    unit: str = ""
    district_code: str = ""


@dataclass(frozen=True)
class Match:
    """How one place name was matched, or why it was not. A later name can stand for several places."""

    method: str  # exact, folded, correction, alias, fuzzy; ambiguous, unknown, empty when there is no match
    places: tuple[Place, ...] = ()
    candidates: tuple[Place, ...] = ()
    score: float = 0.0
    reason: str = ""


@dataclass(frozen=True)
class Alias:
    """
    A later name: the places that it is made of, and the district or the province that it lies in.

    `unit` and `year` say what it was when; `parts` names the places of which it has a lesser part.
    """

    name: str
    codes: tuple[str, ...]
    unit: str
    year: str
    district: str = ""
    province: str = ""
    parts: tuple[str, ...] = ()


class Gazetteer:
    """
    The places that a name can mean.

    Parameters
    ----------
    places
        Every place, once.
    corrections
        The plan's own corrections of printed names: printed, district, corrected.
    aliases
        Later names of the places.
    province
        Name of the province; an address that states another one is not matched. Empty: any will do.
    fuzzy
        Whether a name may be taken for another one that it is alike to. Where not, it is a candidate.
    lang
        Language of the reasons, `vi` or `en`.
    """

    def __init__(
        self,
        places: Iterable[Place],
        corrections: Iterable[tuple[str, str, str]] = (),
        aliases: Iterable[Alias] = (),
        province: str = "",
        *,
        fuzzy: bool = True,
        lang: Lang = "vi",
    ) -> None:
        self._fuzzy = fuzzy
        self._lang = lang
        self.places = tuple(places)
        self._by_code = {place.code: place for place in self.places}
        self._exact = _grouped(self.places, lambda place: clean(place.name))
        self._folded = _grouped(self.places, lambda place: fold(place.name))
        self._bare = {bare(place.name) for place in self.places}
        self._aliases = _grouped(aliases, lambda alias: fold(alias.name))
        self._later_provinces = {
            fold(alias.province) for group in self._aliases.values() for alias in group if alias.province
        }
        self.province = clean(province)
        # A district's key is its name; its folded name stands for all of that name, huyện and thị xã.
        self._districts = {clean(place.district): place.district for place in self.places if place.district}
        self._folded_districts = _grouped(self._districts, fold)
        self._district_keys: dict[str, str | None] = {
            **{place.district_code: clean(place.district) for place in self.places},
            "": "",
        }
        self._corrections: dict[str, list[tuple[str, str]]] = {}
        for printed, district, corrected in corrections:
            if corrected:
                key = self.find_district(district) or ""
                self._corrections.setdefault(fold(printed), []).append((key, corrected))
        self._pools = {
            (district, plain): {
                place.code: spelt_out((bare if plain else fold)(place.name))
                for place in within_district(self.places, district)
            }
            for district in ("", *self._districts, *self._folded_districts)
            for plain in (False, True)
        }

    def match(self, name: str, district: str = "") -> Match:
        """Match one name, in a district where one is stated: by itself, else by what it is alike to."""
        key = self.find_district(district)
        if key is None:
            return self.no_district(district)
        found = self.known(name, key)
        return found if found is not None else self._alike(name, key)

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
                return self._only(within, method, name)
        for key, corrected in self._corrections.get(fold(plain), []):
            if not self._districts or (key and district and self.same_district(key, district)):
                within = within_district(self._folded.get(fold(corrected), []), key)
                if within:
                    words = self.say("correction", printed=quoted(name), corrected=quoted(corrected))
                    return replace(self._only(within, "correction", plain), reason=words)
        if self._folded.get(fold(plain)) or (level_of(name)[0] != "commune" and self.names_district(plain)):
            return None  # a name of another district; "Na Rì" is the district, "xã Na Rì" a later commune
        return self._later(plain, district)

    def _plain(self, name: str) -> str:
        """Strip a commune's unit; nothing is left of what says that it is a district or a province."""
        text = clean(name)
        level, plain = level_of(text)
        if level == "hamlet" or self.is_whole_name(text):
            return text
        return plain if level in ("", "commune") else ""

    def _later(self, name: str, district: str) -> Match | None:
        """Match a later name, unless it means different places at different times."""
        known = [
            alias
            for alias in self._aliases.get(fold(name), [])
            if not district
            or fold(alias.district) == fold(district)
            or (not alias.district and self._lies_in(alias, district))
        ]
        if district and any(alias.district for alias in known):
            known = [alias for alias in known if alias.district]
        return self._meant(name, known)

    def match_in_province(self, name: str, province: str) -> Match:
        """Match a later name in the later province that a text states."""
        plain = self._plain(name)
        known = [
            alias
            for alias in self._aliases.get(fold(plain), [])
            if alias.province and fold(alias.province) == fold(province)
        ]
        if (found := self._meant(plain, known)) is not None:
            return found
        return Match(
            "unknown", reason=self.say("no such later commune", province=province, name=quoted(plain))
        )

    def is_later_province(self, text: str) -> bool:
        """Whether a text names a province that the places came to belong to later."""
        return fold(text) in self._later_provinces

    def _lies_in(self, alias: Alias, district: str) -> bool:
        return len(within_district(self._coded(alias.codes), district)) == len(alias.codes)

    def _meant(self, name: str, known: list[Alias]) -> Match | None:
        meanings = {alias.codes for alias in known}
        if not meanings:
            return None
        words = "; ".join(dict.fromkeys(map(self._meaning, known)))
        if len(meanings) > 1:
            codes = dict.fromkeys(code for alias in known for code in alias.codes)
            several = self.say("several meanings", name=quoted(name), meanings=words)
            return Match("ambiguous", candidates=self._coded(codes), reason=several)
        one = self.say("later name", name=quoted(name), meaning=words)
        return Match("alias", self._coded(known[0].codes), score=1.0, reason=one)

    def _meaning(self, alias: Alias) -> str:
        return self.say(
            "later unit with parts" if alias.parts else "later unit",
            unit=alias.unit.lower(),
            year=alias.year,
            members=", ".join(place.name for place in self._coded(alias.codes)),
            others=", ".join(alias.parts),
        )

    def _coded(self, codes: Iterable[str]) -> tuple[Place, ...]:
        return tuple(self._by_code[code] for code in codes)

    def _alike(self, name: str, district: str) -> Match:
        """Match by likeness, where one place is clearly the nearest; else show what is near."""
        plain = self._plain(name)
        if elsewhere := self._folded.get(fold(plain), []):
            none = self._none_called(name, district)
            words = self.say("elsewhere", none=none, places=names_of(elsewhere))
            return Match("unknown", candidates=tuple(elsewhere), reason=words)
        unmarked = plain.isascii()
        near = process.extract(
            spelt_out((bare if unmarked else fold)(plain)),
            self._pools[district, unmarked],
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=_HINT,
            limit=_HINTS,
        )
        places = self._coded(code for _, _, code in near)
        best, second = [*(score for _, score, _ in near), 0.0, 0.0][:2]
        enough = ALIKE_IN_DISTRICT if district and not unmarked else ALIKE_ANYWHERE
        if best < enough or not self._fuzzy:
            return self.no_commune(name, district, places)
        if best - second < MARGIN:
            words = self.say("alike", name=quoted(name), places=names_of(places))
            return Match("ambiguous", candidates=places, reason=words)
        score = similarity(plain, places[0].name)
        words = self.say("taken for", name=quoted(name), place=quoted(places[0].name))
        return Match("fuzzy", places[:1], score=score, reason=words)

    def no_commune(self, text: str, district: str = "", near: tuple[Place, ...] = ()) -> Match:
        """Say that a text names no commune, in the district of a key if any, and what to do about it."""
        if near:
            key = "near"
        elif not any(map(str.isalpha, text)):
            key = "number"
        elif level_of(text)[0] == "commune":
            key = "unknown commune"
        elif self.names_district(text) or self._is_province(text):
            key = "no commune"
        else:
            key = "unknown place"
        none = self._none_called(text, district)
        words = self.say(key, none=none, text=quoted(text), places=names_of(near))
        return Match("unknown", candidates=near, reason=words)

    def _none_called(self, name: str, district: str) -> str:
        key = "none in district" if district else "none"
        return self.say(key, name=quoted(name), district=self._districts.get(district, district))

    def find_district(self, text: str) -> str | None:
        """Find the key of the district that a text names; empty for no text, None for no such district."""
        if text not in self._district_keys:
            self._district_keys[text] = self._search_district(clean(text))
        return self._district_keys[text]

    def _search_district(self, text: str) -> str | None:
        if not text or not self._districts or is_error_value(text):
            return ""
        for reading in (text, *(read for read, _ in readings(text))):
            for part in [Part(reading, reading, "", ""), *parts(reading)]:
                if part.level in ("", "district") and (key := self._district_alike(part.text)):
                    return key
        return None

    def _district_alike(self, text: str) -> str:
        """Find the key of the district of a name, or of one that is clearly alike; empty for none."""
        key = name = folded_district(text, self._folded_districts)
        if key not in self._folded_districts:
            scores = sorted(
                ((similarity(name, other), other) for other in self._folded_districts), reverse=True
            )
            (best, key), (second, _) = [*scores, (0.0, ""), (0.0, "")][:2]
            if best < ALIKE_DISTRICT or best - second < MARGIN:
                return ""
        fitting = of_district_unit(self._folded_districts[key], text)
        return fitting[0] if len(fitting) == 1 else key

    def same_district(self, one: str, other: str) -> bool:
        """Whether two keys may be of one district."""
        return one == other or (fold(one) == fold(other) and not {one, other} <= self._districts.keys())

    def no_district(self, text: str) -> Match:
        """Say that a text names no district, and which there are."""
        districts = ", ".join(sorted(self._districts.values()))
        return Match("unknown", reason=self.say("no such district", name=quoted(text), districts=districts))

    def is_whole_name(self, text: str) -> bool:
        """Whether the first word of a text is part of a name: "Phuong Linh", and "Bản Thi"."""
        begins = level_of(text)[0] == "hamlet" or text.isascii()
        return begins and bare(text.replace(".", " ")) in self._bare

    def unglued(self, text: str) -> str:
        """
        Part the unit of a commune from the name that it runs into: "TTBằng Lũng".

        Only where no word can begin so and the rest is a name: "Phà Hiệu" is not "P. Hà Hiệu".
        """
        if not is_vietnamese(text.split(maxsplit=1)[0]) and not self._is_name(text):
            for unit in _GLUED:
                rest = text[len(unit) :]
                if text[: len(unit)].lower() == unit and rest[:1].isalpha() and self._is_name(rest):
                    return f"{unit} {rest}"
        return text

    def _is_name(self, text: str) -> bool:
        known = fold(text) in self._folded or fold(text) in self._aliases
        return known or (text.isascii() and bare(text) in self._bare)

    def names_district(self, text: str) -> bool:
        """Whether a text is the name of a district, with all its marks or without any."""
        if text.isascii():
            return bare(text) in map(bare, self._districts)
        return fold(text) in self._folded_districts

    def _is_province(self, text: str) -> bool:
        return self.is_later_province(text) or (bool(self.province) and fold(text) == fold(self.province))

    def may_be_province(self, text: str) -> bool:
        """Whether a text names the province; any may, where it is not known which it is."""
        return not self.province or similarity(text, self.province) >= ALIKE_DISTRICT

    def say(self, key: str, **values: object) -> str:
        """Say one of the ledger's reasons in the language of this gazetteer."""
        return say(f"reason.{key}", self._lang, **values)

    def _only(self, places: list[Place], method: str, name: str) -> Match:
        if len(places) == 1:
            score = 1.0 if method in ("exact", "folded") else similarity(name, places[0].name)
            return Match(method, tuple(places), score=score)
        words = self.say("same name", count=len(places), name=quoted(name), places=names_of(places))
        return Match("ambiguous", candidates=tuple(places), reason=words)


def within_district(places: Sequence[Place], district: str) -> list[Place]:
    """Keep the places of the district of a key; all of them where it is empty."""
    return [
        place for place in places if not district or district in (clean(place.district), fold(place.district))
    ]


def _grouped(values: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for value in values:
        groups.setdefault(key(value), []).append(value)
    return groups


def _of_unit(places: list[Place], name: str) -> list[Place]:
    """Where several places are of one name, those of the unit that the text states, if any."""
    unit = [place for place in places if place.unit and name.lower().startswith(place.unit.lower())]
    return unit if len(places) > 1 and unit else places


def names_of(places: Iterable[Place]) -> str:
    """Name places with their districts, for people."""
    return ", ".join(f"{place.name} ({place.district})" if place.district else place.name for place in places)
