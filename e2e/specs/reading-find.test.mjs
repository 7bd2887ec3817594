// Words are found in the book, shown in their places, and gone to one after another.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { assertFits, closeBrowser, DESK, newPage, picture } from "../lib/browser.mjs";
import { bookNamed, readPath } from "../lib/books.mjs";
import { openReader } from "../lib/reader.mjs";

after(closeBrowser);

async function reading(name, options, act) {
  const page = await newPage(options);
  try {
    const reader = await openReader(page, await bookNamed(name), options);
    await act(page, reader);
    page.watch.clean(String(name));
  } finally {
    await page.done();
  }
}

async function find(page, words) {
  await page.keyboard.press("/");
  await page.fill("#reader-find-field", words);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".reader-passages:not([aria-busy])", { state: "attached" });
  await page.waitForFunction(() => document.querySelector(".reader-passages").childElementCount > 0 || !/…$/.test(document.querySelector(".reader-said").textContent));
}

/** What is marked in the documents on show: all of it, and the place gone to. */
async function marked(reader) {
  const of = (frame) =>
    frame.evaluate(() => {
      const words = (name) => Array.from(CSS.highlights.get(name) ?? [], (range) => range.toString());
      const now = [...(CSS.highlights.get("reader-found-now") ?? [])][0];
      const box = now?.getBoundingClientRect();
      const frame = window.frameElement.getBoundingClientRect();
      return { all: words("reader-found"), now: words("reader-found-now"), x: box ? frame.left + box.left : null };
    });
  const found = await Promise.all(reader.documents().map((frame) => of(frame).catch(() => ({ all: [], now: [], x: null }))));
  return found.find(({ now }) => now.length > 0) ?? found[0];
}

async function goTo(page, number) {
  const section = await page.getAttribute("#reader-view", "data-section");
  await page.click(`.reader-passages li:nth-child(${number}) button`);
  await page.waitForSelector(".reader-find-bar");
  return section;
}

/** Waits until the place gone to is marked and stands on the page. */
async function arrived(page, reader, words) {
  for (let tries = 0; tries < 100; tries += 1) {
    const { now, all, x } = await marked(reader);
    const { width } = page.viewportSize();
    if (now.length === 1 && x >= 0 && x < width && words.test(now[0])) return { now, all };
    await page.waitForTimeout(100);
  }
  assert.fail(JSON.stringify(await marked(reader)));
}

for (const viewport of [undefined, DESK]) {
  test(`[29] words are found, marked and gone through${viewport ? " on a desk" : ""}`, async () => {
    await reading("Moby", { locale: "en", ...(viewport && { viewport }) }, async (page, reader) => {
      const before = await reader.rest();
      await find(page, "WHITE WHALÉ");
      assert.match(await page.textContent(".reader-said"), /108/);
      assert.ok((await page.$$(".reader-passages mark")).length === 50);
      await assertAccessible(page, "finding words");
      await picture(page, `reading-find${viewport ? "-desk" : ""}`);
      await goTo(page, 3);
      const first = await arrived(page, reader, /white whale/i);
      assert.ok(first.all.length > 1, "all of the chapter's are marked");
      assert.equal(await page.textContent(".reader-find-count"), "\u20683\u2069 of \u2068108\u2069");
      await page.keyboard.press("n");
      await page.waitForFunction(() => document.querySelector(".reader-find-count").textContent.includes("4"));
      await arrived(page, reader, /white whale/i);
      await page.keyboard.press("Shift+N");
      await page.waitForFunction(() => document.querySelector(".reader-find-count").textContent.includes("3"));
      await assertFits(page, "a place found");
      await page.keyboard.press("Escape");
      await page.waitForSelector(".reader-find-bar", { state: "detached" });
      assert.deepEqual((await marked(reader)).all, []);
      await page.click("#reader-return");
      await page.waitForFunction((section) => Number(document.getElementById("reader-view").dataset.section) === section, before.section);
    });
  });
}

test("beyond the first part of the list more is fetched, by the button and by going on", async () => {
  await reading("Moby", { locale: "en" }, async (page, reader) => {
    await find(page, "whale");
    await goTo(page, 50);
    await arrived(page, reader, /whale/i);
    await page.click("#reader-find-next");
    await page.waitForFunction(() => document.querySelector(".reader-find-count").textContent.includes("51"));
    await arrived(page, reader, /whale/i);
    await page.click(".reader-find-bar button:nth-of-type(3)");
    await page.waitForSelector("#reader-find[open]");
    assert.equal((await page.$$(".reader-passages li")).length, 100);
    await page.click("#reader-find .reader-action.quiet");
    await page.waitForFunction(() => document.querySelectorAll(".reader-passages li").length === 150);
  });
});

test("[29] Arabic is found without its signs, in the book's own direction", async () => {
  await reading(/cancer/i, { locale: "ar" }, async (page, reader) => {
    await find(page, "السَّرطان");
    await picture(page, "reading-find-ar");
    await goTo(page, 2);
    const { now } = await arrived(page, reader, /السرطان/);
    assert.equal(now[0], "السرطان");
    await assertAccessible(page, "a place found in Arabic");
  });
});

test("words are found in a book set in columns, whose script has no spaces", async () => {
  await reading("草枕", { locale: "fr" }, async (page, reader) => {
    await find(page, "山路");
    await goTo(page, 2);
    await arrived(page, reader, /^山路$/);
    await picture(page, "reading-find-vertical");
  });
});

test("in a low window no bar lies over what was found", async () => {
  await reading("Moby", { locale: "en", viewport: { width: 844, height: 390 } }, async (page, reader) => {
    await find(page, "harpooneer");
    await goTo(page, 4);
    await arrived(page, reader, /harpooneer/i);
    const stage = await (await page.$("#reader-stage")).boundingBox();
    for (const selector of ["#reader-top", "#reader-bottom"]) {
      const bar = await (await page.$(selector)).boundingBox();
      assert.ok(bar === null || bar.y >= stage.y + stage.height - 1, selector);
    }
    await page.keyboard.press("Escape");
    await page.waitForSelector("#reader-top");
  });
});

test("who presses faster than pages can load ends at the place that is told", async () => {
  await reading("Moby", { locale: "en" }, async (page, reader) => {
    await find(page, "leviathan");
    await goTo(page, 1);
    for (let i = 0; i < 8; i += 1) await page.keyboard.press("n");
    await page.waitForFunction(() => document.querySelector(".reader-find-count").textContent.includes("9"));
    await arrived(page, reader, /leviathan/i);
    const wanted = await page.evaluate(async () => {
      const { search_url: url } = JSON.parse(document.getElementById("reader-data").textContent);
      return (await (await fetch(`${url}?q=leviathan`)).json()).items[8].section;
    });
    await page.waitForFunction((section) => document.getElementById("reader-view").dataset.section === String(section), wanted);
  });
});

test("what is nowhere is told, and what fails says so", async () => {
  await reading("Moby", { locale: "en" }, async (page) => {
    await find(page, "xyzzy");
    assert.match(await page.textContent(".reader-said"), /“.*xyzzy.*” is not in the book/);
    await page.route("**/search?*", (route) => route.fulfill({ status: 503, contentType: "application/problem+json", body: "{}" }));
    await page.fill("#reader-find-field", "whale");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".reader-said.reader-wrong");
    page.watch.refused.length = 0;
    page.watch.errors.length = 0;
  });
});

test("without a connection the chapters that the browser keeps are looked through", async () => {
  await reading("Trees", { locale: "en" }, async (page, reader) => {
    const places = await reader.turn(4);
    assert.ok(places.length > 1);
    await page.context().setOffline(true);
    await find(page, "tree");
    assert.match(await page.textContent(".reader-said"), /Without a connection/);
    const words = await page.$$eval(".reader-passages mark", (marks) => marks.map((mark) => mark.textContent));
    assert.ok(words.length > 0 && words.every((word) => /^tree$/i.test(word)), words.join());
    await page.context().setOffline(false);
    page.watch.errors.length = 0;
  });
});

test("the sample is looked through, and no more", async () => {
  const page = await newPage({ locale: "en" });
  try {
    const book = await bookNamed(/Children/);
    await page.goto(`/en/book/${book.id}-${book.slug}/sample`);
    await page.waitForSelector('#reader-view[data-state="ready"]', { state: "attached" });
    await find(page, "the");
    assert.match(await page.textContent("#reader-find-hint"), /Only the sample/);
    const hrefs = await page.evaluate(async (id) => {
      const found = await (await fetch(`/api/v1/books/${id}/search?q=the&limit=100`)).json();
      const { sections } = await (await fetch(`/api/v1/books/${id}/manifest`)).json();
      const locked = new Set(sections.filter((section) => section.locked).map(({ href }) => href));
      return found.items.filter(({ locator }) => locked.has(locator.href)).length;
    }, book.id);
    assert.equal(hrefs, 0);
    page.watch.clean("sample");
  } finally {
    await page.done();
  }
});

test("[29] without scripts a chapter's page finds words in the book", async () => {
  const page = await newPage({ locale: "fr", js: false });
  try {
    const book = await bookNamed("Moby");
    await page.goto(`${readPath(book, "fr")}/ch/2`);
    await page.fill("#list-q", "white whale");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".passages__link");
    assert.ok((await page.$$(".passages mark")).length > 10);
    await picture(page, "reading-find-plain");
    await page.click(".passages li:nth-child(2) a");
    await page.waitForSelector(".chapter__text");
    page.watch.clean("plain search");
  } finally {
    await page.done();
  }
});
