// What the mode shows: the banner, its buttons, the editor of the chosen cluster, changes, broken targets, repairs.

import { Live, button, el, formatNumber, refill, say, unitName } from "../shared.js";
import { Beside } from "./beside.js";
import { apply } from "./changes.js";
import { editorParts } from "./editor.js";
import { repairsOf } from "./repairs.js";
import { brokenTargets, changeWords, documentOf, effectWords, isUnsaved } from "./trial.js";

const MOST_REPAIRS = 8;
const NARROW = 760; // pixels: there the editor stands at the foot of the screen
const MEASURES = { c: "clusters column", h: "ha", n: "new", e: "expansions", v: "capital", j: "jobs" };

export class Panel {
  constructor(mode) {
    this.mode = mode;
    this.page = mode.page;
    this.banner = el("p", { class: "bk-banner" });
    document.querySelector(".bk-page").prepend(this.banner);
    this.said = { words: null, kind: null };
  }

  /** Say something beside the buttons, and to who listens. */
  tell(words, kind = null) {
    this.said = { words, kind };
    if (!this.box) return;
    this.status.className = kind ?? "";
    this.status.textContent = words;
  }

  focus() {
    this.box?.querySelector("h2").focus({ preventScroll: true });
  }

  /** Draw what follows from the state. */
  render() {
    const { page, mode } = this;
    const { state } = page;
    const { changes } = mode.document;
    const words = [say(state.lang, state.before ? "as decided" : "trial")];
    if (!state.before) words.push(say(state.lang, "n changes", { n: changes.length }), ...(isUnsaved(state.trial) ? [say(state.lang, "unsaved")] : []));
    this.banner.hidden = !state.trying && !changes.length;
    this.banner.textContent = words.join(" · ");
    document.documentElement.classList.toggle("bk-trying", state.trying);
    if (!state.trying) {
      this.box?.remove();
      this.beside?.close();
      this.box = this.beside = this.edited = null;
      return;
    }
    if (!this.box || this.spoken !== state.lang) this.build();
    this.live.show(state);
    this.beside?.show();
    if (state.before) return;
    const key = JSON.stringify([changes.map((change) => ({ ...change, reason: 0 })), this.mode.isLong]);
    if (this.listed !== key) refill(this.list, this.listParts());
    this.listed = key;
    this.edit();
  }

  build() {
    const { page, mode } = this;
    const { lang } = page.state;
    if (this.spoken && this.spoken !== lang) this.said = { words: null, kind: null }; // it was said in the other language
    Object.assign(this, { spoken: lang, live: new Live(), listed: null, edited: null, fields: new Live() });
    const able = (element, test) => this.live.attribute(element, "disabled", ({ trial }) => !test(trial));
    const look = (before) => () => {
      if (page.state.before !== before) page.set({ before });
    };
    const isHeld = ({ key }) => [" ", "Enter"].includes(key);
    const hold = button("before", say(lang, "hold"), null, {
      pointerdown: look(true), pointerup: look(false), pointerleave: look(false), pointercancel: look(false), blur: look(false),
      keydown: (event) => isHeld(event) && look(true)(), keyup: look(false),
    });
    const picker = el("input", { type: "file", accept: ".toml,.csv", hidden: true, change: () => {
      if (picker.files[0]) mode.open(picker.files[0]);
      picker.value = "";
    } });
    const some = (trial) => documentOf(trial).changes.length > 0;
    this.status = el("p", { role: "status", class: this.said.kind }, this.said.words ?? say(lang, "try hint"));
    this.place = el("div");
    this.list = el("div");
    const box = el("section", { class: "bk-try", "aria-labelledby": "bk-try" },
      el("h2", { id: "bk-try", tabindex: "-1" }, say(lang, "try")),
      el("div", { class: "bk-row" },
        able(button("undo", `↶ ${say(lang, "undo")}`, () => mode.undo(-1)), ({ at }) => at > 0),
        able(button("redo", `↷ ${say(lang, "redo")}`, () => mode.undo(1)), ({ at, documents }) => at < documents.length - 1),
        able(button("begin", say(lang, "begin"), () => mode.beginAgain()), some),
        able(button("save", say(lang, "save"), () => mode.save()), some),
        button("open", say(lang, "open"), () => picker.click()), picker,
        able(hold, some),
        this.live.attribute(button("beside", say(lang, "beside"), () => this.toggleBeside(), { class: "bk-button bk-chosen" }), "aria-pressed", () => String(Boolean(this.beside)))),
      this.status, this.place, this.list);
    if (this.box) this.box.replaceWith(box);
    else page.boxes.timeline.after(box);
    this.box = box;
  }

  toggleBeside() {
    if (this.beside) this.beside.close();
    this.beside = this.beside ? null : new Beside(this.page);
    this.render();
  }

  /** The editor of the chosen cluster, made anew for another one. */
  edit() {
    const { page, mode } = this;
    const { state: { lang, cluster }, plan } = page;
    const id = plan.clusters[cluster]?.id ?? null;
    if (id !== this.edited) {
      this.edited = id;
      this.fields = new Live();
      this.place.replaceChildren();
      if (id === null) return;
      const close = () => {
        page.set({ cluster: null });
        this.focus();
      };
      const editor = el("section", { class: "bk-edit", "aria-labelledby": "bk-edit" }, editorParts(plan, lang, id, this.fields, {
        now: () => page.plan, change: (change) => mode.change(change), close,
      }));
      this.place.replaceChildren(editor);
      this.fields.show(plan);
      editor.querySelector("h3").focus({ preventScroll: window.innerWidth <= NARROW });
      page.view.highlight(cluster);
      page.view.reveal();
    }
    this.fields.show(plan);
  }

  listParts() {
    const { page, mode } = this;
    const { original, state: { lang } } = page;
    const { changes } = mode.document;
    const plans = apply(original, changes);
    const list = (key, items) => (items.length ? [el("h3", {}, say(lang, key)), el("ul", { class: "bk-changes" }, items.map((item) => el("li", {}, item)))] : []);
    return [
      mode.isLong ? el("p", { class: "bk-no" }, say(lang, "long")) : null,
      ...list("changes made", changes.map((change, i) => {
        const words = changeWords(plans[i], lang, change);
        const reason = ({ target }) => mode.reason(i, target.value);
        return [
          el("strong", {}, words), el("span", {}, effectWords(plans[i], plans[i + 1], lang)),
          el("div", { class: "bk-row" },
            el("input", { "data-key": `reason${i}`, value: change.reason ?? "", placeholder: say(lang, "reason"), "aria-label": `${say(lang, "reason")}: ${words}`, autocomplete: "off", change: reason }),
            button(`remove${i}`, say(lang, "remove"), () => mode.remove(i), { "aria-label": `${say(lang, "remove")}: ${words}` })),
        ];
      })),
      ...list("repairs", repairsOf(page.plan).slice(0, MOST_REPAIRS).map((gap, g) => this.repairParts(gap, g))),
      ...list("broken", brokenTargets(plans.at(-1)).map((broken) => brokenWords(original, lang, broken))),
    ];
  }

  /** What a unit lacks by a rule, and what would do. */
  repairParts({ rule, unit, forward, added }, g) {
    const { mode, page: { plan, state: { lang } } } = this;
    const communes = added && el("select", { "data-key": `where${g}`, "aria-label": say(lang, "added in", { where: unitName(plan.units[unit], lang) }) },
      added.communes.map(({ unit: kind, name }, i) => el("option", { value: i }, `${kind} ${name}`)));
    return [
      el("strong", {}, `${unitName(plan.units[unit], lang)} (${rule.clause}, ${rule.by})`),
      forward.map(({ change, ha }, i) => button(`forward${g}-${i}`, `${changeWords(plan, lang, change)} (${formatNumber(lang, ha)} ha)`, () => mode.change(change))),
      added && el("div", { class: "bk-row" }, communes,
        button(`new${g}`, say(lang, "add", { ha: formatNumber(lang, added.ha) }), () => mode.add(added.communes[communes.value], added.phase, added.ha))),
    ].flat();
  }
}

function brokenWords(plan, lang, { clause, where, when, measure, stated, now }) {
  const number = (value) => formatNumber(lang, value);
  const unit = where === null ? say(lang, "whole") : unitName(where < 0 ? plan.districts[~where] : plan.subregions[where], lang);
  const span = when < 0 ? say(lang, "up to", { by: plan.phases[~when].end }).toLocaleLowerCase(lang) : plan.phases[when].id;
  const by = `${now > stated ? "+" : "−"}${number(Math.abs(now - stated))}`;
  return `${clause}, ${unit}, ${span}: ${say(lang, "instead of", { stated: number(stated), now: number(now), what: say(lang, MEASURES[measure]), by })}`;
}
