// Fills a shop, starts it, runs the specs against it: see README.md.
import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fill, inShop, took } from "./lib/fill.mjs";
import { ROOT } from "./lib/shop.mjs";

const args = process.argv.slice(2);
const isAll = args.includes("--all");
const wanted = args.filter((arg) => !arg.startsWith("--"));

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
const code = await inShop((shop) => fill(shop, { isAll }), specs);
console.log(`# browser tests took ${took(started)}`);
process.exitCode = code;
