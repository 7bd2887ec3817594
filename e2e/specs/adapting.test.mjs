// What readers ask of their browsers is heeded on the screens of everybody: letters of twice the size, more room between them,
// colours of their own, no motion, paper.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertFits, closeBrowser, DESK, newPage, PHONE, picture } from "../lib/browser.mjs";
import { bookNamed, pageOf } from "../lib/books.mjs";
import { tabTo } from "../lib/keyboard.mjs";
import { become, FACES, screensOf } from "../lib/screens.mjs";

after(closeBrowser);

const LARGE = ":root { font-size: 32px !important }";
/** As WCAG 1.4.12 asks. */
const SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";

/** One of each kind of page: lists, a book, forms, tables. */
const SCREENS = {
  visitor: ["home", "genre", "search-found", "book", "comments", "browse", "cart", "sign-up"],
  reader: ["library", "account", "security", "orders", "order", "history"],
  moderator: ["moderation"],
  admin: ["dashboard", "books", "book", "orders", "sales", "users"],
};

/** Sets a style sheet as a reader's own browser does: behind the page's policy. */
const restyle = (page, css) => page.evaluate((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}, css);

/**
 * The texts that something cuts off. What is shortened on purpose is not among them: lines that are clamped, names and titles
 * that end in three dots where the whole stands behind their link, and what only a screen reader is told.
 */
function cutOff() {
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const cut = [];
  const isShortened = (style) => style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none" || style.clipPath !== "none";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node.data.trim() === "" || !parent.checkVisibility({ visibilityProperty: true }) || parent.closest("script, style, option, .skip")) continue;
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
    for (let around = parent; around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around);
      if (isShortened(style) || /auto|scroll/.test(style.overflow)) break;
      const [hidesX, hidesY] = [style.overflowX, style.overflowY].map((value) => /hidden|clip/.test(value));
      const { left, right, top, bottom } = around.getBoundingClientRect();
      const isOut = (box) => (hidesX && (box.left < left - 2 || box.right > right + 2)) || (hidesY && (box.top < top - 4 || box.bottom > bottom + 4));
      if (boxes.some(isOut)) cut.push(`“${node.data.trim().slice(0, 40)}” in ${around.localName}.${around.className}`);
    }
  }
  return cut;
}

for (const face of FACES) {
  for (const [locale, theme] of [["fr", "light"], ["ar", "dark"]]) {
    test(`in ${locale}, with letters twice as large or farther apart ${face === "admin" ? "an" : "a"} ${face} loses nothing`, async () => {
      const page = await newPage({ locale, theme });
      try {
        await become(page, face, locale);
        const screens = (await screensOf(face, page)).filter(([name]) => SCREENS[face].includes(name));
        assert.equal(screens.length, SCREENS[face].length, "all of them are there");
        for (const [name, path] of screens) {
          await page.goto(`/${locale}${path}`);
          for (const [what, css, viewport] of [["large", LARGE, DESK], ["spaced", SPACED, PHONE]]) {
            await page.setViewportSize(viewport);
            await restyle(page, css);
            await assertFits(page, `${name}, ${what}`);
            assert.deepEqual(await page.evaluate(cutOff), [], `${name}, ${what}`);
          }
          await restyle(page, LARGE);
          await assertFits(page, `${name}, large on a phone`);
        }
      } finally {
        await page.done();
      }
    });
  }
}

test("where the reader's system chooses the colours, what is chosen, pressed and focused is told without them", async () => {
  const page = await newPage({ viewport: DESK });
  try {
    await become(page, "reader", "fr");
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto("/fr/best");
    const outline = (selector) => page.$eval(selector, (one) => getComputedStyle(one).outlineStyle);
    assert.equal(await outline(".chip[aria-current]"), "solid");
    assert.equal(await outline(".chip:not([aria-current])"), "none");
    const heart = page.locator("main .heart[aria-pressed=false] .icon").first();
    const filled = await page.locator("main .heart[aria-pressed=true] .icon").first().evaluate((icon) => getComputedStyle(icon).fill);
    assert.notEqual(await heart.evaluate((icon) => getComputedStyle(icon).fill), filled);
    await tabTo(page, ".chip:not([aria-current])");
    await page.goto(pageOf(await bookNamed("Compter")));
    const bare = await page.$$eval("main .button", (all) => all.filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).borderTopWidth) < 1).map((one) => one.outerHTML.slice(0, 80)));
    assert.deepEqual(bare, [], "a button has an edge");
    const bars = await page.$$eval(".histogram__bar", (all) => all.map((bar) => [getComputedStyle(bar).fill, getComputedStyle(bar).backgroundColor]));
    assert.ok(bars.length > 0 && bars.every(([bar, ground]) => bar !== ground), "a bar is told from its ground");
    await picture(page, "adapting-forced-colours");
  } finally {
    await page.done();
  }
});

test("whoever asks for more contrast reads nothing in quiet ink", async () => {
  const page = await newPage();
  try {
    const inks = async () => page.$eval("main .card__author", (one) => [getComputedStyle(one).color, getComputedStyle(document.body).color]);
    await page.goto("/fr/new");
    const [quiet, ink] = await inks();
    assert.notEqual(quiet, ink);
    await page.emulateMedia({ contrast: "more" });
    assert.deepEqual(await inks(), [ink, ink]);
  } finally {
    await page.done();
  }
});

for (const motion of ["reduce", "no-preference"]) {
  test(`what is pressed ${motion === "reduce" ? "does not move where no motion is wished" : "moves where motion is welcome"}`, async () => {
    const page = await newPage({ motion, viewport: DESK });
    try {
      await page.goto("/fr/best");
      await page.hover("main .card .heart");
      await page.mouse.down();
      const moving = await page.evaluate(() => document.getAnimations().filter((one) => one.effect.getComputedTiming().duration > 20).length);
      assert.equal(moving > 0, motion !== "reduce", `${moving} move`);
    } finally {
      await page.done();
    }
  });
}

test("on paper there is ink alone, whatever the theme, and nothing that can only be pressed", async () => {
  const page = await newPage({ locale: "ar", theme: "dark", viewport: DESK });
  try {
    await become(page, "reader", "ar");
    const screens = (await screensOf("reader", page)).filter(([name]) => ["book", "order", "library"].includes(name));
    assert.equal(screens.length, 3);
    for (const [name, path] of screens) {
      await page.goto(`/ar${path}`);
      await page.emulateMedia({ media: "print" });
      const light = await page.$$eval("main *", (all) => all
        .filter((one) => one.checkVisibility() && one.matches(":not(svg *)") && [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
        .filter((one) => getComputedStyle(one).color !== "rgb(0, 0, 0)")
        .map((one) => one.outerHTML.slice(0, 80)));
      assert.deepEqual(light, [], name);
      for (const pressed of [".destinations", ".bar__actions", ".toasts", ".foot"]) assert.equal(await page.locator(`${pressed}:visible`).count(), 0, `${name}: ${pressed}`);
      await assertFits(page, `${name} on paper`);
      await page.emulateMedia({ media: "screen" });
    }
  } finally {
    await page.done();
  }
});
