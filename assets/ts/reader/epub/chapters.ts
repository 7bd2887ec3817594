/** Which entry of the contents, and which page of the printed book, a place belongs to. */
import { TOCProgress, type Item } from "foliate-js/progress.js";
import { fragment, type Book } from "./book.ts";
import type { TocItem } from "./manifest.ts";
import type { Visible } from "./stage.ts";

export class Chapters {
  readonly #contents = new TOCProgress();
  readonly #pages = new TOCProgress();
  readonly #book: Book;
  #hasPages = false;

  private constructor(book: Book) {
    this.#book = book;
  }

  static async of(book: Book): Promise<Chapters> {
    const made = new Chapters(book);
    const { toc, page_list: pages, sections } = book.manifest;
    const shared = { ids: sections.map(({ href }) => book.url(href)), splitHref: book.split.bind(book), getFragment: fragment };
    await made.#contents.init({ ...shared, toc: toc.map(item) });
    made.#hasPages = pages.length > 0;
    if (made.#hasPages) await made.#pages.init({ ...shared, toc: pages.map(({ label, href }) => ({ label, href })) });
    return made;
  }

  at({ index, range }: Visible): { label: string; target: string | null } {
    const found = this.#contents.getProgress(index, range);
    return { label: found?.label.trim() ?? "", target: found?.href ?? null };
  }

  /** The printed page's own number, which may be a roman one. */
  pageLabel({ index, range }: Visible): string | null {
    return this.#hasPages ? (this.#pages.getProgress(index, range)?.label ?? null) : null;
  }

  get lastPageLabel(): string | null {
    return this.#book.manifest.page_list.at(-1)?.label ?? null;
  }

  /** Where the printed page `label` begins. */
  targetOfPage(label: string): string | null {
    return this.#book.manifest.page_list.find((page) => page.label.toLowerCase() === label.toLowerCase())?.href ?? null;
  }
}

function item({ label, href, children }: TocItem): Item {
  return { label, href, ...(children.length > 0 ? { subitems: children.map(item) } : {}) };
}
