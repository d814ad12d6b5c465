// The meeting map: builds the page around folium's map and keeps every part in step with one state.

/* global L */
import { Controls } from "./controls.js";
import { openTable } from "./details.js";
import { Live, refill, whenPainted } from "./dom.js";
import { Layers } from "./layers.js";
import { headParts, listParts, sourceParts, summaryParts, timelineParts, toolParts, verdictParts } from "./panel.js";
import { areMany, isSelected, missingUnits, phaseWeights, readPlan } from "./plan.js";
import { openPicture } from "./picture.js";
import { Popups } from "./popups.js";
import { setUpPrinting, sheetParts } from "./print.js";
import { searchBox } from "./search.js";
import { fromHash, toHash } from "./state.js";
import { learn, say } from "./text.js";
import { View } from "./view.js";
import { unpacked } from "./unpacking.js";
import { vintageOf } from "./vintages.js";

export * from "./shared.js";

const STEP_MS = 1600;
const BOXES = ["head", "verdict", "timeline", "tools", "search", "summary", "list", "source", "sheet"];

class MeetingPage {
  constructor(map) {
    this.map = map;
    this.original = readPlan(JSON.parse(document.getElementById("bk-plan").textContent));
    this.plan = this.original; // as it is shown: the mode for trying changes shows another one
    learn(this.plan.words);
    this.asked = location.hash; // the panel writes its own there
    this.state = fromHash(this.plan, this.asked);
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
      paint: (paper) => this.view.paint(paper, this.shown()),
    });
    this.listen();
    if (this.selectedUnit()) this.zoomToSelection(false); // the whole is in view
    // The map stands first; what is read beside it comes when that is painted. Done when all is drawn.
    this.ready = new Promise((resolve) => {
      whenPainted(() => {
        this.renderWords();
        this.view.outline(this.selectedUnit());
        this.showPanel();
        if (this.clusters.isCrowd) this.clusters.nameLater();
        else this.clusters.name(); // with the panel: the page is laid out once
        resolve(this.follow());
      });
    });
  }

  listen() {
    const { map, view } = this;
    map.on("click", ({ layerPoint, latlng }) => {
      const cluster = this.clusters.at(layerPoint);
      if (cluster) this.set({ cluster: this.plan.clusters.indexOf(cluster) });
      else this.popups.name(latlng);
    });
    map.on("mousemove", ({ layerPoint }) => {
      if (map.dragging.moving()) return;
      const cluster = this.clusters.at(layerPoint);
      map.getContainer().style.cursor = cluster ? "pointer" : "";
      view.highlight(this.plan.clusters.indexOf(cluster));
    });
    map.on("mouseout", () => view.highlight(-1));
    map.on("zoomend", () => this.controls.renderLegend());
    map.on("movestart", () => { this.moved ||= !this.fitting; });
    // Shown at last, turned or made larger: the map is fitted again if nobody has moved it. Hidden, it stays as it is.
    new ResizeObserver(() => {
      if (document.documentElement.classList.contains("bk-printing") || !view.hasSize()) return;
      const isFirst = !view.isShown();
      const { x, y } = map.getSize();
      const { clientWidth, clientHeight } = map.getContainer();
      if (x === clientWidth && y === clientHeight) return; // told once at the start: it is fitted to that
      this.fit(() => map.invalidateSize({ animate: false }));
      if (isFirst && view.isWide()) this.controls.openLegend();
      if (isFirst || !this.moved) this.zoomToSelection(false);
      if (isFirst) this.popups.follow();
    }).observe(map.getContainer());
    window.addEventListener("hashchange", ({ newURL }) => {
      clearInterval(this.timer);
      // A panel that was still to come may have written the old address over the new one.
      const { trial, trying } = this.state;
      this.asked = new URL(newURL).hash;
      this.popups.open(null);
      this.state = { ...this.state, ...fromHash(this.plan, this.asked), trial, trying };
      this.renderWords();
      this.show();
      this.zoomToSelection(false);
      this.ready = this.follow();
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
    const { state: before, plan } = this;
    this.state = { ...before, ...patch };
    this.mode?.replan("cluster" in patch);
    if (patch.lang && patch.lang !== before.lang) this.renderWords();
    if (legendKey(this.plan, before) !== legendKey(this.plan, this.state)) this.controls.renderLegend();
    this.show();
    if ("cluster" in patch && patch.cluster !== before.cluster) this.popups.open(patch.cluster);
    else if (plan !== this.plan || "trying" in patch) this.popups.renew();
    else this.popups.follow();
  }

  /** Open or close the mode for trying changes; it is unpacked when it is first asked for. */
  async tryChanges() {
    await this.unpack();
    this.mode.toggle();
  }

  async unpack() {
    const { Mode } = await unpacked();
    this.mode ??= new Mode(this);
  }

  /** Show what is tried in the address, and then its cluster, which may be another one there or there alone. */
  async follow() {
    if (this.canTry() && (this.mode || this.state.link || this.plan.changes)) {
      await this.unpack();
      this.mode.follow();
    }
    const { cluster } = this.state.cluster === null ? fromHash(this.plan, this.asked) : this.state;
    if (cluster === this.state.cluster) this.popups.open(cluster);
    else this.set({ cluster });
  }

  /** A page may be made without the mode. */
  canTry() {
    return "targets" in this.original;
  }

  /** Take another plan of the same communes. */
  take(plan) {
    this.plan = plan;
    this.view.take(plan);
    this.layers.plan = plan;
    this.stale = true; // what is read beside the map
    for (const dialog of document.querySelectorAll("dialog")) dialog.close(); // it tells of the other plan
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
    this.moved = false;
    this.fit(() => this.view.zoomTo(this.selectedUnit(), animate));
  }

  /** Move the map as its size or the selection wants it, which is no movement of somebody's. */
  fit(move) {
    this.fitting = true;
    move();
    this.fitting = false;
  }

  step(by) {
    const ends = this.plan.phases.map((phase) => phase.end);
    const next = ends[ends.indexOf(this.state.by) + by];
    if (next !== undefined) this.set({ by: next });
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

  /** Show where a unit without a cluster lies. */
  findUnit(u) {
    const { plan } = this;
    if (plan.level === "commune") this.found({ kind: "commune", item: plan.communes[u] });
    else this.select({ [plan.level]: u });
    this.view.reveal();
  }

  /** Show what the search has found. */
  found({ kind, item, index, year }) {
    if (kind === "district") {
      this.set({ district: index, subregion: null });
      this.zoomToSelection();
    } else if (kind === "cluster") {
      this.set({ district: null, subregion: null, cluster: index });
    } else {
      if (year) this.set({ boundaries: year });
      this.view.zoomToCommune(item);
      this.popups.name(L.latLngBounds(this.view.boundsOf(item)).getCenter());
      this.view.outline(item);
    }
  }

  /** What the clusters' layer has to know of the state. */
  shown(plan = this.plan) {
    const { state } = this;
    return {
      weights: phaseWeights(plan, state),
      selected: (cluster) => isSelected(plan, state, cluster),
      selection: `${state.district} ${state.subregion}`,
      missing: missingUnits(plan, state.by),
      vintage: vintageOf(plan, state.boundaries),
      lang: state.lang,
    };
  }

  /** Draw everything that depends on the horizon and the selection. */
  show() {
    const { isCrowd } = this.clusters;
    this.view.outline(this.selectedUnit());
    this.view.show(this.shown(), isCrowd);
    if (!isCrowd) this.showPanel();
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
    if (this.stale) this.renderPlan();
    refill(boxes.verdict, verdictParts(plan, state, (u) => this.findUnit(u)));
    this.live?.show(state); // a key may be pressed before there is a panel
    this.sums?.show(state);
    refill(boxes.list, listParts(plan, state, {
      open: (index) => this.set({ cluster: index }),
      hover: (index) => this.view.highlight(index),
    }));
    this.mode?.render();
    try {
      const hash = toHash(plan, state);
      history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
    } catch {
      // A notebook's frame has no address of its own.
    }
  }

  /** Everything that depends on the language alone. */
  renderWords() {
    const { plan, state, boxes } = this;
    const { lang } = state;
    document.documentElement.lang = lang;
    const container = this.map.getContainer();
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", say(lang, "map"));
    this.live = new Live();
    refill(boxes.tools, toolParts(lang, {
      speak: (other) => this.set({ lang: other }),
      table: () => openTable(this.plan, this.state),
      picture: () => openPicture(this),
      print: this.print,
    }));
    refill(boxes.timeline, timelineParts(plan, lang, this.live, { set: (patch) => this.set(patch), play: () => this.play(), tryChanges: this.canTry() ? () => this.tryChanges() : null }));
    this.live.show(state);
    refill(boxes.source, sourceParts(plan, lang));
    this.controls.render();
    this.renderPlan();
    this.popups.renew();
  }

  /** Everything that depends on the language and the plan alone. */
  renderPlan() {
    const { plan, state, boxes } = this;
    const { lang } = state;
    this.stale = false;
    document.title = plan.title[lang];
    refill(boxes.head, headParts(plan, state));
    this.sums = new Live();
    refill(boxes.summary, summaryParts(plan, lang, this.sums, { select: (unit) => this.select(unit) }));
    this.sums.show(state);
    refill(boxes.search, searchBox(plan, lang, (entry) => this.found(entry)));
    this.controls.renderLegend();
  }

  /** Take layers that were added in Python into the layer control: [[name, variable]]. */
  addForeign(layers) {
    this.layers.addForeign(layers);
    this.controls.renderLayers();
  }
}

/** What of a state the legend shows. */
function legendKey(plan, { district, subregion, by, boundaries }) {
  return [district, subregion, boundaries, areMany(missingUnits(plan, by)), missingUnits(plan, by).length > 0].join(" ");
}

/** Build the page around a Leaflet map. */
export function start(map) {
  return new MeetingPage(map);
}
