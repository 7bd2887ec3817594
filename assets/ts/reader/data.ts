/** What the page hands to the reader, read once from `<script type="application/json" id="reader-data">`. */

export interface ReaderData {
  manifest_url: string;
  book: { id: number; title: string; authors: string[] };
  locale: string;
  back_url: string;
  /** Shown after the last page of a sample: the price as text and where to go for the rest. */
  offer: { text: string; label: string; url: string } | null;
  messages: Record<string, string>;
}

let data: ReaderData | null = null;

export function readerData(): ReaderData {
  data ??= JSON.parse(document.getElementById("reader-data")?.textContent ?? "{}") as ReaderData;
  return data;
}

/** A message of the page's language with its `{places}` filled. A key that is missing shows itself. */
export function text(key: string, values: Record<string, string | number> = {}): string {
  const template = readerData().messages[key] ?? key;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Picks the plural form (`minutes_left_few`) by the rules of the page's language. */
export function plural(key: string, count: number): string {
  const category = new Intl.PluralRules(readerData().locale).select(count);
  const exact = readerData().messages[`${key}_${category}`];
  return text(exact === undefined ? `${key}_other` : `${key}_${category}`, { count: number(count) });
}

/** Western digits in every language, as the shop prints them. */
export function number(value: number, digits = 0): string {
  return new Intl.NumberFormat(`${readerData().locale}-u-nu-latn`, { maximumFractionDigits: digits }).format(value);
}

export const isRightToLeft = (): boolean => document.documentElement.dir === "rtl";
