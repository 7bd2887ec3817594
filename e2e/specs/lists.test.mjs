// What is new and what sells best, as visitors see them: in which order, of which books, and since when.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { books } from "../lib/books.mjs";
import { closeBrowser, DESK, newPage } from "../lib/browser.mjs";
import { epub, came, drop, send, unique } from "../lib/desk.mjs";
import { until } from "../lib/kept.mjs";
import { demoPeople, signIn } from "../lib/people.mjs";

after(closeBrowser);

const idsOn = (page) => page.$$eval("#books .card__link", (links) => links.map((link) => Number(/\/book\/(\d+)/.exec(link.href)[1])));
const amina = () => demoPeople().find(({ role }) => role === "admin");

/** A page of whoever runs the shop. */
async function desk(options = {}) {
  const page = await newPage({ locale: "fr", viewport: DESK, ...options });
  await signIn(page, amina());
  return page;
}

test("[27] what is new stands there by the day on which it was published, and in one language where that is asked for", async () => {
  const page = await desk();
  try {
    await page.goto("/fr/new");
    const ids = (await idsOn(page)).slice(0, 12);
    assert.equal(ids.length, 12);
    const days = await Promise.all(ids.map(async (id) => (await send(page, "GET", `/admin/books/${id}`)).published_at));
    assert.deepEqual(days, [...days].sort().reverse());
    await page.goto("/fr/new?language=ar");
    const all = new Map((await books()).map((book) => [book.id, book.language]));
    const languages = new Set((await idsOn(page)).map((id) => all.get(id)));
    assert.deepEqual([...languages], ["ar"]);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[27] a book is hidden until it is published, and then stands first and is called new", async () => {
  const page = await desk();
  const visitor = await newPage();
  try {
    const title = unique("Dawn");
    await page.goto("/fr/admin/books/add");
    await page.waitForSelector("shop-drop:defined", { state: "attached" });
    await drop(page, [epub(title)]);
    await came(page, title).locator("input[name=price]").waitFor({ timeout: 60_000 });
    const { items } = await send(page, "GET", `/admin/books?q=${encodeURIComponent(title)}`);
    const [{ id, status }] = items;
    assert.equal(status, "draft");
    assert.equal((await visitor.request.get(`/fr/book/${id}`)).status(), 404);
    await visitor.goto("/fr/new");
    assert.ok(!(await idsOn(visitor)).includes(id));
    await send(page, "PATCH", `/admin/books/${id}`, { price: { amount: 90_000, currency: "DZD" }, status: "published" });
    // Tests beside this one publish something as well.
    await until(async () => (await visitor.goto("/fr/new"), idsOn(visitor)), (ids) => ids.slice(0, 8).includes(id), "it is among the first");
    assert.ok(await visitor.locator(".card", { hasText: title }).locator(".badge").isVisible());
    await send(page, "PATCH", `/admin/books/${id}`, { status: "withdrawn" });
    await visitor.goto("/fr/new");
    assert.ok(!(await idsOn(visitor)).includes(id));
  } finally {
    await Promise.all([page.done(), visitor.done()]);
  }
});

test("[27] a scheduled book is hidden until its time, which is set at 360 pixels without scripts, and then is in the shop", async () => {
  const [page, plain, visitor] = await Promise.all([desk(), desk({ js: false, viewport: { width: 360, height: 740 } }), newPage()]);
  try {
    const title = unique("Dusk");
    const { id } = await send(page, "POST", "/admin/books", { title, price: { amount: 90_000, currency: "DZD" } });
    await plain.goto(`/fr/admin/books/${id}/offer`);
    await plain.fill("input[name=publish_at]", "2100-01-02T08:30");
    await plain.click("button:has-text('Programmer')");
    assert.match(await plain.locator("main").innerText(), /sera publié le .?2\s+janvier 2100 à 08:30.?, heure d’Alger/);
    assert.ok(await plain.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is cut off");
    assert.equal((await send(page, "GET", `/admin/books/${id}`)).publish_at, "2100-01-02T07:30:00.000Z");
    await plain.click("button:has-text('Annuler la programmation')");
    assert.equal((await send(page, "GET", `/admin/books/${id}`)).publish_at, null);

    await send(page, "PATCH", `/admin/books/${id}`, { publish_at: "2100-01-02T07:30:00Z" });
    const found = async () => {
      await visitor.goto("/fr/new");
      const isNew = (await idsOn(visitor)).slice(0, 8).includes(id);
      await visitor.goto(`/fr/search?q=${encodeURIComponent(title)}`);
      const isFound = (await visitor.locator(`main a[href*="/book/${id}-"]`).count()) > 0;
      return [isNew, isFound, (await visitor.request.get(`/fr/book/${id}`)).status()];
    };
    assert.deepEqual(await found(), [false, false, 404]);
    // Moved only now: looking may take longer than a time that is near.
    const at = new Date(Date.now() + 1_500);
    await send(page, "PATCH", `/admin/books/${id}`, { publish_at: at });
    await new Promise((done) => setTimeout(done, at - Date.now() + 10));
    // The shop looks every minute; whoever runs it may have it look now.
    const { items } = await send(page, "GET", "/admin/jobs?state=scheduled&limit=100");
    await send(page, "POST", `/admin/jobs/${items.find(({ kind }) => kind === "catalogue.publish_due").id}/retry`);
    await until(found, (places) => places.join() === "true,true,200", "it is everywhere");
    await send(page, "PATCH", `/admin/books/${id}`, { status: "withdrawn" });
  } finally {
    await Promise.all([page.done(), plain.done(), visitor.done()]);
  }
});

test("[28] what was sold more often stands before what was sold less, of equals the older, and free books are apart", async () => {
  const page = await desk();
  try {
    const items = [];
    for (let cursor = ""; cursor !== null; ) {
      const part = await send(page, "GET", `/admin/books?limit=100${cursor && `&cursor=${cursor}`}`);
      items.push(...part.items);
      cursor = part.next_cursor;
    }
    // Tests beside this one buy that book.
    const known = items.filter(({ title }) => !/Children.s Literature/i.test(title));
    const sold = new Map(known.map((book) => [book.id, book.sales]));
    const isFree = new Map(known.map((book) => [book.id, book.price?.amount === 0]));
    await page.goto("/fr/best?window=all");
    const ranked = (await idsOn(page)).filter((id) => sold.has(id));
    assert.ok(ranked.length > 10 && new Set(ranked.map((id) => sold.get(id))).size > 2, "there is an order to see");
    assert.deepEqual(ranked, [...ranked].sort((one, other) => sold.get(other) - sold.get(one) || one - other));
    assert.ok(ranked.every((id) => !isFree.get(id)), "what is free is not sold");
    await page.goto("/fr/best?window=all&price=free");
    const free = (await idsOn(page)).filter((id) => sold.has(id));
    assert.ok(free.length > 3 && free.every((id) => isFree.get(id)));
    page.watch.clean();
  } finally {
    await page.done();
  }
});
