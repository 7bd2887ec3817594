// A form is sent once: the button that sent it stays busy until the answer is there. It stays focusable, and CSS
// turns the wheel only when the answer takes its time.

// Nobody tells a page that the answer was a file to be kept.
const PATIENCE_MS = 30_000;

const sent = new Map<HTMLFormElement, HTMLElement | null>();

function release(): void {
  for (const [form, button] of sent) {
    form.removeAttribute("aria-busy");
    button?.removeAttribute("aria-disabled");
  }
  sent.clear();
}

addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.set(form, event.submitter);
  form.setAttribute("aria-busy", "true");
  event.submitter?.setAttribute("aria-disabled", "true");
  setTimeout(release, PATIENCE_MS);
});

// Back on this page from the answer, or never gone because the request was stopped.
addEventListener("pageshow", (event) => event.persisted && release());
window.navigation?.addEventListener("navigateerror", release);

export {};
