// Whether a long talk opens as fast as a short one: 5,000 comments beside 50, and 5,000 replies beside 50. See README.md.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rested } from "./rested.mjs";
import { environment, program, start } from "./server.mjs";

const onPostgres = process.argv.includes("--postgres");
const [SHORT, LONG] = [50, 5_000];
const PEOPLE = 8;
const PASSWORD = "encre et papier 42";
const ROUNDS = 400;

const folder = mkdtempSync(join(tmpdir(), "warraq-bench-"));
const env = environment(folder);
if (onPostgres) env.WARRAQ_DATABASE_URL = process.env.WARRAQ_TEST_POSTGRES_URL;

/** Asks for something as JSON. */
async function ask(address, path, { token, method = "GET", body } = {}) {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${address}/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${answer.status} for ${path}: ${await answer.text()}`);
  return answer.status === 204 ? null : answer.json();
}

async function people(address) {
  const tokens = [];
  for (let number = 0; number < PEOPLE; number += 1) {
    const who = ["--email", `r${number}@exemple.dz`, "--username", `reader${number}`, "--role", "reader"];
    execFileSync(program, ["user", "create", ...who, "--password-stdin"], { env, input: PASSWORD, stdio: ["pipe", "ignore", "inherit"] });
    const signed = await ask(address, "/auth/sign-in", { method: "POST", body: { login: `reader${number}`, password: PASSWORD } });
    tokens.push(signed.access_token);
  }
  return tokens;
}

const WORDS = "Un livre qui reste longtemps après la dernière page, avec ||une fin|| que personne n’attend.\n\nÀ lire lentement. ";

/** Says so many things at a place, several readers at once, some of which are liked. */
async function say(address, tokens, count, place) {
  let next = 0;
  const one = async (token, other) => {
    for (let number = next++; number < count; number = next++) {
      const body = { text: `${WORDS}${place.name} ${number}`, parent_id: place.parent ?? null };
      const { id } = await ask(address, `/books/${place.book}/comments`, { token, method: "POST", body });
      if (number % 3 === 0) await ask(address, `/comments/${id}/like`, { token: other, method: "PUT" });
    }
  };
  await Promise.all(tokens.map((token, at) => one(token, tokens[(at + 1) % tokens.length])));
}

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

/** The median time of two addresses asked in turns, in milliseconds: whatever else the machine does falls on both. */
async function beside(address, short, long, token) {
  const times = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, path] of [short, long].entries()) {
      const started = performance.now();
      const answer = await fetch(`${address}${path}`, { headers: token ? { authorization: `Bearer ${token}` } : {} });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${answer.status} for ${path}: ${text}`);
      if (path.includes("/comments?") && JSON.parse(text).items.length !== 20) throw new Error(`a short list: ${path}`);
      // The first ones warm up.
      if (round >= ROUNDS / 8) times[at].push(performance.now() - started);
    }
  }
  return times.map(median);
}

async function filled(address) {
  const tokens = await people(address);
  const { items } = await ask(address, "/books");
  const [short, long] = items.map((book) => book.id).toSorted((a, b) => a - b);
  const place = (book, name) => ({ book, name });
  await say(address, tokens, SHORT, place(short, "short"));
  await say(address, tokens, LONG, place(long, "long"));
  const threads = [];
  for (const [book, count] of [[short, SHORT], [long, LONG]]) {
    const body = { text: `${WORDS} thread of ${count}` };
    const { id } = await ask(address, `/books/${book}/comments`, { token: tokens[0], method: "POST", body });
    await say(address, tokens, count, { book, parent: id, name: `reply to ${count}` });
    threads.push(id);
  }
  return { tokens, short, long, threads };
}

let broken = false;
const { server, address } = await (async () => {
  const list = join(folder, "list.csv");
  writeFileSync(list, "title,author,language,genres\nZinc,Lina Haddad,fr,Novels\nPlomb,Lina Haddad,fr,Novels\n");
  execFileSync(program, ["import", "--price", "900", list], { env, stdio: "ignore" });
  return start(env);
})();
try {
  const { tokens, short, long, threads } = await filled(address);
  await rested(server);
  console.log(`database           ${onPostgres ? "PostgreSQL" : "SQLite"}`);
  const [own] = tokens;
  const measured = [
    ["comments, the latest first", `/api/v1/books/${short}/comments?sort=new`, `/api/v1/books/${long}/comments?sort=new`],
    ["comments, the most liked first", `/api/v1/books/${short}/comments?sort=top`, `/api/v1/books/${long}/comments?sort=top`],
    ["the same for somebody signed in", `/api/v1/books/${short}/comments?sort=top`, `/api/v1/books/${long}/comments?sort=top`, own],
    ["replies of one thread", `/api/v1/comments/${threads[0]}/replies`, `/api/v1/comments/${threads[1]}/replies`],
    ["one comment by its address", `/api/v1/comments/${threads[0]}`, `/api/v1/comments/${threads[1]}`],
    ["the book’s page", `/fr/book/${short}-zinc`, `/fr/book/${long}-plomb`],
  ];
  for (const [name, few, many, token] of measured) {
    const [fast, slow] = await beside(address, few, many, token);
    const kept = slow <= 2 * fast;
    broken ||= !kept;
    console.log(`${kept ? "kept  " : "BROKEN"} ${name.padEnd(34)} ${fast.toFixed(2)} ms of ${SHORT} · ${slow.toFixed(2)} ms of ${LONG} · ${(slow / fast).toFixed(2)} times`);
  }
} finally {
  server.kill("SIGTERM");
  await new Promise((resolve) => server.once("exit", resolve));
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = broken ? 1 : 0;
