/** Bookmarks: pages to come back to. They live in this browser, as places do, until the server keeps them. */
import { readerData, text } from "./data.ts";
import { byId, element, iconButton } from "./dom.ts";
import { read, write, type Locator } from "./places.ts";
import type { Tab } from "./tabs.ts";

export interface Bookmark {
  locator: Locator;
  /** As the page was called when it was marked. */
  page: string;
  chapter: string;
}

export interface BookmarkActions {
  /** The page on show; null before there is one. */
  here(): Bookmark | null;
  isHere(bookmark: Bookmark): boolean;
  go(bookmark: Bookmark): void;
}

export class Bookmarks {
  readonly button: HTMLButtonElement;
  readonly tab: Tab;
  readonly #key: string;
  readonly #actions: BookmarkActions;
  readonly #said = element("p", { class: "visually-hidden", role: "status" });
  #all: Bookmark[];

  constructor(format: "epub" | "pdf", actions: BookmarkActions) {
    this.#key = `reader-bookmarks-${format}-${readerData().book.id}`;
    this.#actions = actions;
    this.#all = read<Bookmark[]>(this.#key, (value) => Array.isArray(value)) ?? [];
    this.button = iconButton("bookmark", text("bookmark"), () => this.toggle(), { id: "reader-bookmark", "aria-pressed": "false" });
    this.tab = { name: "bookmarks", label: text("bookmarks"), draw: () => this.#list() };
    byId("reader-view").append(this.#said);
  }

  /** Marks the page on show, or takes its marks away. */
  toggle(): void {
    const here = this.#all.filter((bookmark) => this.#actions.isHere(bookmark));
    const made = here.length === 0 ? this.#actions.here() : null;
    this.#keep([...this.#all.filter((bookmark) => !here.includes(bookmark)), ...(made ? [made] : [])]);
    this.#said.textContent = text(made ? "bookmark-kept" : "bookmark-gone");
  }

  /** Another page is on show. */
  moved(): void {
    const isMarked = this.#all.some((bookmark) => this.#actions.isHere(bookmark));
    this.button.setAttribute("aria-pressed", String(isMarked));
    this.button.title = text(isMarked ? "bookmark-remove" : "bookmark");
  }

  #keep(bookmarks: Bookmark[]): void {
    const place = ({ locator }: Bookmark) => locator.locations.totalProgression;
    this.#all = bookmarks.sort((a, b) => place(a) - place(b));
    write(this.#key, this.#all);
    this.moved();
  }

  #list(): HTMLElement {
    if (this.#all.length === 0) return element("p", { class: "reader-empty" }, text("no-bookmarks"));
    return element("ol", { class: "reader-bookmarks" }, ...this.#all.map((bookmark) => this.#entry(bookmark)));
  }

  #entry(bookmark: Bookmark): HTMLLIElement {
    const { locator, page, chapter } = bookmark;
    const place = element("span", { class: "reader-passage-place" }, element("bdi", {}, text("page-label", { page })), ...(chapter ? [" · ", element("bdi", {}, chapter)] : []));
    const words = locator.text ? element("span", { class: "reader-passage", dir: "auto" }, `${locator.text.highlight}…`) : null;
    const go = element("button", { type: "button", class: "reader-entry", onclick: () => this.#actions.go(bookmark) }, place, words);
    const row = element("li", {}, go);
    const forget = iconButton("close", text("bookmark-forget"), () => {
      const next = (row.nextElementSibling ?? row.previousElementSibling)?.querySelector("button");
      this.#keep(this.#all.filter((other) => other !== bookmark));
      if (this.#all.length === 0) row.parentElement?.replaceWith(this.#list());
      else row.remove();
      (next ?? document.querySelector<HTMLElement>("#reader-contents [role=tab][aria-selected=true]"))?.focus();
    });
    row.append(forget);
    return row;
  }
}
