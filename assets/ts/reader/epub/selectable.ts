/** The text of an EPUB, as far as words of it can be selected. */
import type { Locator } from "../../sync/kinds.ts";
import type { SelectableText } from "../marks/selecting.ts";
import { boxOf } from "./highlights.ts";
import { sentence } from "./sentences.ts";

export interface Shown {
  locatorOf(range: Range): Locator | null;
  /** What is to be seen of the document at hand; null before there is any. */
  visible(): Range | null;
}

export class EpubText implements SelectableText {
  readonly boxOf = boxOf;
  readonly #shown: Shown;

  constructor(shown: Shown) {
    this.#shown = shown;
  }

  document(): Document | null {
    return this.#shown.visible()?.startContainer.ownerDocument ?? null;
  }

  has(): boolean {
    return true;
  }

  locatorsOf(range: Range): Locator[] {
    const locator = this.#shown.locatorOf(range);
    return locator ? [locator] : [];
  }

  first(): Range | null {
    const visible = this.#shown.visible();
    const doc = visible?.startContainer.ownerDocument;
    if (!visible || !doc) return null;
    const point = { node: visible.startContainer, offset: visible.startOffset };
    const first = sentence(doc, point, 1);
    // A sentence may be longer than the page: then it is the one that one is in.
    const isSeen = first !== null && visible.comparePoint(first.startContainer, first.startOffset) === 0;
    return isSeen ? first : (sentence(doc, point, -1) ?? first);
  }

  beside(range: Range, direction: 1 | -1): Range | null {
    const end = { node: range.endContainer, offset: range.endOffset };
    const start = { node: range.startContainer, offset: range.startOffset };
    return sentence(range.startContainer.ownerDocument as Document, direction === 1 ? end : start, direction);
  }

  begin(selection: Selection): boolean {
    const visible = this.#shown.visible();
    if (!visible || !selection.isCollapsed) return visible !== null;
    const caret = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    const isHere = caret !== null && visible.comparePoint(caret.startContainer, caret.startOffset) === 0;
    if (!isHere) selection.collapse(visible.startContainer, visible.startOffset);
    return true;
  }
}
