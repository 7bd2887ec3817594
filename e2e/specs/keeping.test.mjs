// Favourites, “read later”, “already read” and the history, by keys alone, with scripts and without; and sharing.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, PHONE, picture } from "../lib/browser.mjs";
import { assertFocus, pressOn, tabTo } from "../lib/keyboard.mjs";
import { csrfOf, demoPeople, signedIn, signIn } from "../lib/people.mjs";

after(closeBrowser);

const HEART = "main .card .heart";

/** What one author wrote: a list to which no test beside this one adds a book, or takes one from it. */
async function listIn(locale) {
  const { authors } = await bookNamed(/corniche/);
  return `/${locale}/author/${authors[0].id}`;
}

const isPressed = (page, selector) => page.getAttribute(selector, "aria-pressed").then((value) => value === "true");
const pressed = (page, selector, value) => page.waitForSelector(`${selector}[aria-pressed="${value}"]`);
const kept = async (page) => (await (await page.request.get("/api/v1/me/favorites")).json()).items.map(({ title }) => title);
const looked = async (page) => (await (await page.request.get("/api/v1/me/history")).json()).items.map(({ book }) => book.title);

/** The answer of the shop to the press that `act` makes. */
const answered = (page, kind, act) => Promise.all([page.waitForResponse((answer) => (kind instanceof RegExp ? kind.test(answer.url()) : answer.url().endsWith(kind)) && answer.request().method() !== "GET"), act()]);

for (const locale of ["fr", "ar"]) {
  test(`[3][9] in ${locale}, a heart is pressed by a key, stays pressed, and can be taken back`, async () => {
    const page = await signedIn({ locale, viewport: DESK });
    try {
      await page.goto(await listIn(locale));
      const place = page.url();
      const label = await page.getAttribute(HEART, "aria-label");
      await tabTo(page, ".heart");
      await answered(page, "/favorite", () => page.keyboard.press("Space"));
      assert.ok(await isPressed(page, HEART));
      assert.equal(await page.getAttribute(HEART, "aria-label"), label, "what it is called stays");
      assert.equal(page.url(), place);
      await page.waitForFunction(() => document.querySelector("shop-toasts [role=status]").textContent !== "");
      assert.equal((await kept(page)).length, 1);
      await page.reload();
      assert.ok(await isPressed(page, HEART));
      await answered(page, "/favorite", () => page.click(HEART));
      await answered(page, "/favorite", () => page.click(".toasts__action"));
      await pressed(page, HEART, true);
      assert.equal((await kept(page)).length, 1, "undone");
      page.watch.clean();
    } finally {
      await page.done();
    }
  });

  test(`[9] in ${locale}, without scripts a press comes back to the same page`, async () => {
    const page = await signedIn({ locale, js: false });
    try {
      await page.goto(`${await listIn(locale)}?sort=title`);
      const place = page.url();
      assert.match(place, /sort=title$/);
      for (const is of [true, false]) {
        await tabTo(page, ".heart");
        await page.keyboard.press("Enter");
        await page.waitForSelector(".notice");
        assert.equal(page.url(), place);
        assert.equal(await isPressed(page, HEART), is);
        assert.equal((await kept(page)).length, Number(is));
      }
      await assertFits(page, "a notice with its button");
      await picture(page, `keeping-undo-${locale}`);
      await tabTo(page, ".notice__action");
      await page.keyboard.press("Enter");
      await pressed(page, HEART, true);
      assert.equal((await kept(page)).length, 1, "undone");
      page.watch.clean();
    } finally {
      await page.done();
    }
  });

  test(`[9] in ${locale}, a visitor who presses a heart signs in and is back where it was, and it is pressed`, async () => {
    const page = await newPage({ locale });
    try {
      await page.goto(await listIn(locale));
      const place = page.url();
      await page.click(HEART);
      await page.waitForURL("**/sign-in?next=*");
      const [{ username, password }] = demoPeople();
      await page.fill("#login", username);
      await page.fill("#password", password);
      await page.keyboard.press("Enter");
      await page.waitForURL(place);
      assert.ok(await isPressed(page, HEART));
      assert.ok(await page.isVisible(".notice"));
      page.watch.clean();
    } finally {
      await page.done();
    }
  });

  test(`[18] in ${locale}, the pages of what is kept are for everybody, empty and full`, async () => {
    const empty = await signedIn({ locale });
    const full = await newPage({ locale, theme: "dark", viewport: PHONE });
    try {
      await signIn(full, demoPeople()[0], locale);
      for (const [who, page] of [["empty", empty], ["full", full]]) {
        for (const path of ["favourites", "read-later", "history", "history?show=read", "history?show=searches", "history/clear"]) {
          await page.goto(`/${locale}/account/${path}`);
          await assertAccessible(page, `${who} ${path}`);
          await assertFits(page, `${who} ${path}`);
          await assertTouchable(page, `${who} ${path}`);
          await picture(page, `keeping-${path}-${who}-${locale}`);
        }
        page.watch.clean(who);
      }
    } finally {
      await empty.done();
      await full.done();
    }
  });
}

test("[3][9] all buttons for a book change together, and what cannot be sent is put back and said", async () => {
  const page = await signedIn();
  try {
    const book = await bookNamed(/encre/);
    await page.goto(pageOf(book));
    await answered(page, "/bookmark", () => page.click(".keep:not(.heart):not(.keep--read)"));
    await answered(page, "/read", () => page.click(".keep--read"));
    await page.reload();
    assert.ok(await isPressed(page, ".keep--read"));
    assert.ok(!(await isPressed(page, ".keep.heart")));
    await page.context().setOffline(true);
    await page.click(".keep--read");
    await page.waitForSelector("[data-refusal]");
    assert.ok(await isPressed(page, ".keep--read"), "put back");
    await page.context().setOffline(false);
    await answered(page, "/favorite", () => page.click(".keep.heart"));
    await page.waitForSelector("[data-refusal]", { state: "detached" });
    assert.deepEqual(await kept(page), [book.title]);
  } finally {
    await page.done();
  }
});

test("[5] a list that one comes back to shows what was pressed since, and what is so elsewhere once it is fetched", async () => {
  const page = await signedIn();
  try {
    await page.goto(await listIn("fr"));
    const link = page.locator("main .card .card__link").first();
    await Promise.all([page.waitForURL("**/book/*"), link.click()]);
    await answered(page, "/favorite", () => page.click(".keep.heart"));
    await page.goBack();
    await pressed(page, HEART, true);
    await page.goForward();
    await answered(page, "/favorite", () => page.click(".keep.heart"));
    await page.goBack();
    await page.waitForSelector(`${HEART}[aria-pressed="true"]`, { state: "detached" });
    const action = await page.locator(HEART).first().evaluate((button) => new URL(button.formAction).pathname);
    const [, , , id] = action.split("/");
    const answer = await page.request.put(`/api/v1/books/${id}/favorite`, { headers: { "x-csrf-token": await csrfOf(page) } });
    assert.equal(answer.status(), 204);
    await page.reload();
    await pressed(page, HEART, true);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[18] the history goes on below the heading that it has", async () => {
  const page = await signedIn();
  try {
    const books = await (await page.request.get("/api/v1/books?limit=60")).json();
    const headers = { "x-csrf-token": await csrfOf(page) };
    for (const { id } of books.items) await page.request.post(`/api/v1/books/${id}/views`, { headers });
    await page.goto("/fr/account/history");
    const before = await page.locator(".history__entry").count();
    assert.ok(before < books.items.length, "there is more than one part");
    await page.click("shop-more a");
    await page.waitForFunction((count) => document.querySelectorAll(".history__entry").length > count, before);
    const titles = await page.locator(".history__title").allTextContents();
    assert.equal(new Set(titles).size, titles.length, `${titles}`);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[3] whoever was signed out meanwhile is led to sign in", async () => {
  const page = await signedIn();
  try {
    await page.goto("/fr/new");
    await page.context().clearCookies({ name: "session" });
    await page.click(HEART);
    await page.waitForURL("**/fr/sign-in?next=%2Ffr%2Fnew");
  } finally {
    await page.done();
  }
});

test("[18] the history has what was looked at and not what was fetched ahead, and pauses and forgets", async () => {
  const page = await signedIn();
  try {
    const seen = await bookNamed(/encre/);
    const ahead = await bookNamed("Atlas bleu");
    await page.goto(pageOf(seen));
    await page.request.get(pageOf(ahead), { headers: { "sec-purpose": "prefetch" } });
    assert.deepEqual(await looked(page), [seen.title]);
    await page.goto("/fr/account/history");
    assert.equal(await page.locator(".history__entry").count(), 1);
    await pressOn(page, ".history__tools .form .button");
    await page.waitForSelector(".account .alert--info");
    await page.goto(pageOf(ahead));
    assert.deepEqual(await looked(page), [seen.title], "paused");
    await page.goto("/fr/account/history");
    await pressOn(page, ".alert--info .button");
    await page.waitForSelector(".account .alert--info", { state: "detached" });
    await page.goto(pageOf(ahead));
    await page.goto("/fr/account/history");
    assert.equal(await page.locator(".history__entry").count(), 2);
    const entries = (count) => page.waitForFunction((many) => document.querySelectorAll(".history__entry").length === many, count);
    await page.evaluate(() => (window.isTheSamePage = true));
    const [first] = await looked(page);
    await answered(page, /me.history.\d+$/, () => pressOn(page, ".history__entry .icon-button"));
    await entries(1);
    await assertFocus(page, ".history__entry .icon-button");
    assert.equal((await looked(page)).length, 1);
    await answered(page, "/me/history", () => page.click(".toasts__action"));
    await entries(2);
    assert.equal((await looked(page))[0], first, "it is back where it was");
    await answered(page, /me.history.\d+$/, () => page.keyboard.press("Enter"));
    await entries(1);
    await answered(page, "/me/history", () => page.click(".toasts__action"));
    await entries(2);
    await page.context().setOffline(true);
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-refusal]");
    await entries(2);
    await page.context().setOffline(false);
    for (const left of [1, 0]) {
      await answered(page, /me.history.\d+$/, () => page.click(".history__entry .icon-button"));
      await entries(left);
    }
    await page.waitForSelector("shop-forget .empty");
    await answered(page, "/me/history", () => page.click(".toasts__action"));
    await page.waitForSelector("shop-forget .empty", { state: "detached" });
    assert.ok(await page.evaluate(() => window.isTheSamePage));
    page.watch.errors.length = 0;
    await page.reload();
    await pressOn(page, ".history__tools .button--danger");
    await page.waitForSelector("dialog[open] .button--danger");
    await page.keyboard.press("Escape");
    await assertFocus(page, ".history__tools .button--danger");
    await page.keyboard.press("Enter");
    await pressOn(page, "dialog[open] .button--danger");
    await page.waitForSelector(".empty");
    assert.deepEqual(await looked(page), []);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[18] the history is in groups by the days of Algiers, and what was ticked off as read is apart", async () => {
  const page = await signedIn();
  try {
    const [one, other, read] = [await bookNamed(/encre/), await bookNamed("Atlas bleu"), await bookNamed("Jardin clos")];
    // Algiers is an hour ahead of Greenwich all year: at its midnight the day of Greenwich is still the one before.
    const hour = 3_600_000;
    const midnight = Math.floor((Date.now() + hour) / (24 * hour)) * 24 * hour - hour;
    const headers = { "x-csrf-token": await csrfOf(page) };
    for (const [book, at] of [[one, midnight + 1_000], [other, midnight - 1_000]]) {
      const answer = await page.request.post("/api/v1/me/history", { headers, data: { book_id: book.id, viewed_at: new Date(at).toISOString() } });
      assert.equal(answer.status(), 201, await answer.text());
    }
    await page.request.put(`/api/v1/books/${read.id}/read`, { headers });
    await page.goto("/fr/account/history");
    const groups = await page.$$eval(".history__period", (all) => all.map((group) => [...group.querySelectorAll(".history__name")].map((name) => name.textContent.trim())));
    assert.deepEqual(groups, [[one.title], [other.title]]);
    await page.goto("/fr/account/history?show=read");
    assert.deepEqual(await page.locator(".history__name").allTextContents(), [read.title]);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("[18] a page that was drawn ahead says so when it is shown", async () => {
  const page = await signedIn();
  try {
    const book = await bookNamed("Atlas bleu");
    await page.addInitScript(() => {
      let ahead = true;
      Object.defineProperty(document, "prerendering", { get: () => ahead });
      window.activate = () => ((ahead = false), document.dispatchEvent(new Event("prerenderingchange")));
    });
    await page.route(pageOf(book), (route) => route.continue({ headers: { ...route.request().headers(), purpose: "prefetch" } }));
    await page.goto(pageOf(book));
    await page.waitForSelector("shop-look:defined", { state: "attached" });
    assert.deepEqual(await looked(page), []);
    await answered(page, "/views", () => page.evaluate(() => window.activate()));
    assert.deepEqual(await looked(page), [book.title]);
  } finally {
    await page.done();
  }
});

test("[22] where the device has a sheet for sharing it gets title and plain address", async () => {
  const page = await newPage();
  try {
    const book = await bookNamed(/encre/);
    await page.addInitScript(() => {
      navigator.canShare = () => true;
      navigator.share = async (data) => void (window.shared = data);
    });
    await page.goto(`${pageOf(book)}?utm_source=mail`);
    await page.click("shop-share a");
    const shared = await page.evaluate(() => window.shared);
    assert.equal(shared.title, book.title);
    assert.equal(new URL(shared.url).pathname, pageOf(book));
    assert.equal(new URL(shared.url).search, "", "nobody is followed");
    assert.equal(await page.locator("dialog[open]").count(), 0);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

for (const locale of ["fr", "ar"]) {
  test(`[22] in ${locale}, where there is none a dialog has the address to copy and the usual places`, async () => {
    const page = await newPage({ locale });
    try {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.addInitScript(() => {
        Object.defineProperty(navigator, "canShare", { value: undefined });
        Object.defineProperty(navigator, "share", { value: undefined });
      });
      const book = await bookNamed(/encre/);
      await page.goto(pageOf(book, locale));
      await pressOn(page, "shop-share a");
      await page.waitForSelector("dialog[open]#share");
      await assertAccessible(page, "the dialog");
      await picture(page, `keeping-share-${locale}`);
      const address = await page.inputValue("#share-url");
      assert.equal(new URL(address).pathname, pageOf(book, locale));
      const places = await page.locator("#share .chip").evaluateAll((links) => links.map((link) => new URL(link.href).host || link.protocol));
      assert.deepEqual(places, ["wa.me", "www.facebook.com", "t.me", "x.com", "mailto:"]);
      await page.click("#share [data-copy]");
      await page.waitForSelector("dialog[open]", { state: "detached" });
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), address);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });

  test(`[22] in ${locale}, without scripts the places to share at are links on the page`, async () => {
    const page = await newPage({ locale, js: false });
    try {
      const [author] = (await bookNamed(/encre/)).authors;
      await page.goto(`/${locale}/author/${author.id}`);
      await pressOn(page, "shop-share a");
      await page.waitForSelector("#share .chip");
      assert.ok(await page.isVisible("#share .chip"));
      await assertFits(page, "the author's page with its sheet");
      await picture(page, `keeping-share-no-scripts-${locale}`);
    } finally {
      await page.done();
    }
  });
}
