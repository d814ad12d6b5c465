"""Files of changes: what is read and written again is the same to the byte, and what is odd is refused."""

import datetime as dt
import tomllib

import pytest
from failures import english, raises
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

import bk_gis
from bk_gis.plan.changes import Scenario, change_records, changes_text

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
PHASES = st.from_regex(r"[A-Za-z0-9]{1,4}(-[0-9]{1,4})?", fullmatch=True)
HECTARES = st.one_of(st.just(0.0), st.floats(0.0001, 1e6), st.integers(1, 10**6))
ONE = st.fixed_dictionaries(
    {"cluster": TEXTS},
    optional={
        "add": st.booleans(),
        "drop": st.booleans(),
        "move": st.lists(PHASES, min_size=2, max_size=2, unique=True).map(
            lambda two: dict(zip(("from", "to"), two, strict=True))
        ),
        "hectares": st.dictionaries(PHASES, HECTARES, max_size=3),
        **dict.fromkeys(("name", "commune", "location", "district", "reason", "decision", "source"), TEXTS),
        "date": st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31)),
    },
)
FILES = st.fixed_dictionaries(
    {"changes": st.lists(ONE, min_size=1, max_size=3)},
    optional={
        **dict.fromkeys(("plan", "decision", "source"), TEXTS),
        "title": st.one_of(TEXTS, st.fixed_dictionaries({"vi": TEXTS, "en": TEXTS})),
    },
)


def made(content):
    try:
        return Scenario.model_validate(content)
    except ValidationError:  # a text of nothing that can be seen, a year beyond 2200
        return None


@given(FILES)
@example({"changes": [{"cluster": '"\\\n\t\r\x00\x1b\x7f\x85\u2028\u202e\ufeff</script>'}]})
@example({"changes": [{"cluster": "1", "hectares": {"b": 0.0001, "a": 1e6, "10": 1 / 3, "9": -0.0}}]})
def test_what_is_written_is_read_as_the_same_and_written_the_same(content):
    first = made(content)
    if first is not None:
        text = changes_text(first)
        again = Scenario.model_validate(tomllib.loads(text))
        assert again == first
        assert changes_text(again) == text
        assert "\r" not in text


def test_a_file_is_written_as_the_docs_say(tmp_path):
    content = {
        "title": "Thử",
        "changes": [
            {
                "reason": "vì\nsao",
                "hectares": {"2021-2025": 20.0, "2016-2020": 12.5},
                "cluster": "4",
                "move": {"to": "b", "from": "a"},
                "add": False,
            },
            {"cluster": "5", "drop": True},
        ],
    }
    bk_gis.write_changes(Scenario.model_validate(content), tmp_path / "changes.toml")
    assert (tmp_path / "changes.toml").read_bytes().decode() == (
        'title = "Thử"\n\n'
        '[[changes]]\ncluster = "4"\nmove = { from = "a", to = "b" }\n'
        'hectares = { "2016-2020" = 12.5, "2021-2025" = 20 }\nreason = "vì\\nsao"\n\n'
        '[[changes]]\ncluster = "5"\ndrop = true\n'
    )
    assert change_records(bk_gis.read_changes(tmp_path / "changes.toml"))[0] == {
        "cluster": "4",
        "move": {"from": "a", "to": "b"},
        "hectares": {"2016-2020": 12.5, "2021-2025": 20},
        "reason": "vì\nsao",
    }


@pytest.mark.parametrize(
    "number",
    ["-1", "1e308", "nan", "inf", "-inf", '"12"', '"١٢"', "true", "0.00001", "1000001", "[1]", "2024-01-01"],
)
def test_a_number_that_is_no_area_is_refused_where_it_stands(tmp_path, number):
    path = tmp_path / "changes.toml"
    path.write_text(f'[[changes]]\ncluster = "4"\nhectares = {{ "2016-2020" = {number} }}\n', "utf-8")
    with pytest.raises(bk_gis.InputError) as failure:
        bk_gis.read_changes(path)
    (problem,) = failure.value.problems
    assert (problem.row, problem.column) == (3, "changes[1].hectares.2016-2020")
    assert "expected" in english(problem.message)


@pytest.mark.parametrize("number", ["12,5,5", "12,5", "١٢", "0x", "1_", "--1"])
def test_what_is_no_number_of_toml_is_refused_with_its_line(tmp_path, number):
    path = tmp_path / "changes.toml"
    path.write_text(f'[[changes]]\ncluster = "4"\nhectares = {{ "2016-2020" = {number} }}\n', "utf-8")
    with raises(bk_gis.InputError, match="line 3"):
        bk_gis.read_changes(path)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ('reason = " \\u200b"', "changes[1].reason"),
        ('name = ""', "changes[1].name"),
        ("commune = 1864", "changes[1].commune"),
        ("drop = 1", "changes[1].drop"),
        ('add = "true"', "changes[1].add"),
        ('date = "2027-03-01"', "changes[1].date"),
        ("date = 2027-03-01T00:00:00", "changes[1].date"),
        ('move = { from = "a", to = "a" }', "changes[1].move"),
        ('hectares = { "2040/45" = 1 }', "changes[1].hectares.2040/45.[key]"),
        ('hectares = { "__proto__" = 1 }', "changes[1].hectares.__proto__.[key]"),
    ],
)
def test_a_value_of_another_kind_is_refused_where_it_stands(tmp_path, text, column):
    path = tmp_path / "changes.toml"
    path.write_text(f'[[changes]]\ncluster = "4"\n{text}\n', "utf-8")
    with pytest.raises(bk_gis.InputError) as failure:
        bk_gis.read_changes(path)
    assert [(problem.row, problem.column) for problem in failure.value.problems] == [(3, column)]
    assert english(failure.value)


def test_a_change_is_told_by_its_line_and_a_setting_of_the_file_too(tmp_path):
    path = tmp_path / "changes.toml"
    lines = ["date = 2", "", "[[changes]] # a", 'cluster = "1"', "", "  [[ changes ]]", "drop = true"]
    path.write_text("\n".join([*lines, "[[changes]]", 'name="a"', ""]), "utf-8")
    with pytest.raises(bk_gis.InputError) as failure:
        bk_gis.read_changes(path)
    found = {problem.column: problem.row for problem in failure.value.problems}
    assert found == {"date": 1, "changes[2].cluster": 6, "changes[3].cluster": 8}


def test_no_line_is_told_where_a_text_may_hold_what_looks_like_one(tmp_path):
    path = tmp_path / "changes.toml"
    path.write_text('source = """\n[[changes]]\n"""\n[[changes]]\nname = "a"\n', "utf-8")
    with pytest.raises(bk_gis.InputError) as failure:
        bk_gis.read_changes(path)
    assert [problem.row for problem in failure.value.problems] == [None]
