/** What is selected in the book's documents: by mouse, by finger, and by keys alone. */
import { text } from "../data.ts";
import type { MarkDesk } from "../marks/desk.ts";
import { toast } from "../marks/toast.ts";
import { sentence } from "./sentences.ts";
import { boxOf } from "./highlights.ts";
import type { Locator } from "../../sync/kinds.ts";

export interface SelectingActions {
  locatorOf(range: Range): Locator | null;
  /** What is to be seen of the document at hand; null before there is any. */
  visible(): Range | null;
}

const SETTLED_MS = 250;

export class Selecting {
  readonly #desk: MarkDesk;
  readonly #actions: SelectingActions;
  #isPointing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the palette was open when a press began: then that press only closes it. */
  #wasOpen = false;

  constructor(desk: MarkDesk, actions: SelectingActions) {
    this.#desk = desk;
    this.#actions = actions;
  }

  listen(doc: Document): void {
    doc.addEventListener("pointerdown", () => {
      this.#wasOpen = this.#desk.isOpen;
      this.#isPointing = true;
    });
    for (const end of ["pointerup", "pointercancel"]) {
      doc.addEventListener(end, () => {
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

  /** The selection, or without one the sentence that begins first on the page; asked again, the next one. */
  byKey(): void {
    const selected = this.#selection();
    const range = selected ?? this.#first();
    if (range) this.#offer(range, true);
    else toast(text("mark-no-text"));
  }

  /** Selects more or less, word by word or line by line, from the head of the page where nothing is selected; false where there is no text. */
  extend({ key }: KeyboardEvent): boolean {
    const visible = this.#actions.visible();
    const selection = visible?.startContainer.ownerDocument?.getSelection();
    if (!visible || !selection) return false;
    if (selection.isCollapsed) {
      const caret = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
      const isHere = caret !== null && visible.comparePoint(caret.startContainer, caret.startOffset) === 0;
      if (!isHere) selection.collapse(visible.startContainer, visible.startOffset);
    }
    const [direction, granularity] = STEPS[key] ?? ["forward", "word"];
    selection.modify("extend", direction, granularity);
    return true;
  }

  #settle(doc: Document): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#isPointing) return;
      const range = rangeIn(doc);
      if (range) this.#offer(range, false);
      else this.#desk.unselected();
    }, SETTLED_MS);
  }

  #offer(range: Range, takesFocus: boolean): void {
    const doc = range.startContainer.ownerDocument as Document;
    if (takesFocus) {
      doc.getSelection()?.removeAllRanges();
      doc.getSelection()?.addRange(range);
    }
    const locator = this.#actions.locatorOf(range);
    if (!locator) return;
    const selected = { locator, box: boxOf(range), clear: () => doc.getSelection()?.removeAllRanges() };
    this.#desk.choose(selected, takesFocus, (event) => this.#paletteKey(event, doc));
  }

  /** While the palette has the focus: another sentence, or more of this one. */
  #paletteKey(event: KeyboardEvent, doc: Document): boolean {
    const range = rangeIn(doc);
    if (event.shiftKey && STEPS[event.key]) {
      this.extend(event);
      return this.#follow(doc);
    }
    const step = event.key === "ArrowDown" || event.code === "KeyH" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || !range) return false;
    const point = step === 1 ? { node: range.endContainer, offset: range.endOffset } : { node: range.startContainer, offset: range.startOffset };
    const next = sentence(doc, point, step);
    if (next) {
      doc.getSelection()?.removeAllRanges();
      doc.getSelection()?.addRange(next);
    }
    return this.#follow(doc);
  }

  /** The next key may come at once, and is about what is selected now. */
  #follow(doc: Document): true {
    const range = rangeIn(doc);
    if (range) this.#offer(range, false);
    return true;
  }

  #selection(): Range | null {
    const doc = this.#actions.visible()?.startContainer.ownerDocument;
    return doc ? rangeIn(doc) : null;
  }

  #first(): Range | null {
    const visible = this.#actions.visible();
    const doc = visible?.startContainer.ownerDocument;
    if (!visible || !doc) return null;
    const point = { node: visible.startContainer, offset: visible.startOffset };
    const first = sentence(doc, point, 1);
    // A sentence may be longer than the page: then it is the one that one is in.
    const isSeen = first !== null && visible.comparePoint(first.startContainer, first.startOffset) === 0;
    return isSeen ? first : (sentence(doc, point, -1) ?? first);
  }
}

const STEPS: Record<string, ["left" | "right" | "forward" | "backward", "word" | "line"]> = {
  ArrowRight: ["right", "word"],
  ArrowLeft: ["left", "word"],
  ArrowDown: ["forward", "line"],
  ArrowUp: ["backward", "line"],
};

function rangeIn(doc: Document): Range | null {
  const selection = doc.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  return range.toString().trim() === "" ? null : range.cloneRange();
}
