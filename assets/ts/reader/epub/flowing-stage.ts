/** Flowing text: foliate's paginator, paged or scrolled, for one run of reflowable sections. */
import "foliate-js/paginator.js";
import type { Paginator } from "foliate-js/paginator.js";
import type { Preferences } from "../preferences.ts";
import type { Book, Target } from "./book.ts";
import { flowOf, measure, styles } from "./book-styles.ts";
import { prepare } from "./document.ts";
import { overlayOf, type Overlay } from "./note-signs.ts";
import type { Run } from "./runs.ts";
import type { Stage, StageEvents, Visible } from "./stage.ts";

const STEP_PX = 64;

const stillness = matchMedia("(prefers-reduced-motion: reduce)");

export class FlowingStage implements Stage {
  readonly element = document.createElement("foliate-paginator") as Paginator;
  readonly #book: Book;
  readonly #preferences: Preferences;

  constructor(book: Book, run: Run, preferences: Preferences, events: StageEvents) {
    this.#book = book;
    this.#preferences = preferences;
    this.element.addEventListener("load", (event) => {
      const { doc, index } = (event as CustomEvent<{ doc: Document; index: number }>).detail;
      prepare(doc, book.manifest, true);
      events.loaded(doc, index);
    });
    this.element.addEventListener("create-overlayer", (event) => {
      const { doc, attach } = (event as CustomEvent<{ doc: Document; attach(overlay: Overlay): void }>).detail;
      attach(overlayOf(doc));
    });
    this.element.addEventListener("relocate", (event) => {
      const visible = this.#visible((event as CustomEvent<Relocation>).detail);
      if (visible) events.relocated(visible);
    });
    this.element.open({
      dir: book.manifest.direction,
      rendition: { layout: "reflowable" },
      sections: book.sections.map((section, index) => ({
        id: section.href,
        size: section.size,
        linear: run.turns(index) ? "yes" : "no",
        load: () => {
          events.loading(index);
          return book.load(index);
        },
      })),
    });
    this.restyle();
  }

  async goTo(target: Target): Promise<void> {
    const { index, anchor } = target;
    await this.element.goTo(typeof anchor === "function" ? { index, anchor: (doc) => shown(anchor(doc)) } : target);
  }

  async turn(direction: 1 | -1): Promise<boolean> {
    if (direction === 1 ? this.element.atEnd : this.element.atStart) return this.#isScrolledAway(direction) && this.#turn(direction);
    return this.#turn(direction);
  }

  step(direction: 1 | -1): boolean {
    if (!this.element.scrolled) return false;
    void (direction === 1 ? this.element.next(STEP_PX) : this.element.prev(STEP_PX));
    return true;
  }

  restyle(): void {
    const { element } = this;
    const { width, gap, columns } = measure(this.#preferences, this.#book.manifest.language, element.clientWidth || innerWidth);
    element.toggleAttribute("animated", !stillness.matches);
    element.setAttribute("flow", flowOf(this.#preferences, this.#book.manifest));
    element.setAttribute("gap", `${gap}%`);
    element.setAttribute("margin", "16px");
    element.setAttribute("max-column-count", String(columns));
    element.setAttribute("max-inline-size", `${width}px`);
    element.setStyles(styles(this.#preferences, this.#book.manifest));
  }

  documents(): Document[] {
    return this.element.getContents().map(({ doc }) => doc);
  }

  destroy(): void {
    try {
      this.element.destroy();
    } catch {
      // foliate cannot destroy a view whose first section never arrived.
    }
    this.element.remove();
  }

  async #turn(direction: 1 | -1): Promise<boolean> {
    await (direction === 1 ? this.element.next() : this.element.prev());
    return true;
  }

  /** `atEnd` and `atStart` count pages, which scrolled text has not: there the pixels decide. */
  #isScrolledAway(direction: 1 | -1): boolean {
    const { element } = this;
    if (!element.scrolled) return false;
    return direction === 1 ? element.viewSize - element.end > 2 : element.start > 0;
  }

  #visible({ index, range, fraction, size }: Relocation): Visible | null {
    if (!Number.isInteger(index)) return null;
    const start = clamp(fraction);
    const end = size === undefined ? clamp(this.element.end / this.element.viewSize) : clamp(fraction + size);
    return { index, start, end: Math.max(start, end), range: range ?? null };
  }
}

/**
 * A place that has a box: foliate goes nowhere, and says nothing, where there is none. That is so around a picture whose
 * range has no text, and with an element that its book hides.
 */
function shown(place: number | Element | Range | null): number | Element | Range {
  if (place === null || typeof place === "number") return place ?? 0;
  const isRange = "startContainer" in place;
  if ((isRange && place.collapsed) || place.getClientRects().length > 0) return place;
  const start = isRange ? (place.startContainer.childNodes[place.startOffset] ?? place.startContainer) : place;
  for (let node: Node | null = start; node; node = node.parentNode) {
    if (node.nodeType === Node.ELEMENT_NODE && !["body", "html"].includes((node as Element).localName) && (node as Element).getClientRects().length > 0) return node as Element;
  }
  return 0;
}

interface Relocation {
  index: number;
  range?: Range;
  fraction: number;
  /** Absent in scrolled text. */
  size?: number;
}

function clamp(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
