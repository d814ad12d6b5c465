"""Errors: one small tree; every class also derives from the builtin that fits."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong with an input: where it is, what is wrong, what was expected."""

    file: str
    row: int | None  # as a spreadsheet counts: the header is row 1
    column: str | None
    message: str
    cell: str | None = None  # in Excel, such as B7

    def __str__(self) -> str:
        """Render as `file, row 3, column x: message`."""
        place = [self.file]
        if self.cell is not None:
            place.append(f"cell {self.cell}")
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column is not None:
            place.append(f"column {self.column}")
        return f"{', '.join(place)}: {self.message}"


class BkGisError(Exception):
    """Base of every error that bk_gis raises on purpose."""


class InputError(BkGisError, ValueError):
    """An input is not what it has to be. `problems` lists everything that is wrong with it."""

    def __init__(self, problems: Sequence[Problem] | str) -> None:
        self.problems: tuple[Problem, ...] = () if isinstance(problems, str) else tuple(problems)
        if isinstance(problems, str):
            super().__init__(problems)
        else:
            count = len(self.problems)
            head = f"{count} problem{'s' if count > 1 else ''}:"
            super().__init__("\n  ".join([head, *map(str, self.problems)]))


class CrsError(InputError):
    """A frame has no CRS, or coordinates that its CRS does not allow."""


class MissingFileError(BkGisError, FileNotFoundError):
    """A file or folder that was asked for is not there."""
