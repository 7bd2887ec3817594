// The front page, arranged in French and Arabic: a shelf of the shop's own made, filled, seen on a day to come and removed without
// scripts; moved by keys. The shelf has a day that is far off, so that nobody else's front page changes meanwhile.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { books } from "../lib/books.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, picture } from "../lib/browser.mjs";
import { csrfOf, demoPeople, signIn } from "../lib/people.mjs";

after(closeBrowser);

const HOME = "/admin/home";
const editor = () => demoPeople().find(({ role }) => role === "editor") ?? demoPeople().find(({ role }) => role === "admin");

/** The day so many days from now, as fields have it. */
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A shelf of the test's own, whose day is far off; its name. */
async function shelf(page, title) {
  const headers = { "x-csrf-token": await csrfOf(page) };
  const titles = ["fr", "ar", "en"].map((locale) => ({ locale, text: title }));
  const answer = await page.request.post("/api/v1/admin/home/shelves", { headers, data: { titles, from: day(300) } });
  assert.equal(answer.status(), 201, await answer.text());
  return (await answer.json()).shelves[0].name;
}

async function gone(page, name) {
  const headers = { "x-csrf-token": await csrfOf(page) };
  await page.request.delete(`/api/v1/admin/home/shelves/${name}`, { headers });
}

/** The names of the shelves that can be moved, in their order. */
const order = (page) => page.$$eval("[data-row]", (rows) => rows.map((row) => row.dataset.row));

for (const [locale, theme, title] of [["fr", "light", "Lectures du Ramadan"], ["ar", "dark", "قراءات رمضان"]]) {
  test(`in ${locale}, a shelf is made, filled, seen beforehand and removed, without scripts`, async () => {
    const page = await newPage({ locale, theme, js: false });
    try {
      await signIn(page, editor(), locale);
      const [book] = await books();
      await page.goto(`/${locale}${HOME}`);
      await page.click(".admin__actions a");
      await page.fill(`#title_${locale}`, title);
      await page.uncheck("#shown-en");
      await page.fill("#from", day(300));
      await page.click(".editor button[type=submit]");
      // Shown in a language without a title: what was typed is still there.
      await page.waitForSelector(".alert--danger");
      assert.equal(await page.inputValue(`#title_${locale}`), title);
      const other = locale === "fr" ? "ar" : "fr";
      await page.uncheck(`#shown-${other}`);
      await page.click(".editor button[type=submit]");
      await page.waitForSelector("#books");
      await page.fill("#books input[name=q]", book.title);
      await page.press("#books input[name=q]", "Enter");
      await page.click("button[value=add] >> nth=0");
      await page.waitForSelector("ol.chosen .chosen__row");
      await picture(page, `admin-home-shelf-${locale}`);
      const back = page.url();
      await page.goto(`/${locale}${HOME}/preview?on=${day(300)}`);
      assert.ok(await page.locator(`section.section h2:has-text("${title}")`).isVisible());
      await picture(page, `admin-home-preview-${locale}`);
      await page.goto(`/${locale}/`);
      assert.equal(await page.locator(`section.section h2:has-text("${title}")`).count(), 0);
      await page.goto(back);
      await page.click(`a[href$="/remove"]`);
      await page.click(".confirm button.button--danger");
      await page.waitForSelector(".notice");
      assert.equal(await page.locator(`.shelves__name:has-text("${title}")`).count(), 0);
      page.watch.errors = page.watch.errors.filter((error) => !error.includes("422"));
      page.watch.clean();
    } finally {
      await page.done();
    }
  });

  test(`in ${locale}, a shelf is moved by keys, and the focus goes along`, async () => {
    const page = await newPage({ locale, viewport: DESK });
    let name;
    try {
      await signIn(page, editor(), locale);
      name = await shelf(page, title);
      await page.goto(`/${locale}${HOME}`);
      const before = (await order(page)).indexOf(name);
      await page.focus(`[data-row="${name}"] a`);
      await page.keyboard.press("Alt+ArrowDown");
      await page.waitForFunction(([one, at]) => [...document.querySelectorAll("[data-row]")].findIndex((row) => row.dataset.row === one) === at + 1, [name, before]);
      await page.waitForSelector(`[data-row="${name}"] button:focus`);
      await page.keyboard.press("Alt+ArrowUp");
      await page.waitForFunction(([one, at]) => [...document.querySelectorAll("[data-row]")].findIndex((row) => row.dataset.row === one) === at, [name, before]);
      await page.focus(`button[value="hide:${name}"]`);
      await page.keyboard.press("Enter");
      await page.waitForSelector(`button[value="show:${name}"]:focus`);
      page.watch.clean();
    } finally {
      if (name) await gone(page, name);
      await page.done();
    }
  });

  test(`[17] in ${locale}, the shelves and one of them are for everybody`, async () => {
    const small = await newPage({ locale, viewport: { width: 360, height: 700 } });
    const desk = await newPage({ locale, theme, viewport: DESK });
    let name;
    try {
      for (const [where, page] of [["small", small], ["desk", desk]]) {
        await signIn(page, editor(), locale);
        name ??= await shelf(page, title);
        for (const path of [HOME, `${HOME}/add`, `${HOME}/shelves/new`, `${HOME}/shelves/${name}`, `${HOME}/shelves/best`]) {
          await page.goto(`/${locale}${path}`);
          await assertAccessible(page, `${where} ${path}`);
          await assertFits(page, `${where} ${path}`);
          await assertTouchable(page, `${where} ${path}`);
          await picture(page, `admin-home-${path.length}-${where}-${locale}`);
        }
        page.watch.clean(where);
      }
    } finally {
      if (name) await gone(small, name);
      await small.done();
      await desk.done();
    }
  });
}
