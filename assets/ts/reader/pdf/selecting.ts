/** What is selected in the text over the pages: by mouse, by finger, and by keys alone. */
import { text } from "../data.ts";
import type { MarkDesk } from "../marks/desk.ts";
import { toast } from "../marks/toast.ts";
import type { Pages } from "./pages.ts";
import { boxOf, locatorOf, type FileFacts } from "./places-on-page.ts";
import { LayerText } from "./page-text.ts";

const SETTLED_MS = 250;
const STEPS: Record<string, ["left" | "right" | "forward" | "backward", "word" | "line"]> = {
  ArrowRight: ["right", "word"],
  ArrowLeft: ["left", "word"],
  ArrowDown: ["forward", "line"],
  ArrowUp: ["backward", "line"],
};

export class PageSelecting {
  readonly #desk: MarkDesk;
  readonly #pages: Pages;
  readonly #file: () => FileFacts;
  #isPointing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the palette was open when a press began: then that press only closes it. */
  #wasOpen = false;

  constructor(desk: MarkDesk, pages: Pages, file: () => FileFacts) {
    this.#desk = desk;
    this.#pages = pages;
    this.#file = file;
  }

  listen(): void {
    this.#pages.container.addEventListener("pointerdown", () => {
      this.#wasOpen = this.#desk.isOpen;
      this.#isPointing = true;
    });
    for (const end of ["pointerup", "pointercancel"]) {
      document.addEventListener(end, () => {
        if (!this.#isPointing) return;
        this.#isPointing = false;
        this.#settle();
      });
    }
    document.addEventListener("selectionchange", () => this.#settle());
  }

  /** Whether a press that ends now was there to close the palette. */
  closes(): boolean {
    if (!this.#wasOpen) return false;
    this.#wasOpen = false;
    this.#desk.close();
    return true;
  }

  /** The selection, or without one the sentence that begins first in the window. */
  byKey(): void {
    const range = this.#selection() ?? this.#sentences()[0];
    if (range) this.#offer(range, true);
    else toast(text("mark-no-text"));
  }

  /** Selects more or less, from the head of the window where nothing is selected; false where there is no text. */
  extend({ key }: KeyboardEvent): boolean {
    const selection = document.getSelection();
    const step = STEPS[key];
    if (!selection || !step) return false;
    if (!this.#selection()) {
      const first = this.#sentences()[0];
      if (!first) return false;
      selection.collapse(first.startContainer, first.startOffset);
    }
    selection.modify("extend", ...step);
    return true;
  }

  #settle(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#isPointing) return;
      const range = this.#selection();
      if (range) this.#offer(range, false);
      else this.#desk.unselected();
    }, SETTLED_MS);
  }

  #offer(range: Range, takesFocus: boolean): void {
    if (takesFocus) select(range);
    const locator = locatorOf(range, this.#pages, this.#file());
    if (!locator) return;
    const selected = { locator, box: boxOf(range), clear: () => document.getSelection()?.removeAllRanges() };
    this.#desk.choose(selected, takesFocus, (event) => this.#paletteKey(event));
  }

  /** While the palette has the focus: another sentence, or more of this one. */
  #paletteKey(event: KeyboardEvent): boolean {
    if (event.shiftKey && STEPS[event.key]) {
      this.extend(event);
      return this.#follow();
    }
    const step = event.key === "ArrowDown" || event.code === "KeyH" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const range = this.#selection();
    if (step === 0 || !range) return false;
    const sentences = this.#sentences();
    const behind = sentences.findIndex((one) => one.compareBoundaryPoints(Range.START_TO_START, range) > 0);
    const next = step === 1 ? sentences[behind] : sentences[(behind < 0 ? sentences.length : behind) - 2];
    if (next) select(next);
    return this.#follow();
  }

  /** The next key may come at once, and is about what is selected now. */
  #follow(): true {
    const range = this.#selection();
    if (range) this.#offer(range, false);
    return true;
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

  #selection(): Range | null {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const isOnPage = this.#pages.container.contains(range.startContainer) && range.toString().trim() !== "";
    return isOnPage ? range.cloneRange() : null;
  }
}

function select(range: Range): void {
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
}
