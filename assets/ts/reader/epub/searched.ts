/** An EPUB as it is searched: the server looks, or without a connection this browser, and the documents on show are marked. */
import type { SearchedBook } from "../find/finder.ts";
import { mark, unmark } from "../find/found-marks.ts";
import { rangesOf } from "../find/in-document.ts";
import { Passages, type Passage, type PassageList } from "../find/passages.ts";
import { spaced } from "../find/words.ts";
import type { Book, Target } from "./book.ts";
import type { Progress } from "./progress.ts";

export interface EpubSearchActions {
  /** Goes to a place, the first one from where the reader was; resolves when it is on the page. */
  go(target: Target, isFirst: boolean): Promise<void>;
  documents(): Document[];
}

export class SearchedEpub implements SearchedBook {
  readonly #book: Book;
  readonly #progress: Progress;
  readonly #url: string;
  readonly #actions: EpubSearchActions;
  #query = "";
  #now: Passage | null = null;
  #ranges = new WeakMap<Document, Range[]>();

  constructor(book: Book, progress: Progress, url: string, actions: EpubSearchActions) {
    this.#book = book;
    this.#progress = progress;
    this.#url = url;
    this.#actions = actions;
  }

  get language(): string {
    return this.#book.manifest.language;
  }

  get isSample(): boolean {
    return this.#book.manifest.access === "sample";
  }

  async look(query: string): Promise<PassageList> {
    this.#query = query;
    this.#now = null;
    this.#ranges = new WeakMap();
    return Passages.of(this.#book, this.#progress, this.#url, query, this.#actions.documents());
  }

  async goTo(passage: Passage, isFirst: boolean): Promise<void> {
    this.#now = passage;
    const fraction = passage.locator.locations.progression;
    await this.#actions.go({ index: passage.section, anchor: (doc) => this.#rangeOf(doc, passage) ?? fraction }, isFirst);
    for (const doc of this.#actions.documents()) this.show(doc);
  }

  /** A document of the book has arrived, or the theme has changed. */
  show(doc: Document): void {
    if (!this.#now) return;
    const isHere = this.#book.load(this.#now.section) === withoutFragment(doc);
    mark(doc, this.#rangesOf(doc), isHere ? this.#rangeOf(doc, this.#now) : null);
  }

  unmark(): void {
    this.#now = null;
    for (const doc of this.#actions.documents()) unmark(doc);
  }

  #rangesOf(doc: Document): Range[] {
    let ranges = this.#ranges.get(doc);
    if (!ranges) this.#ranges.set(doc, (ranges = rangesOf(doc, this.#query)));
    return ranges;
  }

  /** The place in its document: by its number there, unless what stands around it says another. */
  #rangeOf(doc: Document, { nth, locator }: Passage): Range | null {
    const ranges = this.#rangesOf(doc);
    const before = spaced(locator.text.before).text.slice(-24);
    const after = spaced(locator.text.after).text.slice(0, 24);
    const fits = (range: Range | undefined) => range !== undefined && around(range, -1).endsWith(before) && around(range, 1).startsWith(after);
    return (fits(ranges[nth]) ? ranges[nth] : ranges.find(fits)) ?? ranges[nth] ?? null;
  }
}

/** Some folded text before a range or behind it, in its own node: enough where it is long enough. */
function around(range: Range, side: 1 | -1): string {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const text = side === -1 ? (startContainer.nodeValue ?? "").slice(0, startOffset) : (endContainer.nodeValue ?? "").slice(endOffset);
  return spaced(side === -1 ? text.slice(-80) : text.slice(0, 80)).text;
}

function withoutFragment(doc: Document): string {
  return doc.URL.split("#")[0] ?? "";
}
