// The table: a line for each page, each figure beside its bar, a mark at what falls short.
import { FIGURES, holds } from "./bars.mjs";

const MARK = "✗";

/** `98 ≥95`, `✗2.20s ≤1.80s`, or the figure alone where the page has no bar for it. */
function cell(figure, value, bar) {
  if (value === undefined) return "–";
  const { write, isMore } = FIGURES[figure];
  const mark = holds(figure, value, bar) ? "" : MARK;
  return `${mark}${write(value)}${bar === undefined ? "" : ` ${isMore ? "≥" : "≤"}${write(bar)}`}`;
}

/** The lines of the table for `rows` of `{ name, bars, figures }`. */
export function table(rows) {
  const ids = Object.keys(FIGURES);
  const head = ["Page", ...ids.map((id) => FIGURES[id].title)];
  const body = rows.map(({ name, bars, figures }) => [name, ...ids.map((id) => cell(id, figures[id], bars[id]))]);
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((line) => line[column].length)));
  const written = (line) => line.map((text, column) => text.padEnd(widths[column])).join("  ").trimEnd();
  return [written(head), ...body.map(written)];
}

/** Which figures of a row fall short. */
export function shortOf({ bars, figures }) {
  return Object.keys(bars).filter((id) => !holds(id, figures[id] ?? Number.NaN, bars[id]));
}
