// The fonts: which files of which packages, and the @font-face rules that offer them. Families
// keep one file per script, so that a page of one script never downloads the other.
import { readFile } from "node:fs/promises";
import { codePoints, unicodeRange } from "./woff2.mjs";

const PACKAGES = "node_modules";

/** A face: file in its package, family as tokens.css names it, weights, style, script. */
const face = (pack, file, family, weight, extra = {}) => ({ pack, file, family, weight, style: "normal", ...extra });

const READEX = "@fontsource-variable/readex-pro";
const LITERATA = "@fontsource-variable/literata";
const LITERATA_STATIC = "@fontsource/literata";
const NASKH = "@fontsource-variable/noto-naskh-arabic";
const PLEX = "@fontsource/ibm-plex-sans-arabic";
const ATKINSON = "@fontsource-variable/atkinson-hyperlegible-next";
const DYSLEXIC = "@fontsource/opendyslexic";

/** Faces of the shop. Its titles are of one weight, whose file is less than half of the one with all weights; that one is for running text. */
const STORE = [
  face(READEX, "readex-pro-latin-wght-normal", "Readex Pro Variable", "160 700"),
  face(READEX, "readex-pro-latin-ext-wght-normal", "Readex Pro Variable", "160 700"),
  face(READEX, "readex-pro-arabic-wght-normal", "Readex Pro Variable", "160 700"),
  face(LITERATA_STATIC, "literata-latin-600-normal", "Literata Variable", "600"),
  face(LITERATA_STATIC, "literata-latin-ext-600-normal", "Literata Variable", "600"),
  face(LITERATA, "literata-latin-wght-normal", "Literata Variable", "200 500"),
  face(LITERATA, "literata-latin-ext-wght-normal", "Literata Variable", "200 500"),
  face("@fontsource-variable/reem-kufi", "reem-kufi-arabic-wght-normal", "Reem Kufi Variable", "400 700"),
  face(NASKH, "noto-naskh-arabic-arabic-wght-normal", "Noto Naskh Arabic Variable", "400 700"),
  face(PLEX, "ibm-plex-sans-arabic-arabic-400-normal", "IBM Plex Sans Arabic", "400", { gapsOf: 2 }),
  face(PLEX, "ibm-plex-sans-arabic-arabic-600-normal", "IBM Plex Sans Arabic", "600", { gapsOf: 2 }),
];

/** Faces that only a book in the reader asks for, in a sheet of their own. */
const READER = [
  face(LITERATA, "literata-latin-wght-normal", "Literata Variable", "200 900"),
  face(LITERATA, "literata-latin-ext-wght-normal", "Literata Variable", "200 900"),
  face(LITERATA, "literata-latin-wght-italic", "Literata Variable", "200 900", { style: "italic" }),
  face(READEX, "readex-pro-latin-wght-normal", "Readex Pro Variable", "160 700"),
  face(READEX, "readex-pro-arabic-wght-normal", "Readex Pro Variable", "160 700"),
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

const logical = ({ file }) => `${file}.woff2`;
const source = ({ pack, file }) => `${PACKAGES}/${pack}/files/${file}.woff2`;

/** The sheet of the package that knows the file's characters. */
function sheetOf({ pack, file, style }) {
  if (!pack.includes("variable")) return `${/-(\d+)-normal$/.exec(file)[1]}.css`;
  return style === "italic" ? "wght-italic.css" : "index.css";
}

/** The characters a package promises for a file; nothing beyond the basic plane is sold or read here. */
async function promised(entry) {
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

async function rule(output, list, entry) {
  const range = entry.gapsOf === undefined ? await promised(entry) : await gaps(entry, list[entry.gapsOf]);
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
    await output.add(logical(entry), await readFile(source(entry)));
  }
  const sheet = async (list) => (await Promise.all(list.map((entry) => rule(output, list, entry)))).join("\n");
  return {
    store: [await sheet(STORE), ...FALLBACKS.map(fallback)].join("\n"),
    reader: await sheet(READER),
  };
}
