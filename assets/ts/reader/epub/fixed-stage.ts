/** Fixed pages: foliate's fixed-layout renderer with spreads, for one run of such sections. */
import "foliate-js/fixed-layout.js";
import type { FixedLayout } from "foliate-js/fixed-layout.js";
import type { Preferences } from "../preferences.ts";
import { dimming } from "./book-styles.ts";
import type { Book, FoliateSection, Target } from "./book.ts";
import { prepare } from "./document.ts";
import { signFixed } from "./note-signs.ts";
import type { Run } from "./runs.ts";
import type { Stage, StageEvents } from "./stage.ts";

export class FixedStage implements Stage {
  readonly element = document.createElement("foliate-fxl") as FixedLayout;
  readonly #book: Book;
  readonly #run: Run;
  readonly #preferences: Preferences;
  readonly #events: StageEvents;

  constructor(book: Book, run: Run, preferences: Preferences, events: StageEvents) {
    this.#book = book;
    this.#preferences = preferences;
    this.#run = run;
    this.#events = events;
    const sections = run.indices.map((index): FoliateSection => {
      const section = book.sections[index];
      return {
        id: section?.href ?? "",
        size: section?.size ?? 0,
        linear: "yes",
        ...(section?.spread ? { pageSpread: section.spread } : {}),
        load: () => {
          events.loading(index);
          return book.load(index);
        },
      };
    });
    this.element.addEventListener("load", (event) => {
      const { doc, index } = (event as CustomEvent<{ doc: Document; index: number }>).detail;
      prepare(doc, book.manifest, false);
      signFixed(doc);
      events.loaded(doc, this.#run.indices[index] ?? 0);
    });
    this.element.addEventListener("relocate", () => this.#report());
    // Foliate places pages from the left edge, whatever the reader's language; what the book wants stands in `dir` below.
    this.element.dir = "ltr";
    const { direction, spread, viewport } = book.manifest;
    this.element.open({
      dir: direction,
      rendition: { layout: "pre-paginated", spread, ...(viewport ? { viewport } : {}) },
      sections,
    });
    this.restyle();
  }

  async goTo({ index }: Target): Promise<void> {
    await this.element.goTo({ index: Math.max(0, this.#run.indices.indexOf(index)) });
    this.#report();
  }

  async turn(direction: 1 | -1): Promise<boolean> {
    const before = this.#visible().join();
    await (direction === 1 ? this.element.next() : this.element.prev());
    return this.#visible().join() !== before;
  }

  step(): boolean {
    return false;
  }

  restyle(): void {
    // The page's own look is the point of a fixed layout: in the dark it is only dimmed.
    this.element.style.filter = dimming(this.#preferences);
  }

  documents(): Document[] {
    return this.element.getContents().flatMap(({ doc }) => (doc ? [doc] : []));
  }

  destroy(): void {
    this.element.destroy();
    this.element.remove();
  }

  /** Positions within the run of the pages on show: of a spread both, on a narrow screen one. */
  #visible(): number[] {
    const shown = this.documents().filter((doc) => {
      const frame = doc.defaultView?.frameElement as HTMLElement | null;
      return frame?.parentElement?.style.display !== "none";
    });
    const urls = new Set(shown.map((doc) => doc.URL));
    return this.#run.indices.flatMap((index, position) => {
      const url = this.#book.load(index);
      return url !== null && urls.has(url) ? [position] : [];
    });
  }

  #report(): void {
    const last = this.#visible().at(-1);
    const index = last === undefined ? undefined : this.#run.indices[last];
    if (index !== undefined) this.#events.relocated({ index, start: 0, end: 1, range: null });
  }
}
