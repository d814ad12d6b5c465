"""Public docstrings are numpydoc's, by its own validation."""

import inspect

import pytest
from numpydoc.validate import validate

import bk_gis

LEFT_OUT = {
    "ES01",  # a summary may say it all
    "PR04",  # types stand in the signature
    "SA01",  # what belongs together is in one list, __all__
}


def public():
    """Functions and classes of the package, and what a class of it has of its own."""
    for name in (name for name in bk_gis.__all__ if not name.isupper()):  # constants have none
        yield name
        thing = getattr(bk_gis, name)
        if inspect.isclass(thing):
            own = {key: value for key, value in vars(thing).items() if not key.startswith("_")}
            kinds = (property, classmethod)
            yield from (
                f"{name}.{k}" for k, v in own.items() if inspect.isfunction(v) or isinstance(v, kinds)
            )


@pytest.mark.parametrize("name", list(public()))
def test_a_docstring_names_every_parameter_and_what_comes_back(name):
    """A class describes its attributes instead, and a method of one line may say all in it."""
    found = validate(f"bk_gis.{name}")
    short = "." in name and "\n" not in found["docstring"]
    left_out = LEFT_OUT | ({"EX01"} if short or found["type"] == "type" else set())
    left_out |= {"PR01"} if found["type"] == "type" else {"PR01", "RT01"} if short else set()
    assert not [f"{code}: {text}" for code, text in found["errors"] if code not in left_out]
