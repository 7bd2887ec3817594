// The list of what was ordered, section 4 of the design: each of its rows has a test whose name begins with its number.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../lib/shop.mjs";

const ROWS = [...Array.from({ length: 29 }, (_, at) => String(at + 1)), "+"];

test("every row of the design has a test of its number", async () => {
  const folder = join(ROOT, "e2e/specs");
  const named = new Set();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".test.mjs"))) {
    const text = await readFile(join(folder, file), "utf8");
    for (const [, numbers] of text.matchAll(/^\s*test\(\s*["'`]((?:\[(?:\d+|\+)\])+)/gm)) {
      for (const [, number] of numbers.matchAll(/\[(\d+|\+)\]/g)) named.add(number);
    }
  }
  assert.deepEqual(ROWS.filter((row) => !named.has(row)), []);
  assert.deepEqual([...named].filter((number) => !ROWS.includes(number)), [], "a number that the design has not");
});
