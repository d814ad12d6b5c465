"""Keep a command from writing over what it reads: often the only copy there is."""

from contextlib import suppress
from pathlib import Path

from bk_gis.errors import InputError
from bk_gis.io.sets import files_of_set
from bk_gis.language.words import both
from bk_gis.plan.toml_file import communes_source, read_toml

_PLAN_FILES = (
    *("plan.toml", "changes.toml", "crosswalk.csv", "communes.geojson"),
    *(f"{table}.{ending}" for table in ("clusters", "place_names") for ending in ("csv", "xlsx")),
    *("SOURCES.md", "README.md"),  # which are not read, but written by hand
)


def keep_inputs(output: Path, *sources: Path) -> None:
    """
    Refuse an output that is an input, by whatever path: through a link, or in other letters' case.

    The output need not be there; with a shapefile or MapInfo table all of its files are written. Plan folders
    among the sources stand for all files of a plan.
    """
    read = [file for source in sources for file in (_plan_files(source) if source.is_dir() else [source])]
    inputs = {mark: file for source in read for file in files_of_set(source) for mark in _marks(file)}
    for file in files_of_set(output.resolve()):
        for mark in _marks(file):
            if mark in inputs:
                raise InputError(both("cli.input", output=file.name, file=inputs[mark]))


def _marks(file: Path) -> list[tuple[object, ...]]:
    """Give what two names of one file have in common, on a disk that tells cases apart and on others."""
    marks: list[tuple[object, ...]] = []
    with suppress(OSError, RuntimeError):  # of a link that leads to itself, which whoever reads it names
        real = file.resolve()
        marks.append((real.parent, real.name.casefold()))
        state = file.stat()
        marks.append((state.st_dev, state.st_ino))
    return marks


def _plan_files(folder: Path) -> list[Path]:
    """List the files of a plan; what is wrong with plan.toml, loading the plan says."""
    source = communes_source(read_toml(folder / "plan.toml", []), ())
    return [folder / name for name in (*_PLAN_FILES, *([source.file] if source else []))]
