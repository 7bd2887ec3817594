/** Minutes left in a chapter, from bytes: a rough figure, so it is rounded up and never "0". */

// Letters a minute times bytes a letter in UTF-8, markup included.
const BYTES_PER_MINUTE: Record<string, number> = { ar: 2200, fa: 2200, he: 2200, ja: 1700, zh: 1700, ko: 1700 };
const USUAL = 1600;

export function minutes(bytes: number, language: string): number {
  const primary = language.split("-")[0]?.toLowerCase() ?? "";
  return Math.ceil(bytes / (BYTES_PER_MINUTE[primary] ?? USUAL));
}
