"""Columns of a file of communes: what plan.toml has to say of those that are called or kept otherwise."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd

from bk_gis.errors import Text
from bk_gis.io.headers import find_header, plain_header
from bk_gis.language.names import clean, header_words
from bk_gis.language.old_encodings import is_unicode, readings
from bk_gis.language.words import both
from bk_gis.plan.communes.source import CommunesFile, Contract, separated

_JUDGED = 50  # names by which an older encoding is told
DIGITS = {"code": 5, "district_code": 3}  # of the General Statistics Office's codes
_CODE = "(?:ma|ma ?so|code|pcode|id|gid)"
_NAME = "(?:ten|ten ?goi|name|vi)"
_COMMUNE = "(?:x|p|xa|phuong|px|xp|xa ?phuong|phuong ?xa|commune|ward|dvhc(?: ?xa?)?|3|adm ?3)"
_DISTRICT = "(?:dvhc ?h(?:uyen)?|h|q|huyen|quan|qh|quan ?huyen|huyen ?quan|district|2|adm ?2)"


def _either(one: str, other: str) -> tuple[str, str]:
    return f"{one} ?{other}", f"{other} ?{one}"


# Headers as they are in use, letters without marks; the likeliest first.
_HEADERS = {
    "code": (*_either(_CODE, _COMMUNE), "ma|ma ?so|code"),
    "name": (*_either(_NAME, _COMMUNE), _COMMUNE, "ten|name"),
    "unit_type": (f"(?:loai|type|cap) ?(?:hinh|{_COMMUNE})?", "unit ?type"),
    "district_code": _either(_CODE, _DISTRICT),
    "district": (*_either(_NAME, _DISTRICT), _DISTRICT),
}
# Headers that leave no doubt: of publishers in common use, or with the unit in words.
_SURE_CODE, _SURE_NAME = "(?:ma|ma ?so|code|pcode)", "(?:ten|name|vi)"
_UNIT = "(?:xa|phuong|px|xp|xa ?phuong|phuong ?xa|commune|ward|3|adm ?3)"
_PARENT = "(?:huyen|quan|qh|quan ?huyen|huyen ?quan|district|2|adm ?2)"
_USUAL: dict[Contract, tuple[str, ...]] = {
    "code": (*_either(_SURE_CODE, _UNIT), "a02 xa", "cc 3", "gid 3"),
    "name": (*_either(_SURE_NAME, _UNIT), "a03 ten", "full ?name"),
    "unit_type": (f"(?:loai|loai ?hinh|type) ?{_UNIT}",),
    "district_code": (*_either(_SURE_CODE, _PARENT), "cc 2", "gid 2"),
    "district": _either(_SURE_NAME, _PARENT),
}


def recognised(communes: pd.DataFrame, source: CommunesFile) -> dict[Contract, str]:
    """
    Find the columns of the data contract that a file has by other names, where there is no doubt.

    A code has to be another for each commune, and there has to be one header of the likeliest kind. Where
    names are without their units, they are taken with them from a column of full names that agrees.
    """
    headers = [str(header) for header in communes.columns]
    free = [header for header in headers if header not in source.columns.values() and header not in _USUAL]
    found: dict[Contract, str] = {}
    for ours, patterns in _USUAL.items():
        if ours in headers or ours in source.columns:
            continue
        for pattern in (ours.replace("_", " "), *patterns):
            alike = [header for header in free if re.fullmatch(pattern, plain_header(header))]
            if len(alike) == 1:
                values = communes[alike[0]]
                if ours != "code" or (values.notna().all() and values.is_unique):
                    found[ours] = alike[0]
            if len(alike) > 1 or ours in found:
                break
    name = "name" if "name" in headers and "name" not in source.columns else None
    full = [header for header in free if re.fullmatch("full ?name", plain_header(header))]
    units = {"unit_type"} & {*headers, *source.columns, *found}
    if name and len(full) == 1 and not units and _agree(communes[name], communes[full[0]]):
        found["name"] = full[0]
    return found


def _agree(names: "pd.Series[Any]", full: "pd.Series[Any]") -> bool:
    """Say whether full names are the names with a unit in front."""
    units, bare = separated(full)
    return all(units) and [clean(str(name)) for name in names] == [clean(str(name)) for name in bare]


def made_codes(*parts: "pd.Series[Any]", apart: "pd.Series[Any] | None" = None) -> list[str]:
    """
    Make codes of names, in words, so that none looks like an official one: "Xã Nông Hạ" gives xa-nong-ha.

    Those that are spelt alike get what `apart` says as well, such as the district; if that does not tell them
    apart, a number in the order of the file.
    """
    codes = [_slug(*cells) for cells in zip(*parts, strict=True)]
    if apart is not None:
        times = Counter(codes)
        districts = [_slug(text) for text in apart]
        codes = [f"{c}.{d}" if times[c] > 1 else c for c, d in zip(codes, districts, strict=True)]
    times, seen = Counter(codes), Counter[str]()
    for i, code in enumerate(codes):
        if code and times[code] > 1:
            seen[code] += 1
            codes[i] = f"{code}.{seen[code]}"
    return codes


def _slug(*cells: Any) -> str:
    return "-".join(header_words(" ".join(str(cell) for cell in cells if not pd.isna(cell))).split())


def guess(column: str, headers: Iterable[str]) -> str | None:
    """Find the header that likely holds a column of the data contract: "mã xã", "MA_XA" and "maXa" a code."""
    headers = list(headers)
    position = find_header(headers, _HEADERS[column])
    return None if position is None else headers[position]


def likely_layer(layers: Sequence[str]) -> str:
    """Find the layer that likely holds the communes, else the first."""
    return next((name for name in layers if re.search(rf"\b{_COMMUNE}\b", plain_header(name))), layers[0])


def encoding_hint(communes: pd.DataFrame) -> Text | None:
    """Say which encoding to write where most names with marks are Vietnamese in an older one alone."""
    columns = (communes[name].head(_JUDGED) for name in ("name", "district") if name in communes)
    texts = [text for cells in columns for text in cells if isinstance(text, str) and not text.isascii()]
    older = [(name, text, read) for text in texts if not is_unicode(text) for read, name in readings(text)]
    name, count = next(iter(Counter(name for name, *_ in older).most_common(1)), ("", 0))
    if 2 * count <= len(texts):
        return None
    text, read = next((text, read) for of, text, read in older if of == name)
    stated = name.lower().replace("windows-", "cp")
    return both("fault_communes.old encoding", encoding=stated, name=text, read=read)


def missing_columns(
    communes: pd.DataFrame,
    headers: Sequence[str],
    source: CommunesFile,
    *,
    districts: bool,
    stating: Callable[[], str | None] = lambda: None,
) -> Text | None:
    """
    Say which columns are not there, which are, and the line to write; None where none is missing.

    Where plan.toml names no `districts` they may be missing, as there are none any more; but not one of
    their two columns, not where a header looks like theirs, and not where the clusters have districts:
    `stating` gives their file then.
    """
    missing = [name for name in _HEADERS if name not in communes]
    pair = {"district_code", "district"}
    likely = any(name in source.columns or guess(name, headers) for name in pair)
    said_by = stating() if pair & set(missing) and not districts else None
    if pair <= set(missing) and not (districts or likely or said_by):
        missing = [name for name in missing if name not in pair]
    if "name" in missing:
        missing = [name for name in missing if name != "unit_type"]  # which may come with the names
    if not missing:
        return None
    stated = {str(ours): theirs for ours, theirs in source.columns.items()}
    said: dict[str, Text | str] = {name: name for name in missing}
    for name in said.keys() & stated.keys():
        said[name] = both("fault_communes.stated column", name=name, stated=_quoted(stated[name]))
    if "unit_type" in said:
        first = repr(communes["name"].iloc[0])
        said["unit_type"] = both("fault_communes.no unit", column=said["unit_type"], name=first)
    right = {ours: theirs for ours, theirs in stated.items() if theirs in headers}
    free = [header for header in headers if header not in right.values()]
    line = {
        name: right.get(name) or guess(name, free) or ("?" if name in missing else "")
        for name in _HEADERS
        if name in right or name not in headers
    }
    written = _table({ours: _quoted(theirs) for ours, theirs in line.items() if theirs})
    names = list(said.values())
    message = both("fault_communes.no columns", names=names, headers=list(headers), line=written)
    if "?" in line.values():
        message = both("fault_communes.question mark", said=message)
    return both("fault_communes.districts stated", said=message, file=said_by) if said_by else message


def number_codes(communes: pd.DataFrame, source: CommunesFile) -> tuple[list[str], Text]:
    """Name the code columns that hold whole numbers, and say the line that makes codes of them."""
    numbers = {name: [v for v in communes[name] if _whole(v)] for name in DIGITS if name in communes}
    names = [name for name, found in numbers.items() if found]
    digits = {
        **{str(name): length for name, length in source.digits.items()},
        **{name: max(DIGITS[name], *(len(str(int(v))) for v in numbers[name])) for name in names},
    }
    such = [f"{numbers[name][0]:.0f}" for name in names]
    return names, both("fault_communes.number codes", such=such, digits=_table(digits))


def _whole(value: Any) -> bool:
    number = pd.api.types.is_number(value) and not pd.api.types.is_bool(value)
    return number and float(value).is_integer()


def _quoted(text: str) -> str:
    """Quote for TOML, which quotes as JSON does."""
    return json.dumps(text, ensure_ascii=False)


def _table(values: dict[str, Any]) -> str:
    return "{ " + ", ".join(f"{name} = {value}" for name, value in values.items()) + " }"
