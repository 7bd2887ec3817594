/** The sheet in which one looks for words: a field, and the places found with what stands around them. */
import { percent, plural, text } from "../data.ts";
import { element } from "../dom.ts";
import { Sheet } from "../sheet.ts";
import type { Passage, PassageList } from "./passages.ts";

export interface FindSheetActions {
  look(query: string): void;
  more(): void;
  go(index: number): void;
}

export class FindSheet {
  readonly #field = element("input", { id: "reader-find-field", class: "reader-field", type: "search", maxlength: 200, autocomplete: "off", enterkeyhint: "search", required: true, autofocus: true });
  readonly #said = element("p", { class: "reader-said", role: "status" });
  readonly #list = element("ol", { class: "reader-passages" });
  readonly #more: HTMLButtonElement;
  readonly #sheet: Sheet;
  readonly #actions: FindSheetActions;
  readonly #language: string;

  constructor(language: string, isSample: boolean, actions: FindSheetActions) {
    this.#actions = actions;
    this.#language = language;
    this.#more = element("button", { type: "button", class: "reader-action quiet", hidden: true, onclick: () => actions.more() }, text("find-more"));
    const hint = element("p", { id: "reader-find-hint", class: "reader-hint" }, [text("find-hint"), isSample ? text("find-sample") : ""].join(" ").trim());
    this.#field.setAttribute("aria-describedby", hint.id);
    const form = element(
      "form",
      { class: "reader-find-form", role: "search", novalidate: true },
      element("label", { class: "visually-hidden", for: this.#field.id }, text("find-field")),
      this.#field,
      element("button", { class: "reader-action" }, text("go")),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#field.value.trim() !== "") actions.look(this.#field.value);
    });
    this.#sheet = new Sheet("reader-find", text("find"), form, hint, this.#said, this.#list, this.#more);
  }

  get isOpen(): boolean {
    return this.#sheet.isOpen;
  }

  /** Opens with the words typed before, ready to be typed over, and the place gone to in view. */
  open(current: number): void {
    if (this.#sheet.isOpen) return this.#sheet.close();
    this.#sheet.open();
    const entries = this.#list.querySelectorAll<HTMLElement>("button");
    for (const [index, entry] of entries.entries()) {
      if (index === current) entry.setAttribute("aria-current", "location");
      else entry.removeAttribute("aria-current");
    }
    entries[current]?.scrollIntoView({ block: "center" });
    if (entries[current]) entries[current].focus({ preventScroll: true });
    else {
      this.#field.focus();
      this.#field.select();
    }
  }

  close(): void {
    this.#sheet.close();
  }

  looking(): void {
    this.#list.replaceChildren();
    this.#more.hidden = true;
    this.#list.setAttribute("aria-busy", "true");
    this.#said.classList.remove("reader-wrong");
    this.#said.textContent = text("finding");
  }

  failed(): void {
    this.#list.removeAttribute("aria-busy");
    this.#said.classList.add("reader-wrong");
    this.#said.textContent = text("find-failed");
  }

  /** The search goes on, and `said` tells how far it is: what is found so far can be gone to. */
  grow(passages: PassageList, said: string): void {
    this.#said.textContent = said;
    this.#append(passages);
  }

  show(passages: PassageList): void {
    const isMore = !this.#list.hasAttribute("aria-busy");
    this.#list.removeAttribute("aria-busy");
    const { total, query } = passages;
    const words = total === 0 ? text("find-none", { query }) : plural("find", total);
    this.#said.textContent = passages.isPartial ? `${words}. ${text("find-partial")}` : words;
    const shown = this.#list.childElementCount;
    this.#append(passages);
    if (isMore && shown > 0) (this.#list.children[shown]?.firstElementChild as HTMLElement | null)?.focus();
  }

  #append({ items, goesOn }: PassageList): void {
    const shown = this.#list.childElementCount;
    this.#list.append(...items.slice(shown).map((passage, i) => this.#entry(passage, shown + i)));
    this.#more.hidden = !goesOn;
  }

  #entry({ chapter, page, locator }: Passage, index: number): HTMLLIElement {
    const { before, highlight, after } = locator.text;
    const where = page === undefined ? percent(locator.locations.totalProgression) : element("bdi", {}, text("page-label", { page }));
    const place = element("span", { class: "reader-passage-place" }, where, ...(chapter ? [" · ", element("bdi", { lang: this.#language }, chapter)] : []));
    const words = element("span", { class: "reader-passage", dir: "auto", lang: this.#language }, before, element("mark", {}, highlight), after);
    return element("li", {}, element("button", { type: "button", class: "reader-entry", onclick: () => this.#actions.go(index) }, place, words));
  }
}
