"""Files of TOML, read and written: what is wrong with one, and what can be known of a wrong plan.toml."""

import datetime as dt
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError

from bk_gis.errors import Fault, InputError, Problem, Text
from bk_gis.io.whole import require_file
from bk_gis.language.words import both
from bk_gis.plan.communes.source import CommunesFile

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_Examples = Mapping[str, Text | str]
_SHOWN = 60  # letters of a value
_HINTS = {
    "once": re.compile("Cannot (overwrite|declare)"),
    "quotes": re.compile("[“”„‘’]"),
    "day": re.compile(r"=\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"),
    "comma": re.compile(r"=\s*-?(?:[\d.]*\d,\d|\d+\.\d+\.\d)"),
}
_NEEDS = {  # by the first word of pydantic's kinds of faults
    **{kind: kind for kind in ("string", "int", "float", "finite", "bool", "date", "tuple", "literal")},
    **dict.fromkeys(("model", "dict", "mapping"), "table"),
    "greater": "least",
    "less": "largest",
    "too": "most",
}


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
        message = both("fault_toml.not utf-8", at=error.start)
    except tomllib.TOMLDecodeError as error:
        message = _mistyped(text, str(error))
    except (RecursionError, ValueError):  # of brackets in brackets, and of a number of 5,000 digits
        message = both("fault_file.too deep")
    except OSError as error:
        message = both("fault_file.unreadable", why=error)
    problems.append(Problem(path.name, None, None, message))
    return None


def _mistyped(text: str, said: str) -> Text:
    """Show the line that the parser stopped at, and what is usually meant there."""
    lines, place = text.rstrip().split("\n"), re.search(r"at line (\d+)", said)
    number = int(place[1]) if place else len(lines)
    shown = lines[number - 1].strip() if number <= len(lines) else ""
    hint = next((name for name, pattern in _HINTS.items() if pattern.search(said + shown)), "usual")
    return both("fault_toml.not readable", line=number, shown=shown, expected=both(f"fault_toml.{hint}"))


def faults(
    error: ValidationError,
    model: type[BaseModel],
    file: str,
    examples: _Examples | None = None,
) -> list[Problem]:
    """
    Say where and how values are not as a model has to have them.

    Where there is an example of a setting, it says what is expected; else its kind does.
    """
    found = error.errors()
    # A list without one valid item is "too short" as well; that is no fault of its own.
    places = [fault["loc"] for fault in found]
    found = [f for f in found if not any(p[: len(f["loc"])] == f["loc"] != p for p in places)]
    problems = []
    for fault in found:
        place = "".join(f"[{at + 1}]" if isinstance(at, int) else f".{at}" for at in fault["loc"])
        message = _said(fault, _settings(model, fault["loc"][:-1]), examples or {})
        problems.append(Problem(file, None, place.removeprefix("."), message))
    return problems


def _said(fault: "ErrorDetails", known: Sequence[str], examples: _Examples) -> Text:
    given, kind, context = fault["input"], fault["type"], fault.get("ctx", {})
    if kind == "extra_forbidden":
        return both("fault_toml.unknown", known=known)
    if isinstance(context.get("error"), Fault):
        return context["error"].text
    expected = next((examples[part] for part in map(str, reversed(fault["loc"])) if part in examples), None)
    if kind == "missing":
        return both("fault_toml.missing", expected=expected or both("fault_toml.needs value"))
    if given in ("", [], ()):
        return both("fault_toml.empty", expected=expected or both("fault_toml.some"))
    needs = "pattern" if "pattern" in kind else _NEEDS.get(kind.partition("_")[0], "value")
    if "expected" in context:  # by a Literal
        context["expected"] = context["expected"].replace(" or ", ", ")
    needed = expected or both(f"fault_toml.needs {needs}", **context)
    name, number = fault["loc"][-1:], isinstance(given, int | float) and not isinstance(given, bool)
    # Of a code the 0 that it may have lost is not known.
    quoted = name and str(expected).startswith(f'{name[0]} = "') and '"0' not in str(expected)
    if kind == "string_type" and number and quoted:
        needed = f'{name[0]} = "{given}"'
    shown = _shown(given) if isinstance(given, str | int | float) else both("fault_toml.that")
    return both("fault_toml.wrong", given=shown, expected=needed)


def _shown(given: object) -> str:
    """Show a value as TOML has it, the beginning of a long one."""
    text = repr(given)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


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
    return [phase["id"] for phase in phase_tables(content)] or None


def phase_tables(content: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    """List the tables of the phases that have an id."""
    return [phase for phase in _tables(content, "phases") if isinstance(phase.get("id"), str)]


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
        raise InputError(faults(error, CommunesFile, "[communes]")) from None


# What a text of TOML cannot hold, or an editor or terminal would obey or not show.
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_BARE = ("vi", "en", "from", "to")  # keys of a table in a line; others come from data


def toml_text(tables: Iterable[tuple[str, Mapping[str, Any]]]) -> str:
    """Write tables under their headers, such as [[changes]]; one without a key and a header is left out."""
    written = [
        "".join([head, *(f"{key} = {_value(table[key])}\n" for key in table)]) for head, table in tables
    ]
    return "\n".join(text for text in written if text)


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        pairs = [f"{key if key in _BARE else _value(key)} = {_value(one)}" for key, one in value.items()]
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return repr(value + 0.0).removesuffix(".0")  # -0.0 is 0
    if isinstance(value, int | dt.date):
        return str(value)
    return f'"{_ESCAPED.sub(_escape, value)}"'


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}"
