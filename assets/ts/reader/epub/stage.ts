/** What the view needs of a renderer: one for flowing text, one for fixed pages. */
import type { Target } from "./book.ts";

/** What is visible now. */
export interface Visible {
  index: number;
  /** 0–1 within the section: where the visible part begins and ends. */
  start: number;
  end: number;
  range: Range | null;
}

export interface StageEvents {
  /** The frame of a section is about to load. */
  loading(index: number): void;
  loaded(doc: Document, index: number): void;
  relocated(visible: Visible): void;
}

export interface Stage {
  readonly element: HTMLElement;
  goTo(target: Target): Promise<void>;
  /** Turns one page; false at the edge of what this stage can show. */
  turn(direction: 1 | -1): Promise<boolean>;
  /** Scrolls a little where the text scrolls; false elsewhere. */
  step(direction: 1 | -1): boolean;
  restyle(): void;
  documents(): Document[];
  destroy(): void;
}
