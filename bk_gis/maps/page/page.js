var bkgis = (() => {
  var __defProp = Object.defineProperty;
  var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
  var __getOwnPropNames = Object.getOwnPropertyNames;
  var __hasOwnProp = Object.prototype.hasOwnProperty;
  var __export = (target, all) => {
    for (var name in all)
      __defProp(target, name, { get: all[name], enumerable: true });
  };
  var __copyProps = (to, from, except, desc) => {
    if (from && typeof from === "object" || typeof from === "function") {
      for (let key of __getOwnPropNames(from))
        if (!__hasOwnProp.call(to, key) && key !== except)
          __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
    }
    return to;
  };
  var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

  // bk_gis/maps/page/src/page.js
  var page_exports = {};
  __export(page_exports, {
    start: () => start
  });

  // bk_gis/maps/page/src/dom.js
  var Live = class {
    constructor() {
      this.followers = [];
    }
    /** A text node of the words that a state has. */
    text(of) {
      const node = document.createTextNode("");
      this.followers.push((state) => {
        const words2 = of(state);
        if (node.data !== words2) node.data = words2;
      });
      return node;
    }
    /** The element, with an attribute of the value that a state has; null takes it away. */
    attribute(element, name, of) {
      this.followers.push((state) => {
        const value = of(state);
        if (element.getAttribute(name) === value) return;
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      });
      return element;
    }
    /** Whatever else an element has to be told of a state. */
    follow(tell) {
      this.followers.push(tell);
    }
    show(state) {
      for (const tell of this.followers) tell(state);
    }
  };
  function el(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value === true) element.setAttribute(name, "");
      else if (value !== false && value !== null && value !== void 0) element.setAttribute(name, value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== void 0));
    return element;
  }
  var SVG = "http://www.w3.org/2000/svg";
  function svg(tag, attributes, ...children) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }
  function refill(box, ...children) {
    const key = box.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const scroll = box.firstChild ? box.scrollTop : 0;
    box.replaceChildren(...children.flat().filter(Boolean));
    if (scroll) box.scrollTop = scroll;
    if (key) {
      const again = [...box.querySelectorAll("[data-key]")].find((element) => element.dataset.key === key);
      if (!again) box.tabIndex = -1;
      (again || box).focus({ preventScroll: true });
    }
  }
  function whenPainted(then) {
    let timer = null;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        timer = setTimeout(then);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }
  function rem() {
    return parseFloat(getComputedStyle(document.documentElement).fontSize);
  }

  // bk_gis/maps/page/src/memo.js
  function memo(find) {
    const known2 = /* @__PURE__ */ new WeakMap();
    return (value, ...more) => {
      if (!known2.has(value)) known2.set(value, find(value, ...more));
      return known2.get(value);
    };
  }

  // bk_gis/maps/page/src/shapes.js
  var DEGREE = 1e5;
  function decodePolyline(text) {
    const xy = [];
    const last = [0, 0];
    for (let i = 0, axis = 0; i < text.length; axis ^= 1) {
      let value = 0;
      let shift = 0;
      let five;
      do {
        five = text.charCodeAt(i++) - 63;
        value |= (five & 31) << shift;
        shift += 5;
      } while (five >= 32);
      last[axis] += value & 1 ? ~(value >> 1) : value >> 1;
      xy.push(last[axis]);
    }
    return xy;
  }
  var numberOf = (r) => r < 0 ? ~r : r;
  function ringOf(arcs, outline) {
    const ring = [];
    for (const r of outline) {
      const arc = arcs[numberOf(r)];
      const last = arc.length - 2;
      for (let k = ring.length ? 2 : 0; k <= last; k += 2) {
        const i = r < 0 ? last - k : k;
        ring.push([arc[i + 1] / DEGREE, arc[i] / DEGREE]);
      }
    }
    return ring;
  }
  var keyOf = (arc, i) => (arc[i] + 2 ** 25) * 2 ** 26 + arc[i + 1] + 2 ** 25;
  function dissolve(arcs, shapes) {
    const uses = new Uint8Array(arcs.length);
    const all = shapes.flat(2);
    for (const r of all) uses[numberOf(r)] += 1;
    const head = (r) => r < 0 ? keyOf(arcs[~r], arcs[~r].length - 2) : keyOf(arcs[r], 0);
    const tail = (r) => head(~r);
    const from = /* @__PURE__ */ new Map();
    for (const r of all) {
      if (uses[numberOf(r)] !== 1) continue;
      const at = head(r);
      if (!from.has(at)) from.set(at, []);
      from.get(at).push(r);
    }
    const rings = [];
    for (const list of from.values()) {
      while (list.length) {
        const chain = [list.pop()];
        for (let next = from.get(tail(chain[0])); next && next.length; next = from.get(tail(chain.at(-1)))) chain.push(next.pop());
        rings.push(chain);
      }
    }
    return rings;
  }
  function inside(rings, [lat, lng]) {
    let odd = false;
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [a, b] = [ring[i], ring[j]];
        if (a[0] > lat !== b[0] > lat && lng < (b[1] - a[1]) * (lat - a[0]) / (b[0] - a[0]) + a[1]) odd = !odd;
      }
    }
    return odd;
  }
  var ringsOf = memo(({ outline }, { arcs }) => outline.map((ring) => ringOf(arcs, ring)));
  var boundsOf = memo(({ outline }, { arcs }) => boundsOfArcs(outline.flat().map((r) => arcs[numberOf(r)])));
  function boundsOfArcs(arcs) {
    let [south, west, north, east] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const arc of arcs) {
      for (let i = 0; i < arc.length; i += 2) {
        if (arc[i] < west) west = arc[i];
        if (arc[i] > east) east = arc[i];
        if (arc[i + 1] < south) south = arc[i + 1];
        if (arc[i + 1] > north) north = arc[i + 1];
      }
    }
    return [[south / DEGREE, west / DEGREE], [north / DEGREE, east / DEGREE]];
  }
  function borders(arcs, communes) {
    const sides = arcs.map(() => []);
    communes.rings.forEach((rings, i) => {
      for (const r of rings.flat()) sides[numberOf(r)].push(i);
    });
    const lines = { commune: [], district: [], subregion: [], outline: [] };
    sides.forEach((beside2, i) => {
      const [a, b] = beside2;
      const differ = (unit) => unit[a] !== unit[b];
      if (beside2.length < 2) lines.outline.push(i);
      else if (differ(communes.subregion)) lines.subregion.push(i);
      else lines[differ(communes.district) ? "district" : "commune"].push(i);
    });
    return lines;
  }

  // bk_gis/maps/page/src/plan.js
  function readPlan(data) {
    const arcs = data.communes.arcs.map((text) => decodePolyline(text));
    const { communes, districts, clusters } = data;
    const union = (units, unit) => dissolve(arcs, communes.rings.filter((_, i) => units[i] === unit));
    const plan = {
      ...data,
      arcs,
      borders: borders(arcs, communes),
      bounds: boundsOfArcs(arcs),
      communes: communes.code.map((code, i) => Object.freeze({
        code,
        name: communes.name[i],
        unit: communes.unit[i],
        district: communes.district[i] ?? null,
        subregion: communes.subregion[i] ?? null,
        outline: communes.rings[i]
      })),
      subregions: data.subregions.map((subregion, s) => Object.freeze({ ...subregion, outline: union(communes.subregion, s) })),
      districts: districts.code.map((code, d) => Object.freeze({
        code,
        name: districts.name[d],
        subregion: districts.subregion[d] ?? null,
        outline: union(communes.district, d)
      })),
      clusters: clusters.id.map((id, i) => Object.freeze({
        id,
        index: i,
        name: clusters.name[i],
        printed: clusters.printed[i],
        location: clusters.location[i],
        district: clusters.district[i] ?? null,
        subregion: clusters.subregion[i] ?? null,
        unit: clusters.unit[i],
        communes: clusters.communes[i],
        method: clusters.methods[clusters.method[i]],
        latlng: clusters.x[i] === null ? null : [clusters.y[i] / DEGREE, clusters.x[i] / DEGREE],
        ha: clusters.ha.map((phase) => phase[i])
      }))
    };
    plan.tinted = plan.subregions.length ? plan.subregions : [{ tint: data.tint, outline: dissolve(arcs, communes.rings) }];
    plan.units = { commune: plan.communes, district: plan.districts, subregion: plan.subregions }[plan.level];
    return Object.freeze(plan);
  }
  var unitName = (unit, lang) => unit.name ?? unit.label[lang];
  function unitsAround(plan, item) {
    return { district: plan.districts[item.district], subregion: plan.subregions[item.subregion] };
  }
  function phaseWeights(plan, state) {
    return plan.phases.map((phase) => Number(state.alone ? phase.end === state.by : phase.end <= state.by));
  }
  var rounded = (value) => Math.round(value * 1e6) / 1e6;
  function hectares(cluster, weights) {
    let sum = 0;
    for (let p = 0; p < weights.length; p++) sum += cluster.ha[p] * weights[p];
    return rounded(sum);
  }
  function isAll({ district, subregion }) {
    return district === null && subregion === null;
  }
  function isSelected(plan, state, cluster) {
    if (state.district !== null) return cluster.district === state.district;
    if (state.subregion !== null) return cluster.subregion === state.subregion;
    return true;
  }
  function statedBy(figures, weights, parts = []) {
    const counted = weights.map((_, p) => p).filter((p) => weights[p]);
    const of = (p) => {
      if (figures && figures[p] !== null) return figures[p];
      const stated = parts.map((part) => part ? part[p] : null);
      return stated.length && !stated.includes(null) ? stated.reduce((a, b) => a + b, 0) : null;
    };
    const found = counted.map(of);
    return found.length && !found.includes(null) ? rounded(found.reduce((a, b) => a + b, 0)) : null;
  }
  var known = memo(() => /* @__PURE__ */ new Map());
  function summarise(plan, { by, alone }) {
    const key = `${by} ${Boolean(alone)}`;
    const counts = known(plan);
    if (!counts.has(key)) counts.set(key, count(plan, { by, alone }));
    return counts.get(key);
  }
  function count(plan, state) {
    const weights = phaseWeights(plan, state);
    const upTo = phaseWeights(plan, { ...state, alone: false });
    const blank = () => ({ clusters: 0, hectares: 0, covered: 0, of: 0, stated: null });
    const [districts, subregions, whole] = [plan.districts.map(blank), plan.subregions.map(blank), blank()];
    const units = { commune: plan.communes.map(blank), district: districts, subregion: subregions }[plan.level];
    const around = ({ district, subregion }, unit) => /* @__PURE__ */ new Set([districts[district], subregions[subregion], units[unit], whole]);
    const add = (rows, key, value) => {
      for (const row of rows) if (row) row[key] += value;
    };
    const covered = /* @__PURE__ */ new Set();
    for (const cluster of plan.clusters) {
      const ha = hectares(cluster, weights);
      if (ha > 0) {
        const rows = around(cluster, cluster.unit);
        add(rows, "clusters", 1);
        add(rows, "hectares", ha);
      }
      if (hectares(cluster, upTo) > 0) covered.add(cluster.unit);
    }
    plan.units.forEach((unit, u) => {
      const rows = plan.level === "subregion" ? [units[u], whole] : around(unit, u);
      add(rows, "of", 1);
      if (covered.has(u)) add(rows, "covered", 1);
    });
    const partsOf = (test) => plan.districts.filter(test).map(({ code }) => plan.stated.districts[code]);
    districts.forEach((row, d) => {
      row.stated = statedBy(plan.stated.districts[plan.districts[d].code], weights);
    });
    subregions.forEach((row, s) => {
      const parts = partsOf(({ subregion }) => subregion === s);
      row.stated = statedBy(plan.stated.subregions[plan.subregions[s].id], weights, parts);
    });
    whole.stated = statedBy(plan.stated.province, weights, partsOf(() => true));
    for (const row of /* @__PURE__ */ new Set([...districts, ...subregions, ...units, whole])) row.hectares = rounded(row.hectares);
    return { districts, subregions, units, whole };
  }
  function missingUnits(plan, by) {
    const { units } = summarise(plan, { by, alone: false });
    return units.flatMap(({ covered }, u) => covered ? [] : [u]);
  }

  // bk_gis/maps/symbols.json
  var symbols_default = {
    disc: {
      largest: 18,
      whole: 640,
      most_painted: 0.3,
      least_growth: 0.7,
      most_growth: 2.2,
      outline: 1.75,
      gap: 3.5,
      open: 3.8,
      step: 0.3,
      halves: 8,
      crowd: 300
    },
    name: {
      beside: 4,
      above: 2,
      corner: 2,
      further: 14,
      steps: 13,
      ways: 16,
      leader: 8,
      all_up_to: 60
    },
    area: {
      spots: 12,
      around: 3,
      vertices: 100,
      width: 2,
      clear: 8
    },
    tints: ["#F3EBDC", "#E3EFE1", "#E4EBF5", "#F4E6EA", "#EFEAF6", "#E6F1F2", "#F5EFD2", "#ECECEC"]
  };

  // bk_gis/maps/page/src/symbols.js
  var { disc: DISC, name: NAME, area: AREA } = symbols_default;
  function ringRadii(hectares2, weights, scale) {
    let total2 = 0;
    return hectares2.map((ha, p) => {
      total2 += ha * weights[p];
      return scale * Math.sqrt(total2);
    });
  }

  // bk_gis/maps/page/src/text.js
  var words = {};
  function learn(given) {
    words = given;
  }
  function say(lang, key, values = {}) {
    if (!words[key]) throw new Error(`words.toml has no '${key}' for the page`);
    return words[key][lang].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  }
  function methodWords(lang, method) {
    return say(lang, words[`placed ${method}`] ? `placed ${method}` : "not placed");
  }
  var NUMBERS = {
    vi: new Intl.NumberFormat("vi", { maximumFractionDigits: 2 }),
    en: new Intl.NumberFormat("en", { maximumFractionDigits: 2 })
  };
  var DATES = {
    vi: new Intl.DateTimeFormat("en-GB", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" }),
    en: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })
  };
  function formatNumber(lang, value) {
    return NUMBERS[lang].format(value.toFixed(2));
  }
  function formatDate(lang, iso) {
    return DATES[lang].format(new Date(iso));
  }
  var I_FOR_Y = /(^| )(b|ch|d|g|h|k|l|m|n|ph|qu|r|s|t|th|tr|v|x)y(?= |$)/g;
  function searchKey(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d").replace(/[\s-]+/g, " ").trim().replace(I_FOR_Y, "$1$2i");
  }
  function toCsv(lang, rows) {
    const separator = lang === "vi" ? ";" : ",";
    const cell = (value) => {
      if (typeof value === "number") return lang === "vi" ? String(value).replace(".", ",") : String(value);
      const inert = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
      return /[",;\r\n]/.test(inert) ? `"${inert.replace(/"/g, '""')}"` : inert;
    };
    return `\uFEFF${rows.map((row) => row.map(cell).join(separator)).join("\r\n")}\r
`;
  }

  // bk_gis/maps/page/src/panel.js
  var MOST_LISTED = 60;
  var SOME = 20;
  function glyph(plan, ha, weights, scale, pad = 1) {
    const radii = ringRadii(ha, weights, scale);
    const r = Math.max(radii.at(-1), 1) + pad;
    const rings = radii.map((radius, p) => ({ radius, p })).filter(({ radius, p }) => radius > (radii[p - 1] || 0));
    return svg(
      "svg",
      { width: 2 * r, height: 2 * r, viewBox: `${-r} ${-r} ${2 * r} ${2 * r}`, "aria-hidden": "true" },
      ...rings.reverse().map(({ radius, p }) => svg("circle", { r: radius, fill: plan.phases[p].colour }))
    );
  }
  function headParts(plan, state) {
    const { lang } = state;
    const { number, date, issuer } = plan.decision;
    return [
      el("h1", {}, plan.title[lang]),
      el(
        "p",
        { class: "bk-decision" },
        `${say(lang, "decision", { number, date: formatDate(lang, date) })}, ${issuer[lang]}`
      )
    ];
  }
  function toolParts(lang, { speak, table, print }) {
    const button = (key, words2, click, extra = {}) => el("button", { type: "button", class: "bk-button", "data-key": key, click, ...extra }, words2);
    const other = lang === "vi" ? "en" : "vi";
    return [
      button("lang", lang === "vi" ? "English" : "Tiếng Việt", () => speak(other), { lang: other }),
      button("table", say(lang, "data"), table),
      ...["A4", "A3"].map((paper) => button(paper.toLowerCase(), `${say(lang, "print")} ${paper}`, () => print(paper)))
    ];
  }
  function verdicts(plan, state) {
    const { lang, by } = state;
    const of = plan.units.length;
    const units = plan.levelWords[lang];
    const join = (missing2) => missing2.map((u) => unitName(plan.units[u], lang)).join(", ");
    const rules = plan.rules.filter(({ every }) => every === plan.level).map((rule) => {
      const missing2 = missingUnits(plan, rule.by);
      const key = missing2.length ? "rule missed" : "rule kept";
      const values = { ...rule, of, units, n: of - missing2.length, missing: join(missing2) };
      return { by: rule.by, ok: !missing2.length, words: say(lang, key, values) };
    });
    const missing = missingUnits(plan, by);
    if (rules.some((rule) => rule.by === by || rule.ok && rule.by < by && !missing.length)) return rules;
    const rest = missing.length ? say(lang, "missing", { missing: join(missing) }) : "";
    return [...rules, { by, ok: !missing.length, words: say(lang, "as of", { by, of, units, n: of - missing.length, rest }) }];
  }
  function verdictParts(plan, state) {
    return verdicts(plan, state).map(
      ({ ok, words: words2 }) => el("p", { class: ok ? "bk-yes" : "bk-no" }, el("span", { class: "bk-mark", "aria-hidden": "true" }, ok ? "✓" : "✗"), el("span", {}, words2))
    );
  }
  function timelineParts(plan, lang, live, { set, play }) {
    const steps = plan.phases.map((phase, p) => {
      const shown = (state) => phase.end === state.by;
      const input = el("input", { type: "radio", name: "bk-by", value: phase.end, "data-key": `by${phase.end}`, change: () => set({ by: phase.end }) });
      live.follow((state) => {
        input.checked = shown(state);
      });
      const dot = el("span", { class: "bk-dot", style: `--colour:${phase.colour}` });
      return live.attribute(
        el(
          "label",
          { class: "bk-step" },
          input,
          live.attribute(dot, "data-on", (state) => String(phaseWeights(plan, state)[p])),
          el("span", { class: "bk-year" }, String(phase.end)),
          el("span", { class: "bk-label" }, phase.label[lang])
        ),
        "data-on",
        (state) => shown(state) ? "1" : null
      );
    });
    const alone = el("input", { type: "checkbox", "data-key": "alone", change: (event) => set({ alone: event.target.checked }) });
    live.follow((state) => {
      alone.checked = state.alone;
    });
    return [
      el("fieldset", { class: "bk-steps" }, el("legend", {}, say(lang, "timeline")), el("div", { class: "bk-track" }, steps)),
      el(
        "div",
        { class: "bk-row" },
        el(
          "button",
          { type: "button", class: "bk-button", "data-key": "play", click: play },
          live.text(({ playing }) => playing ? `❚❚ ${say(lang, "pause")}` : `▶ ${say(lang, "play")}`)
        ),
        el("label", { class: "bk-check" }, alone, say(lang, "one phase"))
      )
    ];
  }
  function summaryRow(plan, lang, live, { name, key, kind, rowOf, isOn, select }) {
    const row = (state) => rowOf(summarise(plan, state));
    const number = (value) => value === null ? "–" : formatNumber(lang, value);
    const differs = ({ stated, hectares: ha }) => stated !== null && Math.abs(stated - ha) > 5e-3;
    const whole = kind !== plan.level;
    const isCovered = ({ covered, of }) => covered === of;
    const words2 = ({ covered, of }) => whole ? `${covered}/${of}` : say(lang, covered ? "yes" : "no");
    const cell = (of) => el("td", {}, live.text((state) => of(row(state))));
    const button = el("button", { type: "button", "data-key": key, click: select }, name);
    return live.attribute(
      el(
        "tr",
        { class: `bk-${kind}` },
        el("th", { scope: "row" }, live.attribute(button, "aria-pressed", (state) => String(isOn(state)))),
        cell(({ clusters }) => String(clusters)),
        cell(({ hectares: ha }) => number(ha)),
        live.attribute(cell(({ stated }) => number(stated)), "class", (state) => differs(row(state)) ? "bk-differs" : null),
        live.attribute(cell(words2), "class", (state) => isCovered(row(state)) ? "bk-yes" : "bk-no")
      ),
      "data-on",
      (state) => isOn(state) ? "1" : null
    );
  }
  function summaryParts(plan, lang, live, { select }) {
    const rows = [{
      name: say(lang, "whole"),
      key: "whole",
      kind: "whole",
      rowOf: ({ whole }) => whole,
      isOn: isAll,
      select: () => select({})
    }];
    const addDistricts = (within) => plan.districts.forEach(({ name, subregion }, d) => {
      if (subregion === within) rows.push({
        name,
        key: `d${d}`,
        kind: "district",
        rowOf: ({ districts }) => districts[d],
        isOn: (state) => state.district === d,
        select: () => select({ district: d })
      });
    });
    plan.subregions.forEach((subregion, s) => {
      if (plan.subregions.length > 1) rows.push({
        name: subregion.label[lang],
        key: `s${s}`,
        kind: "subregion",
        rowOf: ({ subregions }) => subregions[s],
        isOn: (state) => state.subregion === s,
        select: () => select({ subregion: s })
      });
      addDistricts(s);
    });
    addDistricts(null);
    const heads = [plan.level, "clusters", "hectares", "stated", "covered"];
    const covered = ({ alone, by }) => say(lang, alone ? "covered by" : "covered", { by });
    const words2 = { covered: live.text(covered), clusters: say(lang, "clusters column"), hectares: say(lang, "ha") };
    return el(
      "table",
      { class: "bk-summary" },
      el("caption", {}, live.text((state) => `${say(lang, "summary")}: ${horizonWords(plan, state)}`)),
      el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, words2[head] || say(lang, head))))),
      el("tbody", {}, rows.map((row) => summaryRow(plan, lang, live, row)))
    );
  }
  function horizonWords(plan, state) {
    const phase = plan.phases.find(({ end }) => end === state.by);
    return state.alone ? phase.label[state.lang] : say(state.lang, "up to", { by: state.by }).toLocaleLowerCase(state.lang);
  }
  function listedClusters(plan, state) {
    const weights = phaseWeights(plan, state);
    return plan.clusters.filter((cluster) => hectares(cluster, weights) > 0 && isSelected(plan, state, cluster));
  }
  function selectionName(plan, state) {
    if (state.district !== null) return plan.districts[state.district].name;
    if (state.subregion !== null) return plan.subregions[state.subregion].label[state.lang];
    return say(state.lang, "whole");
  }
  function listParts(plan, state, { open, hover }) {
    const { lang } = state;
    const weights = phaseWeights(plan, state);
    const clusters = listedClusters(plan, state);
    const sum = clusters.reduce((total2, cluster) => total2 + hectares(cluster, weights), 0);
    const item = (cluster) => el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          "data-key": `c${cluster.index}`,
          "aria-current": state.cluster === cluster.index ? "true" : null,
          click: () => open(cluster.index),
          focus: () => hover(cluster.index),
          blur: () => hover(-1),
          mouseenter: () => hover(cluster.index),
          mouseleave: () => hover(-1)
        },
        el("span", { class: "bk-glyph" }, glyph(plan, cluster.ha, weights, 1.6)),
        el("span", { class: "bk-name" }, cluster.name, cluster.latlng ? null : ` (${say(lang, "not placed")})`),
        el("span", { class: "bk-ha" }, `${formatNumber(lang, hectares(cluster, weights))} ha`)
      )
    );
    const shown = clusters.length > MOST_LISTED ? clusters.slice(0, SOME) : clusters;
    const rest = clusters.length - shown.length;
    return [
      el("h2", {}, `${selectionName(plan, state)}: ${clusters.length} ${say(lang, "clusters")}, ${formatNumber(lang, sum)} ha`),
      el("ul", { class: "bk-list" }, shown.map(item)),
      rest > 0 ? el("p", {}, say(lang, "more", { n: formatNumber(lang, rest) })) : null
    ];
  }
  function sourceParts(plan, lang) {
    const { boundaries } = plan;
    return [
      el("p", {}, say(lang, "indicative")),
      el("p", {}, boundaries.note[lang], " ", say(lang, "boundaries date", { date: formatDate(lang, boundaries.date) }), "."),
      el("p", {}, `${say(lang, "source")}: ${plan.decision.number}; ${boundaries.credit}.`)
    ];
  }

  // bk_gis/maps/page/src/legend.js
  function nestedCircles(plan, lang, scale) {
    const circles = [...plan.legend].reverse().map((ha) => ({ ha, r: ringRadii([ha], [1], scale)[0] }));
    const most = circles[0].r;
    const [left, base] = [most + 1, 2 * most + 7];
    const line = 13;
    let y = -line / 2;
    const parts = circles.flatMap(({ ha, r }) => {
      const top = base - 2 * r;
      y = Math.max(top, y + line);
      return [
        svg("circle", { cx: left, cy: base - r, r, fill: "none", stroke: "#1c2329", "stroke-width": 1.2 }),
        svg("path", { d: `M${left} ${top} L${left + most + 6} ${y} H${left + most + 12}`, fill: "none", stroke: "#1c2329", "stroke-width": 0.7 }),
        svg("text", { x: left + most + 15, y: y + 4, fill: "#1c2329" }, `${formatNumber(lang, ha)} ha`)
      ];
    });
    const height = Math.max(base + 2, y + line / 2 + 2);
    return svg("svg", { class: "bk-circles", width: left + most + 70, height, "aria-hidden": "true" }, ...parts);
  }
  function ringExample(plan) {
    const [first, last] = [plan.phases[0], plan.phases.at(-1)];
    return svg(
      "svg",
      { width: 30, height: 30, viewBox: "-15 -15 30 30", "aria-hidden": "true" },
      svg("circle", { r: 14, fill: last.colour }),
      svg("circle", { r: 10, fill: first.colour })
    );
  }
  function legendParts(plan, state, scale) {
    const { lang } = state;
    const sizes = plan.legend.map((ha) => `${formatNumber(lang, ha)} ha`).join(", ");
    return [
      el(
        "ul",
        { class: "bk-phases" },
        plan.phases.map((phase) => el("li", {}, el("span", { class: "bk-swatch bk-round", style: `--colour:${phase.colour}` }), phase.label[lang]))
      ),
      el(
        "div",
        { class: "bk-sizes", role: "img", "aria-label": `${say(lang, "size")}: ${sizes}` },
        el("span", {}, say(lang, "size")),
        nestedCircles(plan, lang, scale)
      ),
      plan.phases.length > 1 ? el("p", { class: "bk-ring" }, ringExample(plan), el("span", {}, say(lang, "ring"))) : null,
      el(
        "ul",
        { class: "bk-tints" },
        plan.subregions.map((subregion) => el("li", {}, el("span", { class: "bk-swatch", style: `--colour:${subregion.tint}` }), subregion.label[lang]))
      ),
      missingUnits(plan, state.by).length ? el("p", { class: "bk-missing" }, say(lang, `${plan.level} without`)) : null,
      isAll(state) ? null : el("p", { class: "bk-note" }, say(lang, "faded", { name: selectionName(plan, state) })),
      el("p", { class: "bk-note" }, say(lang, "indicative"))
    ].filter(Boolean);
  }

  // bk_gis/maps/page/src/controls.js
  var Controls = class {
    constructor(page) {
      this.page = page;
      this.all = null;
    }
    /** Make all of them, or make them again in another language. */
    render() {
      const { map, view, state: { lang } } = this.page;
      for (const control2 of this.all || []) control2.remove();
      this.layerBox = el("div");
      this.legendBox = el("div");
      const home = () => {
        this.page.select({});
        view.fitWhole();
      };
      this.all = [
        L.control.zoom({ position: "topleft", zoomInTitle: say(lang, "zoom in"), zoomOutTitle: say(lang, "zoom out") }),
        control(
          "topleft",
          "leaflet-bar bk-home",
          el("button", { type: "button", title: say(lang, "view all"), "aria-label": say(lang, "view all"), click: home }, "⌂")
        ),
        control("topright", "bk-card bk-layers", el("details", {}, el("summary", {}, say(lang, "layers")), this.layerBox)),
        control(
          "bottomleft",
          "bk-card bk-legend",
          el(
            "details",
            { open: view.legendOpen, toggle: (event) => {
              view.legendOpen = event.target.open;
            } },
            el("summary", {}, say(lang, "legend")),
            this.legendBox
          )
        ),
        // The map's north is up at every point of Web Mercator.
        control("bottomright", "bk-north", northArrow(say(lang, "north"))),
        L.control.scale({ position: "bottomright", imperial: false, maxWidth: 140 })
      ];
      for (const each of this.all) each.addTo(map);
      this.renderLayers();
      this.renderLegend();
    }
    renderLayers() {
      if (!this.all) return;
      const { layers, state: { lang } } = this.page;
      refill(this.layerBox, layers.list(lang).map(({ key, label, on }) => el(
        "label",
        { class: "bk-check" },
        el("input", { type: "checkbox", checked: on, "data-key": `layer-${key}`, change: (event) => layers.toggle(key, event.target.checked) }),
        label
      )));
    }
    renderLegend() {
      if (!this.all) return;
      const { plan, state, clusters } = this.page;
      this.legendBox.replaceChildren(...legendParts(plan, state, clusters.scale()));
    }
  };
  function control(position, className, ...children) {
    const made = new L.Control({ position });
    made.onAdd = () => {
      const box = el("div", { class: className }, ...children);
      L.DomEvent.disableClickPropagation(box).disableScrollPropagation(box);
      return box;
    };
    return made;
  }
  function northArrow(words2) {
    return svg(
      "svg",
      { viewBox: "0 0 24 34", width: 24, height: 34, role: "img", "aria-label": words2 },
      svg("path", { d: "M12 10 L19 32 L12 27.5 L5 32 Z", fill: "#1c2329" }),
      svg("path", { d: "M12 10 L12 27.5 L5 32 Z", fill: "#ffffff", stroke: "#1c2329", "stroke-width": 1 }),
      svg("path", { d: "M9 8 V1 L15 8 V1", fill: "none", stroke: "#1c2329", "stroke-width": 1.6 })
    );
  }

  // bk_gis/maps/page/src/details.js
  function communeNames(plan, cluster, lang) {
    return cluster.communes.map((i) => `${plan.communes[i].unit} ${plan.communes[i].name}`).join(say(lang, "and"));
  }
  function founded(cluster) {
    return cluster.ha.findIndex((ha) => ha > 0);
  }
  function popupContent(plan, cluster, lang) {
    const whole = plan.phases.map(() => 1);
    const { district, subregion } = unitsAround(plan, cluster);
    const rows = plan.phases.map((phase, p) => ({ phase, p, ha: cluster.ha[p] })).filter(({ ha }) => ha > 0).map(({ phase, p, ha }) => el(
      "tr",
      {},
      el("th", { scope: "row" }, el("span", { class: "bk-swatch", style: `--colour:${phase.colour}` }), phase.label[lang]),
      el("td", {}, say(lang, p === founded(cluster) ? "founding" : "expansion")),
      el("td", {}, `${formatNumber(lang, ha)} ha`)
    ));
    const fact = (key, value) => [el("dt", {}, say(lang, key)), el("dd", {}, value)];
    const place = communeNames(plan, cluster, lang);
    return el(
      "div",
      { class: "bk-popup", tabindex: "0", role: "group", "aria-label": cluster.name },
      el("h2", { tabindex: "-1" }, glyph(plan, cluster.ha, whole, 1.8), cluster.name),
      el(
        "table",
        {},
        el("caption", { class: "bk-unseen" }, say(lang, "area")),
        el("tbody", {}, rows),
        el("tfoot", {}, el(
          "tr",
          {},
          el("th", { scope: "row", colspan: "2" }, say(lang, "total")),
          el("td", {}, `${formatNumber(lang, hectares(cluster, whole))} ha`)
        ))
      ),
      el(
        "dl",
        {},
        district ? fact("district", district.name) : null,
        subregion ? fact("subregion", subregion.label[lang]) : null,
        fact("printed", cluster.printed),
        fact("location", cluster.location),
        fact("place", place ? `${place} (${methodWords(lang, cluster.method)})` : methodWords(lang, cluster.method)),
        fact("annex row", cluster.id)
      ),
      el("p", { class: "bk-note" }, say(lang, "indicative"))
    );
  }
  function communeContent(plan, commune, lang, open) {
    const { district, subregion } = unitsAround(plan, commune);
    const here = plan.clusters.filter(({ communes }) => communes.includes(plan.communes.indexOf(commune)));
    const whole = plan.phases.map(() => 1);
    return el(
      "div",
      { class: "bk-popup" },
      el("h2", {}, `${commune.unit} ${commune.name}`),
      el("p", {}, [district?.name, subregion?.label[lang]].filter(Boolean).join("; ")),
      here.length ? el("ul", { class: "bk-here" }, here.map((cluster) => el("li", {}, el("button", {
        type: "button",
        class: "bk-button",
        click: () => open(cluster.index)
      }, `${cluster.name}: ${formatNumber(lang, hectares(cluster, whole))} ha`)))) : null
    );
  }
  function tableRows(plan, state) {
    const { lang } = state;
    const weights = phaseWeights(plan, state);
    const head = [
      say(lang, "annex row"),
      say(lang, "name"),
      say(lang, "printed"),
      say(lang, "location"),
      say(lang, "district"),
      say(lang, "subregion"),
      ...plan.phases.map((phase) => `${phase.label[lang]} (ha)`),
      `${say(lang, "total")} (ha)`,
      say(lang, "place")
    ];
    const rows = listedClusters(plan, state).map((cluster) => {
      const { district, subregion } = unitsAround(plan, cluster);
      const ha = cluster.ha.map((value, p) => value * weights[p]);
      const place = communeNames(plan, cluster, lang);
      return [
        cluster.id,
        cluster.name,
        cluster.printed,
        cluster.location,
        district?.name ?? "",
        subregion?.label[lang] ?? "",
        ...ha,
        hectares(cluster, weights),
        place ? `${place}: ${methodWords(lang, cluster.method)}` : methodWords(lang, cluster.method)
      ];
    });
    return [head, ...rows];
  }
  var PAGE = 500;
  function openTable(plan, state) {
    const { lang } = state;
    const [head, ...rows] = tableRows(plan, state);
    const cell = (value) => el("td", { class: typeof value === "number" ? "bk-number" : null }, typeof value === "number" ? value ? formatNumber(lang, value) : "–" : value);
    const body = el("tbody");
    let shown = 0;
    const more = el("button", { type: "button", class: "bk-button", click: () => fill() });
    const fill = () => {
      body.append(...rows.slice(shown, shown + PAGE).map((row) => el("tr", {}, row.map(cell))));
      shown = Math.min(rows.length, shown + PAGE);
      more.hidden = shown === rows.length;
      more.textContent = say(lang, "more rows", { n: Math.min(PAGE, rows.length - shown) });
    };
    fill();
    const dialog = el(
      "dialog",
      { class: "bk-table", "aria-labelledby": "bk-table-title" },
      el(
        "header",
        {},
        el("h2", { id: "bk-table-title" }, say(lang, "data")),
        el("button", { type: "button", class: "bk-button", click: () => download(plan, state) }, say(lang, "download")),
        el("button", { type: "button", class: "bk-button", click: () => dialog.close() }, say(lang, "closed"))
      ),
      el("p", {}, say(lang, "copied")),
      el(
        "div",
        { class: "bk-scroll", tabindex: "0", role: "region", "aria-labelledby": "bk-table-title" },
        el(
          "table",
          {},
          el("thead", {}, el("tr", {}, head.map((name) => el("th", { scope: "col" }, name)))),
          body
        ),
        more
      )
    );
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }
  function download(plan, state) {
    const text = toCsv(state.lang, tableRows(plan, state));
    const link = el("a", { href: URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" })), download: `ccn-${state.by}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1e4);
  }

  // bk_gis/maps/page/src/canvas.js
  var CanvasLayer = L.Renderer.extend({
    options: { padding: 0.2 },
    initialize(plan, options) {
      L.Renderer.prototype.initialize.call(this, options);
      this.plan = plan;
      this.print = null;
    },
    /** Draw for paper, or for the screen again (null). */
    paint(print) {
      this.print = print;
      this._update();
    },
    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.setAttribute("aria-hidden", "true");
      this.context = this._container.getContext("2d");
    },
    _destroyContainer() {
      this._container.remove();
      delete this._container;
      delete this.context;
    },
    _updatePaths() {
    },
    // Leaflet's own would move the canvas by a part of a pixel after drawing it, which blurs it.
    _reset() {
      this._update();
    },
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const ratio = this.print ? this.print.ratio : window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this._container, this._bounds.min);
      this._container.width = Math.round(ratio * size.x);
      this._container.height = Math.round(ratio * size.y);
      this._container.style.width = `${size.x}px`;
      this._container.style.height = `${size.y}px`;
      this.ratio = ratio;
      this.draw({ blank: true });
      this.fire("update");
    },
    /**
     * Make ready for drawing in layer pixels; false where the layer is on no map. A canvas of a new size is
     * blank. On paper a clearing would be printed, and hide what lies below.
     */
    begin(blank = false) {
      const { context: c, ratio } = this;
      if (!c || !this._bounds) return false;
      const { min } = this._bounds;
      c.setTransform(1, 0, 0, 1, 0, 0);
      if (!blank) c.clearRect(0, 0, this._container.width, this._container.height);
      c.setTransform(ratio, 0, 0, ratio, -min.x * ratio, -min.y * ratio);
      return true;
    }
  });

  // bk_gis/maps/page/src/backdrop.js
  var UNIT = 2 ** 20;
  var FINE = 0.6;
  var BackdropLayer = CanvasLayer.extend({
    options: { pane: "bkGround" },
    initialize(plan, options) {
      CanvasLayer.prototype.initialize.call(this, plan, options);
      this.shows = { subregions: true, districts: true, communes: true };
      this.opacity = 1;
      this.base = L.CRS.EPSG3857.latLngToPoint(L.latLng(plan.bounds[0]), 0);
      this.arcs = plan.arcs.map((arc) => this.local(arc));
      this.paths = /* @__PURE__ */ new Map();
    },
    /** An arc in local units: Web Mercator from the plan's south-west corner. */
    local(arc) {
      const xy = new Float64Array(arc.length);
      const scale = 256 / 360 * UNIT;
      for (let i = 0; i < arc.length; i += 2) {
        const sine = Math.sin(arc[i + 1] / DEGREE * Math.PI / 180);
        xy[i] = (arc[i] / DEGREE + 180) * scale - this.base.x * UNIT;
        xy[i + 1] = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 256 * UNIT - this.base.y * UNIT;
      }
      return xy;
    },
    /** Paths with the vertices that a zoom can show, made once for each half zoom. */
    pathsAt(zoom) {
      const level = Math.ceil(zoom * 2) / 2;
      if (!this.paths.has(level)) {
        const least = FINE * UNIT / 2 ** level;
        const thin = this.arcs.map((xy) => thinned(xy, least));
        const line = (path, i) => trace(path, thin[i], true);
        const ring = (path, references) => {
          references.forEach((r, n) => trace(path, thin[numberOf(r)], n === 0, r < 0));
          return path;
        };
        this.paths.set(level, {
          fills: this.plan.tinted.map(({ outline }) => outline.reduce(ring, new Path2D())),
          ...Object.fromEntries(
            Object.entries(this.plan.borders).map(([name, arcs]) => [name, arcs.reduce(line, new Path2D())])
          )
        });
      }
      return this.paths.get(level);
    },
    draw({ blank = false } = {}) {
      if (!this.begin(blank)) return;
      const c = this.context;
      const zoom = this._map.getZoom();
      const origin = this._map.getPixelOrigin();
      const scale = 2 ** zoom / UNIT;
      c.transform(scale, 0, 0, scale, this.base.x * 2 ** zoom - origin.x, this.base.y * 2 ** zoom - origin.y);
      c.lineJoin = "round";
      c.lineCap = "round";
      const paths = this.pathsAt(zoom);
      const stroke = (path, colour, width, dash = []) => {
        c.strokeStyle = colour;
        c.lineWidth = width / scale;
        c.setLineDash(dash.map((length) => length / scale));
        c.stroke(path);
      };
      const { subregions, districts, communes } = this.shows;
      if (subregions) {
        c.globalAlpha = this.opacity;
        paths.fills.forEach((path, i) => {
          c.fillStyle = this.plan.tinted[i].tint;
          c.fill(path, "evenodd");
        });
        c.globalAlpha = 1;
      }
      if (communes) stroke(paths.commune, subregions ? "#ffffff" : "#c3cad0", 1.1);
      if (districts) stroke(paths.district, "#8a949c", 1.2, [5, 3]);
      if (subregions) {
        stroke(paths.subregion, "#4a545c", 1.6);
        stroke(paths.outline, "#4a545c", 1.8);
      }
    }
  });
  function thinned(xy, least) {
    const last = xy.length - 2;
    const kept = [xy[0], xy[1]];
    let [x, y] = kept;
    for (let i = 2; i <= last; i += 2) {
      if (i < last && Math.abs(xy[i] - x) < least && Math.abs(xy[i + 1] - y) < least) continue;
      [x, y] = [xy[i], xy[i + 1]];
      kept.push(x, y);
    }
    return kept;
  }
  function trace(path, xy, anew, backwards = false) {
    const last = xy.length - 2;
    for (let k = 0; k <= last; k += 2) {
      const i = backwards ? last - k : k;
      if (k === 0 && anew) path.moveTo(xy[i], xy[i + 1]);
      else path.lineTo(xy[i], xy[i + 1]);
    }
    return path;
  }
  function graticule([[south, west], [north, east]]) {
    const step = [1, 0.5, 0.25, 0.1, 0.05].find((s2) => (north - south) / s2 >= 3) || 0.05;
    const group = L.layerGroup();
    const style = { interactive: false, color: "#2b6f77", weight: 0.7, opacity: 0.7 };
    const from = (value) => Math.floor(value / step) * step;
    const add = (points, words2, at) => {
      group.addLayer(L.polyline(points, style));
      const label = document.createElement("span");
      label.textContent = words2;
      group.addLayer(
        L.marker(at, { interactive: false, keyboard: false, icon: L.divIcon({ className: "bk-degree", html: label, iconSize: null }) })
      );
    };
    const degrees = (value, suffix) => {
      const minutes = Math.round(value * 60);
      return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, "0")}′${suffix}`;
    };
    const [s, w] = [from(south), from(west)];
    const [n, e] = [from(north) + step, from(east) + step];
    for (let lng = w; lng <= e + 1e-9; lng += step) add([[s, lng], [n, lng]], degrees(lng, "E"), [n, lng]);
    for (let lat = s; lat <= n + 1e-9; lat += step) add([[lat, w], [lat, e]], degrees(lat, "N"), [lat, w]);
    return group;
  }

  // bk_gis/maps/page/src/layers.js
  var OWN = {
    clusters: "markers",
    labels: "labels",
    subregions: "subregions",
    districts: "districts",
    districtNames: "district names",
    communes: "borders",
    graticule: "graticule"
  };
  var Layers = class {
    constructor(map, plan, { backdrop, clusters }) {
      Object.assign(this, { map, plan, backdrop, clusters });
      this.on = Object.fromEntries(Object.keys(OWN).map((key) => [key, key !== "graticule"]));
      this.foreign = [];
    }
    toggle(key, on) {
      this.on[key] = on;
      if (key === "graticule") this.graticule ??= graticule(this.plan.bounds);
      const layer = key === "graticule" ? this.graticule : this.foreign.find((other) => other.key === key)?.layer;
      if (layer && on) this.map.addLayer(layer);
      else if (layer) this.map.removeLayer(layer);
      else this.drawParts();
    }
    /** Tell the two canvases what of them is to be seen. */
    drawParts() {
      const { clusters, subregions, districts, communes, labels, districtNames } = this.on;
      this.backdrop.shows = { subregions, districts, communes };
      this.clusters.hidden = !clusters;
      this.clusters.names.shows = { clusters: labels, districts: districtNames, communes };
      this.backdrop.draw();
      this.clusters.draw();
    }
    /** Take layers that were added in Python: [[name, layer]]. */
    addForeign(layers) {
      this.foreign = layers.map(([label, layer], i) => ({ key: `foreign${i}`, label, layer }));
      this.map.on("layeradd layerremove", ({ layer }) => {
        if (layer instanceof L.GridLayer) this.showGround();
      });
      this.showGround();
    }
    /** Let a map of tiles be seen through the tints of the sub-regions. */
    showGround() {
      const tiles = this.foreign.some(({ layer }) => layer instanceof L.GridLayer && this.map.hasLayer(layer));
      this.backdrop.opacity = tiles ? 0.35 : 1;
      this.backdrop.draw();
    }
    /** Everything that can be switched: [{key, on, label}]. */
    list(lang) {
      const capital = (words2) => words2[0].toLocaleUpperCase("vi") + words2.slice(1);
      const { districts, subregions } = this.plan;
      const absent = [...districts.length ? [] : ["districts", "districtNames"], ...subregions.length ? [] : ["subregions"]];
      const own = Object.entries(OWN).filter(([key]) => !absent.includes(key)).map(([key, words2]) => ({ key, on: this.on[key], label: capital(say(lang, words2)) }));
      return [...own, ...this.foreign.map(({ key, label, layer }) => ({
        key,
        on: this.map.hasLayer(layer),
        label: layer instanceof L.GridLayer ? `${label} (${say(lang, "network")})` : label
      }))];
    }
  };

  // bk_gis/maps/page/src/popups.js
  var Popups = class {
    constructor(page) {
      this.page = page;
      this.cluster = null;
      this.commune = null;
      page.map.on("popupclose", ({ popup }) => this.closed(popup));
    }
    /** Open the details of a cluster; of none, close them. */
    open(index, { focus = true } = {}) {
      const { page } = this;
      const { map, plan } = page;
      this.reopening = true;
      if (this.cluster) this.cluster.remove();
      this.reopening = false;
      this.cluster = null;
      if (index === null) return;
      const cluster = plan.clusters[index];
      if (!hectares(cluster, phaseWeights(plan, page.state))) {
        page.set({ by: plan.phases[cluster.ha.findIndex((ha) => ha > 0)].end });
      }
      const { x, y, radii } = cluster.latlng ? page.clusters.disc(cluster) : { radii: [0] };
      const at = cluster.latlng ? map.layerPointToLatLng([x, y]) : map.getCenter();
      this.openedFromList = page.boxes.list.contains(document.activeElement);
      const clear = page.view.isWide() ? page.view.padding(10).paddingTopLeft[0] : 60;
      const content = popupContent(plan, cluster, page.state.lang);
      const room = Math.min(24 * page.view.rem, map.getSize().x - clear - 60);
      const above = -Math.round(radii.at(-1) || 8);
      this.cluster = this.show(at, content, {
        maxWidth: room,
        minWidth: Math.min(18 * page.view.rem, room),
        offset: [0, above],
        autoPanPaddingTopLeft: [clear, 50]
      });
      page.view.reveal();
      if (focus) content.querySelector("h2").focus({ preventScroll: true });
    }
    /** Say which commune lies under a click. */
    name(latlng) {
      const { plan, state } = this.page;
      const commune = plan.communes.find((unit) => L.latLngBounds(boundsOf(unit, plan)).contains(latlng) && inside(ringsOf(unit, plan), [latlng.lat, latlng.lng]));
      if (!commune) return;
      const content = communeContent(plan, commune, state.lang, (cluster) => this.page.set({ cluster }));
      this.commune = this.show(latlng, content, { maxWidth: 260 });
    }
    show(at, content, options) {
      const popup = L.popup(options).setLatLng(at).setContent(content).openOn(this.page.map);
      const button = popup.getElement().querySelector(".leaflet-popup-close-button");
      button.setAttribute("aria-label", say(this.page.state.lang, "closed"));
      return popup;
    }
    /** Say what is open in another language. */
    renew() {
      const { cluster } = this.page.state;
      if (cluster !== null && this.cluster) this.open(cluster, { focus: false });
      if (this.commune?.isOpen()) this.name(this.commune.getLatLng());
    }
    /** A closed popup selects nothing any more, and gives the focus back to where it came from. */
    closed(popup) {
      const { map, state, boxes } = this.page;
      if (popup !== this.cluster || state.cluster === null || this.reopening) return;
      const back = popup.getElement().contains(document.activeElement);
      this.page.set({ cluster: null });
      const opener = boxes.list.querySelector(`[data-key="c${state.cluster}"]`);
      if (back) (this.openedFromList && opener ? opener : map.getContainer()).focus({ preventScroll: true });
    }
  };

  // bk_gis/maps/page/src/print.js
  var MOST_ROWS = 60;
  function annexTable(plan, state) {
    const { lang } = state;
    const weights = phaseWeights(plan, state);
    const sums = summarise(plan, state);
    const number = (value) => value ? formatNumber(lang, rounded(value)) : "–";
    const cells = (ha) => [...ha.map((value, p) => number(value * weights[p])), number(ha.reduce((t, v, p) => t + v * weights[p], 0))];
    const row = (kind, name, ha) => el("tr", { class: kind }, el("th", { scope: "row" }, name), cells(ha).map((text) => el("td", {}, text)));
    const add = (clusters) => plan.phases.map((_, p) => clusters.reduce((sum, cluster) => sum + cluster.ha[p], 0));
    const shown = listedClusters(plan, state);
    const nameOf = (cluster) => `${cluster.id}. ${cluster.name}${cluster.latlng ? "" : ` (${say(lang, "not placed")})`}`;
    const isIn = (u) => isSelected(plan, state, { ...plan.units[u], [plan.level]: u });
    const first = (u) => plan.clusters.find((cluster) => cluster.unit === u)?.index ?? Infinity;
    const within = (u) => shown.filter(({ unit }) => unit === u);
    const order = plan.units.map((_, u) => u).filter((u) => within(u).length || plan.level !== "commune" && isIn(u));
    const list = (clusters) => shown.length > MOST_ROWS ? [] : clusters.map((cluster) => row("bk-cluster", nameOf(cluster), cluster.ha));
    const rows = order.sort((a, b) => first(a) - first(b)).flatMap((u) => {
      const mark = sums.units[u].covered ? "" : ` (${say(lang, "no")})`;
      return [row("bk-district", unitName(plan.units[u], lang) + mark, add(within(u))), ...list(within(u))];
    });
    return el(
      "table",
      {},
      el("caption", {}, `${selectionName(plan, state)}: ${say(lang, "size").toLocaleLowerCase(lang)}, ${horizonWords(plan, state)}`),
      el("thead", {}, el(
        "tr",
        {},
        el("th", { scope: "col" }, say(lang, plan.level)),
        plan.phases.map((phase) => el("th", { scope: "col" }, phase.id)),
        el("th", { scope: "col" }, say(lang, "total"))
      )),
      el("tbody", {}, rows, list(within(null)), row("bk-total", say(lang, "total"), add(shown)))
    );
  }
  function sheetParts(plan, state, scale) {
    return [
      el(
        "div",
        { class: "bk-sheet-column" },
        headParts(plan, state),
        verdictParts(plan, state),
        annexTable(plan, state),
        el("footer", {}, sourceParts(plan, state.lang))
      ),
      el("div", { class: "bk-sheet-legend" }, legendParts(plan, state, scale))
    ];
  }
  function setUpPrinting({ map, whole, sheet, parts, paint }) {
    let before = null;
    const size = el("style");
    document.head.append(size);
    const root = document.documentElement;
    const setPaper = (paper) => {
      size.textContent = `@page { size: ${paper} landscape; margin: 8mm; }`;
      root.dataset.paper = paper;
    };
    setPaper("A4");
    window.addEventListener("beforeprint", () => {
      if (before) return;
      const seen = map.getBounds();
      before = { center: map.getCenter(), zoom: map.getZoom() };
      map.closePopup();
      root.classList.add("bk-printing");
      map.invalidateSize({ animate: false, pan: false });
      const fit = seen.contains(whole()) ? [whole(), [0.27 * map.getSize().x, 6]] : [seen, [6, 6]];
      map.fitBounds(fit[0], { animate: false, paddingTopLeft: fit[1], paddingBottomRight: [6, 6] });
      paint(root.dataset.paper === "A3" ? { ratio: 3, text: 1.4 } : { ratio: 4, text: 1 });
      sheet.replaceChildren(...parts());
    });
    window.addEventListener("afterprint", () => {
      if (!before) return;
      root.classList.remove("bk-printing");
      sheet.replaceChildren();
      paint(null);
      map.invalidateSize({ animate: false, pan: false });
      map.setView(before.center, before.zoom, { animate: false });
      before = null;
    });
    return (paper) => {
      setPaper(paper);
      window.print();
    };
  }

  // bk_gis/maps/page/src/search.js
  var entriesOf = memo((plan) => {
    const entry = (kind, item, index, names, places = []) => ({ kind, item, index, keys: names.map(searchKey), places: places.map(searchKey) });
    return [
      ...plan.clusters.map((c, i) => entry("cluster", c, i, [c.name, c.printed], c.communes.map((m) => plan.communes[m].name))),
      ...plan.districts.map((d, i) => entry("district", d, i, [d.name])),
      ...plan.communes.map((c, i) => entry("commune", c, i, [c.name, `${c.unit} ${c.name}`]))
    ];
  });
  function search(plan, words2, limit = 12) {
    const wanted = searchKey(words2).replace(/^(ccn|cum cong nghiep|cum) (?=.)/, "");
    if (!wanted) return [];
    const rank = ({ keys }) => {
      if (keys.includes(wanted)) return 0;
      if (keys.some((name) => name.startsWith(wanted))) return 1;
      if (keys.some((name) => ` ${name}`.includes(` ${wanted}`))) return 2;
      return keys.some((name) => name.includes(wanted)) ? 3 : 4;
    };
    return entriesOf(plan).filter(({ keys, places }) => [...keys, ...places].some((name) => name.includes(wanted))).map((entry) => ({ ...entry, rank: rank(entry) })).sort((a, b) => a.rank - b.rank).slice(0, limit);
  }
  function searchBox(plan, lang, choose) {
    const list = el("ul", { id: "bk-found", role: "listbox", "aria-label": say(lang, "search"), hidden: true });
    const status = el("span", { class: "bk-unseen", role: "status" });
    let found = [];
    let active = -1;
    const input = el("input", {
      type: "search",
      id: "bk-query",
      role: "combobox",
      "aria-expanded": "false",
      "aria-controls": "bk-found",
      "aria-autocomplete": "list",
      "aria-label": say(lang, "search"),
      placeholder: say(lang, "search"),
      autocomplete: "off",
      "data-key": "search"
    });
    const pick = (entry) => {
      input.value = entry.item.name;
      show([]);
      choose(entry);
    };
    const where = ({ kind, item }) => {
      if (kind === "district") return say(lang, "district");
      return [kind === "cluster" ? say(lang, "cluster") : item.unit, unitsAround(plan, item).district?.name].filter(Boolean).join(", ");
    };
    function show(entries) {
      found = entries;
      active = entries.length ? 0 : -1;
      list.replaceChildren(...entries.map((entry, i) => el(
        "li",
        { id: `bk-found-${i}`, role: "option", "aria-selected": String(i === active), mousedown: (event) => {
          event.preventDefault();
          pick(entry);
        } },
        el("strong", {}, entry.item.name),
        el("small", {}, where(entry))
      )));
      list.hidden = !entries.length;
      input.setAttribute("aria-expanded", String(Boolean(entries.length)));
      mark();
    }
    function mark() {
      [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
      if (active >= 0) input.setAttribute("aria-activedescendant", `bk-found-${active}`);
      else input.removeAttribute("aria-activedescendant");
      if (list.children[active]) list.children[active].scrollIntoView({ block: "nearest" });
    }
    input.addEventListener("input", () => {
      show(search(plan, input.value));
      const none = input.value.trim() && !found.length;
      status.textContent = none ? say(lang, "none found") : found.length ? say(lang, "found", { n: found.length }) : "";
      box.dataset.none = none ? say(lang, "none found") : "";
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        if (found.length) active = (active + step + found.length) % found.length;
        mark();
      } else if (event.key === "Enter" && found[active]) {
        event.preventDefault();
        pick(found[active]);
      } else if (event.key === "Escape") {
        show([]);
      }
      event.stopPropagation();
    });
    input.addEventListener("blur", () => show([]));
    const box = el("div", { class: "bk-search", role: "search" }, input, list, status);
    return box;
  }

  // bk_gis/maps/page/src/state.js
  function firstState(plan) {
    return { by: plan.by, alone: false, lang: plan.lang, district: null, subregion: null, cluster: null, playing: false };
  }
  function toHash(plan, state) {
    const first = firstState(plan);
    const parts = new URLSearchParams();
    if (state.by !== first.by) parts.set("by", state.by);
    if (state.alone) parts.set("alone", "1");
    if (state.lang !== first.lang) parts.set("lang", state.lang);
    if (state.district !== null) parts.set("district", plan.districts[state.district].code);
    if (state.subregion !== null) parts.set("subregion", plan.subregions[state.subregion].id);
    if (state.cluster !== null) parts.set("cluster", plan.clusters[state.cluster].id);
    return parts.toString();
  }
  function fromHash(plan, hash) {
    const parts = new URLSearchParams(hash.replace(/^#/, ""));
    const state = firstState(plan);
    const indexOf = (list, key, name) => {
      const i = list.findIndex((item) => item[key] === parts.get(name));
      return i < 0 ? null : i;
    };
    const by = Number(parts.get("by"));
    if (plan.phases.some((phase) => phase.end === by)) state.by = by;
    if (["vi", "en"].includes(parts.get("lang"))) state.lang = parts.get("lang");
    state.alone = parts.get("alone") === "1";
    state.district = indexOf(plan.districts, "code", "district");
    state.subregion = state.district === null ? indexOf(plan.subregions, "id", "subregion") : null;
    state.cluster = indexOf(plan.clusters, "id", "cluster");
    return state;
  }

  // bk_gis/maps/page/src/discs.js
  var INK = "#1c2329";
  var PAPER = "#ffffff";
  var TINY = 4;
  function drawDiscs(c, discs, phases) {
    for (const dim of [true, false]) {
      const some = discs.filter((disc) => disc.dim === dim);
      drawLeaders(c, some.filter(({ x, y, r, anchor }) => Math.hypot(x - anchor[0], y - anchor[1]) >= r), dim);
      for (const disc of some) drawDisc(c, disc, phases);
    }
  }
  function drawLeaders(c, discs, dim) {
    c.globalAlpha = dim ? 0.25 : 1;
    c.strokeStyle = INK;
    c.fillStyle = INK;
    c.lineWidth = 1.25;
    c.beginPath();
    for (const { x, y, anchor } of discs) {
      c.moveTo(x, y);
      c.lineTo(...anchor);
    }
    c.stroke();
    c.beginPath();
    for (const [x, y] of new Map(discs.map(({ point, anchor }) => [point, anchor])).values()) {
      c.moveTo(x + 2.2, y);
      c.arc(x, y, 2.2, 0, 2 * Math.PI);
    }
    c.fill();
  }
  function drawDisc(c, { x, y, r, radii, dim }, phases, active = false) {
    const disc = (radius, fill) => {
      c.fillStyle = fill;
      c.beginPath();
      c.arc(x, y, radius, 0, 2 * Math.PI);
      c.fill();
    };
    c.globalAlpha = dim && !active ? 0.22 : 1;
    if (active) disc(r + 4, INK);
    if (active || r > TINY) disc(r + (active ? 1.5 : DISC.outline), PAPER);
    for (let p = radii.length - 1; p >= 0; p--) {
      if (radii[p] > (radii[p - 1] || 0)) disc(radii[p], phases[p].colour);
    }
    c.globalAlpha = 1;
  }

  // bk_gis/maps/page/src/placing.js
  var GOLDEN = Math.PI * (3 - Math.sqrt(5));
  var AT_ONCE = 64;
  var TOUCH = 1 - 1e-6;
  function sideBySide(discs, unit, crowd = discs.length > DISC.crowd) {
    const [gap, open] = [DISC.gap * unit, DISC.open * unit];
    const points = /* @__PURE__ */ new Map();
    const pointOf = discs.map(({ x, y }) => {
      const key = `${x} ${y}`;
      if (!points.has(key)) points.set(key, { x, y, discs: 0, next: 0, standing: [] });
      const point = points.get(key);
      point.discs += 1;
      return point;
    });
    const everywhere = [];
    for (const point of points.values()) {
      if (!crowd) point.standing = everywhere;
      if (point.discs > 1) point.standing.push({ x: point.x, y: point.y, r: open - gap });
    }
    const spots = [];
    for (const i of discs.map((_, n) => n).sort((a, b) => discs[b].r - discs[a].r || a - b)) {
      const [point, { x, y, r }] = [pointOf[i], discs[i]];
      const near = point.discs > 1 ? r + open : 0;
      const awayOf = (k2) => near + DISC.step * (r + gap) * Math.sqrt(Math.max(k2 - 1, 0));
      const spotAt = (k2, away) => {
        const turn = k2 < 2 ? Math.PI * (1 - k2) : GOLDEN * k2;
        return { x: x + away * Math.cos(turn), y: y - away * Math.sin(turn), r };
      };
      const isFree = (spot, around2) => around2.every((other) => isApart(spot, other, gap));
      let around = [];
      let k = point.next;
      for (; ; k++) {
        if ((k - point.next) % AT_ONCE === 0) around = touching(point, awayOf(k), awayOf(k + AT_ONCE), r + gap);
        if (isFree(spotAt(k, awayOf(k)), around)) break;
      }
      if (point.discs > 1) point.next = k;
      let [from, to] = [near, awayOf(k)];
      around = to > from ? touching(point, from, to, r + gap) : [];
      for (let half = 0; to > from && half < DISC.halves; half++) {
        const middle = (from + to) / 2;
        if (isFree(spotAt(k, middle), around)) to = middle;
        else from = middle;
      }
      spots[i] = spotAt(k, to);
      point.standing.push(spots[i]);
    }
    return spots;
  }
  function touching({ x, y, standing }, from, to, reach) {
    return standing.filter((other) => {
      const away = Math.sqrt((other.x - x) ** 2 + (other.y - y) ** 2);
      return away < to + reach + other.r && away > from - reach - other.r;
    }).reverse();
  }
  var isApart = (a, b, gap) => (a.x - b.x) ** 2 + (a.y - b.y) ** 2 >= (TOUCH * (a.r + b.r + gap)) ** 2;
  var Taken = class {
    constructor(frame, cell = 64) {
      this.frame = frame;
      this.cell = cell;
      this.cells = /* @__PURE__ */ new Map();
    }
    *#keys([x0, y0, x1, y1]) {
      for (let i = Math.floor(x0 / this.cell); i <= Math.floor(x1 / this.cell); i++) {
        for (let j = Math.floor(y0 / this.cell); j <= Math.floor(y1 / this.cell); j++) yield i * 65536 + j;
      }
    }
    /** Whether a box lies in the frame. */
    frames(box) {
      const { frame } = this;
      return frame[0] <= box[0] && frame[1] <= box[1] && box[2] <= frame[2] && box[3] <= frame[3];
    }
    /** Whether a box covers something or leaves the frame. */
    hits(box) {
      if (!this.frames(box)) return true;
      for (const key of this.#keys(box)) {
        for (const { box: other, disc } of this.cells.get(key) || []) {
          if (box[0] >= other[2] || box[2] <= other[0] || box[1] >= other[3] || box[3] <= other[1]) continue;
          if (!disc) return true;
          const x = Math.min(Math.max(disc.x, box[0]), box[2]);
          const y = Math.min(Math.max(disc.y, box[1]), box[3]);
          if (Math.hypot(x - disc.x, y - disc.y) < disc.r) return true;
        }
      }
      return false;
    }
    add(box, disc = null) {
      for (const key of this.#keys(box)) {
        if (!this.cells.has(key)) this.cells.set(key, []);
        this.cells.get(key).push({ box, disc });
      }
    }
    addDisc({ x, y, r }, outline = 0) {
      const radius = r + outline;
      this.add([x - radius, y - radius, x + radius, y + radius], { x, y, r: radius });
    }
  };
  function placeLabels(labels, taken, unit, { paper = false } = {}) {
    return labels.map((label) => {
      const near = beside(label, unit);
      const free = (boxes) => boxes.find((box2) => !taken.hits(box2)) ?? null;
      let box = free(near);
      if (!box && paper && labels.length <= NAME.all_up_to) box = free(furtherOff(label, unit)) ?? near[0];
      if (box) taken.add(box);
      return box;
    });
  }
  function beside({ x, y, r, width: w, height: h }, unit) {
    const [beside_, above] = [r + NAME.beside * unit, r + NAME.above * unit];
    const d = r * 0.7071 + NAME.corner * unit;
    const corners = [
      [x + beside_, y - h / 2],
      [x - w / 2, y + above],
      [x - beside_ - w, y - h / 2],
      [x - w / 2, y - above - h],
      [x + d, y + d],
      [x + d, y - d - h],
      [x - d - w, y + d],
      [x - d - w, y - d - h]
    ];
    return corners.map(([left, top]) => [left, top, left + w, top + h]);
  }
  function furtherOff({ x, y, r, width: w, height: h }, unit) {
    return Array.from({ length: NAME.steps * NAME.ways }, (_, i) => {
      const away = r + NAME.further * (1 + Math.floor(i / NAME.ways)) * unit;
      const turn = 2 * Math.PI * (i % NAME.ways) / NAME.ways;
      const left = x + Math.cos(turn) * (away + w / 2) - w / 2;
      const top = y + Math.sin(turn) * (away + h / 2) - h / 2;
      return [left, top, left + w, top + h];
    });
  }
  function leader({ x, y, r }, [left, top, right, bottom], unit) {
    const [u, v] = [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)];
    const away = Math.hypot(u - x, v - y);
    if (away <= r + NAME.leader * unit) return null;
    const share = r / away;
    return [[x + (u - x) * share, y + (v - y) * share], [u, v]];
  }
  function areaSpots(rings, [[south, west], [north, east]], { shrink = 1, around = false } = {}) {
    const every = Math.ceil(rings.flat().length / AREA.vertices);
    const rough = rings.map((ring) => ring.filter((_, i) => i % every === 0));
    const edge = rough.flat();
    const more = around ? AREA.around : 0;
    const spots = [];
    for (let i = 1; i < AREA.spots; i++) {
      const row = Array.from({ length: AREA.spots - 1 + 2 * more }, (_, j) => {
        const at = [south + (north - south) * (i / AREA.spots), west + (east - west) * ((j + 1 - more) / AREA.spots)];
        return { at, within: inside(rough, at) };
      });
      for (const [j, { at, within }] of row.entries()) {
        if (!row.slice(Math.max(0, j - more), j + more + 1).some((spot) => spot.within)) continue;
        const clear = Math.min(...edge.map(([lat, lng]) => Math.hypot((at[1] - lng) * shrink / AREA.width, at[0] - lat)));
        spots.push({ at, within, clear: Math.floor((within ? clear : -clear) * 1e6 + 0.5) });
      }
    }
    return spots.sort((a, b) => b.clear - a.clear);
  }
  function placeInArea(spots, [width, height], taken, unit, { always = false } = {}) {
    const boxes = spots.map(({ x, y }) => [x - width / 2, y - height / 2, x + width / 2, y + height / 2]);
    const clear = AREA.clear * unit;
    const apart = ([left, top, right, bottom], i) => spots[i].within && !taken.hits([left - clear, top - clear, right + clear, bottom + clear]);
    const box = boxes.find(apart) ?? boxes.find((other) => !taken.hits(other)) ?? (always ? boxes.find((other) => taken.frames(other)) : null);
    if (box) taken.add(box);
    return box ?? null;
  }

  // bk_gis/maps/page/src/names.js
  var INK2 = "#1c2329";
  var SOFT = "#56616a";
  var MISSING = "#a3261b";
  var FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif";
  var MOST_LABELS = 400;
  var MOST_MARKED = 30;
  var COMMUNES_FROM = 0.9;
  var spotsOf = memo((unit, plan, around) => {
    const bounds = boundsOf(unit, plan);
    return areaSpots(ringsOf(unit, plan), bounds, { shrink: Math.cos(bounds[0][0] * Math.PI / 180), around });
  });
  var Names = class {
    constructor(layer) {
      this.layer = layer;
      this.shows = { clusters: true, districts: true, communes: true };
      this.scale = rem() / 14;
      this.widths = /* @__PURE__ */ new Map();
    }
    /** Write names in the order of the rule: of what is missing, of discs in view and pointed at, of other units. */
    draw(discs, active) {
      const { layer: { plan, view: { missing, lang }, _map: map, zoomOfWhole }, shows } = this;
      const taken = new Taken(this.frame());
      for (const disc of discs) taken.addDisc(disc, DISC.outline);
      const bold = `600 ${this.size(11.5)}px ${FONT}`;
      const capitals = (unit) => unitName(unit, lang).toLocaleUpperCase("vi");
      const without = missing.length > MOST_MARKED || plan.level === "district" && !shows.districts ? [] : missing.map((u) => plan.units[u]);
      const districts = shows.districts ? plan.districts.filter((unit) => !without.includes(unit)) : [];
      this.drawUnits(without, (unit) => `✗ ${capitals(unit)}`, bold, taken, MISSING, { around: true, always: true });
      const wanted = new Set(active ? [active] : []);
      if (shows.clusters) for (const disc of discs.filter(({ dim }) => !dim).slice(0, MOST_LABELS)) wanted.add(disc);
      this.drawLabels([...wanted].map((disc) => ({ ...disc, ...this.label(disc, disc === active) })), taken);
      this.drawUnits(districts, capitals, bold, taken, SOFT, { around: true });
      if (shows.communes && map.getZoom() > zoomOfWhole + COMMUNES_FROM) {
        this.drawUnits(plan.communes, ({ name }) => name, `400 ${this.size(11)}px ${FONT}`, taken, SOFT);
      }
    }
    /** What names stay within: on paper what is seen, on the screen what is drawn around it too. */
    frame() {
      const { print, _map: map, _bounds: { min, max } } = this.layer;
      if (!print) return [min.x, min.y, max.x, max.y];
      const [first, last] = [[0, 0], map.getSize()].map((point) => map.containerPointToLayerPoint(point));
      return [first.x, first.y, last.x, last.y];
    }
    drawLabels(labels, taken) {
      const { print, context: c } = this.layer;
      placeLabels(labels, taken, this.size(1), { paper: Boolean(print) }).forEach((box, i) => {
        if (!box) return;
        const line = leader(labels[i], box, this.size(1));
        if (line) {
          c.strokeStyle = SOFT;
          c.lineWidth = this.size(1);
          c.beginPath();
          c.moveTo(...line[0]);
          c.lineTo(...line[1]);
          c.stroke();
        }
        const { lines, lineHeight } = labels[i];
        lines.forEach(([words2, font], n) => this.text(words2, box[0], box[1] + lineHeight * n, font, INK2));
      });
    }
    /** Text of so many pixels on a laptop: larger on a large screen, and on a large sheet. */
    size(px) {
      const { print } = this.layer;
      return px * (print ? 0.84 * print.text : this.scale);
    }
    /** A label's lines and size; on paper the hectares by phase stand below the name, for grey prints. */
    label({ cluster }, active) {
      const { print, view: { weights, lang } } = this.layer;
      const size = this.size(12.5);
      const lines = [[cluster.name, `${active ? 700 : 500} ${size}px ${FONT}`]];
      if (print) {
        const parts = cluster.ha.filter((ha, p) => ha * weights[p] > 0).map((ha) => formatNumber(lang, ha));
        lines.push([parts.join(" + "), `400 ${size - 1.5}px ${FONT}`]);
      }
      const lineHeight = size * 1.18;
      const width = Math.max(...lines.map(([words2, font]) => this.widthOf(words2, font)));
      return { lines, lineHeight, width, height: lineHeight * lines.length };
    }
    /** Write each unit's name where it has the most room, if it has any in view. */
    drawUnits(units, form, font, taken, colour, { around = false, always = false } = {}) {
      const { plan, _map: map } = this.layer;
      const seen = map.getBounds();
      const [pad, height] = [2, this.size(15)];
      for (const unit of units.filter((one) => seen.intersects(boundsOf(one, plan)))) {
        const words2 = form(unit);
        const size = [this.widthOf(words2, font) + 2 * pad, height];
        const spots = spotsOf(unit, plan, around).map(({ at, within }) => ({ ...map.latLngToLayerPoint(at), within }));
        const box = placeInArea(spots, size, taken, this.size(1), { always });
        if (box) this.text(words2, box[0] + pad, box[1], font, colour);
      }
    }
    text(words2, x, y, font, colour) {
      const c = this.layer.context;
      c.font = font;
      c.textBaseline = "top";
      c.lineJoin = "round";
      c.lineWidth = 4;
      c.strokeStyle = "rgba(255,255,255,0.92)";
      c.strokeText(words2, x, y);
      c.fillStyle = colour;
      c.fillText(words2, x, y);
    }
    widthOf(words2, font) {
      const key = font + words2;
      if (!this.widths.has(key)) {
        this.layer.context.font = font;
        this.widths.set(key, this.layer.context.measureText(words2).width);
      }
      return this.widths.get(key);
    }
  };

  // bk_gis/maps/page/src/markers.js
  var REACH = 12;
  var MOST_PICTURES = 12;
  var ClusterLayer = CanvasLayer.extend({
    options: { pane: "bkClusters" },
    initialize(plan, options) {
      CanvasLayer.prototype.initialize.call(this, plan, options);
      this.view = { weights: plan.phases.map(() => 1), selected: () => true, selection: "", missing: [], lang: "vi" };
      this.isCrowd = plan.clusters.length > DISC.crowd;
      this.hidden = false;
      this.active = -1;
      this.names = new Names(this);
      this.named = false;
      this.pictures = /* @__PURE__ */ new Map();
      const [southWest, northEast] = plan.bounds.map(toWorld);
      this.zoomOfWhole = Math.log2(DISC.whole / Math.max(northEast.x - southWest.x, southWest.y - northEast.y));
      this.order = plan.clusters.filter(({ latlng }) => latlng).sort((a, b) => total(b) - total(a) || a.index - b.index);
      const points = /* @__PURE__ */ new Map();
      this.points = plan.clusters.map(({ latlng }) => {
        if (!points.has(String(latlng))) points.set(String(latlng), latlng && toWorld(latlng));
        return points.get(String(latlng));
      });
    },
    setView(view) {
      Object.assign(this.view, view);
      if (this._map) this.draw();
    },
    /**
     * Pixels of radius for the square root of a hectare: grows by half a zoom, within limits; a crowd that
     * would hide the map starts smaller, and keeps its share of the map until it has grown up.
     */
    scale() {
      const zoom = this._map.getZoom() - this.zoomOfWhole;
      const growth = Math.min(DISC.most_growth, Math.max(DISC.least_growth, 2 ** (zoom / 2)));
      return Math.min(this.plan.scale * growth, this.plan.crowd * 2 ** zoom);
    },
    /**
     * How far each cluster stands from its point, in units of the scale: [x, y] by its index. Where only those
     * of one point make way it is the same at every zoom.
     */
    offsets(zoom, scale) {
      const units = this.order.length > DISC.crowd ? 1 : 2 ** zoom / scale;
      if (this.away?.units === units) return this.away;
      const discs = this.order.map((cluster) => {
        const { x, y } = this.points[cluster.index];
        return { x: x * units, y: y * units, r: Math.sqrt(total(cluster)) };
      });
      this.away = [];
      this.away.units = units;
      sideBySide(discs, 1 / this.plan.scale).forEach(({ x, y }, i) => {
        this.away[this.order[i].index] = [x - discs[i].x, y - discs[i].y];
      });
      return this.away;
    },
    /** Where a cluster is drawn: centre of its disc, outer radii of its rings, in layer pixels. */
    disc(cluster, weights = this.view.weights, zoom = this._map.getZoom(), origin = this._map.getPixelOrigin(), scale = this.scale()) {
      const point = this.points[cluster.index];
      const offset = this.offsets(zoom, scale)[cluster.index];
      const k = 2 ** zoom;
      const [x, y] = [point.x * k - origin.x, point.y * k - origin.y];
      const radii = ringRadii(cluster.ha, weights, scale);
      return { x: x + offset[0] * scale, y: y + offset[1] * scale, r: radii.at(-1), radii, anchor: [x, y], point };
    },
    /** The cluster at a layer point: the nearest of those whose disc, or a finger around it, holds it. */
    at(point) {
      let best = null;
      let least = Infinity;
      for (const cluster of this.hidden ? [] : this.order) {
        const { x, y, r } = this.disc(cluster);
        if (!r) continue;
        const away = Math.hypot(point.x - x, point.y - y);
        if (away <= Math.max(r, REACH) && away / r < least) {
          best = cluster;
          least = away / r;
        }
      }
      return best;
    },
    draw({ blank = false } = {}) {
      if (blank) this.pictures.clear();
      if (!this.begin(blank)) return;
      const { discs, canvas } = this.hidden ? { discs: [] } : this.picture(this.view.weights);
      const { min } = this._bounds;
      const size = this._bounds.getSize();
      if (canvas) this.context.drawImage(canvas, min.x, min.y, size.x, size.y);
      else drawDiscs(this.context, discs, this.plan.phases);
      const active = discs.find(({ cluster }) => cluster.index === this.active);
      if (active) drawDisc(this.context, active, this.plan.phases, true);
      this.drawn = { discs, active };
      if (this.print || this.named && !canvas) this.names.draw(discs, active);
      else if (this.named) this.nameLater();
    },
    /** Draw once in the next frame, however many movements of the pointer ask for it. */
    drawSoon() {
      this.soon ??= requestAnimationFrame(() => {
        this.soon = null;
        this.draw();
      });
    },
    /** Names come after the discs, at first and where there are many: the map stands sooner. */
    nameLater() {
      this.callOff?.();
      this.callOff = whenPainted(() => {
        this.named = true;
        if (!this.context) return;
        this.names.draw(this.drawn.discs, this.drawn.active);
        if (this.pictures.size) this.later(() => this.foresee());
      });
    },
    /** The discs in view, the largest first. */
    discs(weights) {
      const { min, max } = this._bounds;
      const zoom = this._map.getZoom();
      const origin = this._map.getPixelOrigin();
      const scale = this.scale();
      const discs = [];
      for (const cluster of this.order) {
        const disc = this.disc(cluster, weights, zoom, origin, scale);
        const { x, y, r } = disc;
        if (!r || x + r < min.x || x - r > max.x || y + r < min.y || y - r > max.y) continue;
        disc.cluster = cluster;
        disc.dim = !this.view.selected(cluster);
        discs.push(disc);
      }
      return discs;
    },
    /** The discs in view; a crowd also as a picture that is kept until the map moves: {discs, canvas}. */
    picture(weights) {
      const key = `${weights} ${this.view.selection}`;
      if (this.pictures.has(key)) return this.pictures.get(key);
      const made = { discs: this.discs(weights), canvas: null };
      if (made.discs.length <= DISC.crowd || this.print) return made;
      made.canvas = document.createElement("canvas");
      made.canvas.width = this._container.width;
      made.canvas.height = this._container.height;
      const c = made.canvas.getContext("2d");
      c.setTransform(this.context.getTransform());
      drawDiscs(c, made.discs, this.plan.phases);
      if (weights.every(Number.isInteger) && this.pictures.size < MOST_PICTURES) this.pictures.set(key, made);
      return made;
    },
    /** Draw a crowd at the other steps of the timeline while nothing else is to do. */
    foresee() {
      const { phases } = this.plan;
      const steps = phases.map(({ end }) => phases.map((phase) => Number(phase.end <= end)));
      const next = steps.find((weights) => !this.pictures.has(`${weights} ${this.view.selection}`));
      if (!next || !this._map || !this.drawn.discs.length || this.pictures.size >= MOST_PICTURES) return;
      const { canvas } = this.picture(next);
      if (!canvas) return;
      canvas.getContext("2d").getImageData(0, 0, 1, 1);
      this.later(() => this.foresee());
    },
    later(then) {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(then, 60);
    }
  });
  var total = (cluster) => hectares(cluster, cluster.ha.map(() => 1));
  var toWorld = (latlng) => L.CRS.EPSG3857.latLngToPoint(L.latLng(latlng), 0);

  // bk_gis/maps/page/src/view.js
  var GROWTH_MS = 350;
  var NARROW = 760;
  var View = class {
    constructor(map, plan, shown) {
      this.map = map;
      this.plan = plan;
      this.rem = rem();
      this.still = window.matchMedia("(prefers-reduced-motion: reduce)");
      for (const [pane, order] of [["bkGround", 350], ["bkClusters", 450]]) {
        Object.assign(map.createPane(pane).style, { zIndex: order, pointerEvents: "none" });
      }
      map.attributionControl.setPrefix("Leaflet");
      this.legendOpen = this.isWide();
      this.backdrop = new BackdropLayer(plan);
      this.clusters = new ClusterLayer(plan);
      this.fitWhole(false);
      map.setMinZoom(map.getZoom() - 1.5);
      map.setMaxBounds(L.latLngBounds(plan.bounds).pad(0.8));
      this.backdrop.addTo(map);
      this.clusters.setView(shown);
      this.clusters.addTo(map);
    }
    /** Whether the legend has room beside the plan. */
    isWide() {
      return this.map.getSize().x > NARROW;
    }
    /** Space that the map's parts are kept clear of: the legend's, where there is room beside it. */
    padding(edge) {
      const legend = this.isWide() && this.legendOpen ? this.rem * 16 : 0;
      return { paddingTopLeft: [edge + legend, edge], paddingBottomRight: [edge, edge] };
    }
    /** Bounds of a unit; without one of the whole plan. */
    boundsOf(unit) {
      return unit ? boundsOf(unit, this.plan) : this.plan.bounds;
    }
    fitWhole(animate = true) {
      this.map.fitBounds(this.plan.bounds, { ...this.padding(8), animate });
    }
    /** Show a district or a sub-region as large as it fits; without one the whole plan. */
    zoomTo(unit, animate = !this.still.matches) {
      if (!unit) this.fitWhole(animate);
      else if (animate) this.map.flyToBounds(this.boundsOf(unit), { ...this.padding(24), duration: 0.6 });
      else this.map.fitBounds(this.boundsOf(unit), { ...this.padding(24), animate });
    }
    zoomToCommune(commune) {
      this.map.fitBounds(this.boundsOf(commune), { ...this.padding(60), maxZoom: 12, animate: !this.still.matches });
    }
    /** Bring the map into view: on a phone the panel lies below it. */
    reveal() {
      const { top, bottom } = this.map.getContainer().getBoundingClientRect();
      if (top >= 0 && bottom <= window.innerHeight) return;
      this.map.getContainer().scrollIntoView({ block: "nearest", behavior: this.still.matches ? "auto" : "smooth" });
    }
    /** Draw a dark line around a unit; around none, take it away. */
    outline(unit) {
      this.outlined?.remove();
      this.outlined = unit && L.polygon(ringsOf(unit, this.plan), { interactive: false, fill: false, color: "#1c2329", weight: 2.6 }).addTo(this.map);
    }
    highlight(index) {
      if (this.clusters.active === index) return;
      this.clusters.active = index;
      this.clusters.drawSoon();
    }
    /** Show the clusters of a state, at once or with rings that grow or shrink to theirs. */
    show({ weights, ...shown }, instantly) {
      cancelAnimationFrame(this.frame);
      const still = instantly || this.still.matches;
      this.clusters.setView(still ? { weights, ...shown } : shown);
      if (!still) this.grow(weights);
    }
    grow(wanted) {
      const from = this.clusters.view.weights;
      if (wanted.every((weight, p) => weight === from[p])) return;
      const start2 = performance.now();
      const tick = (now) => {
        const t = Math.min(1, Math.max(0, (now - start2) / GROWTH_MS));
        this.clusters.setView({ weights: wanted.map((weight, p) => from[p] + (weight - from[p]) * t) });
        if (t < 1) this.frame = requestAnimationFrame(tick);
      };
      this.frame = requestAnimationFrame(tick);
    }
    /** Draw for paper, {ratio, text}, or for the screen again, null; rings that still grow are drawn as they will be. */
    paint(paper, shown) {
      this.show(shown, true);
      this.backdrop.paint(paper);
      this.clusters.paint(paper);
    }
  };

  // bk_gis/maps/page/src/page.js
  var STEP_MS = 1600;
  var BOXES = ["head", "verdict", "timeline", "tools", "search", "summary", "list", "source", "sheet"];
  var MeetingPage = class {
    constructor(map) {
      this.map = map;
      this.plan = readPlan(JSON.parse(document.getElementById("bk-plan").textContent));
      learn(this.plan.words);
      this.state = fromHash(this.plan, location.hash);
      this.boxes = Object.fromEntries(BOXES.map((name) => [name, document.getElementById(`bk-${name}`)]));
      this.view = new View(map, this.plan, this.shown());
      this.clusters = this.view.clusters;
      this.layers = new Layers(map, this.plan, this.view);
      this.controls = new Controls(this);
      this.popups = new Popups(this);
      this.print = setUpPrinting({
        map,
        whole: () => L.latLngBounds(this.view.boundsOf(this.selectedUnit())),
        sheet: this.boxes.sheet,
        parts: () => sheetParts(this.plan, this.state, this.clusters.scale()),
        paint: (paper) => this.view.paint(paper, this.shown())
      });
      this.listen();
      if (this.selectedUnit()) this.zoomToSelection(false);
      this.ready = new Promise((resolve) => {
        whenPainted(() => {
          this.renderWords();
          this.show({ instantly: true });
          if (this.state.cluster !== null) this.popups.open(this.state.cluster);
          this.clusters.nameLater();
          resolve();
        });
      });
    }
    listen() {
      const { map, view } = this;
      map.on("click", ({ layerPoint, latlng }) => {
        const cluster = this.clusters.at(layerPoint);
        if (cluster) this.set({ cluster: cluster.index });
        else this.popups.name(latlng);
      });
      map.on("mousemove", ({ layerPoint }) => {
        if (map.dragging.moving()) return;
        const cluster = this.clusters.at(layerPoint);
        map.getContainer().style.cursor = cluster ? "pointer" : "";
        view.highlight(cluster ? cluster.index : -1);
      });
      map.on("mouseout", () => view.highlight(-1));
      map.on("zoomend", () => this.controls.renderLegend());
      window.addEventListener("hashchange", ({ newURL }) => {
        clearInterval(this.timer);
        this.state = { ...this.state, ...fromHash(this.plan, new URL(newURL).hash) };
        this.renderWords();
        this.show();
        this.zoomToSelection(false);
        this.popups.open(this.state.cluster);
      });
      document.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && !event.target.closest("dialog")) map.closePopup();
        const busy = event.target.closest("input, select, textarea, dialog, .leaflet-container");
        if (busy || event.altKey || event.ctrlKey || event.metaKey) return;
        if (event.key === "ArrowRight") this.step(1);
        else if (event.key === "ArrowLeft") this.step(-1);
      });
    }
    /** Change the state and draw what follows from it. */
    set(patch) {
      const before = this.state;
      this.state = { ...before, ...patch };
      if (patch.lang && patch.lang !== before.lang) this.renderWords();
      if (legendKey(this.plan, before) !== legendKey(this.plan, this.state)) this.controls.renderLegend();
      this.show();
      if ("cluster" in patch && patch.cluster !== before.cluster) this.popups.open(patch.cluster);
    }
    select({ district = null, subregion = null }) {
      const { state } = this;
      const again = state.district === district && state.subregion === subregion;
      this.set(again ? { district: null, subregion: null } : { district, subregion });
      this.zoomToSelection();
      this.view.reveal();
    }
    selectedUnit({ district, subregion } = this.state) {
      return district !== null ? this.plan.districts[district] : this.plan.subregions[subregion] || null;
    }
    zoomToSelection(animate) {
      this.view.zoomTo(this.selectedUnit(), animate);
    }
    step(by) {
      const ends = this.plan.phases.map((phase) => phase.end);
      const next = ends[ends.indexOf(this.state.by) + by];
      if (next !== void 0) this.set({ by: next });
    }
    play() {
      if (this.state.playing) {
        clearInterval(this.timer);
        this.set({ playing: false });
        return;
      }
      const ends = this.plan.phases.map((phase) => phase.end);
      this.set({ playing: true, by: ends[0] });
      this.timer = setInterval(() => {
        if (this.state.by === ends.at(-1)) this.play();
        else this.step(1);
      }, STEP_MS);
    }
    /** Show what the search has found. */
    found({ kind, item, index }) {
      if (kind === "district") {
        this.set({ district: index, subregion: null });
        this.zoomToSelection();
      } else if (kind === "cluster") {
        this.set({ district: null, subregion: null, cluster: index });
      } else {
        this.view.zoomToCommune(item);
        this.popups.name(L.latLngBounds(this.view.boundsOf(item)).getCenter());
        this.view.outline(item);
      }
    }
    /** What the clusters' layer has to know of the state. */
    shown() {
      const { plan, state } = this;
      return {
        weights: phaseWeights(plan, state),
        selected: (cluster) => isSelected(plan, state, cluster),
        selection: `${state.district} ${state.subregion}`,
        missing: missingUnits(plan, state.by),
        lang: state.lang
      };
    }
    /** Draw everything that depends on the horizon and the selection. */
    show({ instantly = false } = {}) {
      const { isCrowd } = this.clusters;
      this.view.outline(this.selectedUnit());
      this.view.show(this.shown(), instantly || isCrowd);
      if (instantly || !isCrowd) this.showPanel();
      else this.ready = this.showPanelLater();
    }
    /** Of a crowd the map is seen first, and the panel follows with the state that there is then. */
    showPanelLater() {
      this.later ??= new Promise((resolve) => {
        whenPainted(() => {
          this.later = null;
          this.showPanel();
          resolve();
        });
      });
      return this.later;
    }
    /** What is read beside the map, and the address. */
    showPanel() {
      const { plan, state, boxes } = this;
      refill(boxes.verdict, verdictParts(plan, state));
      this.live?.show(state);
      refill(boxes.list, listParts(plan, state, {
        open: (index) => this.set({ cluster: index }),
        hover: (index) => this.view.highlight(index)
      }));
      try {
        const hash = toHash(plan, state);
        history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
      } catch {
      }
    }
    /** Everything that depends on the language alone. */
    renderWords() {
      const { plan, state, boxes } = this;
      const { lang } = state;
      document.documentElement.lang = lang;
      document.title = plan.title[lang];
      const container = this.map.getContainer();
      container.setAttribute("role", "region");
      container.setAttribute("aria-label", say(lang, "map"));
      this.live = new Live();
      refill(boxes.head, headParts(plan, state));
      refill(boxes.tools, toolParts(lang, {
        speak: (other) => this.set({ lang: other }),
        table: () => openTable(plan, this.state),
        print: this.print
      }));
      refill(boxes.timeline, timelineParts(plan, lang, this.live, { set: (patch) => this.set(patch), play: () => this.play() }));
      refill(boxes.summary, summaryParts(plan, lang, this.live, { select: (unit) => this.select(unit) }));
      this.live.show(state);
      refill(boxes.search, searchBox(plan, lang, (entry) => this.found(entry)));
      refill(boxes.source, sourceParts(plan, lang));
      this.controls.render();
      this.popups.renew();
    }
    /** Take layers that were added in Python into the layer control: [[name, layer]]. */
    addForeign(layers) {
      if (!layers.length) return;
      this.layers.addForeign(layers);
      this.controls.renderLayers();
    }
  };
  function legendKey(plan, { district, subregion, by }) {
    return [district, subregion, missingUnits(plan, by).length > 0].join(" ");
  }
  function start(map) {
    return new MeetingPage(map);
  }
  return __toCommonJS(page_exports);
})();
