"""The phases of an annex and those of the plan.toml beside which its clusters are written."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from bk_gis.errors import InputError
from bk_gis.language.words import both, say
from bk_gis.plan.annex.layout import EXISTING
from bk_gis.plan.annex.reading import Annex, read_annex
from bk_gis.plan.annex.sums import Measure
from bk_gis.plan.clusters import HECTARES, hectare_column
from bk_gis.plan.toml_file import phase_tables, read_toml

_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9")  # told apart by all eyes


def read_for(
    folder: Path, path: Path, *, phases: Sequence[str] | None = None, measure: Measure | None = None
) -> Annex:
    """Read an annex for the plan of a folder: its phases are named as there, by years or order."""
    known = _stated(folder)
    try:
        annex = read_annex(path, phases=phases, measure=measure)
    except InputError:
        if phases is None and known:
            with suppress(InputError):
                annex = read_annex(path, phases=list(known.values()), measure=measure)
                if _agree(annex, known):
                    taken = both("annex.phases of plan", ids=list(known.values()))
                    return replace(annex, notes=(taken, *annex.notes))
        raise
    names = {hectare_column(years): hectare_column(name) for years, name in known.items()}
    return annex if phases else replace(annex, clusters=annex.clusters.rename(columns=names))


def _agree(annex: Annex, known: Mapping[str, str]) -> bool:
    """Whether the heads of columns name no other years than those in which their phases end."""
    heads = annex.sums[-1].heads
    years = {name: re.findall(r"(?:19|20)\d\d", heads.get(name, "")) for name in known.values()}
    return all(span.endswith(year) for span, name in known.items() for year in years[name][-1:])


def phases_to_state(folder: Path, annex: Annex) -> str:
    """Write the phases of an annex for plan.toml, where there is one that has others; else nothing."""
    columns = [name for name in map(str, annex.clusters) if name.startswith(HECTARES)]
    ids = [name.removeprefix(HECTARES).replace("_", "-") for name in columns]
    known = list(map(hectare_column, _stated(folder).values()))
    years = [list(map(int, re.findall(r"\d{4}", one))) for one in ids]
    planned = [span for span in years if len(span) == 2]
    if not known or known == columns or len(planned) + (EXISTING in ids) < len(ids):
        return ""
    before = planned[0][0] - 1 if planned else 0
    return "\n\n".join(
        _table(one, span or [before, before], colour)
        for one, span, colour in zip(ids, years, cycle(_COLOURS), strict=False)
    )


def _stated(folder: Path) -> dict[str, str]:
    """Find the ids of the phases in plan.toml by their years, as heads of an annex have them."""
    tables = phase_tables(read_toml(folder / "plan.toml", []))
    return {f"{table.get('start')}-{table.get('end')}": table["id"] for table in tables}


def _table(name: str, years: Sequence[int], colour: str) -> str:
    key = "annex.label existing" if name == EXISTING else "annex.label"
    vi, en = (say(key, lang, years=name) for lang in ("vi", "en"))
    return (
        f'[[phases]]\nid = "{name}"\nstart = {years[0]}\nend = {years[1]}\ncolour = "{colour}"\n'
        f'label = {{ vi = "{vi}", en = "{en}" }}'
    )
