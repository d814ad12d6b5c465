"""A new plan folder: a small invented plan that works, to be filled in, and what is left of it later."""

import csv
import datetime as dt
import io
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from bk_gis.errors import Lang
from bk_gis.io.sets import whole_folder
from bk_gis.io.shipped import guide
from bk_gis.plan.clusters import HECTARES

Levels = Literal["commune", "district", "subregion"]  # up to which level a new plan has units

_SAMPLE = Path(__file__).parent / "sample"  # small, invented, complete, and commented line by line
_FILES = ("plan.toml", "communes.geojson", "clusters.csv", "place_names.csv")  # in the order to fill them
_GUIDE = "plan-folder"  # the page that describes them
_DISTRICT = re.compile(r', "district_code": "[^"]*", "district": "[^"]*"')  # in communes.geojson
_SETTINGS = {"decision": ("number", "date", "issuer"), "boundaries": ("date", "credit", "note")}
_ONLY = "#>"  # in plan.toml: what follows is for these levels


def write_starter(folder: str | Path, *, levels: Levels = "district", lang: Lang = "vi") -> list[Path]:
    """
    Write a small plan folder that works, to be filled in for another province.

    The folder may be there if it is empty. `levels` is the highest one that the plan has. Returns its files,
    in the order in which to fill them in, and the page that describes them.
    """
    folder = Path(folder)
    with whole_folder(folder) as made:
        for name in _FILES:
            _write(name, made / name, levels, lang)
        (made / f"{_GUIDE}.md").write_bytes(Path(getattr(guide(_GUIDE), lang)).read_bytes())
    return [folder / name for name in (*_FILES, f"{_GUIDE}.md")]


def _write(name: str, part: Path, levels: Levels, lang: Lang) -> None:
    text = (_SAMPLE / name).read_text(encoding="utf-8-sig")
    if name == "plan.toml":
        text = _for_levels(text, levels)
    elif name.endswith(".geojson") and levels == "commune":
        text = _DISTRICT.sub("", text)
    elif name.endswith(".csv"):
        table = pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
        write_table(table.drop(columns="district" if levels == "commune" else []), part, lang)
        return
    part.write_text(text, encoding="utf-8", newline="\n")


def _for_levels(text: str, levels: Levels) -> str:
    """Keep the lines of a sample that are for all levels, or for these; `#> commune` begins such lines."""
    wanted, lines = True, []
    for line in text.splitlines():
        if line.startswith(_ONLY):
            wanted = line == _ONLY or levels in line.split()
        elif wanted:
            lines.append(line)
    return "\n".join(lines) + "\n"


def write_table(table: pd.DataFrame, part: Path, lang: Lang) -> None:
    """Write a table of a plan as the Excel of a language opens it by double-click; `table` holds texts."""
    separator, decimal = (";", ",") if lang == "vi" else (",", ".")
    hectares = [name for name in map(str, table) if name.startswith(HECTARES)]
    written = table.assign(**{name: table[name].str.replace(".", decimal) for name in hectares})
    written.to_csv(part, index=False, sep=separator, encoding="utf-8-sig", lineterminator="\n")


def left_of_sample(
    content: Any, communes: pd.DataFrame, clusters: pd.DataFrame, place_names: pd.DataFrame
) -> Iterator[tuple[str, str, list[str]]]:
    """List what is left of the invented plan: the file, the setting of plan.toml or none, and texts."""
    sample = tomllib.loads(_for_levels((_SAMPLE / "plan.toml").read_text(encoding="utf-8"), "subregion"))
    settings = [("title",), *((section, key) for section, keys in _SETTINGS.items() for key in keys)]
    for setting in settings:
        invented = _values(sample, *setting)
        left = [value for value in _values(content, *setting) if value in invented]
        if left:
            texts = (f"{one:%d/%m/%Y}" if isinstance(one, dt.date) else one for one in left)
            yield "plan.toml", ".".join(setting), list(dict.fromkeys(texts))
    if targets := [target for target in _values(content, "targets") if target in sample["targets"]]:
        yield "plan.toml", "targets", [target["clause"] for target in targets]
    for file, columns, table in (
        ("communes.geojson", ["name", "code"], communes),
        ("clusters.csv", ["name", "id", "printed_name", "location"], clusters),
        ("place_names.csv", ["printed", "corrected", "reason"], place_names),
    ):
        known = _texts(file)
        if names := [row[0] for row in table[columns].to_numpy().tolist() if known >= set(row)]:
            yield file, "", names


def _values(content: Any, *setting: str) -> list[Any]:
    """List the values of a setting of plan.toml, in every language or row that it has."""
    for key in setting:
        content = content.get(key) if isinstance(content, dict) else None
    if isinstance(content, dict):
        return list(content.values())
    return content if isinstance(content, list) else [content]


def _texts(file: str) -> set[str]:
    """Texts of a file of the sample."""
    text = (_SAMPLE / file).read_text(encoding="utf-8-sig")
    if file.endswith(".csv"):
        return {cell for row in csv.reader(io.StringIO(text)) for cell in row}
    return {text for feature in json.loads(text)["features"] for text in feature["properties"].values()}
