// How the search keeps its pace as the shop grows: the same queries at 10,000 and at 100,000 titles. See README.md.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rested } from "./rested.mjs";
import { environment, program, start } from "./server.mjs";
import { book, chance, writeList } from "./titles.mjs";

const SIZES = process.argv.slice(2).map(Number).filter(Boolean);
const QUERIES = 1_000;

/** A text with one typing error that is not in its first letter. */
function mistyped(text, pick) {
  const place = 1 + pick(text.length - 1);
  const letter = "abcdefghijklmnopqrstuvwxyz"[pick(26)];
  const [before, after] = [text.slice(0, place), text.slice(place)];
  return [before + letter + after, before + after.slice(1), before + letter + after.slice(1)][pick(3)];
}

/** What people type: titles, titles with errors, an author and a word, one word that many titles have. */
function queries(size) {
  const pick = chance(7);
  return Array.from({ length: QUERIES }, (_, number) => {
    const { title, author } = book(pick(size));
    const word = title.split(" ")[1 + pick(2)];
    return [title, mistyped(title, pick), `${mistyped(author, pick)} ${word}`, word, title.slice(0, 12)][number % 5];
  });
}

const percentile = (times, share) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

async function times(address, path, list) {
  const taken = [];
  for (const text of list) {
    const started = performance.now();
    const answer = await fetch(`${address}${path}?q=${encodeURIComponent(text)}`);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${answer.status} for ${text}`);
    taken.push(performance.now() - started);
  }
  return taken;
}

/** Until the index is there: only then is anything counted. */
async function ready(address) {
  const started = performance.now();
  for (;;) {
    const answer = await (await fetch(`${address}/api/v1/search?q=winter&limit=1`)).json();
    if (answer.total > 0) return (performance.now() - started) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function stopped(server) {
  server.kill("SIGTERM");
  await new Promise((resolve) => server.once("exit", resolve));
}

async function measure(size) {
  const folder = mkdtempSync(join(tmpdir(), "warraq-bench-"));
  const env = environment(folder);
  try {
    const list = join(folder, "list.csv");
    await writeList(list, size);
    execFileSync(program, ["import", "--price", "900", list], { env, stdio: "ignore" });
    // The index is made once beside all that an import leaves to be done, and once, to be timed, alone.
    const first = await start(env);
    const beside = await ready(first.address);
    await rested(first.server);
    await stopped(first.server);
    rmSync(join(folder, "search"), { recursive: true });
    const { server, address } = await start(env);
    const made = await ready(address);
    await rested(server);
    const asked = queries(size);
    await times(address, "/api/v1/search", asked.slice(0, 100));
    const search = await times(address, "/api/v1/search", asked);
    const suggestions = await times(address, "/api/v1/search/suggestions", asked.map((text) => text.slice(0, 10)));
    const memory = readFileSync(`/proc/${server.pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1] / 1024;
    const home = await times(address, "/en/", Array(200).fill(""));
    await stopped(server);
    return { size, beside: size / beside, rate: size / made, home: percentile(home, 0.99), search: percentile(search, 0.99), half: percentile(search, 0.5), suggestions: percentile(suggestions, 0.99), memory };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const found = [];
for (const size of SIZES.length > 0 ? SIZES : [10_000, 100_000]) {
  const one = await measure(size);
  found.push(one);
  console.log(
    `${size} titles: index made at ${Math.round(one.rate)} titles/s (${Math.round(one.beside)} beside an import's other work) · search ${one.half.toFixed(1)} ms, ` +
      `p99 ${one.search.toFixed(1)} ms · suggestions p99 ${one.suggestions.toFixed(1)} ms · home p99 ${one.home.toFixed(1)} ms · ${Math.round(one.memory)} MB`,
  );
}
const [small, large] = [found[0], found.at(-1)];
const bars = [
  ["search p99 under 20 ms", large.search < 20],
  ["search p99 at most twice as long", large.search <= 2 * small.search],
  ["suggestions p99 under 10 ms", large.suggestions < 10],
  ["home page p99 under 5 ms at both sizes", Math.max(small.home, large.home) < 5],
  ["index made at over 10,000 titles/s", large.rate > 10_000],
  ["server under 300 MB", large.memory < 300],
];
for (const [bar, kept] of bars) console.log(`${kept ? "kept  " : "BROKEN"} ${bar}`);
process.exitCode = bars.every(([, kept]) => kept) ? 0 : 1;
