// What is said about a book and does not arrive at once: replies that wait for a connection, pages that are left meanwhile,
// and what is told on a phone.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { closeBrowser, PHONE, picture } from "../lib/browser.mjs";
import { answered, comment, idOf, posted, said, say, talker, toasted } from "../lib/talk.mjs";

after(closeBrowser);

const drafts = (page) => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("draft:")).length);
const saysSo = (page, where) => page.waitForFunction((where) => document.querySelector(`${where} .composer__status`)?.textContent, where);

/** A comment, and a page on which a reply to it was written and sent without a connection. */
async function writtenOffline(page, book, words) {
  const first = await say(page, book, `À qui répondre ? ${[...words].length} ${page.person.username}`);
  await page.goto(`${pageOf(book)}/comments`);
  await page.click(`${said(first.id)} [data-reply]`);
  await page.fill(".said__slot textarea", words);
  await page.context().setOffline(true);
  await page.click(".said__slot .composer__buttons .button");
  await saysSo(page, ".said__slot");
  return first;
}

/** Another page of the same browser; the first one is closed while there is no connection. */
async function leave(page, { online }) {
  const next = await page.context().newPage();
  await page.close();
  await page.context().setOffline(false);
  if (!online) await next.addInitScript(() => Object.defineProperty(Navigator.prototype, "onLine", { get: () => false }));
  return next;
}

test("[20] a reply that waits is sent from the next page of its thread, once", async () => {
  const page = await talker();
  try {
    const book = await bookNamed(/encre/);
    const first = await writtenOffline(page, book, "Réponse du tunnel");
    const next = await leave(page, { online: true });
    await next.goto(`/fr/comment/${first.id}`);
    await posted(next, "Réponse du tunnel");
    assert.equal((await comment(next, await idOf(next, "Réponse du tunnel"))).parent_id, first.id);
    assert.equal(await drafts(next), 0, "the shop has the words");
    await next.reload();
    assert.equal(await next.locator("article:has-text('Réponse du tunnel') ~ .said__slot").count(), 0);
    assert.equal((await comment(next, first.id)).reply_count, 1);
  } finally {
    await page.done();
  }
});

test("a reply that waits is sent from a page on which what it answers does not stand", async () => {
  const page = await talker();
  try {
    const book = await bookNamed(/encre/);
    const other = await say(page, book, "Autre chose");
    const first = await writtenOffline(page, book, "De loin");
    const next = await leave(page, { online: true });
    await next.goto(`/fr/comment/${other.id}`);
    await toasted(next);
    assert.equal(await drafts(next), 0);
    assert.equal(await next.locator(".said__slot").count(), 0);
    assert.equal((await comment(next, first.id)).reply_count, 1);
  } finally {
    await page.done();
  }
});

for (const locale of ["fr", "ar"]) {
  test(`in ${locale}, a reply that waits is shown with its words while there is no connection, and closing it keeps it back`, async () => {
    const page = await talker({ locale });
    try {
      const book = await bookNamed(/encre/);
      const other = await say(page, book, `Ailleurs ${locale}`);
      const first = await writtenOffline(page, book, `Encore dans le tunnel ${locale}`);
      const next = await leave(page, { online: false });
      for (const id of [first.id, other.id]) {
        await next.goto(`/${locale}/comment/${id}`);
        await saysSo(next, ".said__slot");
        assert.equal(await next.inputValue(".said__slot textarea"), `Encore dans le tunnel ${locale}`);
        await picture(next, `talk-waiting-${id === first.id ? "here" : "away"}-${locale}`);
      }
      await next.click(".said__slot [data-cancel]");
      await next.goto(`/${locale}/comment/${first.id}`);
      assert.equal(await next.locator(".said__slot").count(), 0);
      await next.click(`${said(first.id)} [data-reply]`);
      assert.equal(await next.inputValue(".said__slot textarea"), `Encore dans le tunnel ${locale}`, "the words are still there");
    } finally {
      await page.done();
    }
  });
}

/** What the browser tells a page that it kept as it was. */
const comeBack = (page) => page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));

test("a page that is come back to holds no words that another page has posted", async () => {
  const page = await talker();
  try {
    const book = await bookNamed(/encre/);
    const first = await say(page, book, "À qui répondre ensuite ?");
    await page.goto(`${pageOf(book)}/comments`);
    await page.click(`${said(first.id)} [data-reply]`);
    await page.fill(".said__slot textarea", "Une fois pour toutes");
    const next = await page.context().newPage();
    await next.goto(`/fr/comment/${first.id}/reply`);
    assert.equal(await next.inputValue(".composer__text"), "Une fois pour toutes");
    await next.click(".composer__buttons .button");
    await posted(next, "Une fois pour toutes");
    await comeBack(page);
    await page.waitForSelector(".said__slot", { state: "detached" });
    assert.equal(await drafts(page), 0);
  } finally {
    await page.done();
  }
});

test("a reply that was on its way when its page was left is asked about, and is one", async () => {
  const page = await talker();
  try {
    const book = await bookNamed(/encre/);
    const first = await say(page, book, "À qui répondre enfin ?");
    await page.goto(`${pageOf(book)}/comments`);
    await page.click(`${said(first.id)} [data-reply]`);
    await page.fill(".said__slot textarea", "En partant");
    await page.route("**/reply", async (route) => {
      await route.fetch();
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
      return route.abort();
    });
    await page.click(".said__slot .composer__buttons .button");
    await posted(page, "En partant");
    await page.unroute("**/reply");
    await comeBack(page);
    assert.equal(await drafts(page), 0);
    assert.equal((await comment(page, first.id)).reply_count, 1);
  } finally {
    await page.done();
  }
});

for (const locale of ["fr", "ar"]) {
  test(`in ${locale}, a like that cannot be sent is told on a line of its own, on a phone`, async () => {
    const [writer, page] = [await talker(), await talker({ locale, viewport: PHONE })];
    try {
      const book = await bookNamed(/encre/);
      const { id } = await say(writer, book, `À aimer ${locale}`);
      await page.goto(`/${locale}/comment/${id}`);
      await page.context().setOffline(true);
      await page.click(`${said(id)} .said__like`);
      const alert = await page.locator(`${said(id)} [data-refusal]`).boundingBox();
      const row = await page.locator(`${said(id)} .said__actions`).boundingBox();
      assert.ok(alert.y >= row.y + row.height, "below the buttons");
      assert.ok(row.height < 60 && alert.width > 250, "neither is squeezed");
      await picture(page, `talk-like-offline-${locale}`);
    } finally {
      await writer.done();
      await page.done();
    }
  });

  test(`[+] in ${locale}, no line of a comment's facts begins or ends with a dot`, async () => {
    const page = await talker({ locale, viewport: { width: 300, height: 844 } });
    try {
      const book = await bookNamed("Atlas bleu");
      const headers = { "x-csrf-token": await page.request.get(`/${locale}/account`).then(async (answer) => /name="csrf-token" content="([^"]+)"/.exec(await answer.text())[1]) };
      await page.request.put(`/api/v1/books/${book.id}/rating`, { headers, data: { value: 4.5 } });
      const { id } = await say(page, book, `Des faits ${locale}`);
      await page.request.patch(`/api/v1/comments/${id}`, { headers, data: { text: `D’autres faits ${locale}` } });
      await page.goto(`/${locale}/comment/${id}`);
      // As narrow as makes lines break.
      await page.locator(`${said(id)} .said__who`).evaluate((who) => (who.style.maxInlineSize = "6rem"));
      const lines = await page.locator(`${said(id)} .said__facts`).evaluate((facts) => {
        const rtl = getComputedStyle(facts).direction === "rtl";
        const start = (box) => (rtl ? -box.right : box.left);
        const edge = start(facts.getBoundingClientRect());
        const all = [...facts.querySelectorAll(".said__line > *")].map((one) => [one.getBoundingClientRect(), getComputedStyle(one, "::after").content]);
        const beginners = all.filter(([box], at) => at === 0 || box.top > all[at - 1][0].top + 2);
        return { count: all.length, lines: beginners.length, after: all.map(([, content]) => content), outside: beginners.every(([box]) => start(box) + 14 <= edge + 0.5), overflow: getComputedStyle(facts).overflowX };
      });
      assert.ok(lines.count >= 3 && lines.lines >= 2, JSON.stringify(lines));
      assert.ok(lines.after.every((content) => content === "none"), "no line ends with one");
      assert.ok(lines.outside && lines.overflow === "clip", `no line begins with one: ${JSON.stringify(lines)}`);
    } finally {
      await page.done();
    }
  });

  test(`in ${locale}, what is confirmed covers neither the button that posts nor the destinations, on a phone`, async () => {
    const page = await talker({ locale, viewport: PHONE });
    try {
      // Another one than that whose ratings are counted elsewhere at the same time.
      const book = await bookNamed("Atlas bleu");
      await page.goto(pageOf(book, locale));
      await page.locator(".composer__buttons .button").first().evaluate((button) => scrollBy(0, button.getBoundingClientRect().bottom - innerHeight + 90));
      await answered(page, "/rating", () =>
        page.locator(".stars__radio[value='4.0']").evaluate((radio) => {
          radio.checked = true;
          radio.dispatchEvent(new Event("change", { bubbles: true }));
        }),
      );
      await toasted(page);
      const [toast, button, bar] = await Promise.all([".toasts__box", ".composer__buttons .button", ".destinations"].map((one) => page.locator(one).first().boundingBox()));
      const apart = (a, b) => a.y + a.height <= b.y || b.y + b.height <= a.y;
      assert.ok(apart(toast, button), JSON.stringify({ toast, button }));
      assert.ok(apart(toast, bar), JSON.stringify({ toast, bar }));
      await picture(page, `talk-toast-${locale}`);
    } finally {
      await page.done();
    }
  });
}
