"""One row of the audit, and how its scope is said."""

from dataclasses import asdict, dataclass
from typing import Any

from bk_gis.language.words import Lang, say
from bk_gis.plan.levels import unit_names
from bk_gis.plan.model import Plan
from bk_gis.plan.values import Target

AGREES, ROUNDING, DIFFERS, NO_RECORD = "agrees", "agrees within rounding", "differs", "no record"


@dataclass(frozen=True)
class Row:
    """One figure or name: what the decision states, what the records give."""

    clause: str
    scope: str
    measure: str
    stated: float | str
    computed: float | str | None
    verdict: str
    explanation: str = ""
    known: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Lay out as the columns of the audit, with the difference where both are numbers."""
        row = asdict(self)
        numbers = isinstance(self.stated, int | float) and isinstance(self.computed, int | float)
        difference = round(float(self.stated) - float(self.computed or 0), 4) + 0.0 if numbers else None
        order = ("clause", "scope", "measure", "stated", "computed")
        ends = ("verdict", "explanation", "known")
        return {
            **{name: row[name] for name in order},
            "difference": difference,
            **{name: row[name] for name in ends},
        }


def scope_of(plan: Plan, target: Target, lang: Lang) -> str:
    """Say what a target counts: where and when."""
    parts = []
    if target.every:
        parts.append(say(f"every.{target.every}", lang))
    elif target.subregion is not None:
        parts.append(unit_names(plan, "subregion", lang)[target.subregion])
    elif target.district is not None:
        parts.append(unit_names(plan, "district", lang)[target.district])
    elif target.cost_item is not None:
        parts.append(target.cost_item)
    else:
        parts.append("toàn tỉnh" if lang == "vi" else "province")
    if target.phase is not None:
        parts.append(target.phase)
    if target.by is not None:
        parts.append(f"đến năm {target.by}" if lang == "vi" else f"by {target.by}")
    return ", ".join(parts)
