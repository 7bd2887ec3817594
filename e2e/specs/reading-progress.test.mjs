// How far a book was read: told to the shop, shown in the library, and kept where the window or the look of the book changes.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { bookNamed } from "../lib/books.mjs";
import { closeBrowser, DESK, newPage, PHONE } from "../lib/browser.mjs";
import { send } from "../lib/desk.mjs";
import { assertTold, progressOf, until } from "../lib/kept.mjs";
import { openReader } from "../lib/reader.mjs";
import { talker } from "../lib/talk.mjs";

after(closeBrowser);

async function goTo(page, reader, share) {
  // foliate passes over a place that it is told while it opens the first one.
  await reader.rest();
  await page.keyboard.press("t");
  await page.fill("#reader-page-field", `${share} %`);
  await page.keyboard.press("Enter");
  await page.waitForFunction((wanted) => Math.abs(Number(document.getElementById("reader-view").dataset.percent) - wanted) < 1.5, share);
  await reader.rest();
}

test("[23] the library shows how far a book was read, and calls it finished from 98 % on", async () => {
  const page = await talker();
  try {
    const book = await bookNamed("Moby");
    await send(page, "POST", `/books/${book.id}/claim`);
    const reader = await openReader(page, book);
    await goTo(page, reader, 40);
    const { percent } = await assertTold(page, book, reader);
    await page.goto("/fr/library");
    const ring = await page.locator(".card", { hasText: book.title }).locator(".ring").getAttribute("aria-label");
    assert.ok(ring.includes(String(Math.floor(percent))) || ring.includes(String(Math.round(percent))), `${ring} of ${percent}`);
    for (const [share, isFinished] of [[96, false], [99, true]]) {
      const again = await openReader(page, book);
      await goTo(page, again, share);
      await assertTold(page, book, again);
      const told = await until(() => progressOf(page, book), ({ finished_at: at }) => (at !== null) === isFinished, `${share} %`);
      assert.equal(told.finished_at !== null, isFinished);
    }
    await page.goto("/fr/library?state=finished");
    assert.equal(await page.locator(".card", { hasText: book.title }).count(), 1);
  } finally {
    await page.done();
  }
});

test("[29] the same sentence is on the page after the window was made another size, and theme and size are those that were chosen", async () => {
  const page = await newPage({ viewport: DESK });
  try {
    const book = await bookNamed("Moby");
    const reader = await openReader(page, book);
    await goTo(page, reader, 30);
    const before = await reader.rest();
    const size = () => reader.documents().at(-1).evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
    const usual = await size();
    for (const viewport of [PHONE, { width: 820, height: 600 }, DESK]) {
      await page.setViewportSize(viewport);
      const now = await reader.rest();
      assert.equal(now.section, before.section);
      assert.ok(Math.abs(now.percent - before.percent) < 0.5, `${viewport.width}: ${now.percent} of ${before.percent}`);
    }
    await page.click("#reader-open-appearance");
    await page.check('input[name="theme"][value="sepia"]', { force: true });
    await page.keyboard.press("Escape");
    await page.keyboard.press("+");
    await page.waitForFunction(() => document.documentElement.dataset.theme === "sepia");
    await reader.rest();
    const large = await size();
    assert.ok(large > usual);
    await page.reload();
    await reader.settled();
    const there = await reader.rest();
    assert.equal(await page.getAttribute("html", "data-theme"), "sepia");
    assert.equal(await size(), large);
    assert.ok(Math.abs(there.percent - before.percent) < 0.5, `${there.percent} of ${before.percent}`);
    page.watch.clean();
  } finally {
    await page.done();
  }
});
