// Places and marks without a browser: what waits is sent once, and the answer is worked in as docs/reading-sync.md says.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { build } from "esbuild";

globalThis.location = new URL("http://shop.test/en/read/7");
globalThis.document = { documentElement: { lang: "en", dataset: {} } };
globalThis.addEventListener = () => {};
// What is tried again later must not keep the tests waiting.
const start = globalThis.setTimeout;
globalThis.setTimeout = (act, ms) => (ms >= 1000 ? start(act, ms).unref() : start(act, ms));
let told = [];
globalThis.dispatchEvent = (event) => told.push([event.type, event.detail]);
Object.defineProperty(globalThis, "navigator", { value: { userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" }, configurable: true });
delete globalThis.BroadcastChannel;

async function load(path) {
  const { outputFiles } = await build({ entryPoints: [`assets/ts/sync/${path}`], bundle: true, format: "esm", write: false, logLevel: "error" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

const { Reading } = await load("reading.ts");
const { MemoryStore } = await load("store.ts");
const { compose } = await load("batch.ts");

const LEILA = { id: 1, csrf: "t" };
const locator = (progression) => ({ v: 1, version: "a", href: "one", type: "application/xhtml+xml", locations: { progression, totalProgression: progression } });
const mark = (number, note, at = "2026-11-26T10:00:00.000Z") => ({
  uuid: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
  book_id: 7, kind: "highlight", colour: "yellow", note, locator: locator(0.5), status: "placed", percent: 50, created_at: at, updated_at: at,
});
const toldOf = ({ uuid, book_id, note, kind, colour, locator: place, created_at, updated_at }) => ({ uuid, book_id, kind, colour, note, locator: place, status: "placed", percent: 50, created_at, updated_at, device: "d" });

/** A server that takes everything, or answers what it is told to. */
let sent;
let answers;
let answersAtAll;
beforeEach(() => {
  answersAtAll = true;
  sent = [];
  answers = [];
  told = [];
  delete document.documentElement.dataset.unreached;
  globalThis.fetch = async (_, { method, body }) => {
    if (!answersAtAll) throw new TypeError("network");
    if (method === "HEAD") return { ok: true };
    const batch = JSON.parse(body);
    sent.push(body);
    const scripted = answers.shift();
    if (scripted === "lost") throw new TypeError("network");
    const { status = 200, answer = taken(batch), headers = {} } = scripted ?? {};
    return { ok: status === 200, status, headers: new Headers(headers), json: async () => answer };
  };
});

function taken(batch, outcome = (item) => ({ outcome: "applied", state: item.deleted || !item.uuid ? undefined : toldOf(item) })) {
  const lists = Object.entries(batch).filter(([, items]) => Array.isArray(items));
  return { results: Object.fromEntries(lists.map(([name, items]) => [name, items.map(outcome)])), changes: { progress: [], annotations: [] }, cursor: "c1", more: false };
}

const open = (store = new MemoryStore(), account = LEILA) => Reading.open({ ...account }, store);
/** Until everything asked for so far is done. */
const settled = async (reading) => {
  for (;;) {
    const state = await reading.sync();
    if (state !== "sending") return state;
  }
};

test("of a mark that changes three times the last version is sent, and then nothing waits", async () => {
  const reading = await open();
  answers.push("lost");
  await reading.keepMark(mark(1, "a"));
  await reading.keepMark(mark(1, "b"));
  await reading.keepMark(mark(1, "c"));
  assert.equal(await reading.waiting(), 1);
  assert.equal(await settled(reading), "idle");
  assert.equal(await reading.waiting(), 0);
  assert.equal((await reading.marks(7))[0].note, "c");
});

test("after a lost answer the same bytes go again, and what changed meanwhile goes behind them", async () => {
  const reading = await open();
  answers.push("lost");
  await reading.keepMark(mark(1, "a"));
  assert.equal(await settled(reading), "idle");
  const first = sent[0];
  assert.equal(sent[1], first, "the very same bytes");
  await reading.keepMark(mark(1, "b"));
  await settled(reading);
  const last = JSON.parse(sent.findLast((body) => JSON.parse(body).annotations));
  assert.equal(last.annotations[0].note, "b");
  assert.notEqual(last.sent_at, JSON.parse(first).sent_at);
  assert.equal(last.since, "c1");
});

test("a mark that is changed while it is under way keeps what was typed", async () => {
  const reading = await open();
  const server = globalThis.fetch;
  let meanwhile = reading;
  globalThis.fetch = async (...args) => {
    if (meanwhile) {
      meanwhile = null;
      void reading.keepMark(mark(1, "typed meanwhile", "2026-11-26T10:00:05.000Z"));
      await new Promise((done) => setTimeout(done));
    }
    return server(...args);
  };
  await reading.keepMark(mark(1, "first"));
  await settled(reading);
  await settled(reading);
  assert.equal((await reading.marks(7))[0].note, "typed meanwhile");
  assert.equal(await reading.waiting(), 0);
});

test("what the server keeps counts over what was sent, and a mark that it refuses is as the server knows it", async () => {
  const reading = await open();
  answers.push({ answer: { ...taken({ annotations: [1] }), results: { annotations: [{ outcome: "kept", state: toldOf(mark(1, "later, elsewhere")) }] } } });
  await reading.keepMark(mark(1, "mine"));
  await settled(reading);
  assert.equal((await reading.marks(7))[0].note, "later, elsewhere");
  answers.push({ answer: taken({ annotations: [1] }, () => ({ outcome: "refused", code: "invalid", errors: [{ field: "note", code: "too_long", message: "Too long." }] })) });
  await reading.keepMark(mark(1, "too long"));
  await settled(reading);
  assert.equal((await reading.marks(7))[0].note, "later, elsewhere");
  const [refused] = told.find(([type]) => type === "warraq:refused")[1];
  assert.deepEqual([refused.code, refused.message], ["invalid", "Too long."]);
  assert.equal(await reading.waiting(), 0);
});

test("a kind that the server does not know waits until the page is opened anew", async () => {
  const store = new MemoryStore();
  const reading = await open(store);
  const unknown = { answer: taken({ ratings: [1] }, () => ({ outcome: "refused", code: "unknown_kind" })) };
  answers.push(unknown);
  await reading.put("ratings", "7", { book_id: 7, value: 4 });
  assert.equal(await settled(reading), "idle");
  assert.equal(await reading.waiting(), 1);
  assert.equal(sent.filter((body) => body.includes("ratings")).length, 1);
  const later = await open(store);
  await settled(later);
  assert.equal(await later.waiting(), 0);
});

test("what is to be taken later waits as long as it is told to", async () => {
  const reading = await open();
  answers.push({ answer: taken({ comments: [1] }, () => ({ outcome: "later", code: "too_many_requests", retry_after: 3600 })) });
  await reading.put("comments", "k", { client_key: "k", text: "…" });
  assert.equal(await settled(reading), "idle");
  assert.equal(await reading.waiting(), 1);
  assert.equal(sent.filter((body) => body.includes("comments")).length, 1);
  assert.equal(told.find(([type]) => type === "warraq:answered")[1][0].code, "too_many_requests");
});

test("nobody signed in stops it, an error of the server waits, a lost network keeps all", async () => {
  for (const [answer, state] of [[{ status: 401 }, "signed-out"], [{ status: 500 }, "failing"], [{ status: 503, headers: { "retry-after": "120" } }, "failing"], ["lost", "offline"]]) {
    const reading = await open();
    answers.push(answer, answer);
    await reading.keepMark(mark(1, "a"));
    assert.equal(await reading.sync(), state);
    assert.equal(await reading.waiting(), 1, state);
    assert.equal(told.findLast(([type]) => type === "warraq:outbox")[1].state, state);
    answers = [];
  }
});

test("a batch that is refused whole is halved until only what is wrong is dropped", async () => {
  const reading = await open();
  globalThis.fetch = async (_, { body }) => {
    const batch = JSON.parse(body);
    const bad = batch.annotations?.some(({ note }) => note === "bad");
    return bad ? { ok: false, status: 413, headers: new Headers(), json: async () => ({}) } : { ok: true, status: 200, headers: new Headers(), json: async () => taken(batch) };
  };
  for (let number = 1; number <= 5; number += 1) void reading.keepMark(mark(number, number === 3 ? "bad" : "good"));
  await new Promise((done) => setTimeout(done, 20));
  await settled(reading);
  assert.equal(await reading.waiting(), 0);
  assert.deepEqual((await reading.marks(7)).map(({ note }) => note), ["good", "good", "good", "good"]);
});

test("a cursor that is none begins from the beginning", async () => {
  const reading = await open();
  await settled(reading);
  answers.push({ status: 422, answer: { errors: [{ field: "since" }] } });
  await settled(reading);
  assert.equal(JSON.parse(sent.at(-2)).since, "c1");
  assert.equal(JSON.parse(sent.at(-1)).since, undefined);
});

test("changes of other devices are taken over, but not over a mark that waits", async () => {
  const reading = await open();
  answers.push("lost");
  await reading.keepMark(mark(1, "mine"));
  const changes = { progress: [], annotations: [toldOf(mark(1, "theirs")), toldOf(mark(2, "new")), { uuid: mark(9, "").uuid, book_id: 7, deleted: true, updated_at: "2026-11-26T10:00:00.000Z" }] };
  answers.push({ answer: { ...taken({}), results: {}, changes } });
  await settled(reading);
  const notes = (await reading.marks(7)).map(({ note }) => note);
  assert.deepEqual(notes.sort(), ["mine", "new"]);
});

test("what another account left is wiped, and its device with it", async () => {
  const store = new MemoryStore();
  const leila = await open(store);
  answers.push("lost", "lost");
  await leila.keepMark(mark(1, "hers"));
  await leila.keepPlace(7, { locator: locator(0.3), read_at: "2026-11-26T10:00:00.000Z" });
  const omar = await open(store, { id: 2, csrf: "o" });
  assert.equal(await omar.waiting(), 0);
  assert.deepEqual(await omar.marks(7), []);
  assert.notEqual(omar.device, leila.device);
  assert.equal(await leila.sync(), "signed-out", "her tab sends nothing into his account");
});

test("the places of a book wait as one thing, of each five minutes the last, and begin anew once said stays said", async () => {
  const reading = await open();
  answers.push("lost", "lost", "lost", "lost");
  const at = (time, progression, anew) => reading.keepPlace(7, { locator: locator(progression), read_at: `2026-11-26T10:${time}.000Z` }, anew);
  await at("00:10", 0.1, true);
  await at("01:10", 0.2);
  await at("06:10", 0.3);
  assert.equal(await reading.waiting(), 1);
  answers = [];
  await settled(reading);
  const { progress } = JSON.parse(sent.find((body) => body.includes("progress")));
  assert.deepEqual(progress.map((item) => [item.locator.locations.progression, item.anew ?? false]), [[0.2, true], [0.3, false]]);
  assert.equal((await reading.progress(7)).own.epub.locator.locations.progression, 0.3);
});

test("batches stay within what the server takes", () => {
  const waiting = Array.from({ length: 700 }, (_, at) => ({ list: "annotations", key: String(at), item: { note: "x".repeat(at < 350 ? 10 : 40_000) }, stamp: "s", at }));
  const about = { device: "d", since: null, now: new Date(0) };
  assert.equal(compose(waiting, about).entries.length, 300);
  assert.ok(compose(waiting.slice(350), about).body.length < 600_000);
  assert.equal(compose(waiting.slice(350, 351).map((entry) => ({ ...entry, item: { note: "x".repeat(900_000) } })), about).entries.length, 1, "one alone goes whatever its size");
});

const said = (key, text) => ({ client_key: key, book_id: 7, text, spoiler: false, updated_at: "2026-11-26T10:00:00.000Z" });

test("a comment that the shop will not take keeps its words, and is not sent again until they are others", async () => {
  const store = new MemoryStore();
  const reading = await open(store);
  const errors = [{ field: "parent_id", code: "unknown", message: "Gone." }];
  answers.push({ answer: { ...taken({}), results: { comments: [{ outcome: "refused", code: "invalid", errors }] } } });
  await reading.put("comments", "k", said("k", "Words"));
  assert.equal(await settled(reading), "idle");
  assert.equal(await reading.waiting(), 1);
  assert.deepEqual(told.find(([name]) => name === "warraq:refused")?.[1].map(({ code, message }) => [code, message]), [["invalid", "Gone."]]);
  const [kept] = await store.run((t) => t.all("outbox"));
  assert.deepEqual([kept.item.text, kept.why], ["Words", { code: "invalid", message: "Gone.", isRefused: true }]);
  const before = sent.length;
  await settled(await open(store));
  assert.ok(sent.slice(before).every((body) => !JSON.parse(body).comments), "it is of no use to send it again");
  await reading.put("comments", "k", said("k", "Others"));
  await settled(reading);
  assert.equal(await reading.waiting(), 0);
});

test("what waits while nobody answers can be taken out again, and what is on its way cannot", async () => {
  const reading = await open();
  answersAtAll = false;
  await reading.put("comments", "a", said("a", "On its way"));
  assert.equal(await reading.sync(), "offline");
  assert.equal(await reading.drop("comments", "a"), false, "it may have arrived");
  await reading.put("comments", "b", said("b", "Not yet"));
  await reading.sync();
  assert.equal(await reading.drop("comments", "b"), true);
  assert.equal(await reading.waiting(), 1);
});
