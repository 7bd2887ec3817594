// A page of the shop in Chromium, and a watch over what it does.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ROOT } from "./shop.mjs";

export const SHOP = process.env.WARRAQ_URL;
export const IS_ALL = process.env.E2E_ALL === "1";

export const LOCALES = ["en", "fr", "ar"];
export const PHONE = { width: 390, height: 844 };
export const SMALL = { width: 320, height: 640 };
export const DESK = { width: 1280, height: 800 };

/** One browser for all pages of a spec: also where two are asked for at once, so it is kept from before it is there. */
let launching;

export async function closeBrowser() {
  await (await launching)?.close();
  launching = undefined;
}

/**
 * A fresh page with `watch` upon it. `theme` sets the shop's cookie, `js: false` turns scripts off, `worker: true` lets the shop
 * have its service worker, behind whose back a test cannot look.
 */
export async function newPage({ locale = "fr", theme = null, viewport = PHONE, js = true, touch = false, motion = "reduce", worker = false } = {}) {
  launching ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const browser = await launching;
  const context = await browser.newContext({
    baseURL: SHOP,
    locale,
    viewport,
    javaScriptEnabled: js,
    hasTouch: touch,
    reducedMotion: motion,
    serviceWorkers: worker ? "allow" : "block",
    colorScheme: theme === "dark" ? "dark" : "light",
  });
  if (theme) await context.addCookies([{ name: "theme", value: theme, url: SHOP }]);
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.watch = new Watch(page, context);
  page.done = () => context.close();
  return page;
}

// The renderer needs both rights on its frames, behind the two policies; the rest is about the viewports of books.
const EXPECTED = /allow-scripts and allow-same-origin|is not recognized and ignored|truncated to its numeric prefix/;

class Watch {
  errors = [];
  violations = [];
  dialogs = [];
  popups = 0;
  foreign = [];
  refused = [];
  requests = [];

  constructor(page, context) {
    const host = new URL(SHOP).origin;
    page.on("console", (message) => this.#note(message));
    page.on("pageerror", (error) => this.errors.push(`uncaught: ${error.stack ?? error}`));
    page.on("dialog", async (dialog) => {
      this.dialogs.push(dialog.message());
      await dialog.dismiss();
    });
    context.on("page", () => (this.popups += 1));
    context.on("request", (request) => {
      const url = request.url();
      this.requests.push(url);
      if (!url.startsWith(`${host}/`) && !/^(data|blob|about):/.test(url)) this.foreign.push(url);
    });
    context.on("response", (response) => {
      if (response.status() >= 400) this.refused.push(`${response.status()} ${response.url()}`);
    });
  }

  #note(message) {
    const text = message.text();
    if (/Content.Security.Policy/i.test(text)) this.violations.push(text);
    else if (message.type() === "error" && !EXPECTED.test(text)) this.errors.push(`${text} ${message.location().url}`);
  }

  /** Nothing went wrong, nothing was asked of anybody else. */
  clean(where = "") {
    const { errors, violations, dialogs, foreign } = this;
    assert.deepEqual({ errors, violations, dialogs, foreign }, { errors: [], violations: [], dialogs: [], foreign: [] }, where);
  }
}

/** The classes that only the sheet of one's own pages draws, which the pages of the shop do without. */
let ownClasses;

async function classesOfOwn() {
  const folder = join(ROOT, "assets/dist");
  const { assets } = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  const classesIn = async (name) => {
    const css = await readFile(join(folder, assets[name].file), "utf8");
    return new Set([...css.replaceAll(/url\([^)]*\)/g, "").matchAll(/\.([a-z][\w-]*)/g)].map(([, found]) => found));
  };
  const [shop, own] = await Promise.all(["app.css", "own.css"].map(classesIn));
  return [...own].filter((one) => !shop.has(one));
}

/** Nothing sticks out of the window at the side, nor stands there without the sheet that draws it. */
export async function assertFits(page, where) {
  const isOwn = await page.evaluate(() => Boolean(document.querySelector("link[rel=stylesheet][href*='/own-']")));
  ownClasses ??= await classesOfOwn();
  const bare = isOwn ? [] : await page.evaluate((classes) => classes.filter((one) => document.querySelector(`.${one}`)), ownClasses);
  assert.deepEqual(bare, [], `${where}: not drawn`);
  const [content, viewport] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(content <= viewport, `${where}: ${content} px wide in a window of ${viewport}`);
}

/**
 * Nothing that is pressed is smaller than 44 pixels. A link inside a sentence may be, and so may the title of a card,
 * since the whole card is pressed. Half of a star is as wide as that allows, and a bar of the histogram is a line.
 */
export async function assertTouchable(page, where) {
  const small = await page.evaluate(() => {
    const inSentence = (element) => element.matches("p a, dd a, dt a, li > a:not([class]), nav.breadcrumb a") && !element.closest(".sign__links, .sign__aside, .alert__list");
    return [...document.querySelectorAll("a, button, input, select, textarea, summary")]
      .filter((element) => element.checkVisibility() && !element.matches(".skip, .card__link, .stars__radio, .histogram__row, [type=hidden], .visually-hidden, .picture--ready .field__file"))
      .filter((element) => !inSentence(element))
      .map((element) => [element, (element.closest("label, .field__box") ?? element).getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 43.5 || height < 43.5)
      .map(([element, { width, height }]) => `${element.localName}.${element.className} ${element.textContent.trim().slice(0, 30)}: ${Math.round(width)}×${Math.round(height)}`);
  });
  assert.deepEqual(small, [], `${where}: too small`);
}

/** A picture for whoever looks into `e2e/results`. */
export async function picture(page, name) {
  const folder = join(ROOT, "e2e/results");
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replace(/[^\p{L}\p{N}.-]+/gu, "-")}.png`) });
}

/** Scrolls to something, and waits until it stands still: what comes into sight above it takes its true height. */
export async function atRest(locator) {
  await locator.scrollIntoViewIfNeeded();
  for (let [last, still] = ["", 0]; still < 5; ) {
    const now = JSON.stringify(await locator.boundingBox());
    [last, still] = [now, now === last ? still + 1 : 0];
    await new Promise((later) => setTimeout(later, 50));
  }
  await locator.scrollIntoViewIfNeeded();
}
