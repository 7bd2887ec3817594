// The fonts: which files of which packages, and the @font-face rules that offer them. Families
// keep one file per script, so that a page of one script never downloads the other.
import { readFile } from "node:fs/promises";
import subsetFont from "subset-font";
import { codePoints, unicodeRange } from "./woff2.mjs";

const PACKAGES = "node_modules";

/** A face: file in its package, family as tokens.css names it, weights, style. */
const face = (pack, file, family, weight, extra = {}) => ({ pack, file, family, weight, style: "normal", ...extra });

/** One of which only these weights are taken: a third to a half of a file is for weights that nothing here is set in. */
const cut = (pack, file, family, weight, extra = {}) => face(pack, file, family, weight, { isCut: true, ...extra });

/** What Latin text is set with: a file's other features are for numerals, small capitals and fractions that nothing here asks for. */
const LATIN = { features: ["kern", "liga", "locl", "ccmp", "tnum", "lnum"] };

const READEX = "@fontsource-variable/readex-pro";
const LITERATA = "@fontsource-variable/literata";
const NASKH = "@fontsource-variable/noto-naskh-arabic";
const PLEX = "@fontsource/ibm-plex-sans-arabic";
const ATKINSON = "@fontsource-variable/atkinson-hyperlegible-next";
const DYSLEXIC = "@fontsource/opendyslexic";

/** Characters that draw nothing, as those that turn text about: they come with what is fetched anyway, and make nobody fetch another file. */
const UNSEEN = [[0x200b, 0x200f], [0x2028, 0x202e], [0x2060, 0x206f], [0xfeff, 0xfeff]].flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
/** Those that join letters of Arabic and keep them apart. */
const JOINERS = [0x200c, 0x200d, 0x200e];

const points = (text) => Array.from(text, (character) => character.codePointAt(0));
/** What texts in French and English are made of: next to no page needs another letter, and each kilobyte is waited for. */
const FRENCH_AND_ENGLISH = new Set([
  ...Array.from({ length: 0x7f - 0x20 }, (_, at) => 0x20 + at),
  ...points("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆ"),
  ...points("\u00a0\u2009\u202f«»“”‘’–—…·•©×−€º°"),
]);
/** Figures of the east with their signs: in Algeria numbers are written as in French. */
const isEastern = (point) => (point >= 0x660 && point < 0x66e) || (point >= 0x6f0 && point < 0x6fa);
const isArabic = (point) => point >= 0x600 && point < 0x750 && !isEastern(point);
/** Signs of prayer and quotation. */
const SIGNS = [0xfd3e, 0xfd3f, 0xfdf2, 0xfdfa, 0xfdfb];
/** Letters join within one file only, so that languages are taken whole: Arabic as it is written from Morocco to Iraq, Persian, Urdu, Kurdish, Pashto and Uyghur. */
const JOINED = new Set([
  ...Array.from({ length: 0x656 - 0x621 }, (_, at) => 0x621 + at).filter((point) => point < 0x63b || point > 0x63f),
  ...points("\u060c\u061b\u061c\u061f\u0670\u0671ڤڨپچگژکی"),
  ...points("ٹڈڑںھہےۓۀۂ۔" + "ەێۆڵڕ" + "ټډړږښګڼېۍ" + "ۇۈۋڭ"),
]);

const COMMON = { ...LATIN, has: (point) => FRENCH_AND_ENGLISH.has(point), unseen: UNSEEN };
const RARE = { ...LATIN, has: (point) => point > 0x20 && !FRENCH_AND_ENGLISH.has(point) && !UNSEEN.includes(point), part: "rare" };
const ARABIC_COMMON = { has: isArabic, unseen: JOINERS };
const ARABIC_RARE = { has: (point) => isEastern(point) || SIGNS.includes(point), part: "rare" };
const NASKH_COMMON = { has: (point) => JOINED.has(point), unseen: UNSEEN };
const NASKH_RARE = { has: (point) => !JOINED.has(point) && (isArabic(point) || isEastern(point) || SIGNS.includes(point)), part: "rare" };

const TEXT_ARABIC = cut(READEX, "readex-pro-arabic-wght-normal", "Readex Pro Variable", "400 700", ARABIC_COMMON);

/** The face of all text, for the shop and the reader alike. */
const TEXT = [
  cut(READEX, "readex-pro-latin-wght-normal", "Readex Pro Variable", "400 700", COMMON),
  cut(READEX, "readex-pro-latin-wght-normal", "Readex Pro Variable", "400 700", RARE),
  cut(READEX, "readex-pro-latin-ext-wght-normal", "Readex Pro Variable", "400 700", LATIN),
  TEXT_ARABIC,
  cut(READEX, "readex-pro-arabic-wght-normal", "Readex Pro Variable", "400 700", ARABIC_RARE),
];

/** Faces of the shop: text in all weights from normal to bold, titles and what is read in one. */
const STORE = [
  ...TEXT,
  cut(LITERATA, "literata-latin-wght-normal", "Literata Variable", "600", COMMON),
  cut(LITERATA, "literata-latin-wght-normal", "Literata Variable", "600", RARE),
  cut(LITERATA, "literata-latin-ext-wght-normal", "Literata Variable", "600", LATIN),
  cut(LITERATA, "literata-latin-wght-normal", "Literata Variable", "400", COMMON),
  cut(LITERATA, "literata-latin-wght-normal", "Literata Variable", "400", RARE),
  cut(LITERATA, "literata-latin-ext-wght-normal", "Literata Variable", "400", LATIN),
  cut("@fontsource-variable/reem-kufi", "reem-kufi-arabic-wght-normal", "Reem Kufi Variable", "600"),
  cut(NASKH, "noto-naskh-arabic-arabic-wght-normal", "Noto Naskh Arabic Variable", "400", NASKH_COMMON),
  cut(NASKH, "noto-naskh-arabic-arabic-wght-normal", "Noto Naskh Arabic Variable", "400", NASKH_RARE),
  face(PLEX, "ibm-plex-sans-arabic-arabic-400-normal", "IBM Plex Sans Arabic", "400", { fills: TEXT_ARABIC }),
  face(PLEX, "ibm-plex-sans-arabic-arabic-600-normal", "IBM Plex Sans Arabic", "600", { fills: TEXT_ARABIC }),
];

/** Faces that only a book in the reader asks for, in a sheet of their own; a book may be set in any weight. */
const READER = [
  face(LITERATA, "literata-latin-wght-normal", "Literata Variable", "200 900"),
  face(LITERATA, "literata-latin-ext-wght-normal", "Literata Variable", "200 900"),
  face(LITERATA, "literata-latin-wght-italic", "Literata Variable", "200 900", { style: "italic" }),
  ...TEXT,
  face(NASKH, "noto-naskh-arabic-arabic-wght-normal", "Noto Naskh Arabic Variable", "400 700"),
  face(ATKINSON, "atkinson-hyperlegible-next-latin-wght-normal", "Atkinson Hyperlegible Next Variable", "200 800"),
  face(ATKINSON, "atkinson-hyperlegible-next-latin-wght-italic", "Atkinson Hyperlegible Next Variable", "200 800", { style: "italic" }),
  face(DYSLEXIC, "opendyslexic-latin-400-normal", "OpenDyslexic", "400"),
  face(DYSLEXIC, "opendyslexic-latin-700-normal", "OpenDyslexic", "700"),
];

/**
 * System fonts scaled to the width of ours, so that text does not move when ours arrive.
 * The figure is the width of a paragraph in ours over its width in theirs: French and English, and Arabic.
 */
const FALLBACKS = [
  { family: "Readex Pro Fallback", local: ["Arial", "Liberation Sans", "Roboto", "Helvetica Neue"], adjust: "108%", ascent: "93%", descent: "23%" },
  { family: "Literata Fallback", local: ["Georgia", "Gelasio", "DejaVu Serif"], adjust: "110%", ascent: "107%", descent: "28%" },
  { family: "Readex Pro Sans Fallback", local: ["Noto Sans Arabic", "Segoe UI"], adjust: "111%", ascent: "90%", descent: "23%", range: "U+600-6FF" },
  { family: "Readex Pro Naskh Fallback", local: ["Noto Naskh Arabic UI", "Noto Naskh Arabic", "Geeza Pro"], adjust: "122%", ascent: "82%", descent: "20%", range: "U+600-6FF" },
];

/** `literata-latin-600-normal.woff2` for what is cut to one weight, `…-normal-rare.woff2` for the rest of its letters. */
function logical({ file, weight, isCut, part }) {
  const name = isCut && !weight.includes(" ") ? file.replace("wght", weight) : file;
  return `${name}${part ? `-${part}` : ""}.woff2`;
}
const source = ({ pack, file }) => `${PACKAGES}/${pack}/files/${file}.woff2`;

/** The sheet of the package that knows the file's characters. */
function sheetOf({ pack, file, style }) {
  if (!pack.includes("variable")) return `${/-(\d+)-normal$/.exec(file)[1]}.css`;
  return style === "italic" ? "wght-italic.css" : "index.css";
}

/** The characters that are taken of a file. */
async function pointsOf(entry) {
  const points = [...codePoints(await readFile(source(entry)))];
  return entry.has ? points.filter((point) => entry.has(point) || entry.unseen?.includes(point)) : points;
}

/** The characters a package promises for a file; nothing beyond the basic plane is sold or read here. */
async function promised(entry) {
  if (entry.has) return unicodeRange(new Set([...(await pointsOf(entry)), ...(entry.unseen ?? [])]));
  const sheet = await readFile(`${PACKAGES}/${entry.pack}/${sheetOf(entry)}`, "utf8");
  const rule = sheet.split("@font-face").find((part) => part.includes(`/${entry.file}.woff2`));
  const range = /unicode-range:\s*([^;]+);/.exec(rule ?? "")?.[1];
  // Packages of one script only carry no range in their sheet: then the file itself says it.
  if (!range) return unicodeRange(codePoints(await readFile(source(entry))));
  return range.split(",").filter((part) => !/U\+[0-9A-F]{5}/.test(part)).join(",");
}

/** Only what `other` cannot draw: the gap filler downloads when a word needs it, not before. */
async function gaps(entry, other) {
  const points = codePoints(await readFile(source(entry)));
  const known = codePoints(await readFile(source(other)));
  return unicodeRange([...points].filter((point) => point >= 0x600 && point < 0xfb50 && !known.has(point)));
}

/** Tables for print, old systems and menus of fonts. The name has to stay, since browsers refuse a font without one; none of them is reserved. */
const DROPPED = ["gasp", "STAT", "DSIG", "meta"];

/** The file's bytes; of one that is cut every character, in the weights that are asked for. */
async function bytesOf(entry) {
  const bytes = await readFile(source(entry));
  if (!entry.isCut) return bytes;
  const [min, max = min] = entry.weight.split(" ").map(Number);
  const wght = min === max ? min : { min, max, default: min };
  const text = String.fromCodePoint(...(await pointsOf(entry)));
  return subsetFont(bytes, text, { targetFormat: "woff2", variationAxes: { wght }, keepFeatures: entry.features, noHinting: true, dropTables: DROPPED });
}

async function rule(output, entry) {
  const range = entry.fills ? await gaps(entry, entry.fills) : await promised(entry);
  return `@font-face{font-family:"${entry.family}";font-style:${entry.style};font-weight:${entry.weight};font-display:swap;src:url("${output.url(logical(entry))}") format("woff2");unicode-range:${range}}`;
}

function fallback({ family, local, adjust, ascent, descent, range }) {
  const names = local.map((name) => `local("${name}")`).join(",");
  return `@font-face{font-family:"${family}";src:${names};size-adjust:${adjust};ascent-override:${ascent};descent-override:${descent};line-gap-override:0%${range ? `;unicode-range:${range}` : ""}}`;
}

/** Copies the files and returns the two sheets of rules. */
export async function fonts(output) {
  const seen = new Set();
  for (const entry of [...STORE, ...READER]) {
    if (seen.has(logical(entry))) continue;
    seen.add(logical(entry));
    await output.add(logical(entry), await bytesOf(entry));
  }
  const sheet = async (list) => (await Promise.all(list.map((entry) => rule(output, entry)))).join("\n");
  return {
    store: [await sheet(STORE), ...FALLBACKS.map(fallback)].join("\n"),
    reader: await sheet(READER),
  };
}
