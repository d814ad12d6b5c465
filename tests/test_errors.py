"""One tree of errors, each also of the builtin kind that fits."""

import copy
import inspect
import pickle

import pandas as pd
import pytest
from failures import raises

import bk_gis
from bk_gis.errors import (
    BkGisError,
    CrsError,
    Fault,
    InputError,
    MissingFileError,
    Problem,
    Text,
    in_asked_language,
)

BOTH = Text("để trống", "is empty")


@pytest.mark.parametrize(
    ("row", "column", "text"),
    [
        (3, "id", "a.csv, row 3, column id: is empty"),
        (None, "id", "a.csv, column id: is empty"),
        (3, None, "a.csv, row 3: is empty"),
        (None, None, "a.csv: is empty"),
    ],
)
def test_a_problem_reads_from_the_file_to_the_fault(row, column, text):
    assert Problem("a.csv", row, column, BOTH).text.en == text


def test_an_input_error_lists_every_problem():
    problems = [Problem("a.csv", i, None, BOTH) for i in (2, 3)]
    error = InputError(problems)
    assert error.problems == tuple(problems)
    assert error.en == "2 problems:\n  a.csv, row 2: is empty\n  a.csv, row 3: is empty"


@pytest.mark.parametrize(("count", "said"), [(200, 200), (201, 20)])
def test_of_very_many_problems_of_a_column_some_are_said_and_all_are_there(count, said):
    problems = [Problem("a.csv", i, "x", BOTH) for i in range(count)]
    error = InputError([*problems, Problem("a.csv", 2, "y", BOTH)], Text("mới đọc", "read so far"))
    assert len(error.problems) == count + 1
    assert error.en.count("column x: is empty") == said
    assert "column y: is empty" in error.en
    assert ("\n  a.csv, column x: and 181 more rows like this" in error.en) == (said == 20)
    assert ("\n  a.csv, cột x: và 181 dòng nữa như vậy" in error.vi) == (said == 20)
    assert (error.vi.splitlines()[-1], error.en.splitlines()[-1]) == ("  mới đọc", "  read so far")
    assert pickle.loads(pickle.dumps(error)).en == error.en  # noqa: S301 - our own


def test_one_problem_is_singular():
    assert InputError([Problem("a.csv", 2, None, BOTH)]).en.startswith("1 problem:\n")


def test_an_input_error_may_be_one_sentence():
    error = InputError(BOTH)
    assert (error.vi, error.en) == BOTH
    assert error.problems == ()


@pytest.mark.parametrize(
    ("error", "builtin"),
    [(InputError, ValueError), (CrsError, ValueError), (MissingFileError, FileNotFoundError)],
)
def test_every_error_is_caught_as_ours_and_as_the_builtin(error, builtin):
    assert issubclass(error, BkGisError)
    assert issubclass(error, builtin)
    assert not issubclass(BkGisError, builtin)


@pytest.mark.parametrize("error", [InputError(BOTH), CrsError(BOTH), MissingFileError(BOTH), Fault(BOTH)])
def test_an_error_is_vietnamese_with_the_english_text_beside_it(error):
    assert str(error) == error.text.vi == "để trống"
    assert error.text.en == "is empty"


def test_a_problem_names_its_place_in_both_languages():
    problem = Problem("a.xlsx", 7, "id", BOTH, "B7")
    assert str(problem) == "a.xlsx, ô B7, dòng 7, cột id: để trống"
    assert InputError([problem]).vi == "1 lỗi:\n  a.xlsx, ô B7, dòng 7, cột id: để trống"
    assert InputError([problem]).en == "1 problem:\n  a.xlsx, cell B7, row 7, column id: is empty"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_error_speaks_the_language_that_the_caller_asked_for(lang):
    @in_asked_language
    def refuse(*, lang: str) -> None:
        assert lang
        raise InputError(BOTH)

    with pytest.raises(InputError) as failure:
        refuse(lang=lang)
    assert str(failure.value) == getattr(BOTH, lang)


@pytest.mark.costly
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_error_speaks_the_language_of_the_plan_if_no_other_is_asked_for(lang):
    plan = bk_gis.load_plan(lang=lang)
    with pytest.raises(InputError) as failure:
        plan.communes_as_of(1900)
    assert str(failure.value) == getattr(failure.value, lang)
    with pytest.raises(InputError) as failure:
        bk_gis.check_coverage(plan, by=2015.5)
    assert str(failure.value) == getattr(failure.value, lang)
    with pytest.raises(InputError) as failure:
        bk_gis.phase_map(plan, by=2015, lang="en", basemap="Nowhere")
    assert str(failure.value) == failure.value.en


PUBLIC = {name: getattr(bk_gis, name) for name in bk_gis.__all__ if inspect.isfunction(getattr(bk_gis, name))}


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_function_speaks_the_language_of_its_caller_or_of_the_plan(name):
    assert PUBLIC[name].__wrapped__.__name__ == name, "in_asked_language"


GIVEN = {  # what a function takes, by the names of its parameters without a default
    "records": pd.DataFrame({"xã": ["Nông Hạ"]}),
    "points": pd.DataFrame({"lon": [105.9], "lat": [22.1]}),
    "by": 2020,
    "from_": 2014,
    "to": 2025,
}


@pytest.mark.parametrize("name", [n for n, f in PUBLIC.items() if "lang" in inspect.signature(f).parameters])
@pytest.mark.parametrize("lang", ["fr", "VI", None])
def test_a_language_that_there_is_none_of_is_refused_whatever_is_asked(
    plan, name, lang, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    parameters = inspect.signature(PUBLIC[name]).parameters.values()
    path = "a.pdf" if name == "print_map" else "a.csv"
    given = {p.name: GIVEN.get(p.name, plan) for p in parameters if p.default is p.empty}
    given |= {"path": path} if "path" in given else {}
    with raises(InputError, match="expected vi or en"):
        PUBLIC[name](**given, lang=lang)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("given", [BOTH, [Problem("a.csv", 2, None, BOTH)]])
def test_an_error_survives_the_way_to_another_process(given):
    error = InputError(given)
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301 - our own
        assert (again.vi, again.en, again.problems) == (error.vi, error.en, error.problems)
