// The shelves of the home page: for whom they stand there, with which reasons; best sellers; “not for me”, by keys alone,
// with scripts and without, in French and Arabic. The people of the demo have lived in the shop.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, picture, PHONE } from "../lib/browser.mjs";
import { pressOn } from "../lib/keyboard.mjs";
import { signedIn, signIn } from "../lib/people.mjs";

after(closeBrowser);

const PASSWORD = "encre et papier";

/** A page of somebody of the demo who is signed in. */
async function ofDemo(username, options = {}) {
  const page = await newPage(options);
  await signIn(page, { username, password: PASSWORD }, options.locale ?? "fr");
  return page;
}

const titles = (page, shelf) => page.$$eval(`#${shelf} .card__link`, (links) => links.map((link) => link.textContent.trim()));

test("[7] the rail has four lists, each with an address of its own, and says which is shown", async () => {
  const page = await newPage({ viewport: PHONE });
  try {
    await page.goto("/fr/");
    const addresses = await page.$$eval(".rail a", (links) => links.map((link) => new URL(link.href).pathname));
    assert.deepEqual(addresses, ["/fr/", "/fr/new", "/fr/best", "/fr/free"]);
    for (const address of addresses) {
      await page.goto(address);
      const current = await page.$$eval(".rail [aria-current=page]", (links) => links.map((link) => new URL(link.href).pathname));
      assert.deepEqual(current, [address]);
    }
    const places = await page.$$eval(".destinations a", (links) => links.map((link) => new URL(link.href).pathname));
    assert.deepEqual(places, ["/fr/", "/fr/browse", "/fr/library", "/fr/account"]);
    for (const place of places.slice(0, 2)) {
      await page.goto(place);
      assert.equal(await page.getAttribute(".destinations [aria-current=page]", "href"), place);
    }
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[7][26] of whom nothing is known is shown what the editors chose, and asked for genres", async () => {
  for (const open of [() => newPage(), () => signedIn()]) {
    const page = await open();
    try {
      await page.goto("/fr/");
      assert.equal((await page.textContent("#picks h2")).trim(), "Le choix des libraires");
      assert.equal(await page.$("#for-you"), null);
      assert.ok((await titles(page, "picks")).length > 5);
      assert.match(await page.textContent(".invite"), /Quels livres aimez-vous/);
      await page.click(".invite a");
      await page.waitForURL(/\/fr\/(sign-up|account\/genres)$/);
      page.watch.clean();
    } finally {
      await page.done();
    }
  }
});

for (const [locale, viewport, theme] of [["fr", PHONE, "light"], ["ar", PHONE, "dark"], ["fr", DESK, "dark"], ["ar", DESK, "light"]]) {
  test(`[7][26] in ${locale}, ${viewport.width} wide, ${theme}: a reader goes on reading, and is told why a book is recommended`, async () => {
    const page = await ofDemo("leila", { locale, viewport, theme });
    try {
      await page.goto(`/${locale}/`);
      const where = `shelves-home-${locale}-${viewport.width}-${theme}`;
      assert.equal(await page.getAttribute(".strip progress", "value"), "42");
      assert.match(await page.getAttribute(".strip__read", "href"), new RegExp(`^/${locale}/read/\\d+$`));
      const reasons = await page.$$eval("#for-you .card__reason", (all) => all.map((one) => one.textContent.trim()));
      assert.equal(reasons.length, (await titles(page, "for-you")).length);
      assert.ok(reasons.length > 3 && reasons.every(Boolean), reasons.join(", "));
      const owned = (await (await page.request.get("/api/v1/me/library?limit=100")).json()).items.map(({ book }) => book.title);
      assert.deepEqual((await titles(page, "for-you")).filter((title) => owned.includes(title)), [], "nobody is told to read what they have");
      assert.match(await page.textContent("#best .badge--rank"), /1/);
      assert.notEqual(await page.$("#picks"), null);
      await assertAccessible(page, where);
      await assertFits(page, where);
      await assertTouchable(page, where);
      await picture(page, where);
      for (const path of ["for-you", "best", "best?window=7d&price=free"]) {
        await page.goto(`/${locale}/${path}`);
        assert.ok((await page.$$(".grid .card")).length > 3, path);
        await assertAccessible(page, path);
        await assertFits(page, path);
        await assertTouchable(page, path);
        await picture(page, `shelves-${path}-${locale}-${viewport.width}-${theme}`);
      }
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

// Each with a person of their own, who has not been shown anything before.
for (const [locale, js, person] of [["fr", true, "salim"], ["ar", true, "nadia"], ["fr", false, "amina"], ["ar", false, "leila"]]) {
  test(`[26] in ${locale}${js ? "" : ", without scripts"}, what is not for somebody never comes back, unless they undo it`, async () => {
    const page = await ofDemo(person, { locale, js });
    try {
      await page.goto(`/${locale}/for-you`);
      const button = ".card__dismiss >> nth=0";
      const action = await page.getAttribute(button, "formaction");
      const own = `[formaction="${action}"]`;
      await pressOn(page, own);
      if (js) {
        await page.waitForSelector(`${own}[aria-pressed=true]`);
        // Once the shop has it, it says so, with the way back.
        await page.waitForSelector("[role=status] >> text=/recommandé|التوصيات/");
        await page.reload();
      } else {
        await page.waitForSelector("text=/ne vous sera plus recommandé|لن يظهر/");
      }
      assert.equal(await page.$(own), null, "it is gone");
      await page.goto(`/${locale}/`);
      assert.equal(await page.$(own), null, "on the home page too");
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

test("[28] best sellers are counted over the time that is chosen", async () => {
  const page = await newPage({ viewport: DESK });
  try {
    await page.goto("/fr/best");
    assert.match(await page.textContent(".page-head"), /30 derniers jours/);
    await page.click("nav >> text=7 jours");
    await page.waitForURL("**/fr/best?window=7d");
    assert.match(await page.textContent(".page-head"), /7 derniers jours/);
    const ranks = await page.$$eval(".badge--rank", (all) => all.map((one) => Number(/\d+/.exec(one.textContent)[0])));
    assert.deepEqual(ranks, ranks.map((_, at) => at + 1));
    await page.click("text=Depuis toujours");
    await page.waitForURL("**/fr/best?window=all");
    page.watch.clean();
  } finally {
    await page.done();
  }
});
