// One's own orders: below the months they were made in, each with its standing and the one thing that is likely wanted of it;
// what became of one; and the way to them through the sign-in page. Of the demo's readers one has bought for three months.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { assertFits, assertTouchable, closeBrowser, newPage, PHONE, picture, SMALL } from "../lib/browser.mjs";
import { fillIn } from "../lib/keyboard.mjs";
import { demoPeople, signIn } from "../lib/people.mjs";

after(closeBrowser);

const buyer = () => ({ username: "zohra", password: demoPeople()[0].password });

/** The month of a moment in Algiers, as the page writes it. */
const monthOf = (at, locale) => new Intl.DateTimeFormat(`${locale}-DZ-u-nu-latn`, { month: "long", year: "numeric", timeZone: "Africa/Algiers" }).format(new Date(at)).replace(/\s/g, " ");

for (const [locale, js] of [["fr", true], ["ar", true], ["fr", false]]) {
  test(`[8] in ${locale}${js ? "" : ", without scripts"}, orders stand below their months, each with its standing and one thing to do`, async () => {
    const page = await newPage({ locale, js, viewport: SMALL });
    try {
      await signIn(page, buyer(), locale);
      await page.goto(`/${locale}/account/orders`);
      const months = await page.$$eval(".orders__month", (groups) => groups.map((group) => [group.querySelector("h2").textContent.replace(/\s/g, " ").trim(), group.querySelectorAll(".order-card").length]));
      assert.ok(months.length > 1, `${months.length} months`);
      const count = months.reduce((sum, [, cards]) => sum + cards, 0);
      const { items } = await (await page.request.get(`/api/v1/orders?limit=${count}`)).json();
      const wanted = new Map();
      for (const { created_at: at } of items) wanted.set(monthOf(at, locale), (wanted.get(monthOf(at, locale)) ?? 0) + 1);
      assert.deepEqual(months.map(([, cards]) => cards), [...wanted.values()], "as many below each month as were made in it");
      if (locale === "fr") assert.deepEqual(months.map(([name]) => name), [...wanted.keys()]);
      const cards = await page.$$eval(".order-card", (all) =>
        all.map((card) => ({
          standing: card.querySelector(".order__facts > :first-child").textContent.trim(),
          price: card.querySelector(".order__facts .price bdi").textContent.trim(),
          ways: card.querySelectorAll(".order-card__way :is(a, button)").length,
        })),
      );
      for (const { standing, price, ways } of cards) assert.ok(standing && price && ways === 1, JSON.stringify(cards));
      assert.ok(new Set(cards.map(({ standing }) => standing)).size > 1, "not all of them were paid");
      await assertFits(page, "orders");
      await page.setViewportSize(PHONE);
      await assertTouchable(page, "orders");
      if (js) await assertAccessible(page, "orders");
      await picture(page, `orders-${locale}`);

      await page.locator(".order-card__title a").first().click();
      await page.waitForURL("**/account/orders/*");
      assert.ok((await page.locator("section[aria-labelledby=timeline] li").count()) > 1, "what became of it");
      page.watch.clean();
    } finally {
      await page.done();
    }
  });

  test(`[8] in ${locale}${js ? "" : ", without scripts"}, a visitor comes to the orders by way of the sign-in page`, async () => {
    const page = await newPage({ locale, js });
    try {
      const { username, password } = buyer();
      await page.goto(`/${locale}/account/orders?status=completed`);
      await page.waitForURL("**/sign-in?next=*");
      await fillIn(page, "#login", username);
      await fillIn(page, "#password", password);
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/${locale}/account/orders?status=completed`);
      assert.ok((await page.locator(".order-card").count()) > 0);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}
