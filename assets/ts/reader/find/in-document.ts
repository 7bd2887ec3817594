/** What is looked for, in a document of the book: paragraph by paragraph, as the server reads it. */
import { matches, spaced } from "./words.ts";

const BLOCKS = new Set(
  "address article aside blockquote body br caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th title tr ul".split(" "),
);
const SILENT = new Set(["head", "rp", "rt", "script", "style"]);

export interface Piece {
  node: Text;
  /** Where its text begins in the paragraph's. */
  start: number;
}

/** Everywhere the document has the words, in order. */
export function rangesOf(doc: Document, query: string): Range[] {
  const words = spaced(query).text;
  if (words === "") return [];
  const found: Range[] = [];
  for (const [text, pieces] of paragraphs(doc.documentElement)) {
    const { text: folded, from, to } = spaced(text);
    for (const at of matches(folded, words)) {
      const range = doc.createRange();
      const [first, last] = [from[at] ?? 0, to[at + words.length - 1] ?? 0];
      place(pieces, first, (node, offset) => range.setStart(node, offset), false);
      place(pieces, last, (node, offset) => range.setEnd(node, offset), true);
      found.push(range);
    }
  }
  return found;
}

/** The text of a document, a paragraph a line. */
export function textOf(doc: Document): string[] {
  return Array.from(paragraphs(doc.documentElement), ([text]) => text);
}

/** The place of an offset in the paragraph; an end belongs to the piece that it ends. */
function place(pieces: Piece[], offset: number, set: (node: Text, offset: number) => void, isEnd: boolean): void {
  const piece = pieces.findLast(({ start }) => (isEnd ? start < offset : start <= offset)) ?? pieces[0];
  if (piece) set(piece.node, Math.min(offset - piece.start, piece.node.data.length));
}

export function* paragraphs(root: Element): Generator<[string, Piece[]]> {
  let text = "";
  let pieces: Piece[] = [];
  const steps = walk(root);
  for (const step of steps) {
    if (step !== null) {
      pieces.push({ node: step, start: text.length });
      text += step.data;
      continue;
    }
    if (text.trim() !== "") yield [text, pieces];
    text = "";
    pieces = [];
  }
  if (text.trim() !== "") yield [text, pieces];
}

/** Texts in order, and null wherever a paragraph ends. It goes without recursion: books nest deep. */
function* walk(root: Element): Generator<Text | null> {
  for (let node: Node | null = root; node; ) {
    if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) yield node as Text;
    const element: Element | null = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : null;
    if (element && BLOCKS.has(element.localName)) yield null;
    const down: Node | null = element && SILENT.has(element.localName) ? null : node.firstChild;
    if (down) {
      node = down;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && BLOCKS.has((node as Element).localName)) yield null;
    }
    if (!node || node === root) return;
    node = node.nextSibling;
  }
}
