// What cannot be taken comes back, without scripts: the pages on which it does.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { assertFits, closeBrowser, DESK, PHONE, picture } from "../lib/browser.mjs";
import { csrfOf, signedIn } from "../lib/people.mjs";
import { said, say, talker } from "../lib/talk.mjs";

after(closeBrowser);

/** Nothing sticks out, on a phone and on a desk. */
async function assertGood(page, name) {
  for (const [size, viewport] of [["desk", DESK], ["phone", PHONE]]) {
    await page.setViewportSize(viewport);
    await assertFits(page, `${name} ${size}`);
    await picture(page, `talk-back-${name}-${size}`);
  }
}

for (const [locale, theme] of [["fr", "light"], ["ar", "dark"]]) {
  test(`[20] in ${locale}, words come back after signing in, and where what they answer is gone`, async () => {
    const [writer, page] = [await talker(), await talker({ locale, theme, js: false })];
    try {
      const book = await bookNamed("Atlas bleu");
      const first = await say(writer, book, `Pas pour longtemps ${locale}`);
      await page.goto(`/${locale}/comment/${first.id}/reply`);
      await page.fill(".composer__text", "Ce que je réponds");
      await page.context().clearCookies({ name: "session" });
      await page.click(".composer__buttons .button");
      await page.waitForURL((url) => url.pathname.endsWith("/sign-in"));
      await page.fill("[name=login]", page.person.username);
      await page.fill("[name=password]", page.person.password);
      await page.click("main .form button[type=submit]");
      await page.waitForURL((url) => url.pathname.endsWith("/reply"));
      assert.equal(await page.inputValue(".composer__text"), "Ce que je réponds");
      await assertGood(page, `signed-in-${locale}`);
      await writer.request.delete(`/api/v1/comments/${first.id}`, { headers: { "x-csrf-token": await csrfOf(writer) } });
      await page.click(".composer__buttons .button");
      await page.waitForSelector(".composer .field__error");
      assert.equal(await page.inputValue(".composer__text"), "Ce que je réponds");
      await assertGood(page, `gone-${locale}`);
      await page.click(".composer__buttons .button");
      await page.waitForSelector("article[data-mine]:has-text('Ce que je réponds')");
      assert.equal(await page.locator("article[data-mine]").count(), 1);
    } finally {
      await writer.done();
      await page.done();
    }
  });

  test(`[3] in ${locale}, a press of which nothing can come is answered where it was made`, async () => {
    const [writer, page] = [await talker(), await talker({ locale, theme, js: false })];
    try {
      const book = await bookNamed("Atlas bleu");
      const first = await say(writer, book, `Bientôt plus là ${locale}`);
      const list = `${pageOf(book, locale)}/comments`;
      await page.goto(list);
      await writer.request.delete(`/api/v1/comments/${first.id}`, { headers: { "x-csrf-token": await csrfOf(writer) } });
      await page.click(`${said(first.id)} .said__like`);
      await page.waitForSelector(".notice--info");
      assert.equal(new URL(page.url()).pathname, list);
      await assertGood(page, `like-${locale}`);
      await page.click(".rate .button--outline");
      await page.waitForSelector(".rate .field__error");
      await assertGood(page, `rating-${locale}`);
      await page.locator(".stars__radio[value='3.5']").check({ force: true });
      await page.click(".rate .button--outline");
      await page.waitForSelector(".notice");
      assert.equal(new URL(page.url()).pathname, list);
    } finally {
      await writer.done();
      await page.done();
    }
  });

  test(`in ${locale}, whoever is not verified is shown where to verify`, async () => {
    const page = await signedIn({ locale, theme, js: false });
    try {
      const book = await bookNamed("Atlas bleu");
      await page.goto(`${pageOf(book, locale)}/comments/new`);
      await assertGood(page, `verify-${locale}`);
      await page.click("main a[href*='/verify']");
      assert.ok(await page.isVisible("main [name=code]"));
      assert.ok(page.url().includes(encodeURIComponent("/comments/new")), page.url());
    } finally {
      await page.done();
    }
  });
}
