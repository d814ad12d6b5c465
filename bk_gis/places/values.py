"""Places, what a name of one was matched to, and later names. No pandas."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bk_gis.language.names import clean, fold
from bk_gis.language.reasons import Reason

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
    score: float = 0.0  # without places, 1 where the name itself is that of candidates in another district
    reason: Reason | None = None


@dataclass(frozen=True)
class Alias:
    """
    A later name: the places that it is made of, and the district or the province that it lies in.

    `unit` and `year` say what it was when; `parts` names the places of which it has a lesser part. An
    `earlier` name is that of what lies in a place, a lesser part of it in `parts`.
    """

    name: str
    codes: tuple[str, ...]
    unit: str
    year: str
    district: str = ""
    province: str = ""
    parts: tuple[str, ...] = ()
    earlier: bool = False


def within_district(places: Sequence[Place], district: str) -> list[Place]:
    """Keep the places of the district of a key; all of them where it is empty."""
    return [
        place for place in places if not district or district in (clean(place.district), fold(place.district))
    ]


def grouped(values: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    """Group values by a key, in their order."""
    groups: dict[str, list[T]] = {}
    for value in values:
        groups.setdefault(key(value), []).append(value)
    return groups


def names_of(places: Iterable[Place]) -> str:
    """Name places with their districts, for people."""
    return ", ".join(f"{place.name} ({place.district})" if place.district else place.name for place in places)
