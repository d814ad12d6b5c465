"""The command line: bk-gis. Heavy modules are imported by the command that needs them."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bk_gis.errors import BkGisError

if TYPE_CHECKING:
    from bk_gis.checks.coverage import CoverageReport
    from bk_gis.plan.model import Plan

app = typer.Typer(
    name="bk-gis",
    help="Industrial-cluster plans: maps that open offline, and a check of district coverage.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class Lang(StrEnum):
    """Language of what is made for people."""

    vi = "vi"
    en = "en"


class Level(StrEnum):
    """What has to be covered."""

    district = "district"
    subregion = "subregion"


class Paper(StrEnum):
    """Size of a sheet."""

    A4 = "A4"
    A3 = "A3"
    A1 = "A1"


class Format(StrEnum):
    """Form of a table on standard output."""

    table = "table"
    csv = "csv"
    json = "json"
    md = "md"


PlanOption = Annotated[
    Path | None,
    typer.Option("--plan", metavar="FOLDER", help="Plan folder; by default the plan that comes with it."),
]
LangOption = Annotated[Lang, typer.Option("--lang", help="Vietnamese or English.")]
Output = Annotated[Path, typer.Option("-o", "--output", help="File to write; its ending says the format.")]


def main() -> None:
    """Run the command line; 0 done, 1 the check does not hold, 2 the input or the call is wrong."""
    for stream in (sys.stdout, sys.stderr):  # Vietnamese text, whatever the locale
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        app()
    except BkGisError as error:
        say(f"bk-gis: {error}")
        sys.exit(2)
    except OSError as error:  # a full disk, a folder that may not be written to
        say(f"bk-gis: {error.filename or 'cannot read or write'}: {error.strerror}")
        sys.exit(2)


def say(message: str) -> None:
    """Speak to the person: standard error."""
    typer.echo(message, err=True)


def write_text(text: str, output: Path | None, *, encoding: str = "utf-8") -> None:
    """Print a result, or write it to a file whole or not at all."""
    from bk_gis.io.writing import whole_file

    if output is None:
        typer.echo(text)
        return
    with whole_file(output) as part:
        part.write_text(text + "\n", encoding=encoding)
    say(f"wrote {output}")


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show on a terminal that something takes its time."""
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


@contextmanager
def progressing(what: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """Show on a terminal how many rows are done; gives what to call with each number of rows."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda rows: bar.advance(task, rows)


def keep_read(output: Path | None, *sources: Path, plan: Path | None) -> None:
    """Refuse to write over a file that the command reads, those of the plan included."""
    from bk_gis.cli.inputs import keep_inputs
    from bk_gis.plan.model import bundled_folder

    if output is not None:
        keep_inputs(output, *sources, plan or bundled_folder())


def _plan(folder: Path | None, lang: Lang = Lang.vi) -> "Plan":
    from bk_gis.plan.model import load_plan

    return load_plan(folder, lang=lang.value)


@app.command("map")
def map_(
    output: Annotated[Path, typer.Option("-o", "--output", help="Page to write.")] = Path("map.html"),
    by: Annotated[int | None, typer.Option(help="Horizon to open with; by default the last.")] = None,
    lang: LangOption = Lang.vi,
    basemap: Annotated[
        str | None, typer.Option(help="Online map, off at first: a name that xyzservices knows.")
    ] = None,
    plan: PlanOption = None,
) -> None:
    """Draw the plan as one page that opens by double-click, without a network."""
    import warnings

    from bk_gis.maps.page import phase_map

    keep_read(output, plan=plan)
    loaded = _plan(plan, lang)
    say_unplaced(loaded, vi="chưa có trên bản đồ", en="not on the map")
    drawn = phase_map(loaded, by=by, lang=lang.value, basemap=basemap)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        drawn.save(output)
    for warning in caught:
        say(f"bk-gis: {warning.message}")
    say(f"wrote {output}")


@app.command()
def maps(
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder to write to.")] = Path("maps"),
    plan: PlanOption = None,
) -> None:
    """Draw every standard map: each horizon in Vietnamese, the whole plan in English."""
    from rich.console import Console
    from rich.progress import track

    from bk_gis.maps.page import phase_map, standard_pages

    loaded = _plan(plan)
    say_unplaced(loaded, vi="chưa có trên bản đồ", en="not on the map")
    output.mkdir(parents=True, exist_ok=True)
    pages = standard_pages(loaded)
    for name, by, lang in track(pages, description="maps", console=Console(stderr=True)):
        phase_map(loaded, by=by, lang=lang).save(output / name)
    for name, *_ in pages:
        say(f"wrote {output / name}")


@app.command("print")
def print_(
    output: Annotated[Path, typer.Option("-o", "--output", help="Sheet to write: .pdf, .svg or .png.")],
    by: Annotated[int | None, typer.Option(help="Horizon: the end of a phase; by default the last.")] = None,
    paper: Annotated[Paper, typer.Option(help="Size of the paper, landscape.")] = Paper.A3,
    lang: LangOption = Lang.vi,
    plan: PlanOption = None,
) -> None:
    """Draw the sheet for the wall: map, legend, the annex's table, verdict, sources."""
    from bk_gis.maps.sheet.printing import print_map

    print_map(_plan(plan), output, by=by, lang=lang.value, paper=paper.value)
    say(f"wrote {output}")


@app.command()
def coverage(
    by: Annotated[
        int | None, typer.Option(help="Horizon: phases that end by then count; by default the rule's year.")
    ] = None,
    level: Annotated[
        Level, typer.Option("--level", "--expect-every", help="What has to be covered, every one of them.")
    ] = Level.district,
    form: Annotated[Format, typer.Option("--format", help="Form of the table.")] = Format.table,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write it to a file.")] = None,
    lang: LangOption = Lang.vi,
    plan: PlanOption = None,
) -> None:
    """Check whether every district has at least one cluster by a year; exit 1 where one has none."""
    from bk_gis.checks.coverage import check_coverage

    keep_read(output, plan=plan)
    loaded = _plan(plan)
    if by is None:
        rules = [target.by for target in loaded.targets if target.every == level.value and target.by]
        by = rules[0] if rules else loaded.phases[-1].end
    report = check_coverage(loaded, by=by, level=level.value, lang=lang.value)
    # Excel takes a .csv for Vietnamese by the mark of UTF-8 alone; JSON must not have it.
    encoding = "utf-8-sig" if form is Format.csv else "utf-8"
    write_text(_render(report, form, lang), output, encoding=encoding)
    if output is not None or form in (Format.csv, Format.json):
        say(report.verdict(lang.value))
    raise typer.Exit(0 if report.ok else 1)


@app.command()
def geocode(
    source: Annotated[Path, typer.Argument(metavar="INPUT", help="Table with place names: .csv, .xlsx, ...")],
    output: Output,
    place: Annotated[str | None, typer.Option(help="Column with the place names or addresses.")] = None,
    district: Annotated[str | None, typer.Option(help="Column with the stated district.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 when a row is not matched.")] = False,
    lang: LangOption = Lang.vi,
    plan: PlanOption = None,
) -> None:
    """Place each row at its commune's centroid; every row is kept, with how it was matched."""
    from bk_gis.io.tables import answer_form, read_table, take_notes
    from bk_gis.io.writing import write_frame
    from bk_gis.places.crosswalk import read_aliases
    from bk_gis.places.geocoding import geocode as run
    from bk_gis.places.geocoding import is_placed, province_in
    from bk_gis.plan.model import bundled_folder

    keep_read(output, source, plan=plan)
    loaded = _plan(plan)
    with working("geocoding"):
        table = read_table(source)
        for note in take_notes(table):
            say(note)
        found = run(
            table,
            loaded.communes,
            place=place,
            district=district,
            corrections=loaded.place_names,
            aliases=read_aliases((plan or bundled_folder()) / "crosswalk.csv"),
            province=province_in(loaded.title.vi),
            lang=lang.value,
        )
        found.attrs.update(table.attrs)  # how its columns are shown
        write_frame(found, output, form=answer_form(source))
    placed = int(is_placed(found).sum())
    _report(output, len(found), placed, "matched", strict)


@app.command()
def join(
    source: Annotated[
        Path, typer.Argument(metavar="INPUT", help="Points: .csv, .geojson, .gpkg, .parquet, ...")
    ],
    output: Output,
    x: Annotated[str | None, typer.Option(help="Column of a table with longitude or easting.")] = None,
    y: Annotated[str | None, typer.Option(help="Column of a table with latitude or northing.")] = None,
    crs: Annotated[str | None, typer.Option(help="CRS of a table; by default EPSG:4326.")] = None,
    nearest: Annotated[
        float | None, typer.Option(metavar="METRES", help="Take the nearest commune within so many metres.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 when a point is in no commune.")] = False,
    lang: LangOption = Lang.vi,
    plan: PlanOption = None,
) -> None:
    """Add commune, district and sub-region to points; every point is kept."""
    from bk_gis.io.tables import answer_form, form_notes, read_points, source_form, take_notes
    from bk_gis.places.join_files import can_stream, count_rows, join_file

    keep_read(output, source, plan=plan)
    loaded = _plan(plan)
    if can_stream(source, output):
        text = source_form(source)
        for note in form_notes(text):
            say(note)
        with progressing("joining", count_rows(source)) as progress:
            rows, good = join_file(
                source,
                output,
                loaded,
                x=x,
                y=y,
                crs=crs,
                nearest_within_m=nearest,
                lang=lang.value,
                form=text,
                progress=progress,
            )
    else:
        from bk_gis.io.writing import write_frame
        from bk_gis.places.joining import join_regions

        with working("joining"):
            points = read_points(source, x=x, y=y, crs=crs)
            for note in take_notes(points):
                say(note)
            joined = join_regions(points, loaded, nearest_within_m=nearest, lang=lang.value)
            write_frame(joined, output, form=answer_form(source))
        rows, good = len(joined), int(joined["join_method"].isin(["within", "nearest"]).sum())
    if rows and not good:
        say("no point lies in a commune of the plan; is the CRS right, and longitude first?")
    _report(output, rows, good, "joined as stated", strict)


def say_unplaced(plan: "Plan", **label: str) -> None:
    """Name the clusters without a point, under a label in each language, and why they have none."""
    from bk_gis.places.geocoding import is_placed

    for cluster in plan.clusters[~is_placed(plan.clusters)].itertuples():
        say(f"{label[plan.lang]}: {cluster.id} {cluster.name}; {cluster.match_reason}")


def _report(output: Path, rows: int, good: int, word: str, strict: bool) -> None:
    say(f"wrote {output}: {good} of {rows} rows {word}")
    if good < rows:
        say(f"{rows - good} not {word}; the ledger columns say why")
        if strict:
            raise typer.Exit(1)


def _render(report: "CoverageReport", form: Format, lang: Lang) -> str:
    from bk_gis.reports.text_tables import as_csv, as_json, boxed, markdown

    if form is Format.csv:
        return as_csv(report.table)
    if form is Format.json:
        answer = {"by": report.by, "level": report.level, "ok": report.ok, "missing": report.missing}
        return as_json({**answer, "table": report.table})
    head, rows = _for_people(report, lang)
    verdict = report.verdict(lang.value)
    if form is Format.md:
        return f"{markdown(head, rows, right=_NUMBERS)}\n\n**{verdict}**"
    return f"{boxed(head, rows, right=_NUMBERS)}\n{verdict}"


_NUMBERS = (1, 2, 3)  # columns of _for_people


def _for_people(report: "CoverageReport", lang: Lang) -> tuple[list[str], list[list[str]]]:
    import pandas as pd

    from bk_gis.language.wording import number

    unit = {
        ("vi", "district"): "Huyện, thị xã",
        ("vi", "subregion"): "Tiểu vùng",
        ("en", "district"): "District",
        ("en", "subregion"): "Sub-region",
    }[lang.value, report.level]
    if lang is Lang.vi:
        head = [unit, "Số CCN", "Diện tích (ha)", "Có từ", "Tên cụm công nghiệp", "Đạt"]
        yes, no = "có", "CHƯA"
    else:
        head = [unit, "Clusters", "Hectares", "First by", "Names", "Covered"]
        yes, no = "yes", "NO"
    rows = [
        [
            str(row.name),
            str(row.clusters),
            number(float(row.hectares), lang.value),  # type: ignore[arg-type]
            "" if row.first_year is pd.NA else str(row.first_year),
            str(row.names),
            yes if row.covered else no,
        ]
        for row in report.table.itertuples()
    ]
    return head, rows


import_module("bk_gis.cli.plan_commands")  # adds its commands to `app`
