// A comment that is on its way, and what takes its place.
import { toast } from "./toast.ts";
import { place } from "./place.ts";

/** Which comment a composer answers: its draft is called `7-12`, after the book and the comment. */
function answers(composer: HTMLElement): string | undefined {
  return composer.dataset.draft?.split("-")[1];
}

/** Shows a comment as on its way; `null` where the page has no place for it. */
export function pendingIn(composer: HTMLElement, text: string): Element | null {
  const drawn = composer.querySelector<HTMLTemplateElement>("template[data-pending]")?.content.firstElementChild;
  const article = drawn ? document.importNode(drawn, true) : null;
  article?.querySelector(".said__paragraph")?.replaceChildren(text.trim());
  return article && place(article, answers(composer)) ? article : null;
}

/** Puts what the shop answered where it belongs, and says that it is there; `quietly` leaves the focus where it is. */
export function settle(composer: HTMLElement, part: DocumentFragment, pending: Element | null, quietly: boolean): void {
  const article = part.querySelector<HTMLElement>("article");
  if (!article) return;
  const { posted, held, changed } = composer.closest<HTMLElement>("shop-talk")?.dataset ?? {};
  const before = document.getElementById(article.id);
  // The form was opened below the comment that it is about.
  const slot = composer.closest(".said__slot");
  // A page of its own, or one on which what it answers does not stand.
  if (!before && !pending && !slot) return location.assign(article.querySelector<HTMLAnchorElement>(".said__facts a")?.href ?? location.href);
  if (before) pending?.closest("li")?.remove();
  (before ?? pending)?.replaceWith(article);
  slot?.remove();
  if (!quietly) article.focus();
  if (!quietly) article.scrollIntoView({ block: "nearest" });
  toast((article.querySelector(".alert--warning") ? held : "changes" in composer.dataset ? changed : posted) ?? "");
}
