/**
 * Our fonts inside a book's documents. The policy on a book's resources lets them load nothing from
 * outside the book, so the page fetches a font once and hands its bytes to each document.
 */
import { fonts as FACES_URL } from "warraq:places";

interface Face {
  family: string;
  style: string;
  weight: string;
  url: string;
  range: string;
  holds(point: number): boolean;
}

let faces: Promise<Face[]> | undefined;
const files = new Map<string, Promise<ArrayBuffer>>();

/** Adds what of `families` the document's letters need. It never fails: the book has other fonts. */
export async function addFonts(doc: Document, families: string[]): Promise<void> {
  try {
    faces ??= fetch(FACES_URL).then(async (response) => parse(await response.text()));
    const points = codePoints(doc);
    const isSlanted = doc.querySelector("em, i, cite, dfn, address") !== null;
    const wanted = (await faces).filter(
      (face) => families.includes(face.family) && (face.style !== "italic" || isSlanted) && points.some((point) => face.holds(point)),
    );
    await Promise.all(wanted.map((face) => add(doc, face)));
  } catch (error) {
    console.info("reader: fonts", error);
  }
}

async function add(doc: Document, face: Face): Promise<void> {
  const view = doc.defaultView as (Window & typeof globalThis) | null;
  if (!view || has(doc, face)) return;
  let file = files.get(face.url);
  if (!file) files.set(face.url, (file = fetch(face.url).then((response) => response.arrayBuffer())));
  const { family, style, weight, range: unicodeRange } = face;
  const made = new view.FontFace(family, await file, { style, weight, unicodeRange });
  if (!has(doc, face)) doc.fonts.add(made);
}

function has(doc: Document, { family, style, range }: Face): boolean {
  const name = `"${family}"`;
  for (const known of doc.fonts) {
    const same = known.family === name || known.family === family;
    if (same && known.style === style && known.unicodeRange.split(",").length === range.split(",").length) return true;
  }
  return false;
}

/** The letters of the document, each once, without the plain digits and marks that every font has. */
function codePoints(doc: Document): number[] {
  const points = new Set<number>();
  for (const letter of (doc.body ?? doc.documentElement).textContent ?? "") points.add(letter.codePointAt(0) ?? 0);
  return [...points].filter((point) => point > 0x40);
}

function parse(sheet: string): Face[] {
  return [...sheet.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, rule = ""]) => {
    const value = (property: string) => new RegExp(`${property}:\\s*([^;]+)`).exec(rule)?.[1]?.trim() ?? "";
    const url = /url\("?([^")]+)"?\)/.exec(rule)?.[1];
    if (!url) return [];
    const range = value("unicode-range");
    return [{ family: value("font-family").replaceAll('"', ""), style: value("font-style"), weight: value("font-weight"), url, range, holds: within(range) }];
  });
}

function within(range: string): (point: number) => boolean {
  const spans = [...range.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(([, from = "0", to]) => [parseInt(from, 16), parseInt(to ?? from, 16)] as const);
  return (point) => spans.some(([from, to]) => point >= from && point <= to);
}
