/** Finding words in the book: looks, lists, goes from place to place and shows them on the page. */
import type { Book, Target } from "../epub/book.ts";
import type { Progress } from "../epub/progress.ts";
import { FindBar } from "./find-bar.ts";
import { FindSheet } from "./find-sheet.ts";
import { mark, unmark } from "./found-marks.ts";
import { rangesOf } from "./in-document.ts";
import { Passages, type Passage } from "./passages.ts";
import { spaced } from "./words.ts";

export interface FinderActions {
  /** Goes to a place, the first one from where the reader was; resolves when it is on the page. */
  go(target: Target, isFirst: boolean): Promise<void>;
  documents(): Document[];
  /** Leads out of the search to where the focus belongs. */
  ended(): void;
}

export class Finder {
  readonly #book: Book;
  readonly #progress: Progress;
  readonly #url: string;
  readonly #actions: FinderActions;
  readonly #sheet: FindSheet;
  readonly #bar: FindBar;
  #passages: Passages | null = null;
  #current = -1;
  #asked = 0;
  #ranges = new WeakMap<Document, Range[]>();

  constructor(book: Book, progress: Progress, url: string, actions: FinderActions) {
    this.#book = book;
    this.#progress = progress;
    this.#url = url;
    this.#actions = actions;
    this.#sheet = new FindSheet(book.manifest.language, book.manifest.access === "sample", {
      look: (query) => void this.#look(query),
      more: () => void this.#more(),
      go: (index) => void this.#goTo(index),
    });
    this.#bar = new FindBar({ step: (direction) => void this.step(direction), list: () => this.open(), end: () => this.end() });
  }

  get isActive(): boolean {
    return this.#bar.isShown;
  }

  open(): void {
    this.#sheet.open(this.#current);
  }

  /** The next place, or the one before; the next part of the list is asked for when it is needed. */
  async step(direction: 1 | -1): Promise<void> {
    const wanted = this.#current + direction;
    if (!this.#passages || wanted < 0 || wanted >= this.#passages.total) return;
    if (wanted >= this.#passages.items.length) await this.#more();
    await this.#goTo(wanted);
  }

  /** A document of the book has arrived, or the theme has changed. */
  show(doc: Document): void {
    if (!this.isActive) return;
    const passage = this.#passages?.items[this.#current];
    const isHere = passage !== undefined && this.#book.load(passage.section) === withoutFragment(doc);
    mark(doc, this.#rangesOf(doc), isHere ? this.#rangeOf(doc, passage) : null);
  }

  end(): void {
    if (!this.isActive) return;
    this.#bar.hide();
    this.#current = -1;
    for (const doc of this.#actions.documents()) unmark(doc);
    this.#actions.ended();
  }

  async #look(query: string): Promise<void> {
    const asked = (this.#asked += 1);
    this.#current = -1;
    this.#ranges = new WeakMap();
    this.#sheet.looking();
    try {
      const passages = await Passages.of(this.#book, this.#progress, this.#url, query, this.#actions.documents());
      if (asked !== this.#asked) return;
      this.#passages = passages;
      this.#sheet.show(passages);
    } catch {
      if (asked === this.#asked) this.#sheet.failed();
    }
  }

  async #more(): Promise<void> {
    const passages = this.#passages;
    if (!passages) return;
    try {
      await passages.more();
      if (passages === this.#passages) this.#sheet.show(passages);
    } catch {
      this.#sheet.failed();
    }
  }

  async #goTo(index: number): Promise<void> {
    const passage = this.#passages?.items[index];
    if (!passage || !this.#passages) return;
    const isFirst = !this.isActive;
    this.#current = index;
    this.#sheet.close();
    this.#bar.show(index, this.#passages.total, index + 1 < this.#passages.total);
    const fraction = passage.locator.locations.progression;
    await this.#actions.go({ index: passage.section, anchor: (doc) => this.#rangeOf(doc, passage) ?? fraction }, isFirst);
    for (const doc of this.#actions.documents()) this.show(doc);
  }

  #rangesOf(doc: Document): Range[] {
    let ranges = this.#ranges.get(doc);
    if (!ranges) this.#ranges.set(doc, (ranges = rangesOf(doc, this.#passages?.query ?? "")));
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
