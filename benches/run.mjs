// Fills a shop with 10,000 titles and measures its routes beside one whose body never changes. See README.md.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DATA = process.env.WARRAQ_SHARED_DATA ?? join(ROOT, "../shared/data");
const target = execFileSync(join(ROOT, "scripts/target-dir"), { encoding: "utf8" }).trim();
const program = process.env.WARRAQ_BIN ?? join(target, "release/warraq");
const onPostgres = process.argv.includes("--postgres");
const SECONDS = 4;
const CONNECTIONS = 16;

/** What each route may cost: the least share of the constant route's throughput. */
const ROUTES = [
  { name: "book, API", path: (id) => `/api/v1/books/${id}`, least: 1 / 5 },
  { name: "book, page", path: (id, slug) => `/en/book/${id}-${encodeURIComponent(slug)}`, least: 1 / 5 },
  { name: "list of 20, API", path: () => "/api/v1/books?limit=20", least: 1 / 10 },
  { name: "list in a language, API", path: () => "/api/v1/books?language=fr&limit=20" },
  { name: "home page", path: () => "/en/" },
];

const folder = mkdtempSync(join(tmpdir(), "warraq-bench-"));
const env = { ...process.env, WARRAQ_DATA_DIR: folder, WARRAQ_LISTEN: "127.0.0.1:0", WARRAQ_RATE_LIMITS: "off", WARRAQ_LOG: "warn" };
if (onPostgres) env.WARRAQ_DATABASE_URL = process.env.WARRAQ_TEST_POSTGRES_URL;

const seconds = (since) => (performance.now() - since) / 1000;

function fill() {
  const started = performance.now();
  const list = join(DATA, "catalogue/goodbooks-10k-books.csv");
  execFileSync(program, ["import", "--price", "900", list], { env, stdio: "ignore" });
  return seconds(started);
}

async function start() {
  const started = performance.now();
  const child = spawn(program, ["serve"], { env, stdio: ["ignore", "pipe", "inherit"] });
  const line = await new Promise((told) => child.stdout.once("data", (data) => told(String(data))));
  const url = line.match(/http:\/\/\S+/)[0];
  const answer = await fetch(`${url}/readyz`);
  if (!answer.ok) throw new Error(`/readyz says ${answer.status}`);
  return { child, url, ready: seconds(started) };
}

/** Requests a second, and the 99th percentile in milliseconds. */
function load(url) {
  const out = execFileSync("wrk", ["-t1", `-c${CONNECTIONS}`, `-d${SECONDS}s`, "--latency", url], { encoding: "utf8" });
  if (/Non-2xx/.test(out)) throw new Error(`${url}: ${out}`);
  return { rate: Number(out.match(/Requests\/sec:\s+([\d.]+)/)[1]), p99: out.match(/99%\s+(\S+)/)[1] };
}

const residentMb = (pid) => Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]) / 1024;

const imported = fill();
const { child, url, ready } = await start();
let failed = false;
try {
  const idle = residentMb(child.pid);
  console.log(`database           ${onPostgres ? "PostgreSQL" : "SQLite"}`);
  console.log(`10,000 titles in   ${imported.toFixed(1)} s (bar: 20 s)`);
  console.log(`ready in           ${(ready * 1000).toFixed(0)} ms (bar: 300 ms)`);
  console.log(`resident when idle ${idle.toFixed(0)} MB (bar: 80 MB)`);
  failed ||= imported > 20 || ready > 0.3 || idle > 80;
  const { items } = await (await fetch(`${url}/api/v1/books?limit=1&sort=title`)).json();
  const constant = load(`${url}/healthz`);
  console.log(`\n${"constant body".padEnd(26)} ${constant.rate.toFixed(0).padStart(7)}/s  p99 ${constant.p99}`);
  for (const { name, path, least } of ROUTES) {
    const { rate, p99 } = load(url + path(items[0].id, items[0].slug));
    const share = rate / constant.rate;
    const bar = least ? ` (bar: 1/${1 / least})` : "";
    console.log(`${name.padEnd(26)} ${rate.toFixed(0).padStart(7)}/s  p99 ${p99.padEnd(8)} 1/${(1 / share).toFixed(1)}${bar}`);
    failed ||= least !== undefined && share < least;
  }
} finally {
  child.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
