"""Examples of docstrings run, and every public function has one."""

import doctest
import importlib
import inspect
import warnings
from pathlib import Path

import pytest

import bk_gis

ROOT = Path(__file__).parents[1]
FUNCTIONS = [name for name in bk_gis.__all__ if inspect.isfunction(getattr(bk_gis, name))]


@pytest.fixture
def _in_a_folder(tmp_path, monkeypatch):
    """Examples read data/ and examples/, and write beside them."""
    for name in ("data", "examples"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)


def examples(thing, name):
    return doctest.DocTestFinder(recurse=inspect.isclass(thing)).find(thing, name, globs={})


@pytest.mark.costly
@pytest.mark.usefixtures("_in_a_folder")
@pytest.mark.parametrize("name", ["", *FUNCTIONS, "Plan"])
def test_examples_run_and_give_what_they_say(name, capsys):
    thing = getattr(bk_gis, name) if name else importlib.import_module("bk_gis")
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for test in examples(thing, name or "bk_gis"):
            runner.run(test)
    assert runner.failures == 0, capsys.readouterr().out
    assert runner.tries > 1
