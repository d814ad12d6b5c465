"""Commands about plans: audit, report, export, compare, read-annex, new, check."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from bk_gis.cli.main import (
    Format,
    Lang,
    LangOption,
    PlanOption,
    app,
    keep_read,
    say,
    say_unplaced,
    write_text,
)
from bk_gis.errors import InputError

if TYPE_CHECKING:
    from bk_gis.plan.model import Plan
    from bk_gis.reports.plan_report import Report

FileOption = Annotated[
    Path | None, typer.Option("-o", "--output", help="File to write; its ending says the format.")
]


class AuditFormat(StrEnum):
    """Form of the audit."""

    table = "table"
    csv = "csv"
    json = "json"
    md = "md"
    xlsx = "xlsx"


@app.command()
def audit(
    form: Annotated[
        AuditFormat | None, typer.Option("--format", help="By default the ending of -o, else table.")
    ] = None,
    output: FileOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 for known errata too.")] = False,
    differing: Annotated[bool, typer.Option("--differing", help="Only what does not simply agree.")] = False,
    lang: LangOption = Lang.vi,
    plan: PlanOption = None,
) -> None:
    """Check each figure of the decision; exit 1 where one differs and no known erratum explains it."""
    from bk_gis.checks.auditing.auditor import audit as run
    from bk_gis.checks.auditing.auditor import unexplained
    from bk_gis.checks.auditing.rows import AGREES, DIFFERS
    from bk_gis.checks.rates import unit_rates
    from bk_gis.plan.model import load_plan
    from bk_gis.reports.audit_text import audit_text, summary
    from bk_gis.reports.text_tables import as_csv, as_json, boxed, markdown

    keep_read(output, plan=plan)
    form = form or _form_of(output)
    if form is AuditFormat.xlsx and output is None:
        raise InputError("a workbook needs a file; say -o audit.xlsx")
    loaded = load_plan(plan, lang=lang.value)
    found, rates = run(loaded, lang=lang.value), unit_rates(loaded)
    ok = not (found["verdict"] == DIFFERS).any() if strict else unexplained(found).empty
    shown = found[found["verdict"] != AGREES] if differing else found
    if form is AuditFormat.xlsx and output is not None:
        from bk_gis.reports.workbook import write_workbook

        write_workbook(loaded, output, lang=lang.value)
        say(f"wrote {output}")
    elif form is AuditFormat.csv:
        write_text(as_csv(shown), output, encoding="utf-8-sig")
    elif form is AuditFormat.json:
        write_text(as_json({"ok": bool(ok), "figures": shown, "rates": rates}), output)
    else:
        draw = markdown if form is AuditFormat.md else boxed
        text = audit_text(shown, rates, loaded, lang.value, draw)
        write_text(f"{text}\n\n{summary(found, lang.value)}", output)
    if output is not None or form in (AuditFormat.csv, AuditFormat.json):
        say(summary(found, lang.value))
    raise typer.Exit(0 if ok else 1)


def _form_of(output: Path | None) -> AuditFormat:
    if output is None:
        return AuditFormat.table
    endings = {f".{form.value}": form for form in AuditFormat} | {".txt": AuditFormat.table}
    if output.suffix.lower() not in endings:
        raise InputError(f"cannot tell a format from {output.name}; expected {', '.join(sorted(endings))}")
    return endings[output.suffix.lower()]


@app.command()
def report(
    output: FileOption = None,
    by: Annotated[int | None, typer.Option(help="Horizon; by default that of the plan's rule.")] = None,
    picture: Annotated[
        Path | None, typer.Option(help="Picture to put in, .png; by default the map of the plan.")
    ] = None,
    lang: LangOption = Lang.vi,
    plan: PlanOption = None,
) -> None:
    """Write a short report for a meeting, as Markdown, Word or a page: verdict, tables, sources."""
    from bk_gis.plan.model import load_plan
    from bk_gis.reports.plan_report import make_report

    loaded = load_plan(plan, lang=lang.value)
    with _pictured(loaded, by, lang, picture, output) as shown:
        made = make_report(loaded, by=by, lang=lang.value, picture=shown)
        _write_report(made, output, lang, loaded)


@contextmanager
def _pictured(
    plan: "Plan", by: int | None, lang: Lang, picture: Path | None, output: Path | None
) -> Iterator[Path | None]:
    """Draw the map that a file shows: beside Markdown, which links to it, inside a Word document."""
    from bk_gis.reports.plan_report import horizon_of

    ends = [phase.end for phase in plan.phases_by(by or horizon_of(plan))]
    ending = "" if output is None else output.suffix.lower()
    if picture is not None or output is None or not ends or ending not in (".md", ".docx"):
        yield picture  # a page has a map of its own; before the first phase there is nothing to draw
        return
    from bk_gis.maps.sheet.printing import map_picture

    if ending == ".md":
        beside = output.with_name(f"{output.stem}-map.png")
        map_picture(plan, beside, by=ends[-1], lang=lang.value)
        say(f"wrote {beside}")
        yield Path(beside.name)
        return
    with TemporaryDirectory() as folder:
        inside = Path(folder) / "map.png"
        map_picture(plan, inside, by=ends[-1], lang=lang.value)
        yield inside


def _write_report(made: "Report", output: Path | None, lang: Lang, *plans: "Plan") -> None:
    """Print a report as Markdown, or write it as the ending says; a page shows each plan on a map."""
    from bk_gis.reports.plan_report import to_markdown

    ending = ".md" if output is None else output.suffix.lower()
    if ending == ".docx" and output is not None:
        from bk_gis.reports.word import write_docx

        write_docx(made, output, created=plans[-1].decision.date)
        say(f"wrote {output}")
    elif ending == ".html":
        from bk_gis.reports.html import map_pages, to_html

        maps = map_pages(*plans, lang=lang.value)
        write_text(to_html(made, lang=lang.value, maps=maps), output)
    elif ending == ".md":
        write_text(to_markdown(made), output)
    else:
        raise InputError(f"cannot write {output}; expected it to end in .md, .docx or .html")


@app.command()
def export(
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help=".gpkg, .xlsx, .kml, .kmz, .geojson, .parquet, .shp, .tab, .csv"),
    ],
    by: Annotated[int | None, typer.Option(help="Horizon: the end of a phase; by default the last.")] = None,
    crs: Annotated[
        str | None, typer.Option(help="CRS to write, such as EPSG:3405; by default EPSG:4326.")
    ] = None,
    lang: LangOption = Lang.vi,
    plan: PlanOption = None,
) -> None:
    """Write the clusters for QGIS, Google Earth, MapInfo or Excel; the ending says the format."""
    import warnings

    from pyproj import CRS

    from bk_gis.exports.exporter import export as run
    from bk_gis.exports.exporter import target_of
    from bk_gis.plan.model import load_plan

    keep_read(output, plan=plan)
    loaded = load_plan(plan, lang=lang.value)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        run(loaded, output, by=by, lang=lang.value, crs=crs)
    for warning in caught:
        say(f"bk-gis: {warning.message}")
    count = int((loaded.hectares_by(by or loaded.phases[-1].end) > 0).sum())
    frame = "" if crs is None else f", in {CRS(crs).name}"
    say(f"wrote {target_of(output)}: {count} of {len(loaded.clusters)} clusters{frame}")
    say_unplaced(loaded, vi="chưa có vị trí", en="without a place")


@app.command("read-annex")
def read_annex(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="Annex: .txt (tabs), .csv, .docx or .xlsx.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="clusters.csv to write.")],
    phases: Annotated[
        str | None, typer.Option(help="Ids of the phases, parted by commas; by default read off the head.")
    ] = None,
) -> None:
    """Read a decision's table of clusters into clusters.csv; exit 1 where its sums do not add up."""
    from bk_gis.cli.inputs import keep_inputs
    from bk_gis.io.writing import whole_file
    from bk_gis.plan.annex import read_annex as read

    keep_inputs(output, source)
    annex = read(source, phases=phases.split(",") if phases else None)
    with whole_file(output) as part:
        annex.clusters.to_csv(part, index=False, encoding="utf-8-sig", lineterminator="\n")
    say(f"wrote {output}: {len(annex.clusters)} clusters in {annex.clusters['district'].nunique()} districts")
    for note in annex.notes:
        say(note)
    for problem in annex.mismatches:
        say(f"  {problem}")
    if annex.mismatches:
        say("the annex's own sums do not agree with its rows; compare with the original")
        raise typer.Exit(1)


@app.command()
def compare(
    first: Annotated[Path, typer.Argument(metavar="A", help="A plan folder, or a file of changes: .toml.")],
    second: Annotated[
        Path | None, typer.Argument(metavar="B", help="The other; without it the plan stands against A.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="Form on standard output.")] = Format.table,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Report: .md, .docx, .html.")] = None,
    lang: LangOption = Lang.vi,
    plan: PlanOption = None,
) -> None:
    """Compare two states of a plan: what changes, coverage and targets before and after."""
    from bk_gis.checks.comparison import as_report
    from bk_gis.checks.comparison import compare as run
    from bk_gis.plan.model import load_plan
    from bk_gis.reports.plan_report import to_markdown
    from bk_gis.reports.text_tables import as_csv, as_json, boxed

    before = load_plan(plan) if second is None else _state(first, plan)[0]
    after, reasons = _state(second or first, plan)
    found = run(before, after, lang=lang.value, reasons=reasons)
    made = as_report(found, before, after, lang.value)
    if output is not None or form is Format.md:
        _write_report(made, output, lang, before, after)
    elif form is Format.json:
        tables = {"changes": found.changes, "coverage": found.coverage, "targets": found.targets}
        typer.echo(as_json({**tables, "verdicts": found.verdicts}))
    elif form is Format.csv:
        typer.echo(as_csv(found.changes))
    else:
        typer.echo(to_markdown(made, draw=boxed))


def _state(source: Path, base: Path | None) -> "tuple[Plan, dict[str, str]]":
    """Load a plan folder, or make the changes of a file to the plan; and the reasons of those."""
    from bk_gis.plan.model import load_plan
    from bk_gis.plan.scenario import apply_scenario, load_scenario

    if source.suffix.lower() != ".toml":
        return load_plan(source), {}
    scenario = load_scenario(source)
    return apply_scenario(load_plan(base), scenario, file=source.name), scenario.reasons


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder to make.")],
) -> None:
    """Make a small plan folder that works, commented, to fill in for another province."""
    from bk_gis.plan.starter import write_starter

    for path in write_starter(folder):
        say(f"wrote {path}")
    say(f"all of it is invented: put your own in its place, then run bk-gis check {folder}")


@app.command()
def check(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Plan folder.")],
    lang: LangOption = Lang.vi,
) -> None:
    """Check a plan folder: all that is wrong at once (exit 2), then all that looks wrong (exit 1)."""
    from bk_gis.checks.folder_check import check_folder

    found = check_folder(folder, lang=lang.value)
    title = found.plan.title[lang.value]
    clusters, communes = len(found.plan.clusters), len(found.plan.communes)
    words = ("CCN", "xã") if lang is Lang.vi else ("clusters", "communes")
    typer.echo(f"{title}: {clusters} {words[0]}, {communes} {words[1]}")
    for doubt in found.doubts:
        typer.echo(f"  {doubt}")
    typer.echo(found.summary)
    raise typer.Exit(1 if found.doubts else 0)
