"""Which commune of a vintage a code or a name means. No pandas."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from bk_gis.language.names import clean, fold, quoted
from bk_gis.language.old_encodings import in_unicode
from bk_gis.language.reasons import Reason, reason, together
from bk_gis.places.addresses import parts
from bk_gis.places.gazetteer import Gazetteer
from bk_gis.places.matching import match_address
from bk_gis.places.values import Match, Place, grouped
from bk_gis.places.vintages.crosswalk import Crosswalk, Unit

_DIGITS = 5


class Meant(NamedTuple):
    """The units that a record means, or why none: `method` is empty where there are units."""

    method: str
    units: tuple[Unit, ...] = ()
    candidates: tuple[Unit, ...] = ()
    reason: Reason | None = None
    misplaced: bool = False  # the name is one of the vintage, but not in what is stated around it


class Units:
    """The communes of one vintage of a crosswalk, to be found by code or by name."""

    def __init__(self, crosswalk: Crosswalk, year: int) -> None:
        self._crosswalk, self._year = crosswalk, year
        self._units = crosswalk.units[year]

    def find(self, code: str, name: str, district: str, province: str) -> Meant:
        """Find the commune of a code, which a name beside it has to agree with; else those of the name."""
        code = clean(code)
        if not code:
            return self._named(name, district, province)
        found = self._coded(code)
        if not found.units or not clean(name):
            return found
        named = self._named(name, district, province)
        unit = found.units[0]
        if named.misplaced and (unit in named.candidates or fold(in_unicode(name)) == fold(unit.name)):
            return named._replace(candidates=(unit,))
        if named.method == "empty" or unit in (*named.units, *named.candidates):
            return found
        return self._differs(code, name, unit, named.units)

    def _coded(self, code: str) -> Meant:
        unit = self._units.get(code)
        if unit:
            others = [(year, other) for year, other in self._elsewhere(code) if other.name != unit.name]
            meanings = tuple(self._meaning(year, other) for year, other in others)
            own = self._meaning(self._year, unit)
            why = reason("conversion.several meanings", code=code, own=own, others=meanings)
            return Meant("", (unit,), reason=why if meanings else None)
        if longer := self._units.get(code.zfill(_DIGITS)):
            lost = reason("conversion.lost zero", code=quoted(code), meant=longer.code, name=longer.full_name)
            return Meant("unknown", candidates=(longer,), reason=lost)
        padded = code.zfill(_DIGITS)  # of another year, and without its leading zero
        found = [*self._elsewhere(code), *(self._elsewhere(padded) if padded != code else ())]
        if elsewhere := [self._meaning(year, unit) for year, unit in found]:
            return Meant("vintage", reason=self._other_vintage(code, tuple(elsewhere)))
        return Meant(
            "unknown", reason=reason("conversion.no such code", code=quoted(code), year=str(self._year))
        )

    def _named(self, name: str, district: str, province: str) -> Meant:
        province = clean(in_unicode(province)) or self._stated_in(name)
        key = fold(province) if self._by_province else ""
        if key and key not in self._by_province:
            own = ", ".join({unit.province: None for unit in self._units.values()})
            why = reason("reason.other province", province=province, own=own)
            return Meant("unknown", reason=why, misplaced=True)
        gazetteer = self._by_province[key] if key else self._gazetteers[self._year]
        matches = match_address(gazetteer, name, district)
        units = tuple(dict.fromkeys(self._units[p.code] for match in matches for p in match.places))
        failed = [match for match in matches if not match.places]
        if not failed:
            return Meant("", units, reason=together(match.reason for match in matches))
        misplaced = _misplaced(gazetteer, name, failed) if failed[0].method == "unknown" else ()
        if failed[0].method == "unknown" and not misplaced and (elsewhere := tuple(self._called(name))):
            return Meant("vintage", reason=self._other_vintage(name, elsewhere))
        codes = [place.code for match in failed for place in match.candidates] or misplaced
        why = together(match.reason for match in failed)
        candidates = tuple(self._units[code] for code in codes)
        return Meant(failed[0].method, (), candidates, why, misplaced=bool(misplaced))

    def _stated_in(self, address: str) -> str:
        """Find the province that an address states, by its word or as its last part; empty for none."""
        found = parts(address)
        stated = [part.name for part in found if part.level == "province"]
        last = [part.name for part in found[1:][-1:] if fold(part.name) in self._by_province]
        return next(iter([*stated, *last]), "")

    def _differs(self, code: str, name: str, unit: Unit, others: tuple[Unit, ...] = ()) -> Meant:
        """Say that code and name are of two communes, perhaps because the code is one of another time."""
        own = self._meaning(self._year, unit)
        why = reason("conversion.differs", code=code, name=quoted(name), own=own)
        then = tuple(
            self._meaning(year, other)
            for year, other in self._elsewhere(code)
            if fold(other.name) == fold(in_unicode(name))
        )
        if then:
            why = reason("conversion.code of another time", code=code, name=quoted(name), own=own, then=then)
        return Meant("differs", candidates=(unit, *others), reason=why)

    def _elsewhere(self, code: str) -> Iterator[tuple[int, Unit]]:
        for year, units in self._crosswalk.units.items():
            if year != self._year and code in units:
                yield year, units[code]

    def _called(self, name: str) -> Iterator[Reason]:
        """List the communes of other vintages that a name can mean."""
        for year, gazetteer in self._gazetteers.items():
            found = [] if year == self._year else match_address(gazetteer, name)
            if all(match.places for match in found):
                units = self._crosswalk.units[year]
                yield from (self._meaning(year, units[p.code]) for m in found for p in m.places)

    def _other_vintage(self, text: str, meanings: tuple[Reason, ...]) -> Reason:
        return reason("conversion.other vintage", text=quoted(text), year=str(self._year), meanings=meanings)

    def _meaning(self, year: int, unit: Unit) -> Reason:
        return reason("conversion.unit", name=unit.full_name, year=str(year))

    @cached_property
    def _gazetteers(self) -> dict[int, Gazetteer]:
        return {year: _gazetteer(tuple(units.values())) for year, units in self._crosswalk.units.items()}

    @cached_property
    def _by_province(self) -> dict[str, Gazetteer]:
        placed = (unit for unit in self._units.values() if unit.province)
        groups = grouped(placed, lambda unit: fold(unit.province))
        return {key: _gazetteer(tuple(units)) for key, units in groups.items()}


def _misplaced(gazetteer: Gazetteer, name: str, failed: list[Match]) -> tuple[str, ...]:
    """List the codes of a name that fails only by its district: that of the record, or its own."""
    found = [match for match in failed if match.score]
    for known in () if found else (gazetteer, gazetteer.without_districts):
        matches = match_address(known, name)
        if all(match.places or match.score or match.method == "ambiguous" for match in matches):
            found = matches
            break
    return tuple(dict.fromkeys(place.code for match in found for place in match.places or match.candidates))


def _gazetteer(units: tuple[Unit, ...]) -> Gazetteer:
    provinces = {unit.province for unit in units}
    return Gazetteer(
        (Place(unit.code, unit.name, unit.district, unit.kind) for unit in units),
        province=provinces.pop() if len(provinces) == 1 else "",
        fuzzy=False,
    )
