// What the mode for trying changes uses of the page; it is bundled apart from it.

export { saveFile } from "./details.js";
export { Live, button, el, refill } from "./dom.js";
export { memo } from "./memo.js";
export { unitNames } from "./panel.js";
export { located, missingUnits, rounded, shortUnits, summarise, unitName } from "./plan.js";
export { DEGREE, ringsOf } from "./shapes.js";
export { formatNumber, learn, say } from "./text.js";
export { View } from "./view.js";
