// A clusters.csv of the same plan as changes; hectares as people write them.

import { Refusal, clean } from "./changes.js";
import { isArea } from "./toml.js";

/** Hectares with a decimal point or a comma, as clusters.csv has them: null where it is no area, or may be thousands. */
export function readArea(text) {
  const given = clean(text);
  if (!given) return 0;
  if (!/^\d+([.,]\d+)?$/.test(given) || /^[1-9]\d{0,2}[.,]\d{3}$/.test(given)) return null;
  const value = Number(given.replace(",", "."));
  return isArea(value) ? value : null;
}

/** Rows of cells of a file with commas, semicolons or tabs. */
function cellsOf(text) {
  const [head] = text.split("\n", 1);
  const mark = [";", "\t", ","].find((one) => head.includes(one)) ?? ",";
  const rows = [[]];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${mark}\\r\\n]*))(${mark}|\\r?\\n|$)`, "y");
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) throw new Refusal("unreadable", { what: "\"" }, rows.length);
    rows.at(-1).push(clean(found[1]?.replaceAll('""', '"') ?? found[2]));
    if (found[3] !== mark) rows.push([]);
  }
  return rows;
}

/** What a clusters.csv changes: {document, rows}, as readChanges gives it. */
export function readClusters(plan, text) {
  const [head, ...lines] = cellsOf(text);
  const columns = plan.phases.map(({ id }) => `ha_${id.replaceAll("-", "_")}`);
  const at = (name) => head.indexOf(name);
  const missing = ["id", "name", "location", ...(plan.districts.length ? ["district"] : []), ...columns].find((name) => at(name) < 0);
  if (missing) throw new Refusal("wrong", { what: missing }, 1);
  const [changes, rows, seen] = [[], [], new Set()];
  lines.forEach((cells, i) => {
    if (!cells.some(Boolean)) return;
    const row = i + 2;
    const cell = (name) => cells[at(name)] ?? "";
    const refuse = (what) => {
      throw new Refusal("wrong", { what }, row);
    };
    if (cells.length !== head.length) refuse(cells.at(-1));
    const id = cell("id");
    if (!id || seen.has(id)) refuse("id");
    seen.add(id);
    const here = plan.clusters.find((cluster) => cluster.id === id);
    const change = here ? { cluster: id } : { cluster: id, add: true };
    plan.phases.forEach((phase, p) => {
      const ha = readArea(cell(columns[p]));
      if (ha === null) refuse(columns[p]);
      if (ha !== (here?.ha[p] ?? 0)) (change.hectares ??= {})[phase.id] = ha;
    });
    const code = at("location_code") < 0 ? "" : cell("location_code");
    const words = { name: cell("name"), location: cell("location"), ...(plan.districts.length ? { district: cell("district") } : {}) };
    const old = here && { ...here, district: plan.districts[here.district]?.name };
    for (const [key, value] of Object.entries(words)) {
      if (!value) refuse(key);
      if (value !== old?.[key]) change[key] = value;
    }
    if (code && plan.communes[here?.communes[0]]?.code !== code) change.commune = code;
    if (change.commune || code) {
      delete change.location;
      delete change.district;
    }
    if (Object.keys(change).length === 1) return;
    rows.push(row);
    changes.push(Object.freeze(change));
  });
  if (!plan.clusters.some(({ id }) => seen.has(id))) throw new Refusal("other plan", { what: "id" }, 2);
  for (const { id } of plan.clusters) if (!seen.has(id)) changes.push(Object.freeze({ cluster: id, drop: true }));
  return { document: Object.freeze({ plan: plan.decision.number, changes: Object.freeze(changes) }), rows };
}
