"""One tree of errors, each also of the builtin kind that fits."""

import pytest

from bk_gis.errors import BkGisError, CrsError, InputError, MissingFileError, Problem


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem("a.csv", 3, "id", "is empty"), "a.csv, row 3, column id: is empty"),
        (Problem("a.csv", None, "id", "is missing"), "a.csv, column id: is missing"),
        (Problem("a.csv", 3, None, "is short"), "a.csv, row 3: is short"),
        (Problem("a.csv", None, None, "is not there"), "a.csv: is not there"),
    ],
)
def test_a_problem_reads_from_the_file_to_the_fault(problem, text):
    assert str(problem) == text


def test_an_input_error_lists_every_problem():
    problems = [Problem("a.csv", i, None, "is short") for i in (2, 3)]
    error = InputError(problems)
    assert error.problems == tuple(problems)
    assert str(error) == "2 problems:\n  a.csv, row 2: is short\n  a.csv, row 3: is short"


def test_one_problem_is_singular():
    assert str(InputError([Problem("a.csv", 2, None, "is short")])).startswith("1 problem:\n")


def test_an_input_error_may_be_one_sentence():
    error = InputError("there is no level 'x'")
    assert str(error) == "there is no level 'x'"
    assert error.problems == ()


@pytest.mark.parametrize(
    ("error", "builtin"),
    [(InputError, ValueError), (CrsError, ValueError), (MissingFileError, FileNotFoundError)],
)
def test_every_error_is_caught_as_ours_and_as_the_builtin(error, builtin):
    assert issubclass(error, BkGisError)
    assert issubclass(error, builtin)
    assert not issubclass(BkGisError, builtin)
