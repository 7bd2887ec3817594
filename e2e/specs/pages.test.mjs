// Every page, in French and Arabic, light and dark: nothing inaccessible, nothing sticking out at 320 pixels,
// nothing against the policy, nothing in the console.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { assertFits, closeBrowser, newPage, picture, PHONE, SHOP, SMALL } from "../lib/browser.mjs";
import { bookNamed, pageOf, readPath } from "../lib/books.mjs";

after(closeBrowser);

const moby = await bookNamed("Moby");
const arabic = await bookNamed(/cancer/i);
const pdf = await bookNamed(/outline/i);
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
  genre,
  series,
  author: `/author/${whole.authors[0].id}`,
  publisher: whole.publisher ? `/publisher/${whole.publisher.id}` : undefined,
  book: pageOf(moby, "").slice(1),
  "book-arabic": pageOf(arabic, "").slice(1),
  "book-priced": pageOf(priced, "").slice(1),
  chapter: `/read/${moby.id}/ch/3`,
  missing: "/nothing-here",
};

for (const locale of ["fr", "ar"]) {
  for (const theme of ["light", "dark"]) {
    for (const [name, path] of Object.entries(PAGES).filter(([, address]) => address)) {
      test(`${name} is sound in ${locale}, ${theme}`, async () => {
        const page = await newPage({ locale, theme, viewport: SMALL });
        try {
          await page.goto(`/${locale}${path}`);
          await assertFits(page, `${name} at 320 px`);
          await page.setViewportSize(PHONE);
          await assertAccessible(page, name);
          await picture(page, `page-${name}-${locale}-${theme}`);
          // The browser itself reports the status of the page that is meant to be missing.
          if (name === "missing") page.watch.errors = page.watch.errors.filter((error) => !error.includes("404"));
          page.watch.clean(name);
        } finally {
          await page.done();
        }
      });
    }

    test(`the readers are sound in ${locale}, ${theme}`, async () => {
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
