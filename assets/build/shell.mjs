// What the service worker keeps, by its release: the files that every page is made of, those of the readers, and the pages that
// stand in for others.
import { hash } from "./output.mjs";

/** Every page is made of these. Whatever else a page asks for is kept when it does. */
const SHELL = [
  "app.css", "own.css", "app.js", "early.js", "offline.js", "icons.svg", "logo.svg", "favicon.svg", "favicon.ico", "icon-192.png",
  "readex-pro-latin-wght-normal.woff2", "literata-latin-600-normal.woff2", "readex-pro-arabic-wght-normal.woff2",
];

/** Only books need these, so they come with the first book. */
const READER = [
  "reader.css", "reader-epub.js", "reader-pdf.js", "reader-fonts.css", "pdfjs/pdf.worker.mjs",
  "readex-pro-latin-wght-normal-rare.woff2", "readex-pro-latin-ext-wght-normal.woff2", "readex-pro-arabic-wght-normal-rare.woff2",
  "literata-latin-600-normal-rare.woff2", "literata-latin-ext-600-normal.woff2", "literata-latin-wght-normal.woff2",
  "literata-latin-ext-wght-normal.woff2", "literata-latin-wght-italic.woff2",
  "noto-naskh-arabic-arabic-wght-normal.woff2",
];

const PAGES = ["en", "fr", "ar"].flatMap((locale) => ["offline", "account/downloads", "install"].map((page) => `/${locale}/${page}`));

/** The module `warraq:shell`. */
export function shell(output) {
  const urls = (names) => names.map((name) => output.url(name));
  // Parts of app.js that are fetched when they are needed, which may be without a connection.
  const parts = output.names().filter((name) => /^chunk-/.test(name));
  const kept = { shell: urls([...SHELL, ...parts]), reader: urls(READER), pages: PAGES };
  return { contents: JSON.stringify({ version: hash(JSON.stringify(kept)), ...kept }), loader: "json" };
}
