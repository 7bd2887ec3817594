// Other words for what was said already, and replies to what is gone: nothing that was typed is lost.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { closeBrowser } from "../lib/browser.mjs";
import { comment, said, say, talker, unsay } from "../lib/talk.mjs";

after(closeBrowser);

/** One's own comment, whose other words are typed below it. */
async function changing(page, words) {
  const book = await bookNamed(/encre/);
  const first = await say(page, book, `Avant de changer ${[...words].length} ${page.person.username}`);
  await page.goto(`/fr/comment/${first.id}`);
  await page.click(`${said(first.id)} summary`);
  await page.click(`${said(first.id)} a[href$="/edit"]`);
  await page.fill(".said__slot textarea", words);
  return first;
}

const save = (page) => page.click(".said__slot .composer__buttons .button");
const says = (page, id, words) => page.waitForFunction(([id, words]) => document.querySelector(id)?.textContent.includes(words), [said(id), words]);

test("other words wait for the connection and go by themselves", async () => {
  const page = await talker();
  try {
    const first = await changing(page, "Après le tunnel");
    await page.context().setOffline(true);
    await save(page);
    await page.waitForFunction(() => document.querySelector(".said__slot .composer__status")?.textContent);
    await page.context().setOffline(false);
    await says(page, first.id, "Après le tunnel");
    assert.equal((await comment(page, first.id)).text, "Après le tunnel");
  } finally {
    await page.done();
  }
});

test("other words that wait go from the next page on which the comment stands", async () => {
  const page = await talker();
  try {
    const first = await changing(page, "De la page suivante");
    await page.context().setOffline(true);
    await save(page);
    await page.waitForFunction(() => document.querySelector(".said__slot .composer__status")?.textContent);
    const next = await page.context().newPage();
    await page.close();
    await page.context().setOffline(false);
    await next.goto(`/fr/comment/${first.id}`);
    await says(next, first.id, "De la page suivante");
    assert.equal((await comment(next, first.id)).text, "De la page suivante");
  } finally {
    await page.done();
  }
});

test("other words are there again after an error of the shop and a new look at the page", async () => {
  const page = await talker();
  try {
    const first = await changing(page, "Malgré une erreur");
    await page.route(`**/comment/${first.id}/edit`, (route) => (route.request().method() === "POST" ? route.fulfill({ status: 503, body: "" }) : route.continue()));
    await save(page);
    await page.waitForFunction(() => document.querySelector(".said__slot form:not([aria-busy])"));
    await page.unrouteAll();
    await page.goto(`/fr/comment/${first.id}/edit`);
    assert.equal(await page.inputValue(".composer__text"), "Malgré une erreur");
    await page.click(".composer__buttons .button");
    await says(page, first.id, "Malgré une erreur");
    await page.goto(`/fr/comment/${first.id}/edit`);
    assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("draft:")).length), 0);
  } finally {
    await page.done();
  }
});

test("[20] deleting and reporting on pages of their own lead back to the talk", async () => {
  const [page, writer] = [await talker(), await talker()];
  try {
    const book = await bookNamed(/encre/);
    const first = await say(writer, book, `À signaler ${writer.person.username}`);
    await page.goto(`/fr/comment/${first.id}/report`);
    await page.check("main form [value=spam]");
    await page.click("main form button.button");
    await page.waitForURL(/\/comments\/\d+/);
    await writer.goto(`/fr/comment/${first.id}/delete`);
    await writer.click("main form button.button");
    await writer.waitForURL(/\/comments(\/\d+)?(#.*)?$/);
    assert.equal((await writer.request.get(`/api/v1/comments/${first.id}`)).status(), 404);
  } finally {
    await page.done();
    await writer.done();
  }
});

test("[20] a reply to what is gone becomes a comment of its own", async () => {
  const [page, writer] = [await talker(), await talker()];
  try {
    const book = await bookNamed(/encre/);
    const first = await say(writer, book, `Bientôt parti ${writer.person.username}`);
    await page.goto(`${pageOf(book)}/comments`);
    await page.click(`${said(first.id)} [data-reply]`);
    await page.fill(".said__slot textarea", "Réponse à personne");
    await unsay(writer, first.id);
    await page.click(".said__slot .composer__buttons .button");
    await page.waitForURL(/\/reply$/);
    assert.equal(await page.inputValue(".composer__text"), "Réponse à personne");
    // Left without posting it, it is there again where the book is talked about.
    await page.goto(`${pageOf(book)}/comments`);
    assert.equal(await page.inputValue(".composer__text"), "Réponse à personne");
    await page.click(".composer__buttons .button");
    await page.waitForFunction(() => [...document.querySelectorAll("#talk article")].some((one) => one.textContent.includes("Réponse à personne")));
  } finally {
    await page.done();
    await writer.done();
  }
});
