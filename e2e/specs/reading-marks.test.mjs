// Highlights and notes: made by mouse, by touch and by keys alone; changed, deleted, brought back, listed and taken along.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { bookNamed } from "../lib/books.mjs";
import { assertFits, closeBrowser, DESK, PHONE, picture } from "../lib/browser.mjs";
import { drawn, lineOnPage, marksOf, until } from "../lib/kept.mjs";
import { tabTo } from "../lib/keyboard.mjs";
import { signedIn } from "../lib/people.mjs";
import { openReader } from "../lib/reader.mjs";

after(closeBrowser);

async function marking(name, options, act) {
  const page = await signedIn(options);
  try {
    const book = await bookNamed(name);
    const reader = await openReader(page, book, options);
    await act(page, reader, book);
    page.watch.clean(String(name));
  } finally {
    await page.done();
  }
}

/** Into a chapter, so that there are sentences. */
async function intoText(page, reader, share = 30) {
  // foliate passes over a place that it is told while it opens the first one.
  await reader.rest();
  await page.keyboard.press("t");
  await page.fill("#reader-page-field", `${share} %`);
  await page.keyboard.press("Enter");
  // A page of a short book ends well behind the place asked for.
  await page.waitForFunction((wanted) => Math.abs(Number(document.getElementById("reader-view").dataset.percent) - wanted) < 10, share);
  await reader.rest();
}

const swatch = (colour) => `#reader-palette button:has(.reader-swatch.${colour})`;
const isDrawn = (reader, colour, count) => until(() => drawn(reader, colour), (seen) => seen === count, `${count} drawn in ${colour}`);

async function openList(page) {
  if ((await page.$("#reader-contents[open]")) === null) await page.keyboard.press("t");
  await page.click("#reader-contents-tab-marks");
}

/** The list on paper: the book's title, all marks and nothing to press but what they are. */
async function assertOnPaper(page, book) {
  await page.emulateMedia({ media: "print" });
  const pressed = await page.locator(":is(a, button, input, select):visible:not(.reader-entry)").evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 80)));
  assert.deepEqual(pressed, []);
  assert.equal(await page.innerText("#reader-title"), book.title);
  assert.equal(await page.locator(".reader-marks li:visible").count(), 3);
  const isWhole = await page.$eval("#reader-contents", (list) => list.scrollHeight <= list.clientHeight && document.querySelector("#reader-title").getBoundingClientRect().bottom <= list.getBoundingClientRect().top);
  assert.ok(isWhole, "nothing is cut off or lies over the title");
  await picture(page, `reading-marks-on-paper-${page.viewportSize().width}`);
  await page.emulateMedia({ media: "screen" });
}

for (const [theme, locale] of [["light", "fr"], ["dark", "en"]]) {
  test(`with the mouse words are marked, recoloured, noted on, deleted and brought back, in ${theme}`, async () => {
    await marking("Moby", { viewport: DESK, locale, theme }, async (page, reader, book) => {
      await intoText(page, reader);
      const { x, y, width } = await lineOnPage(reader);
      await page.mouse.move(x + 4, y);
      await page.mouse.down();
      await page.mouse.move(x + width * 0.6, y, { steps: 6 });
      await page.mouse.up();
      await page.waitForSelector("#reader-palette");
      await picture(page, `reading-palette-${theme}`);
      await assertAccessible(page, "the palette");
      await page.click(swatch("green"));
      await isDrawn(reader, "green", 1);
      const [made] = await until(() => marksOf(page, book), (marks) => marks.length === 1, "sent");
      assert.deepEqual([made.kind, made.colour], ["highlight", "green"]);
      assert.ok(made.locator.text.highlight.length > 3 && made.locator.locations.cfi.startsWith("epubcfi("));

      const before = await reader.place();
      await page.mouse.click(x + width * 0.3, y);
      await page.waitForSelector(`${swatch("green")}[aria-pressed=true]`);
      await page.click(swatch("purple"));
      await isDrawn(reader, "purple", 1);
      await page.mouse.click(x + width * 0.3, y);
      await page.click("#reader-palette-note");
      await page.fill("#reader-note-field", "Une remarque.\nEt une autre.");
      await assertAccessible(page, "writing a note");
      await picture(page, `reading-note-${theme}`);
      await page.click("#reader-write .reader-action:not(.quiet)");
      await until(() => marksOf(page, book), ([mark]) => mark.note.startsWith("Une remarque.") && mark.colour === "purple", "noted");
      assert.deepEqual(await reader.place(), before, "no page turned");

      await page.mouse.click(x + width * 0.3, y);
      await page.click("#reader-palette-delete");
      await isDrawn(reader, "purple", 0);
      await until(() => marksOf(page, book), (marks) => marks.length === 0, "deleted");
      await picture(page, `reading-undo-${theme}`);
      await page.click("#reader-toast button");
      await isDrawn(reader, "purple", 1);
      await until(() => marksOf(page, book), ([mark]) => mark?.note.startsWith("Une remarque."), "brought back");
      await page.reload();
      await reader.settled();
      await isDrawn(reader, "purple", 1);
    });
  });
}

for (const [name, locale] of [["Moby", "en"], [/cancer/i, "ar"], ["草枕", "fr"]]) {
  test(`by keys alone a sentence is marked and noted on, in ${name}`, async () => {
    await marking(name, { viewport: DESK, locale }, async (page, reader, book) => {
      await intoText(page, reader);
      await page.keyboard.press("h");
      await page.waitForSelector("#reader-palette button:focus");
      await page.keyboard.press("1");
      await isDrawn(reader, "yellow", 1);
      await page.keyboard.press("h");
      await page.waitForSelector("#reader-palette button:focus");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Shift+ArrowDown");
      await page.keyboard.press("3");
      await isDrawn(reader, "blue", 1);
      const [first, second] = await until(() => marksOf(page, book), (marks) => marks.length === 2, "sent");
      const [before, after] = [first, second].map(({ locator }) => locator.text.highlight);
      assert.ok(before.length > 1 && after.length > 1 && !after.startsWith(before), `“${after}” is another sentence than “${before}”`);
      await page.keyboard.press("m");
      await page.keyboard.press("m");
      await page.waitForSelector(`${swatch("blue")}:focus`);
      await tabTo(page, "#reader-palette-note");
      await page.keyboard.press("Enter");
      await page.keyboard.type("By keys");
      await page.keyboard.press("Control+Enter");
      await until(() => marksOf(page, book), ([, mark]) => mark.note === "By keys", "noted");
      await picture(page, `reading-marked-${locale}`);
      await page.keyboard.press("m");
      await page.keyboard.press("Escape");
      await page.waitForSelector("#reader-palette", { state: "detached" });
    });
  });
}

for (const [name, locale, isFixed] of [["Moby", "fr", false], [/cancer/i, "ar", false], ["lay-pp-page-spread-combined", "en", true]]) {
  test(`a sign stands where words end that a note is about, in ${name}`, async () => {
    const page = await signedIn({ viewport: PHONE, locale });
    try {
      // The renderer keeps its tree to itself.
      await page.addInitScript(() => {
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (options) {
          return attach.call(this, { ...options, mode: "open" });
        };
      });
      const reader = await openReader(page, await bookNamed(name), { locale });
      if (!isFixed) await intoText(page, reader);
      assert.equal(await page.locator(".reader-note-sign").count(), 0);
      await page.keyboard.press("h");
      await page.waitForSelector("#reader-palette button:focus");
      await page.click("#reader-palette-note");
      await page.fill("#reader-note-field", "À relire");
      await page.click("#reader-write .reader-action:not(.quiet)");
      // Signs are drawn anew whenever a mark is told.
      const signAt = () => page.locator(".reader-note-sign").boundingBox({ timeout: 1000 }).catch(() => null);
      const box = await until(signAt, (box) => box !== null, "a sign");
      assert.ok(box.x >= 0 && box.x + box.width <= PHONE.width && box.y > 0, JSON.stringify(box));
      await picture(page, `reading-note-sign-${locale}`);
      await reader.press("PageDown");
      await reader.press("PageUp");
      const same = (now) => now !== null && Math.abs(now.x - box.x) < 2 && Math.abs(now.y - box.y) < 2;
      await until(signAt, same, "it stays with its words");
    } finally {
      await page.done();
    }
  });
}

test("words are selected with Shift and the arrows", async () => {
  await marking("Moby", { viewport: DESK, locale: "en" }, async (page, reader) => {
    await intoText(page, reader);
    const before = await reader.place();
    // Letters that arrive late lay the page out anew, and with that nothing is selected any more.
    const select = async () => {
      await page.keyboard.press("Shift+ArrowRight");
      return page.waitForSelector("#reader-palette", { timeout: 2_000 }).catch(() => null);
    };
    await until(select, (palette) => palette !== null, "offered");
    await page.keyboard.press("h");
    await page.waitForSelector("#reader-palette button:focus");
    await page.keyboard.press("Enter");
    await isDrawn(reader, "yellow", 1);
    assert.equal((await reader.place()).page, before.page);
  });
});

for (const locale of ["fr", "ar"]) {
  test(`with a finger, and the list on a phone in ${locale}`, async () => {
    await marking(locale === "ar" ? /cancer/i : "Moby", { viewport: PHONE, locale, touch: true }, async (page, reader, book) => {
      await intoText(page, reader);
      // The system's own selection by a long press, as its browser reports it.
      const select = (from) => Promise.all(reader.documents().map((frame) => frame.evaluate((skip) => {
        const seen = Array.from(document.querySelectorAll("p")).filter((p) => {
          const { left } = p.getBoundingClientRect();
          const x = frameElement.getBoundingClientRect().left + left;
          return p.textContent.trim().length > 60 && x >= 0 && x < parent.innerWidth;
        });
        const nodes = seen.flatMap((p) => Array.from(p.childNodes)).filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 40);
        getSelection().setBaseAndExtent(nodes[0], skip, nodes[0], skip + 12);
      }, from)));
      await select(0);
      await page.waitForSelector("#reader-palette.docked");
      await picture(page, `reading-palette-phone-${locale}`);
      await assertFits(page, "the palette");
      await page.tap(swatch("pink"));
      await isDrawn(reader, "pink", 1);
      await select(14);
      await page.waitForSelector("#reader-palette");
      await page.tap("#reader-palette-note");
      await page.fill("#reader-note-field", locale === "ar" ? "ملاحظة للعودة إليها" : "À relire");
      await page.tap("#reader-write .reader-action:not(.quiet)");
      await isDrawn(reader, "yellow", 1);
      await page.tap("#reader-bookmark");
      await until(() => marksOf(page, book), (marks) => marks.length === 3, "all three");

      await page.tap("#reader-open-contents");
      await page.tap("#reader-contents-tab-marks");
      const rows = () => page.locator(".reader-marks li").count();
      assert.equal(await rows(), 3);
      await assertAccessible(page, "the list of marks");
      await assertFits(page, "the list of marks");
      await picture(page, `reading-marks-${locale}`);
      await assertOnPaper(page, book);
      await page.selectOption("#reader-mark-kind", "note");
      assert.equal(await rows(), 1);
      await page.selectOption("#reader-mark-kind", "all");
      await page.selectOption("#reader-mark-colour", "pink");
      assert.equal(await rows(), 1);
      await page.selectOption("#reader-mark-colour", "purple");
      assert.equal(await rows(), 0);
      await page.selectOption("#reader-mark-colour", "");
      const [download] = await Promise.all([page.waitForEvent("download"), page.tap(".reader-exports a:first-child")]);
      assert.match(download.suggestedFilename(), /\.md$/);
      await page.tap(".reader-marks li:first-child .reader-button:last-child");
      assert.equal(await rows(), 2);
      await page.tap("#reader-toast button");
      assert.equal(await rows(), 3);
      await page.tap(".reader-marks li:last-child .reader-entry");
      await page.waitForSelector("#reader-contents:not([open])", { state: "attached" });
    });
  });
}

test("a mark leads to its words, also from another chapter, and one of an older file says so", async () => {
  await marking("Moby", { viewport: DESK, locale: "en" }, async (page, reader, book) => {
    await intoText(page, reader);
    const { section } = await reader.place();
    await page.keyboard.press("h");
    await page.keyboard.press("1");
    await isDrawn(reader, "yellow", 1);
    const [mark] = await until(() => marksOf(page, book), (marks) => marks.length === 1, "sent");
    await page.keyboard.press("End");
    await page.waitForFunction((was) => document.getElementById("reader-view").dataset.section !== String(was), section);
    await openList(page);
    await page.click(".reader-marks .reader-entry");
    await page.waitForFunction((was) => document.getElementById("reader-view").dataset.section === String(was), section);
    await isDrawn(reader, "yellow", 1);

    // The address is that of the mark before the page is opened anew.
    await page.waitForFunction(([, path]) => decodeURI(location.hash).startsWith(`#epubcfi(${path}!`), /\((.*?)!/.exec(mark.locator.locations.cfi));

    // As the server tells of marks in a file that was replaced.
    const old = { ...mark, locator: { ...mark.locator, version: "older" } };
    const [moved, lost] = [{ ...old, status: "moved" }, { ...old, uuid: crypto.randomUUID(), status: "lost" }];
    await page.route("**/api/v1/me/sync", async (route) => {
      const response = await route.fetch();
      const answer = await response.json();
      await route.fulfill({ json: { ...answer, changes: { progress: [], annotations: [old, lost] } } });
    });
    await page.route("**/annotations?**", (route) => route.fulfill({ json: { items: [moved, lost], next_cursor: null } }));
    // Once, and told again only where it is asked for: then it is known where they went.
    await Promise.all([page.waitForResponse("**/api/v1/me/sync"), page.reload()]);
    await reader.settled();
    await openList(page);
    await page.waitForSelector(".reader-mark-status.lost");
    await page.unroute("**/api/v1/me/sync");
    await Promise.all([page.waitForResponse("**/annotations?**"), page.reload()]);
    await reader.settled();
    await isDrawn(reader, "yellow", 1);
    await openList(page);
    await page.waitForSelector(".reader-mark-status.lost");
    await page.waitForSelector(".reader-mark-status.moved");
    await picture(page, "reading-marks-moved");
    await page.click("li:has(.lost) .reader-entry");
    await page.waitForSelector("#reader-toast:not([hidden])");
  });
});

test("on a fixed page without words a key says that there are none, and a bookmark is kept", async () => {
  await marking("ハルコ", { viewport: PHONE, locale: "fr" }, async (page, reader, book) => {
    await reader.turn(2, "ArrowLeft");
    await page.keyboard.press("h");
    await page.waitForSelector("#reader-toast:not([hidden])");
    await page.keyboard.press("b");
    await page.waitForSelector("#reader-bookmark[aria-pressed=true]");
    await until(() => marksOf(page, book), ([mark]) => mark?.kind === "marker", "sent");
  });
});
