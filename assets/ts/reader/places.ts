/**
 * Where a reader stopped, per book and format. There are no accounts yet, so the places live in
 * this browser; the server's progress route becomes a second `Places` when there are.
 */

/** A place in a book, in the form of Readium's locator with the CFI inside. */
export interface Locator {
  v: 1;
  version: string;
  href: string;
  type: string;
  locations: {
    cfi?: string;
    page?: number;
    /** How far into the section (0–1), at the end of what was visible. */
    progression: number;
    /** How far into the section (0–1), where what was visible began: where to open again. */
    start?: number;
    totalProgression: number;
  };
  text?: { highlight: string };
}

export interface Places {
  load(): Promise<Locator | null>;
  save(place: Locator): void;
}

export class LocalPlaces implements Places {
  readonly #key: string;

  constructor(book: number, format: "epub" | "pdf") {
    this.#key = `reader-place-${format}-${book}`;
  }

  load(): Promise<Locator | null> {
    return Promise.resolve(read<Locator>(this.#key, (value) => value.v === 1 && typeof value.href === "string"));
  }

  save(place: Locator): void {
    write(this.#key, { ...place, read_at: new Date().toISOString() });
  }
}

/** A value kept in this browser; null where storage is closed, empty or holds something else. */
export function read<T>(key: string, valid: (value: T) => boolean): T | null {
  try {
    const value = JSON.parse(localStorage.getItem(key) ?? "null") as T | null;
    return value && valid(value) ? value : null;
  } catch {
    return null;
  }
}

export function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage may be full or forbidden: reading goes on, only the place is not kept.
  }
}
