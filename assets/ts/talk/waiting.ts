// Comments that wait in the outbox stand where they will stand, and say why they wait. Until they have left they can be said
// otherwise, or thrown away; once the shop has one, what it made of it takes its place.
import { dropComment, queueComment, type CommentToSend } from "../offline/queue.ts";
import { isAway } from "../offline/reach.ts";
import { said } from "../offline/said.ts";
import { waitingComments, type WaitingComment } from "../offline/waiting.ts";
import type { Taken } from "../sync/kinds.ts";
import { place } from "./place.ts";
import { toast } from "./toast.ts";

const shown = new WeakMap<HTMLElement, WaitingComment>();

const word = (key: string): string => said(`comment-${key}`, {}, "comment-words");
const cardOf = (talk: HTMLElement, key: string): HTMLElement | null => talk.querySelector(`[data-queued="${CSS.escape(key)}"]`);

/** Shows all that wait to be said about this book. */
export async function showAllWaiting(talk: HTMLElement): Promise<void> {
  const book = Number(talk.dataset.book);
  for (const waiting of await waitingComments()) if (waiting.comment.book_id === book) showWaiting(talk, waiting);
}

/** Shows one that waits, or how it stands now; `null` where its place is on another page. */
export function showWaiting(talk: HTMLElement, waiting: WaitingComment): HTMLElement | null {
  const { client_key: key, parent_id: parent } = waiting.comment;
  const there = cardOf(talk, key);
  const card = there ?? drawn(talk);
  if (!card) return null;
  card.dataset.queued = key;
  tell(card, waiting);
  const own = talk.querySelector("shop-composer");
  if (there || place(card, parent?.toString())) return card;
  // A page with nothing but a form.
  if (!talk.querySelector(".thread") && own) own.before(card);
  return card.isConnected ? card : null;
}

/** What stands in a composer goes into the outbox, and on the page as waiting. Answers whether it did. */
export async function queueIn(composer: HTMLElement, comment: CommentToSend | null): Promise<boolean> {
  const talk = composer.closest<HTMLElement>("shop-talk");
  if (!comment || !talk || !(await queueComment(comment))) return false;
  showWaiting(talk, { comment, isUnderWay: false })?.focus();
  return true;
}

/** Hears what is pressed, and what becomes of them. */
export function watchWaiting(talk: HTMLElement): void {
  talk.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-queued] [data-does]") : null;
    const card = button?.closest<HTMLElement>("[data-queued]");
    if (button && card) void act(talk, card, button.dataset.does ?? "");
  });
  addEventListener("warraq:answered", ({ detail }) => void answered(talk, detail));
  addEventListener("warraq:outbox", ({ detail: { state } }) => state !== "sending" && void showAllWaiting(talk));
}

function drawn(talk: HTMLElement): HTMLElement | null {
  const template = "template[data-pending]";
  const reply = talk.querySelector<HTMLTemplateElement>("template[data-reply-form]");
  const found = (talk.querySelector(template) ?? reply?.content.querySelector(template)) as HTMLTemplateElement | null;
  const article = found?.content.firstElementChild;
  return article instanceof HTMLElement ? document.importNode(article, true) : null;
}

/** The words, why they wait, and what can be done about that. */
function tell(card: HTMLElement, waiting: WaitingComment): void {
  shown.set(card, waiting);
  const { comment, isUnderWay, why } = waiting;
  card.removeAttribute("aria-busy");
  card.querySelector(".said__paragraph")?.replaceChildren(comment.text.trim());
  const facts = card.querySelector(".said__facts");
  const words = reason(waiting);
  if (facts && facts.textContent !== words) facts.replaceChildren(words);
  facts?.classList.toggle("field__error", Boolean(why?.isRefused));
  facts?.setAttribute("role", "status");
  show(card, ".said__actions", !isEdited(card));
  // What has left may be there: it cannot be had back before that is known.
  show(card, "[data-does=drop]", !isUnderWay);
  show(card, "[data-does=own]", Boolean(why?.isRefused && comment.parent_id));
}

/** Why one waits, or what the shop has against it. */
function reason({ comment, isUnderWay, why }: WaitingComment): string {
  if (why?.isRefused && comment.parent_id && why.code === "invalid") return word("parent");
  if (why) return why.message || word(why.code.replaceAll("_", "-")) || word("invalid");
  return word(isUnderWay && !isAway() ? "leaving" : "waits");
}

function show(card: HTMLElement, what: string, is: boolean): void {
  const part = card.querySelector<HTMLElement>(what);
  if (part) part.hidden = !is;
}

const isEdited = (card: HTMLElement): boolean => card.querySelector<HTMLElement>(".said__again")?.hidden === false;

function edit(card: HTMLElement, is: boolean): void {
  show(card, ".said__again", is);
  show(card, ".said__text", !is);
  show(card, ".said__actions", !is);
}

async function act(talk: HTMLElement, card: HTMLElement, deed: string): Promise<void> {
  const area = card.querySelector("textarea");
  const comment = shown.get(card)?.comment;
  if (!comment || !area) return;
  if (deed === "edit") {
    area.value = comment.text;
    edit(card, true);
    area.focus();
  } else if (deed === "leave") {
    edit(card, false);
    card.focus();
  } else if (deed === "save" && area.value.trim()) {
    edit(card, false);
    await again(talk, { ...comment, text: area.value });
    card.focus();
  } else if (deed === "own") {
    const { parent_id: _, ...own } = comment;
    card.remove();
    (await again(talk, own))?.focus();
  } else if (deed === "drop" && (await dropComment(comment.client_key))) {
    card.remove();
    toast(word("dropped"), { label: word("undo"), act: () => void again(talk, comment) });
  }
}

/** Puts it into the outbox as it is now. */
async function again(talk: HTMLElement, comment: CommentToSend): Promise<HTMLElement | null> {
  const waiting = { comment, isUnderWay: false };
  return (await queueComment(comment)) ? showWaiting(talk, waiting) : null;
}

/** What the shop made of those that stand here takes their place. */
async function answered(talk: HTMLElement, taken: Taken[]): Promise<void> {
  for (const { list, key, outcome, state } of taken) {
    const card = list === "comments" ? cardOf(talk, key) : null;
    if (!card || outcome === "later" || outcome === "refused") continue;
    const { id, deleted } = state as { id?: number; deleted?: boolean };
    const article = deleted ? null : await articleOf(id);
    if (deleted) toast(word("gone"));
    else toast((article?.querySelector(".alert--warning") ? talk.dataset.held : talk.dataset.posted) ?? "");
    // Changed again meanwhile, it waits again.
    if ((await waitingComments()).some(({ comment }) => comment.client_key === key)) continue;
    document.getElementById(article?.id ?? "")?.closest("li")?.remove();
    if (article) card.replaceWith(article);
    else if (deleted) card.closest("li")?.remove();
    else card.querySelector<HTMLElement>(".said__facts")?.replaceChildren();
  }
}

/** A comment as it stands on its own page. */
async function articleOf(id = 0): Promise<HTMLElement | null> {
  try {
    const page = await (await fetch(`/${document.documentElement.lang}/comment/${id}`, { headers: { accept: "text/html" } })).text();
    const article = new DOMParser().parseFromString(page, "text/html").getElementById(`c-${id}`);
    article?.removeAttribute("aria-current");
    return article && document.importNode(article, true);
  } catch {
    return null;
  }
}
