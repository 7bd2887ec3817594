// From the door to the page: by mouse, by keyboard alone, and without scripts.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertFits, closeBrowser, newPage, picture } from "../lib/browser.mjs";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { tabTo } from "../lib/keyboard.mjs";

after(closeBrowser);

const CARD = "article a[href*='/book/']";
const READ = "a[href*='/read/']";

for (const locale of ["en", "fr", "ar"]) {
  test(`in ${locale}, a visitor goes from home to a free book and reads it`, async () => {
    const page = await newPage({ locale });
    try {
      await page.goto("/");
      assert.match(page.url(), new RegExp(`/${locale}/`), "the browser's language decides");
      assert.equal(await page.getAttribute("html", "dir"), locale === "ar" ? "rtl" : "ltr");
      await page.goto(`/${locale}/free`);
      await picture(page, `journey-free-${locale}`);
      await page.click(CARD);
      await page.waitForURL(/\/book\//);
      await assertFits(page, page.url());
      await picture(page, `journey-book-${locale}`);
      await page.click(READ);
      await page.waitForSelector('#reader-view[data-state="ready"]', { state: "attached" });
      await page.click("#reader-back");
      await page.waitForURL(/\/book\//);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

for (const locale of ["fr", "ar"]) {
  test(`[29] in ${locale}, keys alone lead to a book, through ten pages, another theme, and out`, async () => {
    const page = await newPage({ locale });
    try {
      await page.goto(`/${locale}/free`);
      await tabTo(page, CARD);
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/book\//);
      await tabTo(page, READ);
      await page.keyboard.press("Enter");
      await page.waitForSelector('#reader-view[data-state="ready"]', { state: "attached" });
      for (let turn = 0; turn < 10; turn += 1) {
        await page.keyboard.press("PageDown");
        await page.waitForTimeout(250);
      }
      await page.keyboard.press("Escape");
      if (!(await page.$("#reader-open-appearance:focus"))) await tabTo(page, "#reader-open-appearance");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#reader-appearance[open]");
      await tabTo(page, "input[name=theme]");
      await page.keyboard.press("ArrowRight");
      assert.ok(await page.getAttribute("html", "data-theme"));
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => document.activeElement.id), "reader-open-appearance", "the focus returns to where it came from");
      page.watch.clean();
    } finally {
      await page.done();
    }
  });

  test(`[29] in ${locale}, everything up to the plain chapters works without scripts`, async () => {
    const page = await newPage({ locale, js: false });
    try {
      await page.goto(`/${locale}/`);
      await page.click(`a[href$='/${locale}/free']`);
      await page.click(CARD);
      assert.ok(await page.isVisible("h1"));
      const book = await bookNamed("Moby");
      await page.goto(pageOf(book, locale));
      await page.goto(`/${locale}/read/${book.id}/ch/1`);
      assert.equal(await page.getAttribute("html", "dir"), locale === "ar" ? "rtl" : "ltr");
      const next = page.locator("a[rel=next]").first();
      const first = page.url();
      await next.click();
      assert.notEqual(page.url(), first);
      assert.ok((await page.textContent("main")).trim().length > 0);
      await page.locator("a[rel=prev]").first().click();
      assert.equal(page.url(), first);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

test("the sample of a book with a price ends with the way to the rest", async () => {
  const book = await bookNamed(/Children/);
  const page = await newPage();
  try {
    await page.goto(`${pageOf(book)}/sample`);
    await page.waitForSelector('#reader-view[data-state="ready"]', { state: "attached" });
    await page.keyboard.press("End");
    for (let turn = 0; turn < 20 && !(await page.$("#reader-end[open]")); turn += 1) {
      await page.keyboard.press("PageDown");
      await page.waitForTimeout(400);
    }
    assert.ok(await page.isVisible("#reader-end"));
    assert.match(await page.textContent("#reader-end"), /1.250/);
    await picture(page, "sample-end");
    page.watch.clean();
  } finally {
    await page.done();
  }
});
