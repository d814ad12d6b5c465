// Names on the map: of clusters beside their discs, of districts and communes where they have room.

import { rem } from "./dom.js";
import { memo } from "./memo.js";
import { boundsOf, ringsOf } from "./shapes.js";
import { Taken, labelSpots, placeLabels } from "./symbols.js";
import { formatNumber } from "./text.js";

const INK = "#1c2329";
const SOFT = "#56616a";
const MISSING = "#a3261b"; // a district without a cluster by the horizon
const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif";
const MOST_LABELS = 400;
const COMMUNES_FROM = 0.9; // zoom levels above the one that shows the whole plan

const spotsOf = memo((unit, plan) => labelSpots({ rings: ringsOf(unit, plan), bounds: boundsOf(unit, plan) }));

export class Names {
  constructor(layer) {
    this.layer = layer; // the clusters'
    this.shows = { clusters: true, districts: true, communes: true };
    this.scale = rem() / 14;
    this.widths = new Map();
  }

  /** Write the names of the discs in view and of the one that is pointed at, then those of units. */
  draw(discs, active) {
    const { layer: { plan, view: { missing }, _map: map, zoomOfWhole }, shows } = this;
    const taken = new Taken();
    for (const disc of discs) taken.addDisc(disc);
    const wanted = new Set(active ? [active] : []);
    if (shows.clusters) for (const disc of discs.filter(({ dim }) => !dim).slice(0, MOST_LABELS)) wanted.add(disc);
    const items = [...wanted].map((disc) => ({ ...disc, ...this.label(disc, disc === active) }));
    for (const { item, x, y } of placeLabels(items, taken)) {
      item.lines.forEach(([words, font], i) => this.text(words, x, y + item.lineHeight * i, font, INK));
    }
    if (shows.districts) {
      const form = ({ name }, d) => (missing.includes(d) ? "✗ " : "") + name.toLocaleUpperCase("vi");
      this.drawUnits(plan.districts, form, `600 ${this.size(11.5)}px ${FONT}`, taken, (d) => (missing.includes(d) ? MISSING : SOFT));
    }
    if (shows.communes && map.getZoom() > zoomOfWhole + COMMUNES_FROM) {
      this.drawUnits(plan.communes, ({ name }) => name, `400 ${this.size(11)}px ${FONT}`, taken, () => SOFT);
    }
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

  /** Write each unit's name where it has the most room, if it has any in view. */
  drawUnits(units, form, font, taken, colour) {
    const { plan, _map: map, _bounds: { min, max } } = this.layer;
    const seen = map.getBounds();
    const [pad, height] = [2, this.size(15)];
    units.forEach((unit, i) => {
      if (!seen.intersects(boundsOf(unit, plan))) return;
      const words = form(unit, i);
      const width = this.widthOf(words, font);
      for (const spot of spotsOf(unit, plan)) {
        const { x, y } = map.latLngToLayerPoint(spot);
        const box = [x - width / 2 - pad, y - height / 2, x + width / 2 + pad, y + height / 2];
        const inView = box[0] > min.x && box[2] < max.x && box[1] > min.y && box[3] < max.y;
        if (inView && !taken.hits(box)) {
          taken.add(box);
          this.text(words, box[0] + pad, box[1], font, colour(i));
          return;
        }
      }
    });
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
