// A book as readers meet it: on a card, and on its own page with all that is known of it and the button that stays in reach.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, PHONE, picture, SMALL } from "../lib/browser.mjs";
import { readTo } from "../lib/kept.mjs";
import { csrfOf } from "../lib/people.mjs";
import { ROOT } from "../lib/shop.mjs";
import { talker } from "../lib/talk.mjs";

after(closeBrowser);

// Rated, talked about, in a series, with a price and a sample.
const talked = await bookNamed("جريمة");
const priced = await bookNamed(/Children/);

const json = async (page, path) => (await page.request.get(`/api/v1${path}`)).json();

for (const [locale, js] of [["fr", true], ["ar", true], ["fr", false]]) {
  test(`[6] in ${locale}${js ? "" : ", without scripts"}, a book's page has its parts in order, all its facts, and a histogram that chooses comments`, async () => {
    const page = await newPage({ locale, js });
    try {
      await page.goto(pageOf(talked, locale));
      const outline = await page.$$eval("main :is(h1, h2)", (all) => all.map((one) => `${one.localName} ${one.id || one.className}`));
      assert.deepEqual(outline, ["h1 book__title", "h2 facts-title", "h2 comments-title", "h2 more-in-series-title", "h2 similar-title"]);
      const deeper = await page.$$eval("main h3", (all) => all.filter((one) => !one.closest("section[aria-labelledby]")).length);
      assert.equal(deeper, 0, "what is below a part is below its heading");
      const facts = await page.$$eval("#facts .facts__row", (rows) => rows.map((row) => [row.querySelector("dt").textContent.trim(), row.querySelector("dd").textContent.trim()]));
      assert.ok(facts.length >= 6 && facts.every(([label, fact]) => label && fact), JSON.stringify(facts));
      const told = facts.map(([, fact]) => fact).join(" ");
      const { isbn, publisher } = await json(page, `/books/${talked.id}`);
      for (const fact of [isbn, publisher.name]) assert.ok(told.includes(fact), `${fact} is not in ${told}`);
      assert.ok(facts.some(([label]) => label === "EPUB"));
      assert.ok(await page.isVisible(".book__series a"));

      const bar = page.locator("a.histogram__row[href*='rating=4']");
      await bar.click();
      await page.waitForURL("**/comments?rating=4");
      const roots = await page.$$eval(".thread > li > .said", (all) => all.map(({ id }) => Number(id.slice(2))));
      const { items } = await json(page, `/books/${talked.id}/comments?rating=4`);
      assert.ok(roots.length > 0);
      assert.deepEqual(roots.toSorted(), items.map(({ id }) => id).toSorted());
      for (const { rating } of items) assert.equal(Math.round(rating), 4);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

/** The books of a shelf, in order. */
const onShelf = (page, id) => page.$$eval(`#${id} .card__link`, (links) => links.map(({ pathname }) => Number(/\/book\/(\d+)/.exec(pathname)[1])));

for (const [locale, js] of [["fr", false], ["ar", true]]) {
  test(`[6] in ${locale}${js ? "" : ", without scripts"}, the comments are followed by the series in order, by what else the author wrote and by what is like the book`, async () => {
    const page = await newPage({ locale, js, viewport: SMALL });
    try {
      const written = await bookNamed("Trente matins");
      for (const book of [talked, written]) {
        const { id } = book;
        await page.goto(pageOf(book, locale));
        const { series, authors } = await json(page, `/books/${id}`);
        const listed = async (filter) => (await json(page, `/books?${filter}&limit=100`)).items.filter((one) => one.id !== id);
        const inSeries = series ? (await listed(`series=${series.id}`)).map((one) => one.id) : [];
        const by = (await listed(`author=${authors[0].id}`)).filter((one) => one.authors.some((author) => author.id === authors[0].id));
        const byAuthor = by.map((one) => one.id).filter((one) => !inSeries.includes(one));
        assert.deepEqual(await onShelf(page, "more-in-series"), inSeries);
        assert.deepEqual(await onShelf(page, "more-by-author"), byAuthor);
        assert.ok(inSeries.length + byAuthor.length > 0, "one of them has books");
        const similar = await onShelf(page, "similar");
        assert.ok(similar.length > 0 && !similar.some((one) => [id, ...inSeries, ...byAuthor].includes(one)), `${similar}`);
        await assertFits(page, "the shelves");
      }
      await page.click("#more-by-author .section__all");
      await page.waitForURL("**/author/**");
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

const BAR = ".buy-bar";

for (const [locale, theme] of [["fr", "light"], ["ar", "dark"]]) {
  test(`[6] in ${locale}, ${theme}: on a phone price and button stay in reach, only while the page's own button is out of sight`, async () => {
    const page = await newPage({ locale, theme, viewport: PHONE });
    try {
      await page.goto(pageOf(priced, locale));
      await page.waitForSelector("shop-buy-bar:defined", { state: "attached" });
      assert.equal(await page.isVisible(BAR), false, "the page's own button is in sight");
      const own = page.locator(".book__actions .buy__add");
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.waitForSelector(BAR);
      const boxes = () => Promise.all([BAR, ".destinations", ".foot"].map((one) => page.locator(one).boundingBox()));
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      const [bar, destinations, foot] = await boxes();
      assert.ok(Math.abs(bar.y + bar.height - destinations.y) <= 1, "it stands on the destinations");
      assert.ok(foot.y + foot.height <= bar.y + 1, "and the end of the page above it");
      assert.equal(await page.textContent(`${BAR} .price`), await page.textContent(".book__price .price"));
      await page.setViewportSize(SMALL);
      await assertFits(page, "the bar");
      await assertTouchable(page, "the bar");
      await assertAccessible(page, "the bar");
      await picture(page, `book-buy-bar-${locale}-${theme}`);

      await page.click(`${BAR} .buy__add`);
      await page.waitForSelector(`${BAR} .buy__in`);
      assert.equal(await own.isHidden(), true, "the page's own button knows of it");
      await page.waitForFunction(() => document.querySelector("shop-toasts [role=status]").textContent !== "");
      const toast = await page.locator(".toasts__box").boundingBox();
      assert.ok(toast.y + toast.height <= (await page.locator(BAR).boundingBox()).y, "what is confirmed does not cover it");
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForSelector(BAR, { state: "hidden" });
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

test("[6] on a desk the button stands beside the book, and without scripts no bar covers anything", async () => {
  for (const options of [{ viewport: DESK }, { js: false }]) {
    const page = await newPage(options);
    try {
      await page.goto(pageOf(priced));
      assert.equal(await page.locator(BAR).count(), 1);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.waitForTimeout(200);
      assert.equal(await page.isVisible(BAR), false);
    } finally {
      await page.done();
    }
  }
});

for (const js of [true, false]) {
  test(`[6] whoever owns a book${js ? "" : ", without scripts,"} goes on where they were, and is offered nothing to buy`, async () => {
    const page = await talker({ js });
    try {
      const book = await bookNamed("Orange Notebook");
      const claimed = await page.request.post(`/api/v1/books/${book.id}/claim`, { headers: { "x-csrf-token": await csrfOf(page) } });
      assert.ok(claimed.ok(), await claimed.text());
      await readTo(page, book, 0.42);
      await page.goto(pageOf(book));
      const main = page.locator(".book__actions > :first-child");
      assert.equal(await main.getAttribute("href"), `/fr/read/${book.id}`);
      assert.match(await main.textContent(), /4[123]\s%/);
      assert.equal(await page.locator(".owned, .claim").getAttribute("class"), "owned");
      assert.equal(await page.locator(`${BAR}, .buy__add`).count(), 0);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

for (const locale of ["fr", "ar"]) {
  test(`[9] in ${locale}, a card tells its rating, how many gave it, how many talk, and has a heart`, async () => {
    const page = await newPage({ locale });
    try {
      await page.goto(`/${locale}/search?q=${encodeURIComponent(talked.title)}`);
      const card = page.locator(".card", { has: page.locator(`.card__link[href*="/book/${talked.id}-"]`) }).first();
      const { average, count } = await json(page, `/books/${talked.id}/ratings`);
      const { comment_count: comments } = await json(page, `/books/${talked.id}`);
      const figures = await card.locator(".rating__figures").textContent();
      assert.equal(figures.replace(/\s/g, ""), `${String(average).replace(".", ",")}(${count})·${comments}`);
      const sentence = await card.locator(".rating > .visually-hidden").textContent();
      for (const figure of [average, comments]) assert.ok(sentence.includes(String(figure).replace(".", ",")), sentence);
      assert.equal(await card.locator(".rating__figures").getAttribute("aria-hidden"), "true", "it is said once");
      const heart = card.locator("button.heart");
      assert.equal(await heart.getAttribute("aria-pressed"), "false");
      assert.ok((await heart.getAttribute("aria-label")).includes(talked.title));
      const { width, height } = await heart.boundingBox();
      assert.ok(width >= 44 && height >= 44);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

test("[9] no eye looks at anybody, and nothing counts how often something was looked at", async () => {
  const page = await newPage();
  try {
    await page.goto("/fr/");
    const sprite = new URL(await page.locator("svg use").first().getAttribute("href"), page.url());
    const drawn = await (await page.request.get(sprite.pathname)).text();
    const names = [...drawn.matchAll(/<symbol[^>]* id="([^"]+)"/g)].map(([, name]) => name);
    assert.ok(names.includes("heart") && names.length > 20, names.join());
    assert.deepEqual(names.filter((name) => /eye/.test(name)), []);
  } finally {
    await page.done();
  }
  const views = { en: /\bviews\b/i, fr: /\bvues\b/i, ar: /مشاهد(?:ة|ات)/ };
  for (const [locale, pattern] of Object.entries(views)) {
    const folder = join(ROOT, "locales", locale);
    for (const name of (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".ftl"))) {
      const words = await readFile(join(folder, name), "utf8");
      assert.equal(pattern.exec(words), null, `${locale}/${name}`);
    }
  }
});
