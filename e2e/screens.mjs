// Pictures of every screen, in each size, theme and language, and pages to look at them side by side: see README.md.
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { become, FACES, screensOf } from "./lib/screens.mjs";
import { closeBrowser, newPage } from "./lib/browser.mjs";
import { drawAll } from "./lib/still.mjs";

const OUT = resolve(process.argv[2] ?? "e2e/results/screens");
const ONLY = process.argv.slice(3);
const SIZES = [360, 768, 1440];
const THEMES = ["light", "dark"];
const LOCALES = ["fr", "ar"];
const HEIGHT = 800;

const taken = new Map();
const wrong = [];

/** One picture of the whole page; what is wrong with the page is told at the end. */
async function take(page, { face, name, path, size, theme, locale }) {
  const screen = `${face}-${name}`;
  const answer = await page.goto(`/${locale}${path}`);
  if (answer.status() >= 400 && !/missing/.test(name)) return void wrong.push(`${screen}: ${answer.status()} ${path}`);
  await page.waitForLoadState("networkidle").catch(() => {});
  await drawAll(page);
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  if (content > window) wrong.push(`${screen} ${locale} ${theme} ${size}: ${content} px wide`);
  const file = `${screen}-${locale}-${theme}-${size}.png`;
  await page.screenshot({ path: join(OUT, file), fullPage: true });
  taken.set(screen, [...(taken.get(screen) ?? []), { file, size, theme, locale }]);
}

async function takeAll(face, theme, locale) {
  const page = await newPage({ locale, theme, viewport: { width: SIZES[0], height: HEIGHT } });
  try {
    await become(page, face, locale);
    for (const [name, path] of await screensOf(face, page)) {
      if (ONLY.length > 0 && !ONLY.some((part) => `${face}-${name}`.includes(part))) continue;
      for (const size of SIZES) {
        await page.setViewportSize({ width: size, height: HEIGHT });
        await take(page, { face, name, path, size, theme, locale });
      }
    }
    wrong.push(...page.watch.errors.filter((error) => !error.includes("404")), ...page.watch.violations);
  } finally {
    await page.done();
  }
}

/** A page of a screen's pictures, and one that leads to all of them. */
async function index() {
  const html = (title, body) => `<!doctype html><meta charset="utf-8"><title>${title}</title><style>body{font:16px system-ui;margin:16px;background:#777}figure{display:inline-block;vertical-align:top;margin:8px}img{border:1px solid #444;max-width:100%}</style>${body}`;
  for (const [screen, files] of taken) {
    const figures = files.map(({ file, size, theme, locale }) => `<figure><img src="${file}" width="${Math.min(size, 720)}" loading="lazy"><figcaption>${locale} ${theme} ${size}</figcaption></figure>`);
    await writeFile(join(OUT, `${screen}.html`), html(screen, `<h1>${screen}</h1>${figures.join("")}`));
  }
  const links = [...taken.keys()].map((screen) => `<li><a href="${screen}.html">${screen}</a>`);
  await writeFile(join(OUT, "index.html"), html("Screens", `<h1>Screens</h1><ul>${links.join("")}</ul>`));
}

await mkdir(OUT, { recursive: true });
for (const face of FACES) for (const theme of THEMES) for (const locale of LOCALES) await takeAll(face, theme, locale);
await closeBrowser();
await index();
const pictures = [...taken.values()].flat().length;
console.log(`${pictures} pictures of ${taken.size} screens in ${OUT}`);
for (const one of new Set(wrong)) console.log(one);
process.exitCode = wrong.length > 0 ? 1 : 0;
