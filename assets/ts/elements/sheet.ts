// Sheets and dialogs: a link to one opens it as a dialog; its close button, Escape and a press outside close it.
// Without this script the same link leads to the same content, unfolded on the page, and the close button away.

function sheet(link: Element): HTMLDialogElement | null {
  const found = document.getElementById(link.getAttribute("data-opens") ?? "");
  return found instanceof HTMLDialogElement ? found : null;
}

addEventListener("click", (event) => {
  if (!(event.target instanceof Element)) return;
  const opener = event.target.closest("[data-opens]");
  const opened = opener && sheet(opener);
  if (opened) {
    event.preventDefault();
    opened.showModal();
    return;
  }
  const dialog = event.target.closest("dialog");
  if (!dialog?.open) return;
  const closer = event.target.closest("[data-closes]");
  if (closer) event.preventDefault();
  // The dialog's own box takes the press outside its content, on the backdrop.
  if (closer || outside(dialog, event)) dialog.close();
});

function outside(dialog: HTMLDialogElement, event: MouseEvent): boolean {
  const { top, bottom, left, right } = dialog.getBoundingClientRect();
  // A press from the keyboard has no place.
  if (event.detail === 0 || event.target !== dialog) return false;
  return event.clientY < top || event.clientY > bottom || event.clientX < left || event.clientX > right;
}

export {};
