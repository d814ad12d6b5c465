"""plan.toml as text and as TOML: what is wrong with it, and what can be known of one that is wrong."""

import re
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bk_gis.errors import InputError, Problem
from bk_gis.plan.communes.source import CommunesFile

# Pydantic's words for what people get wrong most, in ours.
_MESSAGES = {
    "missing": "is missing; expected a value",
    "extra_forbidden": "is not known here; expected a setting of docs/plan-folder.md, spelt as there",
    "too_short": "is empty; expected at least one",
}
_MISTYPED = (
    (re.compile("[“”„‘’]"), 'expected straight quotes: "..."'),
    (re.compile(r"=\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"), "expected a date as year-month-day: 2021-03-10"),
)


def read_toml(path: Path, problems: list[Problem]) -> dict[str, Any] | None:
    """Read a TOML file; None where it cannot be read, which is added to `problems`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return tomllib.loads(text)
    except FileNotFoundError:
        message = f"there is no such file in {path.parent}"
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8"
    except tomllib.TOMLDecodeError as error:
        message = f"is not readable TOML: {error}{_mistyped(text, str(error))}"
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


def faults(error: ValidationError) -> list[tuple[str, str]]:
    """Say where and how values are not as plan.toml has to have them, in our words."""
    found = []
    for fault in error.errors():
        where = "".join(f"[{p + 1}]" if isinstance(p, int) else f".{p}" for p in fault["loc"])
        given = fault["input"]
        shown = f"; found {given!r}" if isinstance(given, str | int | float) else ""
        message = _MESSAGES.get(fault["type"], fault["msg"][0].lower() + fault["msg"][1:])
        found.append((where.removeprefix("."), f"{message}{shown}"))
    return found


def phase_ids(content: Mapping[str, Any] | None) -> list[str] | None:
    """Find the phases to check the clusters by, also where other values are wrong; None for none."""
    phases = (content or {}).get("phases")
    if not isinstance(phases, list):
        return None
    found = [phase.get("id") for phase in phases if isinstance(phase, dict)]
    return [name for name in found if isinstance(name, str)] or None


def names_districts(content: Mapping[str, Any] | None) -> bool:
    """Say whether plan.toml speaks of districts, in sub-regions, in targets or as what a rule covers."""
    tables = [
        table
        for name in ("subregions", "targets")
        if isinstance(tables := (content or {}).get(name), list)
        for table in tables
        if isinstance(table, dict)
    ]
    return any({"districts", "district"} & set(table) or table.get("every") == "district" for table in tables)


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
    """
    Take settings of `[communes]` that were given otherwise than by plan.toml.

    Raises
    ------
    InputError
        The encoding or the CRS is unknown.
    """
    try:
        return CommunesFile.model_validate(
            {key: value for key, value in settings.items() if value is not None}
        )
    except ValidationError as error:
        raise InputError("; ".join(f"{where}: {message}" for where, message in faults(error))) from None
