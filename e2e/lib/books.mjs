// The shop's books as its API tells of them.
import { SHOP } from "./browser.mjs";

async function json(path) {
  const response = await fetch(SHOP + path, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Asked for once, also where two want them at the same time. */
let all;

/** Every published book, `{ id, slug, title, formats, language, … }`. */
export const books = () => (all ??= everyBook());

async function everyBook() {
  const found = [];
  for (let cursor = ""; ; ) {
    const list = await json(`/api/v1/books?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    found.push(...list.items);
    if (!list.next_cursor) return found;
    cursor = list.next_cursor;
  }
}

export async function bookNamed(part) {
  const found = (await books()).find(({ title }) => (part instanceof RegExp ? part.test(title) : title.includes(part)));
  if (!found) throw new Error(`the shop has no book named ${part}`);
  return found;
}

export const manifestOf = (book, format) => json(`/api/v1/books/${book.id}/manifest?format=${format}`);

export const pageOf = (book, locale = "fr") => `/${locale}/book/${book.id}-${book.slug}`;
export const readPath = (book, locale = "fr", format = "epub") => `/${locale}/read/${book.id}${format === "pdf" ? "?format=pdf" : ""}`;

export const hasFormat = (book, format) => book.formats.includes(format);
