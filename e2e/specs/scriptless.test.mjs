// What a browser without scripts can do beside what the other files tell of each feature: lists, languages and colours, the
// library, the history, the file of a PDF.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { bookNamed, books, pageOf, readPath } from "../lib/books.mjs";
import { closeBrowser, DESK, newPage, PHONE } from "../lib/browser.mjs";
import { demoPeople, signedIn, signIn } from "../lib/people.mjs";

after(closeBrowser);

const leila = () => demoPeople().find(({ role }) => role === "reader");
const titles = (page) => page.locator("#books .card__link").allTextContents();
const search = (page) => Object.fromEntries(new URL(page.url()).searchParams);

for (const [locale, viewport] of [["fr", PHONE], ["ar", DESK]]) {
  test(`in ${locale}, without scripts a list is narrowed, sorted, widened again and gone on with`, async () => {
    const page = await newPage({ locale, viewport, js: false });
    try {
      await page.goto(`/${locale}/new`);
      const first = await titles(page);
      await page.click(".more a");
      await page.waitForURL(/cursor=/);
      const next = await titles(page);
      assert.ok(next.length > 0 && next.every((title) => !first.includes(title)), "the next part has other books");

      await page.goto(`/${locale}/new`);
      if (viewport === PHONE) await page.click("a[href='#filters']");
      await page.check("#filters input[name=language][value=ar]");
      await page.check("#filters input[name=sort][value=title]");
      await page.click("#filters button[type=submit]");
      await page.waitForURL(/language=ar/);
      assert.deepEqual([search(page).language, search(page).sort], ["ar", "title"]);
      const languages = new Map((await books()).map(({ title, language }) => [title, language]));
      const narrowed = await titles(page);
      assert.ok(narrowed.length > 5 && narrowed.every((title) => languages.get(title.trim()) === "ar"), narrowed.join());
      await page.click(".chip--remove");
      await page.waitForURL((url) => !url.searchParams.has("language"));
      assert.equal(search(page).sort, "title", "the order stays");
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

test("without scripts language and colours are changed below every page, and the page stays", async () => {
  const page = await newPage({ js: false });
  try {
    const book = await bookNamed(/encre/);
    await page.goto(pageOf(book));
    await page.click(".foot button[value=dark]");
    await page.waitForSelector("html[data-theme=dark]");
    assert.equal(new URL(page.url()).pathname, pageOf(book));
    await page.click(".foot a[hreflang=ar]");
    await page.waitForSelector("html[dir=rtl][data-theme=dark]");
    assert.ok(page.url().includes(`/ar/book/${book.id}-`));
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("without scripts the library is narrowed and sorted, and a book in it opened", async () => {
  const page = await newPage({ js: false });
  try {
    await signIn(page, leila());
    await page.goto("/fr/library");
    const all = await page.locator("main .grid .card").count();
    await page.click("main .chip[href*='state=finished']");
    await page.waitForURL(/state=finished/);
    const finished = await page.locator("main .grid .card").count();
    assert.ok(finished > 0 && finished < all, `${finished} of ${all}`);
    await page.click("main .chip[href*='sort=title']");
    await page.waitForURL(/sort=title/);
    assert.equal(search(page).state, "finished", "what was narrowed stays so");
    await page.click("main .card a[href*='/read/'] >> nth=0");
    await page.waitForURL(/\/read\//);
  } finally {
    await page.done();
  }
});

test("[18] without scripts the history is paused and resumed, one entry removed, and all of it after a question", async () => {
  const page = await signedIn({ js: false });
  try {
    for (const name of [/encre/, "Atlas bleu", "Jardin clos"]) await page.goto(pageOf(await bookNamed(name)));
    const entries = () => page.locator(".history__entry").count();
    await page.goto("/fr/account/history");
    assert.equal(await entries(), 3);
    await page.click(".history__tools .form .button");
    await page.waitForSelector(".account .alert--info");
    await page.goto(pageOf(await bookNamed("Compter")));
    await page.goto("/fr/account/history");
    assert.equal(await entries(), 3, "nothing is written down");
    await page.click(".alert--info .button");
    await page.waitForSelector(".account .alert--info", { state: "detached" });
    await page.click(".history__entry .icon-button >> nth=0");
    await page.waitForSelector(".notice");
    assert.equal(await entries(), 2);
    await page.click(".history__tools .button--danger");
    await page.waitForURL(/history\/clear/);
    await page.click(".confirm .button--danger");
    await page.waitForSelector(".empty");
    assert.equal(await entries(), 0);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[29] without scripts a PDF is there as its file", async () => {
  const page = await newPage({ js: false });
  try {
    await page.goto(readPath(await bookNamed("pdflatex outline"), "fr", "pdf"));
    const file = await page.request.get(await page.getAttribute("#reader-status a.reader-action", "href"));
    assert.equal(file.headers()["content-type"], "application/pdf");
    assert.equal((await file.body()).subarray(0, 5).toString(), "%PDF-");
  } finally {
    await page.done();
  }
});
