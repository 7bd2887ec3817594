/** The marks of the book at hand, whatever its format: kept with the account, or in this browser for who is not signed in. */
import { formatOf, type Colour, type Format, type Kind, type Locator, type Mark, type MarkState } from "../../sync/kinds.ts";
import type { Reading, ReadingNews } from "../../sync/reading.ts";
import { forget, read, write } from "../places.ts";

/** What a new mark is made of. */
export interface NewMark {
  kind: Kind;
  colour: Colour | null;
  note: string;
  locator: Locator;
}

/** Where marks are kept. */
interface Keeper {
  all(): Promise<Mark[]>;
  keep(mark: MarkState): Promise<void>;
}

export class Marks {
  readonly #book: number;
  readonly #format: Format;
  readonly #keeper: Keeper;
  readonly #watchers: (() => void)[] = [];
  #all: Mark[] = [];

  private constructor(book: number, format: Format, keeper: Keeper) {
    this.#book = book;
    this.#format = format;
    this.#keeper = keeper;
  }

  /** With an account, what this browser kept before goes over to it, once. */
  static async of(book: number, format: Format, reading: Reading | null): Promise<Marks> {
    const marks = new Marks(book, format, reading ? { all: () => reading.marks(book), keep: (mark) => reading.keepMark(mark) } : new LocalKeeper(book, format));
    if (reading) {
      for (const mark of takeLocal(book, format)) await reading.keepMark(mark);
      addEventListener("warraq:reading", (event) => {
        if ((event as CustomEvent<ReadingNews>).detail.books.includes(book)) void marks.#load();
      });
    }
    await marks.#load();
    return marks;
  }

  /** In the order of the text. */
  get all(): readonly Mark[] {
    return this.#all;
  }

  find(uuid: string): Mark | undefined {
    return this.#all.find((mark) => mark.uuid === uuid);
  }

  /** Called whenever some of them are otherwise. */
  watch(act: () => void): void {
    this.#watchers.push(act);
  }

  add(made: NewMark): Mark {
    const now = new Date().toISOString();
    const percent = made.locator.locations.totalProgression * 100;
    const mark: Mark = { ...made, uuid: crypto.randomUUID(), book_id: this.#book, status: "placed", percent, created_at: now, updated_at: now };
    this.#put(mark);
    return mark;
  }

  /** Changes a mark; a note without words of the book is deleted with its words. */
  change(mark: Mark, other: Partial<Pick<Mark, "colour" | "note" | "locator" | "kind">>): Mark {
    const changed: Mark = { ...mark, ...other, updated_at: later(mark.updated_at) };
    this.#put(changed);
    return changed;
  }

  remove({ uuid, book_id: book, updated_at: at }: Mark): void {
    this.#all = this.#all.filter((mark) => mark.uuid !== uuid);
    this.#tell();
    void this.#keeper.keep({ uuid, book_id: book, deleted: true, updated_at: later(at) });
  }

  /** Brings a deleted mark back as it was. */
  restore(mark: Mark): void {
    this.#put({ ...mark, updated_at: later(mark.updated_at) });
  }

  #put(mark: Mark): void {
    this.#all = sorted([...this.#all.filter(({ uuid }) => uuid !== mark.uuid), mark]);
    this.#tell();
    void this.#keeper.keep(mark);
  }

  async #load(): Promise<void> {
    const all = (await this.#keeper.all()).filter(({ locator }) => formatOf(locator) === this.#format);
    this.#all = sorted(all);
    this.#tell();
  }

  #tell(): void {
    for (const act of this.#watchers) act();
  }
}

const sorted = (marks: Mark[]): Mark[] => marks.sort((a, b) => a.percent - b.percent || a.created_at.localeCompare(b.created_at));

/** Now, and in any case behind what was said before. */
function later(before: string): string {
  return new Date(Math.max(Date.now(), (Date.parse(before) || 0) + 1)).toISOString();
}

const keyOf = (book: number, format: Format): string => `reader-marks-${format}-${book}`;
const oldKeyOf = (book: number, format: Format): string => `reader-bookmarks-${format}-${book}`;
const isList = (value: unknown[]): boolean => Array.isArray(value);

/** In this browser: for visitors. */
class LocalKeeper implements Keeper {
  readonly #key: string;
  #all: Mark[];

  constructor(book: number, format: Format) {
    this.#key = keyOf(book, format);
    this.#all = readLocal(book, format);
  }

  all(): Promise<Mark[]> {
    return Promise.resolve([...this.#all]);
  }

  keep(mark: MarkState): Promise<void> {
    this.#all = this.#all.filter(({ uuid }) => uuid !== mark.uuid);
    if (!("deleted" in mark)) this.#all.push(mark);
    write(this.#key, this.#all);
    return Promise.resolve();
  }
}

function readLocal(book: number, format: Format): Mark[] {
  const marks = read<Mark[]>(keyOf(book, format), isList) ?? [];
  const bookmarks = read<{ locator: Locator }[]>(oldKeyOf(book, format), isList) ?? [];
  const now = new Date().toISOString();
  const markers = bookmarks.map(({ locator }): Mark => {
    const percent = locator.locations.totalProgression * 100;
    return { uuid: crypto.randomUUID(), book_id: book, kind: "marker", colour: null, note: "", locator, status: "placed", percent, created_at: now, updated_at: now };
  });
  return [...marks, ...markers];
}

function takeLocal(book: number, format: Format): Mark[] {
  const marks = readLocal(book, format);
  forget(keyOf(book, format));
  forget(oldKeyOf(book, format));
  return marks;
}
