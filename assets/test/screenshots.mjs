// Photographs the gallery: `node assets/test/screenshots.mjs GALLERY OUT [name…]`. Serves the gallery and
// `assets/dist` on a port of this machine, and says what is wider than its window or too small to be touched.
import { createServer } from "node:http";
import { mkdir, readFile, readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const [gallery, out, ...only] = process.argv.slice(2);
const SIZES = [[360, 780], [390, 844], [768, 1024], [1440, 900]];
const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

const server = createServer(async (request, response) => {
  const path = new URL(request.url, "http://gallery").pathname;
  const file = path.startsWith("/assets/") ? join("assets/dist", path.slice(8)) : join(gallery, path);
  const bytes = await readFile(file).catch(() => null);
  response.writeHead(bytes ? 200 : 404, {
    "content-type": TYPES[extname(path)] ?? "application/octet-stream",
    "content-security-policy": "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:",
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
    const inText = element.matches("p a, li > a:not([class]), dd a, .visually-hidden, .skip, h2 a, h3 a");
    if (width > 0 && !inText && (height < 40 || width < 24)) found.push(`small: ${element.className || element.tagName} ${Math.round(width)}×${Math.round(height)}`);
  }
  return [...new Set(found)];
}

await mkdir(out, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const file of (await readdir(gallery)).filter((name) => name.endsWith(".html")).sort()) {
  if (only.length > 0 && !only.some((part) => file.includes(part))) continue;
  for (const [width, height] of SIZES) {
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: width < 600 ? 2 : 1 });
    page.on("console", (message) => message.type() === "error" && console.log(file, message.text()));
    page.on("pageerror", (error) => console.log(file, error.message));
    await page.goto(`${origin}/${file}`, { waitUntil: "networkidle" });
    for (const fault of await page.evaluate(faults)) console.log(`${file} at ${width}: ${fault}`);
    await page.screenshot({ path: join(out, `${file.replace(".html", "")}-${width}.png`) });
    await page.close();
  }
}
await browser.close();
server.close();
