// Authors, genres, publishers and series as those see them who keep them, in French and Arabic: a name changed, two put together, one
// parted, genres moved; without scripts too.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, picture } from "../lib/browser.mjs";
import { send, unique } from "../lib/desk.mjs";
import { demoPeople, signIn } from "../lib/people.mjs";

after(closeBrowser);

const editor = () => demoPeople().find(({ role }) => role === "editor") ?? demoPeople().find(({ role }) => role === "admin");

/** A page of somebody who keeps the books, with a word that nothing else has. */
async function desk(options) {
  const page = await newPage(options);
  await signIn(page, editor(), options.locale);
  page.word = unique("Zq").replace(" ", "");
  return page;
}

/** A draft by people of these names, and the keys of those. */
async function book(page, title, authors) {
  const { contributors, id } = await send(page, "POST", "/admin/books", { title: `${page.word} ${title}`, authors });
  return { id, authors: contributors.map((person) => person.id) };
}

for (const [locale, theme] of [["fr", "light"], ["ar", "dark"]]) {
  test(`in ${locale}, an author is renamed, put into another, and parted again, without scripts`, async () => {
    const page = await desk({ locale, theme, js: false });
    const { word } = page;
    try {
      const one = await book(page, "un", [`A. ${word}`]);
      await book(page, "deux", [`Albert ${word}`]);
      await page.goto(`/${locale}/admin/authors?q=${word}`);
      assert.equal(await page.locator("#names tbody tr").count(), 2);
      await page.goto(`/${locale}/admin/authors/${one.authors[0]}`);
      await page.fill("#name_ar", `ا. ${word}`);
      await page.click(".editor button[type=submit]");
      await page.waitForSelector(".notice");
      await page.fill("#into", `albert ${word.toLowerCase()}`);
      await page.click("form[action$='/merge'] button");
      await page.waitForSelector(".sure");
      await picture(page, `admin-names-merge-${locale}`);
      await page.click(".sure button.button--danger");
      await page.waitForSelector(".notice");
      assert.match(await page.inputValue("#other_names"), new RegExp(`A\\. ${word}`));
      // The old address leads on.
      await page.goto(`/${locale}/admin/authors/${one.authors[0]}`);
      assert.doesNotMatch(page.url(), new RegExp(`/${one.authors[0]}$`));
      await page.goto(`${page.url()}/books`);
      await page.check(`input[name=book][value="${one.id}"]`);
      await page.fill("#name", `Alice ${word}`);
      await page.click("#parting ~ shop-names button[type=submit]");
      await page.waitForSelector(".notice");
      assert.equal(await page.locator("input[name=book]").count(), 1);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });

  test(`in ${locale}, genres are moved and thrown away by keys`, async () => {
    const page = await desk({ locale, viewport: DESK });
    try {
      const genre = await send(page, "POST", "/admin/genres", { name: page.word });
      await page.goto(`/${locale}/admin/genres?all`);
      const row = page.locator(`#names tbody tr:has-text("${page.word}")`);
      await row.locator("button[name=to]").first().focus();
      await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
      assert.ok((await send(page, "GET", `/admin/genres/${genre.id}`)).position < genre.position);
      await page.goto(`/${locale}/admin/genres/${genre.id}/remove`);
      await page.click(".sure button.button--danger");
      await page.waitForSelector(".notice");
      assert.equal(await page.locator(`#names tbody tr:has-text("${page.word}")`).count(), 0);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });

  test(`[17] in ${locale}, the pages of names are for everybody`, async () => {
    const small = await desk({ locale, viewport: { width: 360, height: 700 } });
    const large = await desk({ locale, theme, viewport: DESK });
    try {
      const [author] = (await book(small, "x", [small.word])).authors;
      const series = (await send(small, "GET", "/admin/series")).items[0];
      const genre = (await send(small, "GET", "/admin/genres")).items[0];
      for (const [name, page] of [["small", small], ["desk", large]]) {
        for (const path of ["authors?all", "genres?all", "authors/duplicates", "series?q=nowhere", `authors/${author}`, `authors/${author}/books`, `genres/${genre.id}`, `series/${series.id}/books`]) {
          await page.goto(`/${locale}/admin/${path}`);
          await assertAccessible(page, `${name} ${path}`);
          await assertFits(page, `${name} ${path}`);
          await assertTouchable(page, `${name} ${path}`);
          await picture(page, `admin-names-${path.replace(/\W+/g, "-")}-${name}-${locale}`);
        }
        await page.goto(`/${locale}/admin/authors?all`);
        page.watch.clean(name);
      }
    } finally {
      await small.done();
      await large.done();
    }
  });
}
