"""Commands for any table: geocode, join, convert."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bk_gis.cli.app import (
    LangOption,
    Output,
    PlanOption,
    StrictOption,
    app,
    keep_read,
    progressing,
    say,
    working,
)
from bk_gis.errors import Lang
from bk_gis.language.words import both

if TYPE_CHECKING:
    from collections.abc import Callable

    from geopandas import GeoDataFrame

    from bk_gis.io.batches import Batch
    from bk_gis.places.values import Alias
    from bk_gis.places.vintages.crosswalk import Crosswalk
    from bk_gis.plan.folder import Ground

Source = Annotated[Path, typer.Argument(metavar="INPUT")]
CrosswalkOption = Annotated[Path | None, typer.Option("--crosswalk", metavar="FILE")]


@app.command()
def geocode(
    source: Source,
    output: Output,
    place: Annotated[str | None, typer.Option()] = None,
    district: Annotated[str | None, typer.Option()] = None,
    strict: StrictOption = False,
    lang: LangOption = "vi",
    plan: PlanOption = None,
    crosswalk: CrosswalkOption = None,
) -> None:
    """Place each row at its commune's centroid; every row is kept, with how it was matched."""
    from bk_gis.io.vector import count_rows
    from bk_gis.places.geocode_files import geocode_file
    from bk_gis.places.geocoding import province_in

    loaded = _open_ground(plan, output, source, crosswalk)
    with progressing(both("cli.geocoding"), count_rows(source)) as progress:
        rows, placed = geocode_file(
            source,
            output,
            loaded,
            place=place,
            district=district,
            aliases=_aliases(loaded, crosswalk),
            province=province_in(loaded.title.vi),
            lang=lang,
            note=say,
            progress=progress,
        )
    _report(output, rows, placed, "matched", strict)


@app.command()
def join(
    source: Source,
    output: Output,
    x: Annotated[str | None, typer.Option()] = None,
    y: Annotated[str | None, typer.Option()] = None,
    crs: Annotated[str | None, typer.Option()] = None,
    nearest: Annotated[float | None, typer.Option(metavar="METRES")] = None,
    strict: StrictOption = False,
    to: Annotated[int | None, typer.Option("--to", metavar="YEAR")] = None,
    lang: LangOption = "vi",
    plan: PlanOption = None,
    crosswalk: CrosswalkOption = None,
) -> None:
    """Add commune, district and sub-region to points; every point is kept."""
    from bk_gis.io.vector import count_rows
    from bk_gis.places.join_files import join_file

    loaded = _open_ground(plan, output, source, crosswalk)
    with progressing(both("cli.joining"), count_rows(source)) as progress:
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
        say(both("cli.no point inside"))
    _report(output, rows, good, "joined", strict)


@app.command("convert")
def convert_(
    source: Source,
    output: Output,
    from_: Annotated[int, typer.Option("--from", metavar="YEAR")],
    to: Annotated[int, typer.Option("--to", metavar="YEAR")],
    code: Annotated[str | None, typer.Option()] = None,
    place: Annotated[str | None, typer.Option()] = None,
    district: Annotated[str | None, typer.Option()] = None,
    province: Annotated[str | None, typer.Option()] = None,
    split: Annotated[list[str] | None, typer.Option(metavar="COLUMN")] = None,
    strict: StrictOption = False,
    lang: LangOption = "vi",
    plan: PlanOption = None,
    crosswalk: CrosswalkOption = None,
) -> None:
    """Find what each row's commune is in another vintage: whole, split with shares, or not known."""
    from bk_gis.io.writing import write_frame
    from bk_gis.places.vintages.converting import convert_rows

    loaded = _open_ground(plan, output, source, crosswalk)
    with working(both("cli.converting")):
        batch = _read_named(source, place or code, district or code)  # by a named code alone
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
    say(both("cli.methods", counts=[f"{count} {method}" for method, count in counts.items()]))
    _report(output, len(found), int(counts.reindex(["whole", "split", "between"]).sum()), "converted", strict)
    if others := counts.get("vintage", 0):
        say(both("cli.other years", count=others, year=from_))
    unshared = int((found["convert_shares"].eq("") & found["convert_codes"].ne("")).sum())
    if unshared:
        say(both("cli.unshared", count=unshared))


def _open_ground(plan: Path | None, output: Path, *sources: Path | None) -> "Ground":
    """Load what places are found on, unless the output would be written over what is read."""
    from bk_gis.plan.folder import load_ground

    keep_read(output, *sources, plan=plan)
    return load_ground(plan)


def _crosswalk(plan: "Ground", file: Path | None) -> "Crosswalk | None":
    """Read a crosswalk that was given, with the areas of the plan's communes if it is theirs."""
    from bk_gis.places.vintages.reading import read_crosswalk
    from bk_gis.plan.vintages import with_areas

    return with_areas(read_crosswalk(file), plan.communes) if file else plan.crosswalk


def _read_named(source: Path, place: str | None, district: str | None) -> "Batch":
    """Read a table of place names, and say how it was read and which columns were taken."""
    from bk_gis.io.headers import taken_notes
    from bk_gis.io.tables import read_whole
    from bk_gis.places.geocoding import DISTRICT_COLUMNS, PLACE_COLUMNS

    batch = read_whole(source)
    sought = (place, PLACE_COLUMNS), (district, DISTRICT_COLUMNS)
    for note in (*batch.file.notes, *taken_notes(batch.table, *sought)):
        say(note)
    return batch


def _aliases(plan: "Ground", file: Path | None) -> "list[Alias]":
    """Names of other vintages for the communes of a plan."""
    from bk_gis.places.communes import later_names

    return later_names(plan.communes, _crosswalk(plan, file), plan.boundaries.date)


def _converter(
    plan: "Ground", file: Path | None, to: int | None, lang: Lang
) -> "Callable[[GeoDataFrame], GeoDataFrame] | None":
    """Give what adds the communes of another vintage to points that are joined; nothing without a year."""
    if to is None:
        return None
    from bk_gis.places.vintages.converting import joined_converter

    return joined_converter(_crosswalk(plan, file), plan.boundaries.date, to, lang)


def _report(output: Path, rows: int, good: int, word: str, strict: bool) -> None:
    what = both(f"cli.{word}")
    say(both("cli.rows", output=output, good=good, rows=rows, word=what))
    if good < rows:
        say(both("cli.other rows", count=rows - good, word=what))
        if strict:
            raise typer.Exit(1)
