// 4 and 9 of the design's scenarios, for what is said about a book: it is read and written without a connection, waits where it
// will stand, and is posted once.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { assertFits, assertTouchable, closeBrowser, PHONE, picture } from "../lib/browser.mjs";
import { until } from "../lib/kept.mjs";
import { cut, device, mend } from "../lib/offline.mjs";
import { comment, idOf, posted, said, say, talker, toasted, unsay } from "../lib/talk.mjs";

after(closeBrowser);

let moby;
before(async () => {
  moby = await bookNamed("Moby");
});

const post = (page, scope = "") => page.click(`${scope} .composer__buttons .button >> nth=0`);
const waits = (page, words) => page.waitForSelector(`[data-queued]:has-text("${words}")`);
const waiting = (page, count) => page.waitForFunction((count) => {
  const badge = document.querySelector(".connection--waiting");
  return count === 0 ? badge.hidden : !badge.hidden && badge.textContent.includes(String(count));
}, count);

/** The talk about the book, seen once and then opened again without a connection. */
async function away(page, locale = "fr") {
  const talk = `${pageOf(moby, locale)}/comments`;
  await page.goto(talk);
  await cut(page);
  await page.goto(talk);
  return talk;
}

for (const [locale, theme] of [["fr", "light"], ["ar", "dark"]]) {
  test(`[20][25] in ${locale}, without a connection comments are read, written, changed and thrown away`, async () => {
    const writer = await talker();
    const page = await device([moby], { locale, theme, viewport: PHONE });
    try {
      const first = await say(writer, moby, `À lire dans le tunnel ${locale} ${page.person.username}`);
      await away(page, locale);
      assert.match(await page.textContent(said(first.id)), /À lire dans le tunnel/);
      assert.match(await page.textContent(".connection [data-seen]"), /20\d\d/, "it is said from when the page is");
      await page.fill(".composer__text", "Écrit sans connexion");
      await post(page);
      await waits(page, "Écrit sans connexion");
      assert.equal(await page.inputValue(".composer__text"), "");
      await waiting(page, 1);
      await assertFits(page, "a comment that waits");
      await assertTouchable(page, "a comment that waits");
      await assertAccessible(page, `a comment that waits, ${locale}`);
      await picture(page, `offline-comment-${locale}`);

      await page.click("[data-queued] [data-does=edit]");
      await page.fill("[data-queued] textarea", "Écrit autrement");
      await picture(page, `offline-comment-edit-${locale}`);
      await page.click("[data-queued] [data-does=save]");
      await waits(page, "Écrit autrement");
      await page.click("[data-queued] [data-does=drop]");
      await page.waitForSelector("[data-queued]", { state: "detached" });
      await waiting(page, 0);
      await page.click(".toasts__action");
      await waits(page, "Écrit autrement");
      await waiting(page, 1);

      await page.goto(`/${locale}/account/downloads`);
      await page.waitForSelector(".waits__comment:has-text('Écrit autrement')");
      await assertFits(page, "what waits");
      await assertTouchable(page, "what waits");
      await picture(page, `offline-waits-${locale}`);
      await mend(page);
      // The page stood in for the one of now, which sends.
      await page.click("shop-waiting section > button");
      await page.waitForFunction(() => document.querySelector("meta[name=account]") !== null);
      await page.waitForSelector(".waits__comment", { state: "detached" });
      // A page that has not drawn its list yet has none of them either, so the shop is asked.
      const mine = async () => (await page.goto(`${pageOf(moby, locale)}/comments`)) && page.locator("article[data-mine]").count();
      await until(mine, (count) => count > 0, "sent");
      assert.equal(await mine(), 1);
      assert.match(await page.textContent("article[data-mine]"), /Écrit autrement/);
    } finally {
      await writer.done();
      await page.done();
    }
  });
}

test("a reply that was written without a connection takes its place below what it answers, without a new page", async () => {
  const page = await device([moby]);
  try {
    const first = await say(page, moby, `À qui répondre sans connexion ${page.person.username}`);
    await away(page);
    await page.click(`${said(first.id)} [data-reply]`);
    await page.fill(".said__slot textarea", "Du fond du tunnel");
    await post(page, ".said__slot");
    await page.waitForSelector(`li:has(> ${said(first.id)}) .thread__replies [data-queued]`);
    assert.equal(await page.locator(".said__slot").count(), 0);
    await mend(page);
    await posted(page, "Du fond du tunnel");
    assert.equal((await comment(page, await idOf(page, "Du fond du tunnel"))).parent_id, first.id);
    await waiting(page, 0);
  } finally {
    await page.done();
  }
});

test("[25] a comment whose batch arrived without an answer is posted once", async () => {
  const page = await device([moby]);
  try {
    await away(page);
    const words = `Arrivé sans réponse ${page.person.username}`;
    await page.fill(".composer__text", words);
    await post(page);
    await waits(page, words);
    let sent = 0;
    await page.route("**/api/v1/me/sync", async (route) => {
      sent += 1;
      if (sent > 1) return route.continue();
      // The shop has it, and the browser never hears of it.
      await route.fetch();
      return route.abort();
    });
    await mend(page);
    await posted(page, words);
    assert.ok(sent > 1);
    await page.goto(`${pageOf(moby)}/comments`);
    assert.equal(await page.locator(`article:has-text("${words}")`).count(), 1);
    await waiting(page, 0);
  } finally {
    await page.done();
  }
});

test("a reply to what is gone by then says so, keeps its words, and can become a comment of its own", async () => {
  const [writer, page] = [await talker(), await device([moby])];
  try {
    const first = await say(writer, moby, `Bientôt parti ${page.person.username}`);
    await away(page);
    await page.click(`${said(first.id)} [data-reply]`);
    await page.fill(".said__slot textarea", "Réponse à personne");
    await post(page, ".said__slot");
    await waits(page, "Réponse à personne");
    await unsay(writer, first.id);
    await mend(page);
    await page.waitForSelector("[data-queued] [data-does=own]:visible");
    assert.match(await page.textContent("[data-queued] .said__facts"), /n’est plus là/);
    await picture(page, "offline-comment-gone");
    await waiting(page, 1);
    await page.click("[data-queued] [data-does=own]");
    await posted(page, "Réponse à personne");
    await waiting(page, 0);
  } finally {
    await writer.done();
    await page.done();
  }
});

test("where somebody is online and the shop does not answer, it is said, and what is written waits as well", async () => {
  const page = await device([moby]);
  try {
    await page.goto(`${pageOf(moby)}/comments`);
    const shop = new URL(page.url()).origin;
    const dead = (url) => url.origin === shop;
    await page.route(dead, (route) => route.abort());
    await page.fill(".composer__text", "Le réseau est là, la librairie non");
    await post(page);
    await waits(page, "Le réseau est là");
    await page.waitForSelector(".connection [data-lost]:visible");
    assert.equal(await page.evaluate(() => navigator.onLine), true);
    await page.unroute(dead);
    await posted(page, "Le réseau est là");
    await page.waitForFunction(() => document.querySelector(".connection").hidden);
  } finally {
    await page.done();
  }
});

test("signing out asks about a comment that waits", async () => {
  const page = await device([moby]);
  try {
    await away(page);
    await page.fill(".composer__text", "Pas encore parti");
    await post(page);
    await waits(page, "Pas encore parti");
    await page.route("**/api/v1/me/sync", (route) => route.abort());
    await mend(page);
    await page.goto("/fr/account");
    await page.click("[data-sign-out] button");
    await page.waitForSelector("#sign-out-loses[open]");
  } finally {
    await page.done();
  }
});

test("of two choices the later one counts, and it is said", async () => {
  const page = await device([moby]);
  try {
    await away(page);
    await page.locator(".stars__radio[value='2.0']").evaluate((radio) => {
      radio.checked = true;
      radio.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await waiting(page, 1);
    const csrf = await page.getAttribute("meta[name=csrf-token]", "content");
    const answer = await page.request.put(`/api/v1/books/${moby.id}/rating`, { headers: { "x-csrf-token": csrf }, data: { value: 4.5 } });
    assert.ok(answer.ok());
    await mend(page);
    await waiting(page, 0);
    await toasted(page);
    assert.match(await page.textContent("shop-toasts [role=status]"), /autre appareil/);
    assert.equal(await page.evaluate(() => document.querySelector(".stars__radio:checked").value), "4.5");
  } finally {
    await page.done();
  }
});
