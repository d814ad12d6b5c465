// Communes of later years: which the plan's are drawn in, and in which each of them lies.

import { memo } from "./memo.js";
import { borders, dissolve } from "./shapes.js";
import { formatNumber, say } from "./text.js";

/** The boundaries of a year; null for the plan's own. */
export const vintageOf = (plan, year) => plan.vintages.find((vintage) => vintage.year === year) ?? null;

/** Its communes, dissolved from the plan's when they are first asked for. */
export const unitsOf = memo((vintage, plan) => vintage.name.map((name, i) => {
  const members = plan.communes.filter((_, c) => vintage.of[c] === i);
  return Object.freeze({
    name,
    unit: vintage.unit[i],
    note: vintage.note[i] ?? null, // why it is approximate
    isSame: members.length === 1 && members[0].name === name && members[0].unit === vintage.unit[i],
    outline: dissolve(plan.arcs, members.map(({ outline }) => outline)),
  });
}));

/** Its borders: those that the plan's communes lost are left out, and so are districts where there are none. */
export const bordersOf = memo((vintage, plan) => borders(plan.arcs, {
  rings: plan.communes.map(({ outline }) => outline),
  district: plan.communes.map(({ district }) => (vintage.districts ? district : null)),
  subregion: plan.communes.map(({ subregion }) => subregion),
}, vintage.of));

/** Where communes of the plan, by their places in its list, lie in a later year; with shares where one was split. */
export function placeIn(vintage, communes, lang) {
  const share = (percent) => (percent === null ? say(lang, "share not known") : `${formatNumber(lang, percent)} %`);
  const places = communes.flatMap((c) => (vintage.split[c]
    ? vintage.split[c].map(([name, percent]) => `${name} (${share(percent)})`)
    : [`${vintage.unit[vintage.of[c]]} ${vintage.name[vintage.of[c]]}`]));
  return [[...new Set(places)].join("; "), vintage.province].filter(Boolean).join(", ");
}

/** The same for every later year: [[year in words, place]]. */
export function laterPlaces(plan, communes, lang) {
  if (!communes.length) return [];
  return plan.vintages.map((vintage) => [say(lang, "in year", { year: vintage.year }), placeIn(vintage, communes, lang)]);
}
