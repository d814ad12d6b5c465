// changes.toml: read strictly, with the line of what is wrong, and written as plan/changes.py writes it, byte for byte.

import { Refusal, clean } from "./changes.js";

const SHORT = { b: "\b", t: "\t", n: "\n", f: "\f", r: "\r", '"': '"', "\\": "\\" };
const STRING = /"((?:[^"\\\p{Cc}]|\t|\\[btnfr"\\]|\\u[\da-fA-F]{4}|\\U[\da-fA-F]{8})*)"|'((?:[^'\p{Cc}]|\t)*)'/uy;

/**
 * Read the TOML that files of changes are made of: keys with values, tables in braces, [[changes]]. Gives {table, rowOf},
 * where rowOf(table, key) is the line of a key or of the table.
 */
function parse(text) {
  let at = 0;
  const rows = new Map();
  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const row = () => text.slice(0, at).split("\n").length;
  const refuse = () => {
    throw new Refusal("unreadable", { what: text.slice(at).split("\n", 1)[0].slice(0, 60) }, row());
  };
  const need = (pattern) => take(pattern) ?? refuse();
  const lines = () => take(/(?:[ \t]|\r?\n|#[\t\P{Cc}]*)*/uy);
  const newTable = () => {
    const made = Object.create(null);
    rows.set(made, Object.assign(Object.create(null), { "": row() }));
    return made;
  };
  const string = () => {
    const [, basic, literal] = need(STRING);
    return literal ?? basic.replace(/\\(u.{4}|U.{8}|.)/g, (_, c) => {
      const point = parseInt(c.slice(1), 16);
      if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) refuse();
      return SHORT[c] ?? String.fromCodePoint(point);
    });
  };
  const pair = (table) => {
    const key = take(/[\w-]+/y)?.[0] ?? string();
    if (key in table) refuse();
    need(/[ \t]*=[ \t]*/y);
    rows.get(table)[key] = row();
    table[key] = value();
    take(/[ \t]*/y);
  };
  const value = () => {
    const plain = take(/(true|false)\b|(\d{4}-\d\d-\d\d)(?![\dT])|([+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d+)?)(?![\w.])/y);
    if (plain) return plain[1] ? plain[1] === "true" : plain[2] ? { day: plain[2] } : Number(plain[3].replaceAll("_", ""));
    if (!take(/\{[ \t]*/y)) return string();
    const table = newTable();
    if (take(/\}/y)) return table;
    do pair(table); while (take(/,[ \t]*/y));
    need(/\}/y);
    return table;
  };
  const root = newTable();
  let table = root;
  for (lines(); at < text.length; lines()) {
    if (take(/\[\[[ \t]*changes[ \t]*\]\]/y)) {
      table = newTable();
      if (!Array.isArray(root.changes ??= [])) refuse();
      root.changes.push(table);
    } else {
      pair(table);
    }
    need(/[ \t]*(#[\t\P{Cc}]*)?(\r?\n|$)/uy);
  }
  return { table: root, rowOf: (within, key = "") => rows.get(within)?.[key] ?? 0 };
}

const isText = (value) => typeof value === "string" && clean(value) !== "";
const isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value) && !("day" in value);
const isPhase = (value) => typeof value === "string" && /^[A-Za-z0-9]{1,20}([-_][A-Za-z0-9]{1,20}){0,3}$/.test(value);
export const isArea = (value) => value === 0 || (typeof value === "number" && value >= 0.0001 && value <= 1e6);
const isFlag = (value) => typeof value === "boolean";
const isDay = (value) => {
  const given = value?.day ?? "";
  const made = new Date(given);
  return given >= "1900" && given < "2201" && !Number.isNaN(+made) && made.toISOString().startsWith(given);
};
const isFilled = (value) => typeof value === "string" && value !== "";
const only = (value, ...names) => isTable(value) && Object.keys(value).every((name) => names.includes(name));

// Keys and what they may hold, in the order in which they are written.
const CHANGE = {
  cluster: isText, add: isFlag, drop: isFlag,
  move: (v) => only(v, "from", "to") && isPhase(v.from) && isPhase(v.to) && v.from !== v.to,
  hectares: (v) => isTable(v) && Object.entries(v).every(([phase, ha]) => isPhase(phase) && isArea(ha)),
  name: isText, commune: isText, location: isText, district: isText, reason: isText, decision: isText, date: isDay, source: isText,
};
const HEAD = {
  plan: isText,
  title: (v) => isFilled(v) || (only(v, "vi", "en") && isFilled(v.vi) && isFilled(v.en ?? v.vi)),
  decision: isText, date: isDay, source: isText,
  changes: (v) => Array.isArray(v) && v.length && v.every((change) => isTable(change) && "cluster" in change),
};

/** Read a changes.toml: its document, {plan, title, ..., changes}, and in `rows` the line of each change. */
export function readChanges(text) {
  const { table, rowOf } = parse(text);
  const read = (given, kinds) => {
    for (const [key, value] of Object.entries(given)) {
      if (!Object.hasOwn(kinds, key) || !kinds[key](value)) throw new Refusal("wrong", { what: key }, rowOf(given, key));
    }
    const made = {};
    for (const key of Object.keys(kinds)) {
      let value = given[key];
      if (key === "move" && value) value = { from: value.from, to: value.to };
      else if (isTable(value)) value = Object.keys(value).length ? { ...value } : undefined;
      if (value !== undefined && value !== false) made[key] = value.day ?? value;
    }
    return Object.freeze(made);
  };
  if (!table.changes) throw new Refusal("wrong", { what: "changes" }, 1);
  const head = read(table, HEAD);
  const changes = Object.freeze(head.changes.map((change) => read(change, CHANGE)));
  return { document: Object.freeze({ ...head, changes }), rows: head.changes.map((change) => rowOf(change)) };
}

const ESCAPED = /["\\\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff]/gu;
const escape = (c) => ({ '"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t" })[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
const quoted = (text) => `"${text.replace(ESCAPED, escape)}"`;

function written(value, key) {
  if (typeof value === "string") return key === "date" ? value : quoted(value);
  if (typeof value !== "object") return String(value);
  const pairs = Object.entries(value);
  if (key === "hectares") pairs.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{ ${pairs.map(([name, each]) => `${key === "hectares" ? quoted(name) : name} = ${written(each)}`).join(", ")} }`;
}

/** Write changes as TOML. */
export function writeChanges({ changes, ...head }) {
  const table = (record, kinds) => Object.keys(kinds).filter((key) => key in record)
    .map((key) => `${key} = ${written(key === "title" ? titled(record[key]) : record[key], key)}\n`).join("");
  return [table(head, HEAD), ...changes.map((change) => `[[changes]]\n${table(change, CHANGE)}`)].filter(Boolean).join("\n");
}

function titled(given) {
  const { vi = given, en = vi } = given;
  return vi === en ? vi : { vi, en };
}
