/** Marks in an EPUB: where they are, how they are drawn, pressed and gone to. */
import type { Locator, Mark } from "../../sync/kinds.ts";
import { number, text } from "../data.ts";
import { MarkDesk, type MarkedBook } from "../marks/desk.ts";
import type { Marks } from "../marks/marks.ts";
import { Selecting } from "../marks/selecting.ts";
import { rangeOfCfi, type Book, type Target } from "./book.ts";
import type { Chapters } from "./chapters.ts";
import { boxOf, draw, drawnIn, markAt, rangeOf } from "./highlights.ts";
import { signNotes } from "./note-signs.ts";
import { locatorOf, targetOf } from "./places-in-book.ts";
import type { Progress } from "./progress.ts";
import { quoteOf, shareOf } from "./quotes.ts";
import { EpubText } from "./selectable.ts";
import type { View } from "./view.ts";

export interface MarkedActions {
  jump(target: Target): void;
  /** Closes the sheet that the list of marks stands in. */
  leaveList(): void;
}

export class EpubMarks implements MarkedBook {
  readonly desk: MarkDesk;
  readonly selecting: Selecting;
  readonly #marks: Marks;
  readonly #book: Book;
  readonly #chapters: Chapters;
  readonly #progress: Progress;
  readonly #view: View;
  readonly #actions: MarkedActions;
  /** Documents that are there whole: of one that still loads, words would be looked for in vain and not again. */
  readonly #welcomed = new WeakSet<Document>();
  #asked = -1;

  constructor(about: { marks: Marks; isSynced: boolean; book: Book; chapters: Chapters; progress: Progress; view: View }, actions: MarkedActions) {
    this.#marks = about.marks;
    this.#book = about.book;
    this.#chapters = about.chapters;
    this.#progress = about.progress;
    this.#view = about.view;
    this.#actions = actions;
    this.desk = new MarkDesk(about.marks, this, about.isSynced);
    this.selecting = new Selecting(this.desk, new EpubText({ locatorOf: (range) => this.#locatorOfRange(range), visible: () => this.#visibleRange() }));
  }

  /** A document of the book has arrived. */
  welcome(doc: Document): void {
    this.#welcomed.add(doc);
    this.selecting.listen(doc);
    this.show(doc);
  }

  show(doc: Document): void {
    const drawn = drawnIn(doc, this.#book, this.#marks.all);
    draw(doc, drawn);
    signNotes(doc, drawn.filter(({ mark }) => mark.note !== "").map(({ range }) => range));
  }

  /** A press in the text: whether it was there for a mark, or to close what is offered. */
  pressed(event: MouseEvent): boolean {
    const doc = (event.target as Node | null)?.ownerDocument;
    if (this.selecting.closes()) return true;
    if (doc === document && this.desk.isOpen) {
      this.desk.close();
      return true;
    }
    const mark = doc ? markAt(drawnIn(doc, this.#book, this.#marks.all), event.clientX, event.clientY) : null;
    if (mark) this.desk.open(mark, false);
    return mark !== null;
  }

  /** What can be done with the next mark on the page, by keys alone. */
  nextMark(): void {
    const seen = this.#documents().flatMap((doc) => drawnIn(doc, this.#book, this.#marks.all).filter(({ range }) => boxOf(range) !== null));
    if (seen.length === 0) return;
    this.#asked = (this.#asked + 1) % seen.length;
    const next = seen[this.#asked] ?? seen[0];
    if (next) this.desk.open(next.mark, true);
  }

  moved(): void {
    this.#asked = -1;
    this.desk.moved();
  }

  here(): Locator | null {
    const { visible } = this.#view;
    if (!visible) return null;
    const locator = locatorOf(this.#book, this.#progress, visible);
    // A page is where it begins, as the server counts it.
    const totalProgression = this.#progress.total({ index: visible.index, fraction: visible.start });
    return { ...locator, locations: { ...locator.locations, totalProgression } };
  }

  isHere({ locator }: Mark): boolean {
    const { visible } = this.#view;
    if (!visible || this.#book.indexOf(locator.href) !== visible.index) return false;
    const { cfi, start = 0 } = locator.locations;
    const doc = visible.range?.startContainer.ownerDocument;
    const place = doc && cfi && locator.version === this.#book.manifest.version ? rangeOfCfi(doc, cfi) : null;
    if (place) return visible.range?.comparePoint(place.startContainer, place.startOffset) === 0;
    return start >= visible.start - 1e-6 && (start < visible.end - 1e-6 || visible.start === visible.end);
  }

  go(mark: Mark): boolean {
    const target = mark.status === "lost" ? null : targetOf(this.#book, mark.locator);
    if (!target) return false;
    this.#actions.leaveList();
    this.#actions.jump(target);
    return true;
  }

  describe({ locator }: Mark): { chapter: string; page: string } {
    const index = this.#book.indexOf(locator.href);
    if (index === null) return { chapter: "", page: "" };
    const { start, progression } = locator.locations;
    const page = this.#progress.page({ index, fraction: start ?? progression });
    return { chapter: this.#chapters.at({ index, start: 0, end: 0, range: null }).label, page: text("page-label", { page: number(page) }) };
  }

  redraw(): void {
    for (const doc of this.#documents()) this.show(doc);
  }

  boxOf(mark: Mark): DOMRect | null {
    for (const doc of this.#documents()) {
      const drawn = drawnIn(doc, this.#book, [mark])[0];
      if (drawn) return boxOf(drawn.range);
    }
    return null;
  }

  placed(mark: Mark): Locator {
    if (mark.locator.version === this.#book.manifest.version && mark.locator.locations.cfi) return mark.locator;
    for (const doc of this.#documents()) {
      const range = drawnIn(doc, this.#book, [mark]).length > 0 ? rangeOf(doc, this.#book, mark) : null;
      const locator = range && this.#locatorOfRange(range);
      if (locator) return locator;
    }
    return mark.locator;
  }

  isOpen({ href, version, locations }: Locator): boolean {
    const index = this.#book.indexOf(href);
    const sample = index === null ? 0 : (this.#book.sections[index]?.sample ?? 0);
    return version === this.#book.manifest.version && sample > 0 && locations.progression <= sample;
  }

  #documents(): Document[] {
    return this.#view.documents().filter((doc) => this.#welcomed.has(doc));
  }

  #visibleRange(): Range | null {
    const { visible } = this.#view;
    if (visible?.range) return visible.range;
    // Of a fixed page all is to be seen.
    const doc = this.#documents().find(({ URL: url }) => this.#book.indexOf(url) === visible?.index);
    const range = doc?.createRange() ?? null;
    range?.selectNodeContents(doc?.body ?? (doc as Document).documentElement);
    return range;
  }

  #locatorOfRange(range: Range): Locator | null {
    const doc = range.startContainer.ownerDocument;
    const index = doc ? this.#book.indexOf(doc.URL) : null;
    const section = index === null ? undefined : this.#book.sections[index];
    if (index === null || !section) return null;
    const cfi = this.#book.cfiOf(index, range);
    const start = shareOf(range.startContainer, range.startOffset);
    const progression = shareOf(range.endContainer, range.endOffset);
    return {
      v: 1,
      version: this.#book.manifest.version,
      href: section.href,
      type: section.type,
      locations: { ...(cfi === undefined || cfi.length > LONGEST_CFI ? {} : { cfi }), progression, start, totalProgression: this.#progress.total({ index, fraction: start }) },
      text: quoteOf(range),
    };
  }
}

const LONGEST_CFI = 2000;
