// changes.toml: read strictly, with the line of what is wrong, and written as plan/changes.py writes it, byte for byte.

import { Refusal, clean } from "./changes.js";

const SHORT = { b: "\b", t: "\t", n: "\n", f: "\f", r: "\r", '"': '"', "\\": "\\" };
const LINE = /"((?:[^"\\\n]|\\[^\n])*)"|'([^'\n]*)'/y;
const TEXT = /"""\n?((?:[^"\\]|\\[^]|""?(?!"))*"{0,2})"""|'''\n?([^]*?'{0,2})'''(?!')/y;
const DEEPEST = 20; // brackets in brackets

/**
 * Read TOML, but for times and numbers that are not decimal, which no file of changes has: {table, rowOf}, where
 * rowOf(table, key) is the line of a key or of the table.
 */
function parse(given) {
  const text = given.replaceAll("\r\n", "\n");
  const rows = new Map();
  const closed = new Set(); // what stands in brackets: nothing can be added to it
  const [begun, ended] = [new Set(), new Set()]; // tables of keys with dots; those that had their head, or are done
  let [at, line, counted, deep] = [text.search(/(?![\t\n\x80-\x9f])\p{Cc}/u), 1, 0, 0];
  const row = () => {
    for (let end; (end = text.indexOf("\n", counted)) >= 0 && end < at; counted = end + 1) line += 1;
    return line;
  };
  const refuse = (isWrong = true) => {
    if (isWrong) throw new Refusal("unreadable", { what: text.slice(at).split("\n", 1)[0].slice(0, 60) }, row());
  };
  refuse(at >= 0);
  at = 0;
  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const need = (pattern) => take(pattern) ?? refuse();
  const blanks = () => take(/[ \t]*/y);
  const lines = () => take(/(?:[ \t\n]|#[^\n]*)*/y);
  const newTable = () => {
    const made = Object.create(null);
    rows.set(made, Object.assign(Object.create(null), { "": row() }));
    return made;
  };
  const string = ([, basic, literal]) => literal ?? basic.replace(/\\(?:[ \t]*\n[ \t\n]*|(u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^]))/g, (_, c = "") => {
    const point = parseInt(c.slice(1), 16);
    refuse(c && !(c in SHORT || point < 0xd800 || (point > 0xdfff && point < 0x110000)));
    return c && (SHORT[c] ?? String.fromCodePoint(point));
  });
  const path = () => {
    const names = [];
    do {
      blanks();
      names.push(take(/[\w-]+/y)?.[0] ?? string(need(LINE)));
      blanks();
    } while (take(/\./y));
    return [names, names.pop()];
  };
  const into = (table, name) => {
    const there = (table[name] ??= newTable());
    refuse(!isTable(there) || closed.has(there));
    return there;
  };
  const pair = (table) => {
    const [names, last] = path();
    for (const name of names) {
      table = into(table, name);
      refuse(ended.has(table));
      begun.add(table);
    }
    refuse(last in table);
    rows.get(table)[last] = row();
    need(/=[ \t]*/y);
    table[last] = value();
    blanks();
  };
  const value = () => {
    const plain = take(/(true|false)\b|(\d{4}-\d\d-\d\d)(?![\dTt]| \d)|([+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?)(?![\w.:-])/y);
    if (plain) return plain[1] ? plain[1] === "true" : plain[2] ? { day: plain[2] } : Number(plain[3].replaceAll("_", ""));
    const isList = take(/\[/y);
    if (!isList && !take(/\{/y)) return string(take(TEXT) ?? need(LINE));
    const [made, between, end] = isList ? [[], lines, /\]/y] : [newTable(), blanks, /\}/y];
    refuse(deep++ > DEEPEST);
    between();
    let more = !take(end);
    while (more) {
      if (isList) made.push(value());
      else pair(made);
      between();
      more = take(/,/y);
      if (more) between();
      if (more ? isList && take(end) : need(end)) break;
    }
    deep -= 1;
    closed.add(made);
    return made;
  };
  const root = newTable();
  let table = root;
  for (lines(); at < text.length; lines()) {
    const head = take(/\[\[?/y)?.[0];
    if (head) {
      const [names, last] = path();
      need(head === "[" ? /\]/y : /\]\]/y);
      for (const one of begun) ended.add(one);
      const outer = names.reduce((within, name) =>
        (Array.isArray(within[name]) && !closed.has(within[name]) ? within[name].at(-1) : into(within, name)), root);
      if (head === "[") {
        table = into(outer, last);
        refuse(ended.has(table));
        ended.add(table);
      } else {
        const list = (outer[last] ??= []);
        refuse(!Array.isArray(list) || closed.has(list));
        list.push(table = newTable());
      }
    } else {
      pair(table);
    }
    need(/[ \t]*(#[^\n]*)?(\n|$)/y);
  }
  return { table: root, rowOf: (within, key = "") => rows.get(within)?.[key] ?? 0 };
}

const isText = (value) => typeof value === "string" && clean(value) !== "";
const isTable = (value) => value !== undefined && Object.getPrototypeOf(value) === null;
const isPhase = (value) => typeof value === "string" && /^[A-Za-z0-9]{1,20}([-_][A-Za-z0-9]{1,20}){0,3}$/.test(value);
export const isArea = (value) => value === 0 || (typeof value === "number" && value >= 0.0001 && value <= 1e6);
const isFlag = (value) => typeof value === "boolean";
const isDay = (value) => {
  const given = (!isTable(value) && value.day) || "";
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
