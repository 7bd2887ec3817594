// Every book of the shop opens and turns its pages; with --all that is every file of the test data.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, IS_ALL, newPage } from "../lib/browser.mjs";
import { books, hasFormat, manifestOf } from "../lib/books.mjs";
import { openReader } from "../lib/reader.mjs";

after(closeBrowser);

const TURNS = 3;

const list = await books();
const readable = list.filter(({ formats }) => formats.length > 0);
// The demo's books are alike; a few stand for them unless everything is wanted.
const chosen = IS_ALL ? readable : readable.filter((_, index) => index % Math.ceil(readable.length / 12) === 0);

test("the shop has books to read", () => assert.ok(chosen.length > 0, `${list.length} books, none with a file`));

for (const format of ["epub", "pdf"]) {
  for (const book of chosen.filter((candidate) => hasFormat(candidate, format))) {
    test(`${format} ${book.id} opens and turns: ${book.title}`, async () => {
      const page = await newPage();
      try {
        const reader = await openReader(page, book, { format });
        const { direction } = await manifestOf(book, format);
        assert.equal(await reader.state(), "ready", await page.textContent("#reader-status"));
        for (let turn = 0; turn < TURNS; turn += 1) {
          const { isOver, percent } = await reader.place();
          if (isOver || (percent >= 99.99 && format === "pdf")) break;
          const before = await reader.place();
          const now = await reader.press(format === "epub" ? "PageDown" : direction === "rtl" ? "ArrowLeft" : "ArrowRight");
          assert.ok(now.isOver || JSON.stringify(now) !== JSON.stringify(before), `stuck at ${JSON.stringify(before)}`);
        }
        page.watch.clean(book.title);
      } finally {
        await page.done();
      }
    });
  }
}
