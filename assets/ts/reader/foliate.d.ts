/** The parts of foliate-js 1.0.1 (which ships no types) that the reader uses. */

declare module "foliate-js/paginator.js" {
  export class Paginator extends HTMLElement {
    open(book: import("./epub/book.ts").FoliateBook): void;
    goTo(target: import("./epub/book.ts").Target): Promise<void>;
    next(distance?: number): Promise<void>;
    prev(distance?: number): Promise<void>;
    setStyles(styles: [string, string]): void;
    getContents(): { index: number; doc: Document }[];
    destroy(): void;
    readonly scrolled: boolean;
    readonly atStart: boolean;
    readonly atEnd: boolean;
    readonly start: number;
    readonly end: number;
    readonly viewSize: number;
    readonly page: number;
    readonly pages: number;
  }
}

declare module "foliate-js/fixed-layout.js" {
  export class FixedLayout extends HTMLElement {
    open(book: import("./epub/book.ts").FoliateBook): void;
    goTo(target: import("./epub/book.ts").Target): Promise<void>;
    next(): Promise<void>;
    prev(): Promise<void>;
    getSpreadOf(section: import("./epub/book.ts").FoliateSection): { index: number; side: string } | undefined;
    getContents(): { doc: Document | null }[];
    destroy(): void;
  }
}

declare module "foliate-js/epubcfi.js" {
  type Part = { index: number; id?: string | null; offset?: number };
  type Parsed = Part[][] & { parent?: Part[][]; start?: Part[][]; end?: Part[][] };
  export const isCFI: RegExp;
  export function parse(cfi: string): Parsed;
  export function joinIndir(...cfis: string[]): string;
  export function fromRange(range: Range): string;
  export function toRange(doc: Document, parts: Parsed): Range;
}

declare module "foliate-js/progress.js" {
  export interface Item {
    id?: number;
    label: string;
    href: string | null;
    subitems?: Item[];
  }
  export class TOCProgress {
    init(options: {
      toc: Item[];
      ids: string[];
      splitHref(href: string | null): [string | null, string | null];
      getFragment(doc: Document, id: string | null): Element | null;
    }): Promise<void>;
    getProgress(index: number, range?: Range | null): Item | null | undefined;
  }
}

declare module "construct-style-sheets-polyfill" {}
