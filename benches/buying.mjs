// Buying under load: signed events, orders, and a flood of forged events beside readers of a book's page. See README.md.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { longBook } from "../e2e/lib/epub.mjs";
import { Connections, openLoop, percentile, request, steady } from "./openloop.mjs";
import { rested } from "./rested.mjs";
import { environment, program, start } from "./server.mjs";

const onPostgres = process.argv.includes("--postgres");
const [PEOPLE, BOOKS] = [40, 60];
const PASSWORD = "encre et papier 42";
const KEY = "test_sk_stand_in_of_this_machine";
const ROUNDS = 3;
/** Orders a second, events a second, pages a second, forged events a second; and for how many seconds. */
const [ORDERS, EVENTS, PAGES, FORGED, SECONDS] = [40, 500, 100, 5_000, 8];
const JSON_BODY = { "content-type": "application/json" };

const folder = mkdtempSync(join(tmpdir(), "warraq-bench-"));
const env = environment(folder);
if (onPostgres) env.WARRAQ_DATABASE_URL = process.env.WARRAQ_TEST_POSTGRES_URL;

/** The gateway's stand-in, beside what measures. */
async function gateway() {
  const double = join(dirname(program), "chargily-double");
  const child = spawn("taskset", ["-c", "1", double, "--test-key", KEY], { stdio: ["ignore", "pipe", "inherit"] });
  const line = await new Promise((told) => child.stdout.once("data", (data) => told(String(data))));
  return { child, address: line.match(/listening on (http:\S+)/)[1] };
}

/** Asks for something as JSON. */
async function ask(address, path, { token, method = "GET", body } = {}) {
  const headers = { ...JSON_BODY, ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${address}${path}`, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${answer.status} for ${path}: ${await answer.text()}`);
  return answer.status === 204 ? null : answer.json();
}

function fill() {
  for (const [kind, policy] of [["Paid", ["--price", "900"]], ["Free", ["--free"]]]) {
    const place = join(folder, kind);
    mkdirSync(place);
    for (let number = 0; number < BOOKS; number += 1) {
      writeFileSync(join(place, `${number}.epub`), longBook(1, `${kind} Book ${number}`));
    }
    execFileSync(program, ["import", ...policy, place], { env, stdio: "ignore" });
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

const put = (token, book) => request("PUT", `/api/v1/cart/items/${book}`, { authorization: `Bearer ${token}` });
const order = (token) => request("POST", "/api/v1/orders", { ...JSON_BODY, authorization: `Bearer ${token}` }, "{}");

/** Orders of one book each: a reader fills the cart half a second before. Answers those of the orders. */
async function place(connections, tokens, books, seconds, first = 0) {
  const orders = steady(ORDERS, seconds, (number) => order(tokens[number % PEOPLE]));
  const fillings = steady(ORDERS, seconds, (number) => put(tokens[number % PEOPLE], books[first + Math.floor(number / PEOPLE)]));
  const plan = [...fillings, ...orders.map(({ at, bytes }) => ({ at: at + 500, bytes, counts: true }))];
  plan.sort((a, b) => a.at - b.at);
  const answers = await openLoop(connections, plan);
  const placed = answers.filter((_, number) => plan[number].counts);
  const wrong = answers.find(({ status }) => status !== 200 && status !== 201);
  if (wrong) throw new Error(`${wrong.status}: ${wrong.body}`);
  return placed;
}

/** Has every payment paid, and answers the events as they are signed, which the stand-in itself does not send. */
async function paidEvents(double) {
  const knobs = await ask(double, "/double/knobs");
  const deliveries = [{ how: "drop", often: { skip: 0, times: null } }];
  await ask(double, "/double/knobs", { method: "PUT", body: { ...knobs, deliveries } });
  const checkouts = await ask(double, "/double/checkouts");
  // Those that were only asked for to see how long that takes belong to no order.
  for (const { id } of checkouts.filter(({ metadata }) => metadata)) await ask(double, `/double/checkouts/${id}/pay`, { method: "POST" });
  const sent = await ask(double, "/double/deliveries");
  return sent.map(({ body, signature }) => request("POST", "/webhooks/chargily/test", { ...JSON_BODY, signature }, body));
}

/** How many orders of all readers stand so. */
async function standing(address, tokens, status) {
  let count = 0;
  for (const token of tokens) {
    for (let cursor = ""; cursor !== null; ) {
      const list = await ask(address, `/api/v1/orders?status=${status}&limit=100${cursor}`, { token });
      count += list.items.length;
      cursor = list.next_cursor ? `&cursor=${list.next_cursor}` : null;
    }
  }
  return count;
}

let broken = false;
function tell(name, kept, text) {
  broken ||= !kept;
  console.log(`${kept ? "kept  " : "BROKEN"} ${name.padEnd(36)} ${text}`);
}
const ms = (answers, share = 0.99) => `${percentile(answers, share).toFixed(1)} ms`;

async function orders(connections, tokens, { free, paid }, double) {
  const healthz = () => openLoop(connections, steady(ORDERS, 4, () => request("GET", "/healthz")));
  const beside = await healthz();
  const forFree = await place(connections, tokens, free, 10);
  tell("order of what is free, p99", percentile(forFree, 0.99) < 40, `${ms(forFree)} (bar: 40 ms), half in ${ms(forFree, 0.5)}; /healthz ${ms(beside)}`);
  const forMoney = await place(connections, tokens, paid, 16);
  const asked = await openLoop(double, steady(ORDERS, 4, () => create()));
  if (asked.some(({ status }) => status !== 200)) throw new Error(asked[0].body);
  const text = `${ms(forMoney)} with the gateway (bar: 40 ms without), half in ${ms(forMoney, 0.5)}; the gateway alone ${ms(asked)}`;
  tell("order that is to be paid, p99", percentile(forMoney, 0.99) < 40, text);
}

/** What the shop asks of the gateway for an order. */
const create = () =>
  request("POST", "/test/api/v2/checkouts", { ...JSON_BODY, accept: "application/json", authorization: `Bearer ${KEY}` },
    JSON.stringify({ amount: 900, currency: "dzd", success_url: "http://127.0.0.1/", locale: "fr" }));

async function events(address, connections, tokens, double) {
  const signed = await paidEvents(double);
  const before = await standing(address, tokens, "completed");
  // Every event comes twice, the second time 25 events later.
  const all = signed.flatMap((event, number) => [event, signed[Math.max(0, number - 25)]]);
  const seconds = Math.floor(all.length / EVENTS);
  const beside = await openLoop(connections, steady(EVENTS, 4, () => request("GET", "/healthz")));
  const started = performance.now();
  const answers = await openLoop(connections, steady(EVENTS, seconds, (number) => all[number]));
  const wrong = answers.find(({ status }) => status !== 200);
  if (wrong) throw new Error(`${wrong.status}: ${wrong.body}`);
  const text = `${ms(answers)} (bar: 25 ms), half in ${ms(answers, 0.5)}, ${seconds * EVENTS} in ${seconds} s; /healthz as often ${ms(beside)}`;
  tell(`${EVENTS} signed events a second, p99`, percentile(answers, 0.99) < 25, text);
  const told = new Set(all.slice(0, seconds * EVENTS)).size;
  while ((await standing(address, tokens, "completed")) < before + told) {
    if (performance.now() - started > 180_000) throw new Error("not all orders were delivered");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  console.log(`       ${told} paid orders were delivered ${((performance.now() - started) / 1_000).toFixed(0)} s after the first event`);
}

async function flood(address, connections, page) {
  const rounds = [];
  const mixed = steady(2 * PAGES, SECONDS, (number) => request("GET", number % 2 ? page : "/healthz"));
  const both = async () => {
    const answers = await openLoop(connections, mixed);
    return [1, 0].map((rest) => answers.filter((_, number) => number % 2 === rest));
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const [quietPage, quietConstant] = await both();
    const args = ["-c", "1", process.execPath, fileURLToPath(new URL("flood.mjs", import.meta.url)), address, FORGED, SECONDS + 2];
    const child = spawn("taskset", args.map(String), { stdio: ["ignore", "pipe", "inherit"] });
    const told = new Promise((resolve) => child.stdout.once("data", (data) => resolve(JSON.parse(data))));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const [floodedPage, floodedConstant] = await both();
    const { sent, refused } = await told;
    const rate = refused / (SECONDS + 2);
    rounds.push({ quietPage, quietConstant, floodedPage, floodedConstant, sent, rate, share: percentile(floodedPage, 0.99) / percentile(quietPage, 0.99) });
  }
  const one = rounds.toSorted((a, b) => a.share - b.share)[Math.floor(ROUNDS / 2)];
  if (one.rate < 0.95 * FORGED) tell("forged events refused a second", false, `${one.rate.toFixed(0)} of ${FORGED}`);
  const text = `${one.share.toFixed(1)} times (bar: 3): ${ms(one.quietPage)} quiet, ${ms(one.floodedPage)} under ${one.rate.toFixed(0)} forged events a second; /healthz ${ms(one.quietConstant)} and ${ms(one.floodedConstant)}`;
  tell("a book’s page in the flood, p99", one.share < 3, text);
}

fill();
const double = await gateway();
Object.assign(env, { WARRAQ_CHARGILY_MODE: "test", WARRAQ_CHARGILY_SECRET_KEY: KEY, WARRAQ_CHARGILY_BASE_URL: `${double.address}/test/api/v2` });
const { server, address } = await start(env);
try {
  // What measures, the stand-in and the flood share the other core.
  execFileSync("taskset", ["-acp", "1", String(process.pid)], { stdio: "ignore" });
  const tokens = await people(address);
  const { items } = await ask(address, "/api/v1/books?limit=100");
  const more = await ask(address, `/api/v1/books?limit=100&cursor=${(await ask(address, "/api/v1/books?limit=100")).next_cursor}`);
  const all = [...items, ...more.items].toSorted((a, b) => a.id - b.id);
  const ids = (word) => all.filter(({ title }) => title.startsWith(word)).map(({ id }) => id);
  const books = { free: ids("Free"), paid: ids("Paid") };
  await rested(server);
  console.log(`database ${onPostgres ? "PostgreSQL" : "SQLite"}`);
  const connections = await Connections.to(address);
  const [book] = all;
  await openLoop(connections, steady(PAGES, 2, () => request("GET", `/fr/book/${book.id}-${book.slug}`))); // warms up
  await orders(connections, tokens, books, await Connections.to(double.address, 16));
  await place(connections, tokens, books.paid, 20, 20);
  await events(address, connections, tokens, double.address);
  await rested(server);
  await flood(address, connections, `/fr/book/${book.id}-${book.slug}`);
  connections.close();
} finally {
  server.kill("SIGTERM");
  await new Promise((resolve) => server.once("exit", resolve));
  double.child.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
}
process.exit(broken ? 1 : 0);
