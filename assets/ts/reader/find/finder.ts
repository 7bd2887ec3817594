/** Finding words in a book, whatever its format: asks for them, lists them, goes from place to place. */
import { FindBar } from "./find-bar.ts";
import { FindSheet } from "./find-sheet.ts";
import type { Passage, PassageList } from "./passages.ts";

/** Whoever waits for what is found. */
export interface Waiting {
  /** Whether other words are looked for by now. */
  isOver(): boolean;
  /** More is found, and the search goes on: `said` tells how far it is. */
  grown(passages: PassageList, said: string): void;
}

/** A book of some format, as it is searched. */
export interface SearchedBook {
  readonly language: string;
  readonly isSample: boolean;
  /** Looks for words, which are no longer those of before. */
  look(query: string, waiting: Waiting): Promise<PassageList>;
  /** Brings a place onto the page and marks it there; the first one is left for from where the reader was. */
  goTo(passage: Passage, isFirst: boolean): Promise<void>;
  unmark(): void;
}

export class Finder {
  readonly #book: SearchedBook;
  readonly #ended: () => void;
  readonly #sheet: FindSheet;
  readonly #bar: FindBar;
  #passages: PassageList | null = null;
  #current = -1;
  #asked = 0;

  /** `ended` leads out of the search to where the focus belongs. */
  constructor(book: SearchedBook, ended: () => void) {
    this.#book = book;
    this.#ended = ended;
    this.#sheet = new FindSheet(book.language, book.isSample, {
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

  end(): void {
    if (!this.isActive) return;
    this.#bar.hide();
    this.#current = -1;
    this.#book.unmark();
    this.#ended();
  }

  async #look(query: string): Promise<void> {
    const asked = (this.#asked += 1);
    const isOver = () => asked !== this.#asked;
    this.#passages = null;
    this.#current = -1;
    this.#sheet.looking();
    const grown = (passages: PassageList, said: string) => {
      this.#passages = passages;
      this.#sheet.grow(passages, said);
      if (this.isActive) this.#tell();
    };
    try {
      const passages = await this.#book.look(query, { isOver, grown });
      if (isOver()) return;
      this.#passages = passages;
      this.#sheet.show(passages);
    } catch {
      if (!isOver()) this.#sheet.failed();
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
    if (!passage) return;
    const isFirst = !this.isActive;
    this.#current = index;
    this.#sheet.close();
    this.#tell();
    await this.#book.goTo(passage, isFirst);
  }

  #tell(): void {
    const total = this.#passages?.total ?? 0;
    this.#bar.show(this.#current, total, this.#current + 1 < total);
  }
}
