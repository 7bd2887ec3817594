// What gives a story away: folded for whoever has not read as far as its writer had, open for whoever has, and nowhere else
// to be read, with scripts and without.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { closeBrowser, newPage } from "../lib/browser.mjs";
import { readTo } from "../lib/kept.mjs";
import { pressOn } from "../lib/keyboard.mjs";
import { said, say, talker } from "../lib/talk.mjs";

after(closeBrowser);

const book = await bookNamed("Orange Notebook");

/** What somebody who had read four fifths said, once whole and once with a hidden part. */
async function written() {
  const writer = await talker();
  try {
    await readTo(writer, book, 0.8);
    const secret = `phare-${Date.now().toString(36)}`;
    const late = await say(writer, book, `À la fin tout se joue au ${secret}.`);
    const flagged = await say(writer, book, `Personne ne revient du ${secret}.`, { spoiler: true });
    return { secret, late, flagged };
  } finally {
    await writer.done();
  }
}

const spoken = (page) => page.locator("main").ariaSnapshot();
const stands = async (page, id, secret) => (await page.innerText(said(id))).includes(secret);

for (const [locale, js] of [["fr", true], ["ar", true], ["fr", false]]) {
  test(`[13] in ${locale}${js ? "" : ", without scripts"}, what was written at 80 % is folded for who is at 42 %, and open at 90 %`, async () => {
    const { secret, late, flagged } = await written();
    const reader = await talker({ locale, js });
    try {
      await readTo(reader, book, 0.42);
      await reader.goto(`${pageOf(book, locale)}/comments`);
      for (const { id } of [late, flagged]) assert.equal(await stands(reader, id, secret), false, "to the eye");
      assert.equal((await spoken(reader)).includes(secret), false, "to the ear");
      await pressOn(reader, `${said(late.id)} .spoiler__summary`);
      assert.equal(await stands(reader, late.id, secret), true, "whoever asks for it reads it");
      assert.ok((await spoken(reader)).includes(secret));
      assert.equal(await stands(reader, flagged.id, secret), false, "and nothing else with it");
      await readTo(reader, book, 0.9);
      await reader.goto(`${pageOf(book, locale)}/comments`);
      assert.equal(await stands(reader, late.id, secret), true, "who is farther reads it at once");
      reader.watch.clean();
    } finally {
      await reader.done();
    }
  });
}

test("[13] what gives the story away stands in no preview and no description", async () => {
  const { secret, late, flagged } = await written();
  const page = await newPage();
  try {
    for (const path of [pageOf(book), `${pageOf(book)}/comments`, `/fr/comment/${late.id}`, `/fr/comment/${flagged.id}`]) {
      const html = await (await page.request.get(path)).text();
      const [head] = html.split("</head>");
      assert.equal(head.includes(secret), false, path);
      // Whoever is signed in nowhere has read nothing: there it is, but folded.
      await page.goto(path);
      assert.equal((await page.innerText("main")).includes(secret), false, path);
    }
  } finally {
    await page.done();
  }
});
