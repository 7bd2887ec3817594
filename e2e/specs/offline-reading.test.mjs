// Reading goes on without a connection: scenarios 3, 4, 10 and 12 of the design, and words that are found in a book on the device.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { closeBrowser, DESK, newPage, PHONE, picture } from "../lib/browser.mjs";
import { assertTold, marksOf, progressOf, until } from "../lib/kept.mjs";
import { cut, device, keep, mend, takenOver } from "../lib/offline.mjs";
import { signIn } from "../lib/people.mjs";
import { openReader } from "../lib/reader.mjs";
import { releases } from "../lib/releases.mjs";

after(closeBrowser);

let moby;
before(async () => {
  moby = await bookNamed("Moby");
});

const percentIs = (page, wanted) => page.waitForFunction((share) => Math.abs(Number(document.getElementById("reader-view").dataset.percent) - share) < 1.5, wanted);

async function goTo(page, reader, share) {
  // foliate passes over a place that it is told while it opens the first one.
  await reader.rest();
  await page.keyboard.press("t");
  await page.fill("#reader-page-field", `${share} %`);
  await page.keyboard.press("Enter");
  await percentIs(page, share);
}

const waiting = (page, count) => until(
  () => page.$eval(".connection--waiting", (badge) => (badge.hidden ? "" : badge.textContent)),
  (said) => (count === 0 ? said === "" : said.includes(String(count))),
  `${count} wait`,
);

test("[23][25] 3: what is read here without a connection and further on elsewhere becomes one", async () => {
  const here = await device([moby], { viewport: PHONE });
  const there = await newPage({ viewport: DESK });
  try {
    await signIn(there, here.person);
    await there.request.get("/fr/");
    await keep(here, moby);
    const reader = await openReader(here, moby);
    await goTo(here, reader, 10);
    await assertTold(here, moby, reader);
    await cut(here);
    await goTo(here, reader, 20);
    await reader.press("PageDown");
    await reader.rest();

    const onDesk = await openReader(there, moby);
    await goTo(there, onDesk, 45);
    await assertTold(there, moby, onDesk);

    // Read here again, and therefore last, but not as far.
    await reader.press("PageDown");
    const { percent } = await reader.rest();
    await mend(here);
    const told = await until(() => progressOf(here, moby), (told) => Math.abs(told.percent - percent) < 0.05, "the latest counts");
    assert.ok(Math.abs(told.elsewhere.percent - 45) < 1.5, "the furthest is kept");
    const { items } = await (await here.request.get(`/api/v1/books/${moby.id}/places`)).json();
    for (const share of [20, 45]) assert.ok(items.some((place) => Math.abs(place.percent - share) < 2), `${share} %: ${JSON.stringify(items.map((place) => place.percent))}`);

    await here.reload();
    await reader.settled();
    await here.waitForSelector("#reader-offered");
    assert.match(await here.textContent("#reader-offered"), /4[456]/);
    await percentIs(here, percent);
    await here.click("#reader-offered .reader-action:not(.quiet)");
    await percentIs(here, 45);
  } finally {
    await Promise.all([here.done(), there.done()]);
  }
});

test("[25] 4: a highlight, a rating, a heart and a comment wait, are counted, and arrive once, though the first answer is lost", async () => {
  const page = await device([moby]);
  try {
    await keep(page, moby);
    await page.addInitScript(() => addEventListener("warraq:outbox", ({ detail }) => (window.outboxNews = detail)));
    const talk = `${pageOf(moby)}/comments`;
    await page.goto(talk);
    await cut(page);
    const reader = await openReader(page, moby);
    await goTo(page, reader, 30);
    await reader.rest();
    await page.keyboard.press("h");
    await page.waitForSelector("#reader-palette button:focus");
    await page.keyboard.press("1");
    // The highlight and the place.
    await until(() => page.evaluate(() => window.outboxNews), (news) => news?.waiting === 2, "the highlight and the place wait");

    await page.goto(pageOf(moby));
    await page.click(".keep.heart");
    await page.waitForSelector(".keep.heart[aria-pressed=true]");
    await page.goto(talk);
    await page.locator(".stars__radio[value='3.5']").evaluate((radio) => {
      radio.checked = true;
      radio.dispatchEvent(new Event("change", { bubbles: true }));
    });
    const words = `Lu dans le tunnel ${page.person.username}`;
    await page.fill(".composer__text", words);
    await page.click(".composer__buttons .button >> nth=0");
    await page.waitForSelector("[data-queued]");
    // The place in the book is the fifth.
    await waiting(page, 5);
    await picture(page, "offline-all-waits");

    const batches = [];
    await page.route("**/api/v1/me/sync", async (route) => {
      batches.push(route.request().postData());
      if (batches.length > 1) return route.continue();
      // The shop has it, and the browser never hears of it.
      await route.fetch();
      return route.abort();
    });
    await mend(page);
    await waiting(page, 0);
    assert.equal(batches[1], batches[0], "the same bytes go again");
    const [mark, ...others] = await marksOf(page, moby);
    assert.deepEqual([mark.kind, others.length], ["highlight", 0]);
    const mine = await (await page.request.get(`/api/v1/books/${moby.id}`)).json();
    assert.deepEqual([mine.is_favorite, mine.my_rating], [true, 3.5]);
    const { percent } = await progressOf(page, moby);
    assert.ok(Math.abs(percent - 30) < 2, `${percent} %`);
    await page.goto(talk);
    assert.equal(await page.locator(`article:has-text("${words}")`).count(), 1);
  } finally {
    await page.done();
  }
});

test("words are found in all of a book on the device without a connection", async () => {
  const page = await device([moby]);
  try {
    await keep(page, moby);
    await cut(page);
    const reader = await openReader(page, moby);
    await page.keyboard.press("/");
    await page.fill("#reader-find-field", "Rachel");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".reader-passages li");
    await page.waitForSelector(".reader-passages:not([aria-busy])", { state: "attached" });
    const section = await page.getAttribute("#reader-view", "data-section");
    // It is spoken of near the end alone, in chapters that were never on show.
    await page.click(".reader-passages li:last-child button");
    await page.waitForSelector(".reader-find-bar");
    await page.waitForFunction((before) => document.getElementById("reader-view").dataset.section !== before, section);
    await until(() => reader.text(), (text) => text.includes("Rachel"), "the chapter is there");
  } finally {
    await page.done();
  }
});

test("[25] 10: where the shop is broken that is shown, and not what was kept for the time without a connection", async () => {
  const shop = await releases();
  const page = await device([moby]);
  try {
    await page.goto(`${shop.origin}/fr/library`);
    await takenOver(page);
    await page.goto(`${shop.origin}/fr/library`);
    await page.waitForFunction(async () => (await (await caches.open("library")).match("/fr/library")) !== undefined);
    shop.breakDown();
    const answer = await page.goto(`${shop.origin}/fr/library`);
    assert.equal(answer.status(), 500);
    assert.equal(await page.textContent("h1"), "Broken");
  } finally {
    await page.done();
    await shop.close();
  }
});

test("[25] 12: what is read in two tabs of one device is one place: where was read last", async () => {
  const page = await device([moby]);
  try {
    const other = await page.context().newPage();
    const [first, second] = [await openReader(page, moby), await openReader(other, moby)];
    await goTo(page, first, 15);
    await assertTold(page, moby, first);
    await goTo(other, second, 40);
    await assertTold(page, moby, second);
    await first.press("PageDown");
    const told = await assertTold(page, moby, first);
    assert.equal(told.elsewhere, null, "both are one device");
    await page.reload();
    await first.settled();
    await percentIs(page, told.percent);
  } finally {
    await page.done();
  }
});
