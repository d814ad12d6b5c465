"""The files of a plan folder, written so that they are read as the same plan."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
from pydantic import BaseModel

from bk_gis.errors import InputError
from bk_gis.io.batches import TextForm
from bk_gis.io.delimited import SEPARATORS
from bk_gis.io.sets import whole_folder
from bk_gis.language.words import both
from bk_gis.places.vintages.crosswalk import Crosswalk
from bk_gis.plan.changes import Scenario, changes_text, made_by
from bk_gis.plan.clusters import CLUSTER_COLUMNS, HECTARES, OPTIONAL
from bk_gis.plan.communes.reading import COLUMNS
from bk_gis.plan.scenario import changed_records
from bk_gis.plan.statuses import STATUS_COLUMNS, UNKNOWN, as_cell
from bk_gis.plan.toml_file import toml_text
from bk_gis.plan.values import Subregion, Words

# Of plan.toml, in its order.
_SECTIONS, _LISTS = (
    ("title", "decision", "boundaries", "sheet"),
    ("phases", "subregions", "targets", "errata"),
)
TABLES = ("clusters.csv", "place_names.csv", "crosswalk.csv")
_PLACE_NAMES = ("printed", "district", "corrected", "reason", "reason_en", "source")


def save_plan(plan: Any, folder: Path) -> None:
    """Write a plan as a new folder; see `Plan.save`."""
    with whole_folder(folder) as made:
        _write_plan(plan, made)


def _write_plan(plan: Any, folder: Path) -> None:
    made = made_by(plan.amendments, plan.as_of)
    left = [change for change in plan.amendments if change not in made]
    given = (plan.clusters, left, plan.phases, plan.communes)
    if problems := changed_records(*given, "changes.toml").problems:
        raise InputError(problems)
    decision = plan.decision
    if plan.before is not None:
        if not re.fullmatch(r"\w[\w. -]*", decision.amends):  # elsewhere
            decision = decision.model_copy(update={"amends": "before"})
        (folder / decision.amends).mkdir()
        _write_plan(plan.before, folder / decision.amends)
    comment = "".join(f"# {line}\n" for line in both("folder.tried") if plan.is_trial)
    stated = {name: getattr(plan, name) for name in (*_SECTIONS, *_LISTS)} | {"decision": decision}
    stated["subregions"] = _subregions(plan)
    tables = [(f"[{name}]\n", table) for name in _SECTIONS if (table := _stated(stated[name]))]
    tables += [(f"[[{name}]]\n", _stated(value)) for name in _LISTS for value in stated[name]]
    _write(folder / "plan.toml", comment + toml_text(tables))
    forms = (plan.forms.get(name, TextForm()).written for name in TABLES)
    # Of another, only a line "sep=" can say what it is.
    clusters, names, crosswalk = (f if f.separator in SEPARATORS else TextForm() for f in forms)
    _write_clusters(folder, plan.clusters, clusters)
    if len(plan.place_names):
        columns = [name for name in _PLACE_NAMES if name in plan.place_names]
        _write_table(folder / "place_names.csv", plan.place_names[columns], names)
    _write_communes(folder, plan.communes)
    _write_crosswalk(folder, plan.crosswalk, crosswalk)
    if left:
        _write(folder / "changes.toml", changes_text(Scenario(changes=tuple(left))))


def _stated(value: BaseModel) -> dict[str, Any]:
    return value.model_dump(exclude_defaults=True)


def _subregions(plan: Any) -> Iterator[Subregion]:
    """Give the sub-regions, with the codes of what they are made of."""
    of_districts = "subregion" in plan.districts
    units = plan.districts if of_districts else plan.communes
    for row in plan.subregions.itertuples():
        codes = units.loc[units["subregion"] == row.id, "district_code" if of_districts else "code"]
        label = {"vi": row.label_vi, "en": row.label_en}
        members = {"districts" if of_districts else "communes": codes.tolist()}
        yield Subregion(id=row.id, clause=row.clause, label=Words(**label), **members)


def _write_clusters(folder: Path, clusters: pd.DataFrame, form: TextForm) -> None:
    """Write clusters.csv; columns that a plan may do without are left out where they are empty."""
    hectares = [name for name in clusters if str(name).startswith(HECTARES)]
    table = clusters[[name for name in CLUSTER_COLUMNS if name in clusters]].copy()
    for name in (*hectares, *STATUS_COLUMNS, *OPTIONAL):
        texts = [_cell(value, form.decimal) for value in clusters[name]]
        if name in hectares or any(texts):
            table[name] = texts
    _write_table(folder / "clusters.csv", table, form)


def _cell(value: Any, decimal: str) -> str:
    text = "" if pd.isna(value) or value in (0, UNKNOWN) else as_cell(value)
    return text.replace(".", decimal) if isinstance(value, float) else text


def _write_communes(folder: Path, communes: gpd.GeoDataFrame) -> None:
    """Write communes.geojson with every digit, a commune a line."""
    frame = communes[[*(name for name in COLUMNS if name in communes), "geometry"]]
    features = [
        json.dumps(feature, ensure_ascii=False, separators=(",", ":"))
        for feature in frame.iterfeatures(na="null", drop_id=True)
    ]
    head = '{"type":"FeatureCollection","features":[\n'
    _write(folder / "communes.geojson", head + ",\n".join(features) + "\n]}\n")


def _write_crosswalk(folder: Path, crosswalk: Crosswalk | None, form: TextForm) -> None:
    """Write crosswalk.csv, if there is one."""
    if crosswalk is None:
        return
    rows = []
    for piece in crosswalk.pieces:
        row: dict[str, str] = {}
        for year, code in zip(crosswalk.years, piece.codes, strict=True):
            unit = crosswalk.units[year][code]
            named = {"code": code, "name": unit.name, "unit_type": unit.kind, "district": unit.district}
            row |= {f"{key}_{year}": text for key, text in {**named, "province": unit.province}.items()}
        share = "" if piece.share is None else str(piece.share).replace(".", form.decimal)
        rows.append(row | {"area_share": share})
    _write_table(folder / "crosswalk.csv", pd.DataFrame(rows), form)


def _write_table(path: Path, table: pd.DataFrame, form: TextForm) -> None:
    """Write a table as its file was written, so that the same Excel opens it by double-click."""
    table.to_csv(path, index=False, sep=form.separator, encoding=form.encoding, lineterminator="\n")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
