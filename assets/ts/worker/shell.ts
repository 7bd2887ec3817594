/**
 * The shell: what every page is made of, and the pages that stand in for others. It belongs to one release of the worker,
 * and goes when no page and no saved book needs that release any more.
 */
import { pages, reader, shell, version } from "warraq:shell";
import { allBooks } from "../offline/books.ts";
import { scope } from "./scope.ts";

export const VERSION: string = version;
const PREFIX = "shell:";
const CURRENT = PREFIX + VERSION;

/** Fetches all that a release needs. Pages are asked for as a visitor, so that nothing of a reader is in them. */
export async function install(): Promise<void> {
  const cache = await caches.open(CURRENT);
  const hasBooks = (await allBooks().catch(() => [])).length > 0;
  await cache.addAll([...shell, ...(hasBooks ? reader : [])]);
  await Promise.all(pages.map((page) => keepPage(cache, page)));
}

async function keepPage(cache: Cache, page: string): Promise<void> {
  const response = await fetch(page, { credentials: "omit", cache: "no-cache" });
  if (response.status !== 200 || response.redirected) throw new Error(`${page}: ${response.status}`);
  await cache.put(page, response);
}

/** What only the readers need, once there is a book to read: and what the page of that book names. */
export async function keepReaders(named: string[]): Promise<void> {
  const cache = await caches.open(CURRENT);
  const missing: string[] = [];
  for (const url of new Set([...reader, ...named])) if (!(await cache.match(url))) missing.push(url);
  await cache.addAll(missing);
}

/** One of the pages that stand in for others. */
export async function standIn(page: string): Promise<Response> {
  const kept = (await (await caches.open(CURRENT)).match(page)) ?? (await caches.match(page));
  return kept ?? Response.error();
}

/** A file whose address names its content: from here if it is here, and from then on. */
export async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request.url, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.status === 200) {
    const cache = await caches.open(CURRENT);
    // Where there is no room for it, it is fetched again the next time.
    await cache.put(request.url, response.clone()).catch(() => {});
  }
  return response;
}

/** Removes the shells of other releases, but those that a saved book or an open reader may still ask for. */
export async function sweep(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CURRENT);
  if (old.length === 0) return;
  const open = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.some(({ url }) => /\/(read\/\d+|sample)(?:[?#]|$)/.test(url))) return;
  const needed = new Set((await allBooks()).map(({ shell: release }) => PREFIX + release));
  await Promise.all(old.filter((name) => !needed.has(name)).map((name) => caches.delete(name)));
}
