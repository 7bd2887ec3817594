/** What is said about books on the device, in the page's language: see `ui::offline_words`. */

const read: Record<string, Record<string, string>> = {};

/** A message by its key; what stands in <> is filled in, each isolated so that it turns no line about. */
export function said(key: string, values: Record<string, string> = {}, place = "offline-words"): string {
  const words = (read[place] ??= JSON.parse(document.getElementById(place)?.textContent ?? "{}") as Record<string, string>);
  return (words[key] ?? "").replace(/<(\w+)>/g, (whole, name: string) => (values[name] === undefined ? whole : `\u2068${values[name]}\u2069`));
}

const THOUSAND = 1000;

/** Bytes as the shop writes them: a digit behind the point below ten. */
export function size(bytes: number): string {
  let [unit, scaled] = ["kb", bytes / THOUSAND];
  for (const next of ["mb", "gb"]) if (scaled >= THOUSAND) [unit, scaled] = [next, scaled / THOUSAND];
  return said(unit, { size: amount(scaled < 10 ? Math.round(scaled * 10) / 10 : Math.round(scaled)) }).replace(/[\u2068\u2069]/g, "").replace(" ", "\u00a0");
}

/** Western digits in every language, as the `i18n` crate has them. */
export function amount(value: number): string {
  const isEnglish = document.documentElement.lang === "en";
  const signs: Record<string, string> = isEnglish ? {} : { group: "\u00a0", decimal: "," };
  return new Intl.NumberFormat("en").formatToParts(value).map(({ type, value: part }) => signs[type] ?? part).join("");
}
