/** The list of keys: what `?` shows. */
import { text } from "./data.ts";
import { element } from "./dom.ts";
import { Sheet } from "./sheet.ts";

/** Keys, and the message that says what they do. */
export type KeyLine = [keys: string[], message: string];

const LINES: KeyLine[] = [
  [["←", "→", "Page ↑", "Page ↓", "␣"], "keys-turn"],
  [["Home", "End"], "keys-ends"],
  [["↑", "↓"], "keys-scroll"],
  [["+", "−"], "keys-size"],
  [["T"], "contents"],
  [["A"], "appearance"],
];

const LAST: KeyLine[] = [
  [["⌫"], "keys-return"],
  [["Esc"], "keys-close"],
  [["?"], "keys-help"],
];

/** The sheet; `more` are the keys that only this reader has. */
export function keysSheet(more: KeyLine[]): Sheet {
  const line = ([keys, message]: KeyLine) =>
    element("div", {}, element("dt", {}, ...keys.map((key) => element("kbd", { dir: "ltr" }, key))), element("dd", {}, text(message)));
  return new Sheet("reader-keys", text("keys"), element("dl", { class: "reader-keys", tabindex: "0" }, ...[...LINES, ...more, ...LAST].map(line)));
}
