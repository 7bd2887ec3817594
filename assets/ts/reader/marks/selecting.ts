/** What is selected in a book's text: by mouse, by finger, and by keys alone. A format says where its text is (`SelectableText`). */
import type { Locator } from "../../sync/kinds.ts";
import { text } from "../data.ts";
import type { MarkDesk } from "./desk.ts";
import { toast } from "./toast.ts";

/** What a format knows of its text. */
export interface SelectableText {
  /** The document on show; null before there is one. */
  document(): Document | null;
  /** Whether a range that is selected in it is text of the book. */
  has(range: Range): boolean;
  /** Where a range is; of one that goes over several pages the part on each, in their order. */
  locatorsOf(range: Range): Locator[];
  boxOf(range: Range): DOMRect | null;
  /** The first sentence of what is to be seen. */
  first(): Range | null;
  /** The sentence behind a range, or before it. */
  beside(range: Range, direction: 1 | -1): Range | null;
  /** Puts the caret where selecting with keys begins, where nothing is selected; false where there is no text. */
  begin(selection: Selection): boolean;
}

const SETTLED_MS = 250;
const STEPS: Record<string, ["left" | "right" | "forward" | "backward", "word" | "line"]> = {
  ArrowRight: ["right", "word"],
  ArrowLeft: ["left", "word"],
  ArrowDown: ["forward", "line"],
  ArrowUp: ["backward", "line"],
};

export class Selecting {
  readonly #desk: MarkDesk;
  readonly #text: SelectableText;
  #isPointing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the palette was open when a press began: then that press only closes it. */
  #wasOpen = false;

  constructor(desk: MarkDesk, text: SelectableText) {
    this.#desk = desk;
    this.#text = text;
  }

  /** Hears what is done in a document, where a press begins in `pages`. */
  listen(doc: Document, pages: EventTarget = doc): void {
    pages.addEventListener("pointerdown", () => {
      this.#wasOpen = this.#desk.isOpen;
      this.#isPointing = true;
    });
    for (const end of ["pointerup", "pointercancel"]) {
      doc.addEventListener(end, () => {
        if (!this.#isPointing) return;
        this.#isPointing = false;
        this.#settle(doc);
      });
    }
    doc.addEventListener("selectionchange", () => this.#settle(doc));
  }

  /** Whether a press that ends now was there to close the palette. */
  closes(): boolean {
    if (!this.#wasOpen) return false;
    this.#wasOpen = false;
    this.#desk.close();
    return true;
  }

  /** The selection, or without one the sentence that begins first on the page. */
  byKey(): void {
    const range = this.#selected(this.#text.document()) ?? this.#text.first();
    if (range) this.#offer(range, true);
    else toast(text("mark-no-text"));
  }

  /** Selects more or less, word by word or line by line; false where there is no text. */
  extend({ key }: KeyboardEvent): boolean {
    const selection = this.#text.document()?.getSelection();
    const step = STEPS[key];
    if (!selection || !step || !this.#text.begin(selection)) return false;
    selection.modify("extend", ...step);
    return true;
  }

  #settle(doc: Document): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#isPointing) return;
      const range = this.#selected(doc);
      if (range) this.#offer(range, false);
      else this.#desk.unselected();
    }, SETTLED_MS);
  }

  #offer(range: Range, takesFocus: boolean): void {
    const doc = range.startContainer.ownerDocument as Document;
    if (takesFocus) select(range);
    const [locator, ...more] = this.#text.locatorsOf(range);
    if (!locator) return;
    const selected = { locator, more, box: this.#text.boxOf(range), clear: () => doc.getSelection()?.removeAllRanges() };
    this.#desk.choose(selected, takesFocus, (event) => this.#paletteKey(event, doc));
  }

  /** While the palette has the focus: another sentence, or more of this one. */
  #paletteKey(event: KeyboardEvent, doc: Document): boolean {
    if (event.shiftKey && STEPS[event.key]) {
      this.extend(event);
      return this.#follow(doc);
    }
    const direction = event.key === "ArrowDown" || event.code === "KeyH" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const range = this.#selected(doc);
    if (direction === 0 || !range) return false;
    const next = this.#text.beside(range, direction);
    if (next) select(next);
    return this.#follow(doc);
  }

  /** The next key may come at once, and is about what is selected now. */
  #follow(doc: Document): true {
    const range = this.#selected(doc);
    if (range) this.#offer(range, false);
    return true;
  }

  #selected(doc: Document | null): Range | null {
    const selection = doc?.getSelection();
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    return range.toString().trim() !== "" && this.#text.has(range) ? range.cloneRange() : null;
  }
}

function select(range: Range): void {
  const selection = range.startContainer.ownerDocument?.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
