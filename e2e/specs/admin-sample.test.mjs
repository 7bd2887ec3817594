// The sample of a book gets another length on the page of its files, without scripts, in French and Arabic: the book is the test's
// own, dropped as a draft.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { assertFits, assertTouchable, closeBrowser, newPage, picture } from "../lib/browser.mjs";
import { epub, send, unique } from "../lib/desk.mjs";
import { csrfOf, demoPeople, signIn } from "../lib/people.mjs";

after(closeBrowser);

const editor = () => demoPeople().find(({ role }) => role === "editor") ?? demoPeople().find(({ role }) => role === "admin");

/** The sample of a book's EPUB, once it is as `is` wants it. */
async function sample(page, book, is) {
  for (let look = 0; look < 120; look += 1) {
    const { items } = await (await page.request.get(`/api/v1/admin/books/${book.id}/files`)).json();
    if (items[0] && is(items[0].sample)) return items[0].sample;
    await page.waitForTimeout(500);
  }
  return assert.fail("the sample is not as it should be");
}

/** The page as those see it who have scripts, which the rules of accessibility are looked at with. */
async function looked(page, book, { locale, theme }) {
  const other = await newPage({ locale, theme });
  try {
    await other.context().addCookies(await page.context().cookies());
    await other.goto(`/${locale}/admin/books/${book.id}/files`);
    await other.click("#sample-epub summary");
    await assertAccessible(other, `${locale} the sample`);
    other.watch.clean();
  } finally {
    await other.done();
  }
}

for (const [locale, theme] of [["fr", "light"], ["ar", "dark"]]) {
  test(`in ${locale}, a sample is cut up to a chapter and then to nothing`, async () => {
    const page = await newPage({ locale, theme, js: false, viewport: { width: 360, height: 700 } });
    try {
      await signIn(page, editor(), locale);
      const title = unique(`Lamps ${locale}`);
      const book = await send(page, "POST", "/admin/books", { title });
      const headers = { "x-csrf-token": await csrfOf(page) };
      const file = await page.request.put(`/api/v1/admin/books/${book.id}/files/epub`, { headers, multipart: { file: epub(title) } });
      assert.ok(file.ok(), await file.text());
      await sample(page, book, ({ length }) => length === "usual");
      await page.goto(`/${locale}/admin/books/${book.id}/files`);
      await page.click("#sample-epub summary");
      await page.check("input[value=through]");
      await page.selectOption("#through-epub", "2");
      await assertFits(page, `${locale} the sample`);
      await assertTouchable(page, `${locale} the sample`);
      await picture(page, `admin-sample-${locale}`);
      await page.click("#sample-epub button");
      await page.waitForSelector(".notice");
      assert.equal((await sample(page, book, ({ length }) => length === "through:2")).open, 2);
      await page.goto(`/${locale}/admin/books/${book.id}/files`);
      await page.click("#sample-epub summary");
      await page.check("input[value=percent]");
      await page.fill("#percent-epub", "99");
      await page.click("#sample-epub button");
      await page.waitForSelector("#sample-epub .field__error");
      assert.equal(await page.inputValue("#percent-epub"), "99");
      await page.check("input[value=none]");
      await page.click("#sample-epub button");
      await sample(page, book, ({ length }) => length === "none");
      await looked(page, book, { locale, theme });
    } finally {
      await page.done();
    }
  });
}
