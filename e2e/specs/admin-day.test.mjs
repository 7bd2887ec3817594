// A bookseller's day, in French and Arabic: books come in by the armful, three of them are put right, all are sold, one becomes dearer
// and goes to the front page; two comments are judged, an order is paid back, and the month goes to the accountant.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { bookNamed } from "../lib/books.mjs";
import { closeBrowser, DESK, newPage, picture } from "../lib/browser.mjs";
import { came, drop, epub, library, ordered, reported, send, unique } from "../lib/desk.mjs";
import { until } from "../lib/kept.mjs";
import { demoPeople } from "../lib/people.mjs";

after(closeBrowser);

const ARMFUL = 20;
const CORRECTED = 3;
const amina = () => demoPeople().find(({ role }) => role === "admin");

/** As one does it who comes to work: by the form. */
async function comeIn(page, locale) {
  await page.goto(`/${locale}/sign-in?next=%2F${locale}%2Fadmin`);
  await page.fill("input[name=login]", amina().username);
  await page.fill("input[name=password]", amina().password);
  await page.press("input[name=password]", "Enter");
  await page.waitForURL(`**/${locale}/admin`);
}

const toPlace = (page, locale, path) => page.locator(`nav a[href="/${locale}${path}"]`).first().click();

/** Drops the files, puts the first ones right and sells them on the spot; answers the titles of all. */
async function bringIn(page, locale, word) {
  await toPlace(page, locale, "/admin/books");
  await page.locator(`a[href="/${locale}/admin/books/add"]`).first().click();
  await page.waitForSelector("shop-drop");
  const titles = Array.from({ length: ARMFUL }, (_, index) => `${word} ${String.fromCharCode(65 + index)}`);
  await drop(page, titles.map(epub));
  for (const title of titles) await came(page, title).locator("input[name=price]").waitFor({ timeout: 120_000 });
  await picture(page, `admin-day-came-${locale}`);
  for (const title of titles.slice(0, CORRECTED)) {
    const one = came(page, title);
    await one.locator("input[name=title]").fill(`${title} corrected`);
    await one.locator("input[name=price]").fill("900");
    await one.locator("button[type=submit]").first().click();
    await came(page, `${title} corrected`).locator(".came__done").waitFor();
  }
}

/** All that came in and is not sold yet gets a price, and is published, from the list. */
async function sellTheRest(page, locale, word) {
  await toPlace(page, locale, "/admin/books");
  for (const press of ["price", "publish"]) {
    await page.fill(".table-filter input[name=q]", word);
    await page.press(".table-filter input[name=q]", "Enter");
    await page.waitForURL((url) => url.searchParams.get("q") === word);
    await page.check("[data-all] input");
    if (press === "price") await page.fill(".bulk input[name=price]", "1250");
    await page.click(`.bulk button[value=${press}]`);
    await page.waitForSelector("#outcomes");
    assert.equal(await page.locator("#outcomes li").count(), ARMFUL);
    await page.goto(`/${locale}/admin/books`);
  }
}

/** One of them becomes dearer, and is put in front of what is new on the front page. */
async function showIt(page, locale, title) {
  await page.goto(`/${locale}/admin/books?q=${encodeURIComponent(title)}`);
  await page.locator("#books tbody a", { hasText: title }).first().click();
  await page.locator(`nav a[href$="/offer"]`).first().click();
  await page.fill("#price", "1400");
  await page.click("form[action$='/price'] button");
  await page.waitForSelector(".notice, shop-toasts");
  await page.selectOption("form[action$='/pin'] select[name=shelf]", "new");
  await page.click("form[action$='/pin'] button:not([name=act])");
  await page.waitForSelector("form[action$='/pin'] button[name=act]");
  await picture(page, `admin-day-pinned-${locale}`);
}

/** One comment stays, one goes. */
async function judge(page, locale, [kept, hidden]) {
  await page.goto(`/${locale}/admin/moderation?show=reported`);
  await page.click(`#c-${kept} button[value=keep]`);
  await page.waitForSelector(`#c-${kept}.case--done`);
  await page.click(`#c-${hidden} summary[aria-keyshortcuts=r]`);
  await page.selectOption(`#c-${hidden}-hide-reason`, "off_topic");
  await page.click(`#c-${hidden} button[value=hide]`);
  await page.waitForSelector(`#c-${hidden}.case--done`);
}

/** An order is found by its number and paid back. */
async function payBack(page, locale, number) {
  await toPlace(page, locale, "/admin/orders");
  await page.fill(".table-filter input[name=q]", number);
  await page.press(".table-filter input[name=q]", "Enter");
  await page.click(`a[href$="/admin/orders/${number}"]`);
  await page.fill("#reason", locale === "ar" ? "طلب مكرّر" : "Commande faite deux fois");
  await page.click("form[action$='/refund'] button");
  await page.click(".sure button.button--danger");
  await page.waitForURL(new RegExp(`/orders/${number}$`));
}

/** What was sold and paid back this month, as a file. */
async function month(page, locale) {
  await toPlace(page, locale, "/admin/sales");
  await page.waitForSelector(".tiles");
  await picture(page, `admin-day-month-${locale}`);
  await page.locator(".tabs a[href*='by=lines']").click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.click(".admin__actions a")]);
  return readFile(await file.path(), "utf8");
}

for (const locale of ["fr", "ar"]) {
  test(`[17] a bookseller's day, in ${locale}`, async () => {
    const book = await bookNamed(/childrens-literature|Children.s Literature/i);
    const [writer, buyer] = await Promise.all([reported(locale, ["one", "two"]), ordered(locale, book)]);
    await buyer.pay();
    const word = unique("Day").replace(" ", "");
    const page = await newPage({ locale, viewport: DESK });
    const visitor = await newPage({ locale });
    try {
      await comeIn(page, locale);
      await bringIn(page, locale, word);
      await sellTheRest(page, locale, word);
      // The search follows within a moment.
      const found = async () => (await (await page.request.get(`/api/v1/search?q=${word}&limit=50`)).json()).items.length;
      await until(found, (count) => count === ARMFUL, "all are found in the shop");
      await showIt(page, locale, `${word} D`);
      await visitor.goto(`/${locale}/`);
      assert.match(await visitor.locator("#new .card").first().textContent(), new RegExp(`${word} D`), "it stands first");
      await judge(page, locale, writer.said);
      const told = await (await writer.request.get("/api/v1/me/comments?limit=10")).json();
      assert.deepEqual(writer.said.map((id) => told.items.find((one) => one.id === id).state), ["visible", "hidden"]);
      await send(page, "POST", `/admin/orders/${buyer.number}/ask`, {});
      await until(() => library(buyer), (books) => books.includes(book.id), "the book is theirs");
      await payBack(page, locale, buyer.number);
      await until(() => library(buyer), (books) => books.length === 0, "the book is theirs no more");
      const lines = (await month(page, locale)).split("\n").filter((line) => line.includes(buyer.number));
      assert.equal(lines.length, 2, "the sale, and what was paid back");
      page.watch.clean();
    } finally {
      await Promise.all([page, visitor, writer, buyer].map((one) => one.done()));
    }
  });
}
