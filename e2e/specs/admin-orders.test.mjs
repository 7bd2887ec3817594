// Orders in the panel, in French and Arabic: looked for, sorted by keys, asked about at the gateway, paid back; without scripts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { bookNamed } from "../lib/books.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, picture } from "../lib/browser.mjs";
import { library, ordered } from "../lib/desk.mjs";
import { pressOn } from "../lib/keyboard.mjs";
import { demoPeople, signIn } from "../lib/people.mjs";

after(closeBrowser);

const amina = () => demoPeople().find(({ role }) => role === "admin");
let book;

before(async () => {
  book = await bookNamed(/childrens-literature|Children.s Literature/i);
});

for (const [locale, theme] of [["fr", "light"], ["ar", "dark"]]) {
  test(`[17] in ${locale}, an order is found, its payment asked about, and the book paid back, without scripts`, async () => {
    const reader = await ordered(locale, book);
    const page = await newPage({ locale, theme, js: false });
    try {
      await signIn(page, amina(), locale);
      await page.goto(`/${locale}/admin/orders?all`);
      await page.fill(".table-filter input[name=q]", reader.person.email);
      await page.press(".table-filter input[name=q]", "Enter");
      await page.waitForURL(/q=/);
      assert.equal(await page.locator("#orders tbody tr").count(), 1);
      await page.click(`a[href$="/admin/orders/${reader.number}"]`);
      await reader.pay();
      await page.click("form[action$='/ask'] button");
      await page.waitForSelector(".notice");
      assert.deepEqual(await library(reader), [book.id]);
      await page.fill("#reason", "Commande faite deux fois");
      await page.click("form[action$='/refund'] button");
      await page.waitForSelector(".sure");
      assert.match(await page.textContent(".sure"), /Children.s Literature/i, "what goes is named");
      assert.deepEqual(await library(reader), [book.id], "a question changes nothing");
      await picture(page, `admin-refund-${locale}`);
      await page.click(".sure button.button--danger");
      await page.waitForURL(new RegExp(`/orders/${reader.number}$`));
      assert.deepEqual(await library(reader), []);
      await page.goto(`/${locale}/admin/refunds`);
      const owed = page.locator("li.panel", { hasText: reader.number });
      await owed.locator("input[name=reference]").fill("CCP 0042");
      await owed.locator("button").click();
      await page.waitForSelector(".notice");
      await page.goto(`/${locale}/admin/refunds?show=settled`);
      assert.match(await page.locator("li.panel", { hasText: reader.number }).textContent(), /CCP 0042/);
      page.watch.clean();
    } finally {
      await page.done();
      await reader.done();
    }
  });

  test(`[17] in ${locale}, the list and an order are for everybody, and sorted by keys`, async () => {
    const reader = await ordered(locale, book);
    const small = await newPage({ locale, viewport: { width: 360, height: 700 } });
    const desk = await newPage({ locale, theme, viewport: DESK });
    try {
      for (const [name, page] of [["small", small], ["desk", desk]]) {
        await signIn(page, amina(), locale);
        for (const [what, path] of [["orders", "/admin/orders?all"], ["none", "/admin/orders?q=nobody@exemple.dz"], ["order", `/admin/orders/${reader.number}`], ["cancel", `/admin/orders/${reader.number}/cancel`], ["refunds", "/admin/refunds"], ["findings", "/admin/refunds?show=findings"]]) {
          await page.goto(`/${locale}${path}`);
          await assertAccessible(page, `${name} ${what}`);
          await assertFits(page, `${name} ${what}`);
          await assertTouchable(page, `${name} ${what}`);
          await picture(page, `admin-${what}-${name}-${locale}`);
        }
      }
      await desk.goto(`/${locale}/admin/orders?all`);
      await pressOn(desk, "th .table__sort[href*='sort=-total']");
      await desk.waitForSelector("th[aria-sort=descending] a[href*='sort=total']");
      await pressOn(desk, "th .table__sort[href*='sort=total']");
      await desk.waitForSelector("th[aria-sort=ascending]");
      await desk.goto(`/${locale}/admin/orders`);
      assert.match(desk.url(), /sort=total/, "the order of the list is remembered");
      const [file] = await Promise.all([desk.waitForEvent("download"), desk.click(".admin__actions a")]);
      assert.match(file.suggestedFilename(), /\.csv$/);
      await desk.goto(`/${locale}/admin/orders?all`);
      small.watch.clean();
      desk.watch.clean();
    } finally {
      await small.done();
      await desk.done();
      await reader.done();
    }
  });

  test(`in ${locale}, an unpaid order is given up after a question`, async () => {
    const reader = await ordered(locale, book);
    const page = await newPage({ locale });
    try {
      await signIn(page, amina(), locale);
      await page.goto(`/${locale}/admin/orders/${reader.number}`);
      await page.click(`a[href$="/${reader.number}/cancel"]`);
      await page.click(".sure button.button--danger");
      await page.waitForSelector(".notice");
      const { status } = await (await reader.request.get(`/api/v1/orders/${reader.number}`)).json();
      assert.equal(status, "cancelled");
    } finally {
      await page.done();
      await reader.done();
    }
  });
}
