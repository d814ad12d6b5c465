// What stands on the map: zoom, the way back to the whole, layers, legend, north arrow, scale bar.

/* global L */
import { el, refill, svg } from "./dom.js";
import { legendParts } from "./legend.js";
import { say } from "./text.js";

export class Controls {
  constructor(page) {
    this.page = page;
    this.all = null; // the map stands before its controls do
  }

  /** Make all of them, or make them again in another language. */
  render() {
    const { map, view, clusters, state: { lang } } = this.page;
    const toggle = ({ target }) => {
      if (view.legendOpen === target.open) return; // it tells of its first state too
      view.legendOpen = target.open;
      clusters.drawSoon(); // names stand clear of it
    };
    for (const control of this.all || []) control.remove();
    this.layerBox = el("div");
    this.legendBox = el("div");
    const home = () => {
      this.page.select({});
    };
    this.all = [
      L.control.zoom({ position: "topleft", zoomInTitle: say(lang, "zoom in"), zoomOutTitle: say(lang, "zoom out") }),
      control("topleft", "leaflet-bar bk-home",
        el("button", { type: "button", title: say(lang, "view all"), "aria-label": say(lang, "view all"), click: home }, "⌂")),
      control("topright", "bk-card bk-layers", el("details", { toggle: () => clusters.drawSoon() }, el("summary", {}, say(lang, "layers")), this.layerBox)),
      control("bottomleft", "bk-card bk-legend",
        el("details", { open: view.legendOpen, toggle },
          el("summary", {}, say(lang, "legend")), this.legendBox)),
      // The map's north is up at every point of Web Mercator.
      control("bottomright", "bk-north", northArrow(say(lang, "north"))),
      L.control.scale({ position: "bottomright", imperial: false, maxWidth: 140 }),
    ];
    for (const each of this.all) each.addTo(map);
    this.renderLayers();
    this.renderLegend();
  }

  renderLayers() {
    if (!this.all) return;
    const { layers, state: { lang } } = this.page;
    refill(this.layerBox, layers.list(lang).map(({ key, label, on, off }) => el("label", { class: "bk-check" },
      el("input", { type: "checkbox", checked: on, disabled: off, "data-key": `layer-${key}`, change: (event) => layers.toggle(key, event.target.checked) }),
      label)));
  }

  openLegend() {
    this.page.view.legendOpen = true;
    if (this.all) this.render();
  }

  renderLegend() {
    if (!this.all) return;
    const { plan, state, clusters } = this.page;
    this.legendBox.replaceChildren(...legendParts(plan, state, clusters.scale()));
  }
}

function control(position, className, ...children) {
  const made = new L.Control({ position });
  made.onAdd = () => {
    const box = el("div", { class: className }, ...children);
    L.DomEvent.disableClickPropagation(box).disableScrollPropagation(box);
    return box;
  };
  return made;
}

function northArrow(words) {
  return svg("svg", { viewBox: "0 0 24 34", width: 24, height: 34, role: "img", "aria-label": words },
    svg("path", { d: "M12 10 L19 32 L12 27.5 L5 32 Z", fill: "#1c2329" }),
    svg("path", { d: "M12 10 L12 27.5 L5 32 Z", fill: "#ffffff", stroke: "#1c2329", "stroke-width": 1 }),
    svg("path", { d: "M9 8 V1 L15 8 V1", fill: "none", stroke: "#1c2329", "stroke-width": 1.6 }));
}
