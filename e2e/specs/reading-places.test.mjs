// Going about in a book: notes, contents, printed pages, landmarks, percentages, bookmarks, the way back, and keys.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { assertFits, closeBrowser, DESK, newPage, picture } from "../lib/browser.mjs";
import { bookNamed, readPath } from "../lib/books.mjs";
import { fillIn, pressOn, tabTo } from "../lib/keyboard.mjs";
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

/** Goes back with Shift and Tab until the focus is there. */
async function backTo(page, selector) {
  for (let stop = 0; stop < 40; stop += 1) {
    if (await page.$(`${selector}:focus`)) return;
    await page.keyboard.press("Shift+Tab");
  }
  assert.fail(`no ${selector} within 40 stops`);
}

const sectionIs = (page, section) => page.waitForFunction((wanted) => document.getElementById("reader-view").dataset.section === String(wanted), section);

/** Presses a link of the book that stands for a note. */
async function pressNote(reader, number = 0) {
  const links = await Promise.all(reader.documents().map((frame) => frame.$$('a[*|type~="noteref"]').catch(() => [])));
  await links.flat()[number].evaluate((link) => link.click());
}

for (const [locale, theme] of [["en", "light"], ["ar", "dark"]]) {
  test(`a footnote is shown in a sheet and the page stays, in ${locale}, ${theme}`, async () => {
    await reading("Waste Land", { locale, theme }, async (page, reader) => {
      await reader.turn(2);
      const before = await reader.rest();
      await pressNote(reader);
      await page.waitForSelector("#reader-note[open]");
      const note = page.frameLocator("iframe.reader-note");
      await note.getByText("Ezekiel").waitFor();
      assert.ok((await note.locator("body").textContent()).trim().length < 200, "only the note");
      const frame = await page.$eval("iframe.reader-note", (it) => [it.clientHeight, it.contentDocument.documentElement.scrollHeight]);
      assert.ok(frame[0] >= frame[1] && frame[0] < 300, `as high as the note: ${frame}`);
      await assertFits(page, "a note");
      await assertAccessible(page, "a note");
      await picture(page, `reading-note-${locale}-${theme}`);
      await page.keyboard.press("Escape");
      await page.waitForSelector("#reader-note", { state: "detached" });
      assert.deepEqual(await reader.rest(), before);
    });
  });
}

test("from a note one gets to its place in the book, and back", async () => {
  await reading("Waste Land", { locale: "en" }, async (page, reader) => {
    await reader.turn(2);
    const before = await reader.rest();
    await pressNote(reader);
    await page.click("#reader-note .reader-action");
    await page.waitForFunction((percent) => Number(document.getElementById("reader-view").dataset.percent) > percent + 20, before.percent);
    await page.keyboard.press("Backspace");
    await page.waitForFunction((was) => document.getElementById("reader-view").dataset.page === String(was), before.page);
    assert.ok(await page.isHidden("#reader-return"));
  });
});

test("a link that leads to no note goes where it leads", async () => {
  await reading("Moby", { locale: "en" }, async (page, reader) => {
    const toc = (await page.evaluate(async () => {
      const { manifest_url: url } = JSON.parse(document.getElementById("reader-data").textContent);
      const { landmarks } = await (await fetch(url)).json();
      return landmarks.map(({ type }) => type);
    })).indexOf("toc");
    await page.keyboard.press("t");
    await page.click("#reader-contents-tab-landmarks");
    await page.click(`.landmarks li:nth-child(${toc + 1}) button`);
    await page.waitForFunction(() => document.querySelector("#reader-contents[open]") === null);
    await reader.rest();
    const section = (await reader.place()).section;
    await reader.documents().at(-1).evaluate(() => {
      const link = [...document.querySelectorAll("a")].find((a) => /Chapter 2\b/.test(a.textContent));
      // The document is gone before a click of its own would have ended.
      setTimeout(() => link.click());
    });
    await page.waitForFunction((was) => document.getElementById("reader-view").dataset.section !== String(was), section);
    assert.equal(await page.$("#reader-note[open]"), null);
  });
});

test("the way back goes once one has read on, and the browser's own button still leads back", async () => {
  await reading("Moby", { locale: "en" }, async (page, reader) => {
    const { section } = await reader.rest();
    await page.keyboard.press("t");
    await page.click(".reader-entry:has-text('Chapter 36')");
    await page.waitForSelector("#reader-return:not([hidden])");
    await reader.turn(14);
    assert.ok(await page.isHidden("#reader-return"));
    assert.ok(await page.isVisible(".reader-aside"));
    await page.keyboard.press("Backspace");
    await sectionIs(page, section);
  });
});

test("a jump while the book still opens is made once it is open", async () => {
  const page = await newPage({ locale: "fr" });
  try {
    const book = await bookNamed("Moby");
    let release;
    const held = new Promise((done) => (release = done));
    await page.route("**/resources/**", async (route) => {
      await held;
      await route.continue();
    });
    // What is held back belongs to the page's load.
    await page.goto(readPath(book, "fr"), { waitUntil: "commit" });
    await page.waitForSelector("#reader-open-contents");
    await page.keyboard.press("t");
    await page.fill("#reader-page-field", "60 %");
    await page.keyboard.press("Enter");
    release();
    await page.waitForFunction(() => Math.abs(Number(document.getElementById("reader-view").dataset.percent) - 60) < 1.5);
    await page.waitForTimeout(500);
    assert.ok(Math.abs(Number(await page.getAttribute("#reader-view", "data-percent")) - 60) < 1.5, "and it stays there");
  } finally {
    await page.done();
  }
});

test("percentages and pages lead to their places; what is none is told", async () => {
  await reading("Moby", { locale: "fr" }, async (page, reader) => {
    const go = async (typed) => {
      await page.keyboard.press("t");
      await page.fill("#reader-page-field", typed);
      await page.keyboard.press("Enter");
    };
    await go("50 %");
    await page.waitForFunction(() => Math.abs(Number(document.getElementById("reader-view").dataset.percent) - 50) < 0.5);
    await go("700");
    await page.waitForFunction(() => Math.abs(Number(document.getElementById("reader-view").dataset.page) - 700) <= 1);
    await go("120 %");
    await page.waitForSelector("#reader-page-field[aria-invalid=true]");
    assert.ok((await page.textContent("#reader-page-wrong")).length > 10);
    await assertAccessible(page, "a page that is none");
    await page.keyboard.press("Escape");
    await page.click("#reader-return");
    await page.waitForFunction(() => Math.abs(Number(document.getElementById("reader-view").dataset.percent) - 50) < 0.5);
    await reader.rest();
  });
});

test("pages of the print edition are listed and lead to their places", async () => {
  await reading("Page Blanche", { locale: "fr", viewport: DESK }, async (page) => {
    await page.keyboard.press("t");
    await page.click("#reader-contents-tab-page-list");
    assert.equal((await page.$$(".page-list li")).length, 8);
    await picture(page, "reading-page-list");
    // Tabs are gone through with the arrow keys, and end where they began.
    await page.focus("#reader-contents-tab-page-list");
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.getAttribute("#reader-contents-tab-contents", "aria-selected"), "true");
    await page.keyboard.press("ArrowLeft");
    await assertAccessible(page, "pages of the print edition");
    await page.click(".page-list li:nth-child(5) button");
    await page.waitForFunction(() => Number(document.getElementById("reader-view").dataset.page) > 3);
  });
});

test("a bookmark is made by key, kept, shown, gone to and taken away", async () => {
  await reading("Moby", { locale: "en" }, async (page, reader) => {
    await reader.turn(3);
    const { section, page: number } = await reader.rest();
    await page.keyboard.press("b");
    await page.waitForSelector("#reader-bookmark[aria-pressed=true]");
    await reader.press("PageDown");
    assert.equal(await page.getAttribute("#reader-bookmark", "aria-pressed"), "false");
    await reader.press("PageUp");
    assert.equal(await page.getAttribute("#reader-bookmark", "aria-pressed"), "true");
    await page.setViewportSize(DESK);
    await page.waitForSelector("#reader-bookmark[aria-pressed=true]");
    await page.keyboard.press("End");
    await page.waitForFunction((was) => document.getElementById("reader-view").dataset.section !== String(was), section);
    await page.reload();
    await reader.settled();
    await page.keyboard.press("t");
    await page.click("#reader-contents-tab-marks");
    await picture(page, "reading-bookmarks");
    await assertAccessible(page, "bookmarks");
    await page.click(".reader-marks .reader-entry");
    await sectionIs(page, section);
    await page.waitForSelector("#reader-bookmark[aria-pressed=true]");
    assert.ok(Math.abs((await reader.rest()).page - number) <= 2);
    await page.click("#reader-bookmark");
    await page.waitForSelector("#reader-bookmark[aria-pressed=false]");
    await page.keyboard.press("t");
    assert.equal(await page.$(".reader-marks li"), null);
  });
});

test("a bookmark can be taken off the list, and the focus stays in it", async () => {
  await reading("pdflatex outline", { locale: "en", format: "pdf" }, async (page, reader) => {
    await page.keyboard.press("b");
    await reader.turn(1, "ArrowRight");
    await page.keyboard.press("b");
    await page.keyboard.press("t");
    await page.click("#reader-contents-tab-marks");
    assert.equal((await page.$$(".reader-marks li")).length, 2);
    for (const left of [1, 0]) {
      await page.click(".reader-marks li:first-child .reader-button:last-child");
      assert.equal((await page.$$(".reader-marks li")).length, left);
      assert.ok(await page.evaluate(() => document.activeElement.closest("#reader-contents") !== null));
    }
  });
});

test("the time left is told of the chapter, and of the book where that is wished", async () => {
  await reading("Moby", { locale: "fr" }, async (page, reader) => {
    await reader.turn(2);
    assert.match(await page.textContent(".reader-aside"), /chapitre/);
    await page.click(".reader-aside");
    assert.match(await page.textContent(".reader-aside"), /environ .*14.* heures restantes dans le livre/);
    await page.reload();
    await reader.settled();
    await page.waitForFunction(() => /livre/.test(document.querySelector(".reader-aside").textContent));
  });
});

test("a page that was turned is said aloud, also one of a fixed layout", async () => {
  for (const name of ["Moby", "ハルコ"]) {
    await reading(name, { locale: "en" }, async (page, reader) => {
      await reader.press("PageDown");
      await page.waitForFunction(() => document.getElementById("reader-live").textContent === document.querySelector(".reader-slider").getAttribute("aria-valuetext"));
      assert.match(await page.textContent("#reader-live"), /Page .* of /);
      assert.equal(await page.getAttribute("#reader-live", "role"), "status");
    });
  }
});

test("keys do what their list says, whatever the keyboard's script, and Escape closes the top layer first", async () => {
  await reading("Moby", { locale: "ar" }, async (page) => {
    const press = (key, code, shiftKey = false) => page.evaluate((init) => document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init })), { key, code, shiftKey });
    await press("ف", "KeyT");
    await page.waitForSelector("#reader-contents[open]");
    await page.keyboard.press("Escape");
    await press("ش", "KeyA");
    await page.waitForSelector("#reader-appearance[open]");
    await page.keyboard.press("Escape");
    await press("؟", "Slash", true);
    await page.waitForSelector("#reader-keys[open]");
    await assertAccessible(page, "the list of keys");
    await picture(page, "reading-keys");
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.fill("#reader-find-field", "Ishmael");
    await page.keyboard.press("Enter");
    await page.click(".reader-passages li:first-child button");
    await page.waitForSelector(".reader-find-bar");
    await page.keyboard.press("t");
    await page.keyboard.press("Escape");
    assert.ok(await page.isVisible(".reader-find-bar"), "the sheet was on top");
    await page.keyboard.press("Escape");
    await page.waitForSelector(".reader-find-bar", { state: "detached" });
  });
});

test("formulas are set as formulas", async () => {
  const page = await newPage({ locale: "fr" });
  try {
    const book = await bookNamed("Petites mathématiques");
    await page.goto(`/fr/book/${book.id}-${book.slug}/sample`);
    await page.waitForSelector('#reader-view[data-state="ready"]', { state: "attached" });
    let formula = null;
    for (let turns = 0; turns < 12 && formula === null; turns += 1) {
      await page.keyboard.press("PageDown");
      await page.waitForTimeout(400);
      const found = await Promise.all(page.frames().slice(1).map((frame) => frame.evaluate(() => {
        const math = document.querySelector("math mfrac, math msup, math msqrt");
        return math && [math.namespaceURI, math.getBoundingClientRect().height, getComputedStyle(math).display];
      }).catch(() => null)));
      formula = found.find(Boolean) ?? null;
    }
    assert.ok(formula, "there is one in the sample");
    assert.equal(formula[0], "http://www.w3.org/1998/Math/MathML");
    assert.ok(formula[1] > 10 && formula[2].includes("math"), String(formula));
    await picture(page, "reading-formulas");
    page.watch.clean("formulas");
  } finally {
    await page.done();
  }
});

for (const [locale, book] of [["fr", "Moby"], ["ar", /cancer/i]]) {
  test(`[29] all that a reader does is done by keys alone, in ${locale}`, async () => {
    await reading(book, { locale, viewport: DESK }, async (page, reader) => {
      await reader.turn(2);
      await pressOn(page, "#reader-open-appearance");
      await page.waitForSelector("#reader-appearance[open]");
      await tabTo(page, 'input[name="theme"]');
      for (let i = 0; i < 4 && (await page.getAttribute("html", "data-theme")) !== "dark"; i += 1) await page.keyboard.press("ArrowDown");
      assert.equal(await page.getAttribute("html", "data-theme"), "dark");
      await pressOn(page, ".reader-more summary");
      await tabTo(page, 'input[name="words"]');
      await page.keyboard.press("ArrowDown");
      assert.match(await page.evaluate(() => localStorage.getItem("reader-preferences")), /"words":"wide"/);
      await page.keyboard.press("Escape");
      // The focus is where the sheet was opened.
      await page.waitForSelector("#reader-open-appearance:focus");
      await tabTo(page, "#reader-open-contents");
      await page.keyboard.press("Enter");
      // The focus is on the chapter at hand; the field stands before the list.
      await backTo(page, "#reader-page-field");
      await fillIn(page, "#reader-page-field", "30 %");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => Math.abs(Number(document.getElementById("reader-view").dataset.percent) - 30) < 4);
      await page.keyboard.press("/");
      await page.keyboard.type(locale === "ar" ? "الخلية" : "the whale");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".reader-passages li");
      await tabTo(page, ".reader-passages li:nth-child(2) button");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".reader-find-bar");
      await tabTo(page, "#reader-find-next");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelector(".reader-find-count").textContent.includes("3"));
      await pressOn(page, "#reader-find-end");
      await page.waitForSelector("#reader-open-find:focus");
      await pressOn(page, "#reader-bookmark");
      await page.waitForSelector("#reader-bookmark[aria-pressed=true]");
      await tabTo(page, ".reader-slider");
      const before = (await reader.rest()).percent;
      const { percent } = await reader.press(locale === "ar" ? "ArrowRight" : "ArrowLeft");
      assert.ok(percent < before, `the slider follows the book: ${before}, then ${percent}`);
      await backTo(page, "#reader-back");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/book\//);
    });
  });
}
