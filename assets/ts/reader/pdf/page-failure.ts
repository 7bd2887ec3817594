/** What stands on a page that could not be fetched or drawn while the others can be read. */
import { text } from "../data.ts";
import { element } from "../dom.ts";

/** pdf.js asks for a part of the file once only, so trying again is opening the book again, at the same page. */
export function showPageFailure(page: HTMLElement): void {
  if (page.querySelector(".reader-page-failure")) return;
  const kind = navigator.onLine ? "page" : "offline";
  const retry = element("button", { type: "button", class: "reader-action", onclick: () => location.reload() }, text("retry"));
  page.append(element("div", { class: "reader-page-failure", role: "status" }, element("p", {}, text(`error-${kind}-body`)), retry));
}
