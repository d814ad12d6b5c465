// What lies under the clusters: sub-regions, borders, graticule; and what stands at the map's edge.

/* global L */
import { say } from "./text.js";

const LINE = { interactive: false, fill: false, lineCap: "round", lineJoin: "round" };

/** The backdrop as Leaflet layers by key; all of them are drawn from the same arcs. */
export function backdropLayers(plan) {
  const renderer = L.svg({ padding: 0.4 });
  const lines = (arcs, style) => L.polyline(arcs, { ...LINE, ...style, renderer, smoothFactor: 0.6 });
  const subregions = L.featureGroup([
    ...plan.subregions.map(({ rings, tint }) =>
      L.polygon(rings, { renderer, interactive: false, stroke: false, fillColor: tint, fillOpacity: 1, smoothFactor: 0 }),
    ),
    lines(plan.borders.subregion, { color: "#4a545c", weight: 1.6 }),
    lines(plan.borders.outline, { color: "#4a545c", weight: 1.8 }),
  ]);
  return {
    subregions,
    communes: lines(plan.borders.commune, { color: "#ffffff", weight: 1.1 }),
    districts: lines(plan.borders.district, { color: "#8a949c", weight: 1.2, dashArray: "5 3" }),
    graticule: graticule(plan.bounds),
  };
}

/** Meridians and parallels at a round step, labelled at the frame. */
function graticule([[south, west], [north, east]]) {
  const step = [1, 0.5, 0.25, 0.1, 0.05].find((s) => (north - south) / s >= 3) || 0.05;
  const group = L.layerGroup();
  const style = { ...LINE, color: "#2b6f77", weight: 0.7, opacity: 0.7 };
  const from = (value) => Math.floor(value / step) * step;
  const add = (points, words, at) => {
    group.addLayer(L.polyline(points, style));
    const label = document.createElement("span");
    label.textContent = words;
    group.addLayer(
      L.marker(at, { interactive: false, keyboard: false, icon: L.divIcon({ className: "bk-degree", html: label, iconSize: null }) }),
    );
  };
  const degrees = (value, suffix) => {
    const minutes = Math.round(value * 60);
    return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, "0")}′${suffix}`;
  };
  const [s, w] = [from(south), from(west)];
  const [n, e] = [from(north) + step, from(east) + step];
  for (let lng = w; lng <= e + 1e-9; lng += step) add([[s, lng], [n, lng]], degrees(lng, "E"), [n, lng]);
  for (let lat = s; lat <= n + 1e-9; lat += step) add([[lat, w], [lat, e]], degrees(lat, "N"), [lat, w]);
  return group;
}

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with attributes. */
export function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** North arrow and scale bar. The map's north is up at every point of Web Mercator. */
export function addFurniture(map, lang) {
  const north = new L.Control({ position: "bottomright" });
  north.onAdd = () => {
    const box = L.DomUtil.create("div", "bk-north");
    box.append(
      svg("svg", { viewBox: "0 0 24 34", width: 24, height: 34, role: "img", "aria-label": say(lang, "north") },
        svg("path", { d: "M12 10 L19 32 L12 27.5 L5 32 Z", fill: "#1c2329" }),
        svg("path", { d: "M12 10 L12 27.5 L5 32 Z", fill: "#ffffff", stroke: "#1c2329", "stroke-width": 1 }),
        svg("path", { d: "M9 8 V1 L15 8 V1", fill: "none", stroke: "#1c2329", "stroke-width": 1.6 })),
    );
    return box;
  };
  const scale = L.control.scale({ position: "bottomright", imperial: false, maxWidth: 140 });
  north.addTo(map);
  scale.addTo(map);
  return [north, scale];
}
