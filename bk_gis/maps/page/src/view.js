// The plan on the map: its two canvases, and the part of it that is in the frame.

/* global L */
import { BackdropLayer } from "./backdrop.js";
import { rem } from "./dom.js";
import { ClusterLayer } from "./markers.js";
import { boundsOf, ringsOf } from "./shapes.js";

const GROWTH_MS = 350;
const LEAST = 60; // pixels: a smaller map shows nothing
const BUTTONS = { x: 48, y: 136 }; // pixels from the corner that zoom and home reach
const NARROW = 760; // pixels: a narrower map has no room for the legend beside the plan

export class View {
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
    // Of a narrow plan the whole view, too: else Leaflet would move it below the legend.
    map.setMaxBounds(L.latLngBounds(plan.bounds).pad(0.8).extend(map.getBounds().pad(1)));
    Object.assign(this.backdrop, { hatched: shown.missing, vintage: shown.vintage });
    this.clusters.setView(shown);
    // The first frame has the discs, and no more of a canvas than is seen; the next what lies under them, which takes longest.
    if (!this.clusters.isCrowd) this.clusters.options.padding = 0;
    this.clusters.addTo(map);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (!this.clusters._map) return; // closed again
      this.backdrop.addTo(map);
      if (this.clusters.isCrowd) return;
      delete this.clusters.options.padding; // it is the layers' again
      this.clusters._update();
    }));
  }

  /** Show another plan of the same communes. */
  take(plan) {
    this.plan = plan;
    this.clusters.take(plan);
  }

  /** Whether the map has a size yet: not in a closed tab or a slide to come. */
  isShown() {
    const { x, y } = this.map.getSize();
    return Math.min(x, y) >= LEAST;
  }

  /** Whether its place on the page has one now; the map itself learns of it when it is told. */
  hasSize() {
    const { clientWidth, clientHeight } = this.map.getContainer();
    return Math.min(clientWidth, clientHeight) >= LEAST;
  }

  /** Whether the legend has room beside the plan. */
  isWide() {
    return this.map.getSize().x > NARROW;
  }

  /**
   * Space that the map's parts are kept clear of: the legend's, where there is room beside it, and the scale's, where
   * a box stands at the edge of the map.
   */
  padding(edge) {
    const legend = this.isWide() && this.legendOpen ? this.rem * 17 : 0;
    const scale = this.plan.inset ? this.rem * 7 : 0;
    return { paddingTopLeft: [edge + legend, edge], paddingBottomRight: [edge, edge + scale] };
  }

  /** Bounds of a unit; without one of the whole plan. */
  boundsOf(unit) {
    return unit ? boundsOf(unit, this.plan) : this.plan.bounds;
  }

  /** Show the whole plan, its discs included, clear of the legend. */
  fitWhole(animate = true) {
    const { map, plan: { bounds } } = this;
    const { paddingTopLeft: [left, top], paddingBottomRight: [right, bottom] } = this.padding(8);
    map.options.minZoom = 0;
    if (!this.isShown()) { // it is fitted when it is
      map.setView(L.latLngBounds(bounds).getCenter(), 8, { animate: false });
      return;
    }
    let [west, north, east, south] = [0, 0, 0, 0];
    let zoom = null;
    for (let look = 0; look < 3; look++) { // at the zoom that leaves room, discs reach further again
      const before = zoom;
      zoom = map.getBoundsZoom(bounds, false, L.point(left + west + right + east, top + north + bottom + south));
      if (zoom === before) break; // and as far as they did
      [west, north, east, south] = this.clusters.beyond(zoom);
    }
    const clear = (buttons) => ({
      paddingTopLeft: [left + west + buttons, top + north], paddingBottomRight: [right + east, bottom + south], animate,
    });
    map.fitBounds(bounds, clear(this.isUnderButtons(bounds, clear(0)) ? BUTTONS.x : 0));
    map.options.minZoom = zoom - 1.5;
  }

  /** Whether buttons would cover a disc, where no legend keeps them beside the plan. */
  isUnderButtons(bounds, options) {
    const { map, clusters, plan } = this;
    if (this.isWide() || clusters.isCrowd) return false;
    const { center, zoom } = map._getBoundsCenterZoom(bounds, options);
    const origin = map.project(center, zoom).subtract(map.getSize().divideBy(2));
    return clusters.order.some((cluster) => {
      const { x, y, r } = clusters.disc(cluster, plan.phases.map(() => 1), zoom, origin, clusters.scale(zoom));
      return x - r < BUTTONS.x && y - r < BUTTONS.y;
    });
  }

  /** Show a district or a sub-region as large as it fits; without one the whole plan. */
  zoomTo(unit, animate = !this.still.matches) {
    if (!unit || !this.isShown()) this.fitWhole(animate);
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
    this.backdrop.setView(shown);
    const still = instantly || this.still.matches;
    this.clusters.setView(still ? { weights, ...shown } : shown);
    if (!still) this.grow(weights);
  }

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

  /** Draw finer than the screen is, with all names; null: as the screen is. */
  sharpen(sharp) {
    for (const layer of [this.backdrop, this.clusters]) {
      layer.sharp = sharp;
      layer._update();
    }
    if (sharp && this.clusters.isCrowd) this.clusters.names.draw(this.clusters.drawn.discs, this.clusters.drawn.active);
  }

  /** Draw for paper, {ratio, text}, or for the screen again, null; rings that still grow are drawn as they will be. */
  paint(paper, shown) {
    this.show(shown, true);
    this.backdrop.addTo(this.map).paint(paper); // printed at once it is not there yet
    this.clusters.paint(paper);
  }
}
