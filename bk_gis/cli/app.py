"""What all commands share: the application, their options, and how they speak to a person."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bk_gis.cli.calls import Commands, asked, printed, told
from bk_gis.errors import Lang, Text
from bk_gis.language.words import both

if TYPE_CHECKING:
    from rich.console import Console

    from bk_gis.plan.model import Plan


app = typer.Typer(name="bk-gis", cls=Commands, rich_markup_mode=None, pretty_exceptions_enable=False)


def _own_plan(context: typer.Context, plan: Path | None) -> Path | None:
    """Say that the bundled plan is taken, to who stands in a plan folder and does not name it."""
    states = [context.params.get(name) for name in ("first", "second")]  # compare may have plans of its own
    named = plan is not None or all(state is not None and state.is_dir() for state in states)
    if not named and not context.resilient_parsing and Path("plan.toml").is_file():
        say(both("start.bundled"))
    return plan


Format = Literal["table", "csv", "json", "md"]
PlanOption = Annotated[Path | None, typer.Option("--plan", metavar="FOLDER", callback=_own_plan)]
AsOfOption = Annotated[str | None, typer.Option("--as-of", metavar="DATE")]
ChangesOption = Annotated[Path | None, typer.Option("--changes", metavar="FILE")]
ByOption = Annotated[int | None, typer.Option()]
BoundariesOption = Annotated[int | None, typer.Option("--boundaries", metavar="YEAR")]
LangOption = Annotated[Lang, typer.Option("--lang")]
StrictOption = Annotated[bool, typer.Option("--strict")]
Output = Annotated[Path, typer.Option("-o", "--output")]
FileOption = Annotated[Path | None, typer.Option("-o", "--output")]


def say(message: Text) -> None:
    """Speak to the person, on standard error, unless they asked for quiet."""
    if not asked("--quiet"):
        complain(message)


def complain(message: Text) -> None:
    """Say what is wrong, in any case."""
    typer.echo(printed(told(message)), err=True)


def write_text(text: str, output: Path | None, *, encoding: str = "utf-8") -> None:
    """Print a result, or write it to a file whole or not at all."""
    from bk_gis.io.whole import whole_file

    if output is None:
        typer.echo(printed(text))
        return
    with whole_file(output) as part:
        part.write_text(text + "\n", encoding=encoding, newline="\n")
    say(both("cli.wrote", output=output))


def terminal() -> "Console":
    """Give the terminal on which progress is shown."""
    from rich.console import Console

    return Console(stderr=True, quiet=asked("--quiet"))


@contextmanager
def working(what: Text) -> Iterator[None]:
    """Show on a terminal that something takes its time."""
    from rich.text import Text as Shown

    with terminal().status(Shown(printed(told(what)))):
        yield


@contextmanager
def progressing(what: Text, total: int | None) -> Iterator[Callable[[int], None]]:
    """Show on a terminal how many rows are done; gives what to call with each number of rows."""
    if not sys.stderr.isatty():  # a file gets no lines of a bar
        yield lambda _rows: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    name = told(what)
    columns = (TextColumn(name), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=terminal(), transient=True) as bar:
        task = bar.add_task(name, total=total)
        yield lambda rows: bar.advance(task, rows)


def changed(plan: "Plan", changes: Path | None) -> "Plan":
    """Make the changes of a file to a plan, if one is given."""
    from bk_gis.errors import InputError
    from bk_gis.plan.changes import located, read_changes

    if changes is None:
        return plan
    made = read_changes(changes)
    try:
        return plan.apply(made, file=changes.name)
    except InputError as error:
        if error.problems:
            raise InputError(located(error.problems, changes)) from None
        raise


def keep_read(output: Path | None, *sources: Path | None, plan: Path | None) -> None:
    """Refuse to write over a file that the command reads, those of the plan included."""
    from bk_gis.cli.inputs import keep_inputs
    from bk_gis.plan.folder import bundled_folder

    if output is not None:
        keep_inputs(output, *filter(None, sources), plan or bundled_folder())


def open_plan(
    plan: Path | None,
    output: Path | None,
    *sources: Path | None,
    lang: Lang = "vi",
    as_of: str | None = None,
    changes: Path | None = None,
) -> "Plan":
    """Load the plan of a command, with changes, unless its output would be written over what it reads."""
    from bk_gis.plan.folder import load_plan

    keep_read(output, *sources, changes, plan=plan)
    return changed(load_plan(plan, lang=lang, as_of=as_of), changes)


@contextmanager
def saying_warnings() -> Iterator[None]:
    """Say to the person what the library warns of."""
    import warnings

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield
    for warning in caught:
        said = str(warning.message)
        text = getattr(warning.message, "text", Text(said, said))
        say(Text(f"bk-gis: {text.vi}", f"bk-gis: {text.en}"))


def say_unplaced(plan: "Plan", label: str) -> None:
    """Name the clusters without a point, under a label of words.toml, and why they have none."""
    from bk_gis.language.reasons import in_both
    from bk_gis.places.geocoding import is_placed

    for cluster in plan.clusters[~is_placed(plan.clusters)].itertuples():
        why = in_both(plan.reasons[cluster.id][0])
        say(both("cli.unplaced", label=both(label), ident=cluster.id, name=cluster.name, reason=why))
