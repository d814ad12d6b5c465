"""Commands that begin, check or fill a plan folder: read-annex, new, check, fix-boundaries."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from bk_gis.cli.app import (
    AsOfOption,
    Format,
    LangOption,
    Output,
    PlanOption,
    app,
    changed,
    open_plan,
    say,
    working,
    write_text,
)
from bk_gis.cli.calls import spoken
from bk_gis.errors import Text
from bk_gis.language.words import both


@app.command("read-annex")
def read_annex(
    source: Annotated[Path, typer.Argument(metavar="FILE")],
    output: Output,
    phases: Annotated[str | None, typer.Option()] = None,
    cumulative: Annotated[bool | None, typer.Option("--cumulative/--increments")] = None,
    lang: LangOption = "vi",
) -> None:
    """
    Read a decision's table of clusters into clusters.csv.

    Prints what was read beside the annex's own sums, and names every row that is not taken. Exit 1 where sums
    differ; 2, with nothing written, where a row with hectares is not understood.
    """
    from bk_gis.cli.inputs import keep_inputs
    from bk_gis.io.whole import require_ending, whole_file
    from bk_gis.plan.annex.phases import phases_to_state, read_for
    from bk_gis.plan.starter import write_table
    from bk_gis.reports.annex_table import sums_table

    keep_inputs(output, source)
    require_ending(output, (".csv",))
    stated: Literal["cumulative", "increments"] | None
    stated = None if cumulative is None else "cumulative" if cumulative else "increments"
    named = phases.split(",") if phases else None
    annex = read_for(output.parent, source, phases=named, measure=stated)
    with whole_file(output) as part:
        write_table(annex.clusters, part, lang)
    write_text(sums_table(annex.sums, lang), None)
    for note in annex.notes:
        say(note)
    for key, problems in (("annex.skipped", annex.skipped), ("annex.disagree", annex.mismatches)):
        if problems:
            say(both(key))
        for problem in problems:
            say(Text(*(f"  {text}" for text in problem.text)))
    districts = annex.clusters["district"].nunique() if "district" in annex.clusters else 0
    key = "annex.wrote districts" if districts else "annex.wrote"
    say(both(key, output=output, clusters=len(annex.clusters), districts=districts))
    if tables := phases_to_state(output.parent, annex):
        say(both("annex.phases", tables=tables))
    raise typer.Exit(1 if annex.mismatches else 0)


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER")],
    levels: Annotated[Literal["commune", "district", "subregion"], typer.Option()] = "district",
    lang: LangOption = "vi",
) -> None:
    """Make a small plan folder that works, commented, to fill in for another province."""
    from bk_gis.io.whole import pasted
    from bk_gis.plan.starter import write_starter

    for path in write_starter(folder, levels=levels, lang=lang):
        say(both("cli.wrote", output=path))
    say(both("folder.next", command=f"bk-gis check {pasted(folder)}"))


@app.command()
def apply(
    changes: Annotated[Path, typer.Argument(metavar="FILE")],
    output: Output,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Write the plan that changes lead to as a new plan folder."""
    from bk_gis.io.whole import pasted

    loaded = open_plan(plan, None, as_of=as_of)
    after = changed(loaded, changes)
    after.save(output)
    for note in after.notes[len(loaded.notes) :]:
        say(note)
    if after.is_trial:
        say(both("folder.tried"))
    say(both("cli.wrote", output=pasted(output)))


@app.command()
def check(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER")],
    lang: LangOption = "vi",
) -> None:
    """Check a plan folder: all that is wrong at once (exit 2), then all that looks wrong (exit 1)."""
    from bk_gis.language.words import say as say_words
    from bk_gis.reports.folder_check import check_folder

    found = check_folder(folder, lang=lang)
    for note in found.plan.notes:
        say(note)
    plan = found.plan
    counts = {"clusters": len(plan.clusters), "communes": len(plan.communes)}
    if len(plan.districts) and plan.subregions.empty:
        names = ", ".join(f'"{name}"' for name in plan.districts["district"])
        say(both("folder.districts", districts=f"[{names}]"))
    write_text(say_words("check.counted", lang, title=plan.title[lang], **counts), None)
    for doubt in found.doubts:
        write_text(f"  {doubt}", None)
    write_text(found.summary, None)
    raise typer.Exit(1 if found.doubts else 0)


@app.command("fix-boundaries")
def fix_boundaries_(
    source: Annotated[Path, typer.Argument(metavar="FILE")],
    output: Output,
    snap: Annotated[float, typer.Option(min=0)] = 1.0,
    gap: Annotated[float, typer.Option(min=0)] = 50.0,
    max_change: Annotated[float, typer.Option(min=0)] = 2.0,
    layer: Annotated[str | None, typer.Option()] = None,
    encoding: Annotated[str | None, typer.Option()] = None,
    crs: Annotated[str | None, typer.Option()] = None,
    form: Annotated[Format, typer.Option("--format")] = "table",
    lang: LangOption = "vi",
) -> None:
    """Make boundaries a coverage: no overlaps, no narrow gaps, shared vertices; say what moved."""
    from bk_gis.cli.inputs import keep_inputs
    from bk_gis.plan.communes.fixing import fix_boundaries
    from bk_gis.plan.communes.reading import files_of
    from bk_gis.plan.toml_file import stated_source
    from bk_gis.reports.boundary_table import area_table, moved_table, sentences
    from bk_gis.reports.plain_text import as_csv, as_json

    keep_inputs(output, *(files_of(source) if source.is_dir() else [source]))
    stated = stated_source(layer=layer, encoding=encoding, crs=crs)
    with working(both("cli.repairing", source=source)):
        repair = fix_boundaries(
            source, output, snap=snap, gap=gap, max_change=max_change / 100, source=stated, lang=lang
        )
    said = sentences(repair, lang, snap=snap, gap=gap)
    if form in ("csv", "json"):
        table = area_table(repair)
        write_text(as_csv(table) if form == "csv" else as_json({"table": table}), None)
        for sentence in sentences(repair, spoken(), snap=snap, gap=gap):
            typer.echo(sentence, err=True)
    else:
        write_text("\n".join([moved_table(repair, lang, in_markdown=form == "md"), "", *said]), None)
    say(both("boundaries.wrote", output=output, name=output.name))
