"""Commands that place any table: geocode, join."""

from pathlib import Path
from typing import Annotated

import typer

from bk_gis.cli.app import LangOption, Output, PlanOption, app, keep_read, progressing, say, working


@app.command()
def geocode(
    source: Annotated[Path, typer.Argument(metavar="INPUT", help="Table with place names: .csv, .xlsx, ...")],
    output: Output,
    place: Annotated[str | None, typer.Option(help="Column with the place names or addresses.")] = None,
    district: Annotated[str | None, typer.Option(help="Column with the stated district.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 when a row is not matched.")] = False,
    lang: LangOption = "vi",
    plan: PlanOption = None,
) -> None:
    """Place each row at its commune's centroid; every row is kept, with how it was matched."""
    from bk_gis.io.tables import read_whole
    from bk_gis.io.writing import write_frame
    from bk_gis.places.crosswalk import read_aliases
    from bk_gis.places.geocoding import geocode as run
    from bk_gis.places.geocoding import is_placed, province_in
    from bk_gis.plan.folder import bundled_folder, load_plan

    keep_read(output, source, plan=plan)
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
            aliases=read_aliases((plan or bundled_folder()) / "crosswalk.csv"),
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
    lang: LangOption = "vi",
    plan: PlanOption = None,
) -> None:
    """Add commune, district and sub-region to points; every point is kept."""
    from bk_gis.io.vector import count_rows
    from bk_gis.places.join_files import join_file
    from bk_gis.plan.folder import load_plan

    keep_read(output, source, plan=plan)
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
            note=say,
            progress=progress,
        )
    if rows and not good:
        say("no point lies in a commune of the plan; is the CRS right, and longitude first?")
    _report(output, rows, good, "joined as stated", strict)


def _report(output: Path, rows: int, good: int, word: str, strict: bool) -> None:
    say(f"wrote {output}: {good} of {rows} rows {word}")
    if good < rows:
        say(f"{rows - good} not {word}; the ledger columns say why")
        if strict:
            raise typer.Exit(1)
