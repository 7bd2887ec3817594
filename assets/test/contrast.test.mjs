// Contrast of every pair of tokens that meets on a page, in every theme, read from tokens.css itself.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { formatHex, inGamut, parse, wcagContrast } from "culori";

const css = await readFile(new URL("../css/tokens.css", import.meta.url), "utf8");

/** Theme name → token → colour. */
function themes() {
  const found = {};
  for (const [, name, block] of css.matchAll(/\[data-theme="([a-z]+)"\]\s*\{([^}]*)\}/g)) {
    const colours = [...block.matchAll(/--([a-z0-9-]+):\s*(oklch\([^)]*\))\s*;/g)];
    found[name] = Object.fromEntries(colours.map(([, token, colour]) => [token, colour]));
  }
  return found;
}

// WCAG 2.2: 7 for reading text, 4.5 for other text, 3 for what is drawn.
const PAIRS = [
  [7, ["ink"], ["bg", "surface", "sunken"]],
  [7, ["on-smaq"], ["smaq"]],
  [4.5, ["ink-2", "ink-3", "lapis"], ["bg", "surface", "sunken"]],
  [4.5, ["rubric", "verdigris", "danger"], ["bg", "surface"]],
  [4.5, ["on-lapis"], ["lapis"]],
  [4.5, ["danger", "ink"], ["danger-bg"]],
  [4.5, ["warn", "ink"], ["warn-bg"]],
  [4.5, ["verdigris", "ink"], ["ok-bg"]],
  [4.5, ["lapis", "ink"], ["info-bg"]],
  [3, ["control", "saffron", "rubric"], ["bg", "surface", "sunken"]],
  [3, ["smaq"], ["bg"]],
];

for (const [theme, colours] of Object.entries(themes())) {
  test(`text and controls stand out in the ${theme} theme`, () => {
    for (const [least, inks, grounds] of PAIRS) {
      for (const ink of inks) {
        for (const ground of grounds) {
          const ratio = wcagContrast(colours[ink], colours[ground]);
          assert.ok(ratio >= least, `${ink} on ${ground}: ${ratio.toFixed(2)} of ${least}`);
        }
      }
    }
  });

  test(`every colour of the ${theme} theme can be shown`, () => {
    const shows = inGamut("rgb");
    for (const [token, colour] of Object.entries(colours)) assert.ok(shows(parse(colour)), token);
  });
}

test("there are the four themes of the design", () => {
  assert.deepEqual(Object.keys(themes()).sort(), ["black", "dark", "light", "sepia"]);
});

test("the colours that pages give to the browser's own bars are those of the tokens", async () => {
  const head = await readFile(new URL("../../crates/ui/src/head.rs", import.meta.url), "utf8");
  const { light, dark } = themes();
  for (const colour of [light.bg, dark.bg, light.smaq, dark.smaq]) {
    assert.ok(head.includes(formatHex(colour)), `head.rs lacks ${formatHex(colour)}`);
  }
});
