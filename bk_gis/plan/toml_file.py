"""Files of TOML: what is wrong with one, and what can be known of a plan.toml that is wrong."""

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError

from bk_gis.errors import InputError, Problem
from bk_gis.io.whole import require_file
from bk_gis.language.words import both
from bk_gis.plan.communes.source import CommunesFile

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_MISTYPED = (
    (re.compile("[“”„‘’]"), 'expected straight quotes: "..."'),
    (re.compile(r"=\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"), "expected a date as year-month-day: 2021-03-10"),
)


def read_toml(path: Path, problems: list[Problem]) -> dict[str, Any] | None:
    """Read a TOML file; None where it cannot be read, which is added to `problems`."""
    try:
        require_file(path)
        text = path.read_text(encoding="utf-8-sig")
        return tomllib.loads(text)
    except InputError as error:
        problems += error.problems
        return None
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8"
    except tomllib.TOMLDecodeError as error:
        message = f"is not readable TOML: {error}{_mistyped(text, str(error))}"
    except (RecursionError, ValueError):  # of brackets in brackets, and of a number of 5,000 digits
        problems.append(Problem(path.name, None, None, both("fault_file.too deep")))
        return None
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
    problems.append(Problem(path.name, None, None, message))
    return None


def _mistyped(text: str, said: str) -> str:
    """Show the line that the parser stopped at, and what is usually meant there."""
    place = re.search(r"at line (\d+)", said)
    if place is None:
        return ""
    line = text.split("\n")[int(place[1]) - 1].strip()
    hints = [hint for pattern, hint in _MISTYPED if pattern.search(line)]
    return "; ".join([f", {line}", *hints]) if line else ""


def faults(
    error: ValidationError, model: type[BaseModel], file: str, examples: Mapping[str, str] | None = None
) -> list[Problem]:
    """
    Say where and how values are not as a model has to have them.

    Where there is an example of a setting, it says what is expected; else pydantic's words do.
    """
    found, examples = error.errors(), examples or {}
    # A list without one valid item is "too short" as well; that is no fault of its own.
    places = [fault["loc"] for fault in found]
    found = [f for f in found if not any(p[: len(f["loc"])] == f["loc"] != p for p in places)]
    problems = []
    for fault in found:
        place = "".join(f"[{at + 1}]" if isinstance(at, int) else f".{at}" for at in fault["loc"])
        message = _said(fault, _settings(model, fault["loc"][:-1]), examples)
        problems.append(Problem(file, None, place.removeprefix("."), message))
    return problems


def _said(fault: "ErrorDetails", known: Sequence[str], examples: Mapping[str, str]) -> str:
    given, kind = fault["input"], fault["type"]
    shown = isinstance(given, str | int | float)
    if kind == "extra_forbidden":
        return f"is not known here; expected {', '.join(known)}"
    named = [examples[part] for part in map(str, reversed(fault["loc"])) if part in examples]
    expected = f"; expected {named[0]}" if named else ""
    if kind == "missing":
        return f"is missing{expected or '; expected a value'}"
    if given in ("", [], ()):
        return f"is empty{expected or '; expected at least one'}"
    if expected:
        return f"cannot be {repr(given) if shown else 'that'}{expected}"
    return fault["msg"][0].lower() + fault["msg"][1:] + (f"; found {given!r}" if shown else "")


def _settings(model: type[BaseModel], place: Sequence[int | str]) -> list[str]:
    """List the settings of a table, by the way to it; an item of a list is a table too."""
    fields = {field.alias or name: field.annotation for name, field in model.model_fields.items()}
    if len(place) and place[0] in fields:
        kinds = [fields[str(place[0])]]
        for kind in kinds:
            kinds += get_args(kind)
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                return _settings(kind, [part for part in place[1:] if isinstance(part, str)])
    return list(fields)


def phase_ids(content: Mapping[str, Any] | None) -> list[str] | None:
    """Find the phases to check the clusters by, also where other values are wrong; None for none."""
    found = [phase.get("id") for phase in _tables(content, "phases")]
    return [name for name in found if isinstance(name, str)] or None


def names_districts(content: Mapping[str, Any] | None) -> bool:
    """Say whether plan.toml speaks of districts, in sub-regions, in targets or as what a rule covers."""
    tables = _tables(content, "subregions") + _tables(content, "targets")
    return any({"districts", "district"} & set(table) or table.get("every") == "district" for table in tables)


def _tables(content: Mapping[str, Any] | None, name: str) -> list[dict[str, Any]]:
    listed = (content or {}).get(name)
    return [table for table in listed if isinstance(table, dict)] if isinstance(listed, list) else []


def communes_source(content: Mapping[str, Any] | None, sections: Collection[str]) -> CommunesFile | None:
    """
    Find which file holds the communes, also where other values are wrong.

    None where that cannot be known: plan.toml is unreadable, `[communes]` is wrong, or an unknown
    section may be a misspelt one. The default would then bring in faults of a file that is not meant.
    """
    if content is None or ("communes" not in content and set(content) - set(sections)):
        return None
    try:
        return CommunesFile.model_validate(content.get("communes", {}))
    except ValidationError:
        return None


def stated_source(**settings: str | None) -> CommunesFile:
    """Take settings of `[communes]` that were given otherwise than by plan.toml; refuse unknown ones."""
    given = {key: value for key, value in settings.items() if value is not None}
    try:
        return CommunesFile.model_validate(given)
    except ValidationError as error:
        said = [f"{fault.column}: {fault.message}" for fault in faults(error, CommunesFile, "")]
        raise InputError("; ".join(said)) from None
