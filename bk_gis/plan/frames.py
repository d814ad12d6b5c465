"""The frames of a plan: whoever asks for one gets a copy, so that nothing changes a plan behind its back."""

from collections.abc import Callable
from typing import Any, TypeVar

import pandas as pd

_Class = TypeVar("_Class")


def keeping(*names: str) -> Callable[[type[_Class]], type[_Class]]:
    """Let a frozen dataclass keep frames to itself."""

    def with_kept(kind: type[_Class]) -> type[_Class]:
        for name in names:
            setattr(kind, name, _Kept(name))
        return kind

    return with_kept


class _Kept:
    """A frame of which copies come in and go out; whole ones, since arrays can be written to past pandas."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __set__(self, holder: object, frame: pd.DataFrame) -> None:
        vars(holder)[self._name] = frame.copy()

    def __get__(self, holder: object, owner: type | None = None) -> Any:
        return self if holder is None else vars(holder)[self._name].copy()


def alike(one: Any, other: Any) -> bool:
    """Whether two values say the same: frames cell by cell, whatever their columns' order."""
    if not isinstance(one, pd.DataFrame) or not isinstance(other, pd.DataFrame):
        return bool(one == other)
    columns = sorted(one.columns)
    return columns == sorted(other.columns) and one[columns].equals(other[columns])
