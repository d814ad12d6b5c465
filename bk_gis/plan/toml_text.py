"""TOML as text, the same bytes for the same values: plan.toml, and changes.toml as the page writes it."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any

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
