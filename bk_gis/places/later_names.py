"""Names that came later: a commune of 2020 or 2025, and the places that it is made of. No pandas."""

from collections.abc import Iterable, Sequence

from bk_gis.language.names import fold, quoted
from bk_gis.language.reasons import Reason, reason, together
from bk_gis.places.values import Alias, Match, Place, grouped, within_district


class LaterNames:
    """Later names of some places, and the provinces that these came to belong to."""

    def __init__(self, aliases: Iterable[Alias], places: Sequence[Place]) -> None:
        self._by_code = {place.code: place for place in places}
        self._aliases = grouped(aliases, lambda alias: fold(alias.name))
        self._provinces = {
            fold(alias.province) for group in self._aliases.values() for alias in group if alias.province
        }

    def has(self, name: str) -> bool:
        """Whether a name is a later one."""
        return fold(name) in self._aliases

    def has_province(self, text: str) -> bool:
        """Whether a text names a province that the places came to belong to later."""
        return fold(text) in self._provinces

    def match(self, name: str, district: str) -> Match | None:
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
        known = [
            alias for alias in self._aliases.get(fold(name), []) if fold(alias.province) == fold(province)
        ]
        none = reason("reason.no such later commune", province=province, name=quoted(name))
        return self._meant(name, known) or Match("unknown", reason=none)

    def _lies_in(self, alias: Alias, district: str) -> bool:
        return len(within_district(self._coded(alias.codes), district)) == len(alias.codes)

    def _meant(self, name: str, known: list[Alias]) -> Match | None:
        meanings = {alias.codes for alias in known}
        if not meanings:
            return None
        said = together(list(dict.fromkeys(map(self._meaning, known))))
        if len(meanings) > 1:
            codes = dict.fromkeys(code for alias in known for code in alias.codes)
            several = reason("reason.several meanings", name=quoted(name), meanings=said)
            return Match("ambiguous", candidates=self._coded(codes), reason=several)
        one = reason("reason.later name", name=quoted(name), meaning=said)
        return Match("alias", self._coded(known[0].codes), score=1.0, reason=one)

    def _meaning(self, alias: Alias) -> Reason:
        return reason(
            f"reason.{'earlier' if alias.earlier else 'later'} unit{' with parts' if alias.parts else ''}",
            unit=alias.unit.lower(),
            year=alias.year,
            members=", ".join(place.name for place in self._coded(alias.codes)),
            others=", ".join(alias.parts),
        )

    def _coded(self, codes: Iterable[str]) -> tuple[Place, ...]:
        return tuple(self._by_code[code] for code in codes)
