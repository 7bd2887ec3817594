/** Words on a page as a locator keeps them: rectangles in the PDF's own units, and the words with what stands around them. */
import type { Locator } from "../../sync/kinds.ts";
import { LayerText } from "./page-text.ts";
import type { Pages } from "./pages.ts";

export interface FileFacts {
  version: string;
  language: string;
  pages: number;
  /** How many of them are in the sample. */
  sample: number;
}

/** As many rectangles as the server takes. */
const MOST_RECTS = 128;
const LONGEST = 5000;
const CONTEXT = 64;

/** A selection over several pages has a place on each of them whose text is there. */
export function locatorsOf(range: Range, pages: Pages, file: FileFacts): Locator[] {
  const layers = pages.texts().sort(([one], [other]) => one - other);
  return layers.filter(([, layer]) => range.intersectsNode(layer)).flatMap(([page, layer]) => locatorOn(page, layer, range, pages, file) ?? []);
}

export const locatorOf = (range: Range, pages: Pages, file: FileFacts): Locator | null => locatorsOf(range, pages, file)[0] ?? null;

function locatorOn(page: number, layer: HTMLElement, range: Range, pages: Pages, file: FileFacts): Locator | null {
  const over = new LayerText(layer);
  const from = layer.contains(range.startContainer) ? over.offsetOf(range.startContainer, range.startOffset) : 0;
  const to = layer.contains(range.endContainer) ? over.offsetOf(range.endContainer, range.endOffset) : over.text.length;
  const words = over.text.slice(from, to);
  if (words.trim() === "") return null;
  const rects = pages.toPaper(page, linesOf(over, over.rangeOf(from, to)).slice(0, MOST_RECTS));
  const start = from / Math.max(1, over.text.length);
  return {
    v: 1,
    version: file.version,
    href: "file.pdf",
    type: "application/pdf",
    locations: { page, rects, progression: start, start, totalProgression: (page - 1 + start) / file.pages },
    text: { before: whole(over.text.slice(Math.max(0, from - CONTEXT), from)), highlight: whole(words.slice(0, LONGEST)).trim(), after: whole(over.text.slice(to, to + CONTEXT)) },
  };
}

/** With single spaces, and without halves of letters that a cut has left: no JSON can carry those. */
function whole(words: string): string {
  return words.replace(/\s+/g, " ").replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
}

/** One box a line, in the window. */
function linesOf(over: LayerText, range: Range): DOMRect[] {
  const lines: DOMRect[] = [];
  for (const piece of over.piecesOf(range)) {
    const own = piece.startContainer.parentElement?.getBoundingClientRect();
    for (const whole of piece.getClientRects()) {
      const box = own ? within(whole, own) : whole;
      if (box.width <= 0 || box.height <= 0) continue;
      const last = lines.at(-1);
      const isSameLine = last && Math.abs(last.top - box.top) < box.height / 2 && Math.abs(last.height - box.height) < box.height / 2;
      if (isSameLine) lines[lines.length - 1] = around(last, box);
      else lines.push(box);
    }
  }
  return lines;
}

/** A fallback font may stand higher than the line that it lies over. */
function within(box: DOMRect, own: DOMRect): DOMRect {
  const [top, bottom] = [Math.max(box.top, own.top), Math.min(box.bottom, own.bottom)];
  return new DOMRect(box.left, top, box.width, bottom - top);
}

function around(one: DOMRect, other: DOMRect): DOMRect {
  const [left, top] = [Math.min(one.left, other.left), Math.min(one.top, other.top)];
  return new DOMRect(left, top, Math.max(one.right, other.right) - left, Math.max(one.bottom, other.bottom) - top);
}

/** Where boxes are in the window, of what can be seen of them; null where nothing can. */
export function boxAround(boxes: Iterable<DOMRect>): DOMRect | null {
  const seen = Array.from(boxes).filter((box) => box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight);
  return seen.length === 0 ? null : seen.reduce(around);
}

export const boxOf = (range: Range): DOMRect | null => boxAround(range.getClientRects());
