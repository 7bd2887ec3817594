/** Making elements without templates: attributes by name, listeners by `on…`, then the children. */
import { icon, type IconName } from "./icons.ts";

type Listener = (event: Event) => void;
type Attributes = Record<string, string | number | boolean | null | undefined | Listener>;

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A square button that shows an icon and says `label`. */
export function iconButton(name: IconName, label: string, onclick: Listener, attributes: Attributes = {}): HTMLButtonElement {
  return element(
    "button",
    { type: "button", class: "reader-button", "aria-label": label, title: label, onclick, ...attributes },
    icon(name),
  );
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
