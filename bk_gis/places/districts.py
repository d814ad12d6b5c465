"""Which district a text means: "Ba Bể", "H. Ba Bể", "TX Cai Lậy"."""

import re
from collections.abc import Container, Iterable, Sequence

from bk_gis.language.names import clean, fold, unmarked

_DISTRICT_UNIT = re.compile(r"(huyen|thi xa|thanh pho|quan|tx|tp|h|q)(?:\.\s*|\s+)")  # marks may be misread

_SHORT_UNITS = {"tx": "thi xa", "tp": "thanh pho", "h": "huyen", "q": "quan"}


def match_districts(stated: Iterable[str | None], districts: Sequence[str]) -> list[str | None]:
    """
    Find the district that each record states: the one of the same name, else the only one spelt alike.

    "Ba Bể" finds "Huyện Ba Bể", but not where there is a "Thị xã Ba Bể" as well; "TX Ba Bể" and
    "H. Ba Bể" then say which. None where nothing or more than one fits.
    """
    exact = {clean(district): district for district in districts}
    alike: dict[str, list[str]] = {}
    for district in districts:
        alike.setdefault(fold(district), []).append(district)

    def find(name: str) -> str | None:
        candidates = of_district_unit(alike.get(folded_district(name, alike), []), name)
        return exact.get(clean(name)) or (candidates[0] if len(candidates) == 1 else None)

    return [find(name) if isinstance(name, str) else None for name in stated]


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
