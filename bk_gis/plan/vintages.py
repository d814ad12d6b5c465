"""Where the communes of a plan lie in later vintages: as parts, as polygons' members, in words."""

from collections.abc import Iterable

from bk_gis.errors import InputError, Lang
from bk_gis.language.formats import number
from bk_gis.language.words import both, say
from bk_gis.places.communes import commune_names
from bk_gis.places.vintages.crosswalk import Crosswalk, Part
from bk_gis.plan.as_of import Members, members_of
from bk_gis.plan.model import Plan


def later_years(plan: Plan) -> tuple[int, ...]:
    """List the years of the boundaries after the plan's own that its crosswalk has."""
    if plan.crosswalk is None:
        return ()
    own = own_year(plan)
    return tuple(year for year in plan.crosswalk.years if year > own)


def own_year(plan: Plan) -> int:
    """Find the year of the boundaries that the plan is written on."""
    return _crosswalk(plan).vintage(plan.boundaries.date)


def later_year(plan: Plan, year: int | None) -> int | None:
    """Refuse boundaries that a map cannot show; None for the plan's own."""
    if year is None:
        return None
    crosswalk, own = _crosswalk(plan), own_year(plan)
    crosswalk.require(year)
    if year < own:
        raise InputError(both("fault_content.no earlier communes", own=own, year=year))
    return None if year == own else year


def parts_of(plan: Plan, code: str, year: int) -> list[Part]:
    """Find the units of a year in which a commune of the plan lies; none if the crosswalk has it not."""
    crosswalk, own = _crosswalk(plan), own_year(plan)
    return crosswalk.into(code, own, year) if code in crosswalk.units[own] else []


def members(plan: Plan, year: int) -> dict[str, Members]:
    """Find the communes of the plan that each unit of a year is drawn of, by its code in order."""
    found = members_of(commune_names(plan.communes), _crosswalk(plan), own_year(plan), year)
    return dict(sorted(found.items()))


def place_words(plan: Plan, codes: Iterable[str], year: int, lang: Lang) -> str:
    """Say in which units of a year communes lie, with shares where one was split; "?" for not known."""
    said: dict[str, None] = {}
    for code in codes:
        parts = parts_of(plan, code, year)
        for part in parts:
            share = "" if len(parts) == 1 else f" ({_percent(part, lang)})"
            said[f"{part.unit.full_name}{share}"] = None
        if not parts:
            said["?"] = None
    return ", ".join(said)


def _percent(part: Part, lang: Lang) -> str:
    if part.share is None:
        return say("conversion.part not known", lang)
    return say("conversion.percent", lang, percent=number(float(100 * part.share), lang))


def _crosswalk(plan: Plan) -> Crosswalk:
    if plan.crosswalk is None:
        raise InputError(both("fault_places.no crosswalk"))
    return plan.crosswalk
