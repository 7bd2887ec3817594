// A browser on a slow line, and how long a book takes in it.
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";

/** 10 Mbit/s, and 40 ms until an answer begins. */
const LINE = { offline: false, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8, latency: 40 };
const WAIT_MS = 120_000;

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

/** Opens a reader's page as somebody who was never here; `{ page, session, ms, requests, bytes }` once the book is shown. */
export async function opened(browser, url, of = /\/api\/v1\/books\//) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", LINE);
  const addresses = new Map();
  const told = { requests: 0, bytes: 0 };
  session.on("Network.responseReceived", ({ requestId, response }) => addresses.set(requestId, response.url));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!of.test(addresses.get(requestId) ?? "")) return;
    told.requests += 1;
    told.bytes += encodedDataLength;
  });
  const started = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForSelector('#reader-view[data-state="ready"]', { state: "attached", timeout: WAIT_MS });
  return { page, session, ms: Math.round(performance.now() - started), ...told, close: () => context.close() };
}

/** A published book by its title. */
export async function bookNamed(address, title) {
  const { items } = await (await fetch(`${address}/api/v1/books?limit=100`)).json();
  const found = items.find((book) => book.title === title);
  if (!found) throw new Error(`no book named ${title}`);
  return found;
}

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

export async function ended(server) {
  server.kill("SIGTERM");
  await new Promise((resolve) => server.once("exit", resolve));
}

export const take = (program, env, ...files) => execFileSync(program, ["import", "--free", ...files], { env, stdio: "ignore" });
