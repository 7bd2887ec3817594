/** The time left, from bytes: a rough figure, so it is rounded up. */
import { plural, text } from "../data.ts";
import type { Point, Progress } from "./progress.ts";

// Letters a minute times bytes a letter in UTF-8, markup included.
const BYTES_PER_MINUTE: Record<string, number> = { ar: 2200, fa: 2200, he: 2200, ja: 1700, zh: 1700, ko: 1700 };
const USUAL = 1600;
// From here on hours say as much as minutes.
const HOURS_FROM = 90;

export function minutes(bytes: number, language: string): number {
  const primary = language.split("-")[0]?.toLowerCase() ?? "";
  return Math.ceil(bytes / (BYTES_PER_MINUTE[primary] ?? USUAL));
}

/** What is told of the time left, of the chapter or of the book. */
export function timeLeft(of: "chapter" | "book", progress: Progress, point: Point, language: string): string {
  if (of === "chapter") {
    const left = minutes(progress.bytesLeft(point), language);
    return left > 0 ? plural("minutes-left", left) : text("chapter-ends");
  }
  const left = minutes(progress.bytesLeftInBook(point), language);
  if (left === 0) return text("book-ends");
  return left < HOURS_FROM ? plural("book-left-minutes", left) : plural("book-left-hours", Math.round(left / 60));
}
