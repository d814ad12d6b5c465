"""Every word of the page stands in words.toml, in both languages."""

import re
from pathlib import Path

import pytest

import bk_gis
from bk_gis.language.words import words

SOURCES = Path(bk_gis.__file__).parent / "maps" / "page" / "src"
PAGE = {**words("map"), **words("page")}
TRIAL = {**PAGE, **words("trial")}
SAID = re.compile(r'\bsay\([\w.]+, (?:[^",]+ \? "([^"]+)" : )?"([^"]+)"')
PLACES = re.compile(r"\{(\w+)\}")


@pytest.fixture(scope="module")
def source():
    return "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.glob("*.js"))


def test_what_the_page_says_is_in_the_table(source):
    said = {key for found in SAID.findall(source) for key in found if key}
    assert len(said) > 40
    assert said <= PAGE.keys()


def test_the_table_has_no_word_that_the_page_does_not_say(source):
    unsaid = [key for key in PAGE if f'"{key}"' not in source]
    assert all(key.startswith(("placed ", "inset")) or key.endswith(" without") for key in unsaid), unsaid


def test_what_the_mode_for_trying_changes_says_is_in_its_table():
    source = "\n".join(path.read_text(encoding="utf-8") for path in (SOURCES / "trial").glob("*.js"))
    said = {key for found in SAID.findall(source) for key in found if key}
    assert said <= TRIAL.keys()
    assert [key for key in words("trial") if f'"{key}"' not in source] == []


def test_every_way_of_placing_a_cluster_has_words():
    placed = {key.removeprefix("placed ") for key in words("page") if key.startswith("placed ")}
    assert placed == words("method").keys() - {"ambiguous", "unknown", "empty"}


def test_both_languages_say_the_same():
    places = {
        key: [sorted(PLACES.findall(said[lang])) for lang in ("vi", "en")] for key, said in TRIAL.items()
    }
    assert places
    assert {key: (vi, en) for key, (vi, en) in places.items() if vi != en} == {}
