// What was sold: the month with its totals, told in each way, for any days, and as a file; in French and Arabic, without scripts.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, picture } from "../lib/browser.mjs";
import { demoPeople, signIn } from "../lib/people.mjs";

after(closeBrowser);

const SALES = "/admin/sales";
const amina = () => demoPeople().find(({ role }) => role === "admin");

for (const [locale, theme] of [["fr", "light"], ["ar", "dark"]]) {
  test(`[17] in ${locale}, the months are gone through and the lines come as a file, without scripts`, async () => {
    const page = await newPage({ locale, theme, js: false });
    try {
      await signIn(page, amina(), locale);
      await page.goto(`/${locale}${SALES}`);
      const title = await page.textContent(".sales-when__title");
      await page.click(".sales-when__months a >> nth=0");
      assert.notEqual(await page.textContent(".sales-when__title"), title);
      await page.click(".tabs__tab >> nth=3");
      assert.equal(new URL(page.url()).searchParams.get("by"), "lines");
      const file = await page.request.get(await page.getAttribute(".admin__actions a", "href"));
      assert.match(file.headers()["content-type"], /^text\/csv/);
      assert.ok((await file.text()).startsWith("\ufeff"));
      await page.fill("input[name=from]", "2026-02-10");
      await page.fill("input[name=to]", "2026-02-01");
      await page.click(".table-filter button");
      await page.waitForSelector(".alert--danger");
      assert.equal(await page.inputValue("input[name=from]"), "2026-02-10");
    } finally {
      await page.done();
    }
  });

  test(`[17] in ${locale}, the sales are for everybody`, async () => {
    const small = await newPage({ locale, viewport: { width: 360, height: 700 } });
    const desk = await newPage({ locale, theme, viewport: DESK });
    try {
      for (const [where, page] of [["small", small], ["desk", desk]]) {
        await signIn(page, amina(), locale);
        for (const by of ["books", "publishers", "authors", "lines"]) {
          await page.goto(`/${locale}${SALES}?by=${by}`);
          await assertAccessible(page, `${where} ${by}`);
          await assertFits(page, `${where} ${by}`);
          await assertTouchable(page, `${where} ${by}`);
          await picture(page, `admin-sales-${by}-${where}-${locale}`);
        }
        page.watch.clean(where);
      }
    } finally {
      await small.done();
      await desk.done();
    }
  });
}
