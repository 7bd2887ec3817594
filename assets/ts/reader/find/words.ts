/** Words of a text with one space between them, where each came from, and where others stand in them. */
import { foldLetter } from "./fold.ts";

export interface Spaced {
  text: string;
  /** For each letter of `text` the offset in the original of the letter that it came from, and of the one behind it. */
  from: number[];
  to: number[];
}

/** As the server keeps a paragraph: folded, without what parts words, spaces apart. */
export function spaced(original: string): Spaced {
  const made: Spaced = { text: "", from: [], to: [] };
  let parted = false;
  let at = 0;
  for (const letter of original) {
    const next = at + letter.length;
    const by = foldLetter(letter);
    // A mark belongs to the letter before it.
    if (by === "" && letter.trim() !== "" && made.to.length > 0 && !parted) made.to[made.to.length - 1] = next;
    for (const part of by) {
      if (part === " ") {
        parted = made.text !== "";
        continue;
      }
      if (parted) push(made, " ", at, at);
      parted = false;
      push(made, part, at, next);
    }
    at = next;
  }
  return made;
}

function push(made: Spaced, part: string, from: number, to: number): void {
  made.text += part;
  for (let i = 0; i < part.length; i += 1) {
    made.from.push(from);
    made.to.push(to);
  }
}

// Thai to Khmer, kana, Han: scripts that do not part their words.
const WITHOUT_SPACES = /^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3ffff}]/u;
const ARABIC = /^[\u0600-\u06ff]/;
/** What Arabic joins to a word: "and", "so", a preposition, the article. */
const JOINED = /^[وف]?(?:لل|[بكل]?(?:ال)?)$/;

/** Where `words` (folded) stand in `text` (folded): at the beginning of a word, the last of them perhaps only begun. */
export function* matches(text: string, words: string): Generator<number> {
  const anywhere = WITHOUT_SPACES.test(words);
  const isArabic = ARABIC.test(words);
  for (let at = text.indexOf(words); at >= 0 && words !== ""; ) {
    const before = text.slice(text.lastIndexOf(" ", at - 1) + 1, at);
    const begins = at === 0 || text[at - 1] === " " || anywhere || (isArabic && JOINED.test(before));
    if (begins) yield at;
    at = text.indexOf(words, begins ? at + words.length : at + 1);
  }
}
