// A map layer on one canvas, drawn whole each time; what the backdrop and the clusters have in common.

/* global L */

export const CanvasLayer = L.Renderer.extend({
  options: { padding: 0.2 },

  initialize(plan, options) {
    L.Renderer.prototype.initialize.call(this, options);
    this.plan = plan;
    this.print = null; // {ratio, text}: set while the page is being printed
    this.sharp = null; // pixels of the canvas for one of the screen, while a picture is made
  },

  /** Draw for paper, or for the screen again (null). */
  paint(print) {
    this.print = print;
    this._update();
  },

  _initContainer() {
    this._container = document.createElement("canvas");
    this._container.setAttribute("aria-hidden", "true");
    this.context = this._container.getContext("2d");
  },

  _destroyContainer() {
    this._container.remove();
    delete this._container;
    delete this.context;
  },

  _updatePaths() {},

  // Leaflet's own would move the canvas by a part of a pixel after drawing it, which blurs it.
  _reset() {
    this._update();
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const size = this._bounds.getSize();
    const ratio = this.sharp || (this.print ? this.print.ratio : window.devicePixelRatio || 1);
    L.DomUtil.setPosition(this._container, this._bounds.min);
    this._container.width = Math.round(ratio * size.x);
    this._container.height = Math.round(ratio * size.y);
    this._container.style.width = `${size.x}px`;
    this._container.style.height = `${size.y}px`;
    this.ratio = ratio;
    this.draw({ blank: true });
    this.fire("update");
  },

  /**
   * Make ready for drawing in layer pixels; false where the layer is on no map. A canvas of a new size is
   * blank. On paper a clearing would be printed, and hide what lies below.
   */
  begin(blank = false) {
    const { context: c, ratio } = this;
    if (!c || !this._bounds) return false;
    const { min } = this._bounds;
    c.setTransform(1, 0, 0, 1, 0, 0);
    if (!blank) c.clearRect(0, 0, this._container.width, this._container.height);
    c.setTransform(ratio, 0, 0, ratio, -min.x * ratio, -min.y * ratio);
    return true;
  },
});
