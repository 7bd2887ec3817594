/** Which address is what. */
import type { Format } from "../offline/books.ts";

/** A book's page in the reader: `/fr/read/7?format=pdf`. */
export interface ReaderPage {
  locale: string;
  book: number;
  /** None where the address leaves it to the shop. */
  format: Format | null;
}

export function readerPage({ pathname, searchParams }: URL): ReaderPage | null {
  const [, locale, book] = /^\/(\w\w)\/read\/(\d+)$/.exec(pathname) ?? [];
  if (!locale) return null;
  const format = searchParams.get("format");
  return { locale, book: Number(book), format: format === "epub" || format === "pdf" ? format : null };
}

export const readerPath = (locale: string, book: number, format: Format): string => `/${locale}/read/${book}?format=${format}`;

/** What a reader asks of the API for a book: its manifest, a resource of a version, or its file. */
export interface BookPart {
  book: number;
  part: "manifest" | "resource" | "file";
  format: Format | null;
  version: string | null;
}

export function bookPart({ pathname, searchParams }: URL): BookPart | null {
  const [, book, rest = ""] = /^\/api\/v1\/books\/(\d+)\/(.+)$/.exec(pathname) ?? [];
  if (!book) return null;
  const format = searchParams.get("format");
  if (rest === "manifest") return { book: Number(book), part: "manifest", format: format === "pdf" ? "pdf" : "epub", version: null };
  const version = /^resources\/([^/]+)\/./.exec(rest)?.[1];
  if (version) return { book: Number(book), part: "resource", format: "epub", version };
  if (rest === "files/pdf" && searchParams.get("use") === "reading") return { book: Number(book), part: "file", format: "pdf", version: null };
  return null;
}

/** An address written the one way that a cache is asked by: documents may write theirs in several. */
export function canonical(address: string): string {
  const { pathname, search } = new URL(address, location.origin);
  return pathname.split("/").map(segment).join("/") + search;
}

function segment(part: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(part));
  } catch {
    return part;
  }
}
