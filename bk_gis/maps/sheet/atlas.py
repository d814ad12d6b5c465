"""The atlas: province, contents, then each sub-region and each district, or group of communes, on a page."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import shapely
from matplotlib.figure import Figure

from bk_gis.language.names import unmarked
from bk_gis.language.reasons import first_of, in_words
from bk_gis.maps.placing import Box
from bk_gis.maps.sheet.canvas import GREY, PALE, blank
from bk_gis.maps.sheet.drawing import Drawing, Part
from bk_gis.maps.sheet.layout import CAPTION, COLUMN, GAP, MARGIN, TEXT, TITLE, Orientation
from bk_gis.maps.sheet.page import arrange, draw_page
from bk_gis.maps.sheet.table import ROW
from bk_gis.plan.levels import Level, lying_in, unit_names
from bk_gis.plan.model import Plan

_HEAD = 22.0  # millimetres on A3, of the title
_MOST_COMMUNES, _MOST_CLUSTERS = 30, 12  # of a group, where there are no districts


class Contents:
    """Lines in columns, over as many pages as they need; `parts` are names, and which clusters are there."""

    def __init__(self, drawing: Drawing, size: tuple[float, float], parts: Sequence[tuple[str, Any]]) -> None:
        unit = drawing.canvas.unit
        self.size, self._drawing = size, drawing
        self._sheet = Box(0, 0, *size).shrunk(MARGIN * unit)
        self._columns = int((self._sheet.width + GAP * unit) / ((COLUMN + GAP) * unit))
        self._rows = int((self._sheet.height - (_HEAD + ROW) * unit) / (ROW * unit))
        self._each = self._columns * self._rows
        self.pages = math.ceil((3 + len(parts) + int(drawing.counts.sum())) / self._each)
        self._lines = self._listed(parts)

    def _listed(self, parts: Sequence[tuple[str, Any]]) -> list[tuple[bool, str, str]]:
        """List the lines: whether strong, the text, and the page."""
        drawing, clusters = self._drawing, self._drawing.plan.clusters
        first = 2 + self.pages
        maps = [(False, name, str(i)) for i, (name, _) in enumerate(parts, first)]
        counted, entries = drawing.counts.to_numpy(), []
        rows = clusters[["id", "name", "location"]].itertuples(index=False)
        for i, (ident, name, place) in enumerate(rows):
            on = [str(page) for page, (_, has) in enumerate(parts, first) if has[i]] or ["1"]
            if counted[i]:
                entries.append((False, f"{name} ({ident}) · {place}", ", ".join(on)))
        return [
            (True, drawing.say("pages"), ""),
            (False, drawing.say("province"), "1"),
            *maps,
            (True, drawing.say("clusters"), ""),
            *sorted(entries, key=lambda line: (unmarked(line[1]), line[1])),
        ]

    def draw(self, drawing: Drawing, number: int) -> Figure:
        """Draw a page of it."""
        canvas, sheet = blank(*self.size, drawing.canvas.unit), self._sheet
        u, gap = canvas.unit, GAP * canvas.unit
        canvas.paragraph(sheet.left, sheet.top, drawing.say("contents"), sheet.width, size=TITLE, bold=True)
        title = canvas.cut(drawing.plan.heading[drawing.lang], sheet.width, CAPTION)
        canvas.text(sheet.left, sheet.top - 14 * u, title, size=CAPTION, colour=GREY)
        canvas.text(sheet.right, sheet.bottom, drawing.page, size=TEXT, bold=True, align="right")
        width, high = (sheet.width + gap) / self._columns - gap, ROW * u
        for i, (strong, text, on) in enumerate(self._lines[number * self._each : (number + 1) * self._each]):
            column, row = divmod(i, self._rows)
            left = sheet.left + column * (width + gap)
            top = sheet.top - _HEAD * u - row * high
            if strong:
                canvas.box(Box(left, top - high, left + width, top), fill=PALE, z=1)
            page = canvas.wide(on, TEXT, bold=True) + 3 * u
            shown = canvas.cut(text, width - page - u, TEXT, bold=strong)
            canvas.text(left + u, top - 0.72 * high, shown, size=TEXT, bold=strong)
            canvas.text(left + width - u, top - 0.72 * high, on, size=TEXT, bold=True, align="right")
            canvas.line((left, top - high), (left + width, top - high), width=0.25, colour="#c5ccd1", z=2)
        return canvas.figure


class Section(NamedTuple):
    """A page: what it is called, its communes, and which clusters are on it."""

    name: str
    codes: frozenset[str]
    clusters: Any  # True or False for each of the plan


def sections(drawing: Drawing) -> list[Section]:
    """List the pages after the province's; a sub-region that is one district is one page."""
    found: dict[frozenset[str], Section] = {}
    for section in _units(drawing):
        same = found.get(section.codes)
        name = section.name if same is None else f"{same.name} · {section.name}"
        found[section.codes] = section._replace(name=name)
    return list(found.values())


def _units(drawing: Drawing) -> Iterator[Section]:
    plan, communes = drawing.plan, drawing.plan.communes
    columns: dict[Level, str] = {"subregion": "subregion", "district": "district_code"}
    for level, column in columns.items():
        if column in communes:
            within = lying_in(plan, plan.clusters, level)
            for code, name in unit_names(plan, level, drawing.lang).items():
                codes = frozenset(communes.loc[communes[column] == code, "code"])
                yield Section(str(name), codes, np.array([code in units for units in within]))
    if "district_code" not in communes:
        within = lying_in(plan, plan.clusters, "commune")
        points = communes.to_crs(plan.crs).geometry.representative_point()
        has = np.array([sum(code in units for units in within) for code in communes["code"]])
        regions = communes["subregion"] if "subregion" in communes else np.zeros(len(communes), dtype=int)
        starts = [np.flatnonzero(regions == one) for one in dict.fromkeys(regions)]
        groups = [group for start in starts for group in _groups(shapely.get_coordinates(points), has, start)]
        for number, group in enumerate(groups, start=1):
            codes = frozenset(communes["code"].iloc[group])
            names = communes["name"].iloc[[i for i in group if has[i]] or group]
            listed = in_words(first_of(names.tolist()), drawing.lang)
            name = drawing.say("group", number=number, count=len(groups), names=listed)
            yield Section(name, codes, np.array([bool(codes.intersection(units)) for units in within]))


def _groups(points: Any, clusters: Any, members: Any) -> Iterator[Any]:
    """Halve communes across their longer side until few enough of them, and of their clusters, are left."""
    few = len(members) <= _MOST_COMMUNES and clusters[members].sum() <= _MOST_CLUSTERS
    if few or len(members) < 2:
        yield np.sort(members)
        return
    here = points[members]
    along = here[:, int(np.ptp(here, axis=0).argmax())]
    ordered = members[np.argsort(along, kind="stable")]
    yield from _groups(points, clusters, ordered[: len(ordered) // 2])
    yield from _groups(points, clusters, ordered[len(ordered) // 2 :])


def part_of(plan: Plan, section: Section) -> Plan:
    """Keep what a section has of a plan; it lies in one sub-region at most, or in several as a whole."""

    def kept(units: gpd.GeoDataFrame, code: str, within: str) -> gpd.GeoDataFrame:
        return units[units[code].isin(communes[within])] if within in communes else units

    communes = plan.communes[plan.communes["code"].isin(section.codes)]
    subregions = kept(plan.subregions, "id", "subregion")
    if len(subregions) == 1:
        subregions = subregions.assign(geometry=[communes.geometry.union_all()])
    return replace(
        plan,
        communes=communes,
        districts=kept(plan.districts, "district_code", "district_code"),
        subregions=subregions,
        clusters=plan.clusters[section.clusters],
    )


def draw_atlas(drawing: Drawing, plan: Plan, paper: str, orientation: Orientation | None) -> Iterator[Figure]:
    """
    Draw the pages: the province, the index, the parts; all as the page of the province lies.

    In the drawing what is far may have been brought near; parts are those of the plan, as they lie.
    """
    later = None if drawing.year is None else plan.in_language(drawing.lang).communes_as_of(drawing.year)
    as_it_lies = replace(drawing, plan=plan, later=later, inset=None)
    parts, first = sections(as_it_lies), arrange(drawing, paper, orientation)
    size = first.layout.width, first.layout.height
    orientation = "landscape" if size[0] > size[1] else "portrait"
    listed = Contents(as_it_lies, size, [(part.name, part.clusters) for part in parts])
    pages = (
        drawing.say("page", number=number, count=1 + listed.pages + len(parts))
        for number in range(1, 2 + listed.pages + len(parts))
    )
    yield draw_page(replace(drawing, page=next(pages)), paper, first)
    for i in range(listed.pages):
        yield listed.draw(replace(as_it_lies, page=next(pages)), i)
    units = plan.subregions if len(plan.subregions) > 1 else plan.districts
    outlines = (units if len(units) else plan.communes).geometry.to_crs(plan.crs).to_numpy()
    for section, page in zip(parts, pages, strict=True):
        kept = part_of(plan, section)
        land = kept.communes.geometry.to_crs(plan.crs).union_all()
        part = Part(section.name, plan, first.placed.scale, outlines, land)
        within = _later_in(as_it_lies, section, land)
        shown = replace(as_it_lies, page=page, plan=kept, part=part, later=within)
        yield draw_page(shown, paper, arrange(shown, paper, orientation))


def _later_in(drawing: Drawing, section: Section, land: Any) -> gpd.GeoDataFrame | None:
    """Take what lies in a part of later communes."""
    if drawing.later is None:
        return None
    within = [bool(section.codes.intersection(codes.split())) for codes in drawing.later["made_of"]]
    later = drawing.later[within].to_crs(drawing.plan.crs)
    return gpd.clip(later, land, keep_geom_type=True, sort=True).to_crs(drawing.later.crs)
