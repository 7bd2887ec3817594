// The talk on a page: replies and changes are written below the comment that they are about, deleting and reporting ask in
// a dialog. Each is a link to a page of its own, which it stays where the part cannot be had.
import { finish } from "../talk/asked.ts";
import { slotBelow } from "../talk/place.ts";
import { openChanged, openReply, openWaiting } from "../talk/replies.ts";
import { part } from "../talk/send.ts";
import { toast } from "../talk/toast.ts";
import { showAllWaiting, watchWaiting } from "../talk/waiting.ts";

class Talk extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a") : null;
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
      const { dataset } = link;
      if ("reply" in dataset && this.#reply(link)) event.preventDefault();
      else if ("inline" in dataset) (event.preventDefault(), void this.#open(link));
      else if ("copy" in dataset && navigator.clipboard) (event.preventDefault(), void this.#copy(link));
      else if ("cancel" in dataset && this.#close(link)) event.preventDefault();
    });
    this.addEventListener("submit", (event) => {
      const form = event.target as HTMLFormElement;
      // On a page of its own it is sent as without scripts: a script is answered with what takes the comment's place.
      if (!form.closest(".said__slot") && /\/(delete|report)$/.test(form.action)) return event.stopPropagation();
      if (!form.closest(".said__slot dialog")) return;
      event.preventDefault();
      if (form.checkValidity()) void finish(this, form);
    });
    watchWaiting(this);
    const waiting = () => (openWaiting(this), void openChanged(this), void showAllWaiting(this));
    waiting();
    addEventListener("pageshow", ({ persisted }) => persisted && waiting());
    addEventListener("online", waiting);
  }

  #reply(link: HTMLAnchorElement): boolean {
    const article = link.closest("article");
    const slot = article && openReply(this, slotBelow(article), link.dataset.reply ?? "");
    slot?.querySelector("textarea")?.focus();
    return Boolean(slot);
  }

  async #open(link: HTMLAnchorElement): Promise<void> {
    const [article, menu] = [link.closest("article"), link.closest<HTMLDetailsElement>("details")];
    const found = await part(link.href);
    const [field, dialog] = [found?.querySelector("textarea"), found?.querySelector("dialog")];
    if (!found && !navigator.onLine) return toast(this.dataset.lost ?? "");
    if (!found || !article || !(field || dialog)) return location.assign(link.href);
    if (menu) menu.open = false;
    for (const form of found.querySelectorAll("form")) form.noValidate = true;
    const slot = slotBelow(article);
    slot.append(found);
    if (!dialog) return field?.focus();
    dialog.addEventListener("close", () => (slot.remove(), menu?.querySelector("summary")?.focus()));
    dialog.showModal();
  }

  #close(link: Element): boolean {
    const slot = link.closest(".said__slot");
    const article = slot?.previousElementSibling;
    slot?.remove();
    article?.querySelector<HTMLElement>("[data-reply], summary")?.focus();
    return slot !== null;
  }

  async #copy(link: HTMLAnchorElement): Promise<void> {
    await navigator.clipboard.writeText(link.href).then(() => toast(this.dataset.copied ?? ""), () => location.assign(link.href));
    const menu = link.closest<HTMLDetailsElement>("details");
    if (menu) (menu.open = false), menu.querySelector("summary")?.focus();
  }
}

customElements.define("shop-talk", Talk);
