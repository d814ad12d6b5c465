"""The legend of the sheet: phases, sizes, what a ring is, sub-regions, borders, scale, north."""

from dataclasses import replace

from bk_gis.checks.coverage import check_coverage
from bk_gis.maps.sheet.canvas import GREY, INK, Box, Scene
from bk_gis.maps.sheet.words import roman
from bk_gis.maps.symbols import TINTS, legend_hectares, ring_radii

BORDERS = {"subregion": (1.5, "#465059", False), "district": (0.9, "#8a939b", True)}  # points, colour, dashed
RED = "#a3261b"  # of what is missing
_TEXT, _SMALL = 9.0, 8.0
_WIDTH = 62.0  # millimetres on A3


def uncovered(scene: Scene) -> list[str]:
    """List the districts that have no cluster by the horizon."""
    return check_coverage(scene.plan, by=scene.phases[-1].end).missing


def legend_size(scene: Scene, scale: float) -> tuple[float, float]:
    """Measure the width and height that the legend needs."""
    width = _WIDTH * scene.page.unit
    measured = replace(scene, page=replace(scene.page, dry=True))
    return width, -draw_legend(measured, Box(0, 0, width, 0), scale, 1e5)


def draw_legend(scene: Scene, box: Box, scale: float, denominator: float) -> float:
    """Draw the legend below the top of its box; gives where it ends."""
    y = _phases(scene, box.left, _caption(scene, box, box.top, "legend"))
    y = _circles(scene, box.left, _caption(scene, box, y, "size"), scale)
    if len(scene.phases) > 1:
        y = _ring(scene, box, y)
    y = _subregions(scene, box, _caption(scene, box, y, "subregions"))
    y = _borders(scene, box.left, y)
    if uncovered(scene):
        words = scene.say("without")
        y = scene.page.paragraph(box.left, y, words, box.width, size=_TEXT, bold=True, colour=RED)
        y -= 1.2 * scene.page.unit
    y = _scale_bar(scene, box, y, denominator)
    return scene.page.paragraph(box.left, y, scene.say("indicative"), box.width, size=_SMALL, colour=GREY)


def _caption(scene: Scene, box: Box, y: float, key: str) -> float:
    u = scene.page.unit
    return scene.page.paragraph(box.left, y, scene.say(key), box.width, size=_TEXT, bold=True) - 0.8 * u


def _phases(scene: Scene, x: float, y: float) -> float:
    page, u = scene.page, scene.page.unit
    row = 1.25 * page.leading(_TEXT)
    numerals = [roman(i) for i in range(1, len(scene.phases) + 1)]
    label = x + 11 * u + max(page.wide(numeral, _TEXT, bold=True) for numeral in numerals)
    for numeral, phase in zip(numerals, scene.phases, strict=True):
        page.disc(x + 3.5 * u, y - row / 2, 2.2 * u, fill=phase.colour)
        page.text(x + 9 * u, y - 0.66 * row, numeral, size=_TEXT, bold=True)
        page.text(label, y - 0.66 * row, phase.label[scene.lang], size=_TEXT)
        y -= row
    return y - 1.2 * u


def _circles(scene: Scene, x: float, top: float, scale: float) -> float:
    """Draw nested circles at round values, standing on one line, each with its hectares."""
    page, u = scene.page, scene.page.unit
    row = page.leading(_SMALL)
    values = sorted(set(legend_hectares(float(scene.plan.clusters["ha"].max()))), reverse=True)
    radii = [ring_radii([value], scale)[0] for value in values]
    most = radii[0]
    base = top - max(2 * most + 1.5 * u, row * (len(values) + 0.2))
    y = base - row
    for value, radius in reversed(list(zip(values, radii, strict=True))):
        page.disc(x + most + u, base + radius, radius, edge=0.8)
        y = max(y + row, base + 2 * radius - 0.4 * row)
        middle, over = y + 0.35 * row, x + 2 * most + 4 * u
        page.line((x + most + u, base + 2 * radius), (over, middle), (over + 2 * u, middle), width=0.5)
        page.text(over + 3 * u, y + 0.05 * row, f"{scene.number(value)} ha", size=_SMALL)
    return base - 1.5 * u


def _ring(scene: Scene, box: Box, y: float) -> float:
    page, u = scene.page, scene.page.unit
    x = box.left + 4.5 * u
    page.disc(x, y - 6 * u, 4.2 * u, fill=scene.phases[-1].colour)
    page.disc(x, y - 6 * u, 3.0 * u, fill=scene.phases[0].colour, z=6.1)
    end = page.paragraph(box.left + 11 * u, y, scene.say("ring"), box.width - 11 * u, size=_SMALL)
    return min(end, y - 10.5 * u) - 1.5 * u


def _subregions(scene: Scene, box: Box, y: float) -> float:
    page, u, x = scene.page, scene.page.unit, box.left
    for i, label in enumerate(scene.plan.subregions[f"label_{scene.lang}"]):
        swatch = Box(x + 0.5 * u, y - 4.6 * u, x + 6.5 * u, y - 0.8 * u)
        page.box(swatch, fill=TINTS[i % len(TINTS)], edge=0.5, colour=GREY)
        y = min(page.paragraph(x + 9 * u, y, label, box.width - 9 * u, size=_TEXT), y - 5 * u)
    return y


def _borders(scene: Scene, x: float, y: float) -> float:
    page, u = scene.page, scene.page.unit
    row = 1.25 * page.leading(_TEXT)
    for name, (width, colour, dash) in BORDERS.items():
        ends = (x + 0.5 * u, y - row / 2), (x + 6.5 * u, y - row / 2)
        page.line(*ends, width=width, colour=colour, dash=dash)
        page.text(x + 9 * u, y - 0.66 * row, scene.say(f"{name} border"), size=_TEXT)
        y -= row
    return y - 2 * u


def _scale_bar(scene: Scene, box: Box, top: float, denominator: float) -> float:
    """Draw the bar of a round length on the ground, the scale in figures, and where north is."""
    page, u, x = scene.page, scene.page.unit, box.left
    per_km = 1e6 / denominator
    lengths = [m * 10.0**e for e in range(-3, 5) for m in (1, 2, 5)]
    length = max(km for km in lengths if km * per_km <= 0.72 * box.width or km == lengths[0])
    y = top - 8 * u
    page.text(x, top - 3.2 * u, f"{scene.say('scale')} 1:{scene.number(denominator)}", size=_SMALL)
    for part, fill in ((0, INK), (0.5, "white")):
        left = x + part * length * per_km
        page.box(Box(left, y, left + length * per_km / 2, y + 1.4 * u), fill=fill, edge=0.6)
    for part in (0, 0.5, 1):
        text = scene.number(part * length) + (" km" if part == 1 else "")
        align = "left" if part == 0 else "center"
        page.text(x + part * length * per_km, y - 3.2 * u, text, size=7.5, align=align)
    middle = box.right - 4 * u
    tip, notch = (middle, y + 5 * u), (middle, y - 1.2 * u)
    page.shape(tip, (middle + 2.2 * u, y - 3 * u), notch, fill=INK)
    page.shape(tip, (middle - 2.2 * u, y - 3 * u), notch, fill="white")
    page.text(middle, y + 5.6 * u, scene.say("north"), size=_TEXT, bold=True, align="center")
    return y - 5.5 * u
