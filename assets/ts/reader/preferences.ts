/** How a reader likes books to look. Kept in this browser for all books until there are accounts. */
import { read, write } from "./places.ts";

export type Theme = "light" | "sepia" | "dark" | "black";
export type Font = "publisher" | "serif" | "sans" | "hyperlegible" | "dyslexic";
export type Step = "small" | "normal" | "large";

export interface Preferences {
  /** Null follows the shop's theme. */
  theme: Theme | null;
  /** Percent of the reader's own base size. */
  size: number;
  font: Font;
  /** Null follows the book. */
  flow: "paginated" | "scrolled" | null;
  line: Step;
  margin: Step;
  /** Of PDFs, whose pages are larger than most screens and so scroll unless one wants otherwise. */
  pdfFlow: "paginated" | "scrolled";
  /** Of PDFs: `auto`, `page-width`, `page-fit` or a factor. */
  zoom: string;
  /** PDF pages turned dark with a dark theme. */
  darkPages: boolean;
}

export const DEFAULTS: Preferences = {
  theme: null,
  size: 100,
  font: "publisher",
  flow: null,
  line: "normal",
  margin: "normal",
  pdfFlow: "scrolled",
  zoom: "auto",
  darkPages: false,
};

export const SIZES = { least: 60, most: 240, step: 10 } as const;

const KEY = "reader-preferences";

export function loadPreferences(): Preferences {
  const kept = read<Partial<Preferences>>(KEY, (value) => typeof value === "object") ?? {};
  const merged = { ...DEFAULTS, ...kept };
  const size = Number.isFinite(merged.size) ? merged.size : DEFAULTS.size;
  return { ...merged, size: Math.min(SIZES.most, Math.max(SIZES.least, size)) };
}

export function savePreferences(preferences: Preferences): void {
  write(KEY, preferences);
}

const SHOP_THEME = document.documentElement.getAttribute("data-theme");

export function applyTheme(theme: Theme | null): void {
  const wanted = theme ?? SHOP_THEME;
  if (wanted) document.documentElement.setAttribute("data-theme", wanted);
  else document.documentElement.removeAttribute("data-theme");
}
