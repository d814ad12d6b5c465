"""Names of other vintages as aliases for the names' matching. No pandas."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from bk_gis.language.names import fold
from bk_gis.places.values import Alias
from bk_gis.places.vintages.crosswalk import Crosswalk, Unit

_MOST = Decimal("0.5")  # share of a split commune from which it counts to another one


def aliases(
    crosswalk: Crosswalk, own: int | None = None, communes: Mapping[str, str] | None = None
) -> list[Alias]:
    """
    Give an alias for each commune of another vintage than one's own, by default the first.

    A later one stands for the communes that it is made of, an earlier one for that in which it lies. Where
    names of communes are given by code, only those that stand for these, by code and name: another vintage
    may have a code for another commune.
    """
    own = crosswalk.years[0] if own is None else own
    crosswalk.require(own)
    units = crosswalk.units[own]

    def known(code: str) -> bool:
        return communes is None or fold(communes.get(code, "")) == fold(units[code].name)

    found = [
        alias
        for year in crosswalk.years
        if year != own
        for alias in (_later if year > own else _earlier)(crosswalk, own, year)
    ]
    return [alias for alias in found if alias.codes and all(map(known, alias.codes))]


def _later(crosswalk: Crosswalk, own: int, year: int) -> Iterator[Alias]:
    members: dict[str, list[str]] = {code: [] for code in crosswalk.units[year]}
    others: dict[str, list[str]] = {code: [] for code in members}
    for code, unit in crosswalk.units[own].items():
        for part in crosswalk.into(code, own, year):
            if (part.share or 0) >= _MOST:
                members[part.unit.code].append(code)
            else:
                others[part.unit.code].append(unit.name)
    for code, unit in crosswalk.units[year].items():
        yield _alias(unit, members[code], year, others[code], earlier=False)


def _earlier(crosswalk: Crosswalk, own: int, year: int) -> Iterator[Alias]:
    for code, unit in crosswalk.units[year].items():
        parts = crosswalk.into(code, year, own)
        members = [part.unit.code for part in parts if (part.share or 0) >= _MOST]
        others = [part.unit.name for part in parts if (part.share or 0) < _MOST]
        yield _alias(unit, members[:1], year, others, earlier=True)


def _alias(unit: Unit, codes: list[str], year: int, others: list[str], *, earlier: bool) -> Alias:
    return Alias(
        unit.name,
        tuple(codes),
        unit=unit.kind,
        year=str(year),
        district=unit.district,
        province=unit.province,
        parts=tuple(sorted(others)),
        earlier=earlier,
    )
