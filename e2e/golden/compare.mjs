// Takes the pictures and compares them with those that are kept beside this file.
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { closeBrowser, newPage, PHONE } from "../lib/browser.mjs";
import { become } from "../lib/screens.mjs";
import { ROOT } from "../lib/shop.mjs";
import { holdStill } from "../lib/still.mjs";
import { difference, kept } from "./picture.mjs";
import { FACES, screensFor } from "./screens.mjs";

const GOLDEN = dirname(fileURLToPath(import.meta.url));
const RESULTS = join(ROOT, "e2e/results/golden");
const MOST_HEIGHT = 1600;
/** Until what follows the size of the window has followed it. */
const RESTS_MS = 300;
const LOOKS = [["fr", "light"], ["ar", "dark"]];

/** Compares the screens whose names have one of `words`, or with `isUpdate` keeps what they look like now; answers which differ. */
export async function compareAll({ words, isUpdate }) {
  await rm(RESULTS, { recursive: true, force: true });
  await mkdir(RESULTS, { recursive: true });
  const differ = [];
  for (const [locale, theme] of LOOKS) {
    for (const face of FACES) {
      for await (const [name, screenshot] of take(face, { locale, theme, words })) {
        const told = await settle(`${face}-${name}-${locale}-${theme}.png`, kept(screenshot), isUpdate);
        if (told) differ.push(told);
      }
    }
  }
  await closeBrowser();
  return differ;
}

/** The names and the pictures of a face's screens. */
async function* take(face, { locale, theme, words }) {
  const page = await newPage({ locale, theme, viewport: PHONE });
  try {
    await become(page, face, locale);
    // It says once that one has signed in.
    await page.request.get(`/${locale}/`);
    for (const screen of await screensFor(face, page, locale, words)) {
      const undo = await screen.before?.(page);
      yield [screen.name, await shoot(page, screen)];
      await undo?.();
    }
  } finally {
    await page.done();
  }
}

async function shoot(page, { path, ready, figures }) {
  await page.setViewportSize(PHONE);
  await page.goto(path);
  await page.waitForLoadState("networkidle").catch(() => {});
  if (ready) await page.waitForSelector(ready, { state: "attached" });
  await holdStill(page, { figures });
  // As large a window as the page is: what sticks to its end is at the end then. Readers fill any window.
  const height = ready ? PHONE.height : await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: PHONE.width, height: Math.min(Math.max(height, PHONE.height), MOST_HEIGHT) });
  await page.waitForTimeout(RESTS_MS);
  return page.screenshot({ animations: "disabled", caret: "hide" });
}

/** What is wrong with a picture, if anything is; what is taken anew is written instead. */
async function settle(file, now, isUpdate) {
  const golden = join(GOLDEN, file);
  const isKnown = existsSync(golden);
  const wrong = isKnown ? difference(await readFile(golden), now) : { told: "never seen before", picture: null };
  if (!wrong) return null;
  if (isUpdate) {
    await writeFile(golden, now);
  } else {
    await writeFile(join(RESULTS, file), now);
    if (wrong.picture) await writeFile(join(RESULTS, file.replace(/\.png$/, "-difference.png")), wrong.picture);
  }
  return `${file}: ${wrong.told}`;
}
