"""Commands for whoever begins: bk-gis by itself, docs, example."""

import shutil
import sys
import tomllib
from pathlib import Path
from typing import Annotated

import typer

from bk_gis.cli.app import app, say, write_text
from bk_gis.cli.calls import spoken, told
from bk_gis.errors import InputError, Text
from bk_gis.io.shipped import shipped
from bk_gis.io.whole import pasted
from bk_gis.language.words import both

_PLANS = {"bac-kan-2014": "data"}  # what comes with the package, by another name than its folder's


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    quiet: Annotated[bool, typer.Option("--quiet")] = False,  # noqa: ARG001 - see `asked`
    debug: Annotated[bool, typer.Option("--debug")] = False,  # noqa: ARG001
) -> None:
    """Industrial-cluster plans: maps that open offline, and a check of district coverage."""
    if context.invoked_subcommand is not None:
        return
    folders = [Path()] if Path("plan.toml").is_file() else sorted(Path().iterdir())
    plans = [folder for folder in folders if (folder / "plan.toml").is_file()]
    if not plans:
        write_text(told(both("start.nothing")), None)
        return
    for folder in plans:
        write_text(told(_next(folder)), None)
    write_text(told(both("start.more")), None)


def _next(folder: Path) -> Text:
    """Say what to do with a plan."""
    here = pasted(folder)
    return both("start.plan", folder=here, title=_title(folder), option=f" --plan {here}")


def _title(folder: Path) -> str:
    """Read the title of a plan; a file that is no TOML has none, and `check` says so."""
    try:
        title = tomllib.loads((folder / "plan.toml").read_text(encoding="utf-8-sig")).get("title", "")
    except (ValueError, OSError, RecursionError):
        title = ""
    return str(title.get("vi", "") if isinstance(title, dict) else title) or "plan.toml"


@app.command()
def docs(
    no_open: Annotated[bool, typer.Option("--no-open")] = False,
) -> None:
    """Open the guides in a browser, as one page, and say where that is."""
    import tempfile
    import webbrowser

    from bk_gis.cli.guides import guides_page

    page = Path(tempfile.mkdtemp(prefix="bk-gis-")) / "bk_gis.html"
    page.write_text(guides_page(spoken()), encoding="utf-8", newline="\n")
    write_text(str(page), None)
    opened = not no_open and sys.stdout.isatty() and webbrowser.open_new_tab(page.as_uri())
    say(both("start.opened" if opened else "start.docs"))


@app.command()
def example(
    name: Annotated[str | None, typer.Argument()] = None,
    folder: Annotated[Path | None, typer.Argument()] = None,
) -> None:
    """Copy an example to begin with: a plan folder, or tables to geocode and join."""
    from bk_gis.io.sets import whole_folder

    there = _examples()
    if name is None:
        write_text("\n".join(there), None)
        say(both("start.examples"))
        return
    if name not in there:
        raise InputError(both("start.no example", name=name, known=list(there)))
    folder = folder or Path(name)
    with whole_folder(folder) as made:
        for source in there[name]:
            if source.is_dir():
                shutil.copytree(source, made / source.name)
            else:
                (made / source.name).write_bytes(source.read_bytes())
    say(both("cli.wrote", output=folder))
    if (folder / "plan.toml").is_file():
        say(_next(folder))


def _examples() -> dict[str, list[Path]]:
    """List what each example is made of: plan folders, and the tables together."""
    folder = shipped("examples")
    plans = {path.name: path for path in sorted(folder.iterdir()) if path.is_dir()}
    plans |= {name: shipped(where) for name, where in _PLANS.items()}
    tables = {"tables": sorted(path for path in folder.iterdir() if path.is_file())}
    return {name: sorted(path.iterdir()) for name, path in sorted(plans.items())} | tables
