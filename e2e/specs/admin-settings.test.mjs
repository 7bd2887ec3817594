// The settings of the shop in the panel, in French and Arabic: saved without scripts, told at the field where they are wrong.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, picture, SMALL } from "../lib/browser.mjs";
import { demoPeople, signIn } from "../lib/people.mjs";

after(closeBrowser);

const amina = () => demoPeople().find(({ role }) => role === "admin");

for (const [locale, theme] of [["fr", "light"], ["ar", "dark"]]) {
  test(`in ${locale}, who sells is changed without scripts, and stands in the terms at once`, async () => {
    const page = await newPage({ locale, theme, js: false });
    try {
      await signIn(page, amina(), locale);
      await page.goto(`/${locale}/admin/settings/seller`);
      await page.fill("#seller_vat", "beaucoup");
      await page.fill("#seller_ai", `1601234567${locale}`);
      await page.click("form:has(.settings) > button");
      await page.waitForSelector("a[href='#seller_vat']");
      assert.equal(await page.inputValue("#seller_ai"), `1601234567${locale}`);
      page.watch.errors = page.watch.errors.filter((error) => !error.includes("422"));
      await picture(page, `admin-settings-${locale}`);
      await page.fill("#seller_vat", "9");
      await page.click("form:has(.settings) > button");
      await page.waitForSelector(".notice");
      await page.goto(`/${locale}/p/terms`);
      assert.match(await page.textContent("main"), new RegExp(`1601234567${locale}`));
      await page.goto(`/${locale}/admin/settings/seller`);
      await page.fill("#seller_ai", "");
      await page.fill("#seller_vat", "");
      await page.click("form:has(.settings) > button");
      await page.waitForSelector(".notice");
      page.watch.clean();
    } finally {
      await page.done();
    }
  });

  test(`[17] in ${locale}, a test mail says what came of it, and all pages of settings are for everybody`, async () => {
    const page = await newPage({ locale, theme, viewport: SMALL });
    try {
      await signIn(page, amina(), locale);
      for (const path of ["", "/seller", "/mail", "/mail/verify/ar", "/mail/receipt/fr", "/payment", "/limits", "/logo/remove"]) {
        await page.setViewportSize(SMALL);
        await page.goto(`/${locale}/admin/settings${path}`);
        await assertFits(page, path);
        await assertTouchable(page, path);
        await page.setViewportSize(DESK);
        await assertAccessible(page, path);
      }
      await page.goto(`/${locale}/admin/settings/mail`);
      await page.click("form[action$='/mail/test'] button");
      await page.waitForSelector(".alert--success");
      page.watch.clean();
    } finally {
      await page.done();
    }
  });

  test(`in ${locale}, a colour is picked beside the field that it is typed into`, async () => {
    const page = await newPage({ locale, theme });
    try {
      await signIn(page, amina(), locale);
      await page.goto(`/${locale}/admin/settings`);
      const picker = "#accent ~ input[type=color]";
      await page.fill("#accent", "#0A5C36");
      assert.equal(await page.inputValue(picker), "#0a5c36");
      await page.fill(picker, "#322318");
      assert.equal(await page.inputValue("#accent"), "#322318");
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}
