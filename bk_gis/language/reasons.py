"""Reasons as values: a key of words.toml and what fills its places. They are said where they are shown."""

from collections.abc import Sequence
from functools import reduce
from typing import Any, NamedTuple

from bk_gis.language.formats import listing, number
from bk_gis.language.words import Lang, say


class Reason(NamedTuple):
    """
    A sentence in no language yet.

    Its values are texts, which stay as they are (names of places, years); numbers, which are written in the
    form of the language; other reasons; and tuples of these, which are listed.
    """

    key: str
    values: tuple[tuple[str, Any], ...] = ()


def reason(key: str, **values: object) -> Reason:
    """Give the reason of a key, `section.key` of words.toml."""
    return Reason(key, tuple(values.items()))


def together(reasons: Sequence[Reason | None]) -> Reason | None:
    """Put one reason behind the other; None for none."""
    return reduce(_both, reasons, None)


def _both(first: Reason | None, second: Reason | None) -> Reason | None:
    if first is None or second is None:
        return first or second
    return reason("list.clauses", first=first, second=second)


def in_words(value: Any, lang: Lang) -> str:
    """Say a reason, or any value of one, in a language; nothing for None."""
    if isinstance(value, str):
        return value
    if isinstance(value, Reason):
        return say(value.key, lang, **{name: in_words(part, lang) for name, part in value.values})
    if isinstance(value, tuple):
        return listing([in_words(part, lang) for part in value], lang)
    if isinstance(value, int | float):
        return number(value, lang)
    return ""
