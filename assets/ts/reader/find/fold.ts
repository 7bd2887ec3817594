/**
 * Letters folded for searching, as the server folds them (`crates/search`): case, accents, vowel signs, forms of alef
 * and their like do not matter, and whatever is neither letter nor digit parts words.
 */

const AS: [letters: string, folded: string][] = [
  ["ٱأإآ", "ا"],
  ["ىیئېے", "ي"],
  ["ؤ", "و"],
  ["ةۀہەھ", "ه"],
  ["کگ", "ك"],
  ["ڨڭݣڧ", "ق"],
  ["پ", "ب"],
  ["چ", "ج"],
  ["ژ", "ز"],
  ["ڤڥڢ", "ف"],
  ["ø", "o"],
  ["ł", "l"],
  ["đð", "d"],
  ["ı", "i"],
  ["œ", "oe"],
  ["æ", "ae"],
  ["ß", "ss"],
  ["þ", "th"],
];

// Tatweel, the hamza that stands alone, and marks that do not show.
const SILENT = /[ـء\u200c-\u200f\u00ad\u2060\ufeff]/;
const LETTER = /[\p{Alphabetic}\p{N}]/u;
const MARKS = /\p{M}/gu;

const folded = new Map<string, string>();
for (const [letters, by] of AS) for (const letter of letters) folded.set(letter, by);
"٠١٢٣٤٥٦٧٨٩".split("").forEach((digit, value) => folded.set(digit, String(value)));
"۰۱۲۳۴۵۶۷۸۹".split("").forEach((digit, value) => folded.set(digit, String(value)));

const known = new Map<string, string>();

/** What one letter folds to: a space where it parts words, nothing where it shows nothing by itself. */
export function foldLetter(letter: string): string {
  let by = known.get(letter);
  if (by === undefined) known.set(letter, (by = fold(letter)));
  return by;
}

function fold(letter: string): string {
  const parts = letter.normalize("NFKD").replace(MARKS, "").toLowerCase().replace(MARKS, "");
  return Array.from(parts, (part) => folded.get(part) ?? (SILENT.test(part) ? "" : LETTER.test(part) ? part : " ")).join("");
}
