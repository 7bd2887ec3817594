// What was asked in a dialog over a comment: to delete it, to report it.
import { toast } from "./toast.ts";
import { refuse, sendForm } from "./send.ts";

/** Sends the dialog's form and shows on the page what came of it. */
export async function finish(talk: HTMLElement, form: HTMLFormElement): Promise<void> {
  const article = form.closest(".said__slot")?.previousElementSibling;
  const sent = await sendForm(form);
  if (sent.is === "elsewhere") return location.assign(sent.url);
  if (sent.is !== "done") return refuse(form, sent.is === "refused" ? sent.words : (talk.dataset.lost ?? ""));
  form.closest("dialog")?.close();
  if (form.action.endsWith("/report")) return toast(talk.dataset.reported ?? "");
  const [left, item] = [sent.part.querySelector<HTMLElement>("article"), article?.closest("li")];
  const next = left ?? item?.nextElementSibling?.querySelector<HTMLElement>("article") ?? document.getElementById("main");
  if (left) article?.replaceWith(left);
  else item?.remove();
  next?.focus();
  toast(talk.dataset.deleted ?? "");
}
