// How soon a book can be read on a slow line, what a turn of the page costs, and whether the tab grows. See README.md.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { longBook } from "../e2e/lib/epub.mjs";
import { environment, program, start } from "./server.mjs";
import { bookNamed, ended, launch, opened, take } from "./slow-line.mjs";

const BOOKS = [
  { title: "Two Hundred Chapters", chapters: 200, most: 800 },
  { title: "Two Thousand Documents", chapters: 2000, most: 2000 },
];
const ROUNDS = 5;
const TURNS = 500;
const MOST_SCRIPT_MS = 50;
/** What the tab may hold after all turns, beside what it held after the first fifty. */
const MOST_GROWTH = 1.25;

const folder = mkdtempSync(join(tmpdir(), "warraq-bench-"));
const env = environment(join(folder, "data"));

async function metrics(session) {
  const { metrics: list } = await session.send("Performance.getMetrics");
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

/** After everything that is no longer needed has gone. */
async function held(session) {
  await session.send("HeapProfiler.collectGarbage");
  const { JSHeapUsedSize: heap, Nodes: nodes, Documents: documents } = await metrics(session);
  return { heap, nodes, documents };
}

async function firstText(browser, url, { title, most }) {
  const runs = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const run = await opened(browser, url);
    await run.close();
    // The first time is the server's and the browser's own as well.
    if (round > 0) runs.push(run.ms);
  }
  // Whatever else the machine does only adds to the time.
  const best = Math.min(...runs);
  console.log(`${title.padEnd(24)} first text ${best} ms (bar: ${most} ms; all ${runs.join(", ")})`);
  if (best > most) process.exitCode = 1;
}

const place = () => JSON.stringify({ ...document.getElementById("reader-view").dataset });

async function turns(browser, url) {
  const { page, session, close } = await opened(browser, url);
  await session.send("Network.emulateNetworkConditions", { offline: false, downloadThroughput: -1, uploadThroughput: -1, latency: 0 });
  await session.send("Performance.enable");
  const scripts = [];
  let early;
  for (let turn = 1; turn <= TURNS; turn += 1) {
    const before = await page.evaluate(place);
    const { ScriptDuration: since } = await metrics(session);
    await page.keyboard.press("PageDown");
    await page.waitForFunction((was) => JSON.stringify({ ...document.getElementById("reader-view").dataset }) !== was, before, { polling: "raf", timeout: 20_000 });
    scripts.push(((await metrics(session)).ScriptDuration - since) * 1000);
    if (turn === 50) early = await held(session);
  }
  const late = await held(session);
  await close();
  scripts.sort((a, b) => a - b);
  const at = (share) => scripts[Math.floor((scripts.length - 1) * share)].toFixed(1);
  const growth = late.heap / early.heap;
  console.log(`${TURNS} turns: script of one ${at(0.5)} ms, 95 in 100 within ${at(0.95)} ms, longest ${at(1)} ms (bar: ${MOST_SCRIPT_MS} ms for 95 in 100)`);
  console.log(`held after 50 turns ${(early.heap / 1e6).toFixed(1)} MB, ${early.nodes} nodes, ${early.documents} documents; after ${TURNS} ${(late.heap / 1e6).toFixed(1)} MB, ${late.nodes}, ${late.documents} (bar: ${MOST_GROWTH} times)`);
  if (Number(at(0.95)) > MOST_SCRIPT_MS || growth > MOST_GROWTH) process.exitCode = 1;
}

const browser = await launch();
try {
  const files = BOOKS.map(({ title, chapters }) => {
    const file = join(folder, `${chapters}.epub`);
    writeFileSync(file, longBook(chapters, title));
    return file;
  });
  take(program, env, ...files);
  const { server, address } = await start(env);
  try {
    const urls = [];
    for (const book of BOOKS) {
      const { id } = await bookNamed(address, book.title);
      urls.push(`${address}/en/read/${id}`);
      await firstText(browser, urls.at(-1), book);
    }
    await turns(browser, urls[0]);
  } finally {
    await ended(server);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
