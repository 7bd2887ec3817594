// What stands on the pages of paying, and what they make of addresses that come twice, late or altered.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bookNamed } from "../lib/books.mjs";
import { closeBrowser, newPage } from "../lib/browser.mjs";
import { library, ordered, send } from "../lib/desk.mjs";
import { until } from "../lib/kept.mjs";
import { talker } from "../lib/talk.mjs";

after(closeBrowser);

const GATEWAY = process.env.E2E_GATEWAY;
let book;

before(async () => {
  book = await bookNamed(/childrens-literature|Children.s Literature/i);
});

/** The address, on the shop, to which the gateway sends back whoever pays the page's order. */
async function wayBack(page) {
  const checkout = await (await fetch(page.checkout)).json();
  return new URL(checkout.success_url).pathname;
}

const fontSize = (locator) => locator.evaluate((one) => [parseFloat(getComputedStyle(one).fontSize), Number(getComputedStyle(one).fontWeight)]);

for (const [locale, currency] of [["fr", "DA"], ["ar", "د.ج"]]) {
  test(`[24] in ${locale}, before one pays there stand the amount, the terms and the cards, and afterwards what was paid, when and how`, async () => {
    const page = await talker({ locale });
    try {
      await send(page, "PUT", `/cart/items/${book.id}`);
      await page.goto(`/${locale}/checkout`);
      const amount = page.locator(".checkout__total strong");
      assert.ok((await amount.textContent()).replace(/\s/g, " ").includes(`1 250 ${currency}`));
      const [[size, weight], [usual]] = [await fontSize(amount), await fontSize(page.locator(".checkout__note").first())];
      assert.ok(size > usual && weight >= 700, `${size} px, ${weight}`);
      assert.match((await page.textContent(".pay-form__button")), /CIB.*EDAHABIA/);
      assert.equal((await page.request.get(await page.getAttribute(".checkout__note a", "href"))).status(), 200);
      assert.equal(await page.locator(".destinations:visible").count(), 0, "nothing leads away from paying");

      await page.click(".pay-form__button");
      await page.waitForURL((url) => url.origin === GATEWAY);
      const checkout = new URL(page.url()).pathname.split("/").at(-2);
      await page.click("button[value=pay]");
      await page.waitForURL(/\/pay\/return\//);
      await page.waitForSelector(".outcome--done", { timeout: 30_000 });
      const [order] = (await send(page, "GET", "/orders?limit=1")).items;
      const facts = (await page.textContent("section[aria-labelledby=payment]")).replace(/\s/g, " ");
      assert.ok(facts.includes(order.number) && facts.includes(checkout), facts);
      assert.match(facts, /\d{2}:\d{2}.*\(UTC\+1\)/);
      assert.ok(facts.includes(`1 250,00 ${currency}`) || facts.includes(`1 250.00 ${currency}`), facts);
      assert.match(facts, /EDAHABIA|CIB|الذهبية/i);
      assert.ok(await page.isVisible(`a[href$="/read/${book.id}"]`), "the way into the book");
      assert.deepEqual(page.watch.violations, []);
    } finally {
      await page.done();
    }
  });
}

for (const js of [true, false]) {
  test(`[24] a page that waits for the payment turns by itself once it is there${js ? "" : ", without scripts"}`, async () => {
    const page = await ordered("fr", book);
    const other = await newPage({ js });
    try {
      const back = await wayBack(page);
      // As where an installed app sends its browser: nobody is signed in there.
      await other.goto(back);
      await other.waitForSelector(".outcome:not(.outcome--done)");
      await page.pay();
      await other.waitForSelector(".outcome--done", { timeout: 30_000 });
      assert.ok(!(await other.textContent("main")).includes(page.person.email), "the address tells of the order and of nobody");
      assert.equal(await other.locator("a[href*='/read/']").count(), 0);
    } finally {
      await Promise.all([page.done(), other.done()]);
    }
  });
}

test("[24] a way back that is gone twice gives one book and one receipt, and one that was altered leads nowhere", async () => {
  const page = await ordered("fr", book);
  try {
    const back = await wayBack(page);
    const altered = back.slice(0, -1) + (back.endsWith("a") ? "b" : "a");
    assert.equal((await page.request.get(altered)).status(), 404);
    await page.pay();
    await page.pay();
    for (let time = 0; time < 3; time += 1) {
      await page.goto(back);
      await page.waitForSelector(".outcome--done", { timeout: 30_000 });
    }
    await until(() => library(page), (mine) => mine.includes(book.id), "the book is theirs");
    assert.deepEqual(await library(page), [book.id]);
    await page.goto(`/fr/account/orders/${page.number}/receipt`);
    assert.equal(await page.locator(".paper__title").count(), 1);
    await page.goBack();
    await page.waitForSelector(".outcome--done");
    assert.equal((await page.request.get("/fr/checkout")).status(), 200);
    await page.goto("/fr/checkout");
    assert.equal(await page.locator(".pay-form").count(), 0, "what is paid cannot be paid again");
  } finally {
    await page.done();
  }
});
