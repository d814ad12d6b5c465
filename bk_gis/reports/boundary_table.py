"""What a repair of boundaries moved: a table by commune, and sentences."""

import pandas as pd

from bk_gis.errors import Lang
from bk_gis.geo.repair import DECIMALS, Repair
from bk_gis.language.formats import number
from bk_gis.language.words import say
from bk_gis.reports.plain_text import boxed, markdown

_SEEN = 0.005  # of a hectare: what shows with two digits


def area_table(repair: Repair) -> pd.DataFrame:
    """Give each row of the file its areas in hectares, before and after."""
    areas = repair.areas
    labels = areas[[name for name in ("code", "name") if name in areas]]
    table = labels.assign(
        before_ha=areas["before_ha"].round(4),
        after_ha=areas["after_ha"].round(4),
        difference_ha=(areas["after_ha"] - areas["before_ha"]).round(4),
        change_percent=(100 * areas["change"]).round(4),
    )
    table.insert(0, "row", range(1, len(table) + 1))
    return table


def moved_table(repair: Repair, lang: Lang, *, in_markdown: bool = False) -> str:
    """Draw the communes whose area moved, the most first, and the sum of all."""
    table = area_table(repair)
    labels = [name for name in ("code", "name") if name in table]
    moved = table[table["difference_ha"].abs() >= _SEEN]
    moved = moved.iloc[moved["change_percent"].abs().argsort(kind="stable")[::-1]]
    before, after = table["before_ha"].sum(), table["after_ha"].sum()
    ends = (before, after, after - before, 100 * (after / before - 1))
    figures = ("before_ha", "after_ha", "difference_ha", "change_percent")
    rows = [
        [str(row["row"]), *(str(row[name]) for name in labels), *_figures([row[f] for f in figures], lang)]
        for row in moved.to_dict("records")
    ]
    whole = say("boundaries.all", lang, count=len(table))
    rows.append([*([whole, *[""] * len(labels)]), *_figures(ends, lang)])
    keys = ("row", *labels, "before_ha", "after_ha", "difference", "change")
    head = [say(f"boundaries.{key}", lang) for key in keys]
    draw = markdown if in_markdown else boxed
    return draw(head, rows, right=range(len(head) - 4, len(head)))


def sentences(repair: Repair, lang: Lang, *, snap: float, gap: float) -> list[str]:
    """Say what was done, what was left, and that nothing is lost."""
    table = area_table(repair)
    still = int((table["difference_ha"].abs() < _SEEN).sum())
    counts = {
        "unmoved": (still, 0.0),
        "crossings": (repair.crossings, 0.0),
        "overlaps": (repair.overlaps, repair.overlaps_ha),
        "gaps": (repair.gaps, repair.gaps_ha),
        "left": (repair.left, repair.left_ha),
    }
    done = [
        say(f"boundaries.{key}", lang, count=count, ha=number(ha, lang, digits=2), gap=number(gap, lang))
        for key, (count, ha) in counts.items()
        if count
    ]
    return [
        say("boundaries.rows", lang, count=len(table)),
        *done,
        say("boundaries.shared", lang, decimals=DECIMALS, snap=number(snap, lang)),
    ]


def _figures(values: "list[float] | tuple[float, ...]", lang: Lang) -> list[str]:
    """Write two digits always, so that they stand below each other."""
    return [number(float(value), lang, digits=2, fixed=True) for value in values]
