/** The book that follows in the series, with the way into it. */
import { text, type NextBook } from "../data.ts";
import { element } from "../dom.ts";
import { cartButton } from "./cart.ts";

export function nextInSeries({ title, language, authors, number, url, cover, offer, read, cart }: NextBook): HTMLElement {
  const line = [...(number === null ? [] : [number]), ...authors].flatMap((part, at) => [at > 0 ? " · " : "", element("bdi", {}, part)]);
  const way = read ? element("a", { class: "reader-action", href: read }, text("end-read")) : cart ? cartButton(cart) : null;
  return element(
    "section",
    { class: "reader-end__next", "aria-labelledby": "reader-end-next" },
    element("h3", { id: "reader-end-next" }, text("end-next")),
    element("img", { src: cover, alt: "", width: 56, height: 84, loading: "lazy" }),
    element(
      "div",
      { class: "reader-end__book" },
      element("a", { href: url, lang: language, dir: "auto" }, title),
      element("p", {}, ...line),
      offer ? element("p", { class: "reader-end__price" }, element("bdi", {}, offer)) : null,
    ),
    way,
  );
}
