"""A short report for a meeting: verdict, tables, what does not agree, sources; as Markdown or Word."""

from pathlib import Path

from bk_gis.checks.auditing.auditor import audit
from bk_gis.checks.auditing.rows import DIFFERS, summary
from bk_gis.checks.coverage import check_coverage
from bk_gis.checks.coverage_detail import check_rules, coverage_matrix, repairs
from bk_gis.checks.foundings import amendment_words, check_status, status_words
from bk_gis.checks.groups import cluster_groups
from bk_gis.checks.rates import RATED, common_rate
from bk_gis.errors import Lang
from bk_gis.language.formats import date, number
from bk_gis.language.reasons import MOST_LISTED, first_of, in_words
from bk_gis.language.words import clause_words, heads, say
from bk_gis.plan.clusters import note_texts
from bk_gis.plan.levels import by_phase, covered_level, own_horizon, plan_words, rules_of
from bk_gis.plan.model import Plan
from bk_gis.plan.notebook import decision_words
from bk_gis.plan.statuses import UNKNOWN
from bk_gis.plan.values import Target
from bk_gis.plan.vintages import later_years, own_year, place_words
from bk_gis.reports.audit_text import audit_table
from bk_gis.reports.comparison_report import groups_table
from bk_gis.reports.coverage_blocks import coverage_blocks, map_block, readable, shared_note, yes_or_no
from bk_gis.reports.layout import Block, Report, Section, Table


def make_report(
    plan: Plan, *, by: int | None = None, lang: Lang = "vi", picture: Path | None = None
) -> Report:
    """
    Put the report of a plan together.

    `by` is the horizon of the verdict, by default the plan's own, see `own_horizon`; `picture` one of the map
    (.png) to put in.
    """
    by = own_horizon(plan) if by is None else by
    found = check_coverage(plan, by=by, lang=lang)
    changed = [] if plan.before is None else [groups_table(cluster_groups(plan.before, plan), lang)]
    sections = [
        Section(say("report.coverage", lang, by=by), coverage_blocks(plan, found, lang)),
        Section(say("report.map", lang), [map_block(plan, by, lang, picture)] if picture else []),
        _clusters_section(plan, lang),
        _status_section(plan, by, lang),
        Section(say("comparison.groups", lang), changed),
        _matrix_section(plan, lang),
        _rules_section(plan, lang),
        _later_section(plan, by, lang),
        _gaps_section(plan, by, lang),
        _audit_section(plan, lang),
        _sources_section(plan, lang),
    ]
    return Report(
        plan.heading[lang], decision_words(plan, lang), [section for section in sections if section.body]
    )


def _clusters_section(plan: Plan, lang: Lang) -> Section:
    """List the clusters with what each phase adds, and the sums."""
    no, name, place, district, total = heads("head.clusters", lang)
    texts = {"id": no, "name": name, "location": place, "district": district}
    texts = {column: head for column, head in texts.items() if column in plan.clusters}
    hectares = plan.clusters[[*(phase.column for phase in plan.phases), "ha"]]
    rows = [
        [*said, *(number(ha, lang) if ha else "" for ha in added)]
        for said, added in zip(plan.clusters[[*texts]].to_numpy(), hectares.to_numpy(), strict=True)
    ]
    sums = [number(ha, lang) for ha in hectares.sum().round(6)]
    rows.append(["", say("workbook.total", lang), *[""] * (len(texts) - 2), *sums])
    head = [*texts.values(), *(phase.label[lang] for phase in plan.phases), total]
    title = say("report.clusters table", lang)
    table = Table(head, rows, right=range(len(texts), len(head)), title=title)
    return Section(say("workbook.clusters", lang), [table])


def _status_section(plan: Plan, by: int, lang: Lang) -> Section:
    found = check_status(plan, by=by)
    known = found.table[found.table["status"] != UNKNOWN].to_dict("records")
    rows = [
        [row["id"], row["name"], number(row["ha"], lang), status_words(row, lang), row["decision_source"]]
        for row in known
    ]
    table = Table(heads("head.status", lang), rows, right=(2,), title=say("report.status table", lang))
    return Section(say("map.statuses", lang), [found.sentence(lang), table] if rows else [])


def _matrix_section(plan: Plan, lang: Lang) -> Section:
    matrix = coverage_matrix(plan, lang=lang)
    unit, level = (plan_words(plan, f"{key}.{covered_level(plan)}", lang) for key in ("unit", "level"))
    head = [unit, *(phase.label[lang] for phase in plan.phases)]
    matrix["said"] = [
        say("report.matrix cell", lang, clusters=n, hectares=number(ha, lang))
        for n, ha in zip(matrix["clusters"], matrix["hectares"], strict=True)
    ]
    units = [of_unit for _, of_unit in matrix.groupby("id", sort=False)]
    rows = [[str(of_unit["name"].iloc[0]), *of_unit["said"]] for of_unit in units]
    founding = by_phase(plan).groupby("phase")["new"].agg(["sum", "size"])
    sums = founding.reindex([phase.id for phase in plan.phases], fill_value=0).astype(int)
    labels = (phase.label[lang] for phase in plan.phases)
    counts = zip(labels, sums.itertuples(index=False), strict=True)
    phases = "; ".join(f"{label}: {new} / {size - new}" for label, (new, size) in counts)
    rows = readable(rows, (bool(of_unit["clusters"].any()) for of_unit in units))
    title = say("report.matrix table", lang, units=level)
    table = Table(head, rows, right=range(1, len(head)), title=title)
    shared = shared_note(check_coverage(plan, by=plan.phases[-1].end), lang)
    return Section(
        say("report.matrix", lang), [say("report.matrix note", lang, phases=phases), table, *shared]
    )


def _rules_section(plan: Plan, lang: Lang) -> Section:
    rows = []
    for row in check_rules(plan, lang=lang).to_dict("records"):
        said = {key: say(f"{key}.{row[key]}", lang) for key in ("every", "measure")}
        rule = say("report.rule", lang, by=row["by"], least=number(row["at_least"], lang), **said)
        least, holds = number(row["least"], lang), yes_or_no(row["holds"], lang)
        short = in_words(first_of(row["short"]), lang)
        rows.append([clause_words(row["clause"], lang), rule, least, holds, short])
    table = Table(heads("head.rules", lang), rows, right=(2,), title=say("report.rules table", lang))
    return Section(say("report.rules", lang), [table] if rows else [])


def _later_section(plan: Plan, by: int, lang: Lang) -> Section:
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


def _gaps_section(plan: Plan, by: int, lang: Lang) -> Section:
    level = covered_level(plan)
    if not rules_of(plan, level):
        return Section("", [])  # nothing is demanded, so that nothing is missing
    found = repairs(plan, rules=[Target(clause="", every=level, by=by, clusters=1)], lang=lang)
    communes, clusters = plan.communes.set_index("code")["name"], plan.clusters.set_index("id")
    columns = {phase.id: phase.column for phase in plan.phases}
    rows = []
    for row in found.to_dict("records"):
        later = []
        for change in row["forward"]:
            phase = change["move"]["from"]
            name, ha = clusters.loc[change["cluster"], ["name", columns[phase]]]
            later.append(f"{name} ({phase}, {number(ha, lang)} ha)")
        nothing = say("report.nothing later", lang)
        rows.append([row["name"], ", ".join(later) or nothing, ", ".join(communes[list(row["communes"])])])
    rows = readable(rows, (found["forward"].map(len) > 0) | (len(found) <= MOST_LISTED))
    head = heads("head.gaps", lang, unit=plan_words(plan, f"unit.{level}", lang))
    table = Table(head, rows, title=say("report.gaps table", lang))
    body: list[Block] = [table] if rows else []
    if more := len(found) - len(rows):
        units = plan_words(plan, f"level.{level}", lang)
        body.append(say("report.no later", lang, count=more, units=units))
    return Section(say("report.gaps", lang), body or [say("report.no gaps", lang)])


def _audit_section(plan: Plan, lang: Lang) -> Section:
    if plan.as_of is not None:
        return Section(say("report.audit", lang), [say("report.not audited", lang)])
    found = audit(plan, lang=lang)
    body: list[Block] = [summary(found, lang)]
    differing = found[found["verdict"] == DIFFERS]
    if len(differing):
        body.append(audit_table(differing, lang))
    shared = [rate for measure in RATED if (rate := common_rate(plan, measure))]
    rates = "; ".join(f"{say('measure.' + r.measure, lang)}: {number(r.value, lang)}/ha" for r in shared)
    body += [say("report.rates", lang, rates=rates)] if shared else []
    return Section(say("report.audit", lang), body)


def _sources_section(plan: Plan, lang: Lang) -> Section:
    boundaries = plan.boundaries
    count = plan.clusters["match_method"].value_counts().sort_index()
    methods = ", ".join(f"{say(f'method.{m}', lang)}: {n}" for m, n in count.items())
    stated = {"date": date(boundaries.date, lang), "credit": boundaries.credit, "note": boundaries.note[lang]}
    credit = say("report.credit", lang, **stated)
    located = say("report.located", lang, methods=methods)
    later = amendment_words(plan, lang)
    notes = zip(plan.clusters["name"], note_texts(plan.clusters, lang), strict=True)
    noted = [f"{name}: {note}" for name, note in notes if note]
    return Section(say("report.sources", lang), [located, *noted, *([later] if later else []), credit])
