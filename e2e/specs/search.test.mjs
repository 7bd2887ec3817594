// Searching: by keys alone with scripts, by the form without, in both directions.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { bookNamed, books } from "../lib/books.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, PHONE, picture, SHOP } from "../lib/browser.mjs";
import { tabTo } from "../lib/keyboard.mjs";
import { signedIn } from "../lib/people.mjs";

after(closeBrowser);

const FIELD = ".bar__search .search__input";
const OPTIONS = "[role=option]";

/** A promise that somebody else keeps. */
function later() {
  const promised = {};
  promised.promise = new Promise((resolve) => (promised.resolve = resolve));
  return promised;
}

/** How many letters are typed of it. */
const TYPED = 9;

/** A book that its first letters find, and no other book of the shop: others may have come in twice. */
async function known() {
  const titles = (await books()).map(({ title }) => title.toLowerCase());
  const isKnownBy = (letters) => titles.filter((title) => title.includes(letters.trim())).length === 1;
  return (await books()).find(({ title }) => /^[\p{Script=Latin} ’']{12,}$/u.test(title) && isKnownBy(title.slice(0, TYPED).toLowerCase()));
}

for (const locale of ["fr", "ar"]) {
  test(`[19] in ${locale}, keys alone lead from what is typed to a book`, async () => {
    const page = await newPage({ locale, viewport: DESK });
    try {
      const book = await known();
      await page.goto(`/${locale}/`);
      await tabTo(page, FIELD);
      assert.equal(await page.getAttribute(FIELD, "role"), "combobox");
      await page.keyboard.type(book.title.slice(0, TYPED));
      await page.waitForSelector(OPTIONS);
      assert.equal(await page.getAttribute(FIELD, "aria-expanded"), "true");
      assert.equal(await page.getAttribute(FIELD, "aria-activedescendant"), null, "nothing is chosen beforehand");
      await picture(page, `search-suggestions-${locale}`);
      const texts = await page.$$eval(`${OPTIONS} bdi`, (all) => all.map((one) => one.textContent));
      const place = texts.indexOf(book.title);
      assert.ok(place >= 0, texts.join(" | "));
      for (let down = 0; down <= place; down += 1) await page.keyboard.press("ArrowDown");
      const active = await page.getAttribute(FIELD, "aria-activedescendant");
      assert.equal(await page.getAttribute(`#${active}`, "aria-selected"), "true");
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/book/${book.id}-**`);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });

  for (const js of [true, false]) {
    test(`[19] in ${locale}, the form finds a book${js ? "" : " without scripts"}`, async () => {
      const page = await newPage({ locale, js, viewport: PHONE });
      try {
        const book = await known();
        await page.goto(`/${locale}/`);
        await page.click(".bar__to-search");
        await page.waitForURL("**/search");
        const field = ".search-page__field .search__input";
        await page.fill(field, book.title.slice(0, -1));
        await page.press(field, "Enter");
        await page.waitForURL("**/search?q=**");
        assert.ok(await page.isVisible(`.list__books a[href*="/book/${book.id}-"]`), "the book is found");
        await assertFits(page, "results");
        await assertTouchable(page, "results");
        if (js) await assertAccessible(page, "results");
        await picture(page, `search-results-${locale}`);
        await page.goto(`/${locale}/search?q=xyzzyx`);
        await picture(page, `search-nothing-${locale}`);
        page.watch.clean();
      } finally {
        await page.done();
      }
    });
  }
}

for (const js of [true, false]) {
  test(`[19] a book that is not found is asked for by keys alone${js ? "" : " without scripts"}`, async () => {
    const page = await newPage({ js });
    try {
      await page.goto("/fr/search?q=xyzzyx");
      if (js) await assertAccessible(page, "the form");
      await assertTouchable(page, "the form");
      assert.equal(await page.inputValue("#request-text"), "xyzzyx");
      await tabTo(page, "#request-email");
      await page.keyboard.type("nour@mail.example");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".notice");
      assert.equal(new URL(page.url()).search, "?q=xyzzyx");
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

test("[19] only the answer to the last key is shown, and Escape closes it", async () => {
  const page = await newPage({ locale: "fr", viewport: DESK });
  try {
    const [shown, answered] = [later(), later()];
    await page.route("**/search/suggestions?q=lat*", async (route) => {
      const late = new URL(route.request().url()).searchParams.get("q") === "lat";
      // The answer to the key before comes after that to the last one.
      if (late) await shown.promise;
      const text = late ? "trop tard" : "à temps";
      await route.fulfill({ json: [{ kind: "genre", text, id: 1 }] }).catch(() => {});
      if (late) answered.resolve();
    });
    await page.goto("/fr/");
    await page.focus(FIELD);
    const asked = page.waitForRequest((request) => request.url().endsWith("q=lat"));
    await page.keyboard.type("lat");
    await asked;
    await page.keyboard.type("e");
    await page.waitForSelector(`${OPTIONS} >> text=à temps`);
    shown.resolve();
    await answered.promise;
    assert.equal(await page.locator(OPTIONS).count(), 1);
    assert.match(await page.textContent(OPTIONS), /à temps/);
    await page.keyboard.press("Escape");
    await page.waitForSelector(".bar__search .search__list", { state: "hidden" });
    assert.equal(await page.inputValue(FIELD), "late", "what was typed stays");
  } finally {
    await page.done();
  }
});

test("[19] one’s own last searches are offered, and forgotten by keys", async () => {
  const page = await signedIn({ locale: "fr", viewport: DESK });
  try {
    await page.goto("/fr/search?q=oiseaux");
    await page.goto("/fr/search");
    await page.focus(FIELD);
    await page.waitForSelector(`${OPTIONS} >> text=oiseaux`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    assert.match(await page.evaluate(() => document.activeElement.className), /search__forget/);
    await page.keyboard.press("Enter");
    await page.waitForSelector(`${OPTIONS} >> text=oiseaux`, { state: "detached" });
    await page.goto("/fr/search");
    assert.equal(await page.locator(".search-recent").count(), 0);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[19] eight suggestions at most stand on a small phone, and fit", async () => {
  const page = await newPage({ locale: "fr", viewport: { width: 360, height: 740 } });
  try {
    await page.goto("/fr/search");
    await page.click(".search-page__field .search__input");
    await page.keyboard.type("le");
    await page.waitForSelector(OPTIONS);
    assert.ok((await page.locator(OPTIONS).count()) <= 8);
    await assertFits(page, "suggestions");
  } finally {
    await page.done();
  }
});

/** A number under which a book is known, as it stands on the book's page. */
async function isbnOf({ id }) {
  const answer = await fetch(`${SHOP}/api/v1/books/${id}`);
  return (await answer.json()).isbn;
}

test("[19] a book is found by its number, and by Arabic letters that are written otherwise", async () => {
  const page = await newPage();
  try {
    const found = async (q) => {
      await page.goto(`/fr/search?q=${encodeURIComponent(q)}`);
      return page.$$eval(".list__books .card__link, .search-page .card__link, .best-match a", (links) => links.map((link) => link.textContent.trim()));
    };
    const book = await bookNamed(/encre/);
    const isbn = await isbnOf(book);
    assert.match(isbn, /^97[89]\d{10}$/);
    for (const q of [isbn, `${isbn.slice(0, 3)}-${isbn.slice(3)}`]) assert.equal((await found(q))[0], book.title, q);
    // The last letter of the first word with two dots or without, and a word without its article.
    const arabic = await bookNamed("مدينة الورق");
    for (const q of ["مدينه الورق", "مدينة ورق"]) assert.equal((await found(q))[0], arabic.title, q);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[19] where nothing is found there are other books to go on with", async () => {
  const page = await newPage({ js: false });
  try {
    await page.goto("/fr/search?q=xyzzyx");
    assert.ok((await page.locator("main .card").count()) > 3);
    await page.click("main .card .card__link >> nth=0");
    await page.waitForURL("**/book/**");
  } finally {
    await page.done();
  }
});
