// The figures of the table, and the bar that each page has in the design (section 3.1). A page without a bar for a figure is not held to one.

const kb = (bytes) => `${(bytes / 1000).toFixed(1)}k`;
const seconds = (ms) => `${(ms / 1000).toFixed(2)}s`;
const ms = (value) => `${Math.round(value)}ms`;
const score = (value) => String(Math.round(value));

/** The figures in the order of their columns: what they are called, how they are written, and whether more is better. */
export const FIGURES = {
  performance: { title: "Perf", write: score, isMore: true },
  accessibility: { title: "A11y", write: score, isMore: true },
  "best-practices": { title: "BP", write: score, isMore: true },
  seo: { title: "SEO", write: score, isMore: true },
  lcp: { title: "LCP", write: seconds },
  again: { title: "Cached", write: seconds },
  cls: { title: "CLS", write: (value) => value.toFixed(3) },
  tbt: { title: "TBT", write: ms },
  html: { title: "HTML", write: kb },
  css: { title: "CSS", write: kb },
  js: { title: "JS", write: kb },
  fonts: { title: "Fonts", write: kb },
  total: { title: "First view", write: kb },
};

const perfect = { accessibility: 100, "best-practices": 100 };

const store = { ...perfect, performance: 95, seo: 100, lcp: 1800, cls: 0.02, tbt: 80, html: 25e3, css: 18e3, js: 24e3, fonts: 90e3, total: 350e3 };
const list = { ...store, html: 28e3, js: 28e3, total: 380e3 };
// What somebody searched for is kept out of search engines on purpose.
const { seo: _, ...search } = list;
const till = { ...perfect, performance: 97, lcp: 1500, cls: 0.01, tbt: 50, html: 15e3, css: 18e3, js: 22e3, fonts: 90e3, total: 180e3 };
const account = { ...perfect, performance: 95, lcp: 1800, cls: 0.02, tbt: 80, html: 25e3, css: 18e3, js: 30e3, fonts: 90e3, total: 350e3 };
const epub = { ...perfect, performance: 85, lcp: 2200, again: 800, cls: 0.02, tbt: 200, html: 10e3, css: 12e3, js: 95e3, fonts: 150e3 };
const pdf = { performance: 75, accessibility: 98, "best-practices": 98, lcp: 3000, cls: 0.02, tbt: 300, html: 10e3, css: 12e3, js: 460e3 };
const admin = { ...perfect, performance: 90, lcp: 2000, cls: 0.05, tbt: 150, html: 40e3, css: 24e3, js: 60e3, fonts: 90e3, total: 400e3 };

export const BARS = {
  store,
  book: { ...store, js: 26e3 },
  /** In Arabic there is the face for reading besides. */
  bookArabic: { ...store, js: 26e3, fonts: 165e3 },
  list,
  search,
  till,
  account,
  epub,
  pdf,
  admin,
};

/** Whether a figure is on the right side of its bar. What could not be measured is not. */
export function holds(figure, value, bar) {
  if (bar === undefined) return true;
  return FIGURES[figure].isMore ? value >= bar : value <= bar;
}
