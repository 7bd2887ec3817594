// People in the panel, in French and Arabic: found, given a role, signed out, suspended several at once; by keys, without scripts.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, picture } from "../lib/browser.mjs";
import { pressOn, tabTo } from "../lib/keyboard.mjs";
import { demoPeople, isSignedIn, signedIn, signIn, verify } from "../lib/people.mjs";

after(closeBrowser);

const amina = () => demoPeople().find(({ role }) => role === "admin");

/** Opens the page of somebody by looking for them. */
async function find(page, locale, { username }) {
  await page.goto(`/${locale}/admin/users?all`);
  await page.fill(".table-filter input[name=q]", username);
  await page.press(".table-filter input[name=q]", "Enter");
  await page.waitForURL(/q=/);
  await page.click("#people tbody a");
  await page.waitForURL(/\/admin\/users\/\d+$/);
}

for (const [locale, theme] of [["fr", "light"], ["ar", "dark"]]) {
  test(`[17] in ${locale}, a role is changed and a session ended, without scripts`, async () => {
    const reader = await signedIn({ locale });
    await verify(reader, reader.person);
    const page = await newPage({ locale, theme, js: false });
    try {
      await signIn(page, amina(), locale);
      await find(page, locale, reader.person);
      assert.equal(await isSignedIn(reader), true);
      await page.click("form[action*='/sessions/'] button");
      await page.waitForSelector(".notice");
      assert.equal(await isSignedIn(reader), false);
      await page.selectOption("#new-role", "moderator");
      await page.click("button[name=act][value=role]");
      await page.waitForSelector(".sure");
      await picture(page, `admin-role-${locale}`);
      await page.click(".sure button.button--danger");
      await page.waitForSelector(".notice");
      await signIn(reader, reader.person, locale);
      assert.equal((await (await reader.request.get("/api/v1/me")).json()).role, "moderator");
      await find(page, locale, reader.person);
      await page.fill("#why", "Compte vendu");
      await page.click("button[name=act][value=close]");
      await page.click(".sure button.button--danger");
      await page.waitForSelector(".notice");
      assert.equal(await isSignedIn(reader), false);
      await reader.goto(`/${locale}/sign-in`);
      await reader.fill("#login", reader.person.username);
      await reader.fill("#password", reader.person.password);
      await reader.press("#password", "Enter");
      await reader.waitForSelector("text=Compte vendu");
      page.watch.clean();
    } finally {
      await page.done();
      await reader.done();
    }
  });

  test(`[17] in ${locale}, several are suspended at once, by keys, and each row says what became of it`, async () => {
    const reader = await signedIn({ locale });
    await verify(reader, reader.person);
    const page = await newPage({ locale, viewport: DESK });
    try {
      await signIn(page, amina(), locale);
      await page.goto(`/${locale}/admin/users?q=${reader.person.username}`);
      await tabTo(page, "tbody input[name=key]");
      await page.keyboard.press("Space");
      await page.waitForSelector("shop-table[data-choosing]");
      // The acts stand before the rows.
      await page.focus("button[name=act][value=suspend]");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".sure");
      await pressOn(page, ".sure button.button--danger");
      await page.waitForSelector("#outcomes .alert--success");
      await page.goto(`/${locale}/admin/users?state=suspended&q=${reader.person.username}`);
      assert.equal(await page.locator("#people tbody tr").count(), 1);
      await pressOn(page, "th .table__sort[href*='sort=username']");
      await page.waitForSelector("th[aria-sort=ascending]");
      await page.goto(`/${locale}/admin/users?all`);
      page.watch.clean();
    } finally {
      await page.done();
      await reader.done();
    }
  });

  test(`[17] in ${locale}, the list and a person are for everybody`, async () => {
    const reader = await signedIn({ locale });
    await verify(reader, reader.person);
    const small = await newPage({ locale, viewport: { width: 360, height: 700 } });
    const desk = await newPage({ locale, theme, viewport: DESK });
    try {
      for (const [name, page] of [["small", small], ["desk", desk]]) {
        await signIn(page, amina(), locale);
        for (const path of ["/admin/users?all", "/admin/users?q=nobody-at-all"]) {
          await page.goto(`/${locale}${path}`);
          await assertAccessible(page, `${name} ${path}`);
          await assertFits(page, `${name} ${path}`);
          await assertTouchable(page, `${name} ${path}`);
          await picture(page, `admin-users-${path.length}-${name}-${locale}`);
        }
        await find(page, locale, reader.person);
        await assertAccessible(page, `${name} person`);
        await assertFits(page, `${name} person`);
        await assertTouchable(page, `${name} person`);
        await picture(page, `admin-person-${name}-${locale}`);
        await page.goto(`/${locale}/admin/users?all`);
        page.watch.clean(name);
      }
    } finally {
      await small.done();
      await desk.done();
      await reader.done();
    }
  });
}
