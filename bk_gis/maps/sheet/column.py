"""The column beside the map: title, decision, verdict, the annex's table, notes and sources."""

from collections.abc import Sequence
from dataclasses import replace

from bk_gis.checks.coverage import check_coverage
from bk_gis.geo.crs import metric_crs
from bk_gis.maps.sheet.canvas import GREY, PALE, Box, Scene
from bk_gis.plan.levels import covered_level, unit_names, units_of

MOST_ROWS = 60  # clusters; with more, the table lists districts only
_TEXT, _NOTE = 9.5, 8.0
_YES, _NO = "#17663a", "#a3261b"
Row = tuple[bool, str, list[float]]  # whether it is a district or the sum, name, hectares by phase


def draw_column(scene: Scene, box: Box, lost: Sequence[str]) -> None:
    """Fill the column; `lost` are the clusters that are not on the map."""
    unit = scene.page.unit
    top = _head(scene, box)
    height = -_notes(replace(scene, page=replace(scene.page, dry=True)), box, 0, lost)
    _notes(scene, box, box.bottom + height, lost)
    _table(scene, Box(box.left, box.bottom + height + 3 * unit, box.right, top - 4 * unit))


def _head(scene: Scene, box: Box) -> float:
    page, plan, lang = scene.page, scene.plan, scene.lang
    u, decision = page.unit, plan.decision
    issued = scene.say(
        "decision", number=decision.number, date=scene.date(decision.date), issuer=decision.issuer[lang]
    )
    y = page.paragraph(box.left, box.top, plan.title[lang], box.width, size=15, bold=True, most=6)
    y = page.paragraph(box.left, y - 1.5 * u, issued, box.width, size=_TEXT, colour=GREY)
    found = check_coverage(plan, by=scene.phases[-1].end, lang=lang)
    colour = _YES if found.ok else _NO
    y -= 2.5 * u
    left, width = box.left + 4 * u, box.width - 4 * u
    end = page.paragraph(left, y, found.verdict(lang), width, size=10.5, colour=colour, bold=True)
    page.box(Box(box.left, end, box.left + 1.5 * u, y - 0.8 * u), fill=colour)
    return end


def _notes(scene: Scene, box: Box, top: float, lost: Sequence[str]) -> float:
    page, plan = scene.page, scene.plan
    many = len(plan.clusters) > MOST_ROWS
    boundaries, crs = plan.boundaries, metric_crs(plan.communes)
    notes = [
        *([scene.say("not placed", names=", ".join(lost))] if lost else []),
        " ".join(scene.say(key) for key in ("indicative", "leader", "numerals", *(["some"] if many else []))),
        scene.say("boundaries", note=boundaries.note[scene.lang], date=scene.date(boundaries.date)),
        scene.say(
            "source",
            number=plan.decision.number,
            credit=boundaries.credit,
            crs=f"{crs.name} ({crs.to_string()})",
        ),
    ]
    for note in notes:
        top = (
            page.paragraph(box.left, top, note, box.width, size=_NOTE, colour=GREY, most=8) - 0.8 * page.unit
        )
    return top


def table_rows(scene: Scene) -> list[Row]:
    """
    List the annex as it counts at the horizon: districts with their sums, their clusters, the total.

    Districts stand in the annex's order, that of their first clusters; those without any at the end.
    """
    plan, columns = scene.plan, scene.columns
    level = covered_level(plan)
    names = unit_names(plan, level, scene.lang)
    stated = units_of(plan, plan.clusters, level)
    clusters = plan.clusters[["id", "name", *columns]].assign(of=stated.to_numpy())
    clusters = clusters[clusters[columns].sum(axis=1) > 0]
    rows: list[Row] = []
    for code in dict.fromkeys([*stated.dropna(), *names.index]):
        group, name = clusters[clusters["of"] == code], names[code]
        label = name if len(group) else f"{name} ({scene.say('none')})"
        rows.append((True, label, group[columns].sum().tolist()))
        if len(clusters) <= MOST_ROWS:
            labels = [f"{i}. {cluster}" for i, cluster in zip(group["id"], group["name"], strict=True)]
            rows += zip([False] * len(group), labels, group[columns].to_numpy().tolist(), strict=True)
    return [*rows, (True, scene.say("total"), clusters[columns].sum().tolist())]


def _table(scene: Scene, box: Box) -> None:
    """Draw the table in letters as large as the room allows."""
    page, u = scene.page, scene.page.unit
    rows = table_rows(scene)
    caption = scene.say("table", by=scene.phases[-1].end)
    y = page.paragraph(box.left, box.top, caption, box.width, size=10.5, bold=True) - u
    high = min((y - box.bottom) / (len(rows) + 1.6), 5.6 * u)
    size = min(high / (1.21 * page.leading(1)), 9.5)
    heads = [
        page.wrap(words.replace("-", "- "), 12 * u, size, bold=True)[:2]
        for words in (*(phase.id for phase in scene.phases), scene.say("total"))
    ]
    cells = [
        [scene.number(value) if value else "–" for value in (*values, sum(values))] for *_, values in rows
    ]
    widths = [
        max(page.wide(text, size, bold=True) for text in (*head, *column)) + 3 * u
        for head, *column in zip(heads, *cells, strict=True)
    ]
    rights = [box.right - sum(widths[i + 1 :]) - 0.8 * u for i in range(len(widths))]
    room = rights[0] - widths[0] - box.left
    name = scene.say("district" if any(not strong for strong, *_ in rows) else "districts only")
    page.text(box.left + u, y - 0.7 * high, page.cut(name, room, size, bold=True), size=size, bold=True)
    for head, right in zip(heads, rights, strict=True):
        for i, line in enumerate(head):
            page.text(right, y - (0.7 + 0.75 * i) * high, line, size=size, bold=True, align="right")
    y -= 1.6 * high
    page.line((box.left, y), (box.right, y), width=0.8)
    for (strong, label, _), texts in zip(rows, cells, strict=True):
        if strong:
            page.box(Box(box.left, y - high, box.right, y), fill=PALE, z=1)
        indent = u if strong else 4 * u
        base = y - 0.7 * high
        text = page.cut(label, room - indent, size, bold=strong)
        page.text(box.left + indent, base, text, size=size, bold=strong)
        for cell, right in zip(texts, rights, strict=True):
            page.text(right, base, cell, size=size, bold=strong, align="right")
        y -= high
        page.line((box.left, y), (box.right, y), width=0.25, colour="#c5ccd1", z=2)
