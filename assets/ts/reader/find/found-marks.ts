/** Shows in a document of the book what was found there: all of it, and the place gone to more strongly. */

const ALL = "reader-found";
const NOW = "reader-found-now";
// More of them on a page help nobody, and cost the browser more than the page.
const MOST = 5000;

type Realm = Window & typeof globalThis;

/** Colours of the page's theme; the place gone to is underlined too, so that no colour need be told from another. */
function colour(): string {
  return getComputedStyle(document.documentElement).getPropertyValue("--saffron").trim() || "Highlight";
}

function rules(): string {
  return `::highlight(${ALL}) { background-color: color-mix(in oklch, ${colour()} 38%, transparent); }
    ::highlight(${NOW}) { background-color: ${colour()}; color: black; text-decoration: underline; }`;
}

/** Over a picture of the text the letters must not be drawn a second time, and what is below must show through. */
function rulesOver(): string {
  return `::highlight(${ALL}) { background-color: color-mix(in oklch, ${colour()} 38%, transparent); color: transparent; }
    ::highlight(${NOW}) { background-color: color-mix(in oklch, ${colour()} 52%, transparent); color: transparent; text-decoration: underline 2px black; }`;
}

const sheets = new WeakMap<Document, CSSStyleSheet>();

export function mark(doc: Document, all: Range[], now: Range | null): void {
  show(doc, rules(), all, now);
}

/** The same where the text lies unseen over its picture. */
export function markOver(doc: Document, all: Range[], now: Range | null): void {
  show(doc, rulesOver(), all, now);
}

function show(doc: Document, look: string, all: Range[], now: Range | null): void {
  const realm = doc.defaultView as Realm | null;
  if (!realm?.CSS?.highlights) return;
  let sheet = sheets.get(doc);
  if (!sheet) {
    sheets.set(doc, (sheet = new realm.CSSStyleSheet()));
    doc.adoptedStyleSheets = [...doc.adoptedStyleSheets, sheet];
  }
  sheet.replaceSync(look);
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
