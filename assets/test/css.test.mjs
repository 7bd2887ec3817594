// House rules of the style sheets that a machine can check.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

const ROOT = new URL("../", import.meta.url).pathname;

async function files(folder, extension) {
  const found = await readdir(join(ROOT, folder), { recursive: true });
  return found.filter((name) => name.endsWith(extension)).map((name) => join(folder, name));
}

const read = (file) => readFile(join(ROOT, file), "utf8");
const withoutComments = (css) => css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ""));

// Whatever names a side of the screen instead of a side of the text, or rounds one physical corner.
const PHYSICAL =
  /(^|[;{\s])((margin|padding|border|scroll-margin|scroll-padding)-(left|right|top|bottom)(-[a-z]+)?|left|right|top|bottom|border-(top|bottom)-(left|right)-radius)\s*:|(text-align|float|clear)\s*:\s*(left|right)\b/;

test("style sheets name sides of the text, never of the screen", async () => {
  const faults = [];
  for (const file of await files("css", ".css")) {
    const lines = withoutComments(await read(file)).split("\n");
    lines.forEach((line, at) => PHYSICAL.test(line) && faults.push(`${file}:${at + 1}: ${line.trim()}`));
  }
  assert.deepEqual(faults, []);
});

test("every style sheet opens by saying what it is for", async () => {
  for (const file of await files("css", ".css")) {
    assert.match(await read(file), /^\/\*/, `${file} has no opening comment`);
  }
});

test("every component and page is part of a bundle", async () => {
  const bundles = `${await read("css/app.css")}${await read("css/own.css")}${await read("css/reader.css").catch(() => "")}`;
  for (const file of [...(await files("css/components", ".css")), ...(await files("css/pages", ".css"))]) {
    assert.ok(bundles.includes(file.replace(/^css\//, "")), `nothing imports ${file}`);
  }
});

test("an island is short enough to be read at a glance", async () => {
  for (const file of await files("ts/elements", ".ts")) {
    assert.ok((await read(file)).split("\n").length <= 80, `${file} is longer than 80 lines`);
  }
});

test("no rule shouts, but the one that keeps hidden things hidden", async () => {
  for (const file of await files("css", ".css")) {
    if (file === "css/reset.css") continue;
    const css = withoutComments(await read(file)).replaceAll("[hidden] { display: none !important; }", "");
    assert.doesNotMatch(css, /!important/, file);
  }
});
