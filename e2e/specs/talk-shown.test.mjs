// What readers say of a book, as others see it: in the direction of its own words, and as an average on page and card; and what
// of a book goes along when it is shared.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { closeBrowser, LOCALES, newPage } from "../lib/browser.mjs";
import { until } from "../lib/kept.mjs";
import { answered, ratings, said, say, talker } from "../lib/talk.mjs";

after(closeBrowser);

test("[20][+] words run in the direction of their own script, whatever the page's is", async () => {
  const page = await talker();
  try {
    const book = await bookNamed("Sept marches");
    const [arabic, french] = [await say(page, book, "نعم، في النهاية."), await say(page, book, "Oui, à la fin.")];
    for (const locale of ["fr", "ar"]) {
      await page.goto(`${pageOf(book, locale)}/comments`);
      const beginsAt = ({ id }) => page.$eval(`${said(id)} .said__text`, (text) => {
        const words = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode();
        const range = document.createRange();
        range.selectNodeContents(words);
        const [{ left, right }] = range.getClientRects();
        const around = text.getBoundingClientRect();
        return left - around.left < around.right - right ? "left" : "right";
      });
      assert.equal(await beginsAt(arabic), "right", locale);
      assert.equal(await beginsAt(french), "left", locale);
    }
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[21] somebody's rating counts once, on the book's page and on its card, and not once it is removed", async () => {
  const page = await talker();
  const visitor = await newPage();
  try {
    const book = await bookNamed("Signal de Tidikelt");
    const { count } = await ratings(page, book);
    await page.goto(pageOf(book));
    for (const value of ["5.0", "4.0"]) {
      await page.focus(`.stars__radio[value="${value}"]`);
      await answered(page, "/rating", () => page.keyboard.press("Space"));
      await until(() => ratings(page, book), (now) => now.mine === Number(value) && now.count === count + 1, `${value} is theirs, and one more than before`);
      const { average } = await ratings(page, book);
      const written = average.toFixed(1).replace(".", ",");
      await visitor.goto(pageOf(book));
      assert.ok((await visitor.textContent(".talk__count")).includes(String(count + 1)));
      assert.ok((await visitor.textContent(".histogram__average")).includes(written));
      await visitor.goto(`/fr/search?q=${encodeURIComponent(book.title)}`);
      const card = await visitor.locator(".card", { hasText: book.title }).first().textContent();
      assert.ok(card.includes(`(${count + 1})`) && card.includes(written), card);
    }
    await page.reload();
    await answered(page, "/rating", () => page.click("[name=remove]"));
    await until(() => ratings(page, book), (now) => now.mine === null && now.count === count, "it is removed");
  } finally {
    await Promise.all([page.done(), visitor.done()]);
  }
});

test("[22] what is shared of a book tells of it in the language of the page, without a word that gives the story away", async () => {
  const writer = await talker();
  const page = await newPage();
  try {
    const book = await bookNamed("Sept marches");
    await say(writer, book, "Le puits est vide.", { spoiler: true });
    const heads = {};
    for (const locale of LOCALES) {
      await page.goto(`${pageOf(book, locale)}?utm_source=mail`);
      const head = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll("meta[property^='og:']")].map((meta) => [meta.getAttribute("property").slice(3), meta.content])));
      assert.equal(head.title, book.title);
      assert.equal(new URL(head.url).pathname, pageOf(book, locale));
      assert.equal(new URL(head.url).search, "", "nobody is followed");
      assert.equal(head.url, await page.getAttribute("link[rel=canonical]", "href"));
      assert.ok(head.locale.startsWith(`${locale}_`), head.locale);
      const picture = await page.request.get(new URL(head.image).pathname);
      assert.match(picture.headers()["content-type"], /^image\/jpeg/);
      const source = await page.locator("head").innerHTML();
      assert.ok(!source.includes("Le puits est vide"), "no spoiler goes along");
      heads[locale] = head;
    }
    assert.equal(new Set(Object.values(heads).map((head) => head["image:alt"])).size, LOCALES.length, "each in its language");
    page.watch.clean();
  } finally {
    await Promise.all([writer.done(), page.done()]);
  }
});
