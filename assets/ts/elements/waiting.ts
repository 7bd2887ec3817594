// On the page of the device: what waits to be sent, by its kinds and each comment with its words, and a button that sends it now.
import { isAble } from "../offline/client.ts";
import { dropComment } from "../offline/queue.ts";
import { isAway, onReach } from "../offline/reach.ts";
import { make } from "../offline/row.ts";
import { amount, said } from "../offline/said.ts";
import { account } from "../offline/visit.ts";
import { waitingComments, waitingThings, type WaitingComment } from "../offline/waiting.ts";

const KINDS = ["favorites", "ratings", "comments", "annotations", "progress"];

class Waiting extends HTMLElement {
  connectedCallback(): void {
    if (!isAble) return;
    addEventListener("warraq:outbox", () => void this.#show());
    onReach(() => void this.#show());
    // A page that stands in for others cannot send: that of now can.
    this.querySelector("button")?.addEventListener("click", () => (account() === 0 ? location.reload() : dispatchEvent(new Event("warraq:send"))));
  }

  async #show(): Promise<void> {
    const [things, comments] = await Promise.all([waitingThings(), waitingComments()]);
    this.hidden = false;
    this.querySelector("[data-count]")?.replaceChildren(things.length === 0 ? said("sent") : said("waiting", { count: amount(things.length) }));
    const kinds = KINDS.map((kind) => [kind, things.filter((key) => key.startsWith(`${kind}/`)).length] as const).filter(([, count]) => count > 0);
    this.querySelector("[data-kinds]")?.replaceChildren(...kinds.map(([kind, count]) => make("li", {}, said(`things-${kind}`, { count: amount(count) }))));
    this.querySelector("[data-comments]")?.replaceChildren(...comments.map(commentRow));
    const button = this.querySelector<HTMLElement>(":scope > section > button");
    if (button) button.hidden = things.length === 0 || isAway();
  }
}

/** A comment that waits: what it says, why it waits, and the ways to go on with it. */
function commentRow({ comment, isUnderWay, why }: WaitingComment): HTMLLIElement {
  const reason = why ? why.message || said(`comment-${why.code.replaceAll("_", "-")}`) || said("comment-invalid") : said(isUnderWay ? "comment-leaving" : "comment-waits");
  const href = `/${document.documentElement.lang}/book/${comment.book_id}/comments`;
  const talk = make("a", { className: "button button--plain", href }, make("span", {}, said("comment-talk")));
  const drop = make("button", { className: "button button--plain", type: "button" }, make("span", {}, said("comment-drop")));
  drop.addEventListener("click", () => void dropComment(comment.client_key));
  const words = make("p", { className: "waits__words", dir: "auto" }, comment.text.trim());
  const ways = make("div", { className: "waits__ways" }, talk, ...(isUnderWay || account() === 0 ? [] : [drop]));
  return make("li", { className: "waits__comment" }, words, make("p", { className: why?.isRefused ? "field__error" : "waits__why" }, reason), ways);
}

customElements.define("shop-waiting", Waiting);
