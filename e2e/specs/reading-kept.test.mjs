// Places go from device to device: the same sentence, nothing taken by itself, nothing lost without a network.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { bookNamed } from "../lib/books.mjs";
import { assertFits, closeBrowser, DESK, newPage, PHONE, picture } from "../lib/browser.mjs";
import { assertTold, isSeen, marksOf, progressOf, until } from "../lib/kept.mjs";
import { register, signedIn, signIn } from "../lib/people.mjs";
import { openReader } from "../lib/reader.mjs";

after(closeBrowser);

/** The same reader on another device. */
async function otherDevice(page, options) {
  const other = await newPage(options);
  await signIn(other, page.person, options.locale);
  await other.request.get(`/${options.locale ?? "fr"}/`);
  return other;
}

const percentIs = (page, wanted) => page.waitForFunction((share) => Math.abs(Number(document.getElementById("reader-view").dataset.percent) - share) < 1.5, wanted);

async function goTo(page, reader, share) {
  // foliate passes over a place that it is told while it opens the first one.
  await reader.rest();
  await page.keyboard.press("t");
  await page.fill("#reader-page-field", `${share} %`);
  await page.keyboard.press("Enter");
  await percentIs(page, share);
}

for (const [name, share, locale] of [["Moby", 31, "fr"], [/cancer/i, 40, "ar"]]) {
  test(`[23] what is read on a phone goes on on a desk at the same sentence: ${name}`, async () => {
    const book = await bookNamed(name);
    const phone = await signedIn({ viewport: PHONE, locale });
    const reader = await openReader(phone, book, { locale });
    await goTo(phone, reader, share);
    await reader.press("PageDown");
    const { locator } = await assertTold(phone, book, reader);
    const desk = await otherDevice(phone, { viewport: DESK, locale });
    const there = await openReader(desk, book, { locale });
    await there.rest();
    assert.ok(await isSeen(there, locator.text.highlight.slice(0, 30)), `“${locator.text.highlight}” is not on the page`);
    assert.equal(await desk.$("#reader-offered"), null, "there is nothing to offer");
    // A book that only opens overwrites no place.
    assert.equal((await progressOf(phone, book)).device.id, (await progressOf(desk, book)).device.id);
    phone.watch.clean("phone");
    desk.watch.clean("desk");
    await Promise.all([phone.done(), desk.done()]);
  });
}

test("[23] a place that is further on elsewhere is offered: declined it is not offered again, taken it can be left again", async () => {
  const book = await bookNamed("Moby");
  const phone = await signedIn({ viewport: PHONE, locale: "fr" });
  const onPhone = await openReader(phone, book);
  await goTo(phone, onPhone, 10);
  await assertTold(phone, book, onPhone);
  const desk = await otherDevice(phone, { viewport: DESK, locale: "fr" });
  const onDesk = await openReader(desk, book);
  await goTo(desk, onDesk, 62);
  await assertTold(desk, book, onDesk);
  // The phone reads on where it is, and later opens the book again.
  await onPhone.press("PageDown");
  await assertTold(phone, book, onPhone);
  await phone.reload();
  await onPhone.settled();
  await phone.waitForSelector("#reader-offered");
  assert.match(await phone.textContent("#reader-offered"), /62.?%|6[12].*%/);
  await assertAccessible(phone, "an offer");
  await assertFits(phone, "an offer");
  await picture(phone, "reading-offer");
  await percentIs(phone, 10);
  await phone.click("#reader-offered .quiet");
  await phone.waitForSelector("#reader-offered", { state: "detached" });
  await phone.reload();
  await onPhone.settled();
  await onPhone.rest();
  assert.equal(await phone.$("#reader-offered"), null, "it was declined");

  await goTo(desk, onDesk, 70);
  await assertTold(desk, book, onDesk);
  await onPhone.press("PageDown");
  await assertTold(phone, book, onPhone);
  await phone.reload();
  await onPhone.settled();
  await phone.click("#reader-offered .reader-action:not(.quiet)");
  await percentIs(phone, 70);
  await phone.click("#reader-return");
  await percentIs(phone, 10);

  await phone.keyboard.press("t");
  await phone.click("#reader-contents-tab-history");
  await phone.waitForSelector(".reader-marks li");
  await assertAccessible(phone, "places to go back to");
  await picture(phone, "reading-places");
  await phone.click(".reader-marks li:has-text('70') button");
  await percentIs(phone, 70);
  phone.watch.clean("phone");
  await Promise.all([phone.done(), desk.done()]);
});

test("[23] what is read without a network waits and is sent once it is there", async () => {
  const book = await bookNamed("Moby");
  const page = await signedIn({ viewport: PHONE, locale: "en" });
  await page.addInitScript(() => addEventListener("warraq:outbox", ({ detail }) => (window.outboxNews = detail)));
  const reader = await openReader(page, book, { locale: "en" });
  // Into a chapter of many pages, since the next one could not be fetched.
  await goTo(page, reader, 33);
  await assertTold(page, book, reader);
  await page.context().setOffline(true);
  await reader.press("PageDown");
  await page.keyboard.press("b");
  await page.waitForSelector("#reader-bookmark[aria-pressed=true]");
  await page.waitForFunction(() => window.outboxNews?.waiting === 2 && window.outboxNews.state === "offline");
  const { percent } = await reader.place();
  await page.context().setOffline(false);
  await until(() => progressOf(page, book), (told) => Math.abs(told.percent - percent) < 0.05, "the place arrived");
  const [mark, ...others] = await until(() => marksOf(page, book), (marks) => marks.length > 0, "the mark arrived");
  assert.deepEqual([mark.kind, others.length], ["marker", 0]);
  await page.waitForFunction(() => window.outboxNews.waiting === 0 && window.outboxNews.state === "idle");
  await page.done();
});

test("[23] who comes back to a book that stayed open is offered where they read on meanwhile", async () => {
  const book = await bookNamed("Moby");
  const phone = await signedIn({ viewport: PHONE, locale: "fr" });
  const onPhone = await openReader(phone, book);
  await goTo(phone, onPhone, 10);
  await assertTold(phone, book, onPhone);
  const seen = (state) => phone.evaluate((value) => {
    Object.defineProperty(document, "visibilityState", { value, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
  await seen("hidden");
  const desk = await otherDevice(phone, { viewport: DESK, locale: "fr" });
  const onDesk = await openReader(desk, book);
  await goTo(desk, onDesk, 62);
  await assertTold(desk, book, onDesk);
  await phone.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 120_000;
  });
  await seen("visible");
  await phone.click("#reader-offered .reader-action:not(.quiet)");
  await percentIs(phone, 62);
  await Promise.all([phone.done(), desk.done()]);
});

for (const [what, script] of [
  ["has no database", () => Object.defineProperty(window, "indexedDB", { value: undefined })],
  ["opens no database", () => (IDBFactory.prototype.open = () => { throw new DOMException("forbidden", "SecurityError"); })],
]) {
  test(`where the browser ${what}, places and marks are sent at once`, async () => {
    const book = await bookNamed("Moby");
    const page = await signedIn({ viewport: PHONE, locale: "fr" });
    await page.addInitScript(script);
    const reader = await openReader(page, book);
    await goTo(page, reader, 25);
    await assertTold(page, book, reader);
    await page.keyboard.press("b");
    await until(() => marksOf(page, book), (marks) => marks.length === 1, "sent");
    await page.done();
  });
}

test("what a page that is left has not told yet is told as it goes", async () => {
  const book = await bookNamed("Moby");
  const page = await signedIn({ viewport: PHONE, locale: "fr" });
  const reader = await openReader(page, book);
  await goTo(page, reader, 20);
  const { percent } = await reader.press("PageDown");
  await page.goto("/fr/");
  await until(() => progressOf(page, book), (told) => Math.abs(told.percent - percent) < 0.05, "told on leaving");
  await page.done();
});

test("bookmarks that a browser kept go over to the account of who signs in, once", async () => {
  const book = await bookNamed("Moby");
  const page = await newPage({ viewport: PHONE, locale: "fr" });
  const reader = await openReader(page, book);
  await reader.turn(2);
  await page.keyboard.press("b");
  await page.waitForSelector("#reader-bookmark[aria-pressed=true]");
  await register(page);
  await page.request.get("/fr/");
  await page.reload();
  await reader.settled();
  await until(() => marksOf(page, book), (marks) => marks.length === 1, "taken over");
  await page.reload();
  await reader.settled();
  await page.waitForSelector("#reader-bookmark[aria-pressed=true]");
  assert.equal((await marksOf(page, book)).length, 1);
  await page.done();
});

test("[23] a PDF goes on on the page where it was left on another device", async () => {
  const book = await bookNamed("pdflatex outline");
  const phone = await signedIn({ viewport: PHONE, locale: "fr" });
  const reader = await openReader(phone, book, { format: "pdf" });
  await reader.turn(2, "ArrowRight");
  const { page } = await reader.rest();
  await until(() => progressOf(phone, book), (told) => told.page === page, "told");
  const desk = await otherDevice(phone, { viewport: DESK, locale: "fr" });
  const there = await openReader(desk, book, { format: "pdf" });
  assert.equal((await there.rest()).page, page);
  await Promise.all([phone.done(), desk.done()]);
});

test("[23] a book that was finished is offered to be read again", async () => {
  const book = await bookNamed("Moby");
  const page = await signedIn({ viewport: PHONE, locale: "fr" });
  const reader = await openReader(page, book);
  await page.keyboard.press("End");
  await page.waitForFunction(() => Number(document.getElementById("reader-view").dataset.percent) > 99.9);
  await reader.rest();
  await until(() => progressOf(page, book), ({ finished_at: at }) => at !== null, "finished");
  await page.reload();
  await reader.settled();
  await page.click("#reader-offered .reader-action:not(.quiet)");
  await page.waitForFunction(() => Number(document.getElementById("reader-view").dataset.percent) < 2);
  await until(() => progressOf(page, book), ({ finished_at: at }) => at === null, "begun anew");
  await page.done();
});
