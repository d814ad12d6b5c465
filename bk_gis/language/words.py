"""The words of both languages: words.toml, by section and key."""

import errno
import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from bk_gis.errors import InputError, Lang, Text
from bk_gis.language.formats import number

_LANGS: tuple[Lang, Lang] = ("vi", "en")


def require_language(lang: str) -> None:
    """Refuse a language that there are no words of."""
    if lang not in ("vi", "en"):
        raise InputError(both("fault_language.unknown", lang=lang))


@cache
def sections() -> Mapping[str, str]:
    """Cut words.toml at its headings: each command needs a few sections, and to read all takes a while."""
    text = (Path(__file__).parent / "words.toml").read_text(encoding="utf-8")
    _, *parts = re.split(r"^\[(\w+)\]$", text, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


@cache
def words(section: str) -> Mapping[str, Mapping[Lang, str]]:
    """Read a section of words.toml: keys, languages."""
    return tomllib.loads(sections()[section])


@cache
def _text(key: str, lang: Lang) -> str:
    section, _, name = key.partition(".")
    return words(section)[name][lang]


def say(key: str, lang: Lang, /, **values: object) -> str:
    """Say `section.key` in a language; `values` fill its places."""
    text = _text(key, lang)
    return text.format(**values) if values else text


def heads(key: str, lang: Lang, /, **values: object) -> list[str]:
    """Say the heads of a table's columns, which stand in one text."""
    return say(key, lang, **values).split(" | ")


def both(key: str, /, **values: object) -> Text:
    """
    Say `section.key` in both languages, as errors carry it.

    Among the values, a Text and what has one (a Fault, an error) are said in each language, an OSError by its
    code, a float is written in its form, and a list is joined with commas.
    """
    vi, en = (say(key, lang, **{name: _value(v, lang) for name, v in values.items()}) for lang in _LANGS)
    return Text(vi, en)


def _value(value: object, lang: Lang) -> object:
    text = getattr(value, "text", value)
    if isinstance(text, Text):
        return getattr(text, lang)
    if isinstance(value, OSError):
        code = errno.errorcode.get(value.errno or 0, str(value))
        return say(f"os.{code if code in words('os') else 'other'}", lang, code=code)
    if isinstance(value, float):
        return number(value, lang)
    if isinstance(value, list | tuple):
        return ", ".join(str(_value(part, lang)) for part in value)
    return value


def clause_words(clause: str, lang: Lang) -> str:
    """Name a clause, or a place in the annex: "6.4.c", "phụ lục II", "phụ lục II (dự thảo)"."""
    for word in ("annex", "draft"):
        clause = clause.replace(word, say(f"audit.{word}", lang))
    return clause


def listing(parts: Sequence[str], lang: Lang) -> str:
    """Join with commas and a final "and"."""
    if len(parts) < 2:
        return "".join(parts)
    return say("list.last", lang, first=", ".join(parts[:-1]), last=parts[-1])
