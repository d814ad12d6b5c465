"""Keep a command from writing over what it reads: often the only copy there is."""

from pathlib import Path

from bk_gis.errors import InputError
from bk_gis.language.words import both
from bk_gis.plan.toml_file import communes_source, read_toml

_PLAN_FILES = (
    "plan.toml",
    "clusters.csv",
    "clusters.xlsx",
    "place_names.csv",
    "place_names.xlsx",
    "crosswalk.csv",
    "changes.toml",
    "communes.geojson",
)


def keep_inputs(output: Path, *sources: Path) -> None:
    """
    Refuse an output that is an input, by whatever path.

    Parameters
    ----------
    output
        File to write; it need not be there.
    sources
        What is read: files, and plan folders, which stand for all files of a plan.

    Raises
    ------
    InputError
        The output is one of them.
    """
    if not output.exists():
        return
    for source in sources:
        for file in _plan_files(source) if source.is_dir() else [source]:
            if file.exists() and output.samefile(file):
                raise InputError(both("cli.input", output=output, file=file))


def _plan_files(folder: Path) -> list[Path]:
    """List the files of a plan; what is wrong with plan.toml, loading the plan says."""
    source = communes_source(read_toml(folder / "plan.toml", []), ())
    return [folder / name for name in (*_PLAN_FILES, *([source.file] if source else []))]
