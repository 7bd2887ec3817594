// Screens of everybody in a window of 320 pixels, in French and in Arabic: nothing sticks out at the side, what begins a line
// begins it at the same distance from the side at which reading begins, no price is torn apart, and no pair of numbers is turned.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { assertFits, closeBrowser, DESK, newPage, SMALL } from "../lib/browser.mjs";
import { become, FACES, screensOf } from "../lib/screens.mjs";
import { talker } from "../lib/talk.mjs";

after(closeBrowser);

/** Those that `pages` does not look at as well, and of each kind at least one. */
const SCREENS = {
  visitor: ["home", "best", "browse", "genre", "search-found", "book", "comments", "author", "cart", "sign-up", "terms", "install"],
  reader: ["home", "library", "cart", "account", "orders", "order", "favourites", "history"],
  moderator: ["moderation"],
  admin: ["dashboard", "books", "book", "orders", "order", "sales", "users", "health"],
};

/** What is looked at on a page: distances are from the side at which reading begins, or where it ends. */
function measured() {
  const isRtl = document.documentElement.dir === "rtl";
  const width = document.documentElement.clientWidth;
  const range = document.createRange();
  const sides = ({ left, right }) => (isRtl ? { start: width - right, end: left } : { start: left, end: width - right });
  const shown = (element) => element.checkVisibility() && !element.closest(".visually-hidden");
  /** The first line of an element: a text of two directions has a box for each of them. */
  const firstLine = (element) => {
    range.selectNodeContents(element);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    const line = boxes.filter((box) => box.bottom > boxes[0].top && box.top < boxes[0].bottom);
    return { left: Math.min(...line.map((box) => box.left)), right: Math.max(...line.map((box) => box.right)) };
  };
  // What stands in the middle stands there in both.
  const aligned = (element) => getComputedStyle(element).textAlign !== "center";
  const headings = [...document.querySelectorAll("h1, h2")].filter((one) => shown(one) && aligned(one) && one.textContent.trim());
  const bar = [...document.querySelectorAll(".bar__inner > *")].filter((one) => shown(one) && one.getBoundingClientRect().width > 0);
  const places = [...document.querySelectorAll(".destinations__link")].filter(shown);
  const edges = {
    bar: bar.length === 0 ? null : [Math.round(sides(bar[0].getBoundingClientRect()).start), Math.round(sides(bar.at(-1).getBoundingClientRect()).end)],
    places: places.map((one) => Math.round(sides(one.getBoundingClientRect()).start)),
    heading: headings.length === 0 ? null : Math.round(sides(firstLine(headings[0])).start),
    card: [...document.querySelectorAll("main .card .cover")].filter(shown).slice(0, 1).map((one) => Math.round(sides(one.getBoundingClientRect()).start)),
  };

  const prices = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest("script, style") || !shown(node.parentElement)) continue;
    for (const { 0: price, index } of node.data.matchAll(/\d[\d\s]*\s(DA|د\.ج)/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + price.length);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
      prices.push({ price, isTorn: boxes.some((box) => box.top > boxes[0].bottom - 2) });
    }
  }
  return { edges, prices };
}

/** Whether the first of two numbers stands at the left of the other, as it does in every language. */
function pairStands(selector) {
  const element = document.querySelector(selector);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const boxes = [];
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: number, index } of node.data.matchAll(/\d+/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + number.length);
      boxes.push(range.getBoundingClientRect());
    }
  }
  return boxes.length >= 2 && boxes[0].right <= boxes[1].left;
}

let seenPrices = 0;

for (const face of FACES) {
  test(`[+] the screens of ${face === "admin" ? "an" : "a"} ${face} are the same from right to left as from left to right, 320 pixels wide`, async () => {
    const pages = {};
    try {
      for (const locale of ["fr", "ar"]) {
        pages[locale] = await newPage({ locale, viewport: SMALL });
        await become(pages[locale], face, locale);
      }
      const screens = (await screensOf(face, pages.fr)).filter(([name]) => SCREENS[face].includes(name));
      assert.equal(screens.length, SCREENS[face].length, "all of them are there");
      for (const [name, path] of screens) {
        const seen = {};
        for (const [locale, page] of Object.entries(pages)) {
          await page.goto(`/${locale}${path}`);
          await assertFits(page, `${face}: ${name} in ${locale}`);
          const { edges, prices } = await page.evaluate(measured);
          assert.deepEqual(prices.filter(({ isTorn }) => isTorn), [], `${face}: ${name} in ${locale}: torn prices`);
          seenPrices += prices.length;
          seen[locale] = edges;
        }
        assert.deepEqual(seen.ar, seen.fr, `${face}: ${name} is mirrored`);
      }
    } finally {
      await Promise.all(Object.values(pages).map((page) => page.done()));
    }
  });
}

test("[+] there were prices to be looked at", () => assert.ok(seenPrices > 100, `${seenPrices}`));

test("[+] in Arabic the letters that are typed and those that may be are a pair that is not turned", async () => {
  const page = await talker({ locale: "ar", viewport: SMALL });
  try {
    await page.goto(`${pageOf(await bookNamed(/encre/), "ar")}/comments`);
    await page.fill(".composer__text", "x".repeat(4_990));
    await page.waitForSelector(".composer__count:not([hidden])");
    assert.match(await page.textContent(".composer__count"), /4990 \/ 5000/);
    assert.ok(await page.evaluate(pairStands, ".composer__count"));
  } finally {
    await page.done();
  }
});

/** Where the focus is: what it is on, in every language the same, and for what stands in the bar how far from where reading begins. */
function stop() {
  const focused = document.activeElement;
  const { left, right } = focused.getBoundingClientRect();
  const isRtl = document.documentElement.dir === "rtl";
  const leads = (focused.href ?? focused.formAction ?? "").replace(/^.*?\/\/[^/]+/, "").replace(/(\/|%2F)(fr|ar)(?=\/|%2F|$)/g, "");
  const inBar = focused.closest(".bar__inner") !== null;
  return { what: `${focused.localName} ${focused.name ?? ""} ${leads}`, start: inBar ? Math.round(isRtl ? innerWidth - right : left) : null };
}

test("[+] keys go through the bar and the page in the order of reading, from right to left as from left to right", async () => {
  const book = await bookNamed("Compter");
  // On a book's page the button that shares it stands elsewhere in wide windows than for keys.
  for (const [path, isBarInOrder] of [[() => "/", true], [() => "/cart", true], [(locale) => pageOf(book, locale).slice(3), false]]) {
    const orders = [];
    for (const locale of ["fr", "ar"]) {
      const page = await newPage({ locale, viewport: DESK });
      try {
        await page.goto(`/${locale}${path(locale)}`);
        const stops = [];
        for (let count = 0; count < 22; count += 1) {
          await page.keyboard.press("Tab");
          stops.push(await page.evaluate(stop));
        }
        const starts = stops.map(({ start }) => start).filter((start) => start !== null);
        if (isBarInOrder) assert.deepEqual(starts, [...starts].sort((one, other) => one - other), `${locale}: the bar, from where reading begins`);
        orders.push(stops.map(({ what }) => what));
      } finally {
        await page.done();
      }
    }
    assert.deepEqual(orders[1], orders[0], path("fr"));
  }
});
