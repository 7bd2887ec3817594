/**
 * Draws marks in the book's documents with the browser's own highlights: nothing of the book is changed, and columns,
 * directions and vertical lines come right by themselves. Each colour has a line of its own, so that none must be told from
 * another by its colour.
 */
import { COLOURS, type Mark } from "../../sync/kinds.ts";
import { rangeOfCfi, type Book } from "./book.ts";
import { findQuote } from "./quotes.ts";

type Realm = Window & typeof globalThis;

export interface Drawn {
  mark: Mark;
  range: Range;
}

const nameOf = (colour: string): string => `reader-mark-${colour}`;

const sheets = new WeakMap<Document, CSSStyleSheet>();
/** Where marks were found: by CFI or by their words, which is not done anew with each page. */
const found = new WeakMap<Document, Map<string, { key: string; range: Range | null }>>();

function rules(): string {
  const style = getComputedStyle(document.body);
  return COLOURS.map((colour) => {
    const token = (part: string) => style.getPropertyValue(`--mark-${colour}${part}`).trim();
    return `::highlight(${nameOf(colour)}) { background-color: ${token("") || "Mark"}; text-decoration: ${token("-line") || "none"}; text-decoration-thickness: 2px; text-underline-offset: 3px; }`;
  }).join("\n");
}

/** The marks of a document that are in it. */
export function drawnIn(doc: Document, book: Book, marks: readonly Mark[]): Drawn[] {
  const index = book.indexOf(doc.URL);
  if (index === null) return [];
  return marks.flatMap((mark) => {
    if (mark.kind === "marker" || mark.status === "lost" || book.indexOf(mark.locator.href) !== index) return [];
    const range = rangeOf(doc, book, mark);
    return range ? [{ mark, range }] : [];
  });
}

export function rangeOf(doc: Document, book: Book, { uuid, locator }: Mark): Range | null {
  let ranges = found.get(doc);
  if (!ranges) found.set(doc, (ranges = new Map()));
  const { cfi, start, progression } = locator.locations;
  const key = `${locator.version} ${locator.href} ${cfi ?? ""} ${locator.text?.highlight ?? ""}`;
  const known = ranges.get(uuid);
  if (known?.key === key) return known.range;
  const exact = cfi && locator.version === book.manifest.version ? rangeOfCfi(doc, cfi) : null;
  const range = exact && !exact.collapsed ? exact : findQuote(doc, locator.text, start ?? progression);
  ranges.set(uuid, { key, range });
  return range;
}

export function draw(doc: Document, drawn: Drawn[]): void {
  const realm = doc.defaultView as Realm | null;
  if (!realm?.CSS?.highlights) return;
  let sheet = sheets.get(doc);
  if (!sheet) {
    sheets.set(doc, (sheet = new realm.CSSStyleSheet()));
    doc.adoptedStyleSheets = [...doc.adoptedStyleSheets, sheet];
  }
  sheet.replaceSync(rules());
  for (const colour of COLOURS) {
    const ranges = drawn.filter(({ mark }) => (mark.colour ?? "yellow") === colour).map(({ range }) => range);
    const highlight = new realm.Highlight(...ranges);
    // What was found stands out from what is marked.
    highlight.priority = -1;
    realm.CSS.highlights.set(nameOf(colour), highlight);
  }
}

/** The mark at a point of the document's window; of several the shortest. */
export function markAt(drawn: Drawn[], x: number, y: number): Mark | null {
  const here = drawn.filter(({ range }) => Array.from(range.getClientRects()).some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom));
  return here.sort((a, b) => a.range.toString().length - b.range.toString().length)[0]?.mark ?? null;
}

/** Where a range is in the page, of what can be seen of it; null where nothing can. */
export function boxOf(range: Range): DOMRect | null {
  const view = range.startContainer.ownerDocument?.defaultView;
  const frame = view?.frameElement as HTMLElement | null | undefined;
  if (!view || !frame) return null;
  const outer = frame.getBoundingClientRect();
  const scale = frame.offsetWidth > 0 ? outer.width / frame.offsetWidth : 1;
  const boxes = Array.from(range.getClientRects(), (box) => new DOMRect(outer.left + box.left * scale, outer.top + box.top * scale, box.width * scale, box.height * scale));
  const seen = boxes.filter((box) => box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight && box.width > 0);
  if (seen.length === 0) return null;
  const left = Math.min(...seen.map((box) => box.left));
  const top = Math.min(...seen.map((box) => box.top));
  return new DOMRect(left, top, Math.max(...seen.map((box) => box.right)) - left, Math.max(...seen.map((box) => box.bottom)) - top);
}
