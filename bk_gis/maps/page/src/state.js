// What is shown, as one value, and its form in the address: #by=2020&lang=en&district=061

import { vintageOf } from "./vintages.js";

/**
 * The state in which the page opens. `boundaries` is a later year, or null for the plan's own. `trial` is what is tried,
 * once the mode for it has been opened, and `link` the same as an address has it, null being what the page was made
 * with; `trying` says whether the mode is
 * open, `before` whether the decision is looked at meanwhile.
 */
export function firstState(plan) {
  return {
    by: plan.by, alone: false, lang: plan.lang, boundaries: plan.shown, district: null, subregion: null, cluster: null, playing: false,
    trial: null, link: null, trying: false, before: false,
  };
}

/** Write what differs from the first state; nothing is written of what a link cannot restore. */
export function toHash(plan, state) {
  const first = firstState(plan);
  const parts = new URLSearchParams();
  if (state.by !== first.by) parts.set("by", state.by);
  if (state.alone) parts.set("alone", "1");
  if (state.lang !== first.lang) parts.set("lang", state.lang);
  if (state.boundaries !== first.boundaries) parts.set("boundaries", state.boundaries ?? plan.ownYear);
  if (state.district !== null) parts.set("district", plan.districts[state.district].code);
  if (state.subregion !== null) parts.set("subregion", plan.subregions[state.subregion].id);
  if (state.cluster !== null) parts.set("cluster", plan.clusters[state.cluster].id);
  if (typeof state.link === "string") parts.set("try", state.link);
  return parts.toString();
}

/** Read an address; what the plan does not have is left as it was at first. */
export function fromHash(plan, hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const state = firstState(plan);
  const indexOf = (list, key, name) => {
    const i = list.findIndex((item) => item[key] === parts.get(name));
    return i < 0 ? null : i;
  };
  const by = Number(parts.get("by"));
  if (plan.phases.some((phase) => phase.end === by)) state.by = by;
  if (["vi", "en"].includes(parts.get("lang"))) state.lang = parts.get("lang");
  const year = Number(parts.get("boundaries"));
  if (year && (year === plan.ownYear || vintageOf(plan, year))) state.boundaries = vintageOf(plan, year)?.year ?? null;
  state.alone = parts.get("alone") === "1";
  state.district = indexOf(plan.districts, "code", "district");
  state.subregion = state.district === null ? indexOf(plan.subregions, "id", "subregion") : null;
  state.cluster = indexOf(plan.clusters, "id", "cluster");
  state.link = parts.get("try");
  return state;
}
