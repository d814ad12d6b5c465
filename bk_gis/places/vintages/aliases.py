"""Names of other vintages as aliases for the names' matching. No pandas."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from bk_gis.language.names import fold
from bk_gis.places.values import Alias
from bk_gis.places.vintages.crosswalk import Crosswalk

_MOST = Decimal("0.5")  # share of a split commune from which it counts to a later one


def aliases(crosswalk: Crosswalk | None, communes: Mapping[str, str] | None = None) -> list[Alias]:
    """
    Give an alias for each later commune: the communes of the first vintage that it is made of.

    Where names of communes are given by code, only those of which all members are among these, by code and
    name: another vintage may have a code for another commune.
    """
    if crosswalk is None:
        return []
    first, *later = crosswalk.years
    units = crosswalk.units[first]

    def known(code: str) -> bool:
        return communes is None or fold(communes.get(code, "")) == fold(units[code].name)

    found = (alias for year in later for alias in _aliases(crosswalk, first, year))
    return [alias for alias in found if all(map(known, alias.codes))]


def _aliases(crosswalk: Crosswalk, first: int, year: int) -> Iterator[Alias]:
    members: dict[str, list[str]] = {code: [] for code in crosswalk.units[year]}
    others: dict[str, list[str]] = {code: [] for code in members}
    for code, unit in crosswalk.units[first].items():
        for part in crosswalk.into(code, first, year):
            if (part.share or 0) >= _MOST:
                members[part.unit.code].append(code)
            else:
                others[part.unit.code].append(unit.name)
    for code, unit in crosswalk.units[year].items():
        yield Alias(
            unit.name,
            tuple(members[code]),
            unit=unit.kind,
            year=str(year),
            district=unit.district,
            province=unit.province,
            parts=tuple(sorted(others[code])),
        )
