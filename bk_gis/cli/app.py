"""What all commands share: the application, their options, and how they speak to a person."""

import locale
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bk_gis.errors import Lang, Text

if TYPE_CHECKING:
    from bk_gis.plan.model import Plan

app = typer.Typer(
    name="bk-gis",
    help="Industrial-cluster plans: maps that open offline, and a check of district coverage.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Format = Literal["table", "csv", "json", "md"]
PlanOption = Annotated[
    Path | None,
    typer.Option("--plan", metavar="FOLDER", help="Plan folder; by default the plan that comes with it."),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="The plan as decisions had amended it by a day, such as 2022-12-31."
    ),
]
LangOption = Annotated[Lang, typer.Option("--lang", help="Vietnamese or English.")]
Output = Annotated[Path, typer.Option("-o", "--output", help="File to write; its ending says the format.")]
FileOption = Annotated[
    Path | None, typer.Option("-o", "--output", help="File to write; its ending says the format.")
]


def spoken() -> Lang:
    """Find the language to speak: of --lang, else of BK_GIS_LANG, else of the system, else Vietnamese."""
    after = [*sys.argv[1:], ""]
    asked = [part.partition("=")[2] or after[i + 1] for i, part in enumerate(after) if part[:6] == "--lang"]
    for named in (*asked[-1:], os.environ.get("BK_GIS_LANG"), locale.getlocale()[0]):
        if named and (known := re.match("vi|en", named.lower())):
            return "en" if known[0] == "en" else "vi"
    return "vi"


def say(message: Text | str) -> None:
    """Speak to the person: standard error."""
    typer.echo(getattr(Text.of(message), spoken()), err=True)


def write_text(text: str, output: Path | None, *, encoding: str = "utf-8") -> None:
    """Print a result, or write it to a file whole or not at all."""
    from bk_gis.io.whole import whole_file

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
    from bk_gis.plan.folder import bundled_folder

    if output is not None:
        keep_inputs(output, *sources, plan or bundled_folder())


@contextmanager
def saying_warnings() -> Iterator[None]:
    """Say to the person what the library warns of."""
    import warnings

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield
    for warning in caught:
        text = getattr(warning.message, "text", Text.of(str(warning.message)))
        say(Text(f"bk-gis: {text.vi}", f"bk-gis: {text.en}"))


def say_unplaced(plan: "Plan", label: str) -> None:
    """Name the clusters without a point, under a label of words.toml, and why they have none."""
    from bk_gis.language.words import say as say_words
    from bk_gis.places.geocoding import is_placed

    for cluster in plan.clusters[~is_placed(plan.clusters)].itertuples():
        say(f"{say_words(label, plan.lang)}: {cluster.id} {cluster.name}; {cluster.match_reason}")
