/** What the page hands to the reader, read once from `<script type="application/json" id="reader-data">`. */
import type { Progress } from "../sync/kinds.ts";

export interface ReaderData {
  manifest_url: string;
  /** Where words of an EPUB are looked for. */
  search_url: string;
  book: { id: number; title: string; authors: string[] };
  locale: string;
  back_url: string;
  /** Whoever is signed in and reads more than the sample, and where the shop knew them to be when it made the page. */
  reader: { id: number; progress: Progress } | null;
  /** Shown after the last page of a sample: the price as text and where to go for the rest. */
  offer: { text: string; label: string; url: string; cart: CartOffer | null } | null;
  end: End;
  messages: Record<string, string>;
}

/** A book that can be put into the cart. */
export interface CartOffer {
  book: number;
  in_cart: boolean;
}

/** What can be done behind the last page. */
export interface End {
  my_rating: number | null;
  /** Where something is said about the book; null for visitors. */
  comment_url: string | null;
  share_url: string;
  cart_url: string;
  next: NextBook | null;
}

/** The book that follows in the series. */
export interface NextBook {
  title: string;
  language: string;
  authors: string[];
  number: string | null;
  url: string;
  cover: string;
  /** Its price, or that there is none to pay; may be empty. */
  offer: string;
  read: string | null;
  cart: CartOffer | null;
}

let data: ReaderData | null = null;

export function readerData(): ReaderData {
  data ??= JSON.parse(document.getElementById("reader-data")?.textContent ?? "{}") as ReaderData;
  return data;
}

/**
 * A message of the page's language by its key without `reader-`. Its `<places>` are filled, each value
 * isolated so that a Latin one does not turn an Arabic line about. A key that is missing shows itself.
 */
export function text(key: string, values: Record<string, string> = {}): string {
  const template = readerData().messages[`reader-${key}`] ?? key;
  return template.replace(/<(\w+)>/g, (whole, name: string) => (values[name] === undefined ? whole : `\u2068${values[name]}\u2069`));
}

/** A share (0–1) in whole per cent, as one piece that no line of Arabic turns about. */
export function percent(share: number): string {
  return `\u2066${text("percent", { percent: number(Math.floor(share * 100 + 1e-9)) })}\u2069`;
}

/** Picks the plural form (`minutes-left-few`) by the rules of the page's language. */
export function plural(key: string, count: number): string {
  const category = new Intl.PluralRules(readerData().locale).select(count);
  return text(`${key}-${category}`, { count: number(count) });
}

/** A number as the `i18n` crate writes it: Western digits in every language, thousands never by U+202F. */
export function number(value: number, digits = 0): string {
  const isEnglish = readerData().locale === "en";
  const separators: Record<string, string> = isEnglish ? {} : { group: "\u00a0", decimal: "," };
  const parts = new Intl.NumberFormat("en", { maximumFractionDigits: digits }).formatToParts(value);
  return parts.map(({ type, value: part }) => separators[type] ?? part).join("");
}
