// Whoever signs in here next need not be who wrote the drafts that this browser keeps (see `talk/drafts.ts`), nor whose books
// are on the device. The answer to signing out clears all that too; not every browser heeds it. What waits to be sent would be
// lost: then it is asked first.
import { isAble, wish } from "../offline/client.ts";
import { countWaiting } from "../offline/waiting.ts";

const sure = new WeakSet<HTMLFormElement>();

/** Clears, and goes on with the form. */
async function leave(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const dialog = document.querySelector<HTMLDialogElement>("#sign-out-loses");
  // This waits in any case: a form that is being sent cannot be sent again before that is over.
  const waiting = await countWaiting().catch(() => 0);
  if (dialog && !dialog.contains(form) && waiting > 0) return dialog.showModal();
  for (const name of Object.keys(localStorage)) if (name.startsWith("draft:")) localStorage.removeItem(name);
  if (isAble) void wish({ wish: "wipe" });
  indexedDB.deleteDatabase("warraq-reading");
  sure.add(form);
  form.requestSubmit(submitter);
}

// Before the others hear of it: this one comes again.
addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.action.endsWith("/sign-out") || sure.has(form) || !navigator.onLine) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void leave(form, event.submitter);
}, { capture: true });
