"""What was read of an annex beside what it states itself: a row for each heading and total."""

from collections.abc import Sequence

from bk_gis.errors import Lang
from bk_gis.language.formats import number
from bk_gis.language.words import heads, say
from bk_gis.plan.annex.reading import StatedSum
from bk_gis.plan.annex.sums import same
from bk_gis.reports.plain_text import boxed


def sums_table(sums: Sequence[StatedSum], lang: Lang) -> str:
    """Draw the sums; a figure that the annex states otherwise has the sign ≠ and what it states."""
    columns = list(dict.fromkeys(column for one in sums for column in one.read))
    printed = {"total": say("annex.total_column", lang)}
    for one in sums:
        printed |= one.heads
    head = heads("annex.columns_of_sums", lang) + [printed[column] for column in columns]
    rows = []
    for one in sums:
        of = [str(one.row or ""), one.name or say("annex.all", lang), str(one.clusters)]
        rows.append(of + [_cell(one, column, lang) for column in columns])
    return boxed(head, rows, right=range(2, len(head))) + "\n" + say("annex.key", lang)


def _cell(one: StatedSum, column: str, lang: Lang) -> str:
    if column not in one.read:
        return ""
    read = number(one.read[column], lang)
    if column not in one.stated:
        return read
    stated = one.stated[column]
    return f"{read} =" if same(stated, one.read[column]) else f"{read} ≠ {number(stated or 0, lang)}"
