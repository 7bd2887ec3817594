/** What stands where the book will be: opening, slow, or why it cannot be opened. */
import { number, readerData, text } from "./data.ts";
import { byId, element } from "./dom.ts";
import { Failure, kindOf } from "./failure.ts";
import { icon } from "./icons.ts";

const SLOW_AFTER_MS = 8000;

let slow: ReturnType<typeof setTimeout> | undefined;
let hasFailed = false;

function setState(state: "loading" | "ready" | "error"): void {
  const view = byId("reader-view");
  view.dataset.state = state;
  view.setAttribute("aria-busy", String(state === "loading"));
}

/** The page's own "Opening" line stands there first; a chapter that keeps one waiting brings it back. */
export function opening(): void {
  if (hasFailed) return;
  if (byId("reader-status").childElementCount === 0) byId("reader-status").replaceChildren(element("p", {}, text("opening")));
  setState("loading");
  clearTimeout(slow);
  slow = setTimeout(() => {
    byId("reader-status").replaceChildren(element("p", {}, text("slow")), retryButton());
  }, SLOW_AFTER_MS);
}

/** Bytes fetched so far of a file whose size is known; counts as a sign of life. */
export function progress(loaded: number, total: number): void {
  if (byId("reader-view").dataset.state !== "loading" || total <= 0) return;
  const megabytes = (bytes: number) => text("megabytes", { size: number(bytes / 1e6, 1) });
  byId("reader-status").replaceChildren(
    element("p", { id: "reader-progress-label" }, text("opening")),
    element("progress", { max: total, value: Math.min(loaded, total), "aria-labelledby": "reader-progress-label" }),
    element("p", { class: "reader-bytes" }, text("bytes-of", { loaded: megabytes(loaded), total: megabytes(total) })),
  );
}

export function ready(): void {
  if (hasFailed) return;
  clearTimeout(slow);
  byId("reader-status").replaceChildren();
  setState("ready");
}

/** Replaces the book by an explanation; trying again opens the page anew at the same place. */
export function failed(error: unknown): void {
  hasFailed = true;
  clearTimeout(slow);
  const kind = kindOf(error);
  if (!(error instanceof Failure)) console.warn("reader:", error);
  const heading = element("h2", { tabindex: "-1" }, text(`error-${kind}-title`));
  byId("reader-status").replaceChildren(
    element(
      "div",
      { class: "reader-failure", role: "alert", "data-kind": kind },
      icon("warning"),
      heading,
      element("p", {}, text(`error-${kind}-body`)),
      element("div", { class: "reader-actions" }, retryButton(), backLink()),
    ),
  );
  setState("error");
  heading.focus();
}

function retryButton(): HTMLButtonElement {
  return element("button", { type: "button", class: "reader-action", onclick: () => location.reload() }, text("retry"));
}

export function backLink(): HTMLAnchorElement {
  return element("a", { class: "reader-action quiet", href: readerData().back_url }, text("back"));
}
