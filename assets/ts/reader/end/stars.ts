/** One's own rating of the book, kept as it is chosen: without a connection it waits in the outbox. */
import { outbox } from "../../sync/outbox.ts";
import { number, readerData, text } from "../data.ts";
import { element } from "../dom.ts";

const STARS = [1, 2, 3, 4, 5];
/** Arrows pass over several stars: the last one counts. */
const SETTLES_MS = 600;
const SHAPE = "m12 2.5 2.9 6.1 6.6.9-4.8 4.6 1.2 6.6-5.9-3.2-5.9 3.2 1.2-6.6L2.5 9.5l6.6-.9z";

export function stars(mine: number | null): HTMLElement {
  const said = element("span", { class: "reader-end__said", role: "status" });
  let settling: ReturnType<typeof setTimeout> | undefined;
  const choose = (value: number): void => {
    readerData().end.my_rating = value;
    clearTimeout(settling);
    settling = setTimeout(() => void keep(value, said), SETTLES_MS);
  };
  const choices = STARS.map((value) => {
    const radio = element("input", { type: "radio", name: "reader-rating", value, onchange: () => choose(value) });
    radio.checked = mine !== null && Math.round(mine) === value;
    const label = text("end-stars", { stars: number(value) });
    return element("label", { class: "reader-star", title: label }, radio, star(), element("span", { class: "visually-hidden" }, label));
  });
  const exact = mine === null ? null : element("bdi", { class: "reader-end__mine" }, number(mine, 1));
  return element("fieldset", { class: "reader-stars" }, element("legend", {}, text("end-rating"), " ", exact), element("div", {}, ...choices), said);
}

async function keep(value: number, said: HTMLElement): Promise<void> {
  const { id } = readerData().book;
  await outbox.put("ratings", String(id), { book_id: id, value, updated_at: new Date().toISOString() });
  said.textContent = text("end-kept");
  said.closest("fieldset")?.querySelector(".reader-end__mine")?.replaceChildren(number(value));
}

function star(): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPE);
  svg.append(path);
  return svg;
}
