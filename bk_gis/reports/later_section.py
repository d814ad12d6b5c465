"""Where the clusters of a plan are on boundaries that came later."""

from bk_gis.checks.coverage import check_coverage
from bk_gis.errors import Lang
from bk_gis.language.words import heads, say
from bk_gis.plan.model import Plan
from bk_gis.plan.vintages import later_years, own_year, place_words
from bk_gis.reports.coverage_blocks import coverage_blocks
from bk_gis.reports.layout import Section, Table


def later_section(plan: Plan, by: int, lang: Lang) -> Section:
    """Say which communes of the last year hold clusters, and where each cluster was and is."""
    years = later_years(plan)
    if not years:
        return Section("", [])
    names = {
        code: f"{unit.lower()} {name}"
        for code, unit, name in plan.communes[["code", "unit_type", "name"]].itertuples(index=False)
    }
    rows = [
        [
            str(ident),
            name,
            ", ".join(names[code] for code in codes.split()),
            *(place_words(plan, codes.split(), year, lang) for year in years),
        ]
        for ident, name, codes in plan.clusters[["id", "name", "match_codes"]].itertuples(index=False)
    ]
    head = [*heads("head.then and now", lang, own=own_year(plan)), *map(str, years)]
    found = check_coverage(plan, by=by, boundaries=years[-1], lang=lang)
    places = Table(head, rows, title=say("report.places table", lang))
    return Section(say("report.later", lang, year=years[-1]), [*coverage_blocks(plan, found, lang), places])
