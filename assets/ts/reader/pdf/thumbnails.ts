/** Small pictures of all pages, drawn as they come into view, gone through with the arrow keys. */
import type { PDFDocumentProxy } from "pdfjs-dist";
import { text } from "../data.ts";
import { element } from "../dom.ts";
import type { Tab } from "../tabs.ts";

export interface ThumbnailActions {
  go(page: number): void;
  /** The page as it is called in the book. */
  label(page: number): string;
  current(): number;
  count(): number;
  /** By how many degrees pages are turned. */
  rotation(): number;
}

const WIDTH_PX = 104;
/** So many pictures are kept; of those drawn first the oldest goes. */
const KEPT = 120;
const ANNOTATIONS_SHOWN = 1;

export class Thumbnails {
  readonly tab: Tab;
  readonly #actions: ThumbnailActions;
  readonly #direction: "ltr" | "rtl";
  #document: PDFDocumentProxy | null = null;
  #waiting = new Set<HTMLElement>();
  #drawn: HTMLElement[] = [];
  #isDrawing = false;

  constructor(direction: "ltr" | "rtl", actions: ThumbnailActions) {
    this.#direction = direction;
    this.#actions = actions;
    this.tab = { name: "pages", label: text("thumbnails"), draw: () => this.#list() };
  }

  set document(document: PDFDocumentProxy) {
    this.#document = document;
  }

  #list(): HTMLElement {
    this.#waiting = new Set();
    this.#drawn = [];
    const current = this.#actions.current();
    const buttons = Array.from({ length: this.#actions.count() }, (_, index) => this.#button(index + 1, current));
    const list = element("ol", { class: "reader-thumbnails", dir: this.#direction }, ...buttons.map((button) => element("li", {}, button)));
    list.addEventListener("keydown", (event) => this.#key(event, list, buttons));
    const seen = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: "200px" });
    for (const button of buttons) seen.observe(button);
    // It is shown in a sheet that opens after this.
    requestAnimationFrame(() => buttons[current - 1]?.scrollIntoView({ block: "center" }));
    return list;
  }

  #button(page: number, current: number): HTMLButtonElement {
    const label = this.#actions.label(page);
    const isCurrent = page === current;
    return element(
      "button",
      {
        type: "button",
        class: "reader-thumbnail",
        "data-page": page,
        tabindex: isCurrent ? 0 : -1,
        "aria-current": isCurrent ? "page" : null,
        "aria-label": text("page-label", { page: label }),
        onclick: () => this.#actions.go(page),
      },
      element("span", { class: "reader-thumbnail-paper" }),
      element("bdi", { "aria-hidden": "true" }, label),
    );
  }

  #seen(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const button = target as HTMLElement;
      if (isIntersecting && !button.querySelector("canvas")) this.#waiting.add(button);
      else this.#waiting.delete(button);
    }
    void this.#drawAll();
  }

  /** One at a time, so that the page one reads is not kept waiting. */
  async #drawAll(): Promise<void> {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    for (;;) {
      const [button] = this.#waiting;
      if (!button) break;
      this.#waiting.delete(button);
      // A page that cannot be drawn keeps its blank paper: it can be gone to all the same.
      await this.#draw(button).catch(() => {});
    }
    this.#isDrawing = false;
  }

  async #draw(button: HTMLElement): Promise<void> {
    const page = await this.#document?.getPage(Number(button.dataset.page));
    if (!page || !button.isConnected) return;
    const rotation = page.rotate + this.#actions.rotation();
    const { width } = page.getViewport({ scale: 1, rotation });
    const viewport = page.getViewport({ scale: (WIDTH_PX * Math.min(2, devicePixelRatio)) / width, rotation });
    const canvas = element("canvas", { width: Math.max(1, Math.floor(viewport.width)), height: Math.max(1, Math.min(2000, Math.floor(viewport.height))) });
    await page.render({ canvas, viewport, annotationMode: ANNOTATIONS_SHOWN }).promise;
    // What drawing it needed is of no further use where the page itself is not on show.
    page.cleanup();
    button.firstElementChild?.replaceChildren(canvas);
    this.#drawn.push(button);
    if (this.#drawn.length > KEPT) this.#drawn.shift()?.firstElementChild?.replaceChildren();
  }

  #key(event: KeyboardEvent, list: HTMLElement, buttons: HTMLButtonElement[]): void {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const columns = Math.max(1, getComputedStyle(list).gridTemplateColumns.split(" ").length);
    const forward = this.#direction === "rtl" ? -1 : 1;
    const steps: Record<string, number> = { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: columns, ArrowUp: -columns, Home: -at, End: buttons.length - 1 - at };
    const step = steps[event.key];
    const next = step === undefined || at < 0 ? undefined : buttons[at + step];
    if (!next) return;
    event.preventDefault();
    for (const button of buttons) button.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }
}
