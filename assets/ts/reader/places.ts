/** Where a reader stopped: what both readers need of it, and how it is kept for who is not signed in. */
import type { Format, Locator, Place } from "../sync/kinds.ts";

export type { Locator } from "../sync/kinds.ts";

/** A place that is offered and never taken by itself. */
export interface Offer {
  /** Further on on another device, further on on this one, or the end of a book that was finished. */
  kind: "elsewhere" | "here" | "finished";
  locator: Locator | null;
  percent: number;
  /** What the other device is called; may be empty. */
  device: string;
  /** When it was read, or finished. */
  at: string;
  /** By it a declined offer is known again. */
  id: string;
}

export interface Places {
  /** Where to open. */
  load(): Promise<Locator | null>;
  /** A place is on show. */
  save(place: Locator): void;
  /** The reader does something: what is on show from now on is being read. */
  stir(): void;
  /** Called with what is to be offered, perhaps long after the book was opened. */
  onOffer(show: (offer: Offer) => void): void;
  /** What came of an offer. */
  answer(offer: Offer, taken: boolean): void;
  /** Places to go back to, the latest first; null where nobody keeps them, or they cannot be had now. */
  history(): Promise<Place[] | null>;
  readonly hasHistory: boolean;
}

export class LocalPlaces implements Places {
  readonly #key: string;
  readonly hasHistory = false;

  constructor(book: number, format: Format) {
    this.#key = placeKey(book, format);
  }

  load(): Promise<Locator | null> {
    return Promise.resolve(read<Locator>(this.#key, isLocator));
  }

  save(place: Locator): void {
    write(this.#key, { ...place, read_at: new Date().toISOString() });
  }

  stir(): void {}

  onOffer(): void {}

  answer(): void {}

  history(): Promise<null> {
    return Promise.resolve(null);
  }
}

const placeKey = (book: number, format: Format): string => `reader-place-${format}-${book}`;
const isLocator = (value: Locator): boolean => value.v === 1 && typeof value.href === "string";

/** The place that this browser kept before its reader signed in; it is given once. */
export function takeLocalPlace(book: number, format: Format): { locator: Locator; read_at: string } | null {
  const key = placeKey(book, format);
  const kept = read<Locator & { read_at?: string }>(key, isLocator);
  forget(key);
  if (!kept) return null;
  const { read_at: at, ...locator } = kept;
  return { locator, read_at: at ?? new Date(0).toISOString() };
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

export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is closed: then nothing was kept either.
  }
}
