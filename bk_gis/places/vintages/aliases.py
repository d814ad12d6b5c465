"""Names of other vintages as aliases for the names' matching. No pandas."""

from collections.abc import Iterator
from decimal import Decimal

from bk_gis.places.values import Alias
from bk_gis.places.vintages.crosswalk import Crosswalk

_MOST = Decimal("0.5")  # share of a split commune from which it counts to a later one


def aliases(crosswalk: Crosswalk) -> list[Alias]:
    """Give an alias for each later commune: the communes of the first vintage that it is made of."""
    first, *later = crosswalk.years
    return [alias for year in later for alias in _aliases(crosswalk, first, year)]


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
