// Words of a book for somebody else: with its title and its address, and only from where anybody may read them.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { assertFits, closeBrowser, DESK, picture, SMALL } from "../lib/browser.mjs";
import { signedIn } from "../lib/people.mjs";
import { openReader } from "../lib/reader.mjs";

after(closeBrowser);

const SHARE = "#reader-palette-share";

/** The first sentence of the page on show, so far into the book. */
async function choose(page, reader, share) {
  await reader.rest();
  await page.keyboard.press("t");
  await page.fill("#reader-page-field", `${share} %`);
  await page.keyboard.press("Enter");
  await page.waitForFunction((wanted) => Math.abs(Number(document.getElementById("reader-view").dataset.percent) - wanted) < 5, share);
  await reader.rest();
  await page.keyboard.press("h");
  await page.waitForSelector("#reader-palette button:focus");
}

/** Without a sheet of the device's own, what is shared is copied. */
const SHEETS = {
  own: () => {
    navigator.canShare = () => true;
    navigator.share = async (data) => void (window.shared = data);
  },
  none: () => {
    for (const name of ["canShare", "share"]) Object.defineProperty(navigator, name, { value: undefined });
  },
};

for (const [locale, sheet, viewport] of [["fr", "own", DESK], ["ar", "none", SMALL]]) {
  test(`[22] in ${locale}, words of a book's sample are shared with its title and its plain address, ${sheet === "own" ? "by the device's sheet" : "by copying"}, and none from behind it`, async () => {
    const page = await signedIn({ locale, viewport });
    try {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.addInitScript(SHEETS[sheet]);
      const book = await bookNamed("Moby");
      const reader = await openReader(page, book, { locale });
      await choose(page, reader, 3);
      await assertFits(page, "the palette");
      const { width, height } = await page.locator(SHARE).boundingBox();
      assert.ok(width >= 44 && height >= 44, `${width}×${height}`);
      await assertAccessible(page, "the palette");
      await picture(page, `reading-quote-${locale}`);
      await page.click(SHARE);
      const told = sheet === "own"
        ? await page.waitForFunction(() => window.shared && `${window.shared.text}\n${window.shared.url}`).then((shared) => shared.jsonValue())
        : await page.waitForFunction(() => navigator.clipboard.readText()).then((copied) => copied.jsonValue());
      const [words, address] = told.split("\n");
      assert.match(words, locale === "fr" ? /^«\u00a0.{3,}\u00a0» — / : /^«.{3,}» — /);
      assert.ok(words.includes(`» — ${book.title} · ${book.authors[0].name}`), words);
      assert.ok(words.length < 400 && !/[\u2066-\u2069]/.test(words), words);
      assert.equal(new URL(address).pathname, pageOf(book, locale));
      assert.equal(new URL(address).search, "", "nobody is followed");
      await page.waitForSelector("#reader-palette", { state: "detached" });

      await choose(page, reader, 60);
      assert.equal(await page.isVisible(SHARE), false, "it would give the story away");
      assert.ok(await page.isVisible("#reader-palette-note"));
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}
