/** Between places in the book and locators that can be kept: exact by CFI, else by words, else by share. */
import type { Locator } from "../places.ts";
import type { Book, Target } from "./book.ts";
import type { Progress } from "./progress.ts";
import { findQuote, whole } from "./quotes.ts";
import type { Visible } from "./stage.ts";

const QUOTE_LENGTH = 60;

export function locatorOf(book: Book, progress: Progress, visible: Visible): Locator {
  const { index, start, end, range } = visible;
  const section = book.sections[index];
  const cfi = book.cfiOf(index, range);
  const quote = whole(range?.toString().trim().slice(0, QUOTE_LENGTH) ?? "");
  return {
    v: 1,
    version: book.manifest.version,
    href: section?.href ?? "",
    type: section?.type ?? "",
    locations: {
      ...(cfi === undefined ? {} : { cfi }),
      progression: end,
      start,
      totalProgression: progress.total({ index, fraction: end }),
    },
    ...(quote ? { text: { highlight: quote } } : {}),
  };
}

/** Where to open. A CFI counts only for the very version of the book that it was made in. */
export function targetOf(book: Book, locator: Locator): Target | null {
  const { cfi, start, progression } = locator.locations;
  const fraction = start ?? progression;
  const exact = cfi && locator.version === book.manifest.version ? book.targetOfCfi(cfi) : null;
  const target = exact ?? book.targetOf(locator.href);
  if (!target || book.load(target.index) === null) return null;
  const { anchor } = target;
  return {
    index: target.index,
    anchor: (doc) => {
      const found = exact && typeof anchor === "function" ? anchor(doc) : 0;
      return found || findQuote(doc, locator.text, fraction) || fraction;
    },
  };
}
