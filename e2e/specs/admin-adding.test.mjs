// Adding books by dropping their files: several at once, corrected, priced and published in place; the same by a plain form
// without scripts; what cannot be a book is told; a list is looked at before it is done.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, PHONE, picture } from "../lib/browser.mjs";
import { came, drop, epub, unique } from "../lib/desk.mjs";
import { demoPeople, signIn } from "../lib/people.mjs";

after(closeBrowser);

const ADD = "/admin/books/add";
const IMPORT = "/admin/books/import";
const bookseller = () => demoPeople().find(({ role }) => role === "editor") ?? demoPeople().find(({ role }) => role === "admin");

for (const locale of ["fr", "ar"]) {
  test(`[17] in ${locale}, several files are dropped, corrected, priced and published`, async () => {
    const page = await newPage({ locale, viewport: DESK });
    try {
      await signIn(page, bookseller(), locale);
      await page.goto(`/${locale}${ADD}`);
      await assertAccessible(page, `${locale} adding, nothing yet`);
      const titles = [1, 2, 3].map((number) => unique(`Harbour ${locale} ${number}`));
      await drop(page, [...titles.map(epub), { name: unique("notes") + ".txt", mimeType: "text/plain", buffer: Buffer.from("no book") }]);
      for (const title of titles) await came(page, title).locator("input[name=price]").waitFor();
      await page.locator('.came__item[data-state="refused"]').first().waitFor();
      await assertAccessible(page, `${locale} adding, what came in`);
      await assertFits(page, `${locale} adding`);
      await picture(page, `admin-adding-${locale}`);
      const [title] = titles;
      const one = came(page, title);
      await one.locator("input[name=title]").fill(`${title}, corrected`);
      await one.locator("input[name=price]").fill("1250");
      await one.locator("button[type=submit]").first().click();
      const done = came(page, `${title}, corrected`);
      await done.locator(".came__done").waitFor();
      const href = await done.locator("h3 a").getAttribute("href");
      const { price, title: kept } = await (await page.request.get(`/api/v1/books/${/\d+$/.exec(href)[0]}`)).json();
      assert.deepEqual([kept, price.amount], [`${title}, corrected`, 125_000]);
    } finally {
      await page.done();
    }
  });
}

test("without scripts a plain form sends several files, also on a telephone", async () => {
  const page = await newPage({ locale: "ar", viewport: PHONE, js: false, touch: true });
  try {
    await signIn(page, bookseller(), "ar");
    await page.goto(`/ar${ADD}`);
    const titles = [1, 2].map((number) => unique(`Ledger ${number}`));
    await page.setInputFiles("#files", titles.map(epub));
    await page.click("shop-drop button[type=submit]");
    // They are checked in the background: whoever looks again sees them.
    for (const title of titles) {
      for (let look = 0; look < 60 && (await came(page, title).locator("input[name=price]").count()) === 0; look += 1) {
        await page.waitForTimeout(500);
        await page.reload();
      }
    }
    await assertFits(page, "adding without scripts");
    await assertTouchable(page, "adding without scripts");
    const one = came(page, titles[0]);
    await one.locator("input[name=price]").fill("0");
    await one.locator("button[type=submit]").first().click();
    await came(page, titles[0]).locator(".came__done").waitFor();
  } finally {
    await page.done();
  }
});

test("[17] a list is looked at line by line, then done, and what was refused comes back as a file", async () => {
  const page = await newPage({ locale: "fr", viewport: DESK });
  try {
    await signIn(page, bookseller(), "fr");
    await page.goto(`/fr${IMPORT}`);
    await assertAccessible(page, "importing");
    const title = unique("Liste");
    const list = `Titre;Auteur;Prix\n${title};Lina Haddad;950\n;Personne;10\n${title} bis;Lina Haddad;cher\n`;
    await page.setInputFiles("#file", { name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
    await page.click("main form button[type=submit]");
    await page.locator("#lines").waitFor();
    assert.equal(await page.locator("#lines tbody tr").count(), 3);
    await assertAccessible(page, "importing, looked at");
    await assertFits(page, "importing, looked at");
    await picture(page, "admin-importing");
    const [file] = await Promise.all([page.waitForEvent("download"), page.click('form[action*="errors.csv"] button')]);
    assert.equal(file.suggestedFilename(), "errors.csv");
    await page.click('form[action*="import/done"] button');
    await page.locator(".alert--warning").waitFor();
    assert.ok(await page.locator("#lines a", { hasText: title }).first().isVisible());
  } finally {
    await page.done();
  }
});
