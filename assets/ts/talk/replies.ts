// Replies that are written on the page: in the form of the page's template, below what they answer. Those that wait for a
// connection are opened by themselves wherever the book is talked about, so that they go from there, or say that they wait.
import { waitingUnder } from "./drafts.ts";
import { newSlot, slotBelow } from "./place.ts";
import { part } from "./send.ts";

/** Opens the form for a reply to the comment with this id; `null` where nobody may reply. */
export function openReply(talk: HTMLElement, slot: HTMLElement, id: string): HTMLElement | null {
  const form = templateOf(talk);
  if (!form) return slot.remove(), null;
  slot.innerHTML = form.innerHTML.replaceAll("{id}", id);
  return slot;
}

/** Opens all that wait and stand in no form yet; above the comments where what they answer is on another page. */
export function openWaiting(talk: HTMLElement): void {
  const composer = templateOf(talk)?.content.querySelector<HTMLElement>("shop-composer");
  const { user = "", draft = "" } = composer?.dataset ?? {};
  const thread = talk.querySelector(".thread");
  if (!user || !thread) return;
  const beginning = draft.replace("{id}", "");
  for (const id of waitingUnder(`${user}:${beginning}`)) {
    if (!/^\d+$/.test(id) || talk.querySelector(`shop-composer[data-draft="${beginning}${id}"]`)) continue;
    const answered = document.getElementById(`c-${id}`);
    const slot = answered ? slotBelow(answered) : newSlot();
    if (!answered) thread.before(slot);
    openReply(talk, slot, id);
  }
}

/** The same for other words of a comment that stands on this page. */
export async function openChanged(talk: HTMLElement): Promise<void> {
  const user = templateOf(talk)?.content.querySelector<HTMLElement>("shop-composer")?.dataset.user;
  if (!user) return;
  for (const id of waitingUnder(`${user}:e`)) {
    const article = document.getElementById(`c-${id}`);
    const link = article?.querySelector<HTMLAnchorElement>(`a[href$="/comment/${id}/edit"]`);
    if (!article || !link || talk.querySelector(`shop-composer[data-draft="e${id}"]`)) continue;
    const form = await part(link.href);
    // Another one may have come while this was asked for.
    if (form && !talk.querySelector(`shop-composer[data-draft="e${id}"]`)) slotBelow(article).append(form);
  }
}

function templateOf(talk: HTMLElement): HTMLTemplateElement | null {
  return talk.querySelector<HTMLTemplateElement>("template[data-reply-form]");
}
