// The cart: filled from a card and from a book's page, by keys alone, with scripts and without, by a visitor who then signs
// in; what is taken out is put back; without a connection it can be read.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { books, pageOf } from "../lib/books.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, PHONE, picture, SMALL } from "../lib/browser.mjs";
import { assertFocus, pressOn, tabTo } from "../lib/keyboard.mjs";
import { newPerson, register, signedIn, signIn } from "../lib/people.mjs";

after(closeBrowser);

const BAG = "main .card .card__cart";

const priced = async () => (await books()).filter(({ price, formats }) => price?.amount > 0 && formats.length > 0);
const inCart = async (page) => (await (await page.request.get("/api/v1/cart")).json()).items.map(({ book }) => book.id);
const inBar = (page) => page.textContent("[data-cart-count]").then((text) => Number(text || 0));
const barSays = (page, count) => page.waitForFunction((wanted) => Number(document.querySelector("[data-cart-count]").textContent || 0) === wanted, count);
const put = async (page, wanted) => {
  for (const { id } of wanted) assert.ok((await page.request.put(`/api/v1/cart/items/${id}`, { headers: await token(page) })).ok());
};
const token = async (page) => {
  const html = await (await page.request.get("/fr/")).text();
  const [, csrf] = /name="csrf-token" content="([^"]+)"/.exec(html) ?? [];
  return csrf ? { "x-csrf-token": csrf } : {};
};

for (const locale of ["fr", "ar"]) {
  test(`[24] in ${locale}, a visitor fills a cart by keys alone, takes a book out and puts it back`, async () => {
    const page = await newPage({ locale, viewport: DESK });
    try {
      const [one] = await priced();
      await page.goto(pageOf(one, locale));
      await tabTo(page, ".buy__add");
      await picture(page, `cart-book-${locale}`);
      await page.keyboard.press("Enter");
      await assertFocus(page, ".buy__in");
      await barSays(page, 1);
      assert.notEqual(await page.textContent("shop-toasts [role=status]"), "");
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/${locale}/cart`);
      await pressOn(page, ".cart__acts button");
      await assertFocus(page, "[data-first]");
      await barSays(page, 0);
      assert.equal(new URL(page.url()).pathname, `/${locale}/cart`, "the page stays");
      assert.ok(await page.isVisible(".empty"));
      await picture(page, `cart-removed-${locale}`);
      await page.keyboard.press("Enter");
      await barSays(page, 1);
      await assertFocus(page, "#cart");
      await pressOn(page, ".cart__sum a.button");
      await page.waitForURL("**/checkout**");
    } finally {
      await page.done();
    }
  });

  test(`[24] in ${locale}, without scripts every press comes back to where it was made`, async () => {
    const page = await newPage({ locale, js: false, viewport: DESK });
    try {
      await page.goto(`/${locale}/new?sort=title`);
      const place = page.url();
      for (const count of [1, 0, 1]) {
        await pressOn(page, BAG);
        await page.waitForSelector(".notice");
        assert.equal(page.url(), place);
        assert.equal(await inBar(page), count);
      }
      await pressOn(page, ".bar__cart");
      await page.waitForURL("**/cart");
      await pressOn(page, ".cart__acts button");
      await page.waitForURL("**/cart?removed=*");
      await picture(page, `cart-removed-plain-${locale}`);
      await pressOn(page, "[data-first]");
      await page.waitForURL("**/cart");
      assert.equal((await inCart(page)).length, 1);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });

  test(`in ${locale}, the cart is for everybody, empty and full, small and dark`, async () => {
    const visitor = await newPage({ locale, viewport: SMALL });
    const reader = await signedIn({ locale, theme: "dark", viewport: PHONE });
    const desk = await newPage({ locale, viewport: DESK });
    try {
      await visitor.goto(`/${locale}/cart`);
      await assertAccessible(visitor, "an empty cart");
      await assertFits(visitor, "an empty cart");
      await picture(visitor, `cart-empty-${locale}`);
      const some = (await priced()).slice(0, 4);
      for (const [who, page] of [["visitor", visitor], ["reader", reader], ["desk", desk]]) {
        await put(page, some);
        await page.goto(`/${locale}/cart`);
        await assertAccessible(page, who);
        await assertFits(page, who);
        await assertTouchable(page, who);
        await picture(page, `cart-${who}-${locale}`);
        page.watch.clean(who);
      }
    } finally {
      await Promise.all([visitor.done(), reader.done(), desk.done()]);
    }
  });
}

test("[24] what a visitor put into the cart is there after signing in, with what they had there", async () => {
  const person = newPerson();
  const [one, two, three] = await priced();
  const before = await newPage();
  const page = await newPage();
  try {
    await register(before, person);
    await put(before, [one, two]);
    await page.goto(pageOf(three));
    await page.click(".buy__add");
    await barSays(page, 1);
    await signIn(page, person);
    await page.goto("/fr/cart");
    assert.deepEqual((await inCart(page)).sort(), [one.id, two.id, three.id].sort());
    assert.equal(await inBar(page), 3);
    assert.ok(!(await page.context().cookies()).some(({ name }) => name === "cart"));
    page.watch.clean();
  } finally {
    await Promise.all([before.done(), page.done()]);
  }
});

test("a book moves to the favourites and back without the page being left", async () => {
  const page = await signedIn();
  try {
    const [one, two] = await priced();
    await put(page, [one, two]);
    await page.goto("/fr/cart");
    await page.click(".cart__line:first-child .cart__acts form:last-child button");
    await barSays(page, 1);
    const favourites = (await (await page.request.get("/api/v1/me/favorites")).json()).items;
    assert.equal(favourites.length, 1);
    await assertFocus(page, "[data-first]");
    await page.keyboard.press("Enter");
    await barSays(page, 2);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[3][24][25] a press that cannot be sent is put back and said; without a connection the cart is read, and paying waits", async () => {
  const page = await newPage({ viewport: DESK });
  try {
    const [one] = await priced();
    await page.goto(pageOf(one));
    await page.context().setOffline(true);
    await page.click(".buy__add");
    await page.waitForSelector(".book__buy [data-refusal]");
    assert.ok(await page.isVisible(".buy__add"));
    assert.equal(await inBar(page), 0);
    await page.context().setOffline(false);
    await page.click(".buy__add");
    await barSays(page, 1);
    await page.goto("/fr/cart");
    await page.context().setOffline(true);
    await page.waitForSelector("[data-offline]:not([hidden])");
    // By a key: what is not enabled is not clicked on.
    await page.focus(".cart__sum a.button");
    await page.keyboard.press("Enter");
    assert.equal(new URL(page.url()).pathname, "/fr/cart");
    await picture(page, "cart-offline");
    await page.context().setOffline(false);
    await page.waitForSelector("[data-offline][hidden]", { state: "attached" });
    assert.equal(await page.getAttribute(".cart__sum a.button", "aria-disabled"), null);
  } finally {
    await page.done();
  }
});

test("[5] a page that one comes back to shows what is in the cart by then", async () => {
  const page = await newPage({ viewport: DESK });
  try {
    await page.goto("/fr/new");
    await page.click(BAG);
    await barSays(page, 1);
    await page.locator("main .card .card__link").first().click();
    await page.waitForURL("**/book/**");
    await page.goBack();
    await barSays(page, 1);
    assert.equal(await page.getAttribute(BAG, "aria-pressed"), "true");
    page.watch.clean();
  } finally {
    await page.done();
  }
});
