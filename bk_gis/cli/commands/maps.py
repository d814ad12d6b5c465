"""Commands that draw or write the plan: map, maps, print, export."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from bk_gis.cli.app import (
    AsOfOption,
    BoundariesOption,
    ByOption,
    ChangesOption,
    LangOption,
    Output,
    PlanOption,
    app,
    keep_read,
    open_plan,
    progressing,
    say,
    say_unplaced,
    saying_warnings,
)
from bk_gis.language.words import both


@app.command("map")
def map_(
    output: Output = Path("map.html"),
    by: ByOption = None,
    boundaries: BoundariesOption = None,
    lang: LangOption = "vi",
    basemap: Annotated[str | None, typer.Option()] = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    changes: ChangesOption = None,
    fixed: Annotated[bool, typer.Option("--fixed")] = False,
) -> None:
    """Draw the plan as one page that opens by double-click, without a network."""
    from bk_gis.io.whole import require_ending
    from bk_gis.maps.page import phase_map
    from bk_gis.maps.page.parts import page_html, write_page

    loaded = open_plan(plan, output, lang=lang, as_of=as_of, changes=changes)
    require_ending(output, (".html", ".htm"))
    say_unplaced(loaded, "check.not on the map")
    if basemap is None:
        write_page(page_html(loaded, by=by, lang=lang, boundaries=boundaries, fixed=fixed), output)
    else:
        drawn = phase_map(loaded, by=by, lang=lang, boundaries=boundaries, basemap=basemap, fixed=fixed)
        with saying_warnings():
            drawn.save(output)
    say(both("cli.wrote", output=output))


@app.command()
def maps(
    output: Output = Path("maps"),
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Draw every standard map: each horizon in Vietnamese, the whole plan in English."""
    from bk_gis.maps.page import standard_pages
    from bk_gis.maps.page.parts import page_html, write_page

    loaded = open_plan(plan, None, as_of=as_of)
    say_unplaced(loaded, "check.not on the map")
    output.mkdir(parents=True, exist_ok=True)
    pages = standard_pages(loaded)
    for name, *_ in pages:
        keep_read(output / name, plan=plan)
    with progressing(both("cli.drawing"), len(pages)) as drawn:
        for name, by, lang in pages:
            write_page(page_html(loaded, by=by, lang=lang), output / name)
            drawn(1)
    for name, *_ in pages:
        say(both("cli.wrote", output=output / name))


@app.command("print")
def print_(
    output: Output,
    by: ByOption = None,
    paper: Annotated[Literal["A4", "A3", "A2", "A1", "A0"], typer.Option()] = "A3",
    orientation: Annotated[Literal["landscape", "portrait"] | None, typer.Option()] = None,
    boundaries: BoundariesOption = None,
    names_without: Annotated[bool, typer.Option("--names-without")] = False,
    atlas: Annotated[bool, typer.Option("--atlas")] = False,
    lang: LangOption = "vi",
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    changes: ChangesOption = None,
) -> None:
    """Draw the sheet for the wall: map, legend, the annex's table, verdict, sources; or an atlas."""
    from bk_gis.geo.zones import zone_of
    from bk_gis.maps.sheet.printing import print_map
    from bk_gis.places.geocoding import province_in

    loaded = open_plan(plan, output, as_of=as_of, changes=changes)
    with saying_warnings():
        print_map(
            loaded,
            output,
            by=by,
            lang=lang,
            paper=paper,
            orientation=orientation,
            boundaries=boundaries,
            names_without=names_without,
            atlas=atlas,
        )
    say(both("cli.wrote", output=output))
    if loaded.sheet.crs is None:
        province = province_in(loaded.title.vi)
        known = zone_of(province, loaded.boundaries.date) is not None
        crs = f"{loaded.crs.name} ({loaded.crs.to_string()})"
        say(both("cli.grid of province" if known else "cli.grid of place", crs=crs, province=province))


@app.command()
def export(
    output: Output,
    by: ByOption = None,
    crs: Annotated[str | None, typer.Option()] = None,
    lang: LangOption = "vi",
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    changes: ChangesOption = None,
) -> None:
    """Write the clusters for QGIS, Google Earth, MapInfo or Excel; the ending says the format."""
    from pyproj import CRS

    from bk_gis.exports.exporter import export as run
    from bk_gis.io.sets import target_of

    loaded = open_plan(plan, output, lang=lang, as_of=as_of, changes=changes)
    with saying_warnings():
        run(loaded, output, by=by, lang=lang, crs=crs)
    count = int((loaded.hectares_by(by or loaded.phases[-1].end) > 0).sum())
    counts = {"output": target_of(output), "count": count, "total": len(loaded.clusters)}
    written = both("cli.exported", **counts)
    say(written if crs is None else both("cli.exported in", **counts, crs=CRS(crs).name))
    say_unplaced(loaded, "check.without a place")
