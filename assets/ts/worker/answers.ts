/** How each kind of request is answered, with a connection and without one. An error of the server is an error, and is shown. */
import { cacheOf, fact, setFact } from "../offline/books.ts";
import { bookPart, canonical, readerPage, readerPath, type BookPart } from "./addresses.ts";
import { opened } from "./keeping.ts";
import { serveBlob } from "./ranges.ts";
import { isInert } from "./saving.ts";
import type { FetchEvent } from "./scope.ts";
import { keepSeen, seen, SEEN_CACHE } from "./seen.ts";
import { asset, standIn } from "./shell.ts";

/** Pages that are kept and asked for under their own address. */
const KEPT_PAGE = /^\/\w\w\/(offline|account\/downloads|install)$/;
const LIBRARY = /^\/\w\w\/library$/;

/** Answers what is ours to answer; everything else goes its way as if there were no worker. */
export function answer(event: FetchEvent): void {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin || !["GET", "HEAD"].includes(request.method)) return;
  const part = bookPart(url);
  if (part) return event.respondWith(partOfBook(request, url, part));
  if (request.method !== "GET") return;
  if (url.pathname.startsWith("/assets/")) return event.respondWith(asset(request));
  if (request.mode === "navigate") return event.respondWith(page(event, url));
  if (request.destination === "image") return event.respondWith(picture(event));
}

/** The network first: only where nobody answers is something else shown. */
async function page(event: FetchEvent, url: URL): Promise<Response> {
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    // Before the page begins to read it.
    event.waitUntil(remember(url, keepSeen(url, response)));
    return response;
  } catch {
    return withoutNetwork(url);
  }
}

async function remember(url: URL, keeping: Promise<void>): Promise<void> {
  const locale = localeOf(url);
  if (locale && locale !== (await fact("locale"))) await setFact("locale", locale);
  await keeping;
}

const localeOf = ({ pathname }: URL): string | undefined => /^\/(en|fr|ar)(?:\/|$)/.exec(pathname)?.[1];

async function withoutNetwork(url: URL): Promise<Response> {
  const locale = localeOf(url) ?? (await fact("locale").catch(() => undefined)) ?? "fr";
  if (url.pathname === "/") return Response.redirect(`/${locale}/library`, 302);
  const reader = readerPage(url);
  const book = reader && (await opened(reader.book, reader.format));
  if (book) {
    const cache = await caches.open(cacheOf(book));
    const kept = await cache.match(readerPath(locale, book.book, book.format), { ignoreVary: true });
    if (kept) return kept;
  }
  return (await seen(url)) ?? standIn(KEPT_PAGE.test(url.pathname) ? url.pathname : `/${locale}/offline`);
}

/**
 * Resources of a version never change, so those that are here are the answer. The manifest and a PDF are asked for first, since
 * there may be another version.
 */
async function partOfBook(request: Request, url: URL, part: BookPart): Promise<Response> {
  if (part.part === "resource" && request.cache !== "reload") {
    const kept = await keptResource(url, part);
    if (kept) return request.method === "HEAD" ? new Response(null, { status: 200, headers: kept.headers }) : kept;
  }
  try {
    return await fetch(request);
  } catch (error) {
    const book = part.part === "resource" ? null : await opened(part.book, part.format);
    const kept = book && (await (await caches.open(cacheOf(book))).match(canonical(request.url), { ignoreVary: true }));
    if (!kept) throw error;
    return part.part === "file" ? serveBlob(request, kept) : kept;
  }
}

async function keptResource(url: URL, { book, format, version }: BookPart): Promise<Response | undefined> {
  const cacheName = `book:${book}:${format}:${version}`;
  const kept = await caches.match(canonical(url.href), { cacheName, ignoreVary: true });
  return kept && isInert(kept) ? kept : undefined;
}

/** Covers of the library and of books on the device. */
async function picture(event: FetchEvent): Promise<Response> {
  const { request } = event;
  try {
    const response = await fetch(request);
    if (response.status === 200 && LIBRARY.test(pathOf(request.referrer))) {
      const copy = response.clone();
      event.waitUntil(caches.open(SEEN_CACHE).then((cache) => cache.put(request.url, copy)).catch(() => {}));
    }
    return response;
  } catch (error) {
    const kept = await caches.match(request.url, { ignoreVary: true });
    if (!kept) throw error;
    return kept;
  }
}

function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname : "";
}
