// The screens whose pictures are kept: one of each kind.
import { bookNamed, pageOf, readPath } from "../lib/books.mjs";
import { fillCart } from "../lib/cart.mjs";
import { screensOf } from "../lib/screens.mjs";

const book = { fr: /^Atlas bleu/, ar: /^مدينة الورق/ };
const epub = /Moby-Dick/;
const pdf = /habibi/i;
const open = "#reader-view[data-state=ready]";

const named = (face, names) => names.map((name) => ({ face, name }));

/**
 * Who looks (`face`) at which of `lib/screens.mjs`, or at which `path`; whose texts differ from run to run (`figures`); what is
 * done in the shop first (`before`, which answers how it is undone); what is waited for (`ready`).
 */
const SCREENS = [
  ...named("visitor", ["home", "new", "browse", "comments", "author", "search-found", "search-none", "cart", "sign-in"]),
  { face: "visitor", name: "book", path: async (locale) => pageOf(await bookNamed(book[locale]), locale) },
  { face: "visitor", name: "missing", figures: [".error-page__reference"] },
  { face: "visitor", name: "chapter", path: async (locale) => `${readPath(await bookNamed(epub), locale)}/ch/5` },
  { face: "visitor", name: "read", path: async (locale) => readPath(await bookNamed(epub), locale), ready: open },
  { face: "visitor", name: "read-pdf", path: async (locale) => readPath(await bookNamed(pdf), locale, "pdf"), ready: open },
  ...named("reader", ["library", "account", "order"]),
  { face: "reader", name: "checkout", path: (locale) => `/${locale}/checkout`, before: fillCart },
  ...named("moderator", ["moderation"]),
  { face: "admin", name: "dashboard", figures: [".tile__value", ".tile__change", ".tiles__note", ".chart__total", ".chart__ends span", ".chart svg"] },
  ...named("admin", ["books", "book", "order", "settings"]),
];

export const FACES = [...new Set(SCREENS.map(({ face }) => face))];

/** The screens of a face whose names have one of `words`, with their addresses; `page` is signed in as that face. */
export async function screensFor(face, page, locale, words) {
  const paths = Object.fromEntries(await screensOf(face, page));
  const wanted = SCREENS.filter((one) => one.face === face && (words.length === 0 || words.some((word) => `${face}-${one.name}`.includes(word))));
  return Promise.all(wanted.map(async (one) => ({ ...one, path: one.path ? await one.path(locale) : `/${locale}${paths[one.name]}` })));
}
