"""Commands that check the plan or report it: coverage, audit, report, compare."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

import typer

from bk_gis.cli.app import (
    AsOfOption,
    BoundariesOption,
    ByOption,
    ChangesOption,
    FileOption,
    Format,
    LangOption,
    PlanOption,
    StrictOption,
    app,
    changed,
    keep_read,
    open_plan,
    say,
    write_text,
)
from bk_gis.cli.office import (
    AgencyOption,
    DateOption,
    NumberOption,
    Office,
    PlaceOption,
    TemplateOption,
    keep_pictures,
    pictured,
    write_report,
)
from bk_gis.errors import InputError, Lang, Text
from bk_gis.language.words import both

if TYPE_CHECKING:
    from bk_gis.checks.comparison import Comparison
    from bk_gis.checks.coverage import CoverageReport
    from bk_gis.plan.model import Plan

AuditFormat = Literal["table", "csv", "json", "md", "xlsx"]
Level = Literal["commune", "district", "subregion"]


@app.command()
def coverage(
    by: ByOption = None,
    boundaries: BoundariesOption = None,
    level: Annotated[Level | None, typer.Option("--level", "--expect-every")] = None,
    form: Annotated[Format | None, typer.Option("--format")] = None,
    output: FileOption = None,
    lang: LangOption = "vi",
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    changes: ChangesOption = None,
) -> None:
    """Check whether every district has at least one cluster by a year; exit 1 where one has none."""
    from bk_gis.checks.coverage import check_coverage
    from bk_gis.checks.foundings import amendment_words, check_status
    from bk_gis.plan.levels import rules_of

    loaded = open_plan(plan, output, as_of=as_of, changes=changes)
    form = _form_of(output, form, Format)
    report = check_coverage(loaded, by=by, level=level, boundaries=boundaries, lang=lang)
    # Excel takes a .csv for Vietnamese by the mark of UTF-8 alone; JSON must not have it.
    encoding = "utf-8-sig" if form == "csv" else "utf-8"
    write_text(_render(loaded, report, form, lang), output, encoding=encoding)
    if output is not None or form in ("csv", "json"):
        say(Text(report.verdict("vi"), report.verdict("en")))
    became = check_status(loaded, by=report.by)
    for sentence in (
        *([both("page.trial")] if loaded.is_trial and form in ("csv", "json") else []),
        Text(became.sentence("vi"), became.sentence("en")),
        Text(amendment_words(loaded, "vi"), amendment_words(loaded, "en")),
    ):
        if sentence.vi:
            say(sentence)
    asked = level is not None or rules_of(loaded, report.level)  # else it only counts, and says so
    checked = asked and report.boundaries is None  # the plan's rules are about its own boundaries
    raise typer.Exit(1 if checked and report.missing else 0)


def _render(plan: "Plan", report: "CoverageReport", form: Format, lang: Lang) -> str:
    from bk_gis.language.words import say as word
    from bk_gis.reports.coverage_blocks import coverage_notes, coverage_table, shared_note
    from bk_gis.reports.plain_text import as_csv, as_json, boxed, markdown, markdown_text

    if form == "csv":
        return as_csv(report.table)
    if form == "json":
        answer = {
            "by": report.by,
            "level": report.level,
            "boundaries": report.boundaries,
            "trial": plan.is_trial,
            "ruled": report.ruled,
            "ok": report.ok,
            "missing": report.missing,
            "unsure": dict(report.unsure),
        }
        return as_json({**answer, "table": report.table})
    table, verdict = coverage_table(report, lang), report.verdict(lang)
    draw, emphasis, between = (markdown, "**", "\n\n") if form == "md" else (boxed, "", "\n")
    notes = shared_note(report, lang) + coverage_notes(plan, report, lang)
    if form == "md":
        notes, verdict = list(map(markdown_text, notes)), markdown_text(verdict)
    if left_out := len(report.table) - len(table.rows):
        notes.insert(0, word("coverage.not listed", lang, count=left_out))
    parts = [draw(table.head, table.rows, right=table.right), *notes, f"{emphasis}{verdict}{emphasis}"]
    return between.join(parts)


@app.command()
def audit(
    form: Annotated[AuditFormat | None, typer.Option("--format")] = None,
    output: FileOption = None,
    strict: StrictOption = False,
    differing: Annotated[bool, typer.Option("--differing")] = False,
    lang: LangOption = "vi",
    plan: PlanOption = None,
) -> None:
    """Check each figure of the decision; exit 1 where one differs and no known erratum explains it."""
    from bk_gis.checks.auditing.auditor import audit as run
    from bk_gis.checks.auditing.rows import AGREES, DIFFERS, summary, unexplained
    from bk_gis.checks.rates import unit_rates
    from bk_gis.reports.audit_text import audit_text
    from bk_gis.reports.plain_text import as_csv, as_json, boxed, markdown

    loaded = open_plan(plan, output, lang=lang)
    form = _form_of(output, form, AuditFormat)
    if form == "xlsx" and output is None:
        raise InputError(both("cli.workbook needs a file"))
    found, rates = run(loaded, lang=lang), unit_rates(loaded)
    ok = not (found["verdict"] == DIFFERS).any() if strict else unexplained(found).empty
    shown = found[found["verdict"] != AGREES] if differing else found
    if form == "xlsx" and output is not None:
        from bk_gis.reports.workbook import write_workbook

        write_workbook(loaded, output, lang=lang)
        say(both("cli.wrote", output=output))
    elif form == "csv":
        write_text(as_csv(shown), output, encoding="utf-8-sig")
    elif form == "json":
        write_text(as_json({"ok": bool(ok), "figures": shown, "rates": rates}), output)
    else:
        draw = markdown if form == "md" else boxed
        text = audit_text(shown, rates, loaded, lang, draw)
        write_text(f"{text}\n\n{summary(found, lang)}", output)
    if output is not None or form in ("csv", "json"):
        say(Text(summary(found, "vi"), summary(found, "en")))
    raise typer.Exit(0 if ok else 1)


def _form_of(output: Path | None, asked: Any, known: object) -> Any:
    """Find the form of an answer: what is asked for, else the ending's; one asked for may be in .txt too."""
    if output is None or not output.suffix:
        return asked or "table"
    endings = {f".{form}": form for form in get_args(known) if form != "table"} | {".txt": asked or "table"}
    endings = {ending: form for ending, form in endings.items() if asked in (None, form)}
    if output.suffix.lower() not in endings:
        raise InputError(both("cli.no format", name=output.name, known=sorted(endings)))
    return endings[output.suffix.lower()]


@app.command()
def report(
    output: FileOption = None,
    by: ByOption = None,
    picture: Annotated[Path | None, typer.Option()] = None,
    template: TemplateOption = None,
    agency: AgencyOption = None,
    number: NumberOption = "",
    issued_in: PlaceOption = "",
    date: DateOption = None,
    lang: LangOption = "vi",
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    changes: ChangesOption = None,
) -> None:
    """Write a short report for a meeting, as Markdown, Word or a page: verdict, tables, sources."""
    from bk_gis.plan.levels import own_horizon
    from bk_gis.reports.plan_report import make_report

    if picture is not None and changes is not None:
        raise InputError(both("cli.picture of changes"))
    loaded = open_plan(plan, output, picture, template, changes, lang=lang, as_of=as_of)
    office = Office.asked(output, agency, number, issued_in, date, template, loaded, lang)
    if changes is not None:
        after = changed(loaded, changes)
        found = _compared(loaded, after, lang)
        keep_pictures(output, plan, 2)
        _write_comparison(found, loaded, after, output, lang, office, by)
        return
    if picture is None:
        keep_pictures(output, plan)
    horizon = own_horizon(loaded) if by is None else by
    with nullcontext([picture]) if picture else pictured([loaded], horizon, lang, output, office) as shown:
        made = make_report(loaded, by=by, lang=lang, picture=next(iter(shown), None))
        write_report(made, output, lang, loaded, office=office)


@app.command()
def compare(
    first: Annotated[Path, typer.Argument(metavar="A")],
    second: Annotated[Path | None, typer.Argument(metavar="B")] = None,
    form: Annotated[Format, typer.Option("--format")] = "table",
    output: FileOption = None,
    template: TemplateOption = None,
    agency: AgencyOption = None,
    number: NumberOption = "",
    issued_in: PlaceOption = "",
    date: DateOption = None,
    lang: LangOption = "vi",
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Compare two states of a plan: what changes, coverage and targets before and after."""
    from bk_gis.reports.comparison_report import as_report
    from bk_gis.reports.layout import to_markdown
    from bk_gis.reports.plain_text import as_csv, as_json, boxed

    keep_read(output, first, second, template, plan=plan)
    before = open_plan(plan, None, as_of=as_of) if second is None else _state(first, plan, as_of)
    after = _state(second or first, plan, as_of)
    office = Office.asked(output, agency, number, issued_in, date, template, after, lang)
    found = _compared(before, after, lang)
    if output is not None or form == "md":
        keep_pictures(output, plan, 2)
        _write_comparison(found, before, after, output, lang, office)
    elif form == "json":
        names = ("groups", "changes", "coverage", "targets", "broken", "verdicts")
        write_text(as_json({name: getattr(found, name) for name in names}), None)
    elif form == "csv":
        write_text(as_csv(found.changes), None)
    else:
        write_text(to_markdown(as_report(found, before, after, lang), draw=boxed), None)


def _compared(before: "Plan", after: "Plan", lang: Lang) -> "Comparison":
    """Compare two plans; changes that were tried have their own reasons."""
    from bk_gis.checks.comparison import compare as run

    return run(before, after, lang=lang, reasons=after.tried.reasons if after.tried else None)


def _write_comparison(
    found: "Comparison",
    before: "Plan",
    after: "Plan",
    output: Path | None,
    lang: Lang,
    office: Office,
    by: int | None = None,
) -> None:
    """Write a comparison with a map of each plan: by a horizon, or the first by which they differ."""
    from bk_gis.checks.comparison import first_difference
    from bk_gis.reports.comparison_report import as_report

    by = by or first_difference(before, after)
    with pictured([before, after], by, lang, output, office) as shown:
        made = as_report(found, before, after, lang, by=by, pictures=shown)
        write_report(made, output, lang, before, after, office=office)


def _state(source: Path, base: Path | None, as_of: str | None) -> "Plan":
    """Load a plan folder, or make the changes of a file to the plan."""
    if source.suffix.lower() != ".toml":
        return open_plan(source, None, as_of=as_of)
    return open_plan(base, None, as_of=as_of, changes=source)
