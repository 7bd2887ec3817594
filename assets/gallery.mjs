// Photographs the gallery: `node assets/gallery.mjs GALLERY OUT [name…]`. Serves the gallery and
// `assets/dist` on a port of this machine, and says what is wider than its window, too small to be touched,
// or against the rules of accessibility. WHOLE=1 photographs whole pages, QUIET=1 only looks.
import { createServer } from "node:http";
import { mkdir, readFile, readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const [gallery, out, ...only] = process.argv.slice(2);
const SIZES = [[320, 640], [360, 780], [390, 844], [768, 1024], [1440, 900]];
const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

const server = createServer(async (request, response) => {
  const path = new URL(request.url, "http://gallery").pathname;
  if (path === "/manifest.webmanifest") return response.end("{}");
  const file = path.startsWith("/assets/") ? join("assets/dist", path.slice(8)) : join(gallery, path);
  const bytes = await readFile(file).catch(() => null);
  response.writeHead(bytes ? 200 : 404, {
    "content-type": TYPES[extname(path)] ?? "application/octet-stream",
    "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; object-src 'none'",
  });
  response.end(bytes);
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const origin = `http://127.0.0.1:${server.address().port}`;

/** What a page must not do, measured in it. */
function faults() {
  const found = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push(`scrolls sideways: ${document.documentElement.scrollWidth} px`);
  for (const element of document.querySelectorAll("a, button, input, summary")) {
    const { width, height } = element.getBoundingClientRect();
    const inText = element.matches("p a, li > a:not([class]), dd a, label input, .spoiler__summary, .visually-hidden, .skip, h2 a, h3 a");
    if (width > 0 && !inText && (height < 40 || width < 24)) found.push(`small: ${element.className || element.tagName} ${Math.round(width)}×${Math.round(height)}`);
  }
  return [...new Set(found)];
}

/** What axe finds, by rule and place. */
async function rules() {
  const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await window.axe.run(document, { runOnly: tags, rules: { "target-size": { enabled: true } } });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
}

await mkdir(out, { recursive: true });
const axe = await readFile("node_modules/axe-core/axe.min.js", "utf8");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const file of (await readdir(gallery)).filter((name) => name.endsWith(".html")).sort()) {
  if (only.length > 0 && !only.some((part) => file.includes(part))) continue;
  for (const [width, height] of SIZES) {
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: width < 600 ? 2 : 1 });
    page.on("console", (message) => message.type() === "error" && console.log(file, message.text()));
    page.on("pageerror", (error) => console.log(file, error.message));
    await page.goto(`${origin}/${file}`, { waitUntil: "networkidle" });
    await page.evaluate(axe);
    for (const fault of await page.evaluate(rules)) console.log(`${file} at ${width}: ${fault}`);
    for (const fault of await page.evaluate(faults)) console.log(`${file} at ${width}: ${fault}`);
    if (process.env.QUIET !== "1") await page.screenshot({ path: join(out, `${file.replace(".html", "")}-${width}.png`), fullPage: process.env.WHOLE === "1" });
    await page.close();
  }
}
await browser.close();
server.close();
