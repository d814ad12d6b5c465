// Names on the map: of clusters beside their discs, of districts and communes where they have room.

import { rem } from "./dom.js";
import { memo } from "./memo.js";
import { Taken, areaSpots, leader, placeInArea, placeLabels } from "./placing.js";
import { areMany, unitName } from "./plan.js";
import { boundsOf, ringsOf } from "./shapes.js";
import { DISC, NAME } from "./symbols.js";
import { formatNumber } from "./text.js";
import { unitsOf } from "./vintages.js";

const INK = "#1c2329";
const SOFT = "#56616a";
const MISSING = "#a3261b"; // a unit without a cluster by the horizon
const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif";
const MOST_LABELS = 400;
const COMMUNES_FROM = 0.9; // zoom levels above the one that shows the whole plan

const spots = (around) => memo((unit, plan) => {
  const bounds = boundsOf(unit, plan);
  return areaSpots(ringsOf(unit, plan), bounds, { shrink: Math.cos((bounds[0][0] * Math.PI) / 180), around });
});
const [spotsWithin, spotsAround] = [spots(false), spots(true)];

export class Names {
  constructor(layer) {
    this.layer = layer; // the clusters'
    this.shows = { clusters: true, districts: true, communes: true, without: false };
    this.scale = rem() / 14;
    this.widths = new Map();
    this.placed = []; // what stands on the map: {kind, of, box, line}
  }

  /** Write names in the order of the rule: of what is missing, of discs in view and pointed at, of other units. */
  draw(discs, active) {
    const { layer: { plan, print, view: { missing, vintage, lang }, _map: map, zoomOfWhole }, shows } = this;
    const [first, last] = [[0, 0], map.getSize()].map((point) => map.containerPointToLayerPoint(point));
    this.placed = [];
    this.leftOut = false; // whether a name found no room
    const taken = new Taken([first.x, first.y, last.x, last.y]); // what is seen of the map, and no more
    for (const disc of discs) taken.addDisc(disc, DISC.outline);
    for (const box of this.covered(first)) taken.add(box);
    const bold = `600 ${this.size(11.5)}px ${FONT}`;
    const capitals = (unit) => unitName(unit, lang).toLocaleUpperCase("vi");
    // Units without a cluster are marked at the level that is counted; too many are hatched, and named on demand.
    const without = areMany(missing) || (plan.level === "district" && !shows.districts) ? [] : missing.map((u) => plan.units[u]);
    const districts = shows.districts && (!vintage || vintage.districts) ? plan.districts.filter((unit) => !without.includes(unit)) : [];
    const mark = { around: true, short: "✗" };
    this.drawUnits("missing", without, (unit) => `✗ ${capitals(unit)}`, bold, taken, MISSING, mark);
    const wanted = new Set(active ? [active] : []);
    if (shows.clusters) for (const disc of discs.filter(({ dim }) => !dim).slice(0, MOST_LABELS)) wanted.add(disc);
    this.drawLabels([...wanted].map((disc) => ({ ...disc, ...this.label(disc, disc === active) })), taken);
    this.drawUnits("district", districts, capitals, bold, taken, SOFT, { around: Boolean(print) });
    if (shows.without && areMany(missing)) {
      const units = missing.map((u) => plan.units[u]);
      this.drawUnits("without", units, (unit) => unitName(unit, lang), `600 ${this.size(11)}px ${FONT}`, taken, SOFT);
    }
    const communes = vintage ? unitsOf(vintage, plan) : plan.communes;
    const few = vintage && communes.length <= NAME.all_up_to; // of later boundaries that have room at once
    if (shows.communes && (few || map.getZoom() > zoomOfWhole + COMMUNES_FROM)) {
      this.drawUnits("commune", communes, ({ name }) => name, `400 ${this.size(11)}px ${FONT}`, taken, SOFT);
    }
    // The legend says so, and is larger then: what it covers now is named elsewhere.
    const { classList } = document.documentElement;
    const said = classList.contains("bk-names-left-out");
    if (classList.toggle("bk-names-left-out", this.leftOut || discs.length > MOST_LABELS) !== said && !print) this.layer.drawSoon();
  }

  /** Boxes of what lies over the map: legend and buttons, or the legend of the printed sheet. */
  covered({ x, y }) {
    const frame = this.layer._map.getContainer().getBoundingClientRect();
    return [...document.querySelectorAll(".leaflet-control, .bk-sheet-legend, .bk-banner")]
      .map((part) => part.getBoundingClientRect())
      .filter(({ width }) => width)
      .map(({ left, top, right, bottom }) => [left - frame.left + x, top - frame.top + y, right - frame.left + x, bottom - frame.top + y]);
  }

  drawLabels(labels, taken) {
    const { print, context: c } = this.layer;
    placeLabels(labels, taken, this.size(1), { paper: Boolean(print) }).forEach((box, i) => {
      if (!box) {
        this.leftOut = true;
        return;
      }
      const line = leader(labels[i], box, this.size(1));
      this.placed.push({ kind: "cluster", of: labels[i].cluster.id, box, line });
      if (line) {
        c.strokeStyle = SOFT;
        c.lineWidth = this.size(1);
        c.beginPath();
        c.moveTo(...line[0]);
        c.lineTo(...line[1]);
        c.stroke();
      }
      const { lines, lineHeight } = labels[i];
      lines.forEach(([words, font], n) => this.text(words, box[0], box[1] + lineHeight * n, font, INK));
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
    const width = Math.max(...lines.map(([words, font]) => this.widthOf(words, font)));
    return { lines, lineHeight, width, height: lineHeight * lines.length };
  }

  /** Write each unit's name where it has the most room; a mark without its name rather than not at all. */
  drawUnits(kind, units, form, font, taken, colour, { around = false, short = "" } = {}) {
    const { plan, _map: map } = this.layer;
    const seen = map.getBounds();
    const [pad, height] = [2, this.size(15)];
    for (const unit of units.filter((one) => seen.intersects(boundsOf(one, plan)))) {
      const spots = (around ? spotsAround : spotsWithin)(unit, plan).map(({ at, within }) => ({ ...map.latLngToLayerPoint(at), within }));
      const place = (text, always = false) => {
        words = text;
        return placeInArea(spots, [this.widthOf(text, font) + 2 * pad, height], taken, this.size(1), { always });
      };
      let words = "";
      const box = place(form(unit)) ?? (short ? place(short) ?? place(short, true) : null);
      if (!box) {
        this.leftOut = true;
        continue;
      }
      this.placed.push({ kind, of: unit.code, box });
      this.text(words, box[0] + pad, box[1], font, colour);
    }
  }

  text(words, x, y, font, colour) {
    const c = this.layer.context;
    c.font = font;
    c.textBaseline = "top";
    c.lineJoin = "round";
    c.lineWidth = 4;
    c.strokeStyle = "rgba(255,255,255,0.92)";
    c.strokeText(words, x, y);
    c.fillStyle = colour;
    c.fillText(words, x, y);
  }

  widthOf(words, font) {
    const key = font + words;
    if (!this.widths.has(key)) {
      this.layer.context.font = font;
      this.widths.set(key, this.layer.context.measureText(words).width);
    }
    return this.widths.get(key);
  }
}
