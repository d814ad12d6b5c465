// The decision beside the trial: a second map that shows the same place.

/* global L */
import { View, el, say } from "../shared.js";

export class Beside {
  constructor(page) {
    this.page = page;
    this.root = document.documentElement;
    this.root.classList.add("bk-two");
    const box = el("div", { class: "folium-map", role: "region" });
    this.words = el("p", { class: "bk-banner bk-as-decided" });
    this.box = el("div", { class: "bk-beside" }, box, this.words);
    page.map.getContainer().after(this.box);
    this.fit(false);
    this.map = L.map(box, { ...page.map.options });
    this.view = new View(this.map, page.original, page.shown(page.original));
    this.view.clusters.nameLater();
    const follow = (from, to) => () => {
      if (this.follows) return;
      this.follows = true;
      to.setView(from.getCenter(), from.getZoom(), { animate: false });
      this.follows = false;
    };
    this.other = follow(page.map, this.map);
    page.map.on("move zoomend", this.other);
    this.map.on("move zoomend", follow(this.map, page.map));
    this.other();
  }

  /** Fit the page's own map into the half that it has, or back; its legend would hide it there. */
  fit(isWide) {
    const { map, view, controls } = this.page;
    map.invalidateSize({ animate: false });
    view.legendOpen = isWide && view.isWide();
    controls.render();
    this.page.zoomToSelection(false);
  }

  show() {
    const { page } = this;
    this.words.textContent = say(page.state.lang, "as decided");
    this.map.getContainer().setAttribute("aria-label", this.words.textContent);
    this.view.show(page.shown(page.original), true);
  }

  close() {
    this.page.map.off("move zoomend", this.other);
    this.map.remove();
    this.box.remove();
    this.root.classList.remove("bk-two");
    this.fit(true);
  }
}
