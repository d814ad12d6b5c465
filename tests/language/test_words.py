"""Words of both languages: each says the same in both, and each is used."""

import ast
import re
import string
import unicodedata
from pathlib import Path

import pytest

import bk_gis
from bk_gis.errors import InputError
from bk_gis.language.words import require_language, say, words

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


def constants() -> tuple[set[str], set[str], set[str]]:
    """Every text in the code, and what the f-strings begin and end with."""
    texts, beginnings, ends = set(), set(), set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                for part, found in ((node.values[0], beginnings), (node.values[-1], ends)):
                    if isinstance(part, ast.Constant):
                        found.add(str(part.value))
    return texts, beginnings, ends


TEXTS, BEGINNINGS, ENDS = constants()
WHOLE = {begin.partition(".")[0] for begin in BEGINNINGS if begin.endswith(".")}
DRAWN = ("map", "page", "sheet")  # sections whose keys are said without their section


def test_every_word_is_used() -> None:
    """By its key, by one that the code puts together (of a whole section), or on the page or the sheet."""
    unused = {
        key
        for key in KEYS
        if key not in TEXTS and key.partition(".")[0] not in WHOLE and not is_drawn(*key.split(".", 1))
    }
    assert not unused, unused


def is_drawn(section: str, name: str) -> bool:
    first, _, rest = name.partition(" ")
    put_together = rf"`{first} \$|\}} {re.escape(rest)}`" if rest else "$^"
    in_script = re.search(rf"""["'`]{re.escape(name)}["'`]|\.{re.escape(name)}\b|{put_together}""", SCRIPTS)
    return section in DRAWN and (name in TEXTS or f" {rest}" in ENDS | TEXTS or bool(in_script))


def test_every_word_that_the_code_says_is_there() -> None:
    said = {text for text in TEXTS if re.fullmatch(rf"(?:{SECTIONS})\.[a-z][a-z ]*[a-z]", text)}
    said = {text for text in said if not text.endswith((".css", ".geojson", ".html", ".js", ".png"))}
    assert said <= KEYS.keys(), said - KEYS.keys()


def test_a_sentence_is_said_with_its_values():
    assert say("measure.hectares", "en") == "hectares"
    assert say("measure.hectares", "vi") == "diện tích (ha)"
    assert say("list.last", "en", first="a", last="{b}") == "a and {b}"


def test_a_key_that_is_not_there_is_no_sentence():
    with pytest.raises(KeyError):
        say("measure.nothing", "vi")


@pytest.mark.parametrize("lang", ["fr", "", "VI"])
def test_a_language_without_words_is_refused_with_those_there_are(lang):
    with pytest.raises(InputError, match="expected vi or en"):
        require_language(lang)
