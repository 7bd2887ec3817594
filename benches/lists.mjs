// The lists of the panel over a large shop: each filter and each pair of them, in each order, first part and a deep one. See README.md.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { LISTS, mixes } from "./lists-asked.mjs";
import { rested } from "./rested.mjs";
import { environment, program, start } from "./server.mjs";

/** What every answer has to keep, in milliseconds. */
const BAR = 100;
/** How often each is asked, after once to warm up. */
const TIMES = 5;
/** So many parts of a hundred lie before a deep one. */
const DEEP = 10;
/** Rows of a part, as the panel shows them. */
const ROWS = 50;
const PASSWORD = "encre et papier 42";
const AMOUNTS = process.argv.includes("--short") ? [2_000, 2_000, 10_000] : [100_000, 100_000, 500_000];

const onPostgres = process.argv.includes("--postgres");
const only = process.argv.slice(2).filter((word) => !word.startsWith("--"));

const folder = mkdtempSync(join(tmpdir(), "warraq-bench-"));
const env = environment(folder);
if (onPostgres) env.WARRAQ_DATABASE_URL = process.env.WARRAQ_TEST_POSTGRES_URL;

const seconds = (started) => ((performance.now() - started) / 1_000).toFixed(0);

/** Fills the shop, and gives it an admin. */
function fill() {
  const [books, people, orders] = AMOUNTS.map(String);
  const url = env.WARRAQ_DATABASE_URL ?? `sqlite:${join(folder, "warraq.db")}`;
  const sizes = ["--books", books, "--people", people, "--orders", orders];
  execFileSync(join(dirname(program), "crowd"), ["--database-url", url, ...sizes], { stdio: ["ignore", "inherit", "inherit"] });
  const who = ["--email", "mesure@exemple.dz", "--username", "mesure", "--role", "admin"];
  execFileSync(program, ["user", "create", ...who, "--password-stdin"], { env, input: PASSWORD, stdio: ["pipe", "ignore", "inherit"] });
}

async function signedIn(address) {
  const answer = await fetch(`${address}/api/v1/auth/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login: "mesure", password: PASSWORD }),
  });
  const { access_token: token } = await answer.json();
  return { authorization: `Bearer ${token}` };
}

/** Asks for a part of a list, and how long that took. */
async function ask(address, headers, path, query) {
  const started = performance.now();
  const answer = await fetch(`${address}/api/v1${path}?${new URLSearchParams(query)}`, { headers });
  const text = await answer.text();
  const took = performance.now() - started;
  if (!answer.ok) throw new Error(`${answer.status} for ${path} ${JSON.stringify(query)}: ${text}`);
  return { took, part: JSON.parse(text) };
}

/** The cursor of a deep part; `null` where the list ends before. */
async function deep(address, headers, path, query) {
  let cursor;
  for (let walked = 0; walked < DEEP; walked += 1) {
    const { part } = await ask(address, headers, path, { ...query, limit: 100, ...(cursor && { cursor }) });
    if (!part.next_cursor) return null;
    cursor = part.next_cursor;
  }
  return cursor;
}

/** How long a part takes: each time that it was asked for, and the middle of them. */
async function measure(address, headers, path, query) {
  const times = [];
  for (let time = 0; time <= TIMES; time += 1) {
    const { took } = await ask(address, headers, path, { ...query, limit: ROWS });
    if (time > 0) times.push(took);
  }
  return { query, times, middle: times.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] };
}

const quantile = (times, part) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))];
const words = ({ cursor: _, ...query }) => Object.entries(query).map(([name, value]) => `${name}=${value}`).join(" ") || "all";

/** A line of the table; true where the bar is kept. */
function tell(name, measured) {
  if (measured.length === 0) return true;
  const times = measured.flatMap((one) => one.times);
  const worst = measured.toSorted((a, b) => b.middle - a.middle)[0];
  // Others may be at work: what is slow once is no slow list.
  const kept = measured.every((one) => one.middle <= BAR);
  const number = (time) => time.toFixed(0).padStart(6);
  console.log(
    `${kept ? "kept  " : "BROKEN"} ${name.padEnd(20)} ${String(measured.length).padStart(5)} ` +
      `${number(quantile(times, 0.5))} ${number(quantile(times, 0.95))} ${number(worst.middle)}   ${words(worst.query)}`,
  );
  for (const slow of measured.filter((one) => one.middle > BAR && one !== worst)) {
    console.log(`${" ".repeat(48)}${number(slow.middle)}   ${words(slow.query)}`);
  }
  return kept;
}

let started = performance.now();
fill();
console.log(`filled in ${seconds(started)} s`);
const { server, address } = await start(env);
let broken = false;
try {
  started = performance.now();
  await rested(server);
  console.log(`at rest after ${seconds(started)} s`);
  const headers = await signedIn(address);
  console.log(`\n${onPostgres ? "PostgreSQL" : "SQLite"}, the bar is ${BAR} ms; in milliseconds:`);
  console.log("       list                 mixes    p50    p95  worst   of the slowest mix");
  for (const list of LISTS.filter(({ name }) => only.length === 0 || only.includes(name))) {
    const [first, later] = [[], []];
    for (const query of mixes(list)) {
      first.push(await measure(address, headers, list.path, query));
      const cursor = await deep(address, headers, list.path, query);
      if (cursor) later.push(await measure(address, headers, list.path, { ...query, cursor }));
    }
    broken = !tell(list.name, first) || broken;
    broken = !tell(`${list.name}, deep`, later) || broken;
  }
} finally {
  server.kill("SIGTERM");
  await new Promise((resolve) => server.once("exit", resolve));
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = broken ? 1 : 0;
