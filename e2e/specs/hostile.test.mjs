// Hostile books that were taken in are inert: no script of theirs runs, no dialog opens, nobody is called.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { beacon } from "../lib/beacon.mjs";
import { closeBrowser, newPage, SHOP } from "../lib/browser.mjs";
import { books, hasFormat } from "../lib/books.mjs";
import { until } from "../lib/kept.mjs";
import { cut, device, keep } from "../lib/offline.mjs";
import { openReader } from "../lib/reader.mjs";

let listener;
before(async () => (listener = await beacon()));
after(async () => {
  await listener.close();
  await closeBrowser();
});

// Titles that the files of ../shared/data/hostile carry; their names are not in the shop.
const HOSTILE = /hostile|evil|pwn|^h$|test|bomb|slip|xxe|laugh|deep|control|mimetype|cover|script|malformed|spine|open ?action|launch|link|embedded|mediabox|flate/i;

const suspects = (await books()).filter(({ title, formats }) => HOSTILE.test(title) && formats.length > 0);

/** What the hostile books set when a script of theirs runs, in any frame. */
async function scriptsRun(page) {
  const marks = await Promise.all(page.frames().map((frame) => frame.evaluate(() => window.__pwned ?? window.top.__pwned ?? []).catch(() => [])));
  return marks.flat();
}

/** Touches all that could set something off: links and whatever listens for clicks. */
async function provoke(page) {
  for (const frame of page.frames().slice(1)) {
    await frame.evaluate(() => {
      for (const element of document.querySelectorAll("a, area, button, input, [onclick], [onmouseover], svg *")) {
        element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      }
    }).catch(() => {});
  }
  for (let open = 0; open < 40 && (await page.$("dialog[open]")); open += 1) await page.keyboard.press("Escape");
}

async function assertInert(page, where) {
  // Time for what waits: refreshes, animations, loads that fail.
  await page.waitForTimeout(700);
  assert.deepEqual(await scriptsRun(page), [], `${where}: scripts ran`);
  assert.deepEqual(listener.heard, [], `${where}: somebody was called`);
  assert.deepEqual(page.watch.dialogs, [], `${where}: dialogs`);
  assert.deepEqual(page.watch.foreign, [], `${where}: requests to others`);
  assert.equal(page.watch.popups, 0, `${where}: windows`);
  // The shop's own scripts ask there, of nobody in particular, whether there is a connection: `assets/ts/offline/reach.ts`.
  const outside = page.watch.requests.filter((url) => url.startsWith(SHOP) && !/\/(api\/v1\/books\/\d+|assets|[a-z]{2}\/read)\/|favicon|manifest.webmanifest|\/me\/sync$|^\/healthz$|\?src=/.test(url.slice(SHOP.length)));
  assert.deepEqual(outside, [], `${where}: requests to other places of the shop`);
  assert.ok(page.url().startsWith(`${SHOP}/`), `${where}: led away to ${page.url()}`);
}

test("hostile books that may be read are in the shop", () => assert.ok(suspects.length >= 5, suspects.map(({ title }) => title).join()));

for (const book of suspects) {
  for (const format of ["epub", "pdf"].filter((kind) => hasFormat(book, kind))) {
    test(`[29] ${format} ${book.id} is inert in the reader: ${book.title}`, async () => {
      const page = await newPage();
      try {
        const reader = await openReader(page, book, { format });
        for (let turn = 0; turn < 3; turn += 1) {
          await provoke(page);
          await reader.press("PageDown");
          if ((await reader.place()).isOver) break;
        }
        await assertInert(page, book.title);
      } finally {
        await page.done();
      }
    });
  }

  if (!hasFormat(book, "epub")) continue;
  test(`[29] epub ${book.id} is inert as plain chapters: ${book.title}`, async () => {
    const page = await newPage();
    try {
      for (const chapter of [1, 2, 3]) {
        const path = `/fr/read/${book.id}/ch/${chapter}`;
        // A page that is not there shows covers of other books: it is not opened.
        if ((await page.request.get(path)).status() === 404) break;
        await page.goto(path);
        for (const frame of page.frames().slice(1)) {
          await frame.evaluate(() => {
            for (const element of document.querySelectorAll("[onclick], svg *")) element.dispatchEvent(new MouseEvent("click", { bubbles: true }));
          });
        }
      }
      await assertInert(page, book.title);
    } finally {
      await page.done();
    }
  });
}

const hostile = suspects.find(({ title, formats }) => /hostile/i.test(title) && formats.includes("epub"));

test("a hostile book that was put on the device is inert there: the same policies came with it", async () => {
  const page = await device([hostile]);
  try {
    await keep(page, hostile);
    // The worker puts the book's own pages by as well, the talk last.
    await until(() => page.watch.requests, (urls) => urls.some((url) => url.endsWith("/comments")), "the talk is put by");
    await cut(page);
    // What was asked for before is of no matter.
    page.watch.requests.length = 0;
    const reader = await openReader(page, hostile);
    assert.equal(await reader.state(), "ready");
    for (let turn = 0; turn < 4; turn += 1) {
      await provoke(page);
      await reader.press("PageDown");
      if ((await reader.place()).isOver) break;
    }
    await assertInert(page, "on the device");
  } finally {
    await page.done();
  }
});

test("a resource without its policy is never an answer", async () => {
  const page = await device([hostile]);
  try {
    await keep(page, hostile);
    const url = await page.evaluate(async (id) => {
      const name = (await caches.keys()).find((one) => one.startsWith(`book:${id}:`));
      const cache = await caches.open(name);
      const request = (await cache.keys()).find(({ url: address }) => address.includes("/resources/"));
      await cache.put(request.url, new Response("<script>top.__pwned = ['cache']</script>", { headers: { "content-type": "text/html" } }));
      return request.url;
    }, hostile.id);
    await cut(page);
    const answer = await page.evaluate((address) => fetch(address).then((response) => response.text(), () => ""), url);
    assert.ok(!answer.includes("['cache']"), "what has no policy was given");
  } finally {
    await page.done();
  }
});
