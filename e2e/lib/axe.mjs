// axe-core with the rules of DESIGN.md, section 3.2.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./shop.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let source;

/** No violation on the page as it stands. What is inside a reader's frames or on a PDF's pages is the book's own. */
export async function assertAccessible(page, where) {
  source ??= await readFile(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");
  await page.evaluate(source);
  const violations = await page.evaluate(async (tags) => {
    const options = { runOnly: tags, rules: { "target-size": { enabled: true } }, iframes: false, resultTypes: ["violations"] };
    const { violations: found } = await window.axe.run({ exclude: [".pdfViewer"] }, options);
    return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(" | ")}`);
  }, TAGS);
  assert.deepEqual(violations, [], where);
}
