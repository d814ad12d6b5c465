"""Vietnamese place names: folding, splitting, matching against a gazetteer. No pandas in here."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")  # grave, acute, tilde, hook, dot below
_UNIT = re.compile(
    r"^(?:tỉnh|thành phố|thị xã|thị trấn|quận|huyện|phường|xã|ccn|cụm công nghiệp"
    r"|(?:tp|tx|tt|q|h|p|x)\.)\s*(?=\S)"
)
_BETWEEN = re.compile(r"\s+[-\u2013\u2014]\s+|\s*[;/,+&]\s*|\s+và\s+", re.IGNORECASE)


def clean(text: str) -> str:
    """Compose to NFC and collapse white space: what "spelt alike" means for every comparison here."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fold(name: str) -> str:
    """
    Fold a place name so that spellings of the same name compare equal.

    Case, NFC/NFD, white space, hyphens, a leading unit ("xã", "TT.", "huyện", "CCN"), and the
    vowel that carries the tone (hoá/hóa) do not count. Different letters and tones do.
    """
    return " ".join(_tone_last(syllable) for syllable in _without_unit(name).split())


def _without_unit(name: str) -> str:
    return _UNIT.sub("", clean(clean(name).lower().replace("-", " ")))


def _tone_last(syllable: str) -> str:
    letters = unicodedata.normalize("NFD", syllable)
    tones = "".join(c for c in letters if c in _TONES)
    return unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES)) + tones


def bare(name: str) -> str:
    """Fold further, to letters without any diacritic: "Cẩm Giàng" becomes "cam giang"."""
    text = unicodedata.normalize("NFD", _without_unit(name).replace("đ", "d"))
    return "".join(c for c in text if not unicodedata.combining(c))


def split_places(location: str) -> list[str]:
    """Split "A - B", "A, B", "A và B" into its places; one place gives a list of one."""
    return [part for part in _BETWEEN.split(clean(location)) if part]


def similarity(a: str, b: str) -> float:
    """Share of characters that two folded names have in common, in order: 1 means the same name."""
    return round(SequenceMatcher(None, fold(a), fold(b), autojunk=False).ratio(), 2)


@dataclass(frozen=True)
class Place:
    """One entry of a gazetteer."""

    code: str
    name: str
    district: str


@dataclass(frozen=True)
class Match:
    """How one place name was matched, or why it was not."""

    method: str  # exact, folded, correction; ambiguous, unknown, empty when there is no match
    places: tuple[Place, ...] = ()
    candidates: tuple[Place, ...] = ()
    score: float = 0.0
    reason: str = ""


class Gazetteer:
    """The places that a name can mean, with the plan's own corrections of printed names."""

    def __init__(self, places: Iterable[Place], corrections: Iterable[tuple[str, str, str]] = ()) -> None:
        self._exact: dict[str, list[Place]] = defaultdict(list)
        self._folded: dict[str, list[Place]] = defaultdict(list)
        self._bare: dict[str, list[Place]] = defaultdict(list)
        for place in places:
            self._exact[clean(place.name)].append(place)
            self._folded[fold(place.name)].append(place)
            self._bare[bare(place.name)].append(place)
        self._corrections = {
            (fold(printed), fold(district)): corrected
            for printed, district, corrected in corrections
            if corrected
        }

    def match(self, name: str, district: str = "") -> Match:
        """
        Match one place name; a stated district decides between equals, and nothing is guessed.

        Parameters
        ----------
        name
            The place as people write it, with or without its unit.
        district
            The district it is stated to lie in; empty when none is stated.
        """
        if not clean(name):
            return Match("empty", reason="no place is stated")
        found = self._lookup(name, district)
        if found is not None:
            return found
        corrected = self._corrections.get((fold(name), fold(district)))
        if corrected is not None and (found := self._lookup(corrected, district)) is not None:
            if not found.places:
                return found
            return Match(
                "correction",
                found.places,
                score=similarity(name, found.places[0].name),
                reason=f"place_names corrects '{clean(name)}' to '{corrected}'",
            )
        alike = self._within(self._bare.get(bare(name), []), district)
        hint = f"; did you mean {_names(alike)}?" if alike else ""
        where = f" in {clean(district)}" if clean(district) else ""
        return Match(
            "unknown",
            candidates=tuple(alike),
            reason=f"no commune{where} is called '{clean(name)}'{hint}",
        )

    def _lookup(self, name: str, district: str) -> Match | None:
        for method, places in (
            ("exact", self._exact.get(clean(name), [])),
            ("folded", self._folded.get(fold(name), [])),
        ):
            within = self._within(places, district)
            if len(within) == 1:
                return Match(method, tuple(within), score=similarity(name, within[0].name))
            if within:
                return Match(
                    "ambiguous",
                    candidates=tuple(within),
                    reason=f"{len(within)} communes are called '{clean(name)}': {_names(within)}",
                )
        return None

    @staticmethod
    def _within(places: list[Place], district: str) -> list[Place]:
        if not clean(district):
            return places
        return [place for place in places if fold(place.district) == fold(district)]


def _names(places: Iterable[Place]) -> str:
    return ", ".join(f"{place.name} ({place.district})" for place in places)
