/** pdf.js's own viewer on the page: pages in one column or one at a time, text over them, links in them. */
import type { PDFDocumentProxy } from "pdfjs-dist";
import { EventBus, LinkTarget, PDFLinkService, PDFViewer, ScrollMode } from "pdfjs-dist/web/pdf_viewer.mjs";
import { pdfjs } from "warraq:places";
import { text, number } from "../data.ts";
import { element } from "../dom.ts";
import type { Preferences } from "../preferences.ts";

const ANNOTATIONS_SHOWN = 1;
const EDITORS_OFF = -1;
const STEP_PX = 64;
const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];

export interface PageEvents {
  /** The first page is on the screen. */
  drawn(): void;
  moved(): void;
}

// Our pages name themselves in the shop's languages; pdf.js need not translate anything.
const SILENT = { pause() {}, resume() {}, translate: () => Promise.resolve(), get: () => Promise.resolve(""), getLanguage: () => "", getDirection: () => "ltr" };

export class Pages {
  readonly container: HTMLDivElement;
  readonly #viewer: PDFViewer;
  readonly #links: PDFLinkService;

  constructor(host: HTMLElement, title: string, events: PageEvents) {
    const inner = element("div", { class: "pdfViewer" });
    this.container = element("div", { class: "reader-pages", tabindex: 0, role: "region", "aria-label": title }, inner);
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
    eventBus.on("pagerendered", ({ source, pageNumber }: { source: { div: HTMLElement }; pageNumber: number }) => {
      source.div.setAttribute("aria-label", text("page-label", { page: number(pageNumber) }));
      events.drawn();
    });
    eventBus.on("updateviewarea", () => events.moved());
  }

  /** Resolves when the pages have their places; what is in them is drawn as they come into view. */
  async show(document: PDFDocumentProxy, preferences: Preferences, page: number): Promise<void> {
    const ready = new Promise<void>((resolve) => this.#viewer.eventBus.on("pagesinit", () => resolve(), { once: true }));
    this.#viewer.setDocument(document);
    this.#links.setDocument(document);
    await ready;
    this.restyle(preferences);
    this.page = page;
  }

  restyle({ pdfFlow, zoom }: Preferences): void {
    this.#viewer.scrollMode = pdfFlow === "paginated" ? ScrollMode.PAGE : ScrollMode.VERTICAL;
    this.#viewer.currentScaleValue = zoom;
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

  get count(): number {
    return this.#viewer.pagesCount;
  }

  /** Scrolled to the very end: of several short pages there, pdf.js calls the first the current one. */
  get isAtEnd(): boolean {
    return this.page === this.count ? this.fraction === 1 : !this.isPaged && this.isAtEdge(1);
  }

  /** How much of the current page lies above the lower edge of the window (0–1). */
  get fraction(): number {
    const page = this.#viewer.getPageView(this.page - 1)?.div as HTMLElement | undefined;
    if (!page) return 1;
    const box = page.getBoundingClientRect();
    const seen = this.container.getBoundingClientRect().bottom - box.top;
    return Math.min(1, Math.max(0, seen / box.height));
  }

  /** The next larger or smaller of the usual factors, as the preference to keep. */
  zoomed(direction: 1 | -1): string {
    const now = this.#viewer.currentScale;
    const next = direction === 1 ? STEPS.find((step) => step > now * 1.02) : STEPS.findLast((step) => step < now * 0.98);
    return String(next ?? now);
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
