// What can be switched on and off: parts of the two canvases, the graticule, and layers added in Python.

/* global L */
import { graticule } from "./backdrop.js";
import { isOutside } from "./picture.js";
import { areMany, missingUnits } from "./plan.js";
import { say } from "./text.js";

// The page's own, in the order of the list, with the keys of their names.
const OWN = {
  clusters: "markers", labels: "labels", subregions: "subregions", districts: "districts",
  districtNames: "district names", communes: "borders", without: "names without", graticule: "graticule",
};

export class Layers {
  constructor(map, plan, { backdrop, clusters }) {
    Object.assign(this, { map, plan, backdrop, clusters });
    this.on = Object.fromEntries(Object.keys(OWN).map((key) => [key, !["graticule", "without"].includes(key)]));
    this.foreign = [];
  }

  toggle(key, on) {
    this.on[key] = on;
    if (key === "graticule") this.graticule ??= graticule(this.plan);
    const layer = key === "graticule" ? this.graticule : this.foreign.find((other) => other.key === key)?.layer;
    if (layer && on) this.map.addLayer(layer);
    else if (layer) this.map.removeLayer(layer);
    else this.drawParts();
  }

  /** Tell the two canvases what of them is to be seen. */
  drawParts() {
    const { clusters, subregions, districts, communes, labels, districtNames, without } = this.on;
    this.backdrop.shows = { subregions, districts, communes };
    this.clusters.hidden = !clusters;
    this.clusters.names.shows = { clusters: labels, districts: districtNames, communes, without };
    this.backdrop.draw();
    this.clusters.draw();
  }

  /** Take layers that were added in Python: [[name, variable]]; one whose script has failed has no value. */
  addForeign(layers) {
    this.foreign = layers.map(([label, name], i) => ({ key: `foreign${i}`, label, layer: window[name] }));
    this.map.on("layeradd layerremove", ({ layer }) => {
      if (layer instanceof L.GridLayer) this.showGround();
    });
    this.showGround();
  }

  /** Names of what is seen of them and comes from elsewhere. */
  outside() {
    const leaves = (layer) => (layer.getLayers ? layer.getLayers().flatMap(leaves) : [layer]);
    const parts = (layer) => {
      const root = layer.getContainer?.() || layer.getElement?.();
      return root ? [root, ...root.querySelectorAll("*")] : [];
    };
    return this.foreign
      .filter(({ layer }) => layer && this.map.hasLayer(layer))
      .filter(({ layer }) => layer instanceof L.TileLayer || leaves(layer).flatMap(parts).some(isOutside))
      .map(({ label }) => label);
  }

  /** Let a map of tiles be seen through the tints of the sub-regions. */
  showGround() {
    const tiles = this.foreign.some(({ layer }) => layer instanceof L.GridLayer && this.map.hasLayer(layer));
    this.backdrop.opacity = tiles ? 0.35 : 1;
    this.backdrop.draw();
  }

  /** Everything that can be switched: [{key, on, label}], and what could be if it had been loaded: {off}. */
  list(lang) {
    const capital = (words) => words[0].toLocaleUpperCase("vi") + words.slice(1);
    const { districts, subregions, phases } = this.plan;
    const absent = [
      ...(districts.length ? [] : ["districts", "districtNames"]),
      ...(subregions.length ? [] : ["subregions"]),
      ...(phases.some(({ end }) => areMany(missingUnits(this.plan, end))) ? [] : ["without"]),
    ];
    const own = Object.entries(OWN).filter(([key]) => !absent.includes(key)).map(([key, words]) => ({ key, on: this.on[key], label: capital(say(lang, words)) }));
    return [...own, ...this.foreign.map(({ key, label, layer }) => {
      const note = layer ? layer instanceof L.GridLayer && "network" : "not loaded";
      return { key, on: Boolean(layer) && this.map.hasLayer(layer), off: !layer, label: note ? `${label} (${say(lang, note)})` : label };
    })];
  }
}
