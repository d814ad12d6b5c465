// The size of a marker: pixels in, pixels out. The same as in symbols.py.

import TABLE from "../../symbols.json" with { type: "json" };

export const { disc: DISC, name: NAME, area: AREA, hatch: HATCH, status: STATUS } = TABLE;

/** Outer radius of each phase's ring: painted area is proportional to hectares. */
export function ringRadii(hectares, weights, scale) {
  let total = 0;
  return hectares.map((ha, p) => {
    total += ha * weights[p];
    return scale * Math.sqrt(total);
  });
}
