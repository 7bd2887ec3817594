// Measures the rows, one browser for each who looks at them, and tells the table.
import { availableParallelism, loadavg } from "node:os";
import { become } from "../lib/screens.mjs";
import { firstText, launch, measure } from "./measure.mjs";
import { pathOf, rowsNamed } from "./rows.mjs";
import { shortOf, table } from "./table.mjs";

/** The rows whose names have one of `words`, each measured `runs` times: `{ name, bars, figures, wrong }`. */
export async function auditRows({ words, runs }) {
  const rows = rowsNamed(words);
  if (rows.length === 0) throw new Error(`no row is named ${words.join(" or ")}`);
  const measured = [];
  for (const face of new Set(rows.map((row) => row.face))) {
    const browser = await launch();
    try {
      await become(browser.page, face, "fr");
      for (const row of rows.filter((one) => one.face === face)) measured.push(await auditRow(browser, row, runs));
    } finally {
      await browser.close();
    }
  }
  return measured;
}

async function auditRow(browser, row, runs) {
  await row.before?.(browser.page);
  const path = await pathOf(row, browser.page);
  // The server's first time is not the reader's.
  await browser.page.goto(path);
  await browser.page.goto("about:blank");
  const all = [];
  for (let run = 0; run < runs; run += 1) {
    const { figures, wrong, line } = await measure(browser, path);
    const text = row.isReader ? await firstText(browser, path, line) : {};
    all.push({ figures: { ...figures, ...text }, wrong });
  }
  console.log(`# ${row.name}: ${path}`);
  const figures = Object.fromEntries(Object.keys(all[0].figures).map((id) => [id, median(all.map((one) => one.figures[id]))]));
  return { ...row, figures, wrong: all.flatMap((one) => one.wrong) };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The load that a measurement is by itself, with room: above it other work is measured too. */
const isBusy = () => loadavg()[0] > 2 * availableParallelism();

/** Prints the table and what is wrong; answers whether every row is what it has to be. */
export function tell(rows) {
  for (const line of table(rows)) console.log(line);
  const short = rows.map((row) => ({ ...row, short: shortOf(row) })).filter((row) => row.short.length > 0);
  for (const { name, short: figures, wrong } of short) {
    console.log(`✗ ${name}: ${figures.join(", ")}`);
    const told = wrong.filter(({ category }) => figures.includes(category)).map((one) => one.told);
    for (const one of new Set(told)) console.log(`    ${one}`);
  }
  if (isBusy()) console.log("# this machine does other work too: believe the weights, CLS and the other scores, but Perf, LCP and TBT only where they hold");
  return short.length === 0;
}
