// The PDF reader: size, turn, spreads, thumbnails, search, what goes wrong.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, PHONE, picture } from "../lib/browser.mjs";
import { bookNamed, readPath } from "../lib/books.mjs";
import { fillIn, pressOn, tabTo } from "../lib/keyboard.mjs";
import { TEXT_TITLE, TURNED_TITLE } from "../lib/pdf.mjs";
import { openReader } from "../lib/reader.mjs";
import { DATA } from "../lib/shop.mjs";

after(closeBrowser);

async function reading(name, options, act) {
  const page = await newPage(options);
  try {
    const reader = await openReader(page, await bookNamed(name), { format: "pdf", ...options });
    assert.equal(await reader.state(), "ready", await page.textContent("#reader-status"));
    await act(page, reader);
    page.watch.clean(String(name));
  } finally {
    await page.done();
  }
}

const pageIs = (page, number) => page.waitForFunction((wanted) => document.getElementById("reader-view").dataset.page === String(wanted), number);
const widthOf = (page) => page.$eval(".pdfViewer .page", (element) => element.getBoundingClientRect().width);
const widthWhere = (page, test, was) => page.waitForFunction(([body, before]) => new Function("now", "before", `return ${body}`)(document.querySelector(".pdfViewer .page").getBoundingClientRect().width, before), [test, was]);

/** Chooses in the appearance sheet. */
async function choose(page, name, value) {
  await page.keyboard.press("a");
  await page.waitForSelector("#reader-appearance[open]");
  await page.check(`input[name="${name}"][value="${value}"]`);
  await page.keyboard.press("Escape");
  // The focus comes back a moment after the sheet has gone; until then keys are the field's.
  await page.waitForFunction(() => !document.querySelector("dialog[open]") && !document.activeElement.closest("dialog"));
}

test("keys zoom, fit the width and the page, and the size is told and kept", async () => {
  await reading(TEXT_TITLE, { viewport: DESK, locale: "en" }, async (page, reader) => {
    await page.keyboard.press("w");
    await widthWhere(page, "now > 1100");
    await page.keyboard.press("p");
    await widthWhere(page, "now < 600");
    const height = await page.$eval(".pdfViewer .page", (element) => element.getBoundingClientRect().height);
    assert.ok(height <= DESK.height, `${height}`);
    const before = await widthOf(page);
    await page.keyboard.press("+");
    await widthWhere(page, "now > before", before);
    const scale = await page.textContent("#reader-top .reader-scale");
    assert.match(scale, /\d/);
    const larger = await widthOf(page);
    await page.reload();
    await reader.settled();
    assert.ok(Math.abs((await widthOf(page)) - larger) < 2);
  });
});

test("the wheel with Ctrl zooms the pages about the pointer, not the bars", async () => {
  await reading(TEXT_TITLE, { viewport: DESK, locale: "en" }, async (page) => {
    const before = await widthOf(page);
    const bar = await page.$eval("#reader-top", (element) => element.getBoundingClientRect().height);
    await page.mouse.move(640, 400);
    await page.keyboard.down("Control");
    for (let step = 0; step < 4; step += 1) await page.mouse.wheel(0, -60);
    await page.keyboard.up("Control");
    await widthWhere(page, "now > before * 1.5", before);
    assert.equal(await page.$eval("#reader-top", (element) => element.getBoundingClientRect().height), bar);
    await page.waitForFunction(() => Number(JSON.parse(localStorage.getItem("reader-preferences"))?.zoom) > 1);
  });
});

test("two fingers zoom the pages", async () => {
  await reading(TEXT_TITLE, { locale: "en", touch: true }, async (page) => {
    const before = await widthOf(page);
    const session = await page.context().newCDPSession(page);
    const touch = (type, apart) => session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x: 195 - apart, y: 400, id: 0 }, { x: 195 + apart, y: 400, id: 1 }] });
    await touch("touchStart", 40);
    for (const apart of [50, 60, 70, 80]) await touch("touchMove", apart);
    await touch("touchEnd");
    await widthWhere(page, "now > before * 1.6", before);
    assert.equal(await page.evaluate(() => visualViewport.scale), 1, "the window itself stays");
  });
});

test("a book that lies on its side is turned, by key and by button, and stays so", async () => {
  await reading(TEXT_TITLE, { viewport: DESK, locale: "en" }, async (page, reader) => {
    const lies = (wanted) => page.waitForFunction((is) => {
      const { width, height } = document.querySelector(".pdfViewer .page").getBoundingClientRect();
      return width > height === is;
    }, wanted);
    await page.keyboard.press("r");
    await lies(true);
    await page.reload();
    await reader.settled();
    await lies(true);
    await page.click("#reader-top .reader-zoom button:last-child");
    await lies(false);
  });
});

test("two pages lie side by side, turn together, and the last of them ends the book", async () => {
  await reading(TEXT_TITLE, { viewport: DESK, locale: "en" }, async (page, reader) => {
    await choose(page, "pdfFlow", "paginated");
    await choose(page, "spread", "two");
    await page.keyboard.press("p");
    await page.waitForSelector(".spread .page:nth-child(2)");
    const [one, two] = await page.$$eval(".spread .page", (pages) => pages.map((it) => [Number(it.dataset.pageNumber), it.getBoundingClientRect().left]));
    assert.ok(one[0] === 1 && two[0] === 2 && one[1] < two[1], `${one} ${two}`);
    await page.keyboard.press("ArrowRight");
    await pageIs(page, 4);
    await page.keyboard.press("ArrowLeft");
    await pageIs(page, 2);
    await choose(page, "spread", "cover");
    const shown = (pages) => page.waitForFunction((wanted) => [...document.querySelectorAll(".spread .page")].map((it) => it.dataset.pageNumber).join() === wanted, pages);
    await shown("1");
    await page.keyboard.press("ArrowRight");
    await shown("2,3");
    await page.keyboard.press("End");
    await page.waitForFunction(() => document.querySelector('.spread .page[data-page-number="12"]'));
    await reader.rest();
    await page.keyboard.press("ArrowRight");
    await page.waitForSelector("#reader-end[open]");
    await picture(page, "reading-pdf-spread");
  });
});

test("of a book turned from right to left the first page of two lies at the right, and the left arrow goes on", async () => {
  await reading(TURNED_TITLE, { viewport: DESK, locale: "fr" }, async (page) => {
    await choose(page, "pdfFlow", "paginated");
    await choose(page, "spread", "two");
    await page.keyboard.press("p");
    await page.waitForSelector(".spread .page:nth-child(2)");
    const lefts = await page.$$eval(".spread .page", (pages) => pages.map((it) => it.getBoundingClientRect().left));
    assert.ok(lefts[0] > lefts[1], `${lefts}`);
    await page.keyboard.press("ArrowLeft");
    await pageIs(page, 4);
  });
});

for (const [locale, theme, viewport] of [["en", "light", DESK], ["ar", "dark", PHONE]]) {
  test(`small pictures of the pages lead to them, in ${locale}, ${theme}`, async () => {
    await reading(TEXT_TITLE, { locale, theme, viewport }, async (page) => {
      await page.keyboard.press("t");
      await page.click("#reader-contents-tab-pages");
      await page.waitForSelector('.reader-thumbnail[data-page="3"] canvas');
      assert.equal(await page.getAttribute('.reader-thumbnail[data-page="1"]', "aria-current"), "page");
      await assertAccessible(page, "thumbnails");
      await assertFits(page, "thumbnails");
      await picture(page, `reading-pdf-thumbnails-${locale}-${theme}`);
      await page.focus('.reader-thumbnail[data-page="1"]');
      for (const key of ["ArrowRight", "ArrowRight", "End", "Home", "ArrowRight", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
      assert.equal(await page.evaluate(() => document.activeElement.dataset.page), "4");
      await page.keyboard.press("Enter");
      await pageIs(page, 4);
      await page.waitForSelector("#reader-return:not([hidden])");
    });
  });
}

/** The place gone to is shown on this page. */
const foundOn = (page, number) => page.waitForFunction((wanted) => {
  const [range] = CSS.highlights.get("reader-found-now") ?? [];
  return range?.startContainer.parentElement.closest(".page").dataset.pageNumber === String(wanted);
}, number);

const marked = (page) => page.evaluate(() => [...CSS.highlights.entries()].map(([name, ranges]) => [name, [...ranges].map(String)]));

for (const [locale, theme, viewport] of [["fr", "light", DESK], ["ar", "dark", PHONE]]) {
  test(`[29] words are found on every page, listed, gone through and shown, in ${locale}, ${theme}`, async () => {
    await reading(TEXT_TITLE, { locale, theme, viewport }, async (page) => {
      await page.keyboard.press("/");
      await page.fill("#reader-find-field", "SALT and rópe");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelectorAll(".reader-passages li").length === 12 && !document.querySelector(".reader-passages[aria-busy]"));
      await assertAccessible(page, "places found");
      await picture(page, `reading-pdf-find-${locale}-${theme}`);
      await page.click(".reader-passages li:nth-child(3) button");
      await foundOn(page, 3);
      await page.waitForFunction(() => [...(CSS.highlights.get("reader-found-now") ?? [])].map(String).join() === "Salt and rope");
      await page.keyboard.press("n");
      await foundOn(page, 4);
      assert.match(await page.textContent(".reader-find-count"), /4\D+12/);
      await assertFits(page, "the bar of a search");
      await assertAccessible(page, "the bar of a search");
      await picture(page, `reading-pdf-found-${locale}-${theme}`);
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => CSS.highlights.size === 0);
      assert.ok(await page.isVisible("#reader-return"), "one can go back to where the search began");
    });
  });
}

test("a word that the end of a line parts is found whole, and what is not there is told", async () => {
  await reading(TEXT_TITLE, { locale: "en", viewport: DESK }, async (page) => {
    await page.keyboard.press("/");
    await page.fill("#reader-find-field", "lightening the room");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll(".reader-passages li").length === 12);
    await page.click(".reader-passages li:first-child button");
    await page.waitForFunction(() => CSS.highlights.get("reader-found-now")?.size === 1);
    const [, [text]] = (await marked(page)).find(([name]) => name === "reader-found-now");
    assert.equal(text.replace(/\s+/g, ""), "light-eningtheroom");
    await page.keyboard.press("/");
    await page.fill("#reader-find-field", "caravan");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".reader-said").textContent.includes("caravan"));
  });
});

test("with keys alone one finds a word, goes to it, and opens every sheet", async () => {
  await reading(TEXT_TITLE, { locale: "en", viewport: DESK }, async (page) => {
    await page.keyboard.press("?");
    const keys = await page.textContent("#reader-keys");
    for (const key of ["W", "P", "R", "/", "B", "F"]) assert.ok(keys.includes(key), key);
    await page.keyboard.press("Escape");
    await pressOn(page, "#reader-open-find");
    await fillIn(page, "#reader-find-field", "entry 555");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".reader-passages li");
    await pressOn(page, ".reader-passages button");
    await foundOn(page, 5);
    await page.keyboard.press("Escape");
    await page.waitForSelector("#reader-open-find:focus");
    await tabTo(page, "#reader-open-contents");
  });
});

test("the tools are large enough for fingers and fit a phone, in every theme", async () => {
  for (const theme of ["light", "dark"]) {
    await reading(TEXT_TITLE, { locale: "ar", theme, touch: true }, async (page) => {
      await assertTouchable(page, "the reader");
      await assertAccessible(page, "the reader");
      await page.click("#reader-open-appearance");
      await assertFits(page, "appearance");
      await assertTouchable(page, "appearance");
      await assertAccessible(page, "appearance");
      await picture(page, `reading-pdf-appearance-ar-${theme}`);
    });
  }
});

test("pages darken with a dark theme where one wants them to", async () => {
  await reading(TEXT_TITLE, { locale: "en", theme: "dark", viewport: DESK }, async (page) => {
    await page.click("#reader-open-appearance");
    await page.check(".reader-check input >> nth=0");
    await page.keyboard.press("Escape");
    assert.notEqual(await page.$eval(".canvasWrapper canvas", (canvas) => getComputedStyle(canvas).filter), "none");
    await picture(page, "reading-pdf-dark");
  });
});

/** Opens the book with something else in its file's place. */
async function opened(options, answer) {
  const page = await newPage(options);
  const book = await bookNamed(TEXT_TITLE);
  await page.route(/use=reading/, answer);
  await page.goto(readPath(book, options.locale, "pdf"));
  await page.waitForSelector(".reader-failure");
  return page;
}

test("a file that asks for a password, is damaged or cannot be reached says which", async () => {
  const password = await readFile(join(DATA, "pdf/libreoffice-writer-password.pdf"));
  const cases = [
    ["password", (route) => route.fulfill({ body: password, contentType: "application/pdf" })],
    ["damaged", (route) => route.fulfill({ body: "%PDF-1.7\nnothing more", contentType: "application/pdf" })],
    ["missing", (route) => route.fulfill({ status: 404, body: "" })],
  ];
  for (const [kind, answer] of cases) {
    const page = await opened({ locale: "ar" }, answer);
    try {
      assert.equal(await page.getAttribute(".reader-failure", "data-kind"), kind);
      await assertAccessible(page, kind);
      await picture(page, `reading-pdf-${kind}`);
    } finally {
      await page.done();
    }
  }
});
