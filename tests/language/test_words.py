"""Words of both languages: each says the same in both, and each is used."""

import ast
import re
import string
import tomllib
import unicodedata
from pathlib import Path

import pytest
from failures import raises
from hypothesis import given
from hypothesis import strategies as st

import bk_gis
from bk_gis.errors import InputError, Text
from bk_gis.language.words import both, clause_words, listing, require_language, say, sections, words

PACKAGE = Path(bk_gis.__file__).parent
KEYS = {f"{section}.{name}": said for section in sections() for name, said in words(section).items()}
SECTIONS = "|".join(sections())
SCRIPTS = "\n".join(p.read_text(encoding="utf-8") for p in (PACKAGE / "maps/page").rglob("*.js"))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_are_there_with_the_same_places_to_fill() -> None:
    assert [key for key, said in KEYS.items() if list(said) != ["vi", "en"] or not all(said.values())] == []
    assert [key for key, said in KEYS.items() if places(said["vi"]) != places(said["en"])] == []
    assert [key for key, said in KEYS.items() if said["vi"].count(" | ") != said["en"].count(" | ")] == []
    texts = [text for said in KEYS.values() for text in said.values()]
    assert [text for text in texts if not unicodedata.is_normalized("NFC", text)] == []


def test_sections_are_read_one_by_one_as_in_the_whole_file() -> None:
    whole = tomllib.loads((PACKAGE / "language/words.toml").read_text(encoding="utf-8"))
    assert {section: words(section) for section in sections()} == whole


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
DRAWN = ("map", "page", "sheet", "trial")  # sections whose keys are said without their section
PUT_TOGETHER = tuple(begin for begin in BEGINNINGS if re.match(rf"(?:{SECTIONS})\.", begin))
CODE = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
READ = re.findall(r'(?:words|_told)\("(\w+)"', CODE)
WHOLE = tuple(f"{name}." for name in sections() if name not in DRAWN and name in READ)


# What only those say who wrote the program, or a map of their own.
JARGON = {
    "vi": r"độ phủ|dataframe|tuple|boolean|regex|parse|GDAL báo",
    "en": r"coverage|vintage|horizon|dataframe|tuple|boolean|regex|pars(e|ing)",
}
SAID_TO_PLANNERS = [
    key
    for key in KEYS
    if re.match(r"(fault_|cli|start|help_|call|check|folder|annex|coverage|report|comparison|workbook)", key)
    and key
    not in {"fault_io.no frame", "fault_places.no communes", "fault_places.no points"}  # of Python alone
]


def test_what_is_said_to_planners_is_short_and_has_no_jargon() -> None:
    said = [
        (lang, re.sub(r"bk-gis \S+|\{\w+\}|`[^`]*`", "", text))
        for key in SAID_TO_PLANNERS
        for lang, text in KEYS[key].items()
    ]
    assert [text for lang, text in said if re.search(JARGON[lang], text, re.IGNORECASE)] == []
    texts = [text for key in SAID_TO_PLANNERS for text in KEYS[key].values()]
    assert [text for text in texts if len(text) >= 260 and "\n" not in text] == []


def test_every_word_is_used() -> None:
    """By its key, by one that the code puts together, in a section read as a whole, or on page or sheet."""
    unused = {
        key
        for key in KEYS
        if key not in TEXTS and not key.startswith(PUT_TOGETHER + WHOLE) and not is_drawn(*key.split(".", 1))
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


SAYING = re.compile(
    r"(?:Input|Crs|MissingFile|Write|BkGis|Value)Error|\w+Warning|Fault|Problem|file_error|problem|unsaved|say|note|warn|working|progressing|echo"
    "|Option|Argument|Typer"
)
SENTENCE = re.compile(r"[^\W\d_]{2,} [^\W\d_]")
NAMES = {key.partition(".")[2] for key in KEYS}


def said_in_one_language(code: str) -> list[str]:
    """The sentences among what is given to errors, warnings, notes and help, beside keys of words."""
    given = [
        (call.lineno, one)
        for call in ast.walk(ast.parse(code))
        if isinstance(call, ast.Call)
        and SAYING.fullmatch(getattr(call.func, "id", getattr(call.func, "attr", "")))
        for one in (*call.args, *(keyword.value for keyword in call.keywords))
        if not isinstance(one, ast.Call)
    ]
    known = KEYS.keys() | NAMES
    return sorted(
        f"{line}: {part.value}"
        for line, one in given
        for part in ast.walk(one)
        if isinstance(part, ast.Constant) and SENTENCE.search(str(part.value))
        if part.value not in known
        and not any(name.endswith(str(part.value)) for name in NAMES)  # f"{level} and cluster"
    )


def test_nothing_is_said_in_one_language_only() -> None:
    said = {path: said_in_one_language(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")}
    assert {path: texts for path, texts in said.items() if texts} == {}, "take both(...) of words.toml"


def test_a_sentence_in_one_language_is_found_wherever_it_is_said():
    code = """
raise InputError(f"there is no {name}")
raise Fault("is empty; " + more)
problems.append(Problem("a.csv", 3, None, "có hai dòng" if twice else ""))
say(f"{count} rows, " "all of them")
typer.Option("--to", help="Year of the boundaries")
raise InputError(both("fault_io.no column", name=name))
Problem("plan.toml", None, f"targets[{number}].names", message)
"""
    assert [line.partition(":")[0] for line in said_in_one_language(code)] == ["2", "3", "4", "5", "6"]


def test_a_sentence_is_said_with_its_values():
    assert say("measure.hectares", "en") == "hectares"
    assert say("measure.hectares", "vi") == "diện tích (ha)"
    assert say("list.last", "en", first="a", last="{b}") == "a and {b}"


def test_a_key_that_is_not_there_is_no_sentence():
    with pytest.raises(KeyError):
        say("measure.nothing", "vi")


@pytest.mark.parametrize("lang", ["fr", "", "VI"])
def test_a_language_without_words_is_refused_with_those_there_are(lang):
    with raises(InputError, match="expected vi or en"):
        require_language(lang)


def test_both_languages_of_a_message_are_filled_with_the_same_values_each_in_its_form():
    text = both("list.last", first=["a", 1.5], last=InputError(Text("một", "one")))
    assert text == Text("a, 1,5 và một", "a, 1.5 and one")


def test_a_list_ends_in_and():
    assert listing([], "vi") == ""
    assert listing(["a"], "en") == "a"
    assert (listing(["a", "b", "c"], "vi"), listing(["a", "b"], "en")) == ("a, b và c", "a and b")


def test_a_place_in_the_annex_is_named_in_either_language():
    assert (clause_words("annex II", "vi"), clause_words("annex II", "en")) == ("phụ lục II", "annex II")
    assert clause_words("6.4.c", "vi") == "6.4.c"


@pytest.mark.costly
@given(st.lists(st.text("abcăđ", min_size=1), max_size=6))
def test_a_list_names_all_in_their_order(names):
    assert listing(names, "en").replace(" and ", ", ") == ", ".join(names)
