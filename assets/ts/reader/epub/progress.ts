/**
 * How far a place is into the book, by the formula that the server uses too: sections weigh their
 * bytes as served, those off the reading order weigh nothing. Pages are 1,024 bytes of a
 * reflowable section, or one fixed page.
 */
import { layoutOf, type Manifest } from "./manifest.ts";

const BYTES_PER_PAGE = 1024;

export interface Point {
  index: number;
  /** 0–1 within the section. */
  fraction: number;
}

export class Progress {
  readonly #weights: number[];
  readonly #sum: number;
  readonly #pages: number[];
  readonly pages: number;

  constructor(manifest: Manifest) {
    this.#weights = manifest.sections.map((section) => (section.linear ? Math.max(0, section.size) : 0));
    this.#sum = total(this.#weights);
    this.#pages = manifest.sections.map((section) => {
      if (!section.linear) return 0;
      return layoutOf(manifest, section) === "fixed" ? 1 : Math.max(1, Math.ceil(section.size / BYTES_PER_PAGE));
    });
    this.pages = Math.max(1, total(this.#pages));
  }

  /** 0–1 through the book, for the end of what is visible. */
  total({ index, fraction }: Point): number {
    if (this.#sum === 0) return 0;
    return (total(this.#weights.slice(0, index)) + fraction * (this.#weights[index] ?? 0)) / this.#sum;
  }

  /** The page (1-based) that holds the point where what is visible begins. */
  page({ index, fraction }: Point): number {
    const before = total(this.#pages.slice(0, index));
    const here = this.#pages[index] ?? 0;
    const within = here === 0 ? 0 : Math.min(here - 1, Math.floor(fraction * here + 1e-6));
    return Math.min(this.pages, before + within + 1);
  }

  /** Where page `page` begins; pages beyond the book are brought back into it. */
  pointOfPage(page: number): Point {
    let left = Math.min(Math.max(1, page), this.pages) - 1;
    for (const [index, count] of this.#pages.entries()) {
      if (left < count) return { index, fraction: left / count };
      left -= count;
    }
    return { index: 0, fraction: 0 };
  }

  /** Bytes between the point and the end of its section. */
  bytesLeft({ index, fraction }: Point): number {
    return (1 - fraction) * (this.#weights[index] ?? 0);
  }

  /** Bytes between the point and the end of the book. */
  bytesLeftInBook(point: Point): number {
    return this.bytesLeft(point) + total(this.#weights.slice(point.index + 1));
  }

  /** The point that lies behind a share (0–1) of the book. */
  pointOfShare(share: number): Point {
    let left = Math.min(1, Math.max(0, share)) * this.#sum;
    let last: Point = { index: 0, fraction: 0 };
    for (const [index, weight] of this.#weights.entries()) {
      if (weight === 0) continue;
      if (left <= weight) return { index, fraction: left / weight };
      left -= weight;
      last = { index, fraction: 1 };
    }
    return last;
  }
}

function total(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
