// Sends a form of the talk behind the page's back. The shop answers with what now stands on the page, or with an alert.
import { told } from "../offline/reach.ts";

const PATIENCE_MS = 20_000;

/** What came of it. */
export type Sent = { is: "done"; part: DocumentFragment } | { is: "refused"; words: string; gone: boolean } | { is: "lost" } | { is: "elsewhere"; url: string };

function fragment(html: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = html;
  return document.importNode(template.content, true);
}

/** A part of a page that a link leads to; `null` where it cannot be had. */
export async function part(href: string): Promise<DocumentFragment | null> {
  try {
    const answer = await fetch(href, { headers: { accept: "text/html", "hx-request": "true" }, signal: AbortSignal.timeout(PATIENCE_MS) });
    told(true);
    return answer.ok && !answer.redirected ? fragment(await answer.text()) : null;
  } catch {
    told(false);
    return null;
  }
}

/** Sends it as the browser would. */
export async function sendForm(form: HTMLFormElement, submitter: HTMLElement | null = null): Promise<Sent> {
  const data = [...new FormData(form, submitter)].filter((pair): pair is [string, string] => typeof pair[1] === "string");
  try {
    const answer = await fetch(form.action, {
      method: "post",
      body: new URLSearchParams(data),
      headers: { accept: "text/html", "hx-request": "true" },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    told(true);
    // Signed out meanwhile: the way to sign in is a page of its own.
    if (answer.redirected || answer.status === 401) return { is: "elsewhere", url: answer.redirected ? answer.url : form.action };
    const part = fragment(await answer.text());
    if (answer.ok) return { is: "done", part };
    const words = [...part.querySelectorAll(".alert__title, .alert p:not(.alert__title)")].map(({ textContent }) => textContent?.trim() ?? "");
    return { is: "refused", words: words.join(" "), gone: part.querySelector("[data-gone]") !== null };
  } catch {
    told(false);
    return { is: "lost" };
  }
}

/** Says at the head of a form why nothing came of it. */
export function refuse(form: HTMLFormElement, words: string): void {
  const alert = form.querySelector("[data-refusal]") ?? document.createElement("p");
  alert.className = "field__error";
  alert.setAttribute("role", "alert");
  alert.setAttribute("data-refusal", "");
  form.prepend(alert);
  alert.textContent = words;
}
