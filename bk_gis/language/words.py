"""The words of both languages: words.toml, by section and key."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from bk_gis.errors import InputError

Lang = Literal["vi", "en"]


def require_language(lang: str) -> None:
    """Refuse a language that there are no words of."""
    if lang not in ("vi", "en"):
        raise InputError(f"there is no language '{lang}'; expected vi or en")


@cache
def words() -> Mapping[str, Mapping[str, Mapping[Lang, str]]]:
    """Read words.toml: sections, keys, languages."""
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


@cache
def _text(key: str, lang: Lang) -> str:
    section, _, name = key.partition(".")
    return words()[section][name][lang]


def say(key: str, lang: Lang, **values: object) -> str:
    """Say `section.key` in a language; `values` fill its places."""
    text = _text(key, lang)
    return text.format(**values) if values else text


def heads(key: str, lang: Lang, **values: object) -> list[str]:
    """Say the heads of a table's columns, which stand in one text."""
    return say(key, lang, **values).split(" | ")
