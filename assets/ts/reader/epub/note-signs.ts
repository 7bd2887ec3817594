/**
 * A small sign where words end that a note is about. It lies over the document, in the page that has it: nothing of the book is
 * changed. It is for the eye alone; a press on the words opens the note, and keys and the list of marks lead to it.
 */

/** What foliate wants of what lies over a section: it puts it in its place, and has it drawn anew when the text is laid out. */
export interface Overlay {
  readonly element: SVGSVGElement;
  redraw(): void;
}

const SVG = "http://www.w3.org/2000/svg";
const SIGN = "M1 0h6a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1H5L3 8V6H1a1 1 0 0 1-1-1V1a1 1 0 0 1 1-1z";
const WIDTH = 8;

const ends = new WeakMap<Document, Range[]>();
const overlays = new WeakMap<Document, NoteSigns>();

/** Shows signs at the ends of these words, and no others in the document. */
export function signNotes(doc: Document, words: Range[]): void {
  ends.set(doc, words);
  overlays.get(doc)?.redraw();
}

/** What lies over a document that has just come. */
export function overlayOf(doc: Document): Overlay {
  const signs = new NoteSigns(doc);
  overlays.set(doc, signs);
  signs.redraw();
  return signs;
}

/** The same over a fixed page, which foliate lays nothing over: the signs follow the page as it is scaled, and keep their own size. */
export function signFixed(doc: Document): void {
  const frame = doc.defaultView?.frameElement as HTMLElement | null;
  const box = frame?.parentElement;
  if (!frame || !box) return;
  const signs = new NoteSigns(doc);
  overlays.set(doc, signs);
  box.style.position = "relative";
  box.append(signs.element);
  new ResizeObserver(() => signs.scaleAs(frame)).observe(box);
}

class NoteSigns implements Overlay {
  readonly element = document.createElementNS(SVG, "svg");
  readonly #doc: Document;
  #scale = 1;

  constructor(doc: Document) {
    this.#doc = doc;
    this.element.setAttribute("aria-hidden", "true");
    // Only the signs are seen: a whole page that is put in its place before the reader's eyes would count as one that jumps.
    Object.assign(this.element.style, { position: "absolute", inset: "0 auto auto 0", width: "100%", height: "100%", pointerEvents: "none", overflow: "visible", visibility: "hidden" });
  }

  redraw(): void {
    this.element.replaceChildren(...(ends.get(this.#doc) ?? []).flatMap((words) => signAt(words, this.#scale) ?? []));
  }

  scaleAs({ offsetWidth, style }: HTMLElement): void {
    this.#scale = offsetWidth > 0 ? new DOMMatrix(style.transform).a : 1;
    Object.assign(this.element.style, { transform: style.transform, transformOrigin: "0 0" });
    this.redraw();
  }
}

/** At the head of the last line's end, in the direction in which it is read; no higher, since the page ends above its first line. */
function signAt(words: Range, scale: number): SVGPathElement | null {
  const box = Array.from(words.getClientRects()).findLast(({ width, height }) => width > 0 && height > 0);
  const around = words.endContainer.nodeType === Node.ELEMENT_NODE ? (words.endContainer as Element) : words.endContainer.parentElement;
  const style = around?.ownerDocument.defaultView?.getComputedStyle(around);
  if (!box || !style) return null;
  const width = WIDTH / scale;
  const isVertical = style.writingMode.startsWith("vertical");
  const x = isVertical ? box.right - width : style.direction === "ltr" ? box.right - 1 : box.left + 1 - width;
  const y = isVertical ? box.bottom - 1 : box.top;
  const sign = document.createElementNS(SVG, "path");
  sign.setAttribute("d", SIGN);
  sign.setAttribute("transform", `translate(${x} ${y}) scale(${1 / scale})`);
  sign.setAttribute("class", "reader-note-sign");
  // The renderer's own tree knows no sheet of ours, but our colours.
  Object.assign(sign.style, { fill: "var(--rubric)", visibility: "visible" });
  return sign;
}
