// Making elements. Text from data comes here and nowhere else, and becomes text nodes.

/** Words and attributes that follow the state: told once how, then changed where they stand. */
export class Live {
  followers = [];

  /** Whatever else an element has to be told of a state. */
  follow(tell) {
    this.followers.push(tell);
  }

  show(state) {
    for (const tell of this.followers) tell(state);
  }

  /** A text node of the words that a state has. */
  text(of) {
    const node = document.createTextNode("");
    this.follow((state) => {
      const words = of(state);
      if (node.data !== words) node.data = words;
    });
    return node;
  }

  /** The element, with an attribute of the value that a state has; null takes it away. */
  attribute(element, name, of) {
    this.follow((state) => {
      const value = of(state);
      if (element.getAttribute(name) !== value) put(element, name, value);
    });
    return element;
  }
}

/** Give an element an attribute; true is one without a value, false, null and undefined take it away. */
function put(element, name, value) {
  if (value === false || value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "" : value);
}

/** An element with attributes (functions are listeners, true/false/null set or leave out) and children. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else put(element, name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** A button, by a key of its own where what it stands in is made anew. */
export const button = (key, words, click, more = {}) => el("button", { type: "button", class: "bk-button", "data-key": key, click, ...more }, words);

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with attributes. */
export function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Replace what is in a box, and give the focus back to the element of the same key, or to the box. */
export function refill(box, ...children) {
  const key = box.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  // Asking for the scroll position lays the page out, so an empty box is not asked.
  const scroll = box.firstChild ? box.scrollTop : 0;
  box.replaceChildren(...children.flat().filter(Boolean));
  if (scroll) box.scrollTop = scroll;
  if (key) {
    const again = [...box.querySelectorAll("[data-key]")].find((element) => element.dataset.key === key);
    if (!again) box.tabIndex = -1;
    (again || box).focus({ preventScroll: true });
  }
}

/** Do something once what is there now has been painted; gives a function that calls it off. */
export function whenPainted(then) {
  let timer = null;
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      timer = setTimeout(then);
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Pixels of a rem: 14 on a laptop, more on a large screen. */
export function rem() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}
