/** The contents sheet: the book's own table, its printed pages and landmarks, and a field that goes to a page or a percentage. */
import { text } from "./data.ts";
import { element } from "./dom.ts";
import { icon } from "./icons.ts";
import { Sheet } from "./sheet.ts";
import { Tabs, type Tab } from "./tabs.ts";

export interface ContentsItem {
  label: string;
  /** Where it leads; null for a heading without a target. */
  target: string | null;
  locked: boolean;
  children: ContentsItem[];
}

/** Another list of places, named by its key in the messages. */
export interface PlaceList {
  key: "page-list" | "landmarks";
  places: { label: string; target: string }[];
}

export interface ContentsActions {
  goTo(target: string): void;
  /** Goes to a page as typed (a number, or a label of the printed book); false if there is none. */
  goToPage(page: string): boolean;
  /** Goes to a share of the book, 0 to 1. */
  goToShare(share: number): void;
  /** A chapter outside the sample was chosen. */
  locked(): void;
}

export class Contents {
  readonly #sheet: Sheet;
  readonly #tabs: Tabs;
  readonly #links = new Map<string, HTMLElement>();
  readonly #actions: ContentsActions;

  constructor(items: ContentsItem[], lists: PlaceList[], more: Tab[], tools: HTMLElement[], actions: ContentsActions) {
    this.#actions = actions;
    const list = items.length > 0 ? this.#list(items) : element("p", { class: "reader-empty" }, text("no-contents"));
    const nav = element("nav", { class: "reader-contents", "aria-label": text("contents") }, list);
    const places = lists.filter(({ places: all }) => all.length > 0).map((places): Tab => ({ name: places.key, label: text(places.key), draw: () => this.#places(places) }));
    this.#tabs = new Tabs("reader-contents", [{ name: "contents", label: text("contents"), draw: () => nav }, ...more, ...places]);
    this.#sheet = new Sheet("reader-contents", text("contents"), ...tools, this.#jumpForm(), this.#tabs.list, this.#tabs.panel);
  }

  /** Marks where the reader is, then opens; the mark is brought into view. */
  open(current: string | null): void {
    if (this.#sheet.isOpen) return this.#sheet.close();
    for (const link of this.#links.values()) link.removeAttribute("aria-current");
    const here = current === null ? undefined : this.#links.get(current);
    here?.setAttribute("aria-current", "location");
    this.#tabs.redraw();
    this.#sheet.open();
    if (!here?.isConnected) return;
    here.scrollIntoView({ block: "center" });
    here.focus({ preventScroll: true });
  }

  close(): void {
    this.#sheet.close();
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

  #places({ key, places }: PlaceList): HTMLElement {
    const entry = ({ label, target }: PlaceList["places"][number]) =>
      element("li", {}, element("button", { type: "button", class: "reader-entry", onclick: () => this.#choose(() => this.#actions.goTo(target)) }, element("span", { dir: "auto" }, label)));
    return element("nav", { class: `reader-contents ${key}`, "aria-label": text(key) }, element("ol", {}, ...places.map(entry)));
  }

  #choose(act: () => void): void {
    this.#sheet.close();
    act();
  }

  #jumpForm(): HTMLFormElement {
    const field = element("input", { id: "reader-page-field", class: "reader-field", type: "text", autocomplete: "off", required: true, enterkeyhint: "go" });
    const wrong = element("p", { id: "reader-page-wrong", class: "reader-wrong", role: "alert" });
    const form = element(
      "form",
      { class: "reader-page-form", novalidate: true },
      element("label", { for: field.id }, text("jump")),
      field,
      element("button", { class: "reader-action quiet" }, text("go")),
      wrong,
    );
    const clear = () => {
      wrong.textContent = "";
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-describedby");
    };
    field.addEventListener("input", clear);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clear();
      if (this.#jump(field.value)) {
        field.value = "";
        return this.#sheet.close();
      }
      wrong.textContent = text("no-such-page");
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", wrong.id);
      field.focus();
    });
    return form;
  }

  #jump(typed: string): boolean {
    const share = shareOf(typed);
    if (share === null) return this.#actions.goToPage(western(typed).trim());
    if (share > 1) return false;
    this.#actions.goToShare(share);
    return true;
  }
}

/** "42 %", "٤٢٪" or "%42" as 0.42; null for what is no percentage. */
export function shareOf(typed: string): number | null {
  const digits = /^\s*[%٪]?\s*(\d+(?:[.,٫]\d+)?)\s*[%٪]?\s*$/.exec(western(typed));
  if (!digits || !/[%٪]/.test(typed)) return null;
  return Number(digits[1]?.replace(/[,٫]/, ".")) / 100;
}

/** Digits as an Arabic or Persian keyboard types them become those that are counted with. */
function western(typed: string): string {
  return typed.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
