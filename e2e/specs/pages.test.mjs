// Every page, in French and Arabic, light and dark: nothing inaccessible, nothing sticking out at 320 pixels, nothing too
// small to be touched, nothing against the policy, nothing in the console.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { assertFits, assertTouchable, atRest, closeBrowser, DESK, newPage, picture, PHONE, SHOP, SMALL } from "../lib/browser.mjs";
import { bookNamed, pageOf, readPath } from "../lib/books.mjs";
import { newPerson, register } from "../lib/people.mjs";

after(closeBrowser);

const moby = await bookNamed("Moby");
const arabic = await bookNamed(/cancer/i);
const pdf = await bookNamed("pdflatex outline");
const priced = await bookNamed(/Children/);

/** First address on `path` that matches, so that pages with ids of their own can be visited. */
async function linkOn(path, pattern) {
  const html = await (await fetch(SHOP + path)).text();
  return pattern.exec(html)?.[1];
}

const whole = await (await fetch(`${SHOP}/api/v1/books/${moby.id}`)).json();
const genre = await linkOn("/fr/browse", /href="\/fr(\/genre\/[^"?#]+)"/);
const series = await linkOn("/fr/browse", /href="\/fr(\/series\/[^"?#]+)"/);

const PAGES = {
  home: "/",
  new: "/new",
  best: "/best",
  free: "/free",
  browse: "/browse",
  authors: "/authors",
  "all-series": "/series",
  publishers: "/publishers",
  language: "/language/ar",
  genre,
  series,
  author: `/author/${whole.authors[0].id}`,
  publisher: whole.publisher ? `/publisher/${whole.publisher.id}` : undefined,
  book: pageOf(moby, "").slice(1),
  "book-arabic": pageOf(arabic, "").slice(1),
  "book-priced": pageOf(priced, "").slice(1),
  chapter: `/read/${moby.id}/ch/3`,
  "genre-empty": genre && `${genre}?rating=5&price=free&language=eo`,
  "search-none": "/search?q=zzxxqq",
  install: "/install",
  terms: "/p/terms",
  offline: "/offline",
  missing: "/nothing-here",
  "sign-in": "/sign-in?next=%2Ffr%2Faccount",
  "sign-up": "/sign-up",
  forgot: "/forgot",
  reset: "/reset?email=une.adresse.vraiment.longue%40exemple-de-domaine.dz",
};

/** Pages of somebody signed in; their names and addresses are as long as they may be. */
const OWN_PAGES = {
  home: "/",
  "for-you": "/for-you",
  book: pageOf(moby, "").slice(1),
  welcome: "/welcome/genres",
  verify: "/verify",
  account: "/account",
  profile: "/account/profile",
  security: "/account/security",
  preferences: "/account/preferences",
  genres: "/account/genres",
  orders: "/account/orders",
  library: "/library",
  downloads: "/account/downloads",
  data: "/account/data",
  delete: "/account/delete",
};

/** Sent empty by hand, so that they come back full of errors. */
const FORMS = { "sign-in": "/sign-in", "sign-up": "/sign-up", forgot: "/forgot", reset: "/reset" };
const OWN_FORMS = { profile: "/account/profile", password: "/account/password", email: "/account/email", delete: "/account/delete" };

async function assertSound(page, name, where) {
  await assertFits(page, `${name} at 320 px`);
  await page.setViewportSize(PHONE);
  await assertAccessible(page, name);
  await assertTouchable(page, name);
  await picture(page, `page-${where}`);
}

/** Somebody with the longest name and address, in the script that is not the page's. */
async function longNamed(page, locale) {
  const one = newPerson(locale === "ar" ? "Abderrahmane" : "عبدالرحمن");
  const email = one.email.replace("@", ".une-adresse-vraiment-longue@un-sous-domaine.encore-plus-long.");
  return register(page, { ...one, username: one.username.padEnd(30, "x").slice(-30), email }, locale);
}

for (const path of ["/fr/", readPath(moby)]) {
  test(`the browser takes every face that ${path === "/fr/" ? "the shop" : "a reader"} is set in`, async () => {
    const page = await newPage();
    try {
      await page.goto(path);
      const refused = await page.evaluate(async () => {
        await Promise.allSettled([...document.fonts].map((face) => face.load()));
        return [...document.fonts].filter(({ family, status }) => status !== "loaded" && !family.includes("Fallback")).map(({ family, weight }) => `${family} ${weight}`);
      });
      assert.deepEqual(refused, []);
    } finally {
      await page.done();
    }
  });
}

for (const locale of ["fr", "ar"]) {
  for (const theme of ["light", "dark"]) {
    for (const [name, path] of Object.entries(PAGES).filter(([, address]) => address)) {
      test(`[+] ${name} is sound in ${locale}, ${theme}`, async () => {
        const page = await newPage({ locale, theme, viewport: SMALL });
        try {
          await page.goto(`/${locale}${path}`);
          await assertSound(page, name, `${name}-${locale}-${theme}`);
          // The browser itself reports the status of the page that is meant to be missing.
          if (name === "missing") page.watch.errors = page.watch.errors.filter((error) => !error.includes("404"));
          page.watch.clean(name);
        } finally {
          await page.done();
        }
      });
    }

    test(`[+] the pages of somebody signed in are sound in ${locale}, ${theme}`, async () => {
      const page = await newPage({ locale, theme, viewport: SMALL });
      try {
        await longNamed(page, locale);
        for (const [name, path] of Object.entries(OWN_PAGES)) {
          await page.setViewportSize(SMALL);
          await page.goto(`/${locale}${path}`);
          await assertSound(page, `own ${name}`, `own-${name}-${locale}-${theme}`);
          await page.setViewportSize(DESK);
          await assertFits(page, `own ${name} on a desk`);
          await picture(page, `desk-own-${name}-${locale}-${theme}`);
        }
        page.watch.clean();
      } finally {
        await page.done();
      }
    });

    test(`forms that came back are sound in ${locale}, ${theme}`, async () => {
      const page = await newPage({ locale, theme, viewport: SMALL });
      try {
        const sendEmpty = async (name, path) => {
          await page.setViewportSize(SMALL);
          await page.goto(`/${locale}${path}`);
          // The browser's own way, past the islands.
          await page.evaluate((action) => {
            const form = document.querySelector(`form[action$="${action}"]`);
            for (const field of form.querySelectorAll("input:not([type=hidden])")) field.value = "";
            form.submit();
          }, path);
          await page.waitForSelector(".alert__list");
          const astray = await page.$$eval(".alert__list a", (links) => links.map((link) => link.hash).filter((id) => !document.querySelector(id)?.matches("input, select, textarea")));
          assert.deepEqual(astray, [], `${name}: the list of problems leads to its fields`);
          await assertSound(page, `${name} that came back`, `errors-${name}-${locale}-${theme}`);
        };
        for (const [name, path] of Object.entries(FORMS)) await sendEmpty(name, path);
        await longNamed(page, locale);
        for (const [name, path] of Object.entries(OWN_FORMS)) await sendEmpty(name, path);
        page.watch.errors = page.watch.errors.filter((error) => !error.includes("422"));
        page.watch.clean();
      } finally {
        await page.done();
      }
    });

    test(`[+] the readers are sound in ${locale}, ${theme}`, async () => {
      const readers = [[arabic, "epub"], [moby, "epub"], [pdf, "pdf"]];
      for (const [book, format] of readers) {
        const page = await newPage({ locale, theme, viewport: SMALL });
        try {
          await page.goto(readPath(book, locale, format));
          await page.waitForSelector('#reader-view[data-state="ready"]', { state: "attached" });
          await assertFits(page, `${book.title} at 320 px`);
          await page.setViewportSize(PHONE);
          await assertAccessible(page, book.title);
          for (const sheet of ["appearance", "contents"]) {
            await page.click(`#reader-open-${sheet}`);
            await page.waitForSelector(`#reader-${sheet}[open]`);
            await assertAccessible(page, `${book.title}, ${sheet}`);
            await picture(page, `reader-${sheet}-${format}-${locale}-${theme}`);
            await page.keyboard.press("Escape");
          }
          page.watch.clean(book.title);
        } finally {
          await page.done();
        }
      }
    });
  }
}

test("a reader whose book is not there says so and leads back", async () => {
  const page = await newPage();
  try {
    await page.route("**/manifest*", (route) => route.fulfill({ status: 410, contentType: "application/problem+json", body: "{}" }));
    await page.goto(readPath(moby));
    await page.waitForSelector('#reader-view[data-state="error"]', { state: "attached" });
    assert.equal(await page.getAttribute(".reader-failure", "data-kind"), "missing");
    assert.equal(await page.evaluate(() => document.activeElement.localName), "h2");
    await assertAccessible(page, "reader without its book");
  } finally {
    await page.done();
  }
});

test("a reader without a connection says so", async () => {
  const page = await newPage();
  try {
    await page.route("**/manifest*", (route) => route.abort("internetdisconnected"));
    await page.goto(readPath(moby));
    await page.waitForSelector('.reader-failure[data-kind="offline"]');
  } finally {
    await page.done();
  }
});

test("[5] whoever comes back to a list that was made longer finds the same book at the same place", async () => {
  const page = await newPage();
  try {
    await page.goto("/fr/new");
    await page.waitForSelector("shop-more:defined", { state: "attached" });
    const books = page.locator("#books > *");
    const first = await books.count();
    const more = page.locator("shop-more a");
    await atRest(more);
    await more.click();
    await page.waitForFunction((count) => document.querySelectorAll("#books > *").length > count, first);
    const book = books.nth(first + 4);
    await book.scrollIntoViewIfNeeded();
    const { y: before } = await book.boundingBox();
    await book.locator("a").first().click();
    await page.waitForURL(/\/book\//);
    await page.goBack();
    await page.waitForFunction((count) => document.querySelectorAll("#books > *").length > count, first);
    await page.waitForTimeout(300);
    const { y: after } = await book.boundingBox();
    assert.ok(Math.abs(after - before) <= 50, `${before} became ${after}`);
    page.watch.clean("the longer list");
  } finally {
    await page.done();
  }
});
