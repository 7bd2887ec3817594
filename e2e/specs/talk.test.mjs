// Ratings and comments, in French and Arabic: by keys alone, without scripts, without a connection; what gives the story
// away; words that would like to be markup.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, picture } from "../lib/browser.mjs";
import { assertFocus, fillIn, pressOn, tabTo } from "../lib/keyboard.mjs";
import { ROOT } from "../lib/shop.mjs";
import { answered, comment, idOf, posted, ratings, said, say, talker, toasted } from "../lib/talk.mjs";

after(closeBrowser);

for (const locale of ["fr", "ar"]) {
  test(`[21] in ${locale}, a book is rated, otherwise, and no more, by keys`, async () => {
    const page = await talker({ locale, viewport: DESK });
    try {
      const book = await bookNamed(/encre/);
      const before = await ratings(page, book);
      await page.goto(pageOf(book, locale));
      await tabTo(page, ".stars__radio");
      await answered(page, "/rating", () => page.keyboard.press("Space"));
      await toasted(page);
      assert.equal((await ratings(page, book)).mine, 0);
      const forth = locale === "ar" ? "ArrowLeft" : "ArrowRight";
      await answered(page, "/rating", async () => {
        for (let step = 0; step < 9; step += 1) await page.keyboard.press(forth);
      });
      await page.waitForFunction(() => document.querySelector("[data-mine]").textContent.includes("4"));
      const now = await ratings(page, book);
      assert.deepEqual([now.mine, now.count], [4.5, before.count + 1], "the last of the steps is what was sent");
      await page.waitForFunction((count) => document.querySelector(".talk__count").textContent.includes(count), String(now.count));
      await page.reload();
      assert.equal(await page.locator(".stars__radio:checked").inputValue(), "4.5");
      await tabTo(page, "[name=remove]");
      await answered(page, "/rating", () => page.keyboard.press("Enter"));
      await page.waitForFunction(() => !document.querySelector(".stars__radio:checked"));
      assert.equal((await ratings(page, book)).mine, null);
      await answered(page, "/rating", () => page.click(".toasts__action"));
      await page.waitForSelector(".stars__radio:checked");
      assert.equal((await ratings(page, book)).mine, 4.5, "undone");
      page.watch.clean();
    } finally {
      await page.done();
    }
  });

  test(`[20] in ${locale}, something is said, answered, liked, changed, reported and deleted by keys`, async () => {
    const [page, other] = [await talker({ locale, viewport: DESK }), await talker({ locale, viewport: DESK })];
    try {
      const book = await bookNamed(/encre/);
      await page.goto(`${pageOf(book, locale)}/comments`);
      await fillIn(page, ".composer__text", "Premier mot");
      await pressOn(page, ".composer__buttons .button");
      await posted(page, "Premier mot");
      const id = await idOf(page, "Premier mot");
      await assertFocus(page, said(id));
      assert.equal(await page.inputValue(".composer__text"), "", "the form is empty again");
      await other.goto(`${pageOf(book, locale)}/comments`);
      await answered(other, "/like", () => pressOn(other, `${said(id)} .said__like`));
      assert.equal((await comment(page, id)).like_count, 1);
      assert.equal(await other.textContent(`${said(id)} [data-count]`), "1");
      await pressOn(other, `${said(id)} [data-reply]`);
      await assertFocus(other, ".said__slot textarea");
      await other.keyboard.type("Une réponse");
      await pressOn(other, ".said__slot .composer__buttons .button");
      await posted(other, "Une réponse");
      const reply = await idOf(other, "Une réponse");
      assert.equal((await comment(page, reply)).parent_id, id);
      assert.ok(await other.locator(`li:has(> ${said(id)}) .thread__replies ${said(reply)}`).count(), "below what it answers");
      await other.goto(`/${locale}/comment/${id}`);
      await assertFocus(other, said(id));
      await pressOn(other, `${said(id)} .menu summary`);
      await pressOn(other, `${said(id)} [href$="/report"]`);
      await other.waitForSelector("dialog[open] [name=reason]");
      await assertFocus(other, "[name=reason]");
      await other.keyboard.press("Space");
      await pressOn(other, "dialog[open] button[type=submit]");
      await other.waitForSelector("dialog[open]", { state: "detached" });
      await assertFocus(other, `${said(id)} summary`);
      await page.reload();
      await pressOn(page, `${said(id)} .menu summary`);
      await pressOn(page, `${said(id)} [href$="/edit"]`);
      await assertFocus(page, ".said__slot textarea");
      await fillIn(page, ".said__slot textarea", "Dernier mot");
      await pressOn(page, ".said__slot .composer__buttons .button");
      await posted(page, "Dernier mot");
      assert.ok((await comment(page, id)).edited_at, "marked as changed");
      await pressOn(page, `${said(id)} .menu summary`);
      await pressOn(page, `${said(id)} [href$="/delete"]`);
      await page.waitForSelector("dialog[open]");
      await page.keyboard.press("Escape");
      await assertFocus(page, `${said(id)} summary`);
      await page.keyboard.press("Enter");
      await pressOn(page, `${said(id)} [href$="/delete"]`);
      await pressOn(page, "dialog[open] .button--danger");
      await page.waitForSelector(`${said(id)}.said--gone`);
      assert.equal((await comment(page, id)).state, "deleted");
      page.watch.clean();
      other.watch.clean();
    } finally {
      await page.done();
      await other.done();
    }
  });

  test(`[20][21] in ${locale}, all of it goes without scripts`, async () => {
    const [page, other] = [await talker({ locale, js: false }), await talker({ locale, js: false })];
    try {
      const book = await bookNamed("Atlas bleu");
      await page.goto(pageOf(book, locale));
      await page.locator(".stars__radio[value='3.5']").check({ force: true });
      await page.click(".rate .button--outline");
      await page.waitForSelector(".notice");
      assert.equal((await ratings(page, book)).mine, 3.5);
      await page.fill(".composer__text", "Sans script");
      await page.click(".composer__buttons .button");
      await page.waitForSelector(".notice");
      const id = await idOf(page, "Sans script");
      await other.goto(`/${locale}/comment/${id}`);
      await other.click(`${said(id)} .said__like`);
      await other.waitForSelector(`${said(id)} [aria-pressed=true]`);
      await other.click(`${said(id)} [data-reply]`);
      await other.fill(".composer__text", "Moi non plus");
      await other.click(".composer__buttons .button");
      await other.waitForSelector(".notice");
      await other.goto(`/${locale}/comment/${id}`);
      await other.click(`${said(id)} .menu summary`);
      await other.click(`${said(id)} [href$="/report"]`);
      await other.check("[value=spam]");
      await other.click("main .form button");
      await other.waitForSelector(".notice");
      await page.goto(`/${locale}/comment/${id}`);
      await page.click(`${said(id)} .menu summary`);
      await page.click(`${said(id)} [href$="/edit"]`);
      await page.fill(".composer__text", "");
      await page.click(".composer__buttons .button");
      assert.ok(await page.isVisible(".field__error"), "what is wrong is said");
      await page.fill(".composer__text", "Sans rien");
      await page.click(".composer__buttons .button");
      await page.waitForSelector(`${said(id)}:has-text("Sans rien")`);
      await page.click(`${said(id)} .menu summary`);
      await page.click(`${said(id)} [href$="/delete"]`);
      await page.click(".confirm .button--danger");
      await page.waitForSelector(`${said(id)}.said--gone`);
      await page.goto(pageOf(book, locale));
      await page.click("[name=remove]");
      await page.waitForSelector(".notice");
      assert.equal((await ratings(page, book)).mine, null);
      other.watch.clean();
      // That the empty form was refused is an error to the browser.
      assert.deepEqual(page.watch.violations, []);
    } finally {
      await page.done();
      await other.done();
    }
  });

  test(`[20] in ${locale}, the pages are for everybody`, async () => {
    const page = await talker({ locale, theme: locale === "ar" ? "dark" : "light" });
    const visitor = await newPage({ locale });
    try {
      const book = await bookNamed("Atlas bleu");
      const first = await say(page, book, "Il ||part|| à la fin.\n\nنعم، في النهاية.");
      await say(page, book, "Et puis ?", { parent_id: first.id });
      await say(page, book, "Tout est là.", { spoiler: true });
      const paths = [pageOf(book, locale), `${pageOf(book, locale)}/comments`, `${pageOf(book, locale)}/comments/${first.id}`];
      for (const [who, one] of [["reader", page], ["visitor", visitor]]) {
        for (const [at, path] of paths.entries()) {
          await one.goto(path);
          await assertAccessible(one, `${who} ${path}`);
          await assertFits(one, `${who} ${path}`);
          if (at > 0) await assertTouchable(one, `${who} ${path}`);
          await picture(one, `talk-${at}-${who}-${locale}`);
        }
        one.watch.clean(who);
      }
      for (const what of ["edit", "delete", "reply"]) {
        await page.goto(`/${locale}/comment/${first.id}/${what}`);
        await assertAccessible(page, what);
        await picture(page, `talk-${what}-${locale}`);
      }
    } finally {
      await page.done();
      await visitor.done();
    }
  });
}

test("[13] what gives the story away is not to be read until it is asked for", async () => {
  const [page, visitor] = [await talker(), await newPage()];
  try {
    const book = await bookNamed(/encre/);
    const part = await say(page, book, "Le gardien ||disparaît en mer|| au matin.");
    const whole = await say(page, book, "La sœur a tout manigancé.", { spoiler: true });
    await visitor.goto(`${pageOf(book)}/comments`);
    const text = await visitor.innerText("main");
    assert.ok(text.includes("Le gardien") && !text.includes("disparaît") && !text.includes("manigancé"), text);
    await pressOn(visitor, `${said(whole.id)} .spoiler__summary`);
    assert.ok((await visitor.innerText("main")).includes("manigancé"));
    await visitor.click(`${said(part.id)} .spoiler__summary`);
    assert.ok((await visitor.innerText("main")).includes("disparaît"));
    await page.goto(`${pageOf(book)}/comments`);
    await page.fill(".composer__text", "abc def");
    await page.locator(".composer__text").evaluate((area) => area.setSelectionRange(4, 7));
    await page.click("[data-hide]");
    assert.equal(await page.inputValue(".composer__text"), "abc ||def||");
    visitor.watch.clean();
  } finally {
    await page.done();
    await visitor.done();
  }
});

test("[20] a draft waits for the connection, says so, and is posted once", async () => {
  const page = await talker();
  try {
    const book = await bookNamed(/encre/);
    await page.goto(`${pageOf(book)}/comments`);
    await page.fill(".composer__text", "Écrit dans le tunnel");
    await page.reload();
    assert.equal(await page.inputValue(".composer__text"), "Écrit dans le tunnel", "what was typed is back");
    await page.context().setOffline(true);
    await page.click(".composer__buttons .button");
    await page.waitForFunction(() => document.querySelector(".composer__status").textContent !== "");
    assert.equal(await page.inputValue(".composer__text"), "Écrit dans le tunnel");
    await page.context().setOffline(false);
    await posted(page, "Écrit dans le tunnel");
    assert.equal(await page.inputValue(".composer__text"), "");
    await page.reload();
    assert.equal(await page.inputValue(".composer__text"), "", "nothing is left of the draft");
    assert.equal(await page.locator("article:has-text('Écrit dans le tunnel')").count(), 1);
  } finally {
    await page.done();
  }
});

test("[20] what was posted and not answered is the same comment when it goes again, and a draft goes with who wrote it", async () => {
  const page = await talker();
  try {
    const book = await bookNamed(/encre/);
    await page.goto(`${pageOf(book)}/comments`);
    let lost = true;
    await page.route("**/comments/new", async (route) => {
      const answer = await route.fetch();
      if (!lost) return route.fulfill({ response: answer });
      lost = false;
      // The shop has it, and the browser never hears of it.
      return route.abort();
    });
    await page.fill(".composer__text", "Une seule fois");
    await page.dblclick(".composer__buttons .button");
    await posted(page, "Une seule fois");
    assert.equal(await page.inputValue(".composer__text"), "");
    await page.reload();
    assert.equal(await page.locator("article:has-text('Une seule fois')").count(), 1);
    await page.fill(".composer__text", "x".repeat(5_001));
    assert.ok(await page.isVisible(".composer__count[data-over]"));
    await page.click(".composer__buttons .button");
    assert.ok(await page.isVisible(".composer .field__error"), "too long is said, and nothing is cut");
    await page.fill(".composer__text", "À moi");
    await page.goto("/fr/account");
    await page.click("form[action$='/sign-out'] button");
    await page.waitForURL((url) => !url.pathname.endsWith("/account"));
    assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("draft:")).length), 0);
  } finally {
    await page.done();
  }
});

/** Words of each kind that runs as a script where a page takes it for markup; see the file itself. */
async function hostileWords() {
  const lines = (await readFile(join(ROOT, "crates/testing/data/hostile-words.txt"), "utf8")).split("\n");
  const escapes = { n: "\n", t: "\t", r: "\r", 0: "\0", "\\": "\\" };
  const unescape = (line) => line.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/giu, (_, hex, letter) => (hex ? String.fromCodePoint(parseInt(hex, 16)) : escapes[letter]));
  return lines.filter((line) => line && !line.startsWith("# ")).map(unescape);
}

test("[20] words that would like to be markup are words", async () => {
  const page = await talker();
  try {
    const book = await bookNamed(/encre/);
    let last;
    for (const text of [...(await hostileWords()), "{id} {{7*7}} </textarea><img src=x onerror=hit()>"]) last = await say(page, book, `> ${text}`);
    await page.context().exposeFunction("hit", () => page.watch.violations.push("hit"));
    const paths = [pageOf(book), `/fr/comment/${last.id}`, `/fr/comment/${last.id}/edit`, `/fr/comment/${last.id}/reply`];
    for (let more = `${pageOf(book)}/comments?limit=100`; more; ) {
      await page.goto(more);
      await assertInert(page, more);
      more = await page.locator("shop-more a").getAttribute("href", { timeout: 500 }).catch(() => null);
    }
    for (const path of paths) {
      await page.goto(path);
      await assertInert(page, path);
    }
    await page.goto(`/fr/comment/${last.id}`);
    await page.click(`${said(last.id)} [data-reply]`);
    await page.fill(".said__slot textarea", "<img src=x onerror=hit()>");
    await page.click(".said__slot .composer__buttons .button");
    await posted(page, "<img src=x onerror=hit()>");
    await assertInert(page, "as it was posted");
    page.watch.clean();
  } finally {
    await page.done();
  }
});

/** Nothing in a comment is an element but those that the page makes of it. */
async function assertInert(page, where) {
  const found = await page.evaluate(() => {
    for (const folded of document.querySelectorAll("main details")) folded.open = true;
    const ours = "div, details, summary, span, svg.icon, svg.icon *, br, bdi, a[href^='http'][rel~='ugc']";
    return [...document.querySelectorAll(".said__text *")].filter((one) => !one.matches(ours)).map((one) => one.outerHTML.slice(0, 120));
  });
  assert.deepEqual(found, [], where);
}
