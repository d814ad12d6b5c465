"""The legend of the sheet: phases, sizes, what a ring is, sub-regions, borders, scale, north."""

import shapely
from matplotlib.path import Path

from bk_gis.language.formats import roman
from bk_gis.language.words import say
from bk_gis.maps.placing import Box
from bk_gis.maps.sheet.canvas import GREY, INK, RED
from bk_gis.maps.sheet.drawing import Drawing, Part
from bk_gis.maps.sheet.ground import BORDERS, LATER, OUTSIDE, Ground, draw_hatching, polygon_path
from bk_gis.maps.sheet.layout import NOTE, SMALL, TEXT
from bk_gis.maps.sheet.marks import draw_sample, draw_surveyed
from bk_gis.maps.symbols import largest_ha, legend_hectares, ring_radii
from bk_gis.plan.statuses import STATUSES, has_statuses, is_surveyed

_WIDTH, _OVERVIEW = 62.0, 40.0  # millimetres on A3


def legend_size(drawing: Drawing, scale: float) -> tuple[float, float]:
    """Measure the width and height that the legend needs."""
    width = _WIDTH * drawing.canvas.unit
    return width, -draw_legend(drawing.dry, Box(0, 0, width, 0), scale, 1e5)


def draw_legend(drawing: Drawing, box: Box, scale: float, denominator: float) -> float:
    """Draw the legend below the top of its box; gives where it ends."""
    y = _phases(drawing, box.left, _caption(drawing, box, box.top, "legend"))
    y = _circles(drawing, box.left, _caption(drawing, box, y, "size"), scale)
    if len(drawing.phases) > 1:
        y = _ring(drawing, box, y)
    if has_statuses(drawing.plan.clusters):
        y = _statuses(drawing, box.left, _caption(drawing, box, y, "statuses"))
    if is_surveyed(drawing.plan.clusters).any():
        y = _surveyed(drawing, box, y)
    if len(drawing.plan.subregions):
        y = _subregions(drawing, box, _caption(drawing, box, y, "subregions"))
    y = _borders(drawing, box.left, y)
    if drawing.without:
        y = _without(drawing, box, y)
    if drawing.inset is not None:
        words = drawing.inset.words(drawing.lang)
        y = drawing.canvas.paragraph(box.left, y, words, box.width, size=SMALL) - drawing.canvas.unit
    if drawing.part is not None:
        y = _overview(drawing, drawing.part, box, _caption(drawing, box, y, "overview"))
    y = _scale_bar(drawing, box, y, denominator)
    words = drawing.say("indicative")
    return drawing.canvas.paragraph(box.left, y, words, box.width, size=SMALL, colour=GREY)


def _caption(drawing: Drawing, box: Box, y: float, key: str) -> float:
    u = drawing.canvas.unit
    return drawing.canvas.paragraph(box.left, y, drawing.say(key), box.width, size=TEXT, bold=True) - 0.8 * u


def _phases(drawing: Drawing, x: float, y: float) -> float:
    canvas, u = drawing.canvas, drawing.canvas.unit
    row = 1.25 * canvas.leading(TEXT)
    numerals = [roman(i) for i in range(1, len(drawing.phases) + 1)]
    label = x + 11 * u + max(canvas.wide(numeral, TEXT, bold=True) for numeral in numerals)
    for numeral, phase in zip(numerals, drawing.phases, strict=True):
        canvas.disc(x + 3.5 * u, y - row / 2, 2.2 * u, fill=phase.colour)
        canvas.text(x + 9 * u, y - 0.66 * row, numeral, size=TEXT, bold=True)
        canvas.text(label, y - 0.66 * row, phase.label[drawing.lang], size=TEXT)
        y -= row
    return y - 1.2 * u


def _circles(drawing: Drawing, x: float, top: float, scale: float) -> float:
    """Draw nested circles at round values, standing on one line, each with its hectares."""
    canvas, u = drawing.canvas, drawing.canvas.unit
    row = canvas.leading(SMALL)
    values = sorted(set(legend_hectares(largest_ha(drawing.whole, *drawing.beside))), reverse=True)
    radii = [ring_radii([value], scale)[0] for value in values]
    most = radii[0]
    base = top - max(2 * most + 1.5 * u, row * (len(values) + 0.2))
    y = base - row
    for value, radius in reversed(list(zip(values, radii, strict=True))):
        canvas.disc(x + most + u, base + radius, radius, edge=0.8)
        y = max(y + row, base + 2 * radius - 0.4 * row)
        middle, over = y + 0.35 * row, x + 2 * most + 4 * u
        canvas.line((x + most + u, base + 2 * radius), (over, middle), (over + 2 * u, middle), width=0.5)
        canvas.text(over + 3 * u, y + 0.05 * row, f"{drawing.number(value)} ha", size=SMALL)
    return base - 1.5 * u


def _ring(drawing: Drawing, box: Box, y: float) -> float:
    canvas, u = drawing.canvas, drawing.canvas.unit
    x = box.left + 4.5 * u
    canvas.disc(x, y - 6 * u, 4.2 * u, fill=drawing.phases[-1].colour)
    canvas.disc(x, y - 6 * u, 3.0 * u, fill=drawing.phases[0].colour, z=6.1)
    end = canvas.paragraph(box.left + 11 * u, y, drawing.say("ring"), box.width - 11 * u, size=SMALL)
    return min(end, y - 10.5 * u) - 1.5 * u


def _statuses(drawing: Drawing, x: float, y: float) -> float:
    canvas, u = drawing.canvas, drawing.canvas.unit
    row = 1.25 * canvas.leading(TEXT)
    there = set(drawing.plan.clusters["status"])
    for status in (one for one in STATUSES if one in there):
        draw_sample(canvas, x + 3.5 * u, y - row / 2, 1.2 * u, status)
        canvas.text(x + 9 * u, y - 0.66 * row, say(f"status.{status}", drawing.lang), size=TEXT)
        y -= row
    return y - 1.2 * u


def _surveyed(drawing: Drawing, box: Box, y: float) -> float:
    canvas, u = drawing.canvas, drawing.canvas.unit
    draw_surveyed(canvas, box.left + 3.5 * u, y - 3 * u, 1.2 * u)
    canvas.disc(box.left + 3.5 * u, y - 3 * u, 1.2 * u, fill=GREY)
    end = canvas.paragraph(box.left + 9 * u, y, drawing.say("surveyed"), box.width - 9 * u, size=SMALL)
    return min(end, y - 6 * u) - 1.2 * u


def _subregions(drawing: Drawing, box: Box, y: float) -> float:
    canvas, u, x = drawing.canvas, drawing.canvas.unit, box.left
    labels = drawing.plan.subregions[f"label_{drawing.lang}"]
    for label, tint in zip(labels, drawing.tints, strict=True):
        swatch = Box(x + 0.5 * u, y - 4.6 * u, x + 6.5 * u, y - 0.8 * u)
        canvas.box(swatch, fill=tint, edge=0.5, colour=GREY)
        y = min(canvas.paragraph(x + 9 * u, y, label, box.width - 9 * u, size=TEXT), y - 5 * u)
    return y


def _borders(drawing: Drawing, x: float, y: float) -> float:
    canvas, u = drawing.canvas, drawing.canvas.unit
    row = 1.25 * canvas.leading(TEXT)
    lines = [(*b, drawing.say(f"{level} border")) for level, b in BORDERS.items() if level in drawing.borders]
    if drawing.later is not None:
        lines.append((*LATER, drawing.say("later border", year=drawing.year)))
    for width, colour, dash, words in lines:
        ends = (x + 0.5 * u, y - row / 2), (x + 6.5 * u, y - row / 2)
        canvas.line(*ends, width=width, colour=colour, dash=dash)
        canvas.text(x + 9 * u, y - 0.66 * row, words, size=TEXT)
        y -= row
    return y - 2 * u


def _without(drawing: Drawing, box: Box, y: float) -> float:
    """Say how units without a cluster are marked: by a cross and their names, or hatched."""
    canvas, u = drawing.canvas, drawing.canvas.unit
    words = drawing.say(f"{drawing.level} without")
    if not drawing.hatched:
        end = canvas.paragraph(box.left, y, f"✗ {words}", box.width, size=TEXT, bold=True, colour=RED)
        return end - 1.2 * u
    swatch = Box(box.left + 0.5 * u, y - 4.6 * u, box.left + 6.5 * u, y - 0.8 * u)
    canvas.box(swatch, fill=drawing.tints[0], edge=0.5, colour=GREY)
    draw_hatching(canvas, shapely.box(swatch.left, swatch.bottom, swatch.right, swatch.top), z=5.5)
    end = canvas.paragraph(box.left + 9 * u, y, words, box.width - 9 * u, size=TEXT)
    return min(end, y - 5 * u) - 1.2 * u


def _overview(drawing: Drawing, part: Part, box: Box, y: float) -> float:
    """Show where the part of a page lies in the whole."""
    canvas, u = drawing.canvas, drawing.canvas.unit
    west, south, east, north = shapely.total_bounds(part.units)
    per_mm = max((east - west) / (box.width - u), (north - south) / (_OVERVIEW * u))
    bottom = y - (north - south) / per_mm
    ground = Ground(drawing.whole.crs, west, south, box.left + 0.5 * u, bottom, 1000 * per_mm)
    for polygon in ground.to_sheet(shapely.coverage_simplify(part.units, 0.1 * per_mm)):
        canvas.path(polygon_path(polygon), fill=OUTSIDE, edge=0.4, colour=GREY, z=5)
    canvas.path(polygon_path(ground.to_sheet(part.land.simplify(0.1 * per_mm))), fill=GREY, z=5.1)
    swatch = Box(box.left + 0.5 * u, bottom - 5.6 * u, box.left + 6.5 * u, bottom - 1.8 * u)
    canvas.box(swatch, fill=OUTSIDE, edge=0.5, colour="#b9c0c5")
    words = drawing.say("outside")
    end = canvas.paragraph(box.left + 9 * u, bottom - u, words, box.width - 9 * u, size=SMALL)
    return min(end, swatch.bottom) - 2 * u


def _scale_bar(drawing: Drawing, box: Box, top: float, denominator: float) -> float:
    """Draw the bar of a round length on the ground, the scale in figures, and where north is."""
    canvas, u, x = drawing.canvas, drawing.canvas.unit, box.left
    per_km = 1e6 / denominator
    lengths = [m * 10.0**e for e in range(-3, 5) for m in (1, 2, 5)]
    length = max(km for km in lengths if km * per_km <= 0.72 * box.width or km == lengths[0])
    y = top - 8 * u
    canvas.text(x, top - 3.2 * u, f"{drawing.say('scale')} 1:{drawing.number(denominator)}", size=SMALL)
    for part, fill in ((0, INK), (0.5, "white")):
        left = x + part * length * per_km
        canvas.box(Box(left, y, left + length * per_km / 2, y + 1.4 * u), fill=fill, edge=0.6)
    for part in (0, 0.5, 1):
        text = drawing.number(part * length) + (" km" if part == 1 else "")
        align = "left" if part == 0 else "center"
        canvas.text(x + part * length * per_km, y - 3.2 * u, text, size=NOTE, align=align)
    middle = box.right - 4 * u
    tip, notch = (middle, y + 5 * u), (middle, y - 1.2 * u)
    for side, fill in ((2.2 * u, INK), (-2.2 * u, "white")):
        canvas.path(Path([tip, (middle + side, y - 3 * u), notch, tip]), fill=fill, edge=0.5, z=9)
    canvas.text(middle, y + 5.6 * u, drawing.say("north"), size=TEXT, bold=True, align="center")
    return y - 5.5 * u
