/** A book that is on the device, as a row of a list. */
import { isLapsed, type SavedBook } from "./books.ts";
import { said, size } from "./said.ts";

type Make = <K extends keyof HTMLElementTagNameMap>(tag: K, set?: Partial<HTMLElementTagNameMap[K]>, ...children: (Node | string)[]) => HTMLElementTagNameMap[K];

export const make: Make = (tag, set = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), set);
  element.append(...children);
  return element;
};

export function row(book: SavedBook): HTMLLIElement {
  const locale = document.documentElement.lang;
  const href = `/${locale}/read/${book.book}${book.format === "pdf" ? "?format=pdf" : ""}`;
  const title = make("a", { className: "kept__title", href, lang: book.language, dir: "auto" }, book.title);
  const authors = make("span", { className: "kept__authors", dir: "auto" }, book.authors.join(" · "));
  // Each by itself: a size in Arabic letters would else turn the line about.
  const facts = [make("bdi", {}, book.format.toUpperCase()), " · ", make("bdi", {}, size(book.bytes))];
  const state = stateOf(book);
  const words = make("span", { className: "kept__words" }, title, authors, make("span", { className: "kept__facts" }, ...facts), ...(state ? [make("span", { className: "kept__state" }, state)] : []));
  const cover = make("img", { className: "kept__cover", src: book.cover, alt: "", width: 48, height: 72, loading: "lazy" });
  const item = make("li", { className: "kept" }, cover, words);
  item.dataset.key = book.key;
  return item;
}

/** What keeps a book from being read; nothing where nothing does. */
function stateOf(book: SavedBook): string {
  if (book.state !== "saved") return said("incomplete");
  return isLapsed(book, Date.now()) ? said("lapsed") : "";
}
