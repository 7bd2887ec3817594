// The open reader: `const reader = await openReader(page, book)`.
import assert from "node:assert/strict";
import { readPath } from "./books.mjs";

export async function openReader(page, book, { locale = "fr", format = "epub", fragment = "" } = {}) {
  await page.goto(readPath(book, locale, format) + fragment);
  const reader = new Reader(page);
  await reader.settled();
  return reader;
}

/** A page that turns at all turns within this time, even where other tests hold the processor. */
const TURN_MS = 20_000;

class Reader {
  constructor(page) {
    this.page = page;
  }

  /** Waits until the book is shown, or has been given up. */
  async settled() {
    await this.page.waitForSelector('#reader-view:is([data-state="ready"], [data-state="error"])', { state: "attached", timeout: 30_000 });
  }

  state() {
    return this.page.getAttribute("#reader-view", "data-state");
  }

  /** `{ section, page, percent }` as numbers, and whether the card after the last page is open. */
  place() {
    return this.page.evaluate(() => {
      const { section, page, percent } = document.getElementById("reader-view").dataset;
      const isOver = document.querySelector("#reader-end")?.open === true;
      return { section: Number(section), page: Number(page), percent: Number(percent), isOver };
    });
  }

  /**
   * The place once it has come to rest: fonts that arrive late lay the text out anew, and with it what is shown of it moves,
   * which a test must not take for a page that turned.
   */
  async rest() {
    await Promise.all(this.documents().map((frame) => frame.evaluate(() => document.fonts.ready.then(() => true)).catch(() => false)));
    let before = JSON.stringify(await this.place());
    for (let waited = 0; waited < 3000; waited += 150) {
      await this.page.waitForTimeout(150);
      const now = JSON.stringify(await this.place());
      if (now === before) break;
      before = now;
    }
    return JSON.parse(before);
  }

  /** Presses `key` and waits until the place is another, or the book is over. */
  press(key) {
    return this.turned(() => this.page.keyboard.press(key));
  }

  /** Does something that turns a page, and waits until the place is another, or the book is over. */
  async turned(act) {
    const before = JSON.stringify(await this.rest());
    await act();
    for (let waited = 0; waited < TURN_MS && JSON.stringify(await this.place()) === before; waited += 50) {
      await this.page.waitForTimeout(50);
    }
    return this.rest();
  }

  /** Turns forward `times` pages with `key`; each must lead on. */
  async turn(times, key = "PageDown") {
    const places = [await this.rest()];
    for (let i = 0; i < times && !places.at(-1).isOver; i += 1) places.push(await this.press(key));
    places.slice(1).forEach((place, i) => {
      const before = places[i];
      assert.ok(place.isOver || place.percent > before.percent || place.section > before.section || place.page > before.page, `page ${i + 1} did not turn: ${JSON.stringify(places)}`);
    });
    return places;
  }

  /** The frames of the book's own documents. */
  documents() {
    return this.page.frames().slice(1);
  }

  /** The text of the section on show. */
  async text() {
    const texts = await Promise.all(this.documents().map((frame) => frame.evaluate(() => (document.body ?? document.documentElement).textContent).catch(() => "")));
    return texts.join("\n").trim();
  }
}
