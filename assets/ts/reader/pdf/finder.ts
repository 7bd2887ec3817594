/** Finding words in a PDF: looks, lists, goes from place to place and shows them on the page. */
import type { PDFDocumentProxy } from "pdfjs-dist";
import { number, text } from "../data.ts";
import { FindBar } from "../find/find-bar.ts";
import { FindSheet } from "../find/find-sheet.ts";
import { markOver, unmark } from "../find/found-marks.ts";
import type { Passage } from "../find/passages.ts";
import { rangesIn } from "./page-text.ts";
import { PagePassages, passagesOn, PageTexts, type PageFacts } from "./passages.ts";
import type { Pages } from "./pages.ts";

export interface PdfFinderActions {
  /** Page, label and chapter of a page, for the list. */
  facts(page: number): PageFacts;
  /** The place from which the search goes away is to be come back to. */
  leaving(): void;
  /** Leads out of the search to where the focus belongs. */
  ended(): void;
}

/** The list grows by parts, so that a long book does not draw it anew at every page. */
const SHOWN_EVERY_MS = 250;

export class PdfFinder {
  readonly #pages: Pages;
  readonly #actions: PdfFinderActions;
  readonly #sheet: FindSheet;
  readonly #bar: FindBar;
  #texts: PageTexts | null = null;
  #passages: PagePassages | null = null;
  #current = -1;
  #asked = 0;
  #ranges = new WeakMap<HTMLElement, Range[]>();

  constructor(pages: Pages, language: string, isSample: boolean, actions: PdfFinderActions) {
    this.#pages = pages;
    this.#actions = actions;
    this.#sheet = new FindSheet(language, isSample, {
      look: (query) => void this.#look(query),
      more: () => this.#more(),
      go: (index) => void this.#goTo(index),
    });
    this.#bar = new FindBar({ step: (direction) => void this.step(direction), list: () => this.open(), end: () => this.end() });
  }

  set document(document: PDFDocumentProxy) {
    this.#texts = new PageTexts(document);
  }

  get isActive(): boolean {
    return this.#bar.isShown;
  }

  open(): void {
    this.#sheet.open(this.#current);
  }

  async step(direction: 1 | -1): Promise<void> {
    const wanted = this.#current + direction;
    if (!this.#passages || wanted < 0 || wanted >= this.#passages.total) return;
    if (wanted >= this.#passages.items.length) this.#more();
    await this.#goTo(wanted);
  }

  end(): void {
    if (!this.isActive) return;
    this.#bar.hide();
    this.#current = -1;
    unmark(document);
    this.#actions.ended();
  }

  /** The text of a page has been laid over it anew. */
  textDrawn(page: number): void {
    const layer = this.#pages.textOf(page);
    if (layer) this.#ranges.delete(layer);
    this.show();
  }

  /** Marks what is found on all pages that are drawn. */
  show(): void {
    if (!this.isActive) return;
    const passage = this.#passages?.items[this.#current];
    const layers = this.#pages.texts();
    const here = layers.find(([page]) => page - 1 === passage?.section)?.[1];
    const now = here && passage ? this.#rangesIn(here)[passage.nth] : undefined;
    markOver(document, layers.flatMap(([, layer]) => this.#rangesIn(layer)), now ?? null);
  }

  async #look(query: string): Promise<void> {
    const asked = (this.#asked += 1);
    const passages = new PagePassages(query);
    this.#passages = passages;
    this.#current = -1;
    this.#ranges = new WeakMap();
    this.#sheet.looking();
    try {
      await this.#lookThrough(passages, () => asked !== this.#asked);
      if (asked === this.#asked) this.#sheet.show(passages);
    } catch {
      if (asked === this.#asked) this.#sheet.failed();
    }
  }

  async #lookThrough(passages: PagePassages, isOver: () => boolean): Promise<void> {
    let shown = performance.now();
    for (let page = 1; page <= this.#pages.count && !passages.isFull; page += 1) {
      const words = (await this.#texts?.of(page)) ?? "";
      if (isOver()) return;
      passages.add(passagesOn(words, passages.query, this.#actions.facts(page)));
      if (performance.now() - shown < SHOWN_EVERY_MS) continue;
      shown = performance.now();
      this.#sheet.grow(passages, text("finding-page", { page: number(page), pages: number(this.#pages.count) }));
      if (this.isActive) this.#tell();
    }
  }

  #more(): void {
    this.#passages?.more();
    if (this.#passages) this.#sheet.show(this.#passages);
  }

  #tell(): void {
    const total = this.#passages?.total ?? 0;
    this.#bar.show(this.#current, total, this.#current + 1 < total);
  }

  async #goTo(index: number): Promise<void> {
    const passage = this.#passages?.items[index];
    if (!passage) return;
    if (!this.isActive) this.#actions.leaving();
    this.#current = index;
    this.#sheet.close();
    this.#tell();
    const layer = await this.#pages.textAt(passage.section + 1);
    if (!layer || this.#current !== index) return;
    const range = this.#rangeOf(layer, passage);
    if (range) this.#pages.reveal(range);
    this.show();
  }

  #rangeOf(layer: HTMLElement, passage: Passage): Range | undefined {
    return this.#rangesIn(layer)[passage.nth];
  }

  #rangesIn(layer: HTMLElement): Range[] {
    let ranges = this.#ranges.get(layer);
    if (!ranges) this.#ranges.set(layer, (ranges = rangesIn(layer, this.#passages?.query ?? "")));
    return ranges;
  }
}
