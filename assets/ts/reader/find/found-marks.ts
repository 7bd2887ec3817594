/** Shows in a document of the book what was found there: all of it, and the place gone to more strongly. */

const ALL = "reader-found";
const NOW = "reader-found-now";
// More of them on a page help nobody, and cost the browser more than the page.
const MOST = 5000;

type Realm = Window & typeof globalThis;

/** Colours of the page's theme; the place gone to is underlined too, so that no colour need be told from another. */
function rules(): string {
  const colour = getComputedStyle(document.documentElement).getPropertyValue("--saffron").trim() || "Highlight";
  return `::highlight(${ALL}) { background-color: color-mix(in oklch, ${colour} 38%, transparent); }
    ::highlight(${NOW}) { background-color: ${colour}; color: black; text-decoration: underline; }`;
}

const sheets = new WeakMap<Document, CSSStyleSheet>();

export function mark(doc: Document, all: Range[], now: Range | null): void {
  const realm = doc.defaultView as Realm | null;
  if (!realm?.CSS?.highlights) return;
  let sheet = sheets.get(doc);
  if (!sheet) {
    sheets.set(doc, (sheet = new realm.CSSStyleSheet()));
    doc.adoptedStyleSheets = [...doc.adoptedStyleSheets, sheet];
  }
  sheet.replaceSync(rules());
  const { highlights } = realm.CSS;
  highlights.set(ALL, new realm.Highlight(...all.slice(0, MOST)));
  const current = new realm.Highlight(...(now ? [now] : []));
  current.priority = 1;
  highlights.set(NOW, current);
}

export function unmark(doc: Document): void {
  const highlights = (doc.defaultView as Realm | null)?.CSS?.highlights;
  highlights?.delete(ALL);
  highlights?.delete(NOW);
}
