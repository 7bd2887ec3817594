/**
 * Puts a book on the device: its pages in the reader, its manifest, and all that it is made of, each answer only with the
 * content policy that keeps it inert. What is there already of the same version is not fetched again.
 */
import { cacheOf, dropBook, findBook, keyOf, putBook, type Format, type SavedBook } from "../offline/books.ts";
import type { Trouble } from "../offline/words.ts";
import { canonical, readerPath } from "./addresses.ts";
import { tell } from "./news.ts";
import { keepReaders, VERSION } from "./shell.ts";

/** What the server says that a device has to fetch. */
interface Copy extends Pick<SavedBook, "version" | "format" | "title" | "language" | "authors" | "cover" | "bytes" | "reader"> {
  resources: { url: string; bytes: number }[];
}

const LOCALES = ["en", "fr", "ar"];
const AT_ONCE = 6;
/** Progress is told so often at most. */
const TELL_EVERY_MS = 100;

class Refusal extends Error {
  constructor(
    readonly trouble: Trouble,
    readonly bytes = 0,
  ) {
    super(trouble);
  }
}

const running = new Map<string, AbortController>();

export const isSaving = (key: string): boolean => running.has(key);

/** Ends the saving of a book; what is there of it stays for the next time. */
export function stop(key: string): void {
  running.get(key)?.abort();
}

export async function save(book: number, format: Format): Promise<void> {
  const key = keyOf(book, format);
  if (running.has(key)) return;
  const control = new AbortController();
  running.set(key, control);
  try {
    await fetchAll(book, format, control.signal);
  } catch (error) {
    if (!control.signal.aborted) await fail(key, error);
  } finally {
    running.delete(key);
    tell({ news: "changed", key });
  }
}

async function fail(key: string, error: unknown): Promise<void> {
  const { trouble, bytes } = refusalOf(error);
  const saved = await findBook(key).catch(() => undefined);
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  if (saved && saved.state !== "saved" && (trouble === "quota" || trouble === "refused")) {
    await caches.delete(cacheOf(saved));
    await dropBook(key);
  }
  tell({ news: "trouble", key, trouble, bytes: bytes || (saved?.bytes ?? 0), free: Math.max(0, quota - usage) });
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
  // `fetch` rejects with a TypeError where nobody answers, and with nothing else.
  return new Refusal(isFull ? "quota" : error instanceof TypeError ? "no-connection" : "failed");
}

async function fetchAll(book: number, format: Format, signal: AbortSignal): Promise<void> {
  const key = keyOf(book, format);
  const copy = (await (await ask(`/api/v1/books/${book}/offline?format=${format}`, signal)).json()) as Copy;
  const before = await findBook(key);
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
  if (copy.bytes > quota - usage) throw new Refusal("quota", copy.bytes);

  const { version, title, language, authors, cover, bytes, reader } = copy;
  const now = Date.now();
  const entry: SavedBook = {
    ...{ key, book, format, version, title, language, authors, cover, bytes, reader },
    ...{ entries: 0, state: "saving", shell: VERSION, confirmedAt: now, seenAt: now },
  };
  // A version that is there stays what opens until the new one is whole.
  const isUpdate = before?.state === "saved" && before.version !== version;
  if (!isUpdate) await putBook(entry);

  const cache = await caches.open(cacheOf(entry));
  const progress = new Progress(key, copy.bytes);
  await keepPages(cache, entry, signal);
  await fetchEach(copy.resources, async (resource) => {
    await keepResource(cache, resource.url, entry.format, signal, (more) => progress.add(more));
  }, signal);
  const entries = (await cache.keys()).length;
  await putBook({ ...entry, entries, state: "saved" });
}

/** The book's page in each language of the shop, its manifest and its cover: whatever opens it without a connection. */
export async function keepPages(cache: Cache, { book, format, cover }: SavedBook, signal?: AbortSignal): Promise<void> {
  const named: string[] = [];
  for (const locale of LOCALES) {
    const path = readerPath(locale, book, format);
    const page = await ask(path, signal, "text/html");
    const policy = page.headers.get("content-security-policy") ?? "";
    if (page.redirected || !policy.includes("script-src 'nonce-")) throw new Refusal("refused");
    const html = await page.clone().text();
    named.push(...[...html.matchAll(/(?:src|href)="(\/assets\/[^"#]+)/g)].map(([, url = ""]) => url));
    await cache.put(path, page);
  }
  await keepReaders(named);
  const manifest = `/api/v1/books/${book}/manifest?format=${format}`;
  await cache.put(manifest, await ask(manifest, signal));
  const picture = await ask(cover, signal, "image/*").catch(() => null);
  // A book without its cover can be read.
  if (picture) await cache.put(cover, picture);
}

async function keepResource(cache: Cache, url: string, format: Format, signal: AbortSignal, more: (bytes: number) => void): Promise<void> {
  const known = await cache.match(canonical(url), { ignoreVary: true });
  if (known) return more((await known.blob()).size);
  const response = await ask(url, signal, "*/*");
  if (format === "epub" && !isInert(response)) throw new Refusal("failed");
  await cache.put(canonical(url), counted(response, more));
}

/** Whether nothing in a resource of a book can run: its policy says so. */
export function isInert(response: Response): boolean {
  const policy = response.headers.get("content-security-policy") ?? "";
  return policy.includes("script-src 'none'") && policy.includes("sandbox ") && policy.includes("default-src 'none'");
}

/** The same answer, whose bytes are counted as they come. */
function counted(response: Response, more: (bytes: number) => void): Response {
  const headers = new Headers(response.headers);
  // The bytes are decoded already.
  headers.delete("content-encoding");
  headers.delete("content-length");
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      more(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body?.pipeThrough(count) ?? null, { status: response.status, headers });
}

async function ask(url: string, signal?: AbortSignal, accept = "application/json"): Promise<Response> {
  const response = await fetch(url, { headers: { accept }, cache: "no-cache", ...(signal ? { signal } : {}) });
  if (response.status === 200) return response;
  throw new Refusal([401, 403, 404].includes(response.status) ? "refused" : "failed");
}

/** A few at a time; the first that fails ends all. */
async function fetchEach<T>(items: T[], act: (item: T) => Promise<void>, signal: AbortSignal): Promise<void> {
  const waiting = items.values();
  const work = async (): Promise<void> => {
    for (const item of waiting) {
      signal.throwIfAborted();
      await act(item);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

class Progress {
  #done = 0;
  #told = 0;

  constructor(
    readonly key: string,
    readonly bytes: number,
  ) {
    tell({ news: "saving", key, done: 0, bytes });
  }

  add(more: number): void {
    this.#done += more;
    const now = Date.now();
    if (now - this.#told < TELL_EVERY_MS) return;
    this.#told = now;
    tell({ news: "saving", key: this.key, done: Math.min(this.#done, this.bytes), bytes: this.bytes });
  }
}
