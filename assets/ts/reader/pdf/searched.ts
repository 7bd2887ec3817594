/** A PDF as it is searched: page by page, from the file itself, and the text over the pages that are drawn is marked. */
import type { PDFDocumentProxy } from "pdfjs-dist";
import { number, text } from "../data.ts";
import type { SearchedBook, Waiting } from "../find/finder.ts";
import { markOver, unmark } from "../find/found-marks.ts";
import type { Passage, PassageList } from "../find/passages.ts";
import { rangesIn } from "./page-text.ts";
import { PagePassages, passagesOn, PageTexts, type PageFacts } from "./passages.ts";
import type { Pages } from "./pages.ts";

export interface PdfSearchActions {
  /** Page, label and chapter of a page, for the list. */
  facts(page: number): PageFacts;
  /** The place from which the search goes away is to be come back to. */
  leaving(): void;
}

/** The list grows by parts, so that a long book does not draw it anew at every page. */
const SHOWN_EVERY_MS = 250;

export class SearchedPdf implements SearchedBook {
  readonly #pages: Pages;
  readonly #actions: PdfSearchActions;
  #texts: PageTexts | null = null;
  #query = "";
  #now: Passage | null = null;
  #ranges = new WeakMap<HTMLElement, Range[]>();

  constructor(
    pages: Pages,
    readonly language: string,
    readonly isSample: boolean,
    actions: PdfSearchActions,
  ) {
    this.#pages = pages;
    this.#actions = actions;
  }

  set document(document: PDFDocumentProxy) {
    this.#texts = new PageTexts(document);
  }

  async look(query: string, waiting: Waiting): Promise<PassageList> {
    this.#query = query;
    this.#now = null;
    this.#ranges = new WeakMap();
    const passages = new PagePassages(query);
    let shown = performance.now();
    for (let page = 1; page <= this.#pages.count && !passages.isFull; page += 1) {
      const words = (await this.#texts?.of(page)) ?? "";
      if (waiting.isOver()) break;
      passages.add(passagesOn(words, query, this.#actions.facts(page)));
      if (performance.now() - shown < SHOWN_EVERY_MS) continue;
      shown = performance.now();
      waiting.grown(passages, text("finding-page", { page: number(page), pages: number(this.#pages.count) }));
    }
    return passages;
  }

  async goTo(passage: Passage, isFirst: boolean): Promise<void> {
    if (isFirst) this.#actions.leaving();
    this.#now = passage;
    const layer = await this.#pages.textAt(passage.section + 1);
    if (!layer || this.#now !== passage) return;
    const range = this.#rangesIn(layer)[passage.nth];
    if (range) this.#pages.reveal(range);
    this.show();
  }

  /** The text of a page has been laid over it anew. */
  textDrawn(page: number): void {
    const layer = this.#pages.textOf(page);
    if (layer) this.#ranges.delete(layer);
    this.show();
  }

  unmark(): void {
    this.#now = null;
    unmark(document);
  }

  /** Marks what is found on all pages that are drawn. */
  show(): void {
    const passage = this.#now;
    if (!passage) return;
    const layers = this.#pages.texts();
    const here = layers.find(([page]) => page - 1 === passage.section)?.[1];
    const now = here ? this.#rangesIn(here)[passage.nth] : undefined;
    markOver(document, layers.flatMap(([, layer]) => this.#rangesIn(layer)), now ?? null);
  }

  #rangesIn(layer: HTMLElement): Range[] {
    let ranges = this.#ranges.get(layer);
    if (!ranges) this.#ranges.set(layer, (ranges = rangesIn(layer, this.#query)));
    return ranges;
  }
}
