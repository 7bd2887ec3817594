// The reader's arithmetic and rules that need no browser: bundled in memory, then asked.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { build } from "esbuild";

globalThis.location = new URL("http://shop.test/en/read/7");

async function load(path) {
  const { outputFiles } = await build({ entryPoints: [`assets/ts/reader/${path}`], bundle: true, format: "esm", write: false, logLevel: "error" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

const section = (href, size, more = {}) => ({ href, type: "application/xhtml+xml", size, linear: true, cfi: `/6/${href.length}`, spread: null, layout: null, locked: false, ...more });
const manifest = (sections, more = {}) => ({ base: "/api/v1/books/7/resources/v1/", layout: "reflowable", direction: "ltr", sections, toc: [], page_list: [], ...more });

const SECTIONS = [section("cover", 5000, { linear: false }), section("one", 1024), section("two", 3000), section("three", 0)];

test("the percentage weighs sections by their bytes and leaves out those off the reading order", async () => {
  const { Progress } = await load("epub/progress.ts");
  const progress = new Progress(manifest(SECTIONS));
  assert.equal(progress.total({ index: 0, fraction: 1 }), 0);
  assert.equal(progress.total({ index: 2, fraction: 0.5 }), (1024 + 1500) / 4024);
  assert.equal(progress.total({ index: 3, fraction: 1 }), 1);
});

test("every page leads back to itself", async () => {
  const { Progress } = await load("epub/progress.ts");
  const progress = new Progress(manifest(SECTIONS));
  assert.equal(progress.pages, 1 + 3 + 1);
  for (let page = 1; page <= progress.pages; page += 1) assert.equal(progress.page(progress.pointOfPage(page)), page);
  assert.deepEqual(progress.pointOfPage(99), { index: 3, fraction: 0 });
});

test("a book without a single byte is at nought per cent on page one", async () => {
  const { Progress } = await load("epub/progress.ts");
  const progress = new Progress(manifest([]));
  assert.equal(progress.total({ index: 0, fraction: 1 }), 0);
  assert.equal(progress.page({ index: 0, fraction: 1 }), 1);
});

test("a fixed section is one page however large it is", async () => {
  const { Progress } = await load("epub/progress.ts");
  assert.equal(new Progress(manifest([section("a", 90_000), section("b", 5)], { layout: "fixed" })).pages, 2);
});

test("runs part where the layout changes and pass over what is off the reading order", async () => {
  const { Book } = await load("epub/book.ts");
  const { runAround } = await load("epub/runs.ts");
  const fixed = { layout: "fixed" };
  const book = new Book(manifest([section("a", 1), section("b", 1, fixed), section("note", 1, { linear: false }), section("c", 1, fixed), section("d", 1, { locked: true })]));
  assert.deepEqual(runAround(book, 0).indices, [0]);
  assert.deepEqual(runAround(book, 3).indices, [1, 3]);
  assert.equal(runAround(book, 3).isFixed, true);
  assert.equal(book.onTheWay(4, 1), -1);
});

test("addresses lead to sections, also when they are written another way", async () => {
  const { Book } = await load("epub/book.ts");
  const book = new Book(manifest([section("OPS/a%20b.xhtml", 1), section("OPS/草枕.xhtml", 1), section("OPS/c.xhtml", 1, { locked: true })]));
  assert.equal(book.targetOf("OPS/a b.xhtml#x").index, 0);
  assert.equal(book.targetOf("http://shop.test/api/v1/books/7/resources/v1/OPS/%E8%8D%89%E6%9E%95.xhtml").index, 1);
  assert.equal(book.targetOf("OPS/none.xhtml"), null);
  assert.equal(book.load(2), null, "a locked section has no address");
});

test("only addresses that lead to people or pages are offered outside the book", async () => {
  const { outsideUrl } = await load("links.ts");
  for (const href of ["https://example.org/", "http://example.org/a", "mailto:leila@example.org"]) assert.ok(outsideUrl(href), href);
  for (const href of ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "blob:http://x/1", "tel:12", "#x", ""]) {
    assert.equal(outsideUrl(href), null, href);
  }
});

test("the browser and the server find the same words", async () => {
  const { matches, spaced } = await load("find/words.ts");
  for (const { text, query, found } of JSON.parse(await readFile("crates/search/passages.json", "utf8"))) {
    const { text: folded, from, to } = spaced(text);
    const words = spaced(query).text;
    const seen = Array.from(matches(folded, words), (at) => text.slice(from[at], to[at + words.length - 1]));
    assert.deepEqual(seen, found, `${query} in ${text}`);
  }
});

test("a share of the book leads to a place that is so far into it", async () => {
  const { Progress } = await load("epub/progress.ts");
  const progress = new Progress(manifest(SECTIONS));
  for (const share of [0, 0.1, 0.5, 0.999, 1]) assert.ok(Math.abs(progress.total(progress.pointOfShare(share)) - share) < 1e-9, String(share));
  assert.deepEqual(new Progress(manifest([])).pointOfShare(0.5), { index: 0, fraction: 0 });
});

test("what is left of the book is what is left of its chapter and all behind it", async () => {
  const { Progress } = await load("epub/progress.ts");
  const progress = new Progress(manifest(SECTIONS));
  assert.equal(progress.bytesLeftInBook({ index: 1, fraction: 0.5 }), 512 + 3000);
  assert.equal(progress.bytesLeftInBook({ index: 3, fraction: 1 }), 0);
});

test("percentages are read as people type them, and pages are none", async () => {
  globalThis.document ??= { documentElement: { getAttribute: () => null } };
  const { shareOf } = await load("contents.ts");
  for (const [typed, share] of [["42%", 0.42], [" 42 % ", 0.42], ["%42", 0.42], ["٤٢٪", 0.42], ["12,5 %", 0.125], ["100%", 1], ["42", null], ["xii", null], ["%", null]]) {
    assert.equal(shareOf(typed), share, typed);
  }
});

test("a long quotation ends with a whole word, in letters of any kind", async () => {
  const { shortened } = await load("marks/shortened.ts");
  const short = "Call me Ishmael.";
  assert.equal(shortened(short), short);
  for (const word of ["word, ", "كلمة، ", "𐤀𐤁𐤂𐤃 "]) {
    const shown = shortened(word.repeat(100));
    assert.ok([...shown].length <= 281 && [...shown].length > 270, shown);
    assert.ok(shown.endsWith(`${word.replace(/[,،]? $/, "")}…`), shown);
  }
  assert.equal([...shortened("𐤀".repeat(400))].length, 281, "where no word ends");
});
