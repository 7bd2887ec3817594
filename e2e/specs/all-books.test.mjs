// Every book opens, turns forward and back, follows its contents, is closed anywhere and opens on another device at the same words;
// with --all that is every file of the test data.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, DESK, IS_ALL, newPage, PHONE } from "../lib/browser.mjs";
import { books, hasFormat, manifestOf } from "../lib/books.mjs";
import { signedIn, signIn } from "../lib/people.mjs";
import { openReader } from "../lib/reader.mjs";
import { chanceOf, leadingWords, wordsAtRest } from "../lib/seen.mjs";

after(closeBrowser);

const TURNS = 20;
const LINKS = IS_ALL ? 6 : 3;
/** So many letters at the head of a page stand for the sentence that is read. */
const LETTERS = 24;
const PATIENCE_MS = 20_000;
// Other places each time where there is time to look at what they find; else the same, so that a change is told from chance.
const SEED = Number(process.env.E2E_SEED ?? (IS_ALL ? Date.now() % 1_000_000 : 7));
console.log(`# places by chance: E2E_SEED=${SEED}`);

// Flowing, right to left, vertical, fixed, drawn; text and pictures on paper.
const SAMPLE = [/Moby/, /cancer/i, /草枕/, /Page Blanche/, /SVG in Spine/, /pdflatex outline/, /Harbour Ledger/];
const list = await books();
const readable = list.filter(({ formats }) => formats.length > 0);
const chosen = IS_ALL ? readable : readable.filter(({ title }) => SAMPLE.some((name) => name.test(title)));

test("the shop has books to read", () => assert.ok(chosen.length > 0, `${list.length} books, none with a file`));

const stateOf = (page) => page.evaluate(() => {
  const { section, page: number, percent } = document.getElementById("reader-view").dataset;
  return { section, page: number, percent: Number(percent), isOver: document.querySelector("#reader-end")?.open === true };
});

/** Turns with a key; false once the book is over or begins. */
async function turned(page, key) {
  const before = JSON.stringify(await stateOf(page));
  await page.keyboard.press(key);
  for (let waited = 0; waited < PATIENCE_MS; waited += 25) {
    const now = await stateOf(page);
    if (now.isOver) return false;
    if (JSON.stringify(now) !== before) return true;
    await page.waitForTimeout(25);
  }
  assert.fail(`stuck at ${before}`);
}

async function forwardAndBack(page, { forward, backward }) {
  const start = await wordsAtRest(page);
  const { percent: first } = await stateOf(page);
  let count = 0;
  while (count < TURNS && (await turned(page, forward))) count += 1;
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector("#reader-end")?.open);
  // Fonts that come late lay a page out anew, which is no turn: so the way back ends where the way out began.
  for (let left = count; left > 0 && (await stateOf(page)).percent > first + 1e-6; left -= 1) await turned(page, backward);
  const back = await wordsAtRest(page);
  assert.ok(back.includes(start.slice(0, LETTERS)), `after ${count} pages and back: “${start.slice(0, 60)}” is not in “${back.slice(0, 200)}”`);
}

/** Goes to a share of the book, as one types it. */
async function goTo(page, share) {
  await page.keyboard.press("t");
  await page.fill("#reader-page-field", `${(share * 100).toFixed(1)}%`);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !document.querySelector("#reader-contents[open]"));
  return wordsAtRest(page);
}

const flat = (items) => items.flatMap((item) => [item, ...flat(item.children)]);

/** What the contents lead to: sections by their number, or pages. */
function targetsOf(manifest) {
  if (manifest.format === "pdf") return flat(manifest.outline).filter(({ page, locked }) => page && !locked).map(({ page }) => ["page", page]);
  const index = (href) => manifest.sections.findIndex((section) => decodeURI(section.href) === decodeURI(href.split("#")[0]));
  return flat(manifest.toc).filter(({ href, locked }) => href && !locked).map(({ href }) => ["section", index(href)]);
}

async function followContents(page, manifest, chance) {
  const targets = targetsOf(manifest);
  for (let link = 0; link < Math.min(LINKS, targets.length); link += 1) {
    const at = Math.floor(chance() * targets.length);
    const [kind, wanted] = targets[at];
    if (wanted < 0) continue;
    await page.keyboard.press("t");
    await page.locator("#reader-contents button.reader-entry:not(.locked)").nth(at).click();
    await page.waitForFunction(([name, value]) => document.getElementById("reader-view").dataset.state === "ready" && document.getElementById("reader-view").dataset[name] === String(value), [kind, wanted], { timeout: PATIENCE_MS })
      .catch(async () => assert.fail(`entry ${at + 1} of the contents does not lead to ${kind} ${wanted} but to ${JSON.stringify(await stateOf(page))}`));
  }
}

/** Until the server knows the place of the book that the page shows. */
async function kept(page, book) {
  const { percent } = await stateOf(page);
  for (let waited = 0; waited < PATIENCE_MS; waited += 200) {
    const told = await (await page.request.get(`/api/v1/books/${book.id}/progress`)).json();
    if (told.locator && Math.abs(told.locator.locations.totalProgression * 100 - percent) < 0.01) return;
    await page.waitForTimeout(200);
  }
  assert.fail(`the server does not know of ${percent} %`);
}

/** Closes the book anywhere, and opens it on another device of the same reader. */
async function elsewhere(page, book, format, share) {
  await goTo(page, share);
  await turned(page, "PageDown");
  await page.keyboard.press("Escape");
  const sentence = await leadingWords(page, format, LETTERS);
  await kept(page, book);
  const here = await stateOf(page);
  await page.close();
  const other = await newPage({ viewport: DESK });
  try {
    await signIn(other, page.person);
    const reader = await openReader(other, book, { format });
    assert.equal(await reader.state(), "ready", await other.textContent("#reader-status"));
    let seen = await wordsAtRest(other);
    for (let waited = 0; waited < 5_000 && !seen.includes(sentence); waited += 250) {
      await other.waitForTimeout(250);
      seen = await wordsAtRest(other);
    }
    assert.ok(seen.includes(sentence), `at ${share.toFixed(3)}: “${sentence}” is not in “${seen.slice(0, 400)}”`);
    if (sentence === "") {
      // Of two pages side by side on a desk, either may be the one that the phone showed.
      const there = await stateOf(other);
      const [was, is] = format === "pdf" ? [here.page, there.page] : [here.section, there.section];
      assert.ok(Math.abs(Number(was) - Number(is)) <= 1, `${was} has become ${is}`);
    }
    other.watch.clean(`${book.title}, elsewhere`);
  } finally {
    await other.done();
  }
}

for (const [number, book] of chosen.entries()) {
  for (const format of ["epub", "pdf"].filter((one) => hasFormat(book, one))) {
    test(`${format} ${book.id} opens, turns, leads on and is found again elsewhere: ${book.title}`, async () => {
      const chance = chanceOf(SEED + number);
      const page = await signedIn({ viewport: PHONE });
      try {
        const manifest = await manifestOf(book, format);
        const reader = await openReader(page, book, { format });
        assert.equal(await reader.state(), "ready", await page.textContent("#reader-status"));
        const turns = manifest.direction === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
        await forwardAndBack(page, { forward: turns[0], backward: turns[1] });
        await followContents(page, manifest, chance);
        page.watch.clean(book.title);
        if (manifest.access === "owner") await elsewhere(page, book, format, chance());
        page.watch.clean(book.title);
      } finally {
        await page.done();
      }
    });
  }
}
