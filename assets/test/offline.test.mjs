// What the service worker decides by itself: which address is what, which bytes of a file, and until when a book opens.
import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";

globalThis.location = new URL("https://shop.example/sw.js");

async function load(path) {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, format: "esm", write: false, logLevel: "error" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

const { part } = await load("assets/ts/worker/ranges.ts");
const { bookPart, canonical, readerPage } = await load("assets/ts/worker/addresses.ts");
const { isLapsed, LEASE_MS } = await load("assets/ts/offline/books.ts");

test("a part of a file is what RFC 9110 says it is", () => {
  for (const [header, expected] of [
    [null, undefined],
    ["bytes=0-0", [0, 0]],
    ["bytes=10-19", [10, 19]],
    ["bytes=90-", [90, 99]],
    ["bytes=90-500", [90, 99]],
    ["bytes=-10", [90, 99]],
    ["bytes=-500", [0, 99]],
    ["bytes=-0", null],
    ["bytes=100-", null],
    ["bytes=20-10", undefined],
    ["bytes=0-1,5-6", undefined],
    ["pages=1-2", undefined],
  ]) {
    assert.deepEqual(part(header, 100), expected, String(header));
  }
  assert.equal(part("bytes=0-", 0), null);
});

test("addresses that mean the same are one", () => {
  const base = "/api/v1/books/7/resources/v/OPS/";
  for (const [one, other] of [["caf%C3%A9.xhtml", "café.xhtml"], ["a%20b.xhtml#x", "a b.xhtml"], ["a(1).css", "a%281%29.css"]]) {
    assert.equal(canonical(`https://shop.example${base}${one}`), canonical(`${base}${other}`));
  }
  assert.notEqual(canonical("/a%2Fb"), canonical("/a/b"), "a slash in a name is none between names");
  assert.equal(canonical("/%E0%A4%A"), "/%E0%A4%A", "what cannot be read stays");
});

test("only what a reader asks for of a book is taken for a part of it", () => {
  const at = (path) => bookPart(new URL(path, location.href));
  assert.deepEqual(at("/api/v1/books/7/manifest?format=pdf"), { book: 7, part: "manifest", format: "pdf", version: null });
  assert.deepEqual(at("/api/v1/books/7/resources/ab12/OPS/x.xhtml"), { book: 7, part: "resource", format: "epub", version: "ab12" });
  assert.deepEqual(at("/api/v1/books/7/files/pdf?use=reading"), { book: 7, part: "file", format: "pdf", version: null });
  for (const path of ["/api/v1/books/7/files/pdf", "/api/v1/books/7/files/epub", "/api/v1/books/7/progress", "/api/v1/me/sync", "/api/v1/books/7/resources/ab12/"]) {
    assert.equal(at(path), null, path);
  }
});

test("a book's page in the reader is known by its address", () => {
  const at = (path) => readerPage(new URL(path, location.href));
  assert.deepEqual(at("/ar/read/7"), { locale: "ar", book: 7, format: null });
  assert.deepEqual(at("/fr/read/7?format=pdf#page=3"), { locale: "fr", book: 7, format: "pdf" });
  assert.equal(at("/fr/read/7/ch/1"), null);
  assert.equal(at("/fr/book/7-x/sample"), null);
});

test("a book opens for 30 days after it was confirmed, by a clock that goes forward", () => {
  const then = Date.UTC(2026, 10, 1);
  const book = { confirmedAt: then, seenAt: then + 1000 };
  const hour = 3_600_000;
  for (const [now, lapsed] of [[then, false], [then + LEASE_MS, false], [then + LEASE_MS + 1, true], [then - hour, false], [then - 3 * hour, true]]) {
    assert.equal(isLapsed(book, now), lapsed, String(now - then));
  }
  assert.ok(isLapsed({ confirmedAt: then, seenAt: then + 10 * hour }, then + 5 * hour), "later was seen");
});
