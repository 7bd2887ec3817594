// Books open and turn their pages in the direction that is theirs, whatever the interface speaks.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertFits, closeBrowser, DESK, newPage, PHONE, picture } from "../lib/browser.mjs";
import { bookNamed } from "../lib/books.mjs";
import { openReader } from "../lib/reader.mjs";

after(closeBrowser);

/** Opens a book, hands its reader over, and asserts afterwards that nothing went wrong on the page. */
async function reading(book, options, act) {
  const page = await newPage(options);
  try {
    const reader = await openReader(page, book, options);
    assert.equal(await reader.state(), "ready", await page.textContent("#reader-status"));
    await act(reader, page);
    await assertFits(page, book.title);
    await picture(page, `reading-${book.title}-${options.locale ?? "fr"}`);
    page.watch.clean(book.title);
  } finally {
    await page.done();
  }
}

test("[29] Moby-Dick opens and turns ten pages forward and back", async () => {
  await reading(await bookNamed("Moby"), {}, async (reader) => {
    await reader.turn(10);
    const there = await reader.place();
    const back = await reader.press("PageUp");
    assert.ok(back.percent < there.percent || back.section < there.section);
  });
});

// In both interfaces, so that with the next test all four combinations of directions are seen.
for (const locale of ["fr", "ar"]) {
  test(`[29] in an interface in ${locale}, a book from left to right goes on with the right arrow`, async () => {
    await reading(await bookNamed("Moby"), { locale }, async (reader) => {
      await reader.turn(3, "ArrowRight");
      const before = await reader.place();
      assert.ok((await reader.press("ArrowLeft")).percent < before.percent);
    });
  });

  test(`[29] in an interface in ${locale}, the Arabic book goes on with the left arrow`, async () => {
    await reading(await bookNamed(/cancer/i), { locale }, async (reader) => {
      await reader.turn(4, "ArrowLeft");
      const direction = await reader.documents().at(-1).evaluate(() => getComputedStyle(document.body).direction);
      assert.equal(direction, "rtl");
      const before = await reader.place();
      assert.ok((await reader.press("ArrowRight")).percent < before.percent);
    });
  });
}

test("the Japanese book is set in columns from right to left and goes on with the left arrow", async () => {
  await reading(await bookNamed("草枕"), {}, async (reader) => {
    await reader.turn(4, "ArrowLeft");
    const mode = await reader.documents().at(-1).evaluate(() => getComputedStyle(document.body).writingMode);
    assert.equal(mode, "vertical-rl");
  });
});

test("the manga shows one fixed page on a phone and a spread on a desk", async () => {
  const manga = await bookNamed("ハルコ");
  await reading(manga, {}, async (reader) => {
    const places = await reader.turn(3, "ArrowLeft");
    assert.equal(places.at(-1).page, places[0].page + 3);
  });
  await reading(manga, { viewport: DESK, locale: "ar" }, async (reader) => {
    await reader.turn(2, "ArrowLeft");
    assert.equal(reader.documents().filter((frame) => frame.url().includes("/resources/")).length, 2);
  });
});

for (const viewport of [PHONE, DESK]) {
  test(`in an Arabic shop a fixed page stands in the middle of a window of ${viewport.width}`, async () => {
    await reading(await bookNamed("Page Blanche"), { viewport, locale: "ar" }, async (reader, page) => {
      await reader.turn(1);
      const frames = await Promise.all(reader.documents().map(async (frame) => (await frame.frameElement()).boundingBox()));
      const shown = frames.filter((box) => box !== null);
      assert.ok(shown.length > 0);
      for (const { x, width } of shown) assert.ok(x >= -1 && x + width <= viewport.width + 1, `${x} + ${width}`);
      assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
    });
  });
}

test("a cover stands in the middle of a spread, and the text behind it in two columns", async () => {
  await reading(await bookNamed("Moby"), { viewport: DESK }, async (reader) => {
    const shown = () =>
      reader.documents().at(-1).evaluate(() => {
        const { left, width } = document.querySelector("img")?.getBoundingClientRect() ?? { left: 0, width: 0 };
        const columns = document.documentElement.clientWidth / parseFloat(getComputedStyle(document.documentElement).columnWidth);
        return { off: left + width / 2 - document.documentElement.clientWidth / 2, width, columns };
      });
    const cover = await shown();
    assert.ok(cover.columns > 2 && cover.width > 100, `in a spread: ${JSON.stringify(cover)}`);
    assert.ok(Math.abs(cover.off) < 2, `${cover.off}px off the middle`);
    await reader.turn(1);
    assert.ok(!(await reader.documents().at(-1).evaluate(() => document.documentElement.hasAttribute("data-lone-picture"))));
    const back = await reader.press("PageUp");
    assert.ok(Math.abs((await shown()).off) < 2, `back at ${JSON.stringify(back)}`);
  });
});

test("a book of flowing text and fixed pictures passes from one to the other and back", async () => {
  await reading(await bookNamed("Voyage of Life"), { viewport: DESK }, async (reader) => {
    const sections = new Set((await reader.turn(16)).map(({ section }) => section));
    assert.ok(sections.size >= 4, [...sections].join());
  });
});

for (const [name, kind] of [["Page Blanche", "comic"], ["SVG in Spine", "drawn book"]]) {
  test(`the ${kind} turns its pages`, async () => {
    await reading(await bookNamed(name), {}, (reader) => reader.turn(3));
  });
}

test("scrolling reads on through chapters, and text can be made larger", async () => {
  await reading(await bookNamed("Moby"), {}, async (reader, page) => {
    await page.click("#reader-open-appearance");
    await page.check('input[name="flow"][value="scrolled"]');
    await page.keyboard.press("Escape");
    await reader.turn(6);
    const size = () => reader.documents().at(-1).evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
    const before = await size();
    await page.keyboard.press("+");
    assert.ok((await size()) > before);
  });
});

test("the contents lead to a chapter, the browser's back button out of it, and the place is kept", async () => {
  await reading(await bookNamed("Moby"), {}, async (reader, page) => {
    await reader.turn(2);
    const before = await reader.place();
    await page.keyboard.press("t");
    await page.click(".reader-entry:has-text('Chapter 36')");
    await page.waitForFunction(() => document.getElementById("reader-chapter").textContent.includes("36"));
    await page.goBack();
    await page.waitForFunction((section) => Number(document.getElementById("reader-view").dataset.section) === section, before.section);
    await page.waitForTimeout(600);
    await page.reload();
    await reader.settled();
    assert.equal((await reader.place()).section, before.section);
  });
});

test("a tap at the right goes on, at the left back, in the middle hides the bars", async () => {
  await reading(await bookNamed("Moby"), {}, async (reader, page) => {
    const turnTo = async (x) => {
      const before = (await reader.rest()).percent;
      return (await reader.turned(() => page.mouse.click(x, PHONE.height / 2))).percent - before;
    };
    assert.ok((await turnTo(PHONE.width - 20)) > 0);
    assert.ok((await turnTo(20)) < 0);
    await page.mouse.click(PHONE.width / 2, PHONE.height / 2);
    await page.waitForSelector("body.bars-hidden");
    await page.keyboard.press("Escape");
    await page.waitForSelector("body:not(.bars-hidden)");
  });
});

test("a link out of the book asks first and shows where it leads", async () => {
  await reading(await bookNamed(/external/i), {}, async (reader, page) => {
    const link = await reader.documents().at(-1).waitForSelector('a[href^="http"]', { state: "attached" });
    await link.evaluate((anchor) => anchor.click());
    assert.match(await page.textContent(".reader-address"), /^https?:/);
    await page.keyboard.press("Escape");
    await page.waitForSelector(".reader-dialog", { state: "detached" });
    assert.equal(page.watch.popups, 0);
  });
});

test("[29] a PDF opens, turns, zooms, finds its chapters, and its text can be selected", async () => {
  await reading(await bookNamed("pdflatex outline"), { format: "pdf", viewport: DESK }, async (reader, page) => {
    await reader.turn(2, "ArrowRight");
    assert.equal((await reader.place()).page, 3);
    const width = () => page.$eval(".page", (element) => element.clientWidth);
    const before = await width();
    await page.keyboard.press("-");
    await page.waitForFunction((was) => document.querySelector(".page").clientWidth < was, before);
    const layer = await page.waitForSelector('.page[data-page-number="3"] .textLayer span', { state: "attached" });
    assert.ok((await layer.evaluate((span) => span.parentElement.textContent)).length > 20);
    await page.keyboard.press("t");
    assert.ok((await page.$$(".reader-entry")).length > 0);
    await page.keyboard.press("Escape");
  });
});
