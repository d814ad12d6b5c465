"""Words of both languages: each says the same in both, and each is used."""

import ast
import re
import string
import unicodedata
from pathlib import Path

import pytest

import bk_gis
from bk_gis.language.words import words

PACKAGE = Path(bk_gis.__file__).parent
KEYS = {f"{section}.{name}": both for section, names in words().items() for name, both in names.items()}
SECTIONS = "|".join(words())
SCRIPTS = "\n".join(p.read_text(encoding="utf-8") for p in (PACKAGE / "maps/page").rglob("*.js"))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_are_there_with_the_same_places_to_fill(key: str) -> None:
    both = KEYS[key]
    assert list(both) == ["vi", "en"]
    assert all(both.values())
    assert places(both["vi"]) == places(both["en"])
    assert all(unicodedata.is_normalized("NFC", text) for text in both.values())
    assert both["vi"].count(" | ") == both["en"].count(" | ")


def constants() -> tuple[set[str], set[str]]:
    """Every text in the code, and what the f-strings begin with."""
    texts, beginnings = set(), set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                beginnings.add(str(node.values[0].value))
    return texts, beginnings


TEXTS, BEGINNINGS = constants()


def test_every_word_is_used() -> None:
    """By its key, by a key that the code puts together (a whole section), or by a script of the page."""
    whole = {begin.partition(".")[0] for begin in BEGINNINGS if begin.endswith(".")}
    unused = {
        key
        for key in KEYS
        if key not in TEXTS and key.partition(".")[0] not in whole and not said_by_a_script(key)
    }
    assert not unused, unused


def said_by_a_script(key: str) -> bool:
    section, _, name = key.partition(".")
    if section != "page":
        return False
    first, _, rest = name.partition(" ")
    put_together = rf"`{first} \$|\}} {re.escape(rest)}`" if rest else "$^"
    return bool(re.search(rf"""["'`]{re.escape(name)}["'`]|\.{re.escape(name)}\b|{put_together}""", SCRIPTS))


def test_every_word_that_the_code_says_is_there() -> None:
    said = {text for text in TEXTS if re.fullmatch(rf"(?:{SECTIONS})\.[a-z][a-z ]*[a-z]", text)}
    said = {text for text in said if not text.endswith((".geojson", ".js", ".css"))}
    assert said <= KEYS.keys(), said - KEYS.keys()
