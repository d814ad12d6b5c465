// The editor of one cluster: its hectares by phase, name, place; what is refused is refused where it stands.

import { button, el, rounded, say } from "../shared.js";
import { readArea } from "./table.js";

/** Fields of a cluster, by its id, that `live` keeps in step with the plan; `change` gives why one cannot be made. */
export function editorParts({ phases }, lang, id, live, { now, change, close }) {
  const here = ({ clusters }) => clusters.find((cluster) => cluster.id === id);
  const fault = el("p", { class: "bk-no", id: "bk-fault", role: "alert" });
  const input = (key, label, read, commit) => {
    const field = el("input", { "data-key": key, "aria-label": label, autocomplete: "off", change: () => {
      const why = commit(field.value);
      fault.textContent = why ?? "";
      for (const [name, value] of [["aria-invalid", "true"], ["aria-describedby", "bk-fault"]]) {
        if (why) field.setAttribute(name, value);
        else field.removeAttribute(name);
      }
    } });
    live.follow((shown) => {
      const cluster = here(shown);
      if (cluster && !(field.hasAttribute("aria-invalid") && field === document.activeElement)) field.value = read(cluster);
    });
    return field;
  };
  const set = (p, ha) => change({ cluster: id, hectares: { [phases[p].id]: rounded(ha) } });
  const rows = phases.map((phase, p) => {
    const name = `${phase.label[lang]} (ha)`;
    const step = (by, sign) => button(`step${by}${p}`, sign, () => set(p, Math.max(0, here(now()).ha[p] + by)), { "aria-label": `${name} ${sign}1` });
    const field = input(`ha${p}`, name, ({ ha }) => (lang === "vi" ? String(ha[p]).replace(".", ",") : String(ha[p])), (text) => {
      const ha = readArea(text);
      return ha === null ? say(lang, "no area") : set(p, ha);
    });
    field.inputMode = "decimal";
    return el("div", { class: "bk-ha" }, el("span", {}, phase.label[lang]), step(-1, "−"), field, step(1, "+"));
  });
  const all = (p) => {
    const { ha } = here(now());
    const there = ha.flatMap((value, q) => (value > 0 && q !== p ? [q] : []));
    if (there.length === 1) change({ cluster: id, move: { from: phases[there[0]].id, to: phases[p].id } });
    else if (there.length) change({ cluster: id, hectares: Object.fromEntries(phases.map((phase, q) => [phase.id, q === p ? rounded(ha.reduce((a, b) => a + b, 0)) : 0])) });
  };
  return [
    el("h3", { id: "bk-edit", tabindex: "-1" }, live.text((shown) => here(shown)?.name ?? "")),
    ...rows, fault,
    phases.length > 1 ? el("div", { class: "bk-row" }, el("p", {}, say(lang, "all into")), phases.map((phase, p) => button(`all${p}`, phase.id, () => all(p)))) : null,
    el("label", { class: "bk-row" }, say(lang, "name"), input("name", say(lang, "name"), ({ name }) => name, 
      (name) => (name.trim() ? change({ cluster: id, name: name.trim() }) : say(lang, "no name")))),
    el("p", { class: "bk-note" }, say(lang, "elsewhere")),
    el("div", { class: "bk-row" }, button("drop", say(lang, "drop"), () => change({ cluster: id, drop: true })), button("done", say(lang, "closed"), close)),
  ];
}
