// A picture of the map for a slide: as it is on the screen, with title, legend, scale and source.

import { openDialog, saveFile } from "./details.js";
import { button, el, rem, svg } from "./dom.js";
import { legendParts } from "./legend.js";
import { headParts, horizonWords, selectionName, sourceParts } from "./panel.js";
import { say } from "./text.js";

const SHARP = 2; // pixels of the picture for one of the screen
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The picture as PNG: the page's own elements, drawn by the browser; nothing in it comes from elsewhere. */
export async function pictureOf(page) {
  const { map, plan, state, view, clusters } = page;
  const { x: width, y: height } = map.getSize();
  view.sharpen(SHARP);
  const drawn = copyOf(map.getContainer());
  view.sharpen(null);
  const isBeside = view.isWide() && view.legendOpen; // else it would hide the map
  for (const part of drawn.querySelectorAll(`.leaflet-control-zoom, .bk-home, .bk-layers${isBeside ? "" : ", .bk-legend"}`)) part.remove();
  drawn.style.cssText += `position: relative; width: ${width}px; height: ${height}px`;
  const css = el("style");
  css.textContent = [...document.querySelectorAll("head style")].map(({ textContent }) => textContent).join("");
  const box = el("div", { class: "bk-picture", style: `width: ${width}px` },
    el("header", {}, headParts(plan, state), el("p", { class: "bk-horizon" }, `${selectionName(plan, state)}, ${horizonWords(plan, state)}`)),
    drawn,
    el("footer", {},
      isBeside ? null : el("div", { class: "bk-legend" }, legendParts(plan, state, clusters.scale())),
      sourceParts(plan, state.lang)));
  document.body.append(box); // to be measured
  const high = box.offsetHeight;
  box.remove();
  box.prepend(css);
  const root = svg("svg", { width, height: high, class: document.documentElement.className, style: `font-size: ${rem()}px` },
    svg("foreignObject", { width: "100%", height: "100%" }, box));
  const image = new Image();
  const text = new XMLSerializer().serializeToString(root).replace(NO_XML, "");
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = el("canvas", { width: SHARP * width, height: SHARP * high });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}

/** A copy of an element with its canvases as pictures. */
function copyOf(element) {
  const copy = element.cloneNode(true);
  const canvases = element.querySelectorAll("canvas");
  copy.querySelectorAll("canvas").forEach((canvas, i) => {
    try {
      canvas.replaceWith(el("img", { src: canvases[i].toDataURL(), style: canvas.style.cssText, class: canvas.className }));
    } catch {
      canvas.remove(); // a foreign one, of pictures from elsewhere
    }
  });
  for (const part of copy.querySelectorAll("img, video, iframe, image")) if (isOutside(part)) part.remove();
  return copy;
}

/** Whether what an element shows comes from elsewhere. */
export function isOutside(part) {
  const address = part.src ?? part.href?.baseVal;
  return address !== undefined && !/^(data:|$)/.test(address);
}

/** Show the picture, to be copied or saved. */
export async function openPicture(page) {
  const { lang, by } = page.state;
  const left = page.layers.outside();
  const blob = await pictureOf(page);
  const copy = button(null, say(lang, "copy picture"), async () => {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    copy.textContent = say(lang, "picture copied");
  });
  openDialog(lang, "picture", [
    navigator.clipboard && window.ClipboardItem ? copy : null,
    button(null, say(lang, "save picture"), () => saveFile(blob, `ccn-${by}.png`)),
  ],
  left.length ? el("p", {}, say(lang, "not in picture", { names: left.join(", ") })) : null,
  el("div", { class: "bk-scroll" }, el("img", { src: URL.createObjectURL(blob), alt: page.plan.title[lang], class: "bk-whole" })));
}
