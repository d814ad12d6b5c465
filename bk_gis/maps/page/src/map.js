// The meeting map: builds the page around folium's map and keeps every part in step with one state.

/* global L */
import { BackdropLayer, addFurniture, graticule } from "./backdrop.js";
import { openTable } from "./details.js";
import { Live, el, refill, whenPainted } from "./dom.js";
import { layerParts, legendParts, searchBox } from "./legend.js";
import { ClusterLayer, MANY } from "./markers.js";
import { headParts, listParts, sourceParts, summaryParts, timelineParts, verdictParts } from "./panel.js";
import { isSelected, missingDistricts, phaseWeights, readPlan } from "./plan.js";
import { Popups } from "./popups.js";
import { setUpPrinting, sheetParts } from "./sheet.js";
import { fromHash, toHash } from "./state.js";
import { say } from "./text.js";

const GROWTH_MS = 350;
const STEP_MS = 1600;
const WHOLE_PX = 640; // the plan's larger side where markers have their nominal size; WHOLE_SIDE in symbols.py
const NARROW = 760; // pixels: a narrower map has no room for the legend beside the plan

class MeetingMap {
  constructor(map) {
    const source = document.getElementById("bk-plan");
    this.map = map;
    this.plan = readPlan(JSON.parse(source.textContent));
    this.state = fromHash(this.plan, location.hash);
    this.foreign = [];
    this.boxes = Object.fromEntries(
      ["head", "verdict", "timeline", "tools", "search", "summary", "list", "source", "sheet"].map((name) => [name, document.getElementById(`bk-${name}`)]),
    );
    this.buildMap();
    this.print = setUpPrinting({
      map,
      whole: () => L.latLngBounds((this.selectedUnit() || this.plan).bounds),
      sheet: this.boxes.sheet,
      parts: () => sheetParts(this.plan, this.state, this.clusters.scale()),
      paint: (paper) => {
        cancelAnimationFrame(this.frame); // rings that still grow are printed as they will be
        this.clusters.setView(this.clusterView());
        this.backdrop.paint(paper);
        this.clusters.paint(paper);
      },
    });
    this.popups = new Popups(this);
    this.listen();
    if (this.selectedUnit()) this.zoomToSelection(false);
    // The map stands first; what is read beside it comes when that is painted. Done when all is drawn.
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

  buildMap() {
    const { map, plan } = this;
    this.rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    for (const [pane, order] of [["bkGround", 350], ["bkClusters", 450]]) {
      Object.assign(map.createPane(pane).style, { zIndex: order, pointerEvents: "none" });
    }
    map.attributionControl.setPrefix("Leaflet");
    this.backdrop = new BackdropLayer(plan);
    this.clusters = new ClusterLayer(plan);
    this.clusters.textScale = this.rem / 14;
    const [southWest, northEast] = plan.bounds.map((corner) => L.CRS.EPSG3857.latLngToPoint(L.latLng(corner), 0));
    this.clusters.zoomOfWhole = Math.log2(WHOLE_PX / Math.max(northEast.x - southWest.x, southWest.y - northEast.y));
    this.on = { clusters: true, labels: true, subregions: true, districts: true, districtNames: true, communes: true, graticule: false };
    this.fitWhole(false);
    map.setMinZoom(map.getZoom() - 1.5);
    map.setMaxBounds(L.latLngBounds(plan.bounds).pad(0.8));
    this.backdrop.addTo(map);
    this.clusters.setView(this.clusterView());
    this.clusters.addTo(map);
  }

  /** Whether the legend has room beside the plan. */
  isWide() {
    return this.map.getSize().x > NARROW;
  }

  /** Space that the map's parts are kept clear of: the legend's, where there is room beside it. */
  padding(edge) {
    const legend = this.isWide() && this.legendOpen !== false ? this.rem * 16 : 0;
    return { paddingTopLeft: [edge + legend, edge], paddingBottomRight: [edge, edge] };
  }

  fitWhole(animate = true) {
    this.map.fitBounds(this.plan.bounds, { ...this.padding(8), animate });
  }

  listen() {
    const { map } = this;
    map.on("click", ({ layerPoint, latlng }) => {
      const cluster = this.on.clusters ? this.clusters.at(layerPoint) : null;
      if (cluster) this.set({ cluster: cluster.index });
      else this.popups.name(latlng);
    });
    map.on("mousemove", ({ layerPoint }) => {
      if (map.dragging.moving()) return;
      const cluster = this.on.clusters ? this.clusters.at(layerPoint) : null;
      map.getContainer().style.cursor = cluster ? "pointer" : "";
      this.highlight(cluster ? cluster.index : -1);
    });
    map.on("mouseout", () => this.highlight(-1));
    map.on("zoomend", () => this.renderLegend());
    window.addEventListener("hashchange", ({ newURL }) => {
      clearInterval(this.timer);
      // A panel that was still to come may have written the old address over the new one.
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
    this.still = window.matchMedia("(prefers-reduced-motion: reduce)");
  }

  /** Change the state and draw what follows from it. */
  set(patch) {
    const before = this.state;
    this.state = { ...before, ...patch };
    if (patch.lang && patch.lang !== before.lang) this.renderWords();
    if (legendKey(this.plan, before) !== legendKey(this.plan, this.state)) this.renderLegend();
    this.show();
    if ("cluster" in patch && patch.cluster !== before.cluster) this.popups.open(patch.cluster);
  }

  select({ district = null, subregion = null }) {
    const { state } = this;
    const again = state.district === district && state.subregion === subregion;
    this.set(again ? { district: null, subregion: null } : { district, subregion });
    this.zoomToSelection();
    this.reveal();
  }

  zoomToSelection(animate = !this.still.matches) {
    const unit = this.selectedUnit();
    if (!unit) this.fitWhole(animate);
    else if (animate) this.map.flyToBounds(unit.bounds, { ...this.padding(24), duration: 0.6 });
    else this.map.fitBounds(unit.bounds, { ...this.padding(24), animate });
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

  /** Draw everything that depends on the horizon and the selection. */
  show({ instantly = false } = {}) {
    const crowd = this.plan.clusters.length > MANY;
    const { weights, ...view } = this.clusterView();
    const still = instantly || this.still.matches || crowd;
    cancelAnimationFrame(this.frame);
    this.outline(this.selectedUnit());
    this.clusters.setView(still ? { weights, ...view } : view);
    if (!still) this.grow(weights);
    if (instantly || !crowd) this.showPanel();
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
    this.live?.show(state); // a key may be pressed before there is a panel
    refill(boxes.list, listParts(plan, state, {
      open: (index) => this.set({ cluster: index }),
      hover: (index) => this.highlight(index),
    }));
    try {
      const hash = toHash(plan, state);
      history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
    } catch {
      // A notebook's frame has no address of its own.
    }
  }

  /** What the clusters' layer has to know of the state. */
  clusterView() {
    const { plan, state } = this;
    return {
      weights: phaseWeights(plan, state),
      selected: (cluster) => isSelected(plan, state, cluster),
      selection: `${state.district} ${state.subregion}`,
      missing: missingDistricts(plan, state.by),
      lang: state.lang,
    };
  }

  /** Let rings grow or shrink from what is shown to what is wanted. */
  grow(wanted) {
    const from = this.clusters.view.weights;
    if (wanted.every((weight, p) => weight === from[p])) return;
    const start = performance.now();
    const tick = (now) => {
      const t = Math.min(1, Math.max(0, (now - start) / GROWTH_MS));
      this.clusters.setView({ weights: wanted.map((weight, p) => from[p] + (weight - from[p]) * t) });
      if (t < 1) this.frame = requestAnimationFrame(tick);
    };
    this.frame = requestAnimationFrame(tick);
  }

  highlight(index) {
    if (this.clusters.active === index) return;
    this.clusters.active = index;
    this.clusters.drawSoon();
  }

  /** Bring the map into view: on a phone the panel lies below it. */
  reveal() {
    const { top, bottom } = this.map.getContainer().getBoundingClientRect();
    if (top >= 0 && bottom <= window.innerHeight) return;
    this.map.getContainer().scrollIntoView({ block: "nearest", behavior: this.still.matches ? "auto" : "smooth" });
  }

  found({ kind, item, index }) {
    if (kind === "district") {
      this.set({ district: index, subregion: null });
      this.zoomToSelection();
    } else if (kind === "cluster") {
      this.set({ district: null, subregion: null, cluster: index });
    } else {
      this.map.fitBounds(item.bounds, { ...this.padding(60), maxZoom: 12, animate: !this.still.matches });
      this.popups.name(L.latLngBounds(item.bounds).getCenter());
      this.outline(item);
    }
  }

  /** Draw a dark line around a unit; around none, take it away. */
  outline(unit) {
    if (this.outlined) this.outlined.remove();
    this.outlined = unit && L.polygon(unit.rings, { interactive: false, fill: false, color: "#1c2329", weight: 2.6 }).addTo(this.map);
  }

  selectedUnit({ district, subregion } = this.state) {
    return district !== null ? this.plan.districts[district] : this.plan.subregions[subregion] || null;
  }

  toggle(key, on) {
    this.on[key] = on;
    if (key === "graticule") this.graticule ??= graticule(this.plan.bounds);
    const layer = key === "graticule" ? this.graticule : this.foreign.find((other) => other.key === key)?.layer;
    if (layer && on) this.map.addLayer(layer);
    else if (layer) this.map.removeLayer(layer);
    else this.showParts();
  }

  /** Tell the two canvases what of them is to be seen. */
  showParts() {
    const { clusters, subregions, districts, communes, labels, districtNames } = this.on;
    Object.assign(this.backdrop.shows, { subregions, districts, communes });
    Object.assign(this.clusters, { hidden: !clusters, labels, districtNames, communeNames: communes });
    this.backdrop.draw();
    this.clusters.draw();
  }

  /** Everything that depends on the language alone. */
  renderWords() {
    const { plan, state, boxes, map } = this;
    const { lang } = state;
    document.documentElement.lang = lang;
    document.title = plan.title[lang];
    map.getContainer().setAttribute("role", "region");
    map.getContainer().setAttribute("aria-label", say(lang, "map"));
    refill(boxes.head, headParts(plan, state));
    refill(boxes.tools, this.toolParts());
    this.live = new Live();
    refill(boxes.timeline, timelineParts(plan, lang, this.live, { set: (patch) => this.set(patch), play: () => this.play() }));
    refill(boxes.summary, summaryParts(plan, lang, this.live, { select: (unit) => this.select(unit) }));
    this.live.show(state);
    refill(boxes.search, searchBox(plan, lang, (entry) => this.found(entry)));
    refill(boxes.source, sourceParts(plan, lang));
    this.renderControls();
    this.popups.renew();
  }

  toolParts() {
    const { lang } = this.state;
    const button = (key, words, click, extra = {}) =>
      el("button", { type: "button", class: "bk-button", "data-key": key, click, ...extra }, words);
    const other = lang === "vi" ? "en" : "vi";
    return [
      button("lang", lang === "vi" ? "English" : "Tiếng Việt", () => this.set({ lang: other }), { lang: other }),
      button("table", say(lang, "data"), () => openTable(this.plan, this.state)),
      button("a4", `${say(lang, "print")} A4`, () => this.print("A4")),
      button("a3", `${say(lang, "print")} A3`, () => this.print("A3")),
    ];
  }

  renderControls() {
    const { map, state: { lang } } = this;
    for (const control of this.controls || []) control.remove();
    const zoom = L.control.zoom({ position: "topleft", zoomInTitle: lang === "vi" ? "Phóng to" : "Zoom in", zoomOutTitle: lang === "vi" ? "Thu nhỏ" : "Zoom out" });
    zoom.addTo(map);
    const home = this.control("topleft", "leaflet-bar bk-home",
      el("button", { type: "button", title: say(lang, "viewAll"), "aria-label": say(lang, "viewAll"), click: () => { this.select({}); this.fitWhole(); } }, "⌂"));
    this.layerBox = el("div");
    const layers = this.control("topright", "bk-card bk-layers",
      el("details", {}, el("summary", {}, say(lang, "layers")), this.layerBox));
    this.legendBox = el("div");
    const legend = this.control("bottomleft", "bk-card bk-legend",
      el("details", { open: (this.legendOpen ??= this.isWide()), toggle: (event) => { this.legendOpen = event.target.open; } },
        el("summary", {}, say(lang, "legend")), this.legendBox));
    this.controls = [zoom, home, layers, legend, ...addFurniture(map, lang)];
    this.renderLayers();
    this.renderLegend();
  }

  control(position, className, ...children) {
    const control = new L.Control({ position });
    control.onAdd = () => {
      const box = el("div", { class: className }, ...children);
      L.DomEvent.disableClickPropagation(box).disableScrollPropagation(box);
      return box;
    };
    return control.addTo(this.map);
  }

  renderLayers() {
    if (!this.controls) return; // the map stands before its controls do
    const { lang } = this.state;
    const own = [["clusters", "markers"], ["labels", "labels"], ["subregions", "subregions"], ["districts", "districts"],
      ["districtNames", "districtNames"], ["communes", "borders"], ["graticule", "graticule"]];
    const layers = own.map(([key, words]) => ({ key, on: this.on[key], label: capital(say(lang, words)) }));
    refill(this.layerBox, layerParts([...layers, ...this.foreign.map(({ key, label, layer }) => ({
      key, on: this.map.hasLayer(layer), label: layer instanceof L.GridLayer ? `${label} (${say(lang, "network")})` : label,
    }))],
      (key, on) => this.toggle(key, on)));
  }

  renderLegend() {
    if (!this.controls) return;
    this.legendBox.replaceChildren(...legendParts(this.plan, this.state, this.clusters.scale()));
  }

  /** Take layers that were added in Python into the layer control: [[name, layer]]. */
  addForeign(layers) {
    if (!layers.length) return;
    this.foreign = layers.map(([label, layer], i) => ({ key: `foreign${i}`, label, layer }));
    this.map.on("layeradd layerremove", ({ layer }) => {
      if (layer instanceof L.GridLayer) this.showGround();
    });
    this.showGround();
    this.renderLayers();
  }

  /** Let a map of tiles be seen through the tints of the sub-regions. */
  showGround() {
    const tiles = this.foreign.some(({ layer }) => layer instanceof L.GridLayer && this.map.hasLayer(layer));
    this.backdrop.opacity = tiles ? 0.35 : 1;
    this.backdrop.draw();
  }
}

/** What of a state the legend shows. */
function legendKey(plan, { district, subregion, by }) {
  return [district, subregion, missingDistricts(plan, by).length > 0].join(" ");
}

const capital = (words) => words[0].toLocaleUpperCase("vi") + words.slice(1);

/** Build the page around a Leaflet map. */
export function start(map) {
  return new MeetingMap(map);
}
