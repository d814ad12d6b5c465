"""Read and check a plan folder as a whole."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import geopandas as gpd
from pydantic import ValidationError

from bk_gis.errors import InputError, MissingFileError, Problem
from bk_gis.geo.coverages import area_ha, dissolve
from bk_gis.language.names import clean
from bk_gis.language.words import Lang, require_language
from bk_gis.plan.clusters import read_clusters, read_place_names, typed
from bk_gis.plan.communes.reading import read_communes
from bk_gis.plan.model import Plan, file_order, stated_district_problems
from bk_gis.plan.placing import place
from bk_gis.plan.targets import scope_problems, target_problems
from bk_gis.plan.toml_file import communes_source, faults, phase_ids, read_toml
from bk_gis.plan.values import PlanFile, Subregion


def bundled_folder() -> Path:
    """Find the plan of Bắc Kạn: inside the installed package, or beside it in a checkout."""
    here = Path(__file__).parents[1]
    inside = here / "data"
    return inside if inside.is_dir() else here.parent / "data"


def load_plan(folder: str | Path | None = None, *, lang: Lang = "vi") -> Plan:
    """
    Read and check a plan folder.

    Parameters
    ----------
    folder
        Folder with plan.toml, clusters.csv, communes.geojson and, where printed names need
        correction, place_names.csv. By default the plan of Bắc Kạn that comes with the package.
    lang
        Language of the reasons in the ledger columns of `clusters`, `vi` or `en`.

    Raises
    ------
    MissingFileError
        There is no such folder.
    InputError
        Anything is wrong with the files. `problems` lists all of it: file, row, column, what is
        wrong, what was expected. Rows are counted as a spreadsheet does, the header being row 1. Or the
        language is unknown.
    """
    require_language(lang)
    path = bundled_folder() if folder is None else Path(folder)
    if not path.is_dir():
        raise MissingFileError(f"there is no plan folder {path}; expected a folder with plan.toml")
    problems: list[Problem] = []
    content = read_toml(path / "plan.toml", problems)
    stated = _stated(content, problems)
    source = communes_source(content, PlanFile.model_fields)
    communes = read_communes(path, source, problems)
    place_names = read_place_names(path / "place_names.csv", problems)
    clusters = read_clusters(path / "clusters.csv", phase_ids(content), problems)
    districts = sorted(set(communes["district"]))
    if stated is not None:
        problems += _plan_file_problems(stated)
        problems += _district_problems(stated, districts) if districts else []
    if source is not None and districts:
        problems += stated_district_problems("clusters.csv", clusters, districts, source.file)
        problems += stated_district_problems("place_names.csv", place_names, districts, source.file)
    if problems or stated is None:
        raise InputError(sorted(problems, key=file_order))

    by_district = {
        clean(district): subregion.id for subregion in stated.subregions for district in subregion.districts
    }
    communes.insert(5, "subregion", communes["district"].map(clean).map(by_district))
    labels = {subregion.id: subregion.label.vi for subregion in stated.subregions}
    communes.insert(6, "subregion_label", communes["subregion"].map(labels))
    communes.insert(7, "area_ha", area_ha(communes.geometry).round(1))
    corrections = typed(place_names)
    return Plan(
        title=stated.title,
        decision=stated.decision,
        boundaries=stated.boundaries,
        phases=stated.phases,
        subregions=_subregions(communes, stated.subregions),
        districts=_districts(communes, by_district),
        communes=communes,
        clusters=place(typed(clusters), communes, corrections, lang),
        place_names=corrections,
        targets=stated.targets,
        errata=stated.errata,
        lang=lang,
    )


def _stated(content: dict[str, Any] | None, problems: list[Problem]) -> PlanFile | None:
    """Take the values of plan.toml; None where any is wrong, or the file could not be read."""
    try:
        return None if content is None else PlanFile.model_validate(content)
    except ValidationError as error:
        problems += [Problem("plan.toml", None, column, message) for column, message in faults(error)]
    return None


def _plan_file_problems(stated: PlanFile) -> list[Problem]:
    """Find what no single value shows: phases that overlap, ids used twice, targets of nothing."""

    def repeated(kind: str, values: Iterable[str]) -> list[tuple[str, str]]:
        return [
            (kind, f"'{v}' is there {n} times; expected once") for v, n in Counter(values).items() if n > 1
        ]

    found = [
        *repeated("phases.id", (phase.id.replace("_", "-") for phase in stated.phases)),
        *repeated("subregions.id", (subregion.id for subregion in stated.subregions)),
        *repeated(
            "subregions.districts",
            (clean(district) for subregion in stated.subregions for district in subregion.districts),
        ),
    ]
    found += [
        ("phases", f"'{phase.id}' ends in {phase.end}, before it begins in {phase.start}")
        for phase in stated.phases
        if phase.end < phase.start
    ]
    for earlier, later in zip(stated.phases, stated.phases[1:], strict=False):
        if later.start <= earlier.end:
            found.append(
                (
                    "phases",
                    f"'{later.id}' begins in {later.start}, but '{earlier.id}' before it ends in "
                    f"{earlier.end}; expected phases in order of time that do not overlap",
                )
            )
    districts = [clean(d) for subregion in stated.subregions for d in subregion.districts]
    found += scope_problems(
        stated.targets, [p.id for p in stated.phases], [s.id for s in stated.subregions], districts
    )
    found += target_problems(stated.targets, stated.errata)
    return [Problem("plan.toml", None, column, message) for column, message in found]


def _district_problems(stated: PlanFile, districts: list[str]) -> list[Problem]:
    """Find districts that the sub-regions and the communes do not agree on."""
    of_plan = {clean(d) for subregion in stated.subregions for d in subregion.districts}
    messages = [
        f"'{name}' is no district of {stated.communes.file}; expected one of {', '.join(districts)}"
        for name in sorted(of_plan - set(districts))
    ] + [
        f"'{name}' of {stated.communes.file} is in no sub-region; expected it in one"
        for name in sorted(set(districts) - of_plan)
    ]
    return [Problem("plan.toml", None, "subregions.districts", message) for message in messages]


def _districts(communes: gpd.GeoDataFrame, in_order: Iterable[str]) -> gpd.GeoDataFrame:
    """Dissolve in the order of the decision."""
    merged = dissolve(communes, ["district_code", "district", "subregion"])
    position = {district: i for i, district in enumerate(in_order)}
    return merged.sort_values("district", key=lambda names: names.map(clean).map(position), ignore_index=True)


def _subregions(communes: gpd.GeoDataFrame, stated: tuple[Subregion, ...]) -> gpd.GeoDataFrame:
    """Dissolve in the order of the decision."""
    merged = dissolve(communes, ["subregion"]).set_index("subregion").loc[[s.id for s in stated]]
    merged = merged.reset_index(names="id")
    merged.insert(1, "clause", [s.clause for s in stated])
    merged.insert(2, "label_vi", [s.label.vi for s in stated])
    merged.insert(3, "label_en", [s.label.en for s in stated])
    return merged
