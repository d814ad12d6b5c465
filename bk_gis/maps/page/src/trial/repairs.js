// Where a rule fails: the single changes, from the plan itself, that repair it. Facts, no advice.

import { shortUnits, summarise } from "../shared.js";

/** The least hectares that a cluster of the plan is founded with. */
export function leastFounded({ clusters }) {
  const founded = clusters.map(({ ha }) => ha.find((value) => value > 0));
  return founded.length ? founded.reduce((a, b) => Math.min(a, b)) : 1;
}

/**
 * For each rule, and each unit that falls short of it: {rule, unit, forward, added}. `forward` are changes
 * {change, ha} that bring a later phase of a cluster forward, the smallest first; `added` what a new cluster there has to have, {phase, ha,
 * communes}, or null where one is not enough.
 */
export function repairsOf(plan) {
  return plan.rules.flatMap((rule) => {
    const { units } = summarise(plan, { by: rule.by, alone: false });
    const last = plan.phases.findLastIndex(({ end }) => end <= rule.by);
    if (last < 0) return [];
    const phase = plan.phases[last].id;
    return shortUnits(plan, rule).map((unit) => {
      const { clusters, hectares } = units[unit];
      const repairs = (more, ha) => clusters + more >= (rule.clusters ?? 0) && hectares + ha >= (rule.hectares ?? 0) - 1e-6;
      const forward = plan.clusters.filter((cluster) => cluster.units.includes(unit)).flatMap(({ id, ha }) => {
        const isThere = ha.some((value, p) => value > 0 && p <= last);
        return ha.flatMap((value, p) => (p > last && value > 0 && repairs(Number(!isThere), value)
          ? [{ ha: value, change: { cluster: id, move: { from: plan.phases[p].id, to: phase } } }] : []));
      });
      const ha = Math.max(leastFounded(plan), (rule.hectares ?? 0) - hectares);
      const within = (commune, m) => ({ commune: m, district: commune.district, subregion: commune.subregion }[plan.level] === unit);
      return {
        rule, unit, forward: forward.sort((a, b) => a.ha - b.ha),
        added: repairs(1, ha) ? { phase, ha, communes: plan.communes.filter(within) } : null,
      };
    });
  });
}
