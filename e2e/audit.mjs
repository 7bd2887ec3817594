// One table of how heavy, fast and sound each kind of page is, against the bars of the design: see README.md.
import { createReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { fill, importBooks, inShop, took } from "./lib/fill.mjs";
import { DATA } from "./lib/shop.mjs";

const TITLES = 5000;

const { values, positionals } = parseArgs({ options: { runs: { type: "string", default: "5" } }, allowPositionals: true });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs}: how often each page is measured, at least once`);

/** The shop of the browser tests with so many titles more that its lists are long. */
async function fillLarge(shop) {
  await fill(shop);
  const folder = await mkdtemp(join(tmpdir(), "warraq-audit-"));
  try {
    const list = join(folder, "titles.csv");
    await writeFile(list, await firstLines(join(DATA, "catalogue/goodbooks-10k-books.csv"), TITLES + 1));
    await importBooks(shop, ["--price", "900", list]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function firstLines(path, count) {
  const lines = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (lines.push(line) === count) break;
  }
  return `${lines.join("\n")}\n`;
}

async function audit(url) {
  // The library of the tests reads this when it is loaded.
  process.env.WARRAQ_URL = url;
  const { auditRows, tell } = await import("./audit/run.mjs");
  return tell(await auditRows({ words: positionals, runs }));
}

const started = performance.now();
const isMet = await inShop(fillLarge, audit);
console.log(`# the audit took ${took(started)}`);
process.exitCode = isMet ? 0 : 1;
