"""A plan folder to start from: small, invented, complete, and commented line by line."""

from pathlib import Path

from bk_gis.errors import InputError
from bk_gis.io.whole import whole_file

_SAMPLE = Path(__file__).parent / "sample"
_FILES = (
    "plan.toml",
    "communes.geojson",
    "clusters.csv",
    "place_names.csv",
)  # in which order to fill them in


def write_starter(folder: str | Path) -> list[Path]:
    """
    Write a small plan folder that works, to be filled in for another province.

    Parameters
    ----------
    folder
        Folder to make; it may be there if it is empty.

    Returns
    -------
    list of pathlib.Path
        The files, in the order in which to fill them in.

    Raises
    ------
    InputError
        The folder is not empty, or is a file.
    """
    folder = Path(folder)
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise InputError(f"{folder} is not empty; expected a new folder, so that nothing is written over")
    folder.mkdir(parents=True, exist_ok=True)
    for name in _FILES:
        with whole_file(folder / name) as part:
            part.write_bytes((_SAMPLE / name).read_bytes())
    return [folder / name for name in _FILES]
