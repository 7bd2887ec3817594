/** Looks for words in a PDF, page by page: the file itself is all that knows them, and its pages come as they are asked for. */
import type { PDFDocumentProxy } from "pdfjs-dist";
import type { Passage, PassageList } from "../find/passages.ts";
import { matches, spaced } from "../find/words.ts";
import { joined, runsOf } from "./page-text.ts";

/** So many are listed at once. */
const PART = 50;
// Who finds more of them wants other words.
const MOST = 2000;
const AROUND = { before: 64, after: 96 };

export class PagePassages implements PassageList {
  readonly isPartial = false;
  #all: Passage[] = [];
  #listed = PART;

  constructor(readonly query: string) {}

  get items(): Passage[] {
    return this.#all.slice(0, this.#listed);
  }

  get total(): number {
    return this.#all.length;
  }

  get goesOn(): boolean {
    return this.#listed < this.#all.length;
  }

  get isFull(): boolean {
    return this.#all.length >= MOST;
  }

  more(): void {
    this.#listed += PART;
  }

  add(passages: Passage[]): void {
    this.#all.push(...passages);
  }
}

/** The text of each page, read once. */
export class PageTexts {
  readonly #document: PDFDocumentProxy;
  readonly #texts = new Map<number, string>();

  constructor(document: PDFDocumentProxy) {
    this.#document = document;
  }

  async of(page: number): Promise<string> {
    const known = this.#texts.get(page);
    if (known !== undefined) return known;
    const proxy = await this.#document.getPage(page);
    const { items } = await proxy.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const { text } = joined(runsOf(items as { str?: string; hasEOL?: boolean }[]));
    this.#texts.set(page, text);
    return text;
  }
}

export interface PageFacts {
  page: number;
  pages: number;
  label: string;
  chapter: string | null;
}

/** The places on a page that have the words. */
export function passagesOn(text: string, query: string, { page, pages, label, chapter }: PageFacts): Passage[] {
  const words = spaced(query).text;
  const { text: folded, from, to } = spaced(text);
  return Array.from(matches(folded, words), (at, nth) => {
    const [start, end] = [from[at] ?? 0, to[at + words.length - 1] ?? 0];
    const progression = start / Math.max(1, text.length);
    return {
      section: page - 1,
      nth,
      chapter,
      page: label,
      locator: {
        href: "file.pdf",
        locations: { progression, totalProgression: (page - 1 + progression) / pages },
        text: { before: text.slice(Math.max(0, start - AROUND.before), start), highlight: text.slice(start, end), after: text.slice(end, end + AROUND.after) },
      },
    };
  });
}
