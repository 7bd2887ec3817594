/** How a reader likes books to look. Kept in this browser: for all books, and for a book that is to look another way. */
import { read, write } from "./places.ts";

export type Theme = "light" | "sepia" | "dark" | "black";
export type Font = "publisher" | "serif" | "sans" | "hyperlegible" | "dyslexic";
export type Step = "small" | "normal" | "large";
export type Space = "normal" | "wide" | "wider";

export interface Preferences {
  /** Null follows the shop's theme. */
  theme: Theme | null;
  /** Percent of the reader's own base size. */
  size: number;
  font: Font;
  /** Null follows the book. */
  flow: "paginated" | "scrolled" | null;
  columns: "auto" | "one" | "two";
  line: Step;
  margin: Step;
  align: "auto" | "justify" | "start";
  hyphens: "auto" | "on" | "off";
  italics: "auto" | "off";
  letters: Space;
  words: Space;
  paragraphs: Space;
  /** How bright pictures are in a dark theme. */
  pictures: "full" | "dim" | "dimmer";
  /** Whether the screen stays on. */
  awake: boolean;
  /** Of what the time left is told. */
  timeLeft: "chapter" | "book";
  /** Of PDFs, whose pages are larger than most screens and so scroll unless one wants otherwise. */
  pdfFlow: "paginated" | "scrolled";
  /** Of PDFs: pages one by one, two side by side, or two with the cover by itself. */
  spread: "one" | "two" | "cover";
  /** Of PDFs: `auto`, `page-width`, `page-fit` or a factor. */
  zoom: string;
  /** PDF pages turned dark with a dark theme. */
  darkPages: boolean;
}

/** Whether what is chosen holds for all books, or for the one at hand. */
export type Scope = "all" | "book";

export const DEFAULTS: Preferences = {
  theme: null,
  size: 100,
  font: "publisher",
  flow: null,
  columns: "auto",
  line: "normal",
  margin: "normal",
  align: "auto",
  hyphens: "auto",
  italics: "auto",
  letters: "normal",
  words: "normal",
  paragraphs: "normal",
  pictures: "full",
  awake: false,
  timeLeft: "chapter",
  pdfFlow: "scrolled",
  spread: "one",
  zoom: "auto",
  darkPages: false,
};

export const SIZES = { least: 60, most: 240, step: 10 } as const;

const KEY = "reader-preferences";
// These are about the device, not about a book.
const SHARED = ["awake", "timeLeft"] as const;

let ownKey = `${KEY}-0`;

/** The preferences for a book: its own where it has some, else those for all. */
export function loadPreferences(book: number): Preferences {
  ownKey = `${KEY}-${book}`;
  const all = stored(KEY) ?? {};
  const own = stored(ownKey);
  const shared = Object.fromEntries(SHARED.flatMap((key) => (all[key] === undefined ? [] : [[key, all[key]]])));
  return complete(own ? { ...own, ...shared } : all);
}

export function savePreferences(preferences: Preferences): void {
  if (scope() === "all") return write(KEY, preferences);
  const shared = Object.fromEntries(SHARED.map((key) => [key, preferences[key]]));
  write(ownKey, preferences);
  write(KEY, { ...stored(KEY), ...shared });
}

export function scope(): Scope {
  return stored(ownKey) ? "book" : "all";
}

/** From now on the book has its own look, beginning with the one it has; or the one of all books again. */
export function setScope(wanted: Scope, preferences: Preferences): void {
  if (wanted === "book") return write(ownKey, preferences);
  forget(ownKey);
  Object.assign(preferences, complete(stored(KEY) ?? {}));
}

function stored(key: string): Partial<Preferences> | null {
  return read<Partial<Preferences>>(key, (value) => typeof value === "object");
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is closed: then nothing was kept either.
  }
}

function complete(kept: Partial<Preferences>): Preferences {
  const merged = { ...DEFAULTS, ...kept };
  const size = Number.isFinite(merged.size) ? merged.size : DEFAULTS.size;
  return { ...merged, size: Math.min(SIZES.most, Math.max(SIZES.least, size)) };
}

const SHOP_THEME = document.documentElement.getAttribute("data-theme");

export function applyTheme(theme: Theme | null): void {
  const wanted = theme ?? SHOP_THEME;
  if (wanted) document.documentElement.setAttribute("data-theme", wanted);
  else document.documentElement.removeAttribute("data-theme");
}
