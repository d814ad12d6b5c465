"""Keep a command from writing over what it reads: often the only copy there is."""

import tomllib
from pathlib import Path

from bk_gis.errors import InputError

_PLAN_FILES = ("plan.toml", "clusters.csv", "place_names.csv", "crosswalk.csv", "communes.geojson")


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
                raise InputError(f"cannot write {output}: it is the input {file}; expected another name")


def _plan_files(folder: Path) -> list[Path]:
    return [folder / name for name in (*_PLAN_FILES, *_communes_file(folder / "plan.toml"))]


def _communes_file(plan_file: Path) -> list[str]:
    """Find the file of communes that plan.toml names; what is wrong with it, loading the plan says."""
    try:
        name = tomllib.loads(plan_file.read_text(encoding="utf-8-sig"))["communes"]["file"]
    except (OSError, ValueError, LookupError, TypeError):
        return []
    return [name] if isinstance(name, str) else []
