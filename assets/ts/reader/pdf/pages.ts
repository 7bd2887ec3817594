/** pdf.js's own viewer on the page: pages in one column or one at a time, text over them, links in them. */
import type { PDFDocumentProxy } from "pdfjs-dist";
import { EventBus, LinkTarget, PDFLinkService, PDFViewer, ScrollMode, SpreadMode } from "pdfjs-dist/web/pdf_viewer.mjs";
import { pdfjs } from "warraq:places";
import { text, number } from "../data.ts";
import { element } from "../dom.ts";
import type { Preferences } from "../preferences.ts";

const ANNOTATIONS_SHOWN = 1;
const EDITORS_OFF = -1;
const STEP_PX = 64;
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];
const LEAST = 0.2;
const MOST = 8;
/** While fingers move, pages are stretched; they are drawn anew once these are still for so long. */
const DRAWN_AFTER_MS = 250;
const QUARTER = 90;
/** Whoever waits for a page's text goes on without it after so long. */
const TEXT_PATIENCE_MS = 15_000;

const SPREADS = { one: SpreadMode.NONE, two: SpreadMode.ODD, cover: SpreadMode.EVEN } as const;

/** A place: a page, and how much of it lies above the window (0–1). */
export interface Spot {
  page: number;
  start: number;
}

export interface PageEvents {
  /** A page is on the screen. */
  drawn(page: number): void;
  /** A page could not be drawn. */
  failed(page: number): void;
  moved(): void;
  /** The pages are another size, 1 being the size of the paper. */
  zoomed(scale: number): void;
  /** The text of a page lies over its picture, to be marked and selected. */
  textDrawn(page: number): void;
}

// Our pages name themselves in the shop's languages; pdf.js need not translate anything.
const SILENT = { pause() {}, resume() {}, translate: () => Promise.resolve(), get: () => Promise.resolve(""), getLanguage: () => "", getDirection: () => "ltr" };

/** Left, bottom, right and top on a page, in the PDF's units. */
export type Rect = [number, number, number, number];

/** What is used of pdf.js's own view of a page. */
interface PageView {
  div: HTMLElement;
  textLayer: { div: HTMLElement } | null;
  viewport: { width: number; height: number; convertToPdfPoint(x: number, y: number): [number, number]; convertToViewportPoint(x: number, y: number): [number, number] };
}

export class Pages {
  readonly container: HTMLDivElement;
  readonly #viewer: PDFViewer;
  readonly #links: PDFLinkService;

  /** `direction` is the one in which pages are turned: in a spread, the first page lies where reading begins. */
  constructor(host: HTMLElement, title: string, direction: "ltr" | "rtl", events: PageEvents) {
    const inner = element("div", { class: "pdfViewer" });
    this.container = element("div", { class: "reader-pages", "data-direction": direction, tabindex: 0, role: "region", "aria-label": title }, inner);
    host.replaceChildren(this.container);
    const eventBus = new EventBus();
    this.#links = new PDFLinkService({ eventBus, externalLinkTarget: LinkTarget.BLANK, externalLinkRel: "noopener noreferrer nofollow" });
    this.#viewer = new PDFViewer({
      container: this.container,
      viewer: inner,
      eventBus,
      linkService: this.#links,
      annotationMode: ANNOTATIONS_SHOWN,
      annotationEditorMode: EDITORS_OFF,
      removePageBorders: true,
      imageResourcesPath: `${pdfjs}images/`,
      l10n: SILENT as never,
    });
    this.#links.setViewer(this.#viewer);
    this.#listen(eventBus, events);
  }

  #listen(eventBus: EventBus, events: PageEvents): void {
    eventBus.on("pagerendered", ({ source, pageNumber, error }: { source: { div: HTMLElement }; pageNumber: number; error: unknown }) => {
      source.div.setAttribute("aria-label", text("page-label", { page: number(pageNumber) }));
      if (error) events.failed(pageNumber);
      else events.drawn(pageNumber);
    });
    eventBus.on("updateviewarea", () => events.moved());
    eventBus.on("scalechanging", ({ scale }: { scale: number }) => events.zoomed(scale));
    eventBus.on("textlayerrendered", ({ pageNumber }: { pageNumber: number }) => events.textDrawn(pageNumber));
  }

  /** Resolves when the pages have their places; what is in them is drawn as they come into view. */
  async show(document: PDFDocumentProxy, preferences: Preferences, { page, start }: Spot, rotation: number): Promise<void> {
    const ready = new Promise<void>((resolve) => this.#viewer.eventBus.on("pagesinit", () => resolve(), { once: true }));
    this.#viewer.setDocument(document);
    this.#links.setDocument(document);
    await ready;
    this.#viewer.pagesRotation = rotation;
    this.restyle(preferences);
    this.go({ page, start });
  }

  restyle({ pdfFlow, spread, zoom }: Preferences): void {
    this.#viewer.scrollMode = pdfFlow === "paginated" ? ScrollMode.PAGE : ScrollMode.VERTICAL;
    this.#viewer.spreadMode = SPREADS[spread];
    this.#viewer.currentScaleValue = zoom;
  }

  /** Turns all pages by a quarter; answers by how much they are turned now, in degrees. */
  rotate(): number {
    this.#viewer.pagesRotation = (this.rotation + QUARTER) % 360;
    return this.rotation;
  }

  get rotation(): number {
    return this.#viewer.pagesRotation;
  }

  get isPaged(): boolean {
    return this.#viewer.scrollMode === ScrollMode.PAGE;
  }

  get page(): number {
    return this.#viewer.currentPageNumber;
  }

  set page(page: number) {
    this.#viewer.currentPageNumber = Math.min(Math.max(1, page), this.count);
  }

  /** Puts a place at the head of the window. */
  go({ page, start }: Spot): void {
    this.page = page;
    const box = this.#view(this.page)?.div.getBoundingClientRect();
    if (box && start > 0) this.container.scrollTop += box.top + start * box.height - this.container.getBoundingClientRect().top;
  }

  get count(): number {
    return this.#viewer.pagesCount;
  }

  /** The current page, or where two lie side by side the second of them. */
  get lastOfSpread(): number {
    const { spreadMode } = this.#viewer;
    const hasSecond = spreadMode !== SpreadMode.NONE && this.page % 2 !== spreadMode - 1;
    return Math.min(this.page + (hasSecond ? 1 : 0), this.count);
  }

  /** Turns to the next page or spread, or to the one before; false where there is none. */
  turn(direction: 1 | -1): boolean {
    return direction === 1 ? this.#viewer.nextPage() : this.#viewer.previousPage();
  }

  /** Scrolled to the very end: of several short pages there, pdf.js calls the first the current one. */
  get isAtEnd(): boolean {
    return this.lastOfSpread === this.count ? this.fraction === 1 : !this.isPaged && this.isAtEdge(1);
  }

  /** How much of the current page lies above the lower edge of the window (0–1). */
  get fraction(): number {
    const page = this.#view(this.page)?.div;
    if (!page) return 1;
    const box = page.getBoundingClientRect();
    const seen = this.container.getBoundingClientRect().bottom - box.top;
    return Math.min(1, Math.max(0, seen / box.height));
  }

  /** How much of the current page lies above the window (0–1). */
  get start(): number {
    const box = this.#view(this.page)?.div.getBoundingClientRect();
    if (!box) return 0;
    return Math.min(1, Math.max(0, (this.container.getBoundingClientRect().top - box.top) / box.height));
  }

  /** The next larger or smaller of the usual factors, as the preference to keep. */
  zoomed(direction: 1 | -1): string {
    const now = this.#viewer.currentScale;
    const next = direction === 1 ? STEPS.find((step) => step > now * 1.02) : STEPS.findLast((step) => step < now * 0.98);
    return String(next ?? now);
  }

  /** Stretches or shrinks the pages about a point of the window, as fingers do. */
  zoomBy(factor: number, x: number, y: number): void {
    const scale = this.#viewer.currentScale * factor;
    if (scale < LEAST || scale > MOST) return;
    this.#viewer.updateScale({ scaleFactor: factor, origin: [x, y], drawingDelay: DRAWN_AFTER_MS });
  }

  get scale(): number {
    return this.#viewer.currentScale;
  }

  /** The element of a page, and the text over it once that is complete. */
  pageElement(page: number): HTMLElement | null {
    return this.#view(page)?.div ?? null;
  }

  textOf(page: number): HTMLElement | null {
    const layer = this.#view(page)?.textLayer?.div;
    return layer?.isConnected && layer.lastElementChild?.className === "endOfContent" ? layer : null;
  }

  /** The pages that are drawn now. */
  near(): number[] {
    return Array.from(this.#viewer.getCachedPageViews() as Set<{ id: number }>, ({ id }) => id);
  }

  /** All texts that lie over pages now, by their page. */
  texts(): [page: number, layer: HTMLElement][] {
    return this.near().flatMap((id) => {
      const layer = this.textOf(id);
      return layer ? [[id, layer] as [number, HTMLElement]] : [];
    });
  }

  /** Boxes of the window as rectangles on a page. */
  toPaper(page: number, boxes: DOMRect[]): Rect[] {
    const view = this.#view(page);
    if (!view) return [];
    const { left, top } = view.div.getBoundingClientRect();
    return boxes.map((box) => {
      const [x1, y1] = view.viewport.convertToPdfPoint(box.left - left, box.top - top);
      const [x2, y2] = view.viewport.convertToPdfPoint(box.right - left, box.bottom - top);
      return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)].map((unit) => Math.round(unit * 100) / 100) as Rect;
    });
  }

  /** Rectangles on a page as parts of it in per cent, as it is turned now. */
  toPage(page: number, rects: Rect[]): { left: number; top: number; width: number; height: number }[] {
    const view = this.#view(page);
    if (!view) return [];
    const { width, height } = view.viewport;
    return rects.map(([x, y, right, top]) => {
      const [x1, y1] = view.viewport.convertToViewportPoint(x, y);
      const [x2, y2] = view.viewport.convertToViewportPoint(right, top);
      return { left: (Math.min(x1, x2) / width) * 100, top: (Math.min(y1, y2) / height) * 100, width: (Math.abs(x2 - x1) / width) * 100, height: (Math.abs(y2 - y1) / height) * 100 };
    });
  }

  /** Goes to a page, unless it is in view, and waits for its text; null where none comes. */
  async textAt(page: number): Promise<HTMLElement | null> {
    if (!this.textOf(page) || !this.#isInView(page)) this.page = page;
    for (let waited = 0; waited < TEXT_PATIENCE_MS && !this.textOf(page); waited += 50) {
      await new Promise((later) => setTimeout(later, 50));
    }
    return this.textOf(page);
  }

  /** Brings a part of a page into the upper half of the window, unless it is in sight. */
  reveal(part: { getBoundingClientRect(): DOMRect }): void {
    const box = part.getBoundingClientRect();
    const window = this.container.getBoundingClientRect();
    const isBeside = box.left < window.left || box.right > window.right;
    const isAbove = box.top < window.top + 8 || box.bottom > window.bottom - 8;
    this.container.scrollBy({
      left: isBeside ? box.left - window.left - (window.width - box.width) / 2 : 0,
      top: isAbove ? box.top - window.top - window.height * 0.35 : 0,
      behavior: "instant",
    });
  }

  #isInView(page: number): boolean {
    const box = this.#view(page)?.div.getBoundingClientRect();
    const window = this.container.getBoundingClientRect();
    return box !== undefined && box.bottom > window.top && box.top < window.bottom;
  }

  #view(page: number): PageView | undefined {
    return this.#viewer.getPageView(page - 1) as PageView | undefined;
  }

  /** Scrolls by most of a window; false when the end of what scrolls was reached before. */
  screen(direction: 1 | -1): boolean {
    return this.#scroll(direction * this.container.clientHeight * 0.9);
  }

  step(direction: 1 | -1): boolean {
    return this.#scroll(direction * STEP_PX);
  }

  isAtEdge(direction: 1 | -1): boolean {
    const { scrollTop, scrollHeight, clientHeight } = this.container;
    return direction === 1 ? scrollTop + clientHeight >= scrollHeight - 2 : scrollTop <= 2;
  }

  #scroll(by: number): boolean {
    const before = this.container.scrollTop;
    this.container.scrollTop += by;
    return this.container.scrollTop !== before;
  }
}
