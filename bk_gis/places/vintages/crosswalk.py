"""What became of communes: units of several vintages, and the pieces that they have in common. No pandas."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from bk_gis.errors import InputError
from bk_gis.language.names import fold
from bk_gis.language.words import both
from bk_gis.places.values import grouped

# When boundaries of a year came into force; those of other years at its beginning.
_IN_FORCE = {2020: dt.date(2020, 2, 1), 2025: dt.date(2025, 7, 1)}
_SHARE = Decimal("1.0000")


@dataclass(frozen=True)
class Unit:
    """A commune of one vintage; `kind` is its unit, such as Xã."""

    code: str
    name: str
    kind: str = ""
    district: str = ""
    province: str = ""

    @property
    def full_name(self) -> str:
        """The name with its unit: "xã Nông Thịnh"."""
        return f"{self.kind.lower()} {self.name}".strip()


class Piece(NamedTuple):
    """Ground that lay in one unit at each time; its share of the unit of the first vintage, where known."""

    codes: tuple[str, ...]  # in the order of the vintages
    share: Decimal | None


class Part(NamedTuple):
    """A unit that another one lies in, and the share of its area, where it is known."""

    unit: Unit
    share: Decimal | None


@dataclass(frozen=True, repr=False)
class Crosswalk:
    """
    Communes of several vintages.

    Attributes
    ----------
    units
        By year and code; years in order.
    pieces
        What the units of all vintages are made of.
    areas
        Of the units of the first vintage, by code, where they are known: without them it is not known which
        share of a later unit lies in which earlier one.
    """

    units: Mapping[int, Mapping[str, Unit]]
    pieces: tuple[Piece, ...]
    areas: Mapping[str, float] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Count the communes of each vintage."""
        return f"<Crosswalk {', '.join(f'{year}: {len(units)}' for year, units in self.units.items())}>"

    @property
    def years(self) -> tuple[int, ...]:
        """The vintages in order of time."""
        return tuple(self.units)

    def require(self, *years: int) -> None:
        """Refuse years that there are no boundaries of."""
        for year in years:
            if year not in self.units:
                early = year < self.years[0]
                key, known = ("no such early year", self.years[:1]) if early else ("no year", self.years)
                raise InputError(both(f"fault_places.{key}", year=year, known=known))

    def vintage(self, date: dt.date) -> int:
        """Find the boundaries that were in force at a date; the earliest there are for one before them."""
        begun = [year for year in self.years if _IN_FORCE.get(year, dt.date(year, 1, 1)) <= date]
        return max(begun, default=self.years[0])

    def vintage_of(self, names: Mapping[str, str]) -> int:
        """Find the boundaries with most of some communes, by code and name; the earliest of several."""
        pairs = {(code, fold(name)) for code, name in names.items()}
        return max(
            self.years,
            key=lambda year: len(pairs & {(u.code, fold(u.name)) for u in self.units[year].values()}),
        )

    def with_areas(self, names: Mapping[str, str], areas: Mapping[str, float]) -> "Crosswalk":
        """Take areas of communes by code, if these are the units of the first vintage by code and name."""
        first = self.units[self.years[0]]
        same = all(fold(names.get(code, "")) == fold(unit.name) for code, unit in first.items())
        return replace(self, areas=areas) if same else self

    def into(self, code: str, from_: int, to: int) -> list[Part]:
        """
        Find the units in which a unit of another vintage lies, the largest share first.

        A share is None where it is not known; then those of the other parts are not known either.
        """
        at, pieces_of = self.years.index(to), self._pieces_of[from_][code]
        if len(pieces_of) == 1:  # most of them
            return [Part(self.units[to][pieces_of[0].codes[at]], _SHARE)]
        parts = grouped(pieces_of, lambda piece: piece.codes[at])
        sizes = [self._size(pieces, code, from_) for pieces in parts.values()]
        shares: Sequence[Decimal | None] = [None] * len(parts)
        if len(parts) == 1:
            shares = [_SHARE]
        elif (known := [size for size in sizes if size]) and len(known) == len(sizes):
            shares = apportion(_SHARE, known)
        found = [Part(self.units[to][key], share) for key, share in zip(parts, shares, strict=True)]
        return sorted(found, key=lambda part: (-(part.share or 0), part.unit.code))

    def _size(self, pieces: Iterable[Piece], code: str, from_: int) -> Decimal | None:
        """Add pieces up: in shares where they are of one unit of the first vintage, else in hectares."""
        of_one = len({piece.codes[0] for piece in self._pieces_of[from_][code]}) == 1
        size = Decimal(0)
        for piece in pieces:
            area = 1 if of_one else self.areas.get(piece.codes[0])
            if piece.share is None or area is None:
                return None
            size += piece.share * Decimal(str(area))
        return size

    @cached_property
    def _pieces_of(self) -> dict[int, dict[str, list[Piece]]]:
        found: dict[int, dict[str, list[Piece]]] = {year: {} for year in self.years}
        for piece in self.pieces:
            for year, code in zip(self.years, piece.codes, strict=True):
                found[year].setdefault(code, []).append(piece)
        return found


def whole_share(parts: int) -> Decimal | None:
    """Give the share of a part where it is not stated: all, if it is the only one."""
    return Decimal(1) if parts == 1 else None


def apportion(total: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """Divide an amount by weights, each part with its digits: they add up to it, and none is off by one."""
    digit = Decimal((0, (1,), int(total.as_tuple().exponent)))
    exact = [abs(total) / digit * weight / sum(weights) for weight in weights]
    counts = [int(part) for part in exact]
    left = int(abs(total) / digit) - sum(counts)
    for i in sorted(range(len(exact)), key=lambda i: (counts[i] - exact[i], i))[:left]:
        counts[i] += 1
    return [(digit * count).copy_sign(total) for count in counts]
