"""Read and check a plan folder as a whole."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
from pydantic import ValidationError

from bk_gis.errors import InputError, Lang, MissingFileError, Problem, Text, in_asked_language
from bk_gis.geo.coverages import area_ha, dissolve
from bk_gis.io.delimited import text_form
from bk_gis.io.shipped import shipped
from bk_gis.language.words import both, require_language
from bk_gis.places.communes import commune_names, later_names
from bk_gis.places.districts import district_names
from bk_gis.places.geocoding import province_in
from bk_gis.places.vintages.crosswalk import Crosswalk
from bk_gis.places.vintages.reading import crosswalk_of
from bk_gis.plan.cells import as_day
from bk_gis.plan.changes import Change, located, made_by, read_amendments
from bk_gis.plan.clusters import (
    read_clusters,
    read_place_names,
    repeated_corrections,
    state_districts,
    table_file,
    typed,
    with_districts,
)
from bk_gis.plan.communes.reading import read_communes
from bk_gis.plan.consistency import stated_problems, with_codes
from bk_gis.plan.located import place
from bk_gis.plan.model import Plan
from bk_gis.plan.saving import TABLES
from bk_gis.plan.scenario import changed_records
from bk_gis.plan.statuses import UNKNOWN, WITHDRAWN, known_by, place_problems
from bk_gis.plan.toml_file import communes_source, faults, names_districts, phase_ids, read_toml
from bk_gis.plan.values import Boundaries, PlanFile, Subregion, Words
from bk_gis.plan.vintages import with_areas


def bundled_folder() -> Path:
    """Find the plan of Bắc Kạn that comes with the package."""
    return shipped("data")


@in_asked_language
def load_plan(
    folder: str | Path | None = None, *, lang: Lang = "vi", as_of: dt.date | str | None = None
) -> Plan:
    """
    Read and check a plan folder.

    Parameters
    ----------
    folder
        Folder with plan.toml, clusters.csv, communes.geojson and, where there are any, place_names.csv
        (corrections of printed names), crosswalk.csv (what became of the communes) and changes.toml (what
        later decisions changed). By default the plan of Bắc Kạn that comes with the package. The plan that
        its decision amends is read too.
    lang
        Language of the reasons in the ledger columns of `clusters`, `vi` or `en`.
    as_of
        A day, such as 2022-12-31: the plan as decisions had amended it by then, with what was known then of
        its clusters. By default the decision itself is given, and all that is known of its clusters.

    Returns
    -------
    Plan
        The plan, its clusters located.

    Raises
    ------
    MissingFileError
        There is no such folder.
    InputError
        Anything is wrong with the files. `problems` lists all of it: file, row, column, what is
        wrong, what was expected. Rows are counted as a spreadsheet does, the header being row 1. Or the
        language is unknown.

    Examples
    --------
    >>> import bk_gis
    >>> bk_gis.load_plan()
    <Plan 320/QĐ-UBND of 2014-02-25: 21 clusters on 122 communes, by 2025>
    >>> len(bk_gis.load_plan("examples/lao-cai-2026").communes)
    99
    """
    require_language(lang)
    path = _folder(folder)
    plan = _read(path, lang)
    amends = plan.decision.amends
    plan = plan if amends is None else replace(plan, before=_before(path, amends, lang))
    return plan if as_of is None else amended(plan, as_day(as_of))


@dataclass(frozen=True)
class Ground:
    """What of a plan places are found on: all but its clusters, and what is dissolved."""

    title: Words
    boundaries: Boundaries
    communes: gpd.GeoDataFrame
    place_names: pd.DataFrame
    crosswalk: Crosswalk | None


def load_ground(folder: str | Path | None = None) -> Ground:
    """Read and check a plan folder as `load_plan` does, clusters too, without placing and dissolving."""
    path = _folder(folder)
    ground, stated, _ = _ground(path)
    if stated.decision.amends is not None:
        _before(path, stated.decision.amends, "vi")
    return ground


def _folder(given: str | Path | None) -> Path:
    path = bundled_folder() if given is None else Path(given)
    if not path.is_dir():
        raise MissingFileError(both("fault_content.no folder", path=path))
    return path


def amended(plan: Plan, day: dt.date) -> Plan:
    """
    Make the plan as decisions had amended it by a day: its amendments and statuses are cut by their dates.

    What is known of a cluster without a date is not known to have been so by then. Clusters that were
    withdrawn by then are not in it. An InputError says where an amendment cannot be made.
    """
    if day < plan.decision.date:
        raise InputError(both("fault_changes.too early", day=day, first=plan.decision.date))
    made = made_by(plan.amendments, day)
    known = known_by(plan.clusters, day.isoformat())
    left = known[known["status"] != WITHDRAWN]
    if left.empty:
        raise InputError(both("fault_changes.nothing left", file="clusters.csv"))
    cut = plan.replace(clusters=left.drop(columns="geometry"))
    then = cut.apply(made, file="changes.toml") if made else cut
    undated = (plan.clusters["status"] != UNKNOWN) & (plan.clusters["decision_date"] == "")
    names = tuple(plan.clusters["name"][undated])
    then = replace(then, amendments=plan.amendments, notes=plan.notes, tried=None, untried=None)
    return replace(then, as_of=day, undated=names)


def _before(path: Path, amends: str, lang: Lang) -> Plan:
    """Read the plan that a decision amends, and none before that; faults name their file by its folder."""
    if not (path / amends).is_dir():
        none = both("fault_plan.nothing amended", folder=amends, where=path)
        raise InputError([Problem("plan.toml", None, "decision.amends", none)])
    try:
        return _read(path / amends, lang)
    except InputError as error:
        located = [replace(fault, file=f"{amends}/{fault.file}") for fault in error.problems]
        raise InputError(located) from None


@dataclass(frozen=True)
class Read:
    """What could be read of a plan folder, and everything that is wrong with it."""

    content: dict[str, Any] | None
    stated: PlanFile | None
    communes: gpd.GeoDataFrame
    clusters: pd.DataFrame
    place_names: pd.DataFrame
    crosswalk: Crosswalk | None
    amendments: tuple[Change, ...]
    notes: tuple[Text, ...]
    problems: list[Problem]


def read_folder(path: Path) -> Read:
    """Read the files of a plan, as far as that is possible."""
    problems: list[Problem] = []
    content = read_toml(path / "plan.toml", problems)
    stated = _stated(content, problems)
    source = communes_source(content, PlanFile.model_fields)
    notes: list[Text] = []
    stated_districts = names_districts(content)
    province = province_in(stated.title.vi) if stated else ""
    files = [table_file(path, name, problems) for name in ("clusters", "place_names")]
    communes = read_communes(
        path,
        source,
        problems,
        districts=stated_districts,
        stating=lambda: with_districts(files[0]),
        province=province,
        notes=notes,
    )
    names = district_names(communes)
    may_have = bool(names) or (communes.empty and stated_districts)
    clusters = read_clusters(files[0], phase_ids(content), problems, districts=may_have, notes=notes)
    place_names = read_place_names(files[1], problems, districts=may_have, notes=notes)
    if stated is not None:
        problems += stated_problems(stated)
        stated = with_codes(stated, communes, problems)
    if source is not None and not communes.empty:
        for file, table in zip(files, (clusters, place_names), strict=True):
            problems += state_districts(table, names, file.name, source.file)
        problems += place_problems(clusters, communes, files[0].name)
        problems += repeated_corrections(place_names, files[1].name)
    amendments = read_amendments(path / "changes.toml", problems)
    crosswalk = None
    if stated is not None:
        named = {} if problems else commune_names(communes)
        crosswalk = crosswalk_of(path / "crosswalk.csv", named, stated.boundaries.date, problems)
    if stated is not None and not problems:
        made = changed_records(clusters, amendments, stated.phases, communes, "changes.toml")
        problems += located(made.problems, path / "changes.toml") if amendments else []
    return Read(
        content, stated, communes, clusters, place_names, crosswalk, amendments, tuple(notes), problems
    )


def _ground(path: Path) -> tuple[Ground, PlanFile, Read]:
    found = read_folder(path)
    stated = found.stated
    if found.problems or stated is None:
        raise InputError(sorted(found.problems, key=file_order))
    communes = _in_subregions(found.communes, stated.subregions)
    crosswalk = found.crosswalk and with_areas(found.crosswalk, communes)
    ground = Ground(stated.title, stated.boundaries, communes, typed(found.place_names), crosswalk)
    return ground, stated, found


def _read(path: Path, lang: Lang) -> Plan:
    ground, stated, found = _ground(path)
    others = later_names(ground.communes, ground.crosswalk, stated.boundaries.date)
    placed, reasons = place(typed(found.clusters), ground.communes, ground.place_names, lang, others)
    same = PlanFile.model_fields.keys() - {"communes", "subregions"}
    return Plan(
        **{name: getattr(stated, name) for name in same},
        subregions=_subregions(ground.communes, stated.subregions),
        districts=_districts(ground.communes, stated.subregions),
        communes=ground.communes,
        clusters=placed,
        place_names=ground.place_names,
        lang=lang,
        reasons=reasons,
        notes=found.notes,
        forms={file.name: text_form(file) for file in path.glob("*.csv") if file.name in TABLES},
        crosswalk=ground.crosswalk,
        amendments=found.amendments,
    )


def _stated(content: dict[str, Any] | None, problems: list[Problem]) -> PlanFile | None:
    """Take the values of plan.toml; None where any is wrong, or the file could not be read."""
    try:
        return None if content is None else PlanFile.model_validate(content)
    except ValidationError as error:
        problems += faults(error, PlanFile, "plan.toml", {"colour": 'colour = "#F0A800"'})
    return None


def _in_subregions(communes: gpd.GeoDataFrame, stated: tuple[Subregion, ...]) -> gpd.GeoDataFrame:
    """Add each commune's sub-region, where there are any, and its area."""
    shape = communes.pop("geometry")
    if stated:
        of = {code: s.id for s in stated for code in (*s.districts, *s.communes)}
        key = "district_code" if any(s.districts for s in stated) else "code"
        communes["subregion"] = communes[key].map(of)
        communes["subregion_label"] = communes["subregion"].map({s.id: s.label.vi for s in stated})
    communes["area_ha"] = area_ha(shape).round(1)
    return gpd.GeoDataFrame(communes, geometry=shape)


def _districts(communes: gpd.GeoDataFrame, stated: tuple[Subregion, ...]) -> gpd.GeoDataFrame:
    """Dissolve in the order of the decision; without sub-regions of districts, in that of the codes."""
    in_order = [code for subregion in stated for code in subregion.districts]
    columns = ["district_code", "district", *(["subregion"] if in_order else [])]
    if "district_code" not in communes:
        return dissolve(communes[:0].assign(**dict.fromkeys(columns, "")), columns)
    merged = dissolve(communes, columns).set_index("district_code", drop=False)
    return merged.loc[in_order or sorted(merged.index)].reset_index(drop=True)


def _subregions(communes: gpd.GeoDataFrame, stated: tuple[Subregion, ...]) -> gpd.GeoDataFrame:
    """Dissolve in the order of the decision."""
    if not stated:
        communes = communes[:0].assign(subregion="")
    merged = dissolve(communes, ["subregion"]).set_index("subregion").loc[[s.id for s in stated]]
    merged.insert(0, "clause", [s.clause for s in stated])
    merged.insert(1, "label_vi", [s.label.vi for s in stated])
    merged.insert(2, "label_en", [s.label.en for s in stated])
    return merged.reset_index(names="id")


def file_order(problem: Problem) -> tuple[int, int]:
    """First the file that others are checked against."""
    order = {"plan": 0, "clusters": 2, "place_names": 3}  # other files are those of communes
    return order.get(problem.file.partition(".")[0], 1), problem.row or 0
