// The first text of a long book on a slow line: 10 Mbit/s and 40 ms each way and back.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, newPage } from "../lib/browser.mjs";
import { books, hasFormat, manifestOf, readPath } from "../lib/books.mjs";

after(closeBrowser);

const LINE = { offline: false, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8, latency: 40 };
const MOST_MS = 1000;
const MOST_BOOK_BYTES = 300_000;

/** The book of the most sections: a long one of the demo, or Moby-Dick. */
async function longest() {
  let best = { sections: 0 };
  for (const book of (await books()).filter((candidate) => hasFormat(candidate, "epub"))) {
    const manifest = await manifestOf(book, "epub").catch(() => null);
    if (manifest && manifest.layout === "reflowable" && manifest.sections.length > best.sections) best = { book, sections: manifest.sections.length };
  }
  return best;
}

async function measure(book) {
  const page = await newPage();
  try {
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", LINE);
    let bookBytes = 0;
    let allBytes = 0;
    const addresses = new Map();
    session.on("Network.responseReceived", ({ requestId, response }) => addresses.set(requestId, response.url));
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      allBytes += encodedDataLength;
      if (addresses.get(requestId)?.includes("/api/v1/books/")) bookBytes += encodedDataLength;
    });
    const started = performance.now();
    await page.goto(readPath(book), { waitUntil: "commit" });
    await page.waitForSelector('#reader-view[data-state="ready"]', { state: "attached" });
    const ms = Math.round(performance.now() - started);
    await page.waitForTimeout(1500);
    return { ms, bookBytes, allBytes };
  } finally {
    await page.done();
  }
}

test("the longest book shows its first text within a second and fetches little of itself", async (t) => {
  const { book, sections } = await longest();
  await measure(book); // The server's and the browser's own first time is not the reader's.
  const runs = [await measure(book), await measure(book), await measure(book)].sort((a, b) => a.ms - b.ms);
  const { ms, bookBytes, allBytes } = runs[1];
  t.diagnostic(`${book.title}, ${sections} sections: first text after ${ms} ms, ${bookBytes} bytes of book, ${allBytes} in all`);
  assert.ok(ms <= MOST_MS, `${ms} ms`);
  assert.ok(bookBytes <= MOST_BOOK_BYTES, `${bookBytes} bytes of book`);
});
