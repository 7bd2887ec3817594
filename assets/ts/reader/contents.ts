/** The contents sheet: the book's own table, and a field that goes to a page by its number. */
import { text } from "./data.ts";
import { element } from "./dom.ts";
import { icon } from "./icons.ts";
import { Sheet } from "./sheet.ts";

export interface ContentsItem {
  label: string;
  /** Where it leads; null for a heading without a target. */
  target: string | null;
  locked: boolean;
  children: ContentsItem[];
}

export interface ContentsActions {
  goTo(target: string): void;
  /** Goes to a page as typed (a number, or a label of the printed book); false if there is none. */
  goToPage(page: string): boolean;
  /** A chapter outside the sample was chosen. */
  locked(): void;
}

export class Contents {
  readonly #sheet: Sheet;
  readonly #links = new Map<string, HTMLElement>();
  readonly #actions: ContentsActions;

  constructor(items: ContentsItem[], actions: ContentsActions) {
    this.#actions = actions;
    const list = items.length > 0 ? this.#list(items) : element("p", { class: "reader-empty" }, text("no-contents"));
    const nav = element("nav", { class: "reader-contents", "aria-label": text("contents") }, list);
    this.#sheet = new Sheet("reader-contents", text("contents"), this.#pageForm(), nav);
  }

  /** Marks where the reader is, then opens; the mark is brought into view. */
  open(current: string | null): void {
    if (this.#sheet.isOpen) return this.#sheet.close();
    for (const link of this.#links.values()) link.removeAttribute("aria-current");
    const here = current === null ? undefined : this.#links.get(current);
    here?.setAttribute("aria-current", "location");
    this.#sheet.open();
    here?.scrollIntoView({ block: "center" });
    here?.focus({ preventScroll: true });
  }

  #list(items: ContentsItem[]): HTMLOListElement {
    return element("ol", {}, ...items.map((item) => element("li", {}, this.#entry(item), item.children.length > 0 ? this.#list(item.children) : null)));
  }

  #entry(item: ContentsItem): HTMLElement {
    const { label, target, locked } = item;
    const words = element("span", { dir: "auto" }, label);
    if (locked) {
      const note = element("span", { class: "visually-hidden" }, text("locked"));
      return element("button", { type: "button", class: "reader-entry locked", onclick: () => this.#choose(() => this.#actions.locked()) }, words, icon("lock"), note);
    }
    if (target === null) return element("span", { class: "reader-entry" }, words);
    const link = element("button", { type: "button", class: "reader-entry", onclick: () => this.#choose(() => this.#actions.goTo(target)) }, words);
    if (!this.#links.has(target)) this.#links.set(target, link);
    return link;
  }

  #choose(act: () => void): void {
    this.#sheet.close();
    act();
  }

  #pageForm(): HTMLFormElement {
    const field = element("input", { id: "reader-page-field", class: "reader-field", type: "text", inputmode: "numeric", autocomplete: "off", required: true, enterkeyhint: "go" });
    const wrong = element("p", { id: "reader-page-wrong", class: "reader-wrong", role: "alert" });
    const form = element(
      "form",
      { class: "reader-page-form", novalidate: true },
      element("label", { for: field.id }, text("go-to-page")),
      field,
      element("button", { class: "reader-action quiet" }, text("go")),
      wrong,
    );
    const clear = () => {
      wrong.textContent = "";
      field.removeAttribute("aria-invalid");
    };
    field.addEventListener("input", clear);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clear();
      if (this.#actions.goToPage(field.value.trim())) return this.#sheet.close();
      wrong.textContent = text("no-such-page");
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", wrong.id);
      field.focus();
    });
    return form;
  }
}
