// Buying, in French and Arabic: a visitor's cart, an account, the gateway's page with each end that a payment can have, and
// what the shop says then. By keys alone, without scripts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { bookNamed } from "../lib/books.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, picture } from "../lib/browser.mjs";
import { fillIn, pressOn } from "../lib/keyboard.mjs";
import { codeIn, mailTo } from "../lib/mails.mjs";
import { csrfOf, newPerson, signedIn, verify } from "../lib/people.mjs";

after(closeBrowser);

const GATEWAY = process.env.E2E_GATEWAY;
let book;

before(async () => {
  book = await bookNamed(/childrens-literature|Children.s Literature/i);
});

/** What anybody else asked of another host than the gateway. */
const elsewhere = (page) => page.watch.foreign.filter((url) => !url.startsWith(`${GATEWAY}/`));

/** Puts the book into the cart of whoever looks, as its button does. */
async function fillCart(page, isSigned = false) {
  const headers = isSigned ? { "x-csrf-token": await csrfOf(page) } : {};
  const answer = await page.request.put(`/api/v1/cart/items/${book.id}`, { headers });
  assert.ok(answer.ok(), `${answer.status()} ${await answer.text()}`);
}

/** A page of somebody new who may buy, with the book in their cart. */
async function buyer(options = {}) {
  const page = await signedIn(options);
  await verify(page, page.person);
  await fillCart(page, true);
  return page;
}

const onGateway = (page) => page.waitForURL((url) => url.origin === GATEWAY);
const back = (page) => page.waitForURL(/\/pay\/return\//);
const checkoutOf = (page) => new URL(page.url()).pathname.split("/").at(-2);
const outcome = (page, kind) => page.waitForSelector(`.outcome${kind}`, { timeout: 30_000 });

/** As the time does it at the gateway. */
const expire = (checkout) => fetch(`${GATEWAY}/double/checkouts/${checkout}/expire`, { method: "POST" });

for (const locale of ["fr", "ar"]) {
  test(`[24] in ${locale}, a visitor fills a cart, signs up, verifies, and pays, by keys`, async () => {
    const page = await newPage({ locale, viewport: DESK });
    try {
      const person = newPerson();
      await fillCart(page);
      await page.goto(`/${locale}/checkout`);
      await assertAccessible(page, `${locale}: contact`);
      await pressOn(page, "a[href*='/sign-up?next=']");
      await page.waitForURL(/sign-up/);
      await fillIn(page, "#username", person.username);
      await fillIn(page, "#email", person.email);
      await fillIn(page, "#password", person.password);
      await page.keyboard.press("Enter");
      await page.waitForURL(/welcome/);
      await pressOn(page, ".sign__links a");
      await page.waitForURL(/\/checkout$/);
      await pressOn(page, "a[href*='/verify?next=']");
      await page.waitForURL(/verify/);
      await fillIn(page, "#code", codeIn(await mailTo(person.email)));
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/checkout$/);
      await page.waitForSelector(".pay-form");
      await assertAccessible(page, `${locale}: review`);
      await pressOn(page, ".pay-form__button");
      await onGateway(page);
      await pressOn(page, "button[value=pay]");
      await back(page);
      await outcome(page, "--done");
      await assertAccessible(page, `${locale}: paid`);
      await pressOn(page, "a[href*='/read/']");
      await page.waitForURL(/\/read\//);
      assert.deepEqual(page.watch.violations, []);
      assert.deepEqual(elsewhere(page), []);
    } finally {
      await page.done();
    }
  });
}

for (const [js, locale] of [[false, "fr"], [true, "ar"]]) {
  const how = `in ${locale}, ${js ? "with" : "without"} scripts`;

  test(`[8][24] ${how}, a payment that does not come off is told, and the order is paid again`, async () => {
    const page = await buyer({ locale, js });
    try {
      for (const [end, kind] of [["fail", "--refused"], ["cancel", ":not(.outcome--refused):not(.outcome--done)"]]) {
        await page.goto(`/${locale}/checkout`);
        if (await page.locator(".pay-form").count()) await page.locator(".pay-form__button").click();
        else await page.goto(`/${locale}/account/orders`).then(() => page.locator(".pay-again button").first().click());
        await onGateway(page);
        await page.locator(`button[value=${end}]`).click();
        await back(page);
        await page.waitForSelector(".pay-again", { timeout: 30_000 });
        await outcome(page, kind);
      }
      await page.locator(".pay-again button").click();
      await onGateway(page);
      await page.locator("button[value=pay]").click();
      await back(page);
      await outcome(page, "--done");
      await page.goto(`/${locale}/account/orders`);
      assert.equal(await page.locator(".order-card").count(), 1, "it was one order all the time");
      await page.locator(".order-card a[href*='/read/']").waitFor();
      assert.deepEqual(page.watch.violations, []);
    } finally {
      await page.done();
    }
  });

  test(`[5] ${how}, what is paid is not paid again by going back`, async () => {
    const page = await buyer({ locale, js });
    try {
      await page.goto(`/${locale}/cart`);
      await page.goto(`/${locale}/checkout`);
      await page.locator(".pay-form__button").click();
      await onGateway(page);
      await page.locator("button[value=pay]").click();
      await back(page);
      await outcome(page, "--done");
      for (let step = 0; step < 5 && !page.url().endsWith("/cart"); step += 1) {
        await page.goBack();
        await page.waitForLoadState();
        if (page.url().startsWith(GATEWAY)) continue;
        assert.equal(await page.locator(".pay-form, .pay-again").count(), 0, page.url());
      }
      assert.ok(page.url().endsWith("/cart"), "all of the way was gone back");
      await page.goto(`/${locale}/checkout`);
      const { items } = await (await page.request.get("/api/v1/orders?limit=5")).json();
      assert.deepEqual(items.map(({ status }) => status), ["completed"]);
      assert.ok(page.url().endsWith(`/account/orders/${items[0].number}`), "the order stands in the place of what it was made of");
      assert.deepEqual(page.watch.violations, []);
    } finally {
      await page.done();
    }
  });

  test(`[8][24] ${how}, who leaves the gateway finds the order again, and cancels it`, async () => {
    const page = await buyer({ locale, js });
    try {
      await page.goto(`/${locale}/checkout`);
      await page.locator(".pay-form__button").click();
      await onGateway(page);
      const checkout = checkoutOf(page);
      await page.goto(`/${locale}/account/orders`);
      await page.locator(".order-card__title a").click();
      await page.locator("a.button--danger").click();
      await page.locator(js ? "dialog[open] .confirm__actions button" : ".confirm__actions button").click();
      await page.waitForSelector(".notice");
      const there = await (await fetch(`${GATEWAY}/double/checkouts/${checkout}`)).json();
      assert.equal(there.status, "expired", "nobody can pay it any more");
    } finally {
      await page.done();
    }
  });

  test(`[24] ${how}, the time to pay runs out while the page waits`, async () => {
    const page = await buyer({ locale, js });
    try {
      await page.goto(`/${locale}/checkout`);
      await page.locator(".pay-form__button").click();
      await onGateway(page);
      const checkout = checkoutOf(page);
      const { success_url: address } = await (await fetch(`${GATEWAY}/double/checkouts/${checkout}`)).json();
      await page.goto(new URL(address).pathname);
      await page.waitForSelector("a[href^='http']");
      await expire(checkout);
      await page.waitForSelector(".pay-again", { timeout: 30_000 });
    } finally {
      await page.done();
    }
  });
}

test("[24][+] the pages fit every window and every theme", async () => {
  for (const locale of ["fr", "ar"]) {
    for (const theme of ["light", "dark"]) {
      const page = await buyer({ locale, theme });
      try {
        const name = (what) => `buying ${what} ${locale} ${theme}`;
        const look = async (what) => {
          for (const viewport of [{ width: 320, height: 700 }, { width: 390, height: 844 }, DESK]) {
            await page.setViewportSize(viewport);
            await assertFits(page, `${what} ${viewport.width}`);
            if (viewport.width !== 320) await picture(page, `${name(what)} ${viewport.width}`);
          }
          await page.setViewportSize({ width: 390, height: 844 });
          await assertTouchable(page, what);
          await assertAccessible(page, `${what} ${locale} ${theme}`);
        };
        await page.goto(`/${locale}/checkout`);
        await look("review");
        await page.locator(".pay-form__button").click();
        await onGateway(page);
        const checkout = checkoutOf(page);
        const { success_url: address } = await (await fetch(`${GATEWAY}/double/checkouts/${checkout}`)).json();
        await page.goto(`${new URL(address).pathname}?n=12`);
        await look("waiting");
        await page.goto(`/${locale}/account/orders`);
        await look("orders");
        await page.locator(".order-card__title a").click();
        await look("order");
        await fetch(`${GATEWAY}/double/checkouts/${checkout}/pay`, { method: "POST" });
        await page.goto(new URL(address).pathname);
        await outcome(page, "--done");
        await look("paid");
      } finally {
        await page.done();
      }
    }
  }
});

test("[24] visitors see the first step", async () => {
  const page = await newPage({ locale: "ar" });
  try {
    await page.goto("/ar/checkout");
    await assertFits(page, "contact");
    await assertTouchable(page, "contact");
    await picture(page, "buying contact ar light 390");
    page.watch.clean("contact");
  } finally {
    await page.done();
  }
});
