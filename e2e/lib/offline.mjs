// A device: a browser with the shop's service worker, of a reader who owns some books, whose connection can be cut.
import assert from "node:assert/strict";
import { pageOf, readPath } from "./books.mjs";
import { csrfOf, signedIn, verify } from "./people.mjs";

/** A page of somebody new who has these books in their library, when the service worker has taken over. */
export async function device(books, { locale = "fr", ...options } = {}) {
  const page = await signedIn({ locale, worker: true, ...options });
  await verify(page, page.person);
  const csrf = await csrfOf(page);
  for (const book of books) {
    const answer = await page.request.post(`/${locale}/book/${book.id}/claim`, { form: { csrf }, maxRedirects: 0 });
    assert.equal(answer.status(), 303);
  }
  page.locale = locale;
  await page.goto(`/${locale}/library`);
  await takenOver(page);
  // What the worker was too late for is seen now.
  await page.goto(`/${locale}/library`);
  return page;
}

export const takenOver = (page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

/** The button that keeps a book on the device, on the book's page. */
export const button = (book, format = "epub") => `.book__buy shop-offline[data-book="${book.id}"][data-format="${format}"]`;

export const inState = (page, selector, state) => page.waitForSelector(`${selector}[data-state="${state}"]`, { state: "attached", timeout: 30_000 });

/** Puts a book on the device by its button. */
export async function keep(page, book, format = "epub") {
  await page.goto(pageOf(book, page.locale));
  await inState(page, button(book, format), "none");
  await page.click(`${button(book, format)} button`);
  await inState(page, button(book, format), "saved");
}

export const cut = (page) => page.context().setOffline(true);
export const mend = (page) => page.context().setOffline(false);

/** What is kept of the books on this device. */
export const kept = (page) => inDatabase(page, "readonly", "getAll");

/** Waits until nothing is kept of any book: a database that is gone says so as well as an empty one. */
export async function forgotten(page) {
  for (const until = Date.now() + 15_000; Date.now() < until; ) {
    if ((await kept(page).catch(() => [])).length === 0) return;
    await page.waitForTimeout(100);
  }
  assert.fail("something is kept of a book");
}

/** Changes what is kept of a book: time that passed, parts that are gone. */
export async function change(page, key, changes) {
  const book = (await kept(page)).find((one) => one.key === key);
  await inDatabase(page, "readwrite", "put", { ...book, ...changes });
}

export function inDatabase(page, mode, act, ...values) {
  return page.evaluate(([mode, act, values]) => new Promise((done, failed) => {
    const opening = indexedDB.open("warraq-offline");
    opening.onerror = () => failed(opening.error);
    // Whoever looks must not make it.
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onsuccess = () => {
      const transaction = opening.result.transaction("books", mode);
      const request = transaction.objectStore("books")[act](...values);
      transaction.oncomplete = () => (opening.result.close(), done(request.result));
      transaction.onerror = () => failed(transaction.error);
    };
  }), [mode, act, values]);
}

/** The names of the browser's caches. */
export const cachesOf = (page) => page.evaluate(() => caches.keys());

export const open = (page, book, format = "epub") => page.goto(readPath(book, page.locale, format));
