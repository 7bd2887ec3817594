/** Asks for the places of words: the server, or without a connection the chapters that this browser still has. */
import { Failure, fetchJson } from "../failure.ts";
import type { Book } from "../epub/book.ts";
import type { Progress } from "../epub/progress.ts";
import { matches, spaced } from "./words.ts";
import { textOf } from "./in-document.ts";

/** A place where the book has the words, as `GET /books/{id}/search` answers it. */
export interface Passage {
  section: number;
  /** Which one of its section, from 0. */
  nth: number;
  chapter: string | null;
  /** The page as it is called, where the book has pages of its own. */
  page?: string;
  locator: {
    href: string;
    locations: { progression: number; totalProgression: number };
    text: { before: string; highlight: string; after: string };
  };
}

export interface Part {
  items: Passage[];
  next_cursor: string | null;
  total?: number;
}

/** What the sheet shows of a search. */
export interface PassageList {
  readonly query: string;
  /** Those that are listed, of all that there are. */
  readonly items: Passage[];
  readonly total: number;
  /** Whether more can be listed. */
  readonly goesOn: boolean;
  /** Whether only what the browser keeps was looked through. */
  readonly isPartial: boolean;
  /** Lists the next part. */
  more(): Promise<void> | void;
}

const PART = 50;

export class Passages implements PassageList {
  readonly items: Passage[] = [];
  total = 0;
  isPartial = false;
  #cursor: string | null = null;

  private constructor(
    readonly query: string,
    readonly url: string,
  ) {}

  static async of(book: Book, progress: Progress, url: string, query: string, shown: Document[]): Promise<Passages> {
    const made = new Passages(query, url);
    try {
      await made.#ask();
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== "offline") throw error;
      made.isPartial = true;
      for await (const passage of kept(book, progress, query, shown)) made.items.push(passage);
      made.total = made.items.length;
    }
    return made;
  }

  get goesOn(): boolean {
    return this.#cursor !== null;
  }

  async more(): Promise<void> {
    if (this.#cursor !== null) await this.#ask();
  }

  async #ask(): Promise<void> {
    const query = new URLSearchParams({ q: this.query, limit: String(PART), ...(this.#cursor === null ? {} : { cursor: this.#cursor }) });
    const { items, next_cursor: cursor, total } = await fetchJson<Part>(`${this.url}?${query}`);
    this.items.push(...items);
    this.#cursor = cursor;
    this.total = total ?? this.items.length;
  }
}

const AROUND = { before: 64, after: 96 };

/** What is on the page or in the browser's caches, chapter by chapter; what it has not is passed over. */
async function* kept(book: Book, progress: Progress, query: string, shown: Document[]): AsyncGenerator<Passage> {
  const words = spaced(query).text;
  for (const [section, { href, type }] of book.sections.entries()) {
    const url = book.load(section);
    const doc = url === null ? null : (shown.find((open) => open.URL === url) ?? (await cached(url, type)));
    if (!doc) continue;
    const paragraphs = textOf(doc);
    const length = paragraphs.reduce((sum, text) => sum + text.length, 0);
    let before = 0;
    let nth = 0;
    for (const text of paragraphs) {
      const { text: folded, from, to } = spaced(text);
      for (const at of matches(folded, words)) {
        const [start, end] = [from[at] ?? 0, to[at + words.length - 1] ?? 0];
        const progression = (before + start) / Math.max(1, length);
        yield {
          section,
          nth: nth++,
          chapter: null,
          locator: {
            href,
            locations: { progression, totalProgression: progress.total({ index: section, fraction: progression }) },
            text: { before: text.slice(Math.max(0, start - AROUND.before), start), highlight: text.slice(start, end), after: text.slice(end, end + AROUND.after) },
          },
        };
      }
      before += text.length;
    }
  }
}

async function cached(url: string, type: string): Promise<Document | null> {
  try {
    const response = await fetch(url, { cache: "force-cache" });
    return response.ok ? new DOMParser().parseFromString(await response.text(), type as DOMParserSupportedType) : null;
  } catch {
    return null;
  }
}
