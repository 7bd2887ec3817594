/** The text over the pages of a PDF, as far as words of it can be selected. */
import type { Locator } from "../../sync/kinds.ts";
import type { SelectableText } from "../marks/selecting.ts";
import type { Pages } from "./pages.ts";
import { boxOf, locatorsOf, type FileFacts } from "./places-on-page.ts";
import { LayerText } from "./page-text.ts";

export class PdfText implements SelectableText {
  readonly boxOf = boxOf;
  readonly #pages: Pages;
  readonly #file: () => FileFacts;

  constructor(pages: Pages, file: () => FileFacts) {
    this.#pages = pages;
    this.#file = file;
  }

  document(): Document {
    return document;
  }

  has(range: Range): boolean {
    return this.#pages.container.contains(range.startContainer);
  }

  locatorsOf(range: Range): Locator[] {
    return locatorsOf(range, this.#pages, this.#file());
  }

  first(): Range | null {
    return this.#sentences()[0] ?? null;
  }

  beside(range: Range, direction: 1 | -1): Range | null {
    const sentences = this.#sentences();
    const behind = sentences.findIndex((one) => one.compareBoundaryPoints(Range.START_TO_START, range) > 0);
    return (direction === 1 ? sentences[behind] : sentences[(behind < 0 ? sentences.length : behind) - 2]) ?? null;
  }

  begin(selection: Selection): boolean {
    const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    if (range && this.has(range)) return true;
    const first = this.first();
    if (first) selection.collapse(first.startContainer, first.startOffset);
    return first !== null;
  }

  /** All sentences that begin in the window, in order. */
  #sentences(): Range[] {
    const window = this.#pages.container.getBoundingClientRect();
    const isSeen = (range: Range): boolean => {
      const [box] = range.getClientRects();
      return box !== undefined && box.top >= window.top && box.bottom <= window.bottom && box.left < window.right && box.right > window.left;
    };
    const segmenter = new Intl.Segmenter(this.#file().language || undefined, { granularity: "sentence" });
    return this.#pages.texts().sort(([a], [b]) => a - b).flatMap(([, layer]) => {
      const over = new LayerText(layer);
      return Array.from(segmenter.segment(over.text)).flatMap(({ segment, index }) => {
        const from = index + (segment.length - segment.trimStart().length);
        const to = index + segment.trimEnd().length;
        const range = to > from ? over.rangeOf(from, to) : null;
        return range && isSeen(range) ? [range] : [];
      });
    });
  }
}
