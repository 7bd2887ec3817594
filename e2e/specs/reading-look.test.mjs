// How a book looks is the reader's choice: for all books or for one, as far as its script allows.
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

/** Opens the sheet with all its groups. */
async function open(page) {
  await page.click("#reader-open-appearance");
  await page.waitForSelector("#reader-appearance[open]");
  await page.evaluate(() => document.querySelector(".reader-more")?.setAttribute("open", ""));
}

const choose = (page, group, value) => page.check(`input[name="${group}"][value="${value}"]`);

/** A computed value of the first paragraph that has some text. */
const ofText = (reader, property) =>
  reader.documents().at(-1).evaluate((name) => {
    const paragraph = [...document.querySelectorAll("p")].find((p) => p.textContent.trim().length > 40);
    return getComputedStyle(paragraph)[name];
  }, property);

const chapter = (page) => page.waitForFunction(() => /Chapter 1\b/.test(document.getElementById("reader-chapter").textContent));

async function toChapterOne(page) {
  await page.keyboard.press("t");
  await page.click(".reader-entry:has-text('Chapter 1. Loomings')");
  await chapter(page);
}

test("letters, words, lines, paragraphs and margins of the text are the reader's", async () => {
  await reading("Moby", { locale: "en" }, async (page, reader) => {
    await toChapterOne(page);
    const before = parseFloat(await ofText(reader, "lineHeight"));
    await open(page);
    for (const [group, value, property, test] of [
      ["align", "start", "textAlign", (it) => it === "start"],
      ["align", "justify", "textAlign", (it) => it === "justify"],
      ["hyphens", "on", "hyphens", (it) => it === "auto"],
      ["hyphens", "off", "hyphens", (it) => it === "none"],
      ["letters", "wider", "letterSpacing", (it) => parseFloat(it) > 1],
      ["words", "wider", "wordSpacing", (it) => parseFloat(it) > 3],
      ["paragraphs", "wider", "marginBlockEnd", (it) => parseFloat(it) > 20],
      ["line", "large", "lineHeight", (it) => parseFloat(it) > before],
    ]) {
      await choose(page, group, value);
      const seen = await ofText(reader, property);
      assert.ok(test(seen), `${group} ${value}: ${property} is ${seen}`);
    }
    await choose(page, "italics", "off");
    const slanted = await reader.documents().at(-1).evaluate(() => [...document.querySelectorAll("em, i, cite")].filter((it) => getComputedStyle(it).fontStyle !== "normal").length);
    assert.equal(slanted, 0);
    await assertFits(page, "all of the appearance");
    await assertAccessible(page, "all of the appearance");
    await picture(page, "reading-appearance-more");
    await page.click("#reader-appearance .reader-action:has-text('Restore')");
    assert.equal(await ofText(reader, "letterSpacing"), "normal");
  });
});

test("a cover stays in the middle of a spread, wherever lines of text begin", async () => {
  await reading("Moby", { locale: "en", viewport: DESK }, async (page, reader) => {
    await open(page);
    for (const align of ["start", "justify"]) {
      await choose(page, "align", align);
      const off = await reader.documents().at(-1).evaluate(() => {
        const { left, width } = document.querySelector("img").getBoundingClientRect();
        return left + width / 2 - document.documentElement.clientWidth / 2;
      });
      assert.ok(Math.abs(off) < 2, `${align}: ${off}px off the middle`);
    }
  });
});

test("each font for easier reading is there with its letters", async () => {
  await reading("Moby", { locale: "en" }, async (page, reader) => {
    await toChapterOne(page);
    await open(page);
    for (const [font, family] of [["serif", "Literata Variable"], ["sans", "Readex Pro Variable"], ["hyperlegible", "Atkinson Hyperlegible Next Variable"], ["dyslexic", "OpenDyslexic"]]) {
      await page.selectOption("#reader-font", font);
      await page.waitForFunction(() => document.getElementById("reader-view").dataset.state === "ready");
      const frame = reader.documents().at(-1);
      await frame.waitForFunction((name) => [...document.fonts].some((face) => face.family.replaceAll('"', "") === name && face.status === "loaded"), family);
      assert.ok((await ofText(reader, "fontFamily")).includes(family));
    }
  });
});

test("on a desk a page has two columns, or one where that is wished", async () => {
  await reading("Moby", { locale: "en", viewport: DESK }, async (page, reader) => {
    await toChapterOne(page);
    const columns = () =>
      reader.documents().at(-1).evaluate(() => {
        const { columnWidth, columnGap } = getComputedStyle(document.documentElement);
        return Math.round(window.frameElement.parentElement.parentElement.clientWidth / (parseFloat(columnWidth) + parseFloat(columnGap)));
      });
    assert.equal(await columns(), 2);
    await open(page);
    await choose(page, "columns", "one");
    assert.equal(await columns(), 1);
    await choose(page, "columns", "two");
    assert.equal(await columns(), 2);
    for (let i = 0; i < 14; i += 1) await page.click("#reader-appearance button[aria-label='Larger text']");
    assert.equal(await columns(), 2, "also where the text is as large as it can be");
    await choose(page, "columns", "auto");
    assert.equal(await columns(), 1);
  });
});

test("pictures are dimmed in a dark theme, and only there", async () => {
  await reading("Moby", { locale: "en" }, async (page, reader) => {
    const filter = () => reader.documents().at(-1).evaluate(() => [...document.querySelectorAll("img")].map((img) => getComputedStyle(img).filter)[0]);
    await open(page);
    await choose(page, "pictures", "dimmer");
    assert.equal(await filter(), "none");
    await choose(page, "theme", "black");
    assert.equal(await filter(), "brightness(0.6)");
    await picture(page, "reading-dimmed");
  });
  await reading("ハルコ", { locale: "en", theme: "dark" }, async (page) => {
    await open(page);
    await choose(page, "pictures", "dim");
    assert.equal(await page.$eval("foliate-fxl", (stage) => getComputedStyle(stage).filter), "brightness(0.8)");
  });
});

test("[29] a book can have a look of its own, and give it back", async () => {
  const page = await newPage({ locale: "en" });
  try {
    const [moby, trees] = [await bookNamed("Moby"), await bookNamed("Trees")];
    const theme = () => page.getAttribute("html", "data-theme");
    const show = async (book) => {
      await page.goto("about:blank");
      await openReader(page, book, { locale: "en" });
    };
    await show(moby);
    await open(page);
    await choose(page, "theme", "sepia");
    await choose(page, "scope", "book");
    await choose(page, "theme", "black");
    await show(trees);
    assert.equal(await theme(), "sepia", "all other books keep the look for all");
    await show(moby);
    assert.equal(await theme(), "black");
    await open(page);
    await choose(page, "scope", "all");
    assert.equal(await theme(), "sepia");
    assert.equal(await page.evaluate(() => document.activeElement.value), "all", "the focus stays");
    await show(moby);
    assert.equal(await theme(), "sepia");
    page.watch.clean("looks");
  } finally {
    await page.done();
  }
});

test("[29] what would tear Arabic letters apart cannot be chosen in an Arabic book, and says why", async () => {
  await reading(/cancer/i, { locale: "fr" }, async (page, reader) => {
    await open(page);
    const off = await page.$$eval("#reader-appearance fieldset:disabled", (sets) => sets.map((set) => set.className.split(" ").at(-1)));
    assert.deepEqual(off, ["hyphens", "italics", "letters"]);
    for (const set of await page.$$("#reader-appearance fieldset:disabled")) {
      assert.equal(await set.getAttribute("aria-describedby"), "reader-arabic-fixed");
    }
    assert.ok(await page.isVisible("#reader-arabic-fixed"));
    // What another book was given does not reach this one.
    await page.evaluate(() => localStorage.setItem("reader-preferences", JSON.stringify({ letters: "wider", hyphens: "on", italics: "off" })));
    await page.reload();
    await reader.settled();
    assert.equal(await reader.documents().at(-1).evaluate(() => getComputedStyle(document.querySelector("p, h1, body")).letterSpacing), "normal");
    await assertAccessible(page, "appearance of an Arabic book");
  });
});

test("the screen stays on while one reads, and fills with the book", async () => {
  const page = await newPage({ locale: "en" });
  try {
    const calls = () => page.evaluate(() => window.asked);
    await page.addInitScript(() => {
      window.asked = [];
      const sentinel = () => ({ released: false, release() { this.released = true; window.asked.push("released"); return Promise.resolve(); } });
      Object.defineProperty(navigator, "wakeLock", { value: { request: (what) => (window.asked.push(what), Promise.resolve(sentinel())) } });
    });
    const book = await bookNamed("Moby");
    await openReader(page, book, { locale: "en" });
    assert.deepEqual(await calls(), []);
    await open(page);
    await page.check(".reader-screen input");
    await page.waitForSelector("body[data-awake=true]");
    await page.goto("about:blank");
    await openReader(page, book, { locale: "en" });
    await page.waitForSelector("body[data-awake=true]");
    assert.deepEqual(await calls(), ["screen"]);
    await open(page);
    await page.uncheck(".reader-screen input");
    assert.deepEqual(await calls(), ["screen", "released"]);
    await page.click("#reader-full-screen");
    await page.waitForFunction(() => document.fullscreenElement !== null && document.getElementById("reader-full-screen").textContent === "Leave full screen");
    await page.click("#reader-full-screen");
    await page.waitForFunction(() => document.fullscreenElement === null);
    page.watch.clean("screen");
  } finally {
    await page.done();
  }
});

test("at 320 pixels all of the appearance fits, in every theme", async () => {
  const page = await newPage({ locale: "ar", viewport: { width: 320, height: 640 } });
  try {
    await page.goto(readPath(await bookNamed("Moby"), "ar"));
    await page.waitForSelector('#reader-view[data-state="ready"]', { state: "attached" });
    await open(page);
    for (const theme of ["light", "sepia", "dark", "black"]) {
      await choose(page, "theme", theme);
      await assertFits(page, theme);
      await assertAccessible(page, `appearance in ${theme}`);
    }
    await picture(page, "reading-appearance-small");
  } finally {
    await page.done();
  }
});
