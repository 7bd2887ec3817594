// The books as those see them who keep them: the list narrowed, a price for several at once; one changed, with what was typed and
// not saved, and a change taken back; the same without scripts, and in Arabic.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, picture } from "../lib/browser.mjs";
import { send } from "../lib/desk.mjs";
import { tabTo } from "../lib/keyboard.mjs";
import { demoPeople, signIn } from "../lib/people.mjs";

after(closeBrowser);

const LIST = "/admin/books";
const editor = () => demoPeople().find(({ role }) => role === "editor") ?? demoPeople().find(({ role }) => role === "admin");

let count = 0;

/** A page of somebody who keeps the books, and drafts of the test's own, with a word that nothing else has. */
async function desk(options, titles) {
  const page = await newPage(options);
  await signIn(page, editor(), options.locale);
  page.word = `Zq${process.pid.toString(36)}${(count += 1)}${Date.now().toString(36)}`;
  page.own = [];
  for (const title of titles) page.own.push(await send(page, "POST", "/admin/books", { title: `${page.word} ${title}`, authors: ["Assia Djebar"] }));
  return page;
}

const at = (page, book, rest = "") => page.goto(`/${page.locale}${LIST}/${book.id}${rest}`);

test("[1] keys go up through chosen rows, and what is done with them covers none", async () => {
  const page = await desk({ locale: "fr", viewport: DESK }, []);
  try {
    for (const viewport of [DESK, { width: 360, height: 740 }, { width: 640, height: 400 }]) {
      await page.setViewportSize(viewport);
      // Those that were changed last are of tests beside this one, and come and go.
      await page.goto(`/fr${LIST}?status=published&sort=updated&order=asc`);
      await page.check("#books tbody tr:nth-child(20) input");
      await tabTo(page, "#books tbody tr:first-child input", { back: true });
    }
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[17] some books get a price together, and each is told of", async () => {
  const page = await desk({ locale: "fr", viewport: DESK }, ["un", "deux", "trois"]);
  try {
    await page.goto(`/fr${LIST}`);
    await page.fill(".table-filter input[name=q]", page.word);
    await page.press(".table-filter input[name=q]", "Enter");
    await page.waitForURL((url) => url.searchParams.get("q") === page.word);
    assert.equal(await page.locator("#books tbody tr").count(), 3);
    await assertAccessible(page, "the list");
    await picture(page, "admin-books-list");
    await page.check("[data-all] input");
    // All of it is in a line here; on a phone each field is in one with its buttons.
    const bottoms = () => page.$$eval(".bulk__group", (groups) => groups.map((group) =>
      [...new Set([...group.querySelectorAll("input, select, button")].map((it) => Math.round(it.getBoundingClientRect().bottom)))]));
    assert.equal(new Set((await bottoms()).flat()).size, 1, "one line");
    await page.setViewportSize({ width: 360, height: 740 });
    assert.deepEqual((await bottoms()).map((lines) => lines.length), [1, 1, 1]);
    assert.ok((await page.locator(".bulk").boundingBox()).height < 300);
    await page.setViewportSize(DESK);
    // Enter does what the field is for, and publishes nothing.
    await page.fill(".bulk input[name=price]", "1 250");
    await page.press(".bulk input[name=price]", "Enter");
    await page.waitForSelector("#outcomes");
    assert.equal(await page.locator("#outcomes li").count(), 3);
    for (const { id } of page.own) assert.equal((await send(page, "GET", `/admin/books/${id}`)).price.amount, 125_000);
    // The list is remembered as it was narrowed.
    await page.goto(`/fr${LIST}`);
    assert.equal(new URL(page.url()).searchParams.get("q"), page.word);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("what is typed survives, is saved, and is taken back", async () => {
  const page = await desk({ locale: "fr", viewport: DESK }, ["le phare"]);
  page.locale = "fr";
  const [book] = page.own;
  try {
    await at(page, book);
    await page.fill("#subtitle", "Une traversée");
    await page.fill("#description", "Premier.\n\nSecond.");
    await page.waitForFunction(() => document.querySelector("[data-told]").textContent !== "");
    await page.reload();
    assert.equal(await page.inputValue("#subtitle"), "Une traversée");
    assert.ok(await page.isVisible(".alert--info"), "it says that this is not saved");
    await assertAccessible(page, "the form");
    await picture(page, "admin-book");
    await page.click(".editor__foot button");
    await page.waitForFunction(() => document.querySelector("#subtitle")?.value === "Une traversée" && !document.querySelector(".alert--info"));
    assert.equal((await send(page, "GET", `/admin/books/${book.id}`)).subtitle, "Une traversée");
    await at(page, book, "/history");
    await page.locator(".audit__entry button").first().click();
    await page.waitForFunction(() => document.querySelectorAll(".audit__entry").length === 3);
    assert.equal((await send(page, "GET", `/admin/books/${book.id}`)).subtitle, null);
    await assertAccessible(page, "the history");
    await picture(page, "admin-book-history");
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[17] without scripts a person is added, a price set and the book published", async () => {
  const page = await desk({ locale: "en", viewport: DESK, js: false }, ["the tower"]);
  page.locale = "en";
  const [book] = page.own;
  try {
    await at(page, book);
    await page.click("button[value=add]");
    await page.fill("#person-1", "Kateb Yacine");
    await page.click("button[value='up:1']");
    assert.equal(await page.inputValue("#person-0"), "Kateb Yacine");
    await page.fill("#isbn", "123");
    await page.click(".editor__foot button");
    assert.ok(await page.isVisible(".alert--danger"));
    assert.equal(await page.inputValue("#person-0"), "Kateb Yacine", "what was typed stays");
    await page.fill("#isbn", "");
    await page.click(".editor__foot button");
    await at(page, book, "/offer");
    await page.fill("#price", "950");
    await page.click("form[action$='/price'] button");
    await page.click("button[value=published]");
    const now = await send(page, "GET", `/admin/books/${book.id}`);
    assert.equal(now.status, "published");
    assert.deepEqual(now.authors.map(({ name }) => name), ["Kateb Yacine", "Assia Djebar"]);
    await send(page, "PATCH", `/admin/books/${book.id}`, { status: "withdrawn" });
  } finally {
    await page.done();
  }
});

test("[17] all of it fits a telephone, in Arabic", async () => {
  const page = await desk({ locale: "ar", theme: "dark" }, ["المنارة"]);
  page.locale = "ar";
  const [book] = page.own;
  try {
    for (const rest of [`?q=${page.word}`, `/${book.id}`, `/${book.id}/offer`, `/${book.id}/cover`, `/${book.id}/history`, `/${book.id}/remove`]) {
      await page.goto(`/ar${LIST}${rest}`);
      await assertFits(page, rest);
      await assertAccessible(page, rest);
      await picture(page, `admin-books-ar-${rest}`);
    }
    await at(page, book);
    await assertTouchable(page, "the form");
    await at(page, book, "/remove");
    await page.click(".button--danger");
    await page.waitForURL((url) => url.pathname === `/ar${LIST}`);
    const gone = await page.request.get(`/api/v1/admin/books/${book.id}`);
    assert.equal(gone.status(), 404);
    page.watch.clean();
  } finally {
    await page.done();
  }
});
