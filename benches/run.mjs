// Fills a shop with 10,000 titles and measures its routes beside one whose body never changes. See README.md.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rested } from "./rested.mjs";
import { environment, program, ROOT } from "./server.mjs";

const DATA = process.env.WARRAQ_SHARED_DATA ?? join(ROOT, "../shared/data");
const onPostgres = process.argv.includes("--postgres");
/** Each route is measured so many times, each time right after the constant one; medians count. */
const ROUNDS = 3;
const SECONDS = 2;
const CONNECTIONS = 16;

const healthz = () => ["/healthz"];
const bookPages = (books) => books.map(({ id, slug }) => `/en/book/${id}-${encodeURIComponent(slug)}`);

/**
 * The routes, for the books that are asked for in turn, and the least share of the throughput of what stands beside
 * them: the constant route, unless another is named.
 */
const ROUTES = [
  { name: "book, API", paths: (books) => books.map(({ id }) => `/api/v1/books/${id}`), least: 1 / 5 },
  { name: "book, page", paths: bookPages, least: 1 / 5 },
  { name: "book, page, signed in", paths: bookPages, signedIn: true, beside: bookPages, least: 0.8 },
  { name: "list of 20, API", paths: () => ["/api/v1/books?limit=20"], least: 1 / 10 },
  { name: "list in a language, API", paths: () => ["/api/v1/books?language=fr&limit=20"] },
  { name: "home page", paths: () => ["/en/"] },
];

const folder = mkdtempSync(join(tmpdir(), "warraq-bench-"));
const env = environment(folder);
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

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Requests a second for these paths in turn, and the 99th percentile as `wrk` writes it. */
function load(url, paths, headers = {}) {
  const script = join(folder, "requests.lua");
  writeFileSync(script, inTurn(paths, headers));
  const flags = ["-t1", `-c${CONNECTIONS}`, `-d${SECONDS}s`, "--latency", "-s", script];
  const out = execFileSync("wrk", [...flags, url], { encoding: "utf8" });
  if (/Non-2xx/.test(out)) throw new Error(`${paths[0]}: ${out}`);
  return { rate: Number(out.match(/Requests\/sec:\s+([\d.]+)/)[1]), p99: out.match(/99%\s+(\S+)/)[1] };
}

/** For `wrk`: the requests are written once, so that the constant route and the others cost it the same. */
const inTurn = (paths, headers) => `
local requests, last = {}, 0
local headers = { ${Object.entries(headers).map(([name, value]) => `[${JSON.stringify(name)}] = ${JSON.stringify(value)}`).join(", ")} }
function init()
  for _, path in ipairs({ ${paths.map((path) => JSON.stringify(path)).join(", ")} }) do
    table.insert(requests, wrk.format("GET", path, headers))
  end
end
function request()
  last = last % #requests + 1
  return requests[last]
end
`;

const residentMb = (pid) => Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]) / 1024;

/** The cookie of somebody who is signed in. */
async function signIn(url) {
  const [username, password] = ["leila", "encre et papier"];
  const args = ["user", "create", "--email", "leila@warraq.example", "--username", username, "--role", "reader", "--password-stdin"];
  execFileSync(program, args, { env, input: `${password}\n`, stdio: ["pipe", "ignore", "inherit"] });
  const body = new URLSearchParams({ login: username, password });
  const answer = await fetch(`${url}/en/sign-in`, { method: "POST", body, redirect: "manual" });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith("session="));
  if (!cookie) throw new Error(`signing in answers ${answer.status}`);
  return { Cookie: cookie.split(";")[0] };
}

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
  const { items } = await (await fetch(`${url}/api/v1/books?limit=100&sort=title`)).json();
  const cookie = await signIn(url);
  // So that the pages show all that they have to show, and nothing else takes their time.
  await rested(child);
  load(url, healthz()); // the first connections warm everybody up
  console.log(`\n${"".padEnd(26)} ${"beside".padStart(9)} ${"route".padStart(9)}   share`);
  for (const { name, paths, signedIn, beside = healthz, least } of ROUTES) {
    const rounds = Array.from({ length: ROUNDS }, () => {
      const constant = load(url, beside(items)).rate;
      const { rate, p99 } = load(url, paths(items), signedIn ? cookie : {});
      return { constant, rate, p99, share: rate / constant };
    });
    const share = median(rounds.map((round) => round.share));
    const { constant, rate, p99 } = rounds.find((round) => round.share === share);
    const bar = least ? ` (bar: 1/${(1 / least).toFixed(2).replace(/\.?0+$/, "")})` : "";
    console.log(`${name.padEnd(26)} ${constant.toFixed(0).padStart(7)}/s ${rate.toFixed(0).padStart(7)}/s   1/${(1 / share).toFixed(1)}${bar}, p99 ${p99}`);
    failed ||= least !== undefined && share < least;
  }
} finally {
  child.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
