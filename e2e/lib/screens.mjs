// The screens of the shop, by who sees them: what `screens.mjs` takes pictures of.
import { demoPeople, signIn } from "./people.mjs";

const json = async (page, path) => (await page.request.get(`/api/v1${path}`)).json();
const first = async (page, path) => (await json(page, path)).items?.[0];
const named = (items, pattern) => items.find(({ title }) => pattern.test(title)) ?? items[0];

/** Who looks at the shop: nobody in particular, or one of the demo's people. */
export const FACES = ["visitor", "reader", "moderator", "admin"];

/** Signs the page's browser in as that face. */
export async function become(page, face, locale) {
  if (face !== "visitor") await signIn(page, demoPeople().find(({ role }) => role === face), locale);
}

/** The paths of a face's screens after the language, by their names; `page` is signed in as that face. */
export async function screensOf(face, page) {
  const screens = await { visitor, reader, moderator, admin }[face](page);
  return Object.entries(screens).filter(([, path]) => path !== undefined);
}

async function visitor(page) {
  const { items } = await json(page, "/books?limit=50");
  const priced = items.find(({ price }) => price.amount > 0) ?? items[0];
  const free = items.find(({ price }) => price.amount === 0) ?? items[0];
  const arabic = named(items, /[\u0600-\u06ff]/);
  const whole = await json(page, `/books/${priced.id}`);
  const genre = await first(page, "/genres?limit=1");
  return {
    home: "/",
    new: "/new",
    best: "/best",
    free: "/free",
    browse: "/browse",
    authors: "/authors",
    publishers: "/publishers",
    series: "/series",
    genre: genre && `/genre/${genre.slug}`,
    "genre-empty": genre && `/genre/${genre.slug}?rating=5&price=free&language=eo`,
    search: "/search",
    "search-found": `/search?q=${encodeURIComponent(priced.title.split(" ")[0])}`,
    "search-none": "/search?q=zzxxqq",
    book: `/book/${priced.id}-${priced.slug}`,
    "book-arabic": `/book/${arabic.id}-${arabic.slug}`,
    comments: `/book/${priced.id}-${priced.slug}/comments`,
    author: `/author/${whole.authors[0].id}`,
    publisher: whole.publisher && `/publisher/${whole.publisher.id}`,
    one_series: whole.series && `/series/${whole.series.id}`,
    sample: `/book/${priced.id}-${priced.slug}/sample`,
    chapter: `/read/${free.id}/ch/1`,
    cart: "/cart",
    "sign-in": "/sign-in",
    "sign-up": "/sign-up",
    forgot: "/forgot",
    reset: "/reset?email=lina%40exemple.dz",
    install: "/install",
    terms: "/p/terms",
    missing: "/nothing-here",
  };
}

async function reader(page) {
  const { items } = await json(page, "/me/library?limit=50");
  const [owned] = items.map((entry) => entry.book);
  const order = await first(page, "/orders?limit=1");
  return {
    home: "/",
    "for-you": "/for-you",
    library: "/library",
    cart: "/cart",
    book: owned && `/book/${owned.id}-${owned.slug}`,
    read: owned && `/read/${owned.id}`,
    "read-pdf": owned?.formats.includes("pdf") ? `/read/${owned.id}?format=pdf` : undefined,
    account: "/account",
    profile: "/account/profile",
    security: "/account/security",
    preferences: "/account/preferences",
    genres: "/account/genres",
    welcome: "/welcome/genres",
    data: "/account/data",
    delete: "/account/delete",
    orders: "/account/orders",
    order: order && `/account/orders/${order.number}`,
    favourites: "/account/favourites",
    history: "/account/history",
    comments: "/account/comments",
    downloads: "/account/downloads",
  };
}

const moderator = async () => ({ moderation: "/admin/moderation", account: "/account" });

async function admin(page) {
  const [book] = (await json(page, "/admin/books?limit=1")).items ?? [];
  const [order] = (await json(page, "/admin/orders?limit=1")).items ?? [];
  const [user] = (await json(page, "/admin/users?limit=1")).items ?? [];
  const [genre] = (await json(page, "/genres?limit=1")).items ?? [];
  const [author] = book?.authors ?? [];
  return {
    dashboard: "/admin",
    "dashboard-year": "/admin?days=365",
    books: "/admin/books",
    "books-none": "/admin/books?q=zzxxqq",
    add: "/admin/books/add",
    import: "/admin/books/import",
    "new-book": "/admin/books/new",
    book: book && `/admin/books/${book.id}`,
    "book-files": book && `/admin/books/${book.id}/files`,
    "book-price": book && `/admin/books/${book.id}/offer`,
    "book-cover": book && `/admin/books/${book.id}/cover`,
    "book-history": book && `/admin/books/${book.id}/history`,
    genres: "/admin/genres",
    genre: genre && `/admin/genres/${genre.id}`,
    authors: "/admin/authors",
    author: author && `/admin/authors/${author.id}`,
    "author-books": author && `/admin/authors/${author.id}/books`,
    duplicates: "/admin/authors/duplicates",
    publishers: "/admin/publishers",
    series: "/admin/series",
    home: "/admin/home",
    orders: "/admin/orders",
    order: order && `/admin/orders/${order.number}`,
    refunds: "/admin/refunds",
    sales: "/admin/sales",
    users: "/admin/users",
    user: user && `/admin/users/${user.id}`,
    settings: "/admin/settings",
    moderation: "/admin/moderation",
    jobs: "/admin/jobs",
    mails: "/admin/mails",
    health: "/admin/health",
    audit: "/admin/audit",
  };
}
