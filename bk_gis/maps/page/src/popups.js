// What opens on the map: the details of a cluster, and the name of the commune under a click.

/* global L */
import { communeContent, popupContent } from "./details.js";
import { hectares, phaseWeights } from "./plan.js";
import { boundsOf, inside, ringsOf } from "./shapes.js";
import { say } from "./text.js";

const OUTLINE = 4; // pixels around a disc that is pointed at

export class Popups {
  constructor(page) {
    this.page = page;
    this.cluster = null; // the popup of the cluster that the state names
    this.commune = null;
    page.map.on("popupclose", ({ popup }) => this.closed(popup));
    page.map.on("zoomend", () => this.follow());
  }

  /** Open the details of a cluster; of none, close them. */
  open(index, { focus = true } = {}) {
    const { page } = this;
    const { map, plan } = page;
    this.reopening = true;
    if (this.cluster) this.cluster.remove();
    this.reopening = false;
    this.cluster = null;
    if (index === null || page.state.trying) return; // there it has an editor
    const cluster = plan.clusters[index];
    if (!hectares(cluster, phaseWeights(plan, page.state))) {
      page.set({ by: plan.phases[cluster.ha.findIndex((ha) => ha > 0)].end });
    }
    const { at, offset } = this.tip(cluster);
    this.openedFromList = page.boxes.list.contains(document.activeElement);
    const clear = this.clear();
    const content = popupContent(plan, cluster, page.state.lang);
    const room = Math.min(24 * page.view.rem, map.getSize().x - clear - 60);
    this.cluster = this.show(at, content, {
      maxWidth: room, minWidth: Math.min(18 * page.view.rem, room), offset,
    });
    page.view.reveal();
    if (focus) content.querySelector("h2").focus({ preventScroll: true });
  }

  /** Pixels at the left that a popup keeps clear of: the legend, or the zoom buttons. */
  clear() {
    const { view } = this.page;
    return view.isWide() ? view.padding(10).paddingTopLeft[0] : 60;
  }

  /** Where the tip of a cluster's popup stands: over its disc as it will be, so that it hides nothing of it. */
  tip(cluster) {
    const { map, plan, clusters, state } = this.page;
    // What could not be placed has details all the same, in the middle of the map.
    if (!cluster.latlng) return { at: map.getCenter(), offset: [0, 0] };
    const { x, y, r } = clusters.disc(cluster, phaseWeights(plan, state));
    return { at: map.layerPointToLatLng([x, y]), offset: [0, -Math.ceil(Math.max(r, 8) + OUTLINE)] };
  }

  /** Keep it there when the zoom or the year changes the disc. */
  follow() {
    const { state: { cluster }, plan } = this.page;
    if (cluster === null || !this.cluster || !plan.clusters[cluster].latlng) return;
    const { at, offset } = this.tip(plan.clusters[cluster]);
    this.cluster.options.offset = offset;
    this.cluster.setLatLng(at);
  }

  /** Say which commune lies under a click. */
  name(latlng, { focus = true } = {}) {
    const { plan, state } = this.page;
    const commune = plan.communes.find((unit) =>
      L.latLngBounds(boundsOf(unit, plan)).contains(latlng) && inside(ringsOf(unit, plan), [latlng.lat, latlng.lng]));
    if (!commune) return;
    const content = communeContent(plan, commune, state.lang, (cluster) => this.page.set({ cluster }), this.page.mode?.communeActions(commune));
    this.from = document.activeElement;
    this.commune = this.show(latlng, content, { maxWidth: 260 });
    if (focus) content.querySelector(".bk-act")?.focus({ preventScroll: true });
  }

  show(at, content, options) {
    const popup = L.popup({ ...options, autoPanPaddingTopLeft: [this.clear(), 50] }).setLatLng(at).setContent(content).openOn(this.page.map);
    const button = popup.getElement().querySelector(".leaflet-popup-close-button");
    button.setAttribute("aria-label", say(this.page.state.lang, "closed"));
    return popup;
  }

  /** Say what is open in another language or of another plan, in which a cluster may not be any more. */
  renew() {
    const focus = (popup) => ({ focus: popup.getElement().contains(document.activeElement) });
    if (this.cluster) this.open(this.page.state.cluster, focus(this.cluster));
    if (this.commune?.isOpen()) this.name(this.commune.getLatLng(), focus(this.commune));
  }

  /** A closed popup selects nothing any more, and gives the focus back to where it came from. */
  closed(popup) {
    const { map, state, boxes } = this.page;
    if (popup === this.commune && popup.getElement().contains(document.activeElement)) this.from.focus({ preventScroll: true });
    if (popup !== this.cluster || state.cluster === null || this.reopening) return;
    const back = popup.getElement().contains(document.activeElement);
    this.page.set({ cluster: null });
    const opener = boxes.list.querySelector(`[data-key="c${state.cluster}"]`);
    if (back) (this.openedFromList && opener ? opener : map.getContainer()).focus({ preventScroll: true });
  }
}
