// Answers about values that never change, each found once.

/** A function that keeps its answers by its first argument, an object. */
export function memo(find) {
  const known = new WeakMap();
  return (value, ...more) => {
    if (!known.has(value)) known.set(value, find(value, ...more));
    return known.get(value);
  };
}
