"""What the page knows, as one JSON value: the plan by columns, names once, coordinates as integers."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, get_args

import geopandas as gpd
import numpy as np
import shapely

from bk_gis.checks.auditing.held import stated_figures
from bk_gis.checks.auditing.records import Records
from bk_gis.checks.foundings import amendment_words, changes_of, check_status, status_words
from bk_gis.checks.rates import allowed
from bk_gis.errors import Lang
from bk_gis.language.reasons import in_words, together
from bk_gis.language.words import words
from bk_gis.maps.insets import Inset, brought_near
from bk_gis.maps.page.topology import PRECISION, encode_coverage
from bk_gis.maps.page.trials import checked, short
from bk_gis.maps.symbols import TINTS, disc_scales, largest_ha, legend_hectares
from bk_gis.places.geocoding import is_placed
from bk_gis.plan.changes import Scenario, change_records, head_record
from bk_gis.plan.clusters import note_texts
from bk_gis.plan.levels import (
    Level,
    commune_kinds,
    covered_level,
    lying_in,
    rules_of,
    unit_names,
    units_of,
    with_kinds,
)
from bk_gis.plan.model import Plan
from bk_gis.plan.notebook import kept
from bk_gis.plan.scenario import changed_records, require_places
from bk_gis.plan.statuses import UNKNOWN
from bk_gis.plan.vintages import later_year, later_years, members, own_year, parts_of


def page_data(
    plan: Plan,
    *,
    by: int,
    lang: Lang,
    boundaries: int | None = None,
    fixed: bool = False,
    beside: Sequence[Plan] = (),
) -> dict[str, Any]:
    """
    Everything that the page shows; keys are the ones that plan.js reads.

    Of a plan that changes made it is the plan without, and the changes that the page opens with. A page that
    is `fixed` knows of no changes: it shows what they made, and says that it is tried. Plans that are shown
    `beside` it have discs of the same scale.
    """
    tried, (plan, inset) = plan.tried, brought_near(plan if fixed else plan.untried or plan)
    communes, of_district = plan.communes, plan.districts
    subregions = plan.subregions["id"].tolist()
    districts = of_district["district_code"].tolist()
    scale, crowd = disc_scales(plan, *beside)
    level, kinds = covered_level(plan), commune_kinds(communes["unit_type"])
    own = {
        section: {
            key: {spoken: with_kinds(text, kinds) for spoken, text in texts.items()}
            for key, texts in words(section).items()
        }
        for section in ("level", "map", "page")
    }
    return {
        **({} if fixed else checked(plan, subregions, districts)),
        "by": by,
        "lang": lang,
        "level": level,
        "levelWords": own["level"][level],
        "words": {**own["map"], **own["page"]},
        "statusWords": words("status"),
        "title": plan.heading.model_dump(),
        "asOf": None if plan.as_of is None else plan.as_of.isoformat(),
        "amended": {one: amendment_words(plan, one) for one in ("vi", "en")},
        "decision": plan.decision.model_dump(mode="json", include={"number", "date", "issuer"}),
        "boundaries": plan.boundaries.model_dump(mode="json"),
        "phases": [phase.model_dump() for phase in plan.phases],
        "rules": [
            {"clause": rule.clause, "by": rule.by, "clusters": rule.clusters, "hectares": rule.hectares}
            for rule in rules_of(plan, level)
        ],
        "stated": _stated_hectares(plan),
        "scale": scale,
        "crowd": crowd,
        "legend": legend_hectares(largest_ha(plan, *beside)),
        "tint": TINTS[0],
        "inset": None if inset is None else _inset(plan, inset),
        "subregions": [
            {
                "id": row.id,
                "label": {"vi": row.label_vi, "en": row.label_en},
                "tint": TINTS[i % len(TINTS)],
            }
            for i, row in enumerate(plan.subregions.itertuples())
        ],
        "districts": {
            "code": districts,
            "name": of_district["district"].tolist(),
            "subregion": _indices(of_district.get("subregion", []), subregions),
        },
        "communes": {
            "code": communes["code"].tolist(),
            "name": communes["name"].tolist(),
            "unit": communes["unit_type"].tolist(),
            "district": _indices(communes.get("district_code", []), districts),
            "subregion": _indices(communes.get("subregion", []), subregions),
            "bounds": np.rint(communes.total_bounds * 10**PRECISION).astype(int).tolist(),
            **encode_coverage(communes.geometry),
        },
        "clusters": _clusters(plan, districts, subregions, level),
        **({} if fixed or tried is None else _tried(plan, tried, districts, subregions, level)),
        "ownYear": None if plan.crosswalk is None else own_year(plan),
        "shown": later_year(plan, boundaries),
        "vintages": [_vintage(plan, year) for year in later_years(plan)],
    }


def _inset(plan: Plan, inset: Inset) -> dict[str, Any]:
    """Give the box of what was brought near, west, south, east, north, and what is said of it."""
    edges = gpd.GeoSeries([shapely.box(*inset.box)], crs=plan.crs).to_crs("EPSG:4326").total_bounds
    box = np.rint(edges * 10**PRECISION).astype(int).tolist()
    return {"box": box, "words": {lang: inset.words(lang) for lang in get_args(Lang)}}


def _vintage(plan: Plan, year: int) -> dict[str, Any]:
    """
    List the communes of a later year, and for each commune of the plan in which of them it is drawn.

    `split` has those that lie in several, with the share of each in percent; `note` says of which units that
    makes the drawing approximate.
    """
    made = members(plan, year)
    at = {} if plan.crosswalk is None else plan.crosswalk.units[year]
    communes = kept(plan, "communes")
    own = dict(zip(communes["code"], zip(communes["name"], communes["unit_type"], strict=True), strict=True))
    position = {code: i for i, code in enumerate(made)}
    named = [(at[code].name, at[code].kind) if code in at else own[code] for code in made]
    drawn = {member: position[code] for code, found in made.items() for member in found.codes}
    parts = {i: parts_of(plan, code, year) for i, code in enumerate(own)}
    provinces = {at[code].province for code in made if code in at}
    return {
        "year": year,
        "province": provinces.pop() if len(provinces) == 1 else "",
        "districts": any(at[code].district for code in made if code in at),
        "name": [name for name, _ in named],
        "unit": [unit for _, unit in named],
        "of": [drawn[code] for code in own],
        "split": {
            i: [
                [
                    f"{part.unit.kind} {part.unit.name}".strip(),
                    None if part.share is None else short(100 * part.share),
                ]
                for part in found
            ]
            for i, found in parts.items()
            if len(found) > 1
        },
        "note": {
            position[code]: {lang: in_words(together(found.notes), lang) for lang in get_args(Lang)}
            for code, found in made.items()
            if found.notes
        },
    }


def to_inert_json(value: Any) -> str:
    """JSON that cannot end a script element, open a comment or break a line of script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _indices(codes: Iterable[Any], units: list[str]) -> list[int | None]:
    """Positions of units by their codes; None where there is none."""
    position = {code: i for i, code in enumerate(units)}
    return [position.get(code) for code in codes]


def _tried(
    plan: Plan, tried: Scenario, districts: list[str], subregions: list[str], level: Level
) -> dict[str, Any]:
    """
    Give changes to open with, as in a changes.toml: `changes`, and in `changesHead` what stands above them.

    `places` has where changes with `location` or `district` put their clusters, in the order of the file and
    in columns as clusters have them; `words` are those two of the change.
    """
    found = changed_records(plan.clusters, tried.changes, plan.phases, plan.communes, "")
    there = require_places(plan, found.worded, "")
    return {
        "changes": change_records(tried),
        "changesHead": head_record(tried),
        "places": {
            "words": [[one.location, one.district] for one in tried.changes if one.location or one.district],
            **_located(plan, there, districts, subregions, level),
        },
    }


def _located(
    plan: Plan, clusters: gpd.GeoDataFrame, districts: list[str], subregions: list[str], level: Level
) -> dict[str, Any]:
    """Say where clusters lie, by columns: the words, and the units and the point that they mean."""
    placed = is_placed(clusters)
    xy = np.zeros((len(clusters), 2))
    xy[placed] = shapely.get_coordinates(clusters.geometry.to_numpy()[placed])
    integers = np.rint(xy * 10**PRECISION).astype(int)
    commune = {code: i for i, code in enumerate(plan.communes["code"])}
    units = unit_names(plan, level, "vi").index.tolist()
    methods = list(dict.fromkeys(clusters["match_method"]))
    return {
        "location": clusters["location"].tolist(),
        "district": _indices(units_of(plan, clusters, "district"), districts) if districts else [],
        "subregion": _indices(units_of(plan, clusters, "subregion"), subregions) if subregions else [],
        "units": [_indices(codes, units) for codes in lying_in(plan, clusters, level)],
        "communes": [[commune[code] for code in codes.split()] for codes in clusters["match_codes"]],
        "methods": methods,
        "method": [methods.index(method) for method in clusters["match_method"]],
        "x": [int(x) if ok else None for x, ok in zip(integers[:, 0], placed, strict=True)],
        "y": [int(y) if ok else None for y, ok in zip(integers[:, 1], placed, strict=True)],
    }


def _clusters(plan: Plan, districts: list[str], subregions: list[str], level: Level) -> dict[str, Any]:
    clusters = plan.clusters
    changes = {lang: changes_of(plan, lang) for lang in ("vi", "en")}
    return {
        "id": clusters["id"].tolist(),
        "name": clusters["name"].tolist(),
        "printed": clusters["printed_name"].tolist(),
        **_located(plan, clusters, districts, subregions, level),
        "became": _became(plan),
        "note": [
            {"vi": vi, "en": en} if vi else None
            for vi, en in zip(note_texts(clusters, "vi"), note_texts(clusters, "en"), strict=True)
        ],
        "changed": [
            {lang: said[ident] for lang, said in changes.items()} if ident in changes["vi"] else None
            for ident in clusters["id"]
        ],
        "ha": [[short(value) for value in clusters[phase.column]] for phase in plan.phases],
    }


def _became(plan: Plan) -> list[dict[str, Any] | None]:
    """Say what became of each cluster, in both languages; None where nothing is known."""
    rows = check_status(plan, by=plan.phases[-1].end).table.set_index("id").loc[plan.clusters["id"]]
    return [
        None
        if row["status"] == UNKNOWN
        else {
            "status": row["status"],
            "date": row["decision_date"],
            "source": row["decision_source"],
            **{lang: status_words(row, lang) for lang in ("vi", "en")},
        }
        for row in rows.to_dict("records")
    ]


def _stated_hectares(plan: Plan) -> dict[str, Any]:
    """
    Find the hectares that are stated of each phase, then of all up to it: province, sub-regions, districts.

    Each is the figure, and by how much less or more the records may have, as in the audit. Of what is stated
    twice it is the figure that the records do not give, else the more exact one; no known erratum is.
    """
    records, ends = Records(plan), [phase.end for phase in plan.phases]
    spans = [*(phase.id for phase in plan.phases), *ends]
    stated: dict[str, Any] = {"province": [None] * len(spans), "subregions": {}, "districts": {}}
    errata = {(erratum.clause, erratum.stated) for erratum in plan.errata if erratum.measure == "hectares"}
    of_targets = sorted(stated_figures(plan), key=lambda one: (one[0].clause, one[2]) in errata)
    for target, measure, figure in of_targets:
        span = target.phase or target.by or ends[-1]
        if measure != "hectares" or span not in spans:
            continue
        known, at = stated["province"], spans.index(span)
        if target.district is not None:
            known = stated["districts"].setdefault(target.district, [None] * len(spans))
        elif target.subregion is not None:
            known = stated["subregions"].setdefault(target.subregion, [None] * len(spans))
        if known[at] and (target.clause, figure) in errata:
            continue
        low, high = allowed(measure, figure, target.qualifiers.get(measure))
        found = [short(figure), short(figure - low), short(high - figure)]
        both = [found, *filter(None, [known[at]])]
        now = records.hectares(target) if known[at] else figure
        wrong = [one for one in both if not -one[1] <= now - one[0] <= one[2]]
        known[at] = min(wrong or both, key=lambda one: one[1] + one[2])
    return stated
