/**
 * Pages as they were seen last: the library, and what there is to read of a book in the shop, its own page and what is said about
 * it. Each says when that was, so that the page can tell; a reader's own are gone with their books.
 */

export const SEEN_CACHE = "library";

// A page of a book may be written with any words behind its number.
const KEPT = /^\/(\w\w)\/(?:(library)|book\/(\d+)(?:-[^/]*)?(\/comments)?)$/;
const MOST = 60;

/** By which a page is kept; nothing where it is not. Only what is listed without a choice is: there are many of the others. */
function nameOf({ pathname, search }: URL): string | null {
  const [, locale, library, book, talk = ""] = KEPT.exec(pathname) ?? [];
  if (!locale || search !== "") return null;
  return library ? `/${locale}/library` : `/${locale}/book/${book}${talk}`;
}

/** Keeps a page that came from the shop. It is read at once, before anybody else reads it. */
export async function keepSeen(url: URL, response: Response): Promise<void> {
  const name = nameOf(url);
  const isPage = response.status === 200 && response.headers.get("content-type")?.startsWith("text/html");
  // A page that the shop lets nobody keep is not kept.
  if (!name || !isPage || response.headers.get("cache-control")?.includes("no-store")) return;
  const copy = response.clone();
  const html = (await copy.text()).replace("<head>", `<head><meta name="seen" content="${new Date().toISOString()}">`);
  const headers = new Headers(copy.headers);
  // They are of the bytes as they came.
  for (const header of ["content-encoding", "content-length"]) headers.delete(header);
  const cache = await caches.open(SEEN_CACHE);
  // The latest stand last.
  await cache.delete(name);
  await cache.put(name, new Response(html, { headers }));
  const pages = (await cache.keys()).filter(({ url: address }) => KEPT.test(new URL(address).pathname) && !address.endsWith("/library"));
  await Promise.all(pages.slice(0, Math.max(0, pages.length - MOST)).map((old) => cache.delete(old)));
}

/** A page as it was seen last, where it was. */
export async function seen(url: URL): Promise<Response | undefined> {
  const name = nameOf(url);
  return name === null ? undefined : caches.match(name, { cacheName: SEEN_CACHE, ignoreVary: true });
}

/** Fetches what there is to read about a book that is put on the device. Where that cannot be had, the book is there all the same. */
export async function keepTalk(book: number, locale: string): Promise<void> {
  for (const path of [`/${locale}/book/${book}`, `/${locale}/book/${book}/comments`]) {
    const response = await fetch(path, { headers: { accept: "text/html" } }).catch(() => null);
    if (response) await keepSeen(new URL(path, location.origin), response);
  }
}
