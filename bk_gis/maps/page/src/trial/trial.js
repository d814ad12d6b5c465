// What is tried in the room, as one value: documents of changes, the one that is shown, and the one that was saved.

import { formatNumber, memo, missingUnits, rounded, say, summarise, unitNames } from "../shared.js";
import { Refusal, apply, clean } from "./changes.js";
import { readChanges, writeChanges } from "./toml.js";

/** No changes of a plan. A document is what a changes.toml holds. */
export const nothing = memo((plan) => Object.freeze({ plan: plan.decision.number, changes: Object.freeze([]) }));

const given = memo((plan) => (plan.changes ? Object.freeze({ ...plan.changesHead, changes: plan.changes.map(Object.freeze) }) : nothing(plan)));

/** What the page was made with, or another document. */
export function firstTrial(plan, document = given(plan)) {
  return Object.freeze({ documents: [document], at: 0, saved: document });
}

export const documentOf = ({ documents, at }) => documents[at];

/** Go on from what is shown to another document; what was undone before is forgotten. */
export const goOn = ({ documents, at, saved }, document) =>
  Object.freeze({ documents: [...documents.slice(0, at + 1), document], at: at + 1, saved });

export const isUnsaved = (trial) => documentOf(trial).changes.length > 0 && documentOf(trial) !== trial.saved;

/** The plan that is shown: the given one, or the one that is tried, whose title says so. */
export function planOf(plan, { trial, before }) {
  return before || !documentOf(trial).changes.length ? plan : tried(documentOf(trial), plan);
}

const tried = memo((document, plan) => Object.freeze({
  ...apply(plan, document.changes).at(-1),
  tried: document.changes,
  told: (lang) => apply(plan, document.changes).slice(0, -1).map((one, i) => toldWords(one, lang, document.changes[i])),
  title: Object.fromEntries(["vi", "en"].map((lang) => [lang, `${say(lang, "trial")}: ${plan.title[lang]}`])),
}));

/** A document with one more change; one that goes on with the same cluster's hectares, name or place becomes one with it. */
export function withChange(document, change) {
  const changes = [...document.changes];
  const last = changes.at(-1);
  const isOne = ({ drop, move }) => !drop && !move;
  if (last?.cluster === change.cluster && isOne(last) && isOne(change)) {
    const { location, district, commune, ...rest } = last;
    const place = change.commune ? {} : Object.fromEntries(Object.entries({ commune, location, district }).filter(([, value]) => value));
    changes.pop();
    changes.push(Object.freeze({ ...rest, ...place, ...change, ...(last.hectares || change.hectares ? { hectares: { ...last.hectares, ...change.hectares } } : {}) }));
  } else {
    changes.push(Object.freeze(change));
  }
  return Object.freeze({ ...document, changes: Object.freeze(changes) });
}

/** A document with a reason for one of its changes; an empty one is none. */
export function withReason(document, index, reason) {
  const { reason: _, ...rest } = document.changes[index];
  const changes = document.changes.map((change, i) => (i === index ? Object.freeze(reason ? { ...rest, reason } : rest) : change));
  return Object.freeze({ ...document, changes: Object.freeze(changes) });
}

/** A document without a change, and without those that need it. */
export function without(plan, document, index) {
  let changes = document.changes.filter((_, i) => i !== index);
  for (;;) {
    try {
      apply(plan, changes);
      return Object.freeze({ ...document, changes: Object.freeze(changes) });
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      changes = changes.filter((_, i) => i !== refusal.at);
    }
  }
}

/** Take a document for a plan, or refuse it with the line of what does not fit. */
export function fitting(plan, { document, rows }) {
  const own = plan.decision.number;
  if (document.plan !== undefined && clean(document.plan) !== clean(own)) throw new Refusal("other plan", { what: document.plan }, 1);
  try {
    apply(plan, document.changes);
  } catch (refusal) {
    refusal.row = rows?.[refusal.at] ?? 0;
    throw refusal;
  }
  return document;
}

/** A document as a part of an address; none of nothing. */
export function toAddress(document) {
  if (!document.changes.length) return "";
  const bytes = new TextEncoder().encode(writeChanges(document));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_");
}

export function fromAddress(plan, text) {
  if (!text) return nothing(plan);
  let bytes;
  try {
    bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  } catch {
    throw new Refusal("unreadable", { what: text.slice(0, 20) }, 1);
  }
  return fitting(plan, readChanges(decode(bytes)));
}

export function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("unreadable", { what: "UTF-8" }, 1);
  }
}

/** A change in words, and why. */
function toldWords(plan, lang, change) {
  return `${changeWords(plan, lang, change)}${change.reason ? ` (${change.reason})` : ""}`;
}

/** A change in words; `plan` is the one that it is made to. */
export function changeWords(plan, lang, change) {
  const here = plan.clusters.find(({ id }) => id === change.cluster);
  const number = (value) => formatNumber(lang, value);
  const place = plan.communes.find(({ code }) => code === change.commune);
  const where = place ? `${place.unit} ${place.name}` : change.location ?? change.district;
  const { from, to } = change.move ?? {};
  const parts = Object.entries(change.hectares ?? {}).sort()
    .map(([id, ha]) => `${id}: ${here ? `${number(here.ha[plan.phases.findIndex((phase) => phase.id === id)])} → ` : ""}${number(ha)} ha`);
  if (change.move) parts.unshift(`${from} → ${to}`);
  if (change.drop) parts.push(say(lang, "dropped"));
  if (here && change.name) parts.push(say(lang, "renamed", { name: change.name }));
  if (where) parts.push(say(lang, here ? "moved to" : "added in", { where }));
  return `${here?.name ?? change.name}: ${parts.join("; ")}`;
}

/** What lies between two plans, by horizon: hectares, clusters, and units that gain or lose their cluster. */
export function effectWords(before, after, lang) {
  const spans = [];
  for (const { end } of before.phases) {
    const [old, now] = [before, after].map((plan) => summarise(plan, { by: end, alone: false }).whole);
    const signed = (value, unit) => (value ? `${value > 0 ? "+" : "−"}${formatNumber(lang, Math.abs(value))} ${unit}` : null);
    const [was, is] = [before, after].map((plan) => missingUnits(plan, end));
    const named = (key, units) => (units.length ? say(lang, key, { names: unitNames(before, lang, units) }) : null);
    const words = [
      signed(rounded(now.hectares - old.hectares), "ha"), signed(now.clusters - old.clusters, say(lang, "ccn")),
      named("covers", was.filter((u) => !is.includes(u))), named("uncovers", is.filter((u) => !was.includes(u))),
    ].filter(Boolean).join(", ");
    if (spans.at(-1)?.words === words) spans.at(-1).to = end;
    else spans.push({ from: end, to: end, words });
  }
  return spans.filter(({ words }) => words).map(({ from, to, words }) => `${from === to ? from : `${from}–${to}`}: ${words}`).join(". ");
}

const FIGURE = /(-?\d+)?([a-z])([\d.]+)([EAB]?)/g; // as trials.py writes the figures of a target

/** Figures that the decision's records give and those of a plan do not: {clause, where, when, measure, stated, now}. */
export function brokenTargets(plan) {
  let when;
  return plan.targets.flatMap(([clause, where, figures]) => [...figures.matchAll(FIGURE)].flatMap(([, span = when, measure, text, side]) => {
    when = Number(span);
    const now = computed(plan, where, when, measure);
    const stated = Number(text);
    // It was rounded, or cut off, at its last digit, one that is qualified at the last that is not 0; counts were not.
    const digits = text.split(".")[1]?.length ?? (side ? -/0*$/.exec(text)[0].length : 0);
    const unit = "cne".includes(measure) || !stated ? 0 : 10 ** -digits;
    const isWithin = stated - Math.max(side === "A" ? 0 : unit, 1e-9) < now && now < stated + Math.max(side === "B" ? 0 : unit, 1e-9);
    return isWithin || Math.abs(now - stated) < 1e-6 ? [] : [{ clause, where, when, measure, stated, now }];
  }));
}

/** What the records give for a target; the same as checks/auditing/records.py. */
function computed({ clusters, rates }, where, when, measure) {
  const [from, to] = when < 0 ? [0, ~when] : [when, when];
  let sum = 0;
  for (const { ha, subregion, district } of clusters) {
    if (where !== null && where !== (where < 0 ? ~district : subregion)) continue;
    const founded = ha.findIndex((value) => value > 0);
    const there = ha.slice(from, to + 1);
    if (measure === "c") sum += Number(there.some((value) => value > 0));
    else if (measure === "n") sum += Number(from <= founded && founded <= to);
    else if (measure === "e") sum += there.filter((value, p) => value > 0 && from + p > founded).length;
    else sum += there.reduce((a, b) => a + b, 0);
  }
  return rounded((rates[measure] ?? 1) * rounded(sum));
}
