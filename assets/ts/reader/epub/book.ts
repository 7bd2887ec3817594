/**
 * The streamed book: gives foliate's renderers the sections of a manifest, each one the address of
 * a resource on the server. Nothing is fetched before it is shown, nothing becomes a `blob:`.
 */
import * as CFI from "foliate-js/epubcfi.js";
import { isOnTheWay, layoutOf, type Manifest, type Section } from "./manifest.ts";

export interface FoliateSection {
  id: string;
  linear: "yes" | "no";
  size: number;
  pageSpread?: "left" | "right" | "center";
  load(): string | null;
}

/** A book as `Paginator.open` and `FixedLayout.open` take it. */
export interface FoliateBook {
  dir: "ltr" | "rtl";
  rendition: { layout: string; spread?: string; viewport?: { width: number; height: number } };
  sections: FoliateSection[];
}

/** A place to go: a fraction of the section, or what a document of it answers. */
export interface Target {
  index: number;
  anchor?: number | ((doc: Document) => number | Element | Range | null);
}

export class Book {
  readonly #base: URL;
  readonly #indexOf = new Map<string, number>();
  readonly #known = new Map<string, number | null>();

  constructor(readonly manifest: Manifest) {
    this.#base = new URL(manifest.base, location.href);
    manifest.sections.forEach((section, index) => {
      const url = this.url(section.href);
      if (!this.#indexOf.has(url)) this.#indexOf.set(url, index);
    });
  }

  get sections(): Section[] {
    return this.manifest.sections;
  }

  /** The address of a resource, without a fragment. */
  url(href: string): string {
    return withoutFragment(new URL(href, this.#base));
  }

  /** The address of a section's document; a locked section has none. */
  load(index: number): string | null {
    const section = this.sections[index];
    return section && !section.locked ? this.url(section.href) : null;
  }

  isFixed(index: number): boolean {
    const section = this.sections[index];
    return section !== undefined && layoutOf(this.manifest, section) === "fixed";
  }

  /** The nearest section in reading order from `index` (itself included), or -1. */
  onTheWay(index: number, step: 1 | -1): number {
    for (let i = index; i >= 0 && i < this.sections.length; i += step) {
      const section = this.sections[i];
      if (section && isOnTheWay(section)) return i;
    }
    return -1;
  }

  /** Where an address inside the book leads: relative to `base`, or absolute as links report theirs. */
  targetOf(href: string): Target | null {
    const url = new URL(href, this.#base);
    const index = this.#indexOf.get(withoutFragment(url));
    if (index === undefined) return null;
    const id = decode(url.hash.slice(1));
    return id === "" ? { index, anchor: 0 } : { index, anchor: (doc) => fragment(doc, id) ?? 0 };
  }

  /** Which section an address lies in; asked of every mark with every page, so that it is worked out once. */
  indexOf(href: string): number | null {
    let index = this.#known.get(href);
    if (index === undefined) this.#known.set(href, (index = this.targetOf(href)?.index ?? null));
    return index;
  }

  owns(href: string): boolean {
    return href.startsWith(this.#base.href);
  }

  cfiOf(index: number, range: Range | null): string | undefined {
    const path = this.sections[index]?.cfi;
    if (!path) return undefined;
    try {
      return range ? CFI.joinIndir(path, CFI.fromRange(range)) : `epubcfi(${path})`;
    } catch {
      return undefined;
    }
  }

  targetOfCfi(cfi: string): Target | null {
    const path = /^epubcfi\(([^!)]*)/.exec(cfi)?.[1]?.replace(/\[[^\]]*\]/g, "");
    const index = this.sections.findIndex((section) => section.cfi.replace(/\[[^\]]*\]/g, "") === path);
    if (index < 0) return null;
    return { index, anchor: (doc) => rangeOfCfi(doc, cfi) ?? 0 };
  }

  /** Splits an address for foliate's table-of-contents search. */
  split(href: string | null): [string | null, string | null] {
    if (href === null) return [null, null];
    const url = new URL(href, this.#base);
    return [withoutFragment(url), decode(url.hash.slice(1)) || null];
  }
}

export function fragment(doc: Document, id: string | null): Element | null {
  if (!id) return null;
  return doc.getElementById(id) ?? doc.querySelector(`[name="${CSS.escape(id)}"]`);
}

export function rangeOfCfi(doc: Document, cfi: string): Range | null {
  try {
    const parts = CFI.parse(cfi);
    (parts.parent ?? parts).shift();
    return CFI.toRange(doc, parts);
  } catch {
    return null;
  }
}

function withoutFragment(url: URL): string {
  return url.origin + url.pathname + url.search;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
