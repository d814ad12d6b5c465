"""Reasons as values: a key of words.toml and what fills its places. They are said where they are shown."""

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Any, NamedTuple

from bk_gis.errors import Lang, Text
from bk_gis.language.formats import number
from bk_gis.language.words import listing, say

MOST_LISTED = 30  # units without a cluster; area.most_marked of maps/symbols.json is the same
_FIRST = 8


class Reason(NamedTuple):
    """
    A sentence in no language yet.

    Its values are texts, which stay as they are (names of places, years); numbers, which are written in the
    form of the language; texts in both languages; other reasons; and tuples of these, which are listed.
    """

    key: str
    values: tuple[tuple[str, Any], ...] = ()


def reason(key: str, **values: object) -> Reason:
    """Give the reason of a key, `section.key` of words.toml."""
    return Reason(key, tuple(values.items()))


def together(parts: Iterable[Any], *, by: str = "list.clauses") -> Any:
    """Put one part behind the other, by default as clauses of a sentence; None for none."""
    there = [part for part in parts if part is not None]
    return reduce(lambda first, second: reason(by, first=first, second=second), there) if there else None


def some_of(names: Sequence[Any], *, most: int = 10) -> tuple[Any, ...]:
    """List names of clusters, so many at most, and say how many more there are."""
    more = len(names) - most
    if more <= 0:
        return tuple(names)
    return (*names[:most], reason("list.one other" if more == 1 else "list.others", count=more))


def first_of(units: Sequence[Any]) -> tuple[Any, ...]:
    """List names of units; of more than can be read through the first, and how many more there are."""
    if len(units) <= MOST_LISTED:
        return tuple(units)
    return (*units[:_FIRST], reason("list.more", count=len(units) - _FIRST))


def in_both(value: Any) -> Text:
    """Say a reason in both languages."""
    return Text(in_words(value, "vi"), in_words(value, "en"))


def in_words(value: Any, lang: Lang) -> str:
    """Say a reason, or any value of one, in a language; nothing for None."""
    if isinstance(value, str):
        return value
    if isinstance(value, Reason):
        return say(value.key, lang, **{name: in_words(part, lang) for name, part in value.values})
    if isinstance(value, Text):
        return str(getattr(value, lang))
    if isinstance(value, tuple):
        return listing([in_words(part, lang) for part in value], lang)
    if isinstance(value, int | float):
        return number(value, lang)
    return ""
