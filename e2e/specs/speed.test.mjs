// The first text of a long book on a slow line: 10 Mbit/s and 40 ms each way and back.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, newPage } from "../lib/browser.mjs";
import { bookNamed, readPath } from "../lib/books.mjs";
import { LONG_TITLE } from "../lib/epub.mjs";

after(closeBrowser);

const LINE = { offline: false, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8, latency: 40 };
const MOST_MS = 1000;
const MOST_BOOK_BYTES = 300_000;

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

test("a book of two hundred chapters shows its first text within a second and fetches little of itself", async (t) => {
  const book = await bookNamed(LONG_TITLE);
  await measure(book); // The server's and the browser's own first time is not the reader's.
  const runs = [];
  for (let run = 0; run < 5; run += 1) runs.push(await measure(book));
  // Whatever else the machine does only ever adds to the time, so the best run says most about the program.
  const { ms, bookBytes, allBytes } = runs.sort((a, b) => a.ms - b.ms)[0];
  t.diagnostic(`${book.title}: first text after ${ms} ms, ${bookBytes} bytes of book, ${allBytes} in all`);
  assert.ok(ms <= MOST_MS, `${ms} ms`);
  assert.ok(bookBytes <= MOST_BOOK_BYTES, `${bookBytes} bytes of book`);
});
