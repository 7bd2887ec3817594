// From one page into the next: the cover flies along, the page comes from where its language goes on to, back comes from
// the other side; and whoever goes back is where they were.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { atRest, closeBrowser, newPage, PHONE } from "../lib/browser.mjs";
import { assertFocus, pressOn } from "../lib/keyboard.mjs";
import { talker } from "../lib/talk.mjs";

after(closeBrowser);

/** Notes on `window` what each page that is shown finds of a transition; runs before the page's own scripts. */
function watchTransitions() {
  addEventListener("pagereveal", (event) => {
    const transition = event.viewTransition;
    window.revealed = { has: Boolean(transition) };
    if (!transition) return;
    window.held = transition.ready.then(() => {
      const moves = document.getAnimations().filter(({ effect }) => effect.pseudoElement?.startsWith("::view-transition"));
      for (const move of moves) move.pause();
      const root = moves.find(({ effect }) => effect.pseudoElement === "::view-transition-new(root)");
      root.currentTime = 0;
      Object.assign(window.revealed, {
        groups: [...new Set(moves.map(({ effect }) => effect.pseudoElement))],
        longest: Math.max(...moves.map(({ effect }) => effect.getComputedTiming().endTime)),
        from: parseFloat(getComputedStyle(document.documentElement, "::view-transition-new(root)").translate),
      });
      for (const move of moves) move.play();
      return transition.finished;
    });
    window.held.catch((error) => (window.revealed.error = String(error)));
  });
}

/** What the page that is shown found of a transition, once that is over. */
async function revealed(page) {
  await page.waitForFunction(() => window.revealed);
  await page.evaluate(() => window.held?.catch(() => {}));
  return page.evaluate(() => window.revealed);
}

/** From a list to a book and back: what both pages found. */
async function thereAndBack(page, locale) {
  await page.addInitScript(watchTransitions);
  await page.goto(`/${locale}/free`);
  const card = page.locator(".grid .card__link").nth(3);
  await atRest(card);
  await card.click();
  await page.waitForURL("**/book/**");
  const there = await revealed(page);
  // Later, so that the answer to this is not lost with the page.
  await page.evaluate(() => void setTimeout(() => history.back()));
  await page.waitForURL("**/free");
  return [there, await revealed(page)];
}

for (const [locale, dir] of [["fr", 1], ["ar", -1]]) {
  test(`[15] in ${locale}, the cover flies to the book's page and back, the page comes from where one goes, and nobody waits for it`, async () => {
    const page = await newPage({ locale, motion: "no-preference" });
    try {
      for (const [at, seen] of (await thereAndBack(page, locale)).entries()) {
        const where = at === 0 ? "there" : "back";
        assert.equal(seen.error, undefined, `${where}: two of one name would end it`);
        assert.ok(seen.groups.includes("::view-transition-group(book-cover)"), `${where}: ${seen.groups}`);
        assert.equal(seen.from, 16 * dir * (at === 0 ? 1 : -1), where);
        assert.ok(seen.longest <= 300, `${where}: ${seen.longest} ms`);
      }
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

test("[15] the mark of the rail slides from list to list", async () => {
  const page = await newPage({ motion: "no-preference" });
  try {
    await page.addInitScript(watchTransitions);
    await page.goto("/fr/new");
    await page.click(".rail a[href$='/best']");
    await page.waitForURL("**/best");
    const { groups, error } = await revealed(page);
    assert.equal(error, undefined);
    assert.ok(groups.includes("::view-transition-group(nuqta)"), groups.join());
  } finally {
    await page.done();
  }
});

test("[15] for whom movement is too much pages change at once", async () => {
  const page = await newPage();
  try {
    for (const seen of await thereAndBack(page, "fr")) assert.deepEqual(seen, { has: false });
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[15] where the browser knows no transitions, and not where one came from, the same way goes", async () => {
  const page = await newPage({ motion: "no-preference" });
  try {
    await page.addInitScript(() => {
      for (const kind of [window.PageRevealEvent, window.PageSwapEvent]) Object.defineProperty(kind.prototype, "viewTransition", { get: () => undefined });
      Object.defineProperty(window, "navigation", { value: undefined });
      delete Document.prototype.startViewTransition;
    });
    for (const seen of await thereAndBack(page, "fr")) assert.deepEqual(seen, { has: false });
    page.watch.clean();
  } finally {
    await page.done();
  }
});

for (const way of ["the browser's back button", "the way back in the bar"]) {
  test(`[5] from a book of the third part of a filtered list ${way} leads to that book, and the filter is as it was`, async () => {
    const page = await newPage();
    try {
      await page.goto("/fr/new?price=free");
      await page.waitForSelector("shop-more:defined", { state: "attached" });
      const chips = () => page.$$eval(".applied .chip", (all) => all.map((chip) => [chip.textContent.trim(), chip.getAttribute("href")]));
      const chosen = await chips();
      assert.equal(chosen.length, 1);
      const books = page.locator("#books > li:not(.skeleton)");
      const more = page.locator("shop-more a");
      const counts = [await books.count()];
      while (counts.length < 3) {
        await atRest(more);
        await more.click();
        await page.waitForFunction((before) => document.querySelectorAll("#books > li:not(.skeleton)").length > before, counts.at(-1));
        counts.push(await books.count());
      }
      const book = books.nth(counts[1] + 1);
      await atRest(book);
      const { y: before } = await book.boundingBox();
      await book.locator("a").first().click();
      await page.waitForURL(/\/book\//);
      if (way.includes("browser")) await page.goBack();
      else await page.click(".bar__back");
      await page.waitForURL("**/new?price=free");
      await page.waitForFunction((count) => document.querySelectorAll("#books > li").length === count, counts[2]);
      // What comes into sight on the way takes its true height.
      await page.waitForTimeout(300);
      const { y: after } = await book.boundingBox();
      assert.ok(Math.abs(after - before) <= 50, `${before} became ${after}`);
      assert.deepEqual(await chips(), chosen);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

test("[5] on a phone the way back from the search leads to where it was asked for", async () => {
  const page = await newPage();
  try {
    await page.goto("/fr/free");
    await page.evaluate(() => scrollTo(0, 900));
    // Pressed where it is: a driver would scroll first, since the bar stands above everything.
    const { x, y, width, height } = await page.locator(".bar__to-search").boundingBox();
    await page.mouse.click(x + width / 2, y + height / 2);
    await page.waitForURL("**/search");
    await page.click(".bar__back");
    await page.waitForURL("**/free");
    await page.waitForFunction(() => Math.abs(scrollY - 900) <= 50);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

for (const locale of ["fr", "ar"]) {
  const [opener, sheet] = ["[data-opens=filters]", "#filters"];

  test(`[1][5] in ${locale}, a sheet holds the focus, Escape gives it back, and nobody finds it open again`, async () => {
    const page = await newPage({ locale, viewport: PHONE });
    try {
      await page.goto(`/${locale}/free`);
      await page.goto(`/${locale}/new`);
      const entries = await page.evaluate(() => history.length);
      await pressOn(page, opener);
      await page.waitForSelector(`dialog[open]${sheet}`);
      for (let stop = 0; stop < 25; stop += 1) {
        await page.keyboard.press("Tab");
        // Between the last and the first stop the focus is with the browser.
        assert.ok(await page.evaluate((id) => document.activeElement === document.body || document.activeElement.closest(id) !== null, sheet));
      }
      // A press of Android's back button asks a dialog to close just as this key does.
      await page.keyboard.press("Escape");
      await page.waitForSelector(`dialog[open]${sheet}`, { state: "detached" });
      await assertFocus(page, opener);
      assert.equal(await page.evaluate(() => history.length), entries, "a sheet is no page");
      await page.keyboard.press("Enter");
      await page.waitForSelector(`dialog[open]${sheet}`);
      await page.goBack();
      await page.waitForURL("**/free");
      await page.goForward();
      await page.waitForURL("**/new");
      assert.equal(await page.locator("dialog[open]").count(), 0);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

for (const js of [true, false]) {
  test(`[5] a comment that was posted${js ? "" : ", without scripts,"} is not posted again by reloading`, async () => {
    const page = await talker({ js });
    try {
      const book = await bookNamed("Atlas bleu");
      await page.goto(`${pageOf(book)}/comments`);
      const text = `Une fois suffit ${js}`;
      await page.fill(".composer__text", text);
      await page.click(".composer__buttons .button");
      await page.waitForSelector(`article[data-mine]:has-text("${text}")`);
      const sent = [];
      page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
      await page.reload();
      await page.reload();
      assert.deepEqual(sent, []);
      assert.equal(await page.locator("article[data-mine]", { hasText: text }).count(), 1);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}
