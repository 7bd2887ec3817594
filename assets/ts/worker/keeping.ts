/** Looks after the books that are on the device: whether they are whole, whether they may be read, whose they are. */
import { allBooks, cacheOf, dropBook, fact, forgetBooks, isLapsed, putBook, setFact, type Format, type SavedBook } from "../offline/books.ts";
import { tell } from "./news.ts";
import { isSaving, keepPages, save, stop } from "./saving.ts";
import { scope } from "./scope.ts";
import { SEEN_CACHE } from "./seen.ts";
import { sweep, VERSION } from "./shell.ts";

const DAY_MS = 86_400_000;

interface Leases {
  reader: number;
  books: { id: number; format: Format; version: string }[];
}

/** The book for a page or a part of one, where it is whole and may be read; else null. It remembers how late it is. */
export async function opened(book: number, format: Format | null): Promise<SavedBook | null> {
  const saved = (await allBooks()).filter((one) => one.book === book && (format === null || one.format === format));
  // Where the address names no format the shop opens the EPUB.
  const found = saved.sort((one, other) => one.format.localeCompare(other.format))[0];
  const now = Date.now();
  if (!found || found.state !== "saved" || isLapsed(found, now)) return null;
  if (!(await isWhole(found))) {
    await putBook({ ...found, state: "incomplete" });
    return null;
  }
  await putBook({ ...found, seenAt: Math.max(found.seenAt, now) });
  return found;
}

async function isWhole(book: SavedBook): Promise<boolean> {
  if (!(await caches.has(cacheOf(book)))) return false;
  return (await (await caches.open(cacheOf(book))).keys()).length >= book.entries;
}

export async function remove(book: SavedBook): Promise<void> {
  stop(book.key);
  await dropBook(book.key);
  const names = (await caches.keys()).filter((name) => name.startsWith(`book:${book.book}:${book.format}:`));
  await Promise.all(names.map((name) => caches.delete(name)));
  tell({ news: "changed", key: book.key });
}

export async function removeAll(): Promise<void> {
  for (const { key } of await allBooks()) stop(key);
  for (const book of await allBooks()) await remove(book);
  tell({ news: "wiped" });
}

/** Throws away all that a reader has here. */
export async function wipe(): Promise<void> {
  for (const { key } of await allBooks()) stop(key);
  const names = (await caches.keys()).filter((name) => name.startsWith("book:") || name === SEEN_CACHE);
  await Promise.all(names.map((name) => caches.delete(name)));
  await forgetBooks();
  tell({ news: "wiped" });
}

/** A page was opened, by whoever is signed in (0 for nobody); asks the server after the books when a visit begins, and daily. */
export async function visited(reader: number, isFirst: boolean): Promise<void> {
  const last = await fact("reader");
  if (reader !== 0 && last !== undefined && last !== reader) await wipe();
  if (reader !== 0 && last !== reader) await setFact("reader", reader);
  const books = await allBooks();
  for (const book of books) {
    if (book.state === "saved" && !(await isWhole(book))) await putBook({ ...book, state: "incomplete" }).then(() => tell({ news: "changed", key: book.key }));
  }
  const since = Math.abs(Date.now() - ((await fact("askedAt")) ?? 0));
  if (reader !== 0 && books.length > 0 && (isFirst || since > DAY_MS)) await confirm(books);
  await tidy();
  await sweep();
}

/** Asks which of the books may still be read, and in which version; wipes what was taken back. */
async function confirm(books: SavedBook[]): Promise<void> {
  const ids = [...new Set(books.map(({ book }) => book))].join();
  const answer = await fetch(`/api/v1/me/library/offline?ids=${ids}`, { headers: { accept: "application/json" }, cache: "no-store" }).catch(() => null);
  // Nobody answered, or nobody is signed in any more: nothing is confirmed, and nothing taken back.
  if (answer?.status !== 200) return;
  const leases = (await answer.json()) as Leases;
  await setFact("askedAt", Date.now());
  const takenBack: string[] = [];
  for (const book of books) {
    const lease = leases.books.find(({ id, format }) => id === book.book && format === book.format);
    if (!lease || book.reader !== leases.reader) {
      takenBack.push(book.title);
      await remove(book);
    } else {
      await renew(book, lease.version);
    }
  }
  if (takenBack.length > 0) tell({ news: "taken-back", titles: takenBack });
}

async function renew(book: SavedBook, version: string): Promise<void> {
  const now = Date.now();
  const wasLapsed = isLapsed(book, now);
  const renewed: SavedBook = { ...book, confirmedAt: now, seenAt: now };
  await putBook(renewed);
  if (wasLapsed) tell({ news: "changed", key: book.key });
  if (book.state !== "saved") return;
  if (version !== book.version) return save(book.book, book.format);
  if (book.shell !== VERSION) await refreshPages(renewed);
}

/** Pages of another release name its scripts: they are fetched anew, and the old ones serve until then. */
async function refreshPages(book: SavedBook): Promise<void> {
  try {
    await keepPages(await caches.open(cacheOf(book)), book);
    await putBook({ ...book, shell: VERSION });
  } catch (error) {
    console.info("pages of a book stay as they were", error);
  }
}

/** Removes what belongs to no book: old versions that nobody has open, what was left by a removal. */
async function tidy(): Promise<void> {
  const known = new Set((await allBooks()).map(cacheOf));
  const open = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const name of await caches.keys()) {
    const [kind, book, format = ""] = name.split(":");
    if (kind !== "book" || known.has(name) || isSaving(`${book}:${format}`)) continue;
    if (!open.some(({ url }) => new URL(url).pathname.endsWith(`/read/${book}`))) await caches.delete(name);
  }
}
