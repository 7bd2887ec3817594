// What became of a rating that waited, as the form of ratings writes it.
import type { Taken } from "../sync/kinds.ts";

/** The value that counts now for this book; `null` where nothing was answered about it. */
export function ratingOf(taken: Taken[], book = ""): string | null {
  const told = taken.find(({ list, key, state }) => list === "ratings" && key === book && state);
  const value = (told?.state as { value: number | null } | undefined)?.value;
  if (value === undefined) return null;
  // The form has steps of a half.
  return value === null ? "" : value === 0 ? "0" : (Math.round(2 * value) / 2).toFixed(1);
}
