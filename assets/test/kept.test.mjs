// Where a book opens and what is offered, and how words are found again: without a browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";

globalThis.location = new URL("http://shop.test/en/read/7");

async function load(path) {
  const { outputFiles } = await build({ entryPoints: [`assets/ts/reader/${path}`], bundle: true, format: "esm", write: false, logLevel: "error" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

const { opening } = await load("kept/opening.ts");

const place = (total, type = "application/xhtml+xml") => ({ v: 1, version: "a", href: "one", type, locations: { progression: total, totalProgression: total } });
const own = (total, at = "2026-11-26T10:00:00.000Z") => ({ locator: place(total), read_at: at });
const told = (total, device, more = {}) => ({
  percent: total * 100, locator: place(total), page: 1, updated_at: "2026-11-26T11:00:00.000Z", device: { id: device, name: "Phone" }, started_at: null, finished_at: null, elsewhere: null, ...more,
});
const elsewhere = (total) => ({ percent: total * 100, page: 1, locator: place(total), read_at: "2026-11-26T09:00:00.000Z", device: { id: "desk", name: "Desk" } });
const about = { device: "me", format: "epub", isOpen: false, isOld: false };
const totalOf = ({ place: shown }) => shown?.locations.totalProgression ?? null;

test("a book opens where it was read last, on whichever device", () => {
  assert.equal(totalOf(opening(null, null, about)), null);
  assert.equal(totalOf(opening(own(0.2), null, about)), 0.2);
  assert.equal(totalOf(opening(own(0.2), told(0.2, "me"), about)), 0.2);
  assert.equal(totalOf(opening(own(0.2), told(0.6, "phone"), about)), 0.6);
  assert.equal(totalOf(opening(null, told(0.6, "phone"), about)), 0.6);
});

test("a place in the other format is no place in this one", () => {
  const pdf = told(0.6, "phone", { locator: place(0.6, "application/pdf"), elsewhere: { ...elsewhere(0.9), locator: place(0.9, "application/pdf") } });
  assert.deepEqual(opening(own(0.2), pdf, about), { place: own(0.2).locator, offer: null });
});

test("what is further on is offered, wherever it is, and what is not is not", () => {
  assert.equal(opening(own(0.2), told(0.2, "me", { elsewhere: elsewhere(0.62) }), about).offer.kind, "elsewhere");
  assert.equal(opening(own(0.7), told(0.3, "phone"), about).offer.kind, "here");
  assert.equal(opening(own(0.2), told(0.2, "me", { elsewhere: elsewhere(0.201) }), about).offer, null);
  assert.equal(opening(own(0.3), told(0.6, "phone"), about).offer, null);
});

test("once a book is open nothing moves the reader: what the server says late is offered", () => {
  const late = opening(own(0.2), told(0.6, "phone"), { ...about, isOpen: true });
  assert.deepEqual([totalOf(late), late.offer.kind, late.offer.percent, late.offer.device], [0.2, "elsewhere", 60, "Phone"]);
});

test("without a connection what was read here since counts, and what was heard before where it is later", () => {
  const old = { ...about, isOld: true };
  assert.equal(totalOf(opening(own(0.3, "2026-11-26T12:00:00.000Z"), told(0.6, "phone"), old)), 0.3);
  assert.equal(totalOf(opening(own(0.3, "2026-11-26T08:00:00.000Z"), told(0.6, "phone"), old)), 0.6);
});

test("a book that was finished can be begun anew from its end", () => {
  const done = { finished_at: "2026-11-20T10:00:00.000Z" };
  assert.equal(opening(own(1), told(1, "me", done), about).offer.kind, "finished");
  assert.equal(opening(own(0.4), told(0.4, "me", done), about).offer, null);
});

test("halves of letters that a cut left are taken off words", async () => {
  const { whole } = await load("epub/quotes.ts");
  assert.equal(whole("a\n  b \ud83d"), "a b ");
  assert.equal(whole("\ude00 c 😀"), " c 😀");
});
