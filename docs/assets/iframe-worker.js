// Opened as files, a page may start no web worker: the search's then runs in a hidden frame, as the theme expects.
if (location.protocol === "file:") {
  window.IFrameWorker = class extends EventTarget {
    constructor(relative) {
      super();
      const address = new URL(relative, location).href;
      const frame = document.createElement("iframe");
      frame.hidden = true;
      document.body.append(frame);
      this.inside = frame.contentWindow;
      this.inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      const load = (script) =>
        new Promise((resolve, reject) => {
          const element = frame.contentDocument.createElement("script");
          Object.assign(element, { src: script, onload: resolve, onerror: reject });
          frame.contentDocument.body.append(element);
        });
      this.inside.importScripts = (...scripts) =>
        scripts.reduce((before, script) => before.then(() => load(new URL(script, address).href)), Promise.resolve());
      this.loaded = load(address);
    }

    postMessage(data) {
      this.loaded.then(() => this.inside.dispatchEvent(new MessageEvent("message", { data })));
    }
  };
  window.Worker = window.IFrameWorker;
}
