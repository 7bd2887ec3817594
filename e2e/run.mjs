// Fills a shop, starts it, runs the specs against it: see README.md.
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { longBook } from "./lib/epub.mjs";
import { Gateway } from "./lib/gateway.mjs";
import { DATA, ROOT, Shop } from "./lib/shop.mjs";
import { ledger, TEXT_TITLE, TURNED_TITLE } from "./lib/pdf.mjs";
import { MailServer } from "./lib/smtp-server.mjs";

// Enough of every kind: flowing, right to left, vertical, fixed, mixed, drawn, spread, PDF.
const SAMPLE = [
  "epub/moby-dick.epub",
  "epub/regime-anticancer-arabic.epub",
  "epub/kusamakura-japanese-vertical-writing.epub",
  "epub/haruko-html-jpeg.epub",
  "epub/page-blanche.epub",
  "epub/cole-voyage-of-life.epub",
  "epub/svg-in-spine.epub",
  "epub/trees.epub",
  "epub/wasteland.epub",
  "epub/w3c/cnt-svg-support.epub",
  "epub/w3c/pkg-spine-nonlinear-activation.epub",
  "epub/w3c/pub-external-links.epub",
  "epub/w3c/lay-pp-page-spread-combined.epub",
  "pdf/pdflatex-outline.pdf",
  "pdf/habibi.pdf",
  "pdf/multicolumn.pdf",
  "pdf/libre-office-link.pdf",
];

const args = process.argv.slice(2);
const isAll = args.includes("--all");
const wanted = args.filter((arg) => !arg.startsWith("--"));

const took = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** The last lines of what a command said, for whoever has to find out why it failed. */
const tail = (out) => out.trim().split("\n").slice(-12).join("\n");

async function fill(shop) {
  const started = performance.now();
  const demo = await shop.run("demo");
  if (demo.code !== 0) throw new Error(`warraq demo failed:\n${tail(demo.out)}`);
  // It names the people whom one can sign in as.
  process.env.E2E_DEMO_SAID = demo.out;
  const books = isAll ? ["epub", "pdf"] : SAMPLE;
  const imported = await shop.run("import", "--free", ...books.map((path) => join(DATA, path)));
  // Of the whole set the password-protected PDFs are refused, so its exit code is 1.
  if (imported.code !== 0 && !isAll) throw new Error(`warraq import failed:\n${tail(imported.out)}`);
  await importMade(shop);
  // Most of these are refused too: what goes in has to be harmless.
  await shop.run("import", "--free", join(DATA, "hostile"));
  // A book with a price has a sample, and an end to it.
  const priced = await shop.run("import", "--price", "1250", join(DATA, "epub/childrens-literature.epub"));
  if (priced.code !== 0 && !isAll) throw new Error(`warraq import --price failed:\n${tail(priced.out)}`);
  console.log(`# shop filled in ${took(started)}`);
}

/** What the speed of opening is measured on, and PDFs whose every word is known. */
async function importMade(shop) {
  const folder = await mkdtemp(join(tmpdir(), "warraq-e2e-"));
  try {
    await writeFile(join(folder, "two-hundred-chapters.epub"), longBook());
    await writeFile(join(folder, "ledger.pdf"), ledger({ title: TEXT_TITLE }));
    await writeFile(join(folder, "mirror.pdf"), ledger({ title: TURNED_TITLE, rightToLeft: true }));
    const { code, out } = await shop.run("import", "--free", folder);
    if (code !== 0) throw new Error(`a book made here was refused:\n${tail(out)}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The most that one file of specs may take: what hangs fails, instead of holding everything up. With --all a file takes an hour. */
const FILE_MS = 900_000;

/** Runs spec files on the shop; answers their exit code. */
function run(url, names, concurrency) {
  if (names.length === 0) return 0;
  const env = { ...process.env, WARRAQ_URL: url, E2E_ALL: isAll ? "1" : "" };
  const options = ["--test", `--test-concurrency=${concurrency}`, ...(isAll ? [] : [`--test-timeout=${FILE_MS}`]), "--test-reporter=spec"];
  const paths = names.map((name) => join("e2e/specs", name));
  const child = spawn(process.execPath, [...options, ...paths], { cwd: ROOT, env, stdio: "inherit" });
  return new Promise((ended) => child.on("close", ended));
}

async function specs(url) {
  const files = (await readdir(join(ROOT, "e2e/specs"))).filter((name) => name.endsWith(".test.mjs")).sort();
  const chosen = files.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  // What is measured is measured alone.
  const measured = await run(url, chosen.filter((name) => name.startsWith("speed")), 1);
  const others = await run(url, chosen.filter((name) => !name.startsWith("speed")), 2);
  return measured || others;
}

const started = performance.now();
let code = 1;
if (process.env.WARRAQ_URL) {
  code = await specs(process.env.WARRAQ_URL.replace(/\/$/, ""));
} else {
  const folder = await mkdtemp(join(tmpdir(), "warraq-e2e-mails-"));
  const mails = await MailServer.start({ folder });
  const gateway = await Gateway.start();
  const shop = await Shop.empty({ WARRAQ_SMTP_URL: `smtp://${mails.address}`, ...gateway.settings });
  process.env.E2E_GATEWAY = gateway.origin;
  process.env.E2E_MAILS = folder;
  try {
    await fill(shop);
    code = await specs(await shop.serve());
  } finally {
    await shop.stop();
    await gateway.stop();
    await mails.stop();
    await rm(folder, { recursive: true });
  }
}
console.log(`# browser tests took ${took(started)}`);
process.exitCode = code;
