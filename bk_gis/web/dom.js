// Making elements. Text from data comes here and nowhere else, and becomes text nodes.

/** An element with attributes (functions are listeners, true/false/null set or leave out) and children. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Replace what is in a box, and give the focus back to the element of the same key. */
export function refill(box, ...children) {
  const key = box.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  // Asking for the scroll position lays the page out, so an empty box is not asked.
  const scroll = box.firstChild ? box.scrollTop : 0;
  box.replaceChildren(...children.flat().filter(Boolean));
  if (scroll) box.scrollTop = scroll;
  if (key) {
    const again = [...box.querySelectorAll("[data-key]")].find((element) => element.dataset.key === key);
    if (again) again.focus({ preventScroll: true });
  }
}
