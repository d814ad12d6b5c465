"""Commands for any table: geocode, join, convert."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bk_gis.cli.app import LangOption, Output, PlanOption, app, keep_read, progressing, say, working
from bk_gis.errors import Lang

if TYPE_CHECKING:
    from collections.abc import Callable

    from geopandas import GeoDataFrame

    from bk_gis.places.values import Alias
    from bk_gis.places.vintages.crosswalk import Crosswalk
    from bk_gis.plan.model import Plan

CrosswalkOption = Annotated[
    Path | None,
    typer.Option("--crosswalk", metavar="FILE", help="What became of communes; by default the plan's."),
]


@app.command()
def geocode(
    source: Annotated[Path, typer.Argument(metavar="INPUT", help="Table with place names: .csv, .xlsx, ...")],
    output: Output,
    place: Annotated[str | None, typer.Option(help="Column with the place names or addresses.")] = None,
    district: Annotated[str | None, typer.Option(help="Column with the stated district.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 when a row is not matched.")] = False,
    lang: LangOption = "vi",
    plan: PlanOption = None,
    crosswalk: CrosswalkOption = None,
) -> None:
    """Place each row at its commune's centroid; every row is kept, with how it was matched."""
    from bk_gis.io.tables import read_whole
    from bk_gis.io.writing import write_frame
    from bk_gis.places.geocoding import geocode as run
    from bk_gis.places.geocoding import is_placed, province_in
    from bk_gis.plan.folder import load_plan

    keep_read(output, source, *([crosswalk] if crosswalk else []), plan=plan)
    loaded = load_plan(plan)
    with working("geocoding"):
        batch = read_whole(source)
        for note in batch.file.notes:
            say(note)
        found = run(
            batch.table,
            loaded,
            place=place,
            district=district,
            aliases=_aliases(loaded, crosswalk),
            province=province_in(loaded.title.vi),
            lang=lang,
        )
        write_frame(found, output, form=batch.file.form.written, formats=batch.file.formats)
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
    to: Annotated[
        int | None, typer.Option("--to", metavar="YEAR", help="Add the communes of another vintage.")
    ] = None,
    lang: LangOption = "vi",
    plan: PlanOption = None,
    crosswalk: CrosswalkOption = None,
) -> None:
    """Add commune, district and sub-region to points; every point is kept."""
    from bk_gis.io.vector import count_rows
    from bk_gis.places.join_files import join_file
    from bk_gis.plan.folder import load_plan

    keep_read(output, source, *([crosswalk] if crosswalk else []), plan=plan)
    loaded = load_plan(plan)
    with progressing("joining", count_rows(source)) as progress:
        rows, good = join_file(
            source,
            output,
            loaded,
            x=x,
            y=y,
            crs=crs,
            nearest_within_m=nearest,
            lang=lang,
            then=_converter(loaded, crosswalk, to, lang),
            note=say,
            progress=progress,
        )
    if rows and not good:
        say("no point lies in a commune of the plan; is the CRS right, and longitude first?")
    _report(output, rows, good, "joined as stated", strict)


@app.command("convert")
def convert_(
    source: Annotated[
        Path, typer.Argument(metavar="INPUT", help="Table with commune codes or names: .csv, .xlsx, ...")
    ],
    output: Output,
    from_: Annotated[int, typer.Option("--from", metavar="YEAR", help="Boundaries that the table has.")],
    to: Annotated[int, typer.Option("--to", metavar="YEAR", help="Boundaries that are asked for.")],
    code: Annotated[str | None, typer.Option(help="Column with the commune codes.")] = None,
    place: Annotated[str | None, typer.Option(help="Column with the commune names or addresses.")] = None,
    district: Annotated[str | None, typer.Option(help="Column with the stated district.")] = None,
    province: Annotated[str | None, typer.Option(help="Column with the stated province.")] = None,
    split: Annotated[
        list[str] | None,
        typer.Option(metavar="COLUMN", help="Amounts to divide: a row of a split commune becomes several."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 when a row has no answer.")] = False,
    lang: LangOption = "vi",
    plan: PlanOption = None,
    crosswalk: CrosswalkOption = None,
) -> None:
    """Find what each row's commune is in another vintage: whole, split with shares, or not known."""
    from bk_gis.io.tables import read_whole
    from bk_gis.io.writing import write_frame
    from bk_gis.places.vintages.converting import convert_rows
    from bk_gis.plan.folder import load_plan

    keep_read(output, source, *([crosswalk] if crosswalk else []), plan=plan)
    loaded = load_plan(plan)
    with working("converting"):
        batch = read_whole(source)
        for note in batch.file.notes:
            say(note)
        found = convert_rows(
            batch.table.set_axis(list(batch.rows)),
            _crosswalk(loaded, crosswalk),
            years=(from_, to),
            columns={"code": code, "place": place, "district": district, "province": province},
            split=split or (),
            lang=lang,
            problem=batch.problem,
        )
        write_frame(found, output, form=batch.file.form.written, formats=batch.file.formats)
    counts = found["convert_method"].value_counts()
    say(", ".join(f"{count} {method}" for method, count in counts.items()))
    _report(output, len(found), int(counts.reindex(["whole", "split", "between"]).sum()), "converted", strict)
    if others := counts.get("vintage", 0):
        say(
            f"{others} have communes of other years than {from_}; separate them and convert them by their own"
        )
    unshared = int((found["convert_shares"].eq("") & found["convert_codes"].ne("")).sum())
    if unshared:
        say(f"{unshared} lie in several communes in shares that are not known; the ledger columns say which")


def _crosswalk(plan: "Plan", file: Path | None) -> "Crosswalk | None":
    """Read a crosswalk that was given, with the areas of the plan's communes if it is theirs."""
    from bk_gis.places.vintages.reading import read_crosswalk
    from bk_gis.plan.as_of import with_areas

    return with_areas(read_crosswalk(file), plan.communes) if file else plan.crosswalk


def _aliases(plan: "Plan", file: Path | None) -> "list[Alias]":
    """Names of other vintages for the communes of a plan."""
    from bk_gis.plan.as_of import later_names

    return later_names(plan.communes, _crosswalk(plan, file), plan.boundaries.date)


def _converter(
    plan: "Plan", file: Path | None, to: int | None, lang: Lang
) -> "Callable[[GeoDataFrame], GeoDataFrame]":
    """Give what adds the communes of another vintage to points that are joined; nothing without a year."""
    if to is None:
        return lambda joined: joined
    from bk_gis.places.vintages.converting import joined_converter

    return joined_converter(_crosswalk(plan, file), plan.boundaries.date, to, lang)


def _report(output: Path, rows: int, good: int, word: str, strict: bool) -> None:
    say(f"wrote {output}: {good} of {rows} rows {word}")
    if good < rows:
        say(f"{rows - good} not {word}; the ledger columns say why")
        if strict:
            raise typer.Exit(1)
