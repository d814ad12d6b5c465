"""What an export holds: clusters, communes, districts and sub-regions as tables that other programs read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from bk_gis.checks.coverage import check_coverage
from bk_gis.checks.foundings import amendment_words, changes_of, check_status, status_words
from bk_gis.errors import Lang
from bk_gis.language.formats import date
from bk_gis.language.words import say
from bk_gis.maps.placing import Array, side_by_side
from bk_gis.maps.symbols import marker_scale
from bk_gis.places.geocoding import is_placed
from bk_gis.plan.clusters import note_texts
from bk_gis.plan.levels import Level, levels_of, unit_names, units_of
from bk_gis.plan.model import Plan
from bk_gis.plan.notebook import decision_words
from bk_gis.plan.statuses import STATUS_COLUMNS, has_statuses, is_surveyed
from bk_gis.plan.values import Phase


@dataclass(frozen=True)
class Content:
    """A plan up to a horizon, ready to be written: phases, layers in EPSG:4326, and what to say of them."""

    plan: Plan
    phases: tuple[Phase, ...]
    lang: Lang
    layers: dict[str, gpd.GeoDataFrame]  # clusters first

    @property
    def clusters(self) -> gpd.GeoDataFrame:
        """The layer that every format has."""
        return self.layers["clusters"]

    @property
    def scale(self) -> float:
        """Pixels of radius for the square root of a hectare, as on the page."""
        return marker_scale(float(self.plan.clusters["ha"].max()))

    @property
    def radii(self) -> Array:
        """Pixels of radius of each cluster."""
        return self.scale * np.sqrt(self.clusters["ha"].to_numpy())

    @property
    def about(self) -> list[str]:
        """What the file says of itself, a sentence each: title, decision, horizon, how far to trust it."""
        plan, lang = self.plan, self.lang
        boundaries, by = plan.boundaries, self.phases[-1].end
        surveyed = {"note": boundaries.note[lang], "date": date(boundaries.date, lang)}
        return [
            plan.heading[lang],
            decision_words(plan, lang, "sheet"),
            say("sheet.table", lang, by=by),
            *filter(None, (check_status(plan, by=by).sentence(lang), amendment_words(plan, lang))),
            say("map.indicative", lang),
            say("sheet.boundaries", lang, **surveyed),
            _source(plan, lang),
        ]


def gather(plan: Plan, phases: tuple[Phase, ...], lang: Lang) -> Content:
    """Gather what exists by the last of the phases."""
    layers = {
        "clusters": _clusters(plan, phases, lang),
        "communes": _communes(plan, lang),
        "districts": _with_counts(plan, plan.districts, "district", phases),
        "subregions": _with_counts(plan, plan.subregions, "subregion", phases),
    }
    layers = {name: layer for name, layer in layers.items() if name == "clusters" or len(layer)}
    return Content(plan, phases, lang, layers)


def _communes(plan: Plan, lang: Lang) -> gpd.GeoDataFrame:
    if not len(plan.subregions):
        return plan.communes
    labels = plan.communes["subregion"].map(unit_names(plan, "subregion", lang))
    return plan.communes.assign(subregion_label=labels)


def _source(plan: Plan, lang: Lang) -> str:
    trial = f"{say('page.trial', lang)}: " if plan.is_trial else ""
    return f"{trial}{plan.decision.number}; {plan.boundaries.credit}"


def _clusters(plan: Plan, phases: Sequence[Phase], lang: Lang) -> gpd.GeoDataFrame:
    """
    List the clusters with hectares by the last phase, in the order of the annex.

    District and sub-region are those that the record states, as everywhere else. A cluster without a
    place has no geometry.
    """
    ends = {phase.id: phase.end for phase in phases}
    clusters = plan.in_language(lang).clusters
    clusters = clusters[clusters["founded"].isin(ends)].reset_index(drop=True)
    units: dict[str, Any] = {}
    if "district" in levels_of(plan):
        units |= {"district_code": clusters["district_code"], "district": clusters["district"]}
    if "subregion" in levels_of(plan):
        subregion = units_of(plan, clusters, "subregion")
        labels = subregion.map(unit_names(plan, "subregion", lang))
        units |= {"subregion": subregion, "subregion_label": labels}
    names = dict(zip(plan.communes["code"], plan.communes["name"], strict=True))
    hectares = {phase.column: clusters[phase.column].to_numpy() for phase in phases}
    placed = is_placed(clusters)
    centroids = placed & ~is_surveyed(clusters)
    table = {
        **{name: clusters[name] for name in ("id", "name", "printed_name", "location")},
        **units,
        "commune_codes": clusters["match_codes"],
        "communes": [", ".join(names[code] for code in codes.split()) for codes in clusters["match_codes"]],
        **hectares,
        "ha": np.sum(list(hectares.values()), axis=0).round(6),
        "founded": clusters["founded"],
        "founded_by": clusters["founded"].map(ends).astype("int32"),  # a LargeInt is beyond older MapInfo
        **_became(plan, clusters, lang),
        **({} if plan.as_of is None else {"amended": clusters["id"].map(changes_of(plan, lang)).fillna("")}),
        "match_method": clusters["match_method"],
        "match_score": clusters["match_score"],
        "match_reason": [
            "; ".join(filter(None, reasons))
            for reasons in zip(clusters["match_reason"], clusters["join_reason"], strict=True)
        ],
        "note": [
            " ".join(filter(None, (note, say("map.indicative" if centroid else f"method.{method}", lang))))
            for note, centroid, method in zip(
                note_texts(clusters, lang), centroids, clusters["match_method"], strict=True
            )
        ],
        "source": _source(plan, lang),
    }
    return gpd.GeoDataFrame(table, geometry=clusters.geometry.where(placed), crs=clusters.crs)


def _became(plan: Plan, clusters: gpd.GeoDataFrame, lang: Lang) -> dict[str, Any]:
    """Columns of what became of the clusters, where anything is known of any cluster of the plan."""
    if not has_statuses(plan.clusters):
        return {}
    found = check_status(plan, by=plan.phases[-1].end).table.set_index("id").loc[clusters["id"]]
    said = [status_words(row, lang) for row in found.to_dict("records")]
    names = [name for name in STATUS_COLUMNS if name not in ("lon", "lat")]
    return {"status_text": said, **{name: found[name].to_numpy() for name in names}}


def _with_counts(
    plan: Plan, units: gpd.GeoDataFrame, level: Level, phases: Sequence[Phase]
) -> gpd.GeoDataFrame:
    """Add the clusters and hectares of each unit by the last phase."""
    if not len(units):
        return units
    found = check_coverage(plan, by=phases[-1].end, level=level).table  # in the same order
    counted = units.copy()
    counted.insert(counted.columns.get_loc("geometry"), "clusters", found["clusters"].to_numpy())
    counted.insert(counted.columns.get_loc("geometry"), "ha", found["hectares"].to_numpy())
    return counted


def steps_aside(clusters: gpd.GeoDataFrame, radii: Array, unit: float) -> Array:
    """
    Find how far to move the discs of clusters that share a point, so that none hides another.

    Returns steps to the right and up, shape (n, 2), in the unit of the radii, which is `unit` for a pixel;
    0 for a cluster alone. It holds at every scale of the map.
    """
    placed = is_placed(clusters)
    points = shapely.get_coordinates(clusters.geometry.to_numpy()[placed])
    _, place = np.unique(points, axis=0, return_inverse=True)
    # On one line, far from each other, so that no digit is lost on the way.
    apart = np.column_stack([place.ravel().astype(float), np.zeros(len(points))])
    moves = np.zeros((len(clusters), 2))
    moves[placed] = side_by_side(apart, radii[placed], unit, crowd=True) - apart
    return moves
