// Sends a form as the browser would, but stays on the page until that went well: what the server says of a value is
// shown in place, a refusal or a lost connection beside the button, and everything that was typed is still there.
// Only then the page moves on, to where the server leads. Without this script all of that is a page of its own.
// A form in a part of a list (`data-part`) may be answered by that part as it is then, which takes its place.
import { told } from "../offline/reach.ts";

const PATIENCE_MS = 30_000;

const later: ((main: ParentNode) => void)[] = [];

/** Does something with the main part of the page, now and whenever another one takes its place. */
export function onMain(work: (main: ParentNode) => void): void {
  later.push(work);
  work(document);
}

function body(form: HTMLFormElement, submitter: HTMLElement | null): BodyInit {
  const data = new FormData(form, submitter);
  if (form.enctype === "multipart/form-data") return data;
  return new URLSearchParams([...data].filter((pair): pair is [string, string] => typeof pair[1] === "string"));
}

/** Sends it; answers whether the page is left for another one. */
export async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<boolean> {
  for (const old of document.querySelectorAll("[data-refusal]")) old.remove();
  try {
    const answer = await fetch(form.action, {
      method: "post",
      body: body(form, submitter),
      headers: { accept: "text/html", "hx-request": "true" },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    told(true);
    if (answer.redirected) {
      location.assign(answer.url);
      return true;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const part = form.closest<HTMLElement>("[data-part]");
    const itself = part && page.getElementById(part.id);
    const main = page.getElementById("main");
    if (itself) renew(part, itself);
    else if (main) replace(main, page.title);
    else refuse(form, submitter, page.querySelector(".alert"));
  } catch {
    told(false);
    refuse(form, submitter, null);
  }
  return false;
}

/** Whatever listens for `renewed` may go on from a part of the page that was answered by itself; `detail` is what it was. */
function renew(old: HTMLElement, part: HTMLElement): void {
  old.replaceWith(document.adoptNode(part));
  for (const work of later) work(part);
  part.dispatchEvent(new CustomEvent("renewed", { bubbles: true, detail: old }));
}

/** The page as it came back, with its sentences, and the passwords that no server sends back. */
function replace(main: HTMLElement, title: string): void {
  const typed = new Map([...document.querySelectorAll<HTMLInputElement>(".field__box input")].map(({ id, value }) => [id, value]));
  document.title = title;
  document.getElementById("main")?.replaceWith(document.adoptNode(main));
  for (const work of later) work(main);
  for (const field of main.querySelectorAll<HTMLInputElement>("input[type=password]:not([aria-invalid])")) {
    field.value = typed.get(field.id) ?? "";
    // Its rules are ticked off as if it had been typed.
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const first = main.querySelector<HTMLElement>("[autofocus]");
  first?.focus();
  first?.scrollIntoView({ block: "center" });
}

/** Says beside the button why nothing came of it; without words of the server's, that it could not be reached. */
function refuse(form: HTMLFormElement, submitter: HTMLElement | null, words: Element | null): void {
  const unreachable = document.querySelector<HTMLTemplateElement>("#unreachable")?.content.firstElementChild;
  const alert = words ? document.adoptNode(words) : unreachable?.cloneNode(true);
  if (!(alert instanceof HTMLElement)) return;
  alert.dataset.refusal = "";
  // A button without fields may stand in a narrow row.
  const lonely = !form.querySelector("input:not([type=hidden])");
  const place = lonely ? (form.closest("ul") ?? form) : (submitter?.closest(".confirm__actions") ?? submitter);
  if (place) place.before(alert);
  else form.append(alert);
  alert.scrollIntoView({ block: "nearest" });
}
