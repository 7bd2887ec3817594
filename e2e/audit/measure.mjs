// The figures of one page: Lighthouse's mobile preset, and for the readers the time until there is something to read.
import { createServer } from "node:net";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import { SHOP } from "../lib/browser.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
/** By the path as well: a part of a script that is fetched ahead counts as a script. */
const WEIGHTS = {
  html: ({ resourceType }) => resourceType === "Document",
  css: ({ resourceType }) => resourceType === "Stylesheet",
  js: ({ url }) => /\.m?js$/.test(new URL(url).pathname),
  fonts: ({ resourceType }) => resourceType === "Font",
};
/** What belongs to the book is not the reader's weight. */
const BOOK = /\/api\/v1\/books\/\d+\/(resources|files|sample)\//;

/** A browser of its own, with a port for Lighthouse; it opens its pages beside the one that is signed in. */
export async function launch() {
  const port = await freePort();
  const context = await chromium.launchPersistentContext("", {
    baseURL: SHOP,
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", `--remote-debugging-port=${port}`],
    // Lighthouse sets the window itself.
    viewport: null,
  });
  const [page] = context.pages();
  return { page, port, close: () => context.close() };
}

function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/** So often a run is begun that cannot be brought to its end, as where a page is not painted in time beside other work. */
const TRIES = 3;

/** One run on `path`: its figures, and the audits that take points away. */
export async function measure({ port }, path) {
  let lhr;
  for (let left = TRIES; left > 0 && (!lhr || lhr.runtimeError); left -= 1) ({ lhr } = await lighthouse(SHOP + path, { port, logLevel: "error" }));
  if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
  // A page that sends one elsewhere would be measured under a wrong name.
  if (new URL(lhr.finalDisplayedUrl).pathname !== new URL(SHOP + path).pathname) throw new Error(`${path} leads to ${lhr.finalDisplayedUrl}`);
  const scores = CATEGORIES.map((id) => [id, lhr.categories[id].score * 100]);
  const figures = { ...Object.fromEntries(scores), ...timesOf(lhr), ...weightsOf(lhr) };
  return { figures, wrong: wrongIn(lhr), line: lhr.configSettings.throttling };
}

function timesOf({ audits }) {
  return {
    lcp: audits["largest-contentful-paint"].numericValue,
    cls: audits["cumulative-layout-shift"].numericValue,
    tbt: audits["total-blocking-time"].numericValue,
  };
}

/** What goes over the line, headers and all, in bytes. */
function weightsOf({ audits }) {
  const requests = audits["network-requests"].details.items.filter(({ url }) => !BOOK.test(url));
  const sum = (some) => some.reduce((bytes, { transferSize }) => bytes + transferSize, 0);
  const kinds = Object.entries(WEIGHTS).map(([figure, isOne]) => [figure, sum(requests.filter(isOne))]);
  return { ...Object.fromEntries(kinds), total: sum(requests) };
}

/** What is not a matter of speed, which every run finds alike: by its category the audit and the first thing that it names. */
function wrongIn({ categories, audits }) {
  return CATEGORIES.slice(1).flatMap((category) => {
    const short = categories[category].auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1);
    return short.map(({ id }) => ({ category, told: `${id}: ${JSON.stringify(audits[id].details?.items?.[0] ?? {}).slice(0, 300)}` }));
  });
}

/** How long it takes on the line and the processor of Lighthouse's preset until a reader shows its book: at first, and once more. */
export async function firstText({ page }, path, { rttMs, throughputKbps, cpuSlowdownMultiplier }) {
  const tab = await page.context().newPage();
  try {
    const session = await page.context().newCDPSession(tab);
    const throughput = (throughputKbps * 1024) / 8;
    await session.send("Network.enable");
    await session.send("Network.clearBrowserCache");
    await session.send("Network.emulateNetworkConditions", { offline: false, latency: rttMs, downloadThroughput: throughput, uploadThroughput: throughput });
    await session.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdownMultiplier });
    const lcp = await opened(tab, path);
    return { lcp, again: await opened(tab, path) };
  } finally {
    await tab.close();
  }
}

async function opened(tab, path) {
  const started = performance.now();
  await tab.goto(path, { waitUntil: "commit" });
  await tab.waitForSelector('#reader-view[data-state="ready"]', { state: "attached" });
  const took = performance.now() - started;
  // What the reader fetches and keeps once the text is there.
  await tab.waitForTimeout(3000);
  await tab.goto("about:blank");
  return took;
}
