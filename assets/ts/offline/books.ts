/** The books that this device keeps, as the service worker and the pages both know them: one database for both. */

export type Format = "epub" | "pdf";

export interface SavedBook {
  /** `7:epub`. */
  key: string;
  book: number;
  format: Format;
  version: string;
  title: string;
  language: string;
  authors: string[];
  cover: string;
  bytes: number;
  /** How many answers its cache must have. */
  entries: number;
  /** `saving` until all is there, `incomplete` where the browser took some of it away. */
  state: "saving" | "saved" | "incomplete";
  /** Whose copy it is. */
  reader: number;
  /** The release of the worker with which its pages were fetched: its scripts are kept as long. */
  shell: string;
  /** Times by this device's clock: when the server last said that it may be read, and the latest time that was seen. */
  confirmedAt: number;
  seenAt: number;
}

const NAME = "warraq-offline";
const DAY_MS = 86_400_000;
/** A book that the server did not confirm for so long opens no more until it does. */
export const LEASE_MS = 30 * DAY_MS;
/** Clocks are put right by minutes; what goes back by more was turned back. */
const CLOCK_TOLERANCE_MS = 2 * 3_600_000;

export const keyOf = (book: number, format: Format): string => `${book}:${format}`;
export const cacheOf = ({ book, format, version }: Pick<SavedBook, "book" | "format" | "version">): string => `book:${book}:${format}:${version}`;

/** Whether a book needs a connection before it opens again. */
export function isLapsed({ confirmedAt, seenAt }: SavedBook, now: number): boolean {
  return now - confirmedAt > LEASE_MS || now < Math.max(confirmedAt, seenAt) - CLOCK_TOLERANCE_MS;
}

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((opened, failed) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("books", { keyPath: "key" });
      request.result.createObjectStore("facts");
    };
    request.onsuccess = () => {
      // Whoever signs out deletes it: nobody may hold it open then.
      request.result.onversionchange = () => {
        request.result.close();
        opening = undefined;
      };
      request.result.onclose = () => (opening = undefined);
      opened(request.result);
    };
    request.onerror = () => {
      opening = undefined;
      failed(request.error);
    };
  });
  return opening;
}

async function run<T>(store: "books" | "facts", mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise((done, failed) => {
    const transaction = database.transaction(store, mode);
    const request = act(transaction.objectStore(store));
    transaction.oncomplete = () => done(request.result);
    transaction.onabort = transaction.onerror = () => failed(transaction.error);
  });
}

export const allBooks = (): Promise<SavedBook[]> => run("books", "readonly", (store) => store.getAll() as IDBRequest<SavedBook[]>);
export const findBook = (key: string): Promise<SavedBook | undefined> => run("books", "readonly", (store) => store.get(key) as IDBRequest<SavedBook | undefined>);
export const putBook = (book: SavedBook): Promise<unknown> => run("books", "readwrite", (store) => store.put(book));
export const dropBook = (key: string): Promise<unknown> => run("books", "readwrite", (store) => store.delete(key));

export interface Facts {
  /** Who was signed in last. */
  reader: number;
  /** The language of the page that was seen last. */
  locale: string;
  /** When the server was last asked which books may be read. */
  askedAt: number;
}

export const fact = <K extends keyof Facts>(name: K): Promise<Facts[K] | undefined> => run("facts", "readonly", (store) => store.get(name) as IDBRequest<Facts[K] | undefined>);
export const setFact = <K extends keyof Facts>(name: K, value: Facts[K]): Promise<unknown> => run("facts", "readwrite", (store) => store.put(value, name));

/** Forgets all: books and facts. */
export async function forgetBooks(): Promise<void> {
  await run("books", "readwrite", (store) => store.clear());
  await run("facts", "readwrite", (store) => store.clear());
}
