/** Finds words of a book again, spaces aside: of several places the one with most of the same words around it, then the nearest. */
import type { Quote } from "../../sync/kinds.ts";

/** A document's letters without spaces, and from which of them on each text node has its own. */
interface Flat {
  letters: string;
  nodes: Text[];
  starts: number[];
}

const flats = new WeakMap<Document, Flat>();
const SHORTEST = 8;
const CONTEXT = 64;

const squeezed = (words: string | undefined): string => words?.replace(/\s+/g, "") ?? "";

function flat(doc: Document): Flat {
  let made = flats.get(doc);
  if (made) return made;
  made = { letters: "", nodes: [], starts: [] };
  const walker = doc.createTreeWalker(doc.body ?? doc.documentElement, NodeFilter.SHOW_TEXT);
  const parts: string[] = [];
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const part = squeezed((node as Text).data);
    if (part === "") continue;
    made.nodes.push(node as Text);
    made.starts.push(length);
    parts.push(part);
    length += part.length;
  }
  made.letters = parts.join("");
  flats.set(doc, made);
  return made;
}

/** The words of a quote in a document, the likeliest place; `near` is how far into it they were (0–1). */
export function findQuote(doc: Document, quote: Quote | undefined, near: number): Range | null {
  const wanted = squeezed(quote?.highlight);
  const { before, after } = { before: squeezed(quote?.before), after: squeezed(quote?.after) };
  if (wanted === "" || (wanted.length < SHORTEST && before.length + after.length < SHORTEST)) return null;
  const { letters } = flat(doc);
  let best = -1;
  let bestScore = -1;
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
    const around = same(letters, at - 1, before, before.length - 1, -1) + same(letters, at + wanted.length, after, 0, 1);
    const score = around + 1 - Math.min(1, Math.abs(at / Math.max(1, letters.length) - near));
    if (score > bestScore) [best, bestScore] = [at, score];
  }
  return best < 0 ? null : rangeOf(doc, best, best + wanted.length);
}

/** How many letters in a row are the same, from both places on in one direction. */
function same(a: string, i: number, b: string, j: number, step: 1 | -1): number {
  let count = 0;
  while (i >= 0 && j >= 0 && i < a.length && j < b.length && a[i] === b[j]) {
    count += 1;
    i += step;
    j += step;
  }
  return count;
}

function rangeOf(doc: Document, from: number, to: number): Range {
  const range = doc.createRange();
  const first = place(doc, from);
  const last = place(doc, to - 1);
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}

/** Where the letter is in its text node, spaces counted. */
function place(doc: Document, at: number): { node: Text; offset: number } {
  const { nodes, starts } = flat(doc);
  let index = starts.findLastIndex((start) => start <= at);
  if (index < 0) index = 0;
  const node = nodes[index] as Text;
  let left = at - (starts[index] ?? 0);
  let offset = 0;
  for (; offset < node.data.length; offset += 1) {
    if (/\s/.test(node.data.charAt(offset))) continue;
    if (left === 0) break;
    left -= 1;
  }
  return { node, offset };
}

/** Words with what stands around them, as a locator keeps them. */
export function quoteOf(range: Range): Quote {
  const doc = range.startContainer.ownerDocument as Document;
  const root = doc.body ?? doc.documentElement;
  const before = doc.createRange();
  before.setStart(root, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = doc.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(root, root.childNodes.length);
  return { before: whole(before.toString().slice(-CONTEXT)), highlight: whole(range.toString().slice(0, 5000)).trim(), after: whole(after.toString().slice(0, CONTEXT)) };
}

/** With single spaces, and without halves of letters that a cut has left: no JSON can carry those. */
export function whole(words: string): string {
  return words.replace(/\s+/g, " ").replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
}

/** How far into its document (0–1) a point is, in letters. */
export function shareOf(node: Node, offset: number): number {
  const doc = node.ownerDocument as Document;
  const root = doc.body ?? doc.documentElement;
  const before = doc.createRange();
  before.setStart(root, 0);
  before.setEnd(node, offset);
  return Math.min(1, before.toString().length / Math.max(1, root.textContent?.length ?? 1));
}
