"""What the records of a plan give for a target, and the row that holds a stated figure against it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

from bk_gis.checks.auditing.rows import AGREES, DIFFERS, NO_RECORD, ROUNDING, Row
from bk_gis.checks.groups import cluster_groups
from bk_gis.checks.rates import RATED, Rate, add_up, common_rate, within
from bk_gis.errors import Lang, Text
from bk_gis.language.names import fold
from bk_gis.language.reasons import Reason, reason
from bk_gis.plan.levels import Level, by_phase, unit_names
from bk_gis.plan.model import Plan
from bk_gis.plan.values import COUNTS, Target

_EXACT = 1e-6


@dataclass(frozen=True)
class Records:
    """The records of a plan, phase by phase, and the rates that its clauses share."""

    plan: Plan

    @cached_property
    def by_phase(self) -> list[dict[str, Any]]:
        """One record for each cluster and phase in which it has hectares."""
        return [{str(k): v for k, v in record.items()} for record in by_phase(self.plan).to_dict("records")]

    @cached_property
    def names(self) -> dict[str, tuple[str, str, str]]:
        """Each cluster's id, its name and that as printed, by id."""
        clusters = self.plan.clusters
        rows = zip(clusters["id"], clusters["name"], clusters["printed_name"], strict=True)
        return {row[0]: row for row in rows}

    @cached_property
    def corrections(self) -> dict[str, set[str]]:
        """Corrected spellings by printed one, both folded."""
        found: dict[str, set[str]] = {}
        table = self.plan.place_names
        for printed, corrected in zip(table["printed"], table["corrected"], strict=True):
            if corrected:
                found.setdefault(fold(printed), set()).add(fold(corrected))
        return found

    @cached_property
    def units(self) -> dict[Level, dict[str, Text]]:
        """Name the units of each level by their codes."""
        named = {
            level: [unit_names(self.plan, level, lang) for lang in get_args(Lang)]
            for level in get_args(Level)
        }
        return {
            level: {code: Text(*texts) for code, *texts in zip(names[0].index, *names, strict=True)}
            for level, names in named.items()
        }

    @cached_property
    def rates(self) -> dict[str, Rate | None]:
        """The rate per hectare of each measure that has one."""
        return {measure: common_rate(self.plan, measure) for measure in RATED}

    @cached_property
    def before(self) -> "Records | None":
        """The records of the plan that the decision amends."""
        return None if self.plan.before is None else Records(self.plan.before)

    @cached_property
    def group(self) -> dict[str, str]:
        """What the decision does with each cluster, by id."""
        if self.plan.before is None:
            return {}
        found = cluster_groups(self.plan.before, self.plan)
        return dict(zip(found["id"], found["group"], strict=True))

    def chosen(self, target: Target, *, before: bool = False) -> list[dict[str, Any]]:
        """Keep the records that a target counts, or those `before` the decision."""
        amended = self.before.by_phase if self.before is not None else []
        found = amended if before else self.by_phase
        for key in ("phase", "subregion", "district"):
            if (stated := getattr(target, key)) is not None:
                found = [record for record in found if record[key] == stated]
        if (by := target.by) is not None:
            found = [record for record in found if record["end"] <= by]
        if (group := target.group) is not None:
            found = [record for record in found if self.group[record["id"]] == group]
        return found

    def counted(self, target: Target, measure: str) -> list[dict[str, Any]]:
        """Keep of these records those that a measure counts, a cluster once but for its expansions."""
        chosen = self.chosen(target)
        if target.group is not None and measure in ("clusters", "hectares_before"):
            # Whenever they have their hectares, in either plan.
            always = target.model_copy(update={"phase": None, "by": None})
            chosen = [*self.chosen(always, before=True), *self.chosen(always)]
        if measure in ("new", "expansions"):
            return [record for record in chosen if bool(record["new"]) == (measure == "new")]
        return list({record["id"]: record for record in chosen}.values())

    def hectares(self, target: Target, *, before: bool = False) -> float:
        """Add up the hectares that a target counts."""
        return add_up([record["hectares"] for record in self.chosen(target, before=before)])

    def computed(self, target: Target, measure: str) -> float | None:
        """Compute a figure; None where the records hold nothing about it."""
        if measure == "subregions":
            return len(self.plan.subregions)
        if measure in COUNTS:
            return len(self.counted(target, measure))
        if measure in ("hectares", "hectares_before"):
            return self.hectares(target, before=measure == "hectares_before")
        rate = self.rates.get(measure)
        return None if rate is None else add_up([rate.value * self.hectares(target)])

    def scope(self, target: Target) -> Reason | Text | str:
        """Say what a target counts: where and when."""
        scope: Reason | Text | str
        if target.every:
            scope = reason(f"every.{target.every}")
        elif target.subregion is not None:
            scope = self.units["subregion"][target.subregion]
        elif target.district is not None:
            scope = self.units["district"][target.district]
        else:
            scope = target.cost_item or reason("scope.province")
        if target.group is not None:
            scope = reason("scope.group", where=scope, group=reason(f"group.{target.group}"))
        if target.phase is not None:
            scope = reason("scope.phase", where=scope, phase=target.phase)
        return scope if target.by is None else reason("scope.by", where=scope, by=str(target.by))

    def row(
        self, target: Target, measure: str, stated: float, computed: float | None, why: Reason | None = None
    ) -> Row:
        """Hold a stated figure against the computed one."""
        verdict = NO_RECORD
        if computed is not None:
            verdict = DIFFERS
            if abs(stated - computed) < _EXACT:
                verdict = AGREES
            elif within(measure, stated, computed, target.qualifiers.get(measure)):
                verdict = ROUNDING
        return Row(target.clause, self.scope(target), measure, stated, computed, verdict, why)
