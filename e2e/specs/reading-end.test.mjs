// What stands behind the last page: of a book what one may do with it now, of a sample the way to the rest.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { assertFits, closeBrowser, DESK, newPage, picture } from "../lib/browser.mjs";
import { bookNamed, books, hasFormat, pageOf } from "../lib/books.mjs";
import { signedIn, verify } from "../lib/people.mjs";
import { openReader } from "../lib/reader.mjs";

after(closeBrowser);

/** Goes behind the last page. */
async function end(page) {
  await page.waitForSelector('#reader-view[data-state="ready"]', { state: "attached" });
  await page.keyboard.press("End");
  for (let turn = 0; turn < 12 && !(await page.$("#reader-end[open]")); turn += 1) {
    await page.keyboard.press("PageDown");
    await page.waitForTimeout(300);
  }
  await page.waitForSelector("#reader-end[open]");
}

const whole = async (page, book) => (await page.request.get(`/api/v1/books/${book.id}`)).json();

/** Asks until the shop says so: what is kept is sent behind the page's back. */
async function until(what, is) {
  for (let turn = 0; turn < 100; turn += 1) {
    if (await is()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  assert.fail(what);
}

for (const [locale, theme, viewport] of [["fr", "light", undefined], ["ar", "dark", DESK]]) {
  test(`[21] at the end of a book it is rated and talked about, in ${locale}, ${theme}`, async () => {
    const page = await signedIn({ locale, theme, ...(viewport && { viewport }) });
    try {
      await verify(page, page.person);
      const book = await bookNamed("Trees");
      const reader = await openReader(page, book, { locale });
      await end(page);
      const place = await reader.place();
      await assertFits(page, "the end");
      await assertAccessible(page, "the end");
      await picture(page, `reading-end-${locale}-${theme}`);
      await page.check('#reader-end input[value="4"]', { force: true });
      await page.waitForSelector("#reader-end .reader-stars .reader-end__said:not(:empty)");
      await until("the rating is kept", async () => (await whole(page, book)).my_rating === 4);
      // By keys alone: the arrows choose, and what was chosen last counts.
      await page.focus('#reader-end input[value="4"]');
      await page.keyboard.press("ArrowDown");
      await until("the other rating is kept", async () => (await whole(page, book)).my_rating !== 4);
      assert.match(await page.getAttribute(`#reader-end a[href*="#comments"]`, "href"), new RegExp(`^/${locale}/book/${book.id}-`));
      await page.keyboard.press("Escape");
      await page.waitForSelector("#reader-end", { state: "hidden" });
      assert.equal((await reader.rest()).page, place.page, "the last page is still there");
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

test("a visitor at the end of a book may share it and is asked for no rating", async () => {
  const page = await newPage({ locale: "en" });
  try {
    await openReader(page, await bookNamed("Trees"), { locale: "en" });
    await end(page);
    assert.equal(await page.locator("#reader-end .reader-stars").count(), 0);
    assert.equal(await page.locator('#reader-end a[href*="#comments"]').count(), 0);
    await page.click("#reader-end >> text=Share");
    await page.waitForSelector("#reader-end .reader-end__said:not(:empty)");
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("a book is read again from its beginning", async () => {
  const page = await newPage({ locale: "en" });
  try {
    const reader = await openReader(page, await bookNamed("Trees"), { locale: "en" });
    await end(page);
    await page.click("#reader-end >> text=Read again");
    await page.waitForFunction(() => Number(document.getElementById("reader-view").dataset.page) === 1);
    assert.equal((await reader.rest()).page, 1);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

for (const format of ["epub", "pdf"]) {
  test(`where the sample of an ${format} ends, the book goes into the cart without leaving the page`, async () => {
    const priced = (await books()).filter((book) => book.price?.amount > 0 && hasFormat(book, format));
    if (priced.length === 0) return;
    const book = priced.find(({ title }) => /Children/.test(title)) ?? priced[0];
    const page = await newPage({ locale: "fr" });
    try {
      await page.goto(`${pageOf(book)}/sample?format=${format}`);
      await end(page);
      const { pathname } = new URL(page.url());
      await picture(page, `sample-end-${format}`);
      await page.click("#reader-end >> text=Ajouter au panier");
      const link = page.locator("#reader-end >> text=Dans le panier");
      await link.waitFor();
      assert.equal(new URL(page.url()).pathname, pathname);
      const cart = await (await page.request.get("/api/v1/cart")).json();
      assert.deepEqual(cart.items.map((item) => item.book.id), [book.id]);
      await link.click();
      await page.waitForURL("**/fr/cart");
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

test("without JavaScript the sample's last chapter sells the book as well", async () => {
  const book = await bookNamed(/Children/);
  const page = await newPage({ locale: "ar", js: false });
  try {
    await page.goto(`/ar/read/${book.id}/ch/1`);
    for (let next = "/"; next; ) {
      next = await page.$eval("a[rel=next]", (link) => link.href).catch(() => null);
      if (next) await page.goto(next);
    }
    await page.waitForSelector(".chapter__end");
    assert.match(await page.textContent(".chapter__end"), /1.250/);
    await assertFits(page, "the end of the sample");
    await picture(page, "sample-end-plain");
    await page.click(".chapter__end button");
    await page.waitForURL("**/ar/cart");
    assert.ok((await page.textContent("main")).includes(book.title));
    page.watch.clean();
  } finally {
    await page.done();
  }
});
