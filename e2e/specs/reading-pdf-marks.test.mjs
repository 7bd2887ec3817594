// Places and marks in a PDF: made by mouse and by keys alone, drawn where the words are at any size and turn, and on every device.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { assertFits, closeBrowser, DESK, newPage, PHONE, picture } from "../lib/browser.mjs";
import { marksOf, until } from "../lib/kept.mjs";
import { TEXT_TITLE } from "../lib/pdf.mjs";
import { signedIn, signIn } from "../lib/people.mjs";
import { openReader } from "../lib/reader.mjs";
import { seenWords } from "../lib/seen.mjs";

after(closeBrowser);

async function marking(options, act) {
  const page = await signedIn(options);
  try {
    const book = await bookNamed(TEXT_TITLE);
    const reader = await openReader(page, book, { format: "pdf", ...options });
    await page.waitForSelector('.page[data-page-number="1"] .endOfContent', { state: "attached" });
    await act(page, reader, book);
    page.watch.clean(TEXT_TITLE);
  } finally {
    await page.done();
  }
}

const swatch = (colour) => `#reader-palette button:has(.reader-swatch.${colour})`;

/** The box of the line with these words, in the window. */
const lineOf = (page, words) =>
  page.evaluate((wanted) => {
    const line = [...document.querySelectorAll(".textLayer span")].find((span) => span.textContent.startsWith(wanted));
    const { x, y, width, height } = line.getBoundingClientRect();
    return { x, y, width, height };
  }, words);

/** Marks of a colour that are drawn. */
const drawn = (page, colour, count) => page.waitForFunction(([name, wanted]) => document.querySelectorAll(`.reader-page-mark.${name}`).length === wanted, [colour, count]);

/** A mark lies over its line. */
async function assertOver(page, colour, words) {
  // Marks are drawn anew whenever one is told, so it is found and measured at once.
  const mark = await page.evaluate((name) => JSON.parse(JSON.stringify(document.querySelector(`.reader-page-mark.${name}`).getBoundingClientRect())), colour);
  const line = await lineOf(page, words);
  const near = (a, b) => Math.abs(a - b) < 6;
  assert.ok(near(mark.x, line.x) && near(mark.y, line.y) && near(mark.height, line.height) && mark.width > 20, JSON.stringify({ mark, line }));
}

async function selectLine(page, words, share = 0.6) {
  const { x, y, width, height } = await lineOf(page, words);
  await page.mouse.move(x + 1, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * share, y + height / 2, { steps: 6 });
  await page.mouse.up();
  await page.waitForSelector("#reader-palette");
}

test("with the mouse words are marked, stay over their line at any size and turn, are recoloured, deleted and brought back", async () => {
  await marking({ viewport: DESK, locale: "fr" }, async (page, reader, book) => {
    await selectLine(page, "Line 3 tells");
    await assertAccessible(page, "the palette");
    await page.click(swatch("green"));
    await drawn(page, "green", 1);
    await assertOver(page, "green", "Line 3 tells");
    const [made] = await until(() => marksOf(page, book), (marks) => marks.length === 1, "sent");
    assert.deepEqual([made.kind, made.colour, made.locator.locations.page], ["highlight", "green", 1]);
    assert.ok(made.locator.text.highlight.startsWith("Line 3") && made.locator.text.before.includes("Line 2"), JSON.stringify(made.locator.text));
    await picture(page, "reading-pdf-marked");

    const before = await page.$eval(".pdfViewer .page", (one) => one.clientWidth);
    await page.keyboard.press("-");
    await page.waitForFunction((was) => document.querySelector(".pdfViewer .page").clientWidth < was, before);
    await drawn(page, "green", 1);
    await page.waitForTimeout(400);
    await assertOver(page, "green", "Line 3 tells");

    const { x, y, width, height } = await lineOf(page, "Line 3 tells");
    await page.mouse.click(x + width * 0.3, y + height / 2);
    await page.waitForSelector(`${swatch("green")}[aria-pressed=true]`);
    await page.click(swatch("purple"));
    await drawn(page, "purple", 1);
    await page.mouse.click(x + width * 0.3, y + height / 2);
    await page.click("#reader-palette-delete");
    await drawn(page, "purple", 0);
    await page.click("#reader-toast button");
    await drawn(page, "purple", 1);
    await until(() => marksOf(page, book), ([mark]) => mark?.colour === "purple", "brought back");
    await page.reload();
    await reader.settled();
    await drawn(page, "purple", 1);
  });
});

test("[22] words of a PDF's sample are shared with its title and address, and none from behind it", async () => {
  await marking({ viewport: DESK, locale: "fr" }, async (page, reader, book) => {
    await page.evaluate(() => {
      navigator.canShare = () => true;
      navigator.share = async (data) => void (window.shared = data);
    });
    await selectLine(page, "Line 3 tells", 1);
    await assertFits(page, "the palette");
    await picture(page, "reading-pdf-quote");
    await page.click("#reader-palette-share");
    const { text, url } = await page.waitForFunction(() => window.shared).then((shared) => shared.jsonValue());
    assert.match(text, /^«\u00a0Line 3 tells.*\u00a0» — The Harbour Ledger/);
    assert.equal(new URL(url).pathname, pageOf(book, "fr"));

    await page.keyboard.press("End");
    await page.waitForSelector('.page[data-page-number="12"] .endOfContent', { state: "attached" });
    await reader.settled();
    const last = await page.evaluate(() => [...document.querySelectorAll('.page[data-page-number="12"] .textLayer span[role=presentation]')].map(({ textContent }) => textContent).find((words) => words.startsWith("Page 12")));
    await selectLine(page, last, 1);
    assert.equal(await page.isVisible("#reader-palette-share"), false, "it would give the story away");
  });
});

test("words that go on on the next page are marked on both, and a sign tells where a note is", async () => {
  await marking({ viewport: DESK, locale: "fr" }, async (page, _, book) => {
    await page.waitForSelector('.page[data-page-number="2"] .endOfContent', { state: "attached" });
    await page.evaluate(() => {
      const lines = (number) => [...document.querySelectorAll(`.page[data-page-number="${number}"] .textLayer span[role=presentation]`)].filter((one) => one.firstChild);
      const [first, second] = [lines(1).at(-1).firstChild, lines(2)[0].firstChild];
      document.getSelection().setBaseAndExtent(first, 0, second, second.data.length);
    });
    await page.waitForSelector("#reader-palette");
    await page.click("#reader-palette-note");
    await page.fill("#reader-note-field", "Sur deux pages");
    await page.click("#reader-write .reader-action:not(.quiet)");
    const marks = await until(() => marksOf(page, book), (marks) => marks.length === 2, "sent");
    assert.deepEqual(marks.map(({ locator, note }) => [locator.locations.page, note]), [[1, "Sur deux pages"], [2, ""]]);
    for (const number of [1, 2]) await page.waitForSelector(`.page[data-page-number="${number}"] .reader-page-mark`, { state: "attached" });
    assert.equal(await page.locator(".reader-page-note").count(), 1);
    await page.locator(".reader-page-note").evaluate((sign) => sign.scrollIntoView({ block: "center" }));
    await picture(page, "reading-pdf-note-sign");
  });
});

test("by keys alone a sentence is marked, noted on, listed and gone to", async () => {
  await marking({ viewport: DESK, locale: "ar", theme: "dark" }, async (page, reader, book) => {
    await page.keyboard.press("h");
    await page.waitForSelector("#reader-palette button:focus");
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => String(document.getSelection()).startsWith("Salt"));
    await page.keyboard.press("3");
    await drawn(page, "blue", 1);
    const [made] = await until(() => marksOf(page, book), (marks) => marks.length === 1, "sent");
    assert.equal(made.locator.text.highlight, "Salt and rope are counted on the quay.");
    await page.keyboard.press("m");
    await page.waitForSelector(`${swatch("blue")}:focus`);
    await page.keyboard.press("Escape");
    await page.keyboard.press("b");
    await page.keyboard.press("End");
    await page.waitForFunction(() => document.getElementById("reader-view").dataset.page === "12");
    await page.keyboard.press("t");
    await page.click("#reader-contents-tab-marks");
    await page.waitForFunction(() => document.querySelectorAll(".reader-marks li").length === 2);
    await assertAccessible(page, "the list of marks");
    await picture(page, "reading-pdf-marks-ar-dark");
    await page.click(".reader-marks li:has(.reader-passage) button");
    await page.waitForFunction(() => document.getElementById("reader-view").dataset.page === "1");
  });
});

test("what is marked and read on a phone is on the desk, at the same words", async () => {
  await marking({ viewport: PHONE, locale: "fr" }, async (page, reader, book) => {
    await selectLine(page, "The clerk wrote");
    await page.click(swatch("pink"));
    await drawn(page, "pink", 1);
    await assertFits(page, "a mark on a phone");
    await page.keyboard.press("t");
    await page.fill("#reader-page-field", "6");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.getElementById("reader-view").dataset.page === "6");
    for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowDown");
    await reader.rest();
    const head = (await seenWords(page)).slice(0, 20);
    const { percent } = await reader.place();
    const told = async () => (await page.request.get(`/api/v1/books/${book.id}/progress`)).json();
    await until(told, ({ locator }) => locator !== null && Math.abs(locator.locations.totalProgression * 100 - percent) < 0.01, "the place is told");
    const desk = await newPage({ viewport: DESK, locale: "fr" });
    try {
      await signIn(desk, page.person);
      await openReader(desk, book, { format: "pdf" });
      await until(() => seenWords(desk), (seen) => seen.includes(head), `“${head}” on the desk`);
      await desk.keyboard.press("Home");
      await drawn(desk, "pink", 1);
      desk.watch.clean("the desk");
    } finally {
      await desk.done();
    }
  });
});
