// Books on the device, and what is left of the shop while there is no connection: the scenarios of the design by their numbers.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { assertFits, assertTouchable, closeBrowser, newPage, picture } from "../lib/browser.mjs";
import { button, cachesOf, change, cut, device, forgotten, inDatabase, inState, keep, kept, mend, open, takenOver } from "../lib/offline.mjs";
import { openReader } from "../lib/reader.mjs";

after(closeBrowser);

let moby;
let orange;
let pdf;
before(async () => {
  moby = await bookNamed("Moby");
  orange = await bookNamed("The Orange Notebook");
  pdf = await bookNamed("pdflatex outline");
});

const title = (page) => page.textContent("main h1");
const ARABIC = /[\u0600-\u06ff]{3}/;

for (const locale of ["fr", "ar"]) {
  test(`[25] 1 and 2: in ${locale}, without a connection the library and a kept book open, another book says why not`, async () => {
    const page = await device([moby, orange], { locale });
    try {
      await keep(page, moby);
      await cut(page);

      await page.goto(`/${locale}/library`);
      assert.match(await page.textContent("#books"), /Moby/);
      assert.ok(await page.isVisible(".connection"), "it is said that the connection is lost");
      await page.waitForSelector(`#books[data-away] shop-offline[data-book="${orange.id}"][data-state="none"]`);
      await picture(page, `offline-library-${locale}`);
      await page.click("shop-only-kept button");
      assert.equal(await page.locator("#books > li").filter({ visible: true }).count(), 1);

      const began = performance.now();
      const reader = await openReader(page, moby, { locale });
      console.log(`# a kept book opened in ${Math.round(performance.now() - began)} ms without a connection`);
      assert.equal(await reader.state(), "ready");
      await reader.turn(4);
      assert.ok((await reader.text()).length > 0);

      await open(page, orange);
      await page.waitForFunction(() => document.querySelector(".kept__title") !== null);
      await page.waitForFunction(() => document.title === document.querySelector("main h1").textContent);
      const words = await page.textContent("main");
      assert.match(words, /Moby/, "what is there is listed");
      if (locale === "ar") assert.match(await title(page), ARABIC);
      else assert.equal(await title(page), "Ce livre n’est pas sur cet appareil");
      await assertFits(page, "offline");
      await assertTouchable(page, "offline");
      await assertAccessible(page, `offline ${locale}`);
      await picture(page, `offline-away-${locale}`);

      // The installed app begins at the root.
      await page.goto("/?src=pwa");
      assert.equal(new URL(page.url()).pathname, `/${locale}/library`);
      await mend(page);
      assert.deepEqual(page.watch.violations, []);
    } finally {
      await page.done();
    }
  });
}

test("[25] 1: what was asked for comes by itself when the connection is back", async () => {
  const page = await device([moby]);
  try {
    await cut(page);
    await page.goto("/fr/browse");
    assert.equal(await title(page), "Pas de connexion");
    await mend(page);
    await page.waitForFunction(() => !document.querySelector("shop-away"));
    assert.equal(new URL(page.url()).pathname, "/fr/browse");
  } finally {
    await page.done();
  }
});

test("a PDF is kept whole, and its parts are answered as a server does", async () => {
  const page = await device([pdf]);
  try {
    await keep(page, pdf, "pdf");
    await cut(page);
    const reader = await openReader(page, pdf, { format: "pdf" });
    assert.equal(await reader.state(), "ready");
    const parts = await page.evaluate(async (url) => {
      const size = (await (await fetch(url)).arrayBuffer()).byteLength;
      const ask = async (range) => {
        const answer = await fetch(url, { headers: { range } });
        return [answer.status, answer.headers.get("content-range"), (await answer.arrayBuffer()).byteLength];
      };
      return { size, first: await ask("bytes=0-99"), open: await ask(`bytes=${size - 10}-`), last: await ask("bytes=-7"), beyond: await ask(`bytes=${size}-`), long: await ask(`bytes=${size - 5}-${size + 5}`) };
    }, `/api/v1/books/${pdf.id}/files/pdf?use=reading`);
    const { size } = parts;
    assert.deepEqual(parts, {
      size,
      first: [206, `bytes 0-99/${size}`, 100],
      open: [206, `bytes ${size - 10}-${size - 1}/${size}`, 10],
      last: [206, `bytes ${size - 7}-${size - 1}/${size}`, 7],
      beyond: [416, `bytes */${size}`, 0],
      long: [206, `bytes ${size - 5}-${size - 1}/${size}`, 5],
    });
  } finally {
    await page.done();
  }
});

test("[25] 5: without a connection nothing is sent that would be lost, and it is said before", async () => {
  const page = await device([moby]);
  try {
    await page.goto("/fr/library");
    await cut(page);
    const before = page.url();
    await page.click(".foot button[value=dark]");
    await page.waitForSelector("[data-refusal]");
    assert.equal(page.url(), before);
    assert.match(await page.textContent("[data-refusal]"), /injoignable/);
  } finally {
    await page.done();
  }
});

test("[25] 7: a book for which there is no room leaves nothing behind, and says how much it needs", async () => {
  const page = await device([moby]);
  try {
    const session = await page.context().newCDPSession(page);
    const { usage } = await page.evaluate(() => navigator.storage.estimate());
    await page.goto(pageOf(moby));
    await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin, quotaSize: usage + 200_000 });
    await inState(page, button(moby), "none");
    await page.click(`${button(moby)} button`);
    await page.waitForSelector(`${button(moby)} [data-trouble]`);
    assert.match(await page.textContent(`${button(moby)} .offline__word`), /pas assez de place.*Mo/);
    await picture(page, "offline-quota");
    assert.deepEqual(await kept(page), []);
    assert.ok((await cachesOf(page)).every((name) => !name.startsWith("book:")));
  } finally {
    await page.done();
  }
});

test("[25] 8: a book of which the browser took a part away is not opened, and can be fetched again", async () => {
  const page = await device([moby]);
  try {
    await keep(page, moby);
    await page.evaluate(async (id) => {
      const name = (await caches.keys()).find((one) => one.startsWith(`book:${id}:`));
      const cache = await caches.open(name);
      const [gone] = (await cache.keys()).filter(({ url }) => url.endsWith("html"));
      await cache.delete(gone);
    }, moby.id);
    await cut(page);
    await open(page, moby);
    await page.waitForFunction(() => document.querySelector("main h1").textContent === "Il manque des parties de ce livre");
    await mend(page);
    await page.waitForSelector('#reader-view[data-state="ready"]');
    await page.goto("/fr/account/downloads");
    await page.click(".kept button >> text=Télécharger à nouveau");
    await page.waitForFunction(() => document.querySelectorAll(".kept button").length === 1);
    await cut(page);
    assert.equal(await (await openReader(page, moby)).state(), "ready");
  } finally {
    await page.done();
  }
});

test("[25] 9: signing out leaves nothing on the device", async () => {
  const page = await device([moby]);
  try {
    await keep(page, moby);
    await page.goto("/fr/account");
    await Promise.all([page.waitForURL(/\/fr\/$/), page.click("form[action$='/sign-out'] button")]);
    await page.waitForFunction(async () => (await caches.keys()).every((name) => !name.startsWith("book:") && name !== "library"));
    const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    if (databases.includes("warraq-offline")) await forgotten(page);
    await takenOver(page);
    await cut(page);
    await open(page, moby);
    await page.waitForFunction(() => document.querySelector("main h1").textContent === "Ce livre n’est pas sur cet appareil");
  } finally {
    await page.done();
  }
});

test("[25] 9: another reader who signs in finds nothing of the one before", async () => {
  const page = await device([moby]);
  try {
    await keep(page, moby);
    await page.context().clearCookies();
    const other = await device([orange]);
    const cookies = await other.context().cookies();
    await page.context().addCookies(cookies);
    await page.goto("/fr/library");
    await page.waitForFunction(async () => (await caches.keys()).every((name) => !name.startsWith("book:")));
    await forgotten(page);
    await other.done();
  } finally {
    await page.done();
  }
});

test("[25] 10: an error of the server is shown as an error", async () => {
  const page = await device([moby]);
  try {
    await keep(page, moby);
    const answer = await page.goto("/fr/read/999999999");
    assert.equal(answer.status(), 404);
    assert.equal(await page.$("shop-away"), null);
  } finally {
    await page.done();
  }
});

for (const [what, shift] of [["30 days without a word of the server", -31], ["a clock that was turned back", 1]]) {
  test(`[25] 11: after ${what} a book opens only once there was a connection`, async () => {
    const page = await device([moby]);
    try {
      await keep(page, moby);
      const then = Date.now() + shift * 86_400_000;
      await change(page, `${moby.id}:epub`, { confirmedAt: then, seenAt: then });
      await cut(page);
      await open(page, moby);
      await page.waitForFunction(() => document.querySelector("main h1").textContent === "Ce livre a besoin d’une connexion");
      await mend(page);
      await page.waitForSelector('#reader-view[data-state="ready"]');
      // The app is opened anew.
      await page.goto("/fr/library");
      await page.evaluate(() => sessionStorage.clear());
      await page.goto("/fr/library");
      await page.waitForFunction((id) => document.querySelector(`shop-offline[data-book="${id}"]`)?.dataset.state === "saved", moby.id);
      await cut(page);
      assert.equal(await (await openReader(page, moby)).state(), "ready");
    } finally {
      await page.done();
    }
  });
}

test("[25] 11: a book that was taken back goes from the device with the next opening, and it is said", async () => {
  const page = await device([moby]);
  try {
    await keep(page, moby);
    const [own] = await kept(page);
    // The shop knows nothing of this one.
    await inDatabase(page, "readwrite", "put", { ...own, key: "999999:epub", book: 999999, title: "Repris" });
    await page.evaluate(() => sessionStorage.clear());
    await page.goto("/fr/library");
    await page.waitForFunction(() => document.querySelector("shop-toasts [role=status]").textContent !== "");
    assert.deepEqual((await kept(page)).map(({ key }) => key), [`${moby.id}:epub`]);
  } finally {
    await page.done();
  }
});

test("[25] 12: two tabs read the same kept book", async () => {
  const page = await device([moby]);
  try {
    await keep(page, moby);
    await cut(page);
    const other = await page.context().newPage();
    const readers = await Promise.all([page, other].map((tab) => openReader(tab, moby)));
    for (const reader of readers) {
      assert.equal(await reader.state(), "ready");
      await reader.turn(2);
    }
  } finally {
    await page.done();
  }
});

for (const locale of ["fr", "ar"]) {
  test(`in ${locale}, the page of the device tells what is there, with and without a connection`, async () => {
    const page = await device([moby, orange], { locale });
    try {
      await keep(page, moby);
      await keep(page, orange);
      const look = async (where) => {
        await page.goto(`/${locale}/account/downloads`);
        await page.waitForFunction(() => document.querySelectorAll(".kept").length === 2);
        await page.waitForFunction(() => /\d/.test(document.querySelector("[data-used]")?.textContent ?? ""));
        await assertFits(page, where);
        await assertTouchable(page, where);
        await picture(page, `${where}-${locale}`);
      };
      await look("downloads");
      await assertAccessible(page, `downloads ${locale}`);
      await cut(page);
      await look("downloads-away");
      const read = await page.getAttribute(".kept__title", "href");
      assert.match(read, new RegExp(`^/${locale}/read/`));
      await page.locator(".kept").first().locator("button").click();
      await page.waitForFunction(() => document.querySelectorAll(".kept").length === 1);
      assert.equal((await kept(page)).length, 1);
    } finally {
      await page.done();
    }
  });
}

test("what is put on the device goes on while one goes elsewhere, and can be stopped", async () => {
  const long = await bookNamed("Two Hundred Chapters");
  const page = await device([long]);
  try {
    await page.goto(pageOf(long));
    await inState(page, button(long), "none");
    await page.click(`${button(long)} button`);
    await page.goto("/fr/library");
    await page.waitForFunction(() => document.querySelector("shop-offline")?.dataset.state === "saved", null, { timeout: 30_000 });
  } finally {
    await page.done();
  }
});

test("without scripts the page of the device says what it is for", async () => {
  const page = await newPage({ js: false });
  try {
    for (const path of ["account/downloads", "offline", "install"]) {
      const answer = await page.goto(`/fr/${path}`);
      assert.equal(answer.status(), 200);
      await assertFits(page, path);
    }
    await page.goto("/fr/account/downloads");
    assert.match(await page.textContent("main"), /JavaScript/);
  } finally {
    await page.done();
  }
});

test("nothing of a reader is in the pages that are kept for everybody", async () => {
  const page = await device([moby]);
  try {
    const found = await page.evaluate(async () => {
      const name = (await caches.keys()).find((one) => one.startsWith("shell:"));
      const cache = await caches.open(name);
      const pages = (await cache.keys()).filter(({ url }) => !url.includes("/assets/"));
      return Promise.all(pages.map(async (request) => [new URL(request.url).pathname, /csrf-token|name="account"/.test(await (await cache.match(request)).text())]));
    });
    assert.equal(found.length, 9);
    assert.deepEqual(found.filter(([, isPersonal]) => isPersonal), []);
  } finally {
    await page.done();
  }
});

test("[25] 4 and 9: what was pressed without a connection waits, is counted, and is not lost by signing out unasked", async () => {
  const page = await device([moby]);
  try {
    await page.goto(pageOf(moby));
    await cut(page);
    await page.click(".keep.heart");
    await page.waitForSelector(".connection--waiting:not([hidden])");
    assert.match(await page.textContent(".connection--waiting"), /En attente d’envoi.*1/);
    assert.equal(await page.getAttribute(".keep.heart", "aria-pressed"), "true");
    // Nothing is sent meanwhile: the connection is back for the page alone.
    await page.route("**/api/v1/me/sync", (route) => route.abort());
    await mend(page);
    await page.goto("/fr/account");
    await page.click("[data-sign-out] button");
    await page.waitForSelector("#sign-out-loses[open]");
    await picture(page, "sign-out-loses");
    await page.click("#sign-out-loses button");
    await page.waitForURL(/\/fr\/$/);
  } finally {
    await page.done();
  }
});
