// The mode "Thử phương án": what is tried, how it is changed, files and addresses in and out. panel.js shows it.

import { button, el, formatNumber, learn, saveFile, say } from "../shared.js";
import { Refusal, apply } from "./changes.js";
import { Panel } from "./panel.js";
import { leastFounded } from "./repairs.js";
import { readClusters } from "./table.js";
import { readChanges, writeChanges } from "./toml.js";
import {
  changeWords, decode, documentOf, effectWords, firstTrial, fitting, fromAddress, goOn, isUnsaved, nothing, planOf, toAddress, withChange, withReason, without,
} from "./trial.js";

/* global PACKED */
const LONGEST = 2000; // characters of an address that every program takes
const LARGEST = 1e7; // bytes of a file of changes

export class Mode {
  constructor(page) {
    learn(PACKED.words);
    document.head.append(el("style", {}, PACKED.style));
    this.page = page;
    this.panel = new Panel(this);
    page.state.trial = firstTrial(page.original);
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      const [file] = event.dataTransfer.files;
      if (file) this.open(file);
    });
    document.addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || !page.state.trying || event.target.closest("input, select, dialog")) return;
      const by = { z: event.shiftKey ? 1 : -1, y: 1 }[event.key.toLowerCase()];
      if (!by) return;
      event.preventDefault();
      this.undo(by);
    });
    window.addEventListener("beforeunload", (event) => {
      if (isUnsaved(page.state.trial)) event.preventDefault();
    });
  }

  /** The document that is shown. */
  get document() {
    return documentOf(this.page.state.trial);
  }

  /** Show the plan that the state leads to; a cluster that was chosen stays so, if it is still there. */
  replan(isChosen) {
    const { page } = this;
    const plan = planOf(page.original, page.state);
    if (plan === page.plan) return;
    const id = page.plan.clusters[page.state.cluster]?.id;
    page.take(plan);
    if (isChosen || id === undefined) return;
    const index = plan.clusters.findIndex((cluster) => cluster.id === id);
    page.state = { ...page.state, cluster: index < 0 ? null : index };
  }

  render() {
    this.panel.render();
  }

  /** Open the mode, or close it; what is tried stays, and stays said. */
  toggle() {
    const { page } = this;
    page.map.closePopup();
    page.set({ trying: !page.state.trying, cluster: null });
    page.ready.then(() => this.panel.focus()); // of a crowd the panel follows the map
  }

  /** What an address says of a document: nothing of the first. */
  linkOf(document) {
    const first = documentOf(firstTrial(this.page.original));
    return document === first || writeChanges(document) === writeChanges(first) ? null : toAddress(document);
  }

  /** Take another trial; `more` of the state with it. */
  take(trial, more = {}) {
    const { page } = this;
    const link = this.linkOf(documentOf(trial));
    const rest = location.href.replace(location.hash, "").length + 60; // with what else an address says
    this.isLong = (link ?? "").length + rest > LONGEST;
    page.set({ trial, link: this.isLong ? null : link, before: false, ...more });
  }

  /** Show a document, as one step that can be undone. */
  show(document, words) {
    this.take(goOn(this.page.state.trial, document));
    this.panel.tell(words);
  }

  /** Make a change, on top of what is shown; gives why it cannot be made, or null. */
  change(change, select = null) {
    const { page } = this;
    const { lang } = page.state;
    try {
      const document = withChange(this.document, change);
      const plans = apply(page.original, document.changes);
      const shown = page.plan;
      const words = () => [changeWords(plans.at(-2), lang, document.changes.at(-1)), effectWords(shown, plans.at(-1), lang)];
      const cluster = plans.at(-1).clusters.findIndex(({ id }) => id === select);
      this.take(goOn(page.state.trial, document), select === null ? {} : { cluster });
      page.ready.then(() => this.panel.tell(words().filter(Boolean).join(". "))); // counted when the map is painted
      return null;
    } catch (refusal) {
      return this.refuse(refusal);
    }
  }

  /** Put a new cluster into a commune. */
  add({ code, name }, phase, ha) {
    const { plan, original } = this.page;
    const taken = new Set([...original.clusters, ...plan.clusters].map(({ id }) => id));
    let id = original.clusters.length + 1;
    while (taken.has(String(id))) id += 1;
    this.change({ cluster: String(id), add: true, name, commune: code, hectares: { [phase]: ha } }, String(id));
  }

  /** Back by one step, or on by one. */
  undo(by) {
    const { trial, lang } = this.page.state;
    const at = trial.at + by;
    if (!trial.documents[at]) return;
    this.take(Object.freeze({ ...trial, at }));
    this.panel.tell(`${say(lang, by < 0 ? "undo" : "redo")}: ${say(lang, "n changes", { n: this.document.changes.length })}`);
  }

  /** Take one change out, and those that cannot be made without it. */
  remove(index) {
    const { original, state: { lang } } = this.page;
    const { changes } = this.document;
    const left = without(original, this.document, index);
    const words = changeWords(apply(original, changes)[index], lang, changes[index]);
    this.show(left, `${words}: ${say(lang, "removed", { n: changes.length - left.changes.length - 1 })}`);
  }

  reason(index, text) {
    this.take(goOn(this.page.state.trial, withReason(this.document, index, text.trim())));
  }

  beginAgain() {
    const { original, state: { lang } } = this.page;
    this.show(nothing(original), say(lang, "begin"));
  }

  save() {
    saveFile(new Blob([writeChanges(this.document)], { type: "application/toml" }), "changes.toml");
    this.take(Object.freeze({ ...this.page.state.trial, saved: this.document }));
  }

  /** Show a file that was chosen or dropped: a changes.toml, or a clusters.csv of the same plan. */
  async open(file) {
    const { page } = this;
    const { original, state: { lang } } = page;
    this.reading = file;
    page.set({ trying: true });
    try {
      if (file.size > LARGEST) throw new Refusal("unreadable", { what: "> 10 MB" });
      const text = decode(new Uint8Array(await file.arrayBuffer()));
      const document = fitting(original, /\.csv$/i.test(file.name) ? readClusters(original, text) : readChanges(text));
      this.take(Object.freeze({ ...goOn(page.state.trial, document), saved: document }));
      this.panel.tell(say(lang, "opened", { name: file.name, n: document.changes.length }));
    } catch (refusal) {
      this.refuse(refusal, file.name);
    }
    this.reading = null;
  }

  /** Show what the address has; what was tried before can be had back. */
  follow() {
    const { page } = this;
    const { original, state: { trial, link } } = page;
    try {
      if (link === this.linkOf(this.document) && page.plan === planOf(original, page.state)) return;
      const document = link === null ? documentOf(firstTrial(original)) : fromAddress(original, link);
      this.take(Object.freeze({ ...(this.document.changes.length ? goOn(trial, document) : firstTrial(original, document)), saved: document }));
    } catch (refusal) {
      this.take(trial, { trying: true });
      this.refuse(refusal);
    }
  }

  /** Say why something cannot be done; what is shown stays. */
  refuse(refusal, file = "") {
    if (!(refusal instanceof Refusal)) throw refusal;
    const { lang } = this.page.state;
    const words = [file, refusal.row ? say(lang, "row", refusal) : "", say(lang, refusal.key, refusal.values)].filter(Boolean).join(": ");
    this.panel.tell(words, "bk-no");
    return words;
  }

  /** What can be done with a commune that was clicked or found. */
  communeActions(commune) {
    const { state, plan, map } = this.page;
    const { lang } = state;
    if (!state.trying) return [];
    const chosen = plan.clusters[state.cluster];
    const phase = plan.phases.find(({ end }) => end === state.by).id;
    const ha = leastFounded(plan);
    const act = (words, then) => button(null, words, () => {
      map.closePopup();
      then();
    }, { class: "bk-button bk-act" });
    return [
      chosen ? act(say(lang, "move here", { name: chosen.name }), () => this.change({ cluster: chosen.id, commune: commune.code }, chosen.id)) : null,
      act(say(lang, "add", { ha: formatNumber(lang, ha) }), () => this.add(commune, phase, ha)),
    ];
  }
}
