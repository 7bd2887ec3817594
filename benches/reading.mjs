// Reading under load: words looked for in a book of two million words, and places that are kept. See README.md.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { longBook } from "../e2e/lib/epub.mjs";
import { Connections, openLoop, percentile, request, steady } from "./openloop.mjs";
import { rested } from "./rested.mjs";
import { environment, program, start } from "./server.mjs";

const isShort = process.argv.includes("--short");
const onPostgres = process.argv.includes("--postgres");
const [PEOPLE, ROUNDS, SECONDS] = [20, 3, isShort ? 2 : 8];
/** Chapters of 2,900 words: two million words; and chapters of a book whose manifest is long. */
const [LONG, MANY] = isShort ? [40, 100] : [700, 2_000];
/** Searches a second, places a second. */
const [SEARCHES, PLACES] = isShort ? [2, 10] : [5, 100];
const PASSWORD = "encre et papier 42";
const JSON_BODY = { "content-type": "application/json" };
/** A word of every paragraph, words that follow one another, the beginning of one, and one that is nowhere. */
const QUERIES = ["harbour", "old man who sold paper", "shut", "lighthouse"];

const folder = mkdtempSync(join(tmpdir(), "warraq-bench-"));
const env = environment(folder);
if (onPostgres) env.WARRAQ_DATABASE_URL = process.env.WARRAQ_TEST_POSTGRES_URL;

async function ask(address, path, { token, method = "GET", body } = {}) {
  const headers = { ...JSON_BODY, ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${address}${path}`, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${answer.status} for ${path}: ${await answer.text()}`);
  return answer.status === 204 ? null : answer.json();
}

function fill() {
  for (const [chapters, title] of [[LONG, "Two Million Words"], [MANY, "Many Chapters"], [3, "Three Chapters"]]) {
    const file = join(folder, `${chapters}.epub`);
    writeFileSync(file, longBook(chapters, title));
    execFileSync(program, ["import", "--free", file], { env, stdio: "ignore" });
  }
}

async function people(address) {
  const tokens = [];
  for (let number = 0; number < PEOPLE; number += 1) {
    const who = ["--email", `r${number}@exemple.dz`, "--username", `reader${number}`, "--role", "reader"];
    execFileSync(program, ["user", "create", ...who, "--password-stdin"], { env, input: PASSWORD, stdio: ["pipe", "ignore", "inherit"] });
    const body = { login: `reader${number}`, password: PASSWORD };
    tokens.push((await ask(address, "/api/v1/auth/sign-in", { method: "POST", body })).access_token);
  }
  return tokens;
}

let broken = false;
function tell(name, kept, text) {
  broken ||= !kept;
  console.log(`${kept ? "kept  " : "BROKEN"} ${name.padEnd(40)} ${text}`);
}
const ms = (answers, share = 0.99) => `${percentile(answers, share).toFixed(1)} ms`;

/** The round with the median 99th percentile, each beside the constant route asked as often in the same seconds. */
async function beside(connections, rate, make) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const mixed = steady(2 * rate, SECONDS, (number) => (number % 2 ? make((number - 1) / 2, round) : request("GET", "/healthz")));
    const answers = await openLoop(connections, mixed);
    const wrong = answers.find(({ status }) => status !== 200);
    if (wrong) throw new Error(`${wrong.status}: ${wrong.body}`);
    const [constant, own] = [0, 1].map((rest) => answers.filter((_, number) => number % 2 === rest));
    rounds.push({ own, constant });
  }
  return rounds.toSorted((a, b) => percentile(a.own, 0.99) - percentile(b.own, 0.99))[Math.floor(ROUNDS / 2)];
}

async function searches(connections, book) {
  for (const query of QUERIES) {
    const path = `/api/v1/books/${book}/search?q=${encodeURIComponent(query)}`;
    const { own, constant } = await beside(connections, SEARCHES, () => request("GET", path));
    const text = `${ms(own)} (bar: 100 ms), half in ${ms(own, 0.5)}; /healthz ${ms(constant)}`;
    tell(`search for “${query}”, p99`, percentile(own, 0.99) < 100, text);
  }
}

/** Places of many readers who turn pages, each later than the one before. */
async function places(address, connections, tokens, book) {
  const { version, sections } = await ask(address, `/api/v1/books/${book.id}/manifest`, { token: tokens[0] });
  const begun = Date.now();
  const put = (number, round) => {
    const turn = round * PLACES * SECONDS + number;
    const { href, type } = sections[turn % sections.length];
    const locator = { v: 1, version, href, type, locations: { progression: (turn % 97) / 97 } };
    const body = JSON.stringify({ locator, device: "bench", read_at: new Date(begun - 3_600_000 + turn).toISOString() });
    return request("PUT", `/api/v1/books/${book.id}/progress`, { ...JSON_BODY, authorization: `Bearer ${tokens[turn % PEOPLE]}` }, body);
  };
  return beside(connections, PLACES, put);
}

async function main(address, server) {
  const tokens = await people(address);
  const { items } = await ask(address, "/api/v1/books");
  const named = (title) => items.find((book) => book.title === title);
  await rested(server);
  console.log(`database ${onPostgres ? "PostgreSQL" : "SQLite"}`);
  const connections = await Connections.to(address);
  await searches(connections, named("Two Million Words").id);
  const short = await places(address, connections, tokens, named("Three Chapters"));
  const long = await places(address, connections, tokens, named("Many Chapters"));
  const share = percentile(long.own, 0.5) / percentile(short.own, 0.5);
  const text = `${ms(short.own)}, half in ${ms(short.own, 0.5)}; /healthz ${ms(short.constant)}`;
  tell(`${PLACES} places a second, p99`, percentile(short.own, 0.99) < 40, `${text} (bar: 40 ms)`);
  tell(`of a book of ${MANY} chapters, half`, share < 1.5, `${ms(long.own, 0.5)}, ${share.toFixed(1)} times that of three (bar: 1.5)`);
  connections.close();
}

fill();
const { server, address } = await start(env);
try {
  execFileSync("taskset", ["-acp", "1", String(process.pid)], { stdio: "ignore" });
  await main(address, server);
} finally {
  server.kill("SIGTERM");
  await new Promise((resolve) => server.once("exit", resolve));
  rmSync(folder, { recursive: true, force: true });
}
process.exit(broken && !isShort ? 1 : 0);
