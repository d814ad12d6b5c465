// The clusters on the map: one canvas, drawn whole at each step, so that ten thousand move as twenty do.

/* global L */
import { CanvasLayer } from "./canvas.js";
import { drawDisc, drawDiscs, redrawn } from "./discs.js";
import { whenPainted } from "./dom.js";
import { memo } from "./memo.js";
import { Names } from "./names.js";
import { sideBySide } from "./placing.js";
import { hectares } from "./plan.js";
import { DISC, ringRadii } from "./symbols.js";

const REACH = 12; // pixels: half of the smallest target that a finger hits
const MOST_PICTURES = 12;

export const ClusterLayer = CanvasLayer.extend({
  options: { pane: "bkClusters" },

  initialize(plan, options) {
    CanvasLayer.prototype.initialize.call(this, plan, options);
    this.view = { weights: plan.phases.map(() => 1), selected: () => true, selection: "", missing: [], vintage: null, lang: "vi" };
    this.hidden = false; // the discs; names of districts and communes stay
    this.active = -1; // the cluster under the pointer, or with the keyboard's focus
    this.names = new Names(this);
    this.named = false; // whether names have been drawn; the page asks for them when the map stands
    this.pictures = new Map(); // of crowds, by what they show
    this.outdated = new Map(); // those of another plan at the same place
    const worlds = new Map(); // in the world's pixels at zoom 0; one object for all clusters of a point
    this.worldOf = memo((latlng) => {
      if (!worlds.has(String(latlng))) worlds.set(String(latlng), toWorld(latlng));
      return worlds.get(String(latlng));
    });
    const [southWest, northEast] = plan.bounds.map(toWorld);
    this.zoomOfWhole = Math.log2(DISC.whole / Math.max(northEast.x - southWest.x, southWest.y - northEast.y));
    this.take(plan);
  },

  /** Hold the clusters of a plan; the communes are the same. */
  take(plan) {
    this.plan = plan;
    this.isCrowd = plan.clusters.length > DISC.crowd; // is kept as a picture, and named later
    for (const [key, picture] of this.pictures) this.outdated.set(key, picture);
    this.pictures.clear();
    if (!this.isCrowd) this.away = null;
    this.active = -1;
    // Large ones first, so that small ones lie on top of them. What stays is in order already.
    this.all = new Map(plan.clusters.map((cluster, i) => [cluster, i]));
    const before = this.order ?? [];
    const stay = new Set(before.filter((cluster) => this.all.has(cluster)));
    const come = plan.clusters.filter((cluster) => cluster.latlng && !stay.has(cluster));
    this.unsettled = new Set([...before.filter((cluster) => !stay.has(cluster)), ...come].map(({ latlng }) => this.worldOf(latlng)));
    this.order = [...stay, ...come].sort((a, b) => total(b) - total(a) || this.all.get(a) - this.all.get(b));
  },

  setView(view) {
    Object.assign(this.view, view);
    if (this._map) this.draw();
  },

  /**
   * Pixels of radius for the square root of a hectare: grows by half a zoom, within limits; a crowd that
   * would hide the map starts smaller, and keeps its share of the map until it has grown up.
   */
  scale(zoom = this._map.getZoom()) {
    const more = zoom - this.zoomOfWhole;
    const growth = Math.min(DISC.most_growth, Math.max(DISC.least_growth, 2 ** (more / 2)));
    return Math.min(this.plan.scale * growth, this.plan.crowd * 2 ** more);
  },

  /** Pixels by which discs reach beyond the plan's bounds at a zoom: to the left, top, right and bottom. */
  beyond(zoom) {
    const [southWest, northEast] = this.plan.bounds.map((at) => L.CRS.EPSG3857.latLngToPoint(L.latLng(at), zoom));
    const most = [0, 0, 0, 0];
    const [whole, scale] = [this.plan.phases.map(() => 1), this.scale(zoom)];
    for (const cluster of this.isCrowd ? [] : this.order) {
      const { x, y, r } = this.disc(cluster, whole, zoom, { x: 0, y: 0 }, scale);
      const out = [southWest.x - x + r, northEast.y - y + r, x + r - northEast.x, y + r - southWest.y];
      out.forEach((pixels, side) => { most[side] = Math.max(most[side], pixels); });
    }
    return most;
  },

  /**
   * How far each cluster stands from its point, in units of the scale: [x, y] by its index. Where only those
   * of one point make way it is the same at every zoom.
   */
  offsets(zoom, scale) {
    const units = this.isCrowd ? 1 : 2 ** zoom / scale; // of the scale, for a pixel of the world
    const isNew = this.away?.units !== units;
    if (isNew) this.away = Object.assign(new WeakMap(), { units });
    else if (!this.unsettled.size) return this.away;
    const place = (clusters) => {
      const discs = clusters.map((cluster) => {
        const { x, y } = this.worldOf(cluster.latlng);
        return { x: x * units, y: y * units, r: Math.sqrt(total(cluster)) };
      });
      const spots = sideBySide(discs, 1 / this.plan.scale, this.isCrowd);
      clusters.forEach((cluster, i) => this.away.set(cluster, [spots[i].x - discs[i].x, spots[i].y - discs[i].y]));
    };
    // In a crowd only those of one point make way: where nobody came or went they stand as they did.
    const here = new Map();
    for (const cluster of this.order) {
      const point = this.isCrowd ? this.worldOf(cluster.latlng) : null;
      if (!isNew && !this.unsettled.has(point)) continue;
      if (here.has(point)) here.get(point).push(cluster);
      else here.set(point, [cluster]);
    }
    here.forEach(place);
    this.unsettled.clear();
    return this.away;
  },

  /** Where a cluster is drawn: centre of its disc, outer radii of its rings, in layer pixels. */
  disc(
    cluster, weights = this.view.weights, zoom = this._map.getZoom(), origin = this._map.getPixelOrigin(),
    scale = this.scale(),
  ) {
    const point = this.worldOf(cluster.latlng);
    const offset = this.offsets(zoom, scale).get(cluster);
    const k = 2 ** zoom;
    const [x, y] = [point.x * k - origin.x, point.y * k - origin.y];
    const radii = ringRadii(cluster.ha, weights, scale);
    return { x: x + offset[0] * scale, y: y + offset[1] * scale, r: radii.at(-1), radii, anchor: [x, y], point, offset };
  },

  /** The cluster at a layer point: the nearest of those whose disc, or a finger around it, holds it. */
  at(point) {
    let best = null;
    let least = Infinity;
    for (const { cluster, x, y, r } of this.drawn.discs) {
      const away = Math.hypot(point.x - x, point.y - y);
      if (away <= Math.max(r, REACH) && away / r < least) {
        best = cluster;
        least = away / r;
      }
    }
    return best;
  },

  draw({ blank = false } = {}) {
    if (blank) for (const pictures of [this.pictures, this.outdated]) pictures.clear();
    if (!this.begin(blank)) return;
    const { discs, canvas } = this.hidden ? { discs: [] } : this.picture(this.view.weights);
    const { min } = this._bounds;
    const size = this._bounds.getSize();
    if (canvas) this.context.drawImage(canvas, min.x, min.y, size.x, size.y);
    else drawDiscs(this.context, discs, this.plan.phases);
    const active = discs.find(({ cluster }) => this.all.get(cluster) === this.active);
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
    this.callOff = whenPainted(() => this.name());
  },

  /** Write the names on what is drawn. */
  name() {
    this.named = true;
    if (!this.context) return;
    this.names.draw(this.drawn.discs, this.drawn.active);
    if (this.pictures.size) this.later(() => this.foresee());
  },

  /** The discs in view, the largest first; those of a drawing at the same place that stay are the same objects. */
  discs(weights, before = []) {
    const { min, max } = this._bounds;
    const zoom = this._map.getZoom();
    const origin = this._map.getPixelOrigin();
    const scale = this.scale();
    const offsets = this.offsets(zoom, scale);
    const discs = [];
    let b = 0;
    for (const cluster of this.order) {
      while (before[b] && before[b].cluster !== cluster && !this.all.has(before[b].cluster)) b++;
      const same = before[b]?.cluster === cluster ? before[b++] : null;
      if (same?.offset.every((away, i) => away === offsets.get(cluster)[i])) {
        discs.push(same);
        continue;
      }
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
    const before = Number.isInteger(this.ratio) && !this.print && this.outdated.get(key);
    const made = { discs: this.discs(weights, before ? before.discs : []), canvas: null };
    if (made.discs.length <= DISC.crowd || this.print) return made;
    if (before && redrawn(before.canvas.getContext("2d"), before.discs, made.discs, this.plan.phases)) {
      made.canvas = before.canvas;
    } else {
      made.isNew = true;
      made.canvas = document.createElement("canvas");
      made.canvas.width = this._container.width;
      made.canvas.height = this._container.height;
      const c = made.canvas.getContext("2d");
      c.setTransform(this.context.getTransform());
      drawDiscs(c, made.discs, this.plan.phases);
    }
    this.outdated.delete(key);
    // Only whole steps of the timeline come again.
    if (weights.every(Number.isInteger) && this.pictures.size < MOST_PICTURES) this.pictures.set(key, made);
    return made;
  },

  /** Draw a crowd at the other steps of the timeline while nothing else is to do. */
  foresee() {
    if (this._map?.dragging.moving()) { // a frame of a drag has no time for it
      this.later(() => this.foresee());
      return;
    }
    const { phases } = this.plan;
    const steps = phases.map(({ end }) => phases.map((phase) => Number(phase.end <= end)));
    const next = steps.find((weights) => !this.pictures.has(`${weights} ${this.view.selection}`));
    if (!next || !this._map || !this.drawn.discs.length || this.pictures.size >= MOST_PICTURES) return;
    const { canvas, isNew } = this.picture(next);
    if (!canvas) return;
    if (isNew) canvas.getContext("2d").getImageData(0, 0, 1, 1); // reading makes the browser draw it now
    this.later(() => this.foresee());
  },

  later(then) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(then, 60);
  },
});

const total = memo((cluster) => hectares(cluster, cluster.ha.map(() => 1)));

const toWorld = (latlng) => L.CRS.EPSG3857.latLngToPoint(L.latLng(latlng), 0);
