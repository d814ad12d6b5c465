"""Go through a plan folder as its author would want: first what stops it, then what looks wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from bk_gis.checks.auditing.auditor import audit
from bk_gis.checks.auditing.rows import summary, unexplained
from bk_gis.checks.foundings import check_status, status_words
from bk_gis.errors import InputError, Lang, Problem
from bk_gis.geo.crs import is_wgs84
from bk_gis.language.formats import figure
from bk_gis.language.reasons import Reason, in_both
from bk_gis.language.words import both, say
from bk_gis.places.communes import later_names
from bk_gis.places.geocoding import is_placed
from bk_gis.plan.clusters import typed
from bk_gis.plan.folder import amended, file_order, load_plan, read_folder
from bk_gis.plan.located import Reasons, match_places
from bk_gis.plan.model import Plan
from bk_gis.plan.starter import left_of_sample
from bk_gis.plan.toml_file import read_toml


@dataclass(frozen=True)
class Check:
    """What a folder that can be read still has to answer for; `doubts` in order of what to fix first."""

    plan: Plan
    doubts: tuple[str, ...]
    summary: str


def check_folder(folder: str | Path, *, lang: Lang = "vi") -> Check:
    """
    Read a plan folder and look for what is odd about it.

    Where it cannot be used, the problems of the InputError are all of it, file by file in the order to fix.
    """
    try:
        plan = load_plan(folder, lang=lang)
    except InputError as error:
        found = [*error.problems, *_beside(Path(folder), error.problems)]
        raise InputError(sorted(found, key=lambda one: file_order(one)[0])) from None
    content = read_toml(Path(folder) / "plan.toml", [])
    audited = audit(plan, lang=lang)
    if plan.amendments:  # where one lies nowhere, this says so
        amended(plan, max(change.date or plan.decision.date for change in plan.amendments))
    left = [
        *_invented(content, plan.communes, plan.clusters, plan.place_names),
        *_misplaced(plan.clusters, plan.reasons),
    ]
    said = [problem.text.en if lang == "en" else problem.text.vi for problem in left]
    doubts = [*said, *_larger(plan, lang)]
    for row in unexplained(audited).to_dict("records"):
        if row["measure"] == "place":
            continue  # said above, with the place
        figures = (figure(row[name], lang, measure=row["measure"]) or "-" for name in ("stated", "computed"))
        why = f" ({row['explanation']})" if row["explanation"] else ""
        what = f"{row['clause']}, {row['scope']}, {say('measure.' + row['measure'], lang)}"
        doubts.append(f"plan.toml: {what}: {' ≠ '.join(figures)}{why}")
    return Check(plan, tuple(doubts), summary(audited, lang))


def _beside(folder: Path, problems: Sequence[Problem]) -> Iterator[Problem]:
    """Find what looks wrong in a folder that cannot be used yet, as far as its faults let that be seen."""
    read = read_folder(folder)
    yield from _invented(read.content, read.communes, read.clusters, read.place_names)
    communes, of_communes = read.communes, [one for one in problems if file_order(one)[0] == 1]
    drawn = not communes.empty and is_wgs84(communes) and not communes.geometry.isna().any()
    if read.stated is None or not drawn or any(one.column != "geometry" for one in of_communes):
        return  # names can be looked up where communes overlap
    sound = []
    for file, table in (("clusters", read.clusters), ("place_names", read.place_names)):
        faulty = {one.row for one in problems if one.file.startswith(file)}
        sound.append(typed(table[~table["row"].isin(faulty)]))
        if None in faulty:
            return
    clusters, corrections = sound
    if len(clusters):
        others = later_names(communes, read.crosswalk, read.stated.boundaries.date)
        outcomes, rows = match_places(clusters, communes, corrections, others)
        for ident, name, row in zip(clusters["id"], clusters["name"], rows, strict=True):
            if outcomes[row].point.is_empty:
                yield _place_problem("unplaced", ident, name, outcomes[row].reason)


def _invented(content: Any, *tables: pd.DataFrame) -> Iterator[Problem]:
    for file, what, names in left_of_sample(content, *tables):
        said = both("sample.setting", what=what, names=[f"'{name}'" for name in names])
        yield Problem(file, None, None, said if what else both("sample.rows", names=names))


def _misplaced(clusters: gpd.GeoDataFrame, reasons: Reasons) -> Iterator[Problem]:
    """Say which clusters have no place, or lie in another district than stated, and why."""
    elsewhere = clusters["join_method"] == "differs"
    for which, (key, found) in enumerate((("unplaced", ~is_placed(clusters)), ("elsewhere", elsewhere))):
        for ident, name in clusters.loc[found, ["id", "name"]].itertuples(index=False):
            yield _place_problem(key, ident, name, reasons[ident][which])


def _place_problem(key: str, ident: str, name: str, reason: Reason | None) -> Problem:
    said = both(f"check.{key}", ident=ident, name=name, reason=in_both(reason))
    return Problem("clusters.csv", None, None, said)


def _larger(plan: Plan, lang: Lang) -> list[str]:
    found = check_status(plan, by=plan.phases[-1].end).table
    return [
        say("check.larger", lang, ident=row["id"], name=row["name"], status=status_words(row, lang))
        for row in found[found["larger"]].to_dict("records")
    ]
