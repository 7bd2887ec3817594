/** Sharing the book's page: the device's own sheet where there is one, else the address is copied. */
import { readerData, text } from "../data.ts";
import { element } from "../dom.ts";

export function shareButton(url: string): HTMLElement {
  const said = element("span", { class: "reader-end__said", role: "status" });
  const share = async (): Promise<void> => {
    const data = { title: readerData().book.title, url };
    try {
      if (navigator.canShare?.(data)) return await navigator.share(data);
      await navigator.clipboard.writeText(url);
      said.textContent = text("end-copied");
    } catch (error) {
      // Closing the sheet without sharing is no failure; where nothing may be copied, the address is there to be read.
      if (!(error instanceof DOMException && error.name === "AbortError")) said.replaceChildren(element("bdi", {}, url));
    }
  };
  const button = element("button", { type: "button", class: "reader-action quiet", onclick: () => void share() }, text("end-share"));
  return element("span", { class: "reader-end__cart" }, button, said);
}
