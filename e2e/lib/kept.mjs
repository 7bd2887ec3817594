// What an account keeps of a book, as the shop's API tells it, and words on the reader's page.
import assert from "node:assert/strict";
import { manifestOf } from "./books.mjs";
import { csrfOf } from "./people.mjs";

const PATIENCE_MS = 20_000;

/** Asks again until the answer is as it should be. */
export async function until(ask, isRight, what) {
  let last;
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await new Promise((done) => setTimeout(done, 150))) {
    last = await ask();
    if (isRight(last)) return last;
  }
  assert.fail(`${what}: ${JSON.stringify(last)}`);
}

const get = async (page, path) => (await page.request.get(`/api/v1${path}`)).json();

export const progressOf = (page, book) => get(page, `/books/${book.id}/progress`);
export const marksOf = async (page, book) => (await get(page, `/books/${book.id}/annotations?limit=100`)).items;

/** Has whoever is signed in read so much of an EPUB, from 0 to 1. */
export async function readTo(page, book, part) {
  const { sections } = await manifestOf(book, "epub");
  let left = part * sections.reduce((sum, { size }) => sum + size, 0);
  const section = sections.find(({ size }) => left <= size || ((left -= size), false));
  const locator = { href: section.href, type: section.type, locations: { progression: left / section.size } };
  const data = { locator, device: "a-spec", read_at: new Date().toISOString() };
  const answer = await page.request.put(`/api/v1/books/${book.id}/progress`, { data, headers: { "x-csrf-token": await csrfOf(page) } });
  assert.ok(answer.ok(), await answer.text());
  const { percent } = await progressOf(page, book);
  assert.ok(Math.abs(percent - part * 100) < 1, `${percent} % for ${part}`);
}

/** The server knows that the reader is where the page shows. */
export async function assertTold(page, book, reader) {
  const { percent } = await reader.rest();
  return until(() => progressOf(page, book), (told) => told.locator !== null && Math.abs(told.percent - percent) < 0.05, `told at ${percent}`);
}

/** Whether some words of the book are to be seen. */
export async function isSeen(reader, words) {
  const seen = await Promise.all(reader.documents().map((frame) => frame.evaluate((wanted) => {
    const squeezed = (text) => text.replace(/\s+/g, "");
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const letters = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) for (let at = 0; at < node.data.length; at += 1) if (/\S/.test(node.data[at])) letters.push([node, at]);
    const at = letters.map(([node, offset]) => node.data[offset]).join("").indexOf(squeezed(wanted));
    if (at < 0) return false;
    const range = document.createRange();
    range.setStart(...letters[at]);
    range.setEnd(letters[at][0], letters[at][1] + 1);
    const outer = frameElement.getBoundingClientRect();
    const { left, top, width } = range.getBoundingClientRect();
    const [x, y] = [outer.left + left, outer.top + top];
    return x >= -1 && x + width <= parent.innerWidth + 1 && y >= 0 && y <= parent.innerHeight;
  }, words).catch(() => false)));
  return seen.includes(true);
}

/** Where some text on the page is, so that a mouse can get at it: the first line of a paragraph that is to be seen. */
export function lineOnPage(reader) {
  return until(() => line(reader), (found) => found !== null, "no line of text is to be seen");
}

async function line(reader) {
  for (const frame of reader.documents()) {
    const found = await frame.evaluate(() => {
      const outer = frameElement.getBoundingClientRect();
      for (const paragraph of document.querySelectorAll("p")) {
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        const box = Array.from(range.getClientRects()).find(({ left, top, width, height }) => {
          const [x, y] = [outer.left + left, outer.top + top];
          return width > 150 && height > 8 && x >= 0 && x + width <= parent.innerWidth && y > 80 && y + height < parent.innerHeight - 140;
        });
        if (box) return { x: outer.left + box.left, y: outer.top + box.top + box.height / 2, width: box.width };
      }
      return null;
    }).catch(() => null);
    if (found) return found;
  }
  return null;
}

/** How many words are drawn in a colour. */
export async function drawn(reader, colour) {
  const counts = await Promise.all(reader.documents().map((frame) => frame.evaluate((name) => CSS.highlights.get(`reader-mark-${name}`)?.size ?? 0, colour).catch(() => 0)));
  return counts.reduce((sum, count) => sum + count, 0);
}
