// The clusters on the map: one canvas, drawn whole at each step, so that ten thousand move as twenty do.

/* global L */
import { CanvasLayer } from "./canvas.js";
import { drawDisc, drawDiscs } from "./discs.js";
import { whenPainted } from "./dom.js";
import { Names } from "./names.js";
import { hectares } from "./plan.js";
import { ringRadii, sideBySide } from "./symbols.js";

const GAP = 3; // between neighbours at one point, in the units of sqrt(ha); the leader shows in it
const REACH = 12; // pixels: half of the smallest target that a finger hits
const MANY = 300; // clusters; more are a crowd: kept as a picture, and named later
const MOST_PICTURES = 12;
const WHOLE_PX = 640; // the plan's larger side where markers have their nominal size; WHOLE_SIDE in symbols.py

export const ClusterLayer = CanvasLayer.extend({
  options: { pane: "bkClusters" },

  initialize(plan, options) {
    CanvasLayer.prototype.initialize.call(this, plan, options);
    this.view = { weights: plan.phases.map(() => 1), selected: () => true, selection: "", missing: [], lang: "vi" };
    this.isCrowd = plan.clusters.length > MANY;
    this.hidden = false; // the discs; names of districts and communes stay
    this.active = -1; // the cluster under the pointer, or with the keyboard's focus
    this.names = new Names(this);
    this.named = false; // whether names have been drawn; the page asks for them when the map stands
    this.pictures = new Map(); // of crowds, by what they show
    const [southWest, northEast] = plan.bounds.map(toWorld);
    this.zoomOfWhole = Math.log2(WHOLE_PX / Math.max(northEast.x - southWest.x, southWest.y - northEast.y));
    this.spots = layOut(plan);
    // Large ones first, so that small ones lie on top of them.
    this.order = plan.clusters.filter(({ latlng }) => latlng).sort((a, b) => total(b) - total(a) || a.index - b.index);
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
    return Math.min(this.plan.scale * Math.min(2.2, Math.max(0.7, 2 ** (zoom / 2))), this.plan.crowd * 2 ** zoom);
  },

  /** Where a cluster is drawn: centre of its disc, outer radii of its rings, in layer pixels. */
  disc(
    cluster, weights = this.view.weights, zoom = this._map.getZoom(), origin = this._map.getPixelOrigin(),
    scale = this.scale(),
  ) {
    const { at, offset, group } = this.spots.get(cluster);
    const k = 2 ** zoom;
    const [x, y] = [at.x * k - origin.x, at.y * k - origin.y];
    const radii = ringRadii(cluster.ha, weights, scale);
    return { x: x + offset[0] * scale, y: y + offset[1] * scale, r: radii.at(-1), radii, anchor: [x, y], group };
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
    if (this.print || (this.named && !canvas)) this.names.draw(discs, active);
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
    if (made.discs.length <= MANY || this.print) return made;
    made.canvas = document.createElement("canvas");
    made.canvas.width = this._container.width;
    made.canvas.height = this._container.height;
    const c = made.canvas.getContext("2d");
    c.setTransform(this.context.getTransform());
    drawDiscs(c, made.discs, this.plan.phases);
    // Only whole steps of the timeline come again.
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
    canvas.getContext("2d").getImageData(0, 0, 1, 1); // reading makes the browser draw it now
    this.later(() => this.foresee());
  },

  later(then) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(then, 60);
  },
});

const total = (cluster) => hectares(cluster, cluster.ha.map(() => 1));

const toWorld = (latlng) => L.CRS.EPSG3857.latLngToPoint(L.latLng(latlng), 0);

/**
 * Where each cluster lies, at every zoom: `at` in the world's pixels at zoom 0, `offset` in units of the scale
 * beside others of the same point, which are its `group`.
 */
function layOut({ clusters }) {
  const groups = new Map();
  for (const cluster of clusters.filter(({ latlng }) => latlng)) {
    const key = cluster.latlng.join(" ");
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(cluster);
  }
  const spots = new Map();
  for (const group of groups.values()) {
    const at = toWorld(group[0].latlng);
    const offsets = sideBySide(group.map((cluster) => Math.sqrt(total(cluster))), GAP);
    group.forEach((cluster, i) => spots.set(cluster, { at, offset: offsets[i], group: group.length > 1 ? group : undefined }));
  }
  return spots;
}
