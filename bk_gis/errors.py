"""Errors: one small tree; every class also derives from the builtin that fits, and speaks two languages."""

import functools
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, ParamSpec, TypeVar

Lang = Literal["vi", "en"]
_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")
_MANY, _SOME = 200, 20  # problems of one column of a file: with more than the one only some are said
_WHERE = {"vi": ("ô", "dòng", "cột"), "en": ("cell", "row", "column")}


class Text(NamedTuple):
    """What is said to a person, ready in both languages."""

    vi: str
    en: str

    def __str__(self) -> str:
        """Say it in Vietnamese."""
        return self.vi


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with an input: where it is, what is wrong, what was expected."""

    file: str
    row: int | None  # as a spreadsheet counts: the header is row 1
    column: str | None
    message: Text
    cell: str | None = None  # in Excel, such as B7

    @property
    def text(self) -> Text:
        """Both texts: `file, row 3, column x: message`."""
        return Text(self._line("vi", self.message.vi), self._line("en", self.message.en))

    def _line(self, lang: str, message: str) -> str:
        places = zip(_WHERE[lang], (self.cell, self.row, self.column), strict=True)
        return (
            ", ".join([self.file, *(f"{word} {at}" for word, at in places if at is not None)])
            + f": {message}"
        )

    def __str__(self) -> str:
        """Say it in Vietnamese."""
        return self.text.vi


class Fault(ValueError):  # noqa: N818 - it is not the error yet, only what it will say
    """What is wrong with one value; whoever knows its row makes a `Problem` of it."""

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        """Say it in Vietnamese."""
        return self.text.vi


class BkGisError(Exception):
    """Base of every error that bk_gis raises on purpose. `vi` and `en` are its texts; `lang` is str()'s."""

    lang: Lang = "vi"

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text

    @property
    def vi(self) -> str:
        """The Vietnamese text."""
        return self.text.vi

    @property
    def en(self) -> str:
        """The English text."""
        return self.text.en

    def __str__(self) -> str:
        """Say it in the language that the caller asked for, else in Vietnamese."""
        return self.en if self.lang == "en" else self.vi


class InputError(BkGisError, ValueError):
    """
    An input is not what it has to be. `problems` lists everything that is wrong with it.

    The text says some of hundreds of one column, and `unread`, where only a part of the file was read.
    """

    def __init__(self, problems: Sequence[Problem] | Text, unread: Text | None = None) -> None:
        if isinstance(problems, Text):
            self.problems: tuple[Problem, ...] = ()
            super().__init__(problems)
            return
        self.problems = tuple(problems)
        count, lines = len(self.problems), [*_said(self.problems), *([unread] if unread else [])]
        super().__init__(
            Text(
                "\n  ".join([f"{_dotted(count)} lỗi:", *(line.vi for line in lines)]),
                "\n  ".join([f"{count:,} problem{'s' if count > 1 else ''}:", *(line.en for line in lines)]),
            )
        )
        self.args = (self.problems, unread)  # of which a copy is made, in another process too


def _dotted(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def _said(problems: Sequence[Problem]) -> list[Text]:
    """Say each problem; of very many in one column of a file the first, and how many more there are."""
    counts = Counter((problem.file, problem.column) for problem in problems)
    seen, said = Counter[tuple[str, str | None]](), []
    for problem in problems:
        where = (problem.file, problem.column)
        seen[where] += 1
        if counts[where] <= _MANY or seen[where] <= _SOME:
            said.append(problem.text)
    for (file, column), count in counts.items():
        if count > _MANY:
            more = Text(
                f"và {_dotted(count - _SOME)} dòng nữa như vậy", f"and {count - _SOME:,} more rows like this"
            )
            said.append(Problem(file, None, column, more).text)
    return said


class CrsError(InputError):
    """A frame has no CRS, or coordinates that its CRS does not allow."""


class MissingFileError(BkGisError, FileNotFoundError):
    """A file or folder that was asked for is not there."""


class WriteError(BkGisError, OSError):
    """A file could not be written: its disk is full, or does not let it."""


class BkGisWarning(UserWarning):
    """Base of what bk_gis warns of: `text` has both languages, str() is Vietnamese unless `lang` is en."""

    def __init__(self, text: Text, lang: Lang = "vi") -> None:
        super().__init__(text.en if lang == "en" else text.vi)
        self.text = text


def in_asked_language(function: Callable[_Given, _Answer]) -> Callable[_Given, _Answer]:
    """Let the errors of a function speak the `lang` that its caller passes, else that of the plan passed."""

    @functools.wraps(function)
    def asked(*args: _Given.args, **given: _Given.kwargs) -> _Answer:
        try:
            return function(*args, **given)
        except BkGisError as error:
            plans = (getattr(value, "lang", None) for value in (*args, *given.values()))
            passed = [lang for lang in (given.get("lang"), *plans) if isinstance(lang, str)]
            error.lang = "en" if passed[:1] == ["en"] else "vi"
            raise

    return asked
