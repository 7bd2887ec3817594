// A shop that is filled with the demo and books of every kind, with a mail server and the payment gateway's stand-in beside it.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { longBook } from "./epub.mjs";
import { Gateway } from "./gateway.mjs";
import { ledger, TEXT_TITLE, TURNED_TITLE } from "./pdf.mjs";
import { DATA, Shop } from "./shop.mjs";
import { MailServer } from "./smtp-server.mjs";

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

export const took = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** The last lines of what a command said, for whoever has to find out why it failed. */
const tail = (out) => out.trim().split("\n").slice(-12).join("\n");

/** The demo: the shop's own people, and books that it has made itself. */
export async function fillWithDemo(shop) {
  const demo = await shop.run("demo");
  if (demo.code !== 0) throw new Error(`warraq demo failed:\n${tail(demo.out)}`);
  // It names the people whom one can sign in as.
  process.env.E2E_DEMO_SAID = demo.out;
}

/** Takes books in; with `isLenient` some of them may be refused. */
export async function importBooks(shop, args, { isLenient = false } = {}) {
  const { code, out } = await shop.run("import", ...args);
  if (code !== 0 && !isLenient) throw new Error(`warraq import failed:\n${tail(out)}`);
}

/** The demo and a sample of the test books, or with `isAll` every one of them. */
export async function fill(shop, { isAll = false } = {}) {
  const started = performance.now();
  await fillWithDemo(shop);
  const books = isAll ? ["epub", "pdf"] : SAMPLE;
  // Of the whole set the password-protected PDFs are refused, so its exit code is 1.
  await importBooks(shop, ["--free", ...books.map((path) => join(DATA, path))], { isLenient: isAll });
  await importMade(shop);
  // Most of these are refused too: what goes in has to be harmless.
  await importBooks(shop, ["--free", join(DATA, "hostile")], { isLenient: true });
  // A book with a price has a sample, and an end to it.
  await importBooks(shop, ["--price", "1250", join(DATA, "epub/childrens-literature.epub")], { isLenient: isAll });
  console.log(`# shop filled in ${took(started)}`);
}

/** What the speed of opening is measured on, and PDFs whose every word is known. */
async function importMade(shop) {
  const folder = await mkdtemp(join(tmpdir(), "warraq-e2e-"));
  try {
    await writeFile(join(folder, "two-hundred-chapters.epub"), longBook());
    await writeFile(join(folder, "ledger.pdf"), ledger({ title: TEXT_TITLE }));
    await writeFile(join(folder, "mirror.pdf"), ledger({ title: TURNED_TITLE, rightToLeft: true }));
    await importBooks(shop, ["--free", folder]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Answers what `work` does with the address of a shop: the one that `WARRAQ_URL` names, else one of its own that `filling` has
 * filled, which ends with it.
 */
export async function inShop(filling, work) {
  if (process.env.WARRAQ_URL) return work(process.env.WARRAQ_URL.replace(/\/$/, ""));
  const folder = await mkdtemp(join(tmpdir(), "warraq-e2e-mails-"));
  const mails = await MailServer.start({ folder });
  const gateway = await Gateway.start();
  const shop = await Shop.empty({ WARRAQ_SMTP_URL: `smtp://${mails.address}`, ...gateway.settings });
  process.env.E2E_GATEWAY = gateway.origin;
  process.env.E2E_MAILS = folder;
  try {
    await filling(shop);
    return await work(await shop.serve());
  } finally {
    await shop.stop();
    await gateway.stop();
    await mails.stop();
    await rm(folder, { recursive: true });
  }
}
