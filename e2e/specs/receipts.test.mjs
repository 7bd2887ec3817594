// What is left of a purchase: the receipt as page, on paper, as file and by mail; the book in the library although the
// browser was closed while it was paid.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { bookNamed } from "../lib/books.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, PHONE, picture, SMALL } from "../lib/browser.mjs";
import { pressOn } from "../lib/keyboard.mjs";
import { mailTo } from "../lib/mails.mjs";
import { csrfOf, signedIn, signIn, verify } from "../lib/people.mjs";

after(closeBrowser);

const GATEWAY = process.env.E2E_GATEWAY;
let book;

before(async () => {
  book = await bookNamed(/childrens-literature|Children.s Literature/i);
});

/** A page of somebody new, on the gateway's page for the book. */
async function atGateway(options) {
  const page = await signedIn(options);
  await verify(page, page.person);
  const headers = { "x-csrf-token": await csrfOf(page) };
  assert.ok((await page.request.put(`/api/v1/cart/items/${book.id}`, { headers })).ok());
  await page.goto(`/${options.locale}/checkout`);
  await page.locator(".pay-form__button").click();
  await page.waitForURL((url) => url.origin === GATEWAY);
  return page;
}

/** The same, once it is paid, on the shop's page. */
async function bought(options) {
  const page = await atGateway(options);
  await page.locator("button[value=pay]").click();
  await page.waitForURL(/\/pay\/return\//);
  await page.waitForSelector(".outcome--done", { timeout: 30_000 });
  return page;
}

for (const [locale, theme, words] of [["fr", "light", /Reçu .*R-\d{4}-\d{6}/], ["ar", "dark", /وصل .*R-\d{4}-\d{6}/]]) {
  test(`[8][24] in ${locale}, the receipt is read, printed, saved and sent, by keys`, async () => {
    const page = await bought({ locale, theme, viewport: DESK });
    try {
      await pressOn(page, "a[href$='/receipt']");
      await page.waitForURL(/\/receipt$/);
      assert.match(await page.textContent(".paper__title"), words);
      for (const viewport of [SMALL, PHONE, DESK]) {
        await page.setViewportSize(viewport);
        await assertFits(page, `receipt ${viewport.width}`);
        await picture(page, `receipt ${locale} ${theme} ${viewport.width}`);
      }
      await assertAccessible(page, `receipt ${locale}`);
      await page.setViewportSize(PHONE);
      await assertTouchable(page, "receipt");
      await page.setViewportSize(DESK);

      // The button asks the browser to print, and on paper there is the receipt and nothing to press.
      await page.evaluate(() => (window.print = () => (window.printed = true)));
      await pressOn(page, "shop-print button");
      assert.equal(await page.evaluate(() => window.printed), true);
      await page.emulateMedia({ media: "print" });
      const pressed = await page.locator("a:visible, button:visible").evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 80)));
      assert.deepEqual(pressed, []);
      assert.ok(await page.isVisible(".paper"));
      await picture(page, `receipt ${locale} on paper`);
      await page.emulateMedia({ media: "screen" });

      const href = await page.getAttribute("a[href*='receipt.pdf']", "href");
      const file = await page.request.get(href);
      assert.equal(file.headers()["content-type"], "application/pdf");
      assert.equal((await file.body()).subarray(0, 5).toString(), "%PDF-");

      const { email } = page.person;
      assert.match((await mailTo(email, 2)).subject, /R-\d{4}-\d{6}/);
      await pressOn(page, ".papers__ways form button");
      await page.waitForSelector(".notice, shop-toasts [role=status]:not(:empty)");
      assert.match((await mailTo(email, 3)).subject, /R-\d{4}-\d{6}/);
      assert.deepEqual(page.watch.violations, []);
    } finally {
      await page.done();
    }
  });
}

test("[8][24] without scripts the receipt is there, without a button that does nothing", async () => {
  const page = await bought({ locale: "fr", js: false });
  try {
    await page.locator("a[href$='/receipt']").click();
    await page.waitForSelector(".paper");
    assert.ok(await page.locator("shop-print button").isHidden());
    await page.locator(".papers__ways form button").click();
    await page.waitForSelector(".notice");
  } finally {
    await page.done();
  }
});

test("[24] who closes the browser while they pay has the book all the same", async () => {
  const page = await atGateway({ locale: "fr" });
  const { person } = page;
  const checkout = new URL(page.url()).pathname.split("/").at(-2);
  await page.done();
  await fetch(`${GATEWAY}/double/checkouts/${checkout}/pay`, { method: "POST" });
  const again = await newPage({ locale: "fr" });
  try {
    await signIn(again, person);
    for (const until = Date.now() + 180_000; ; ) {
      const { items } = await (await again.request.get("/api/v1/me/library")).json();
      if (items.some((entry) => entry.book.id === book.id)) break;
      assert.ok(Date.now() < until, "three minutes are over");
      await new Promise((later) => setTimeout(later, 500));
    }
    await again.goto("/fr/library");
    await again.locator(`a[href*='/read/${book.id}']`).first().click();
    await again.waitForURL(/\/read\//);
  } finally {
    await again.done();
  }
});
