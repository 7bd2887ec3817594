// The rows of the table: a page, who looks at it, in which language, and the bars that it is held to.
import { bookNamed, books, pageOf, readPath } from "../lib/books.mjs";
import { fillCart } from "../lib/cart.mjs";
import { screensOf } from "../lib/screens.mjs";
import { BARS } from "./bars.mjs";

const EPUB = /Moby-Dick/;
const PDF = /habibi/i;
// Of the demo, in the language of the page.
const FRENCH = /^Atlas bleu/;
const ARABIC = /^مدينة الورق/;

/** Where a book is read: among the many titles another may be called like it that has no file. */
async function readerOf(pattern, format) {
  const book = (await books()).find(({ title, formats }) => pattern.test(title) && formats.includes(format));
  return readPath(book, "fr", format);
}

/** `screen` is one of `lib/screens.mjs`, `path` one that is not there, `before` what has to be done in the shop first. */
const ROWS = [
  { name: "Home", face: "visitor", screen: "home", bars: BARS.store },
  { name: "Book", face: "visitor", path: async () => pageOf(await bookNamed(FRENCH)), bars: BARS.book },
  { name: "Book in Arabic", face: "visitor", path: async () => pageOf(await bookNamed(ARABIC), "ar"), bars: BARS.bookArabic },
  { name: "Search", face: "visitor", path: () => "/fr/search?q=nuit", bars: BARS.search },
  { name: "List", face: "visitor", screen: "new", bars: BARS.list },
  { name: "Cart", face: "reader", screen: "cart", bars: BARS.till, before: fillCart },
  { name: "Checkout", face: "reader", path: () => "/fr/checkout", bars: BARS.till, before: fillCart },
  { name: "Account", face: "reader", screen: "account", bars: BARS.account },
  { name: "Library", face: "reader", screen: "library", bars: BARS.account },
  { name: "Reader EPUB", face: "reader", path: () => readerOf(EPUB, "epub"), bars: BARS.epub, isReader: true },
  { name: "Reader PDF", face: "reader", path: () => readerOf(PDF, "pdf"), bars: BARS.pdf, isReader: true },
  { name: "Admin", face: "admin", screen: "dashboard", bars: BARS.admin },
];

/** The rows whose names have one of these words; all of them where there is none. */
export function rowsNamed(words) {
  const isWanted = ({ name }) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word.toLowerCase()));
  return ROWS.filter(isWanted);
}

/** Where a row's page is, for whoever `page` is signed in as. */
export async function pathOf({ face, screen, path }, page) {
  if (path) return path();
  const [, found] = (await screensOf(face, page)).find(([name]) => name === screen);
  return `/fr${found}`;
}
