"""Which district a text means: "Ba Bể", "H. Ba Bể", "TX Cai Lậy"."""

import re
from collections.abc import Container, Iterable, Mapping

import pandas as pd

from bk_gis.language.names import clean, fold, unmarked

_DISTRICT_UNIT = re.compile(r"(huyen|thi xa|thanh pho|quan|tx|tp|h|q)(?:\.\s*|\s+)")  # marks may be misread
_SHORT_UNITS = {"tx": "thi xa", "tp": "thanh pho", "h": "huyen", "q": "quan"}


def match_districts(stated: Iterable[str | None], districts: Mapping[str, str]) -> list[str | None]:
    """
    Find the district that each text states: that of its code or name, else the only one spelt alike.

    "Ba Bể" finds "Huyện Ba Bể", but not where there is a "Thị xã Ba Bể" as well; "TX Ba Bể" and
    "H. Ba Bể" then say which.

    Parameters
    ----------
    stated
        What records state; None for none.
    districts
        Names of districts by their codes.

    Returns
    -------
    list[str | None]
        Codes; None where nothing or more than one fits.
    """
    exact = {**{code: code for code in districts}, **{clean(name): code for code, name in districts.items()}}
    codes = {name: code for code, name in districts.items()}
    alike: dict[str, list[str]] = {}
    for name in districts.values():
        alike.setdefault(fold(name), []).append(name)

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
