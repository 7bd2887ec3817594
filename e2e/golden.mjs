// Pictures of the screens that matter most beside those that were agreed to: see README.md.
import { join } from "node:path";
import { DATA } from "./lib/shop.mjs";
import { fillWithDemo, importBooks, inShop, took } from "./lib/fill.mjs";

const args = process.argv.slice(2);
const isUpdate = args.includes("--update");
const words = args.filter((arg) => !arg.startsWith("--"));

/** As few books as show every kind of screen: each test book that is added here would move the others in the lists. */
async function fillSmall(shop) {
  await fillWithDemo(shop);
  await importBooks(shop, ["--free", ...["epub/moby-dick.epub", "pdf/habibi.pdf"].map((path) => join(DATA, path))]);
}

async function compare(url) {
  // The library of the tests reads this when it is loaded.
  process.env.WARRAQ_URL = url;
  const { compareAll } = await import("./golden/compare.mjs");
  return compareAll({ words, isUpdate });
}

const started = performance.now();
const differ = await inShop(fillSmall, compare);
for (const one of differ) console.log(isUpdate ? `written: ${one}` : `✗ ${one}`);
console.log(`# the golden pictures took ${took(started)}`);
process.exitCode = differ.length > 0 && !isUpdate ? 1 : 0;
