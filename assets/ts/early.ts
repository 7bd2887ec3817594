// Runs before the first picture of a page: gives the cover that was pressed, and the one it flies to,
// the same name. Two equal names on one page would cancel the transition, so names are given late.

const NAME = "book-cover";

function hero(): HTMLElement | null {
  return document.querySelector<HTMLElement>(".cover--hero");
}

/** The cover of the card that leads to an address; the pressed card first, since a book may stand in two shelves. */
function coverFor(address: string | null | undefined): HTMLElement | null {
  if (!address) return null;
  const { pathname } = new URL(address);
  const pressed = document.activeElement?.closest<HTMLAnchorElement>("a[data-cover]");
  const links = [pressed, ...document.querySelectorAll<HTMLAnchorElement>("a[data-cover]")];
  const link = links.find((candidate) => candidate?.pathname === pathname);
  return link?.closest(".card")?.querySelector<HTMLElement>(".cover") ?? null;
}

function fly(cover: HTMLElement | null, transition: ViewTransition): void {
  if (!cover) return;
  const other = hero();
  if (other) other.style.viewTransitionName = "none";
  cover.style.viewTransitionName = NAME;
  // In the first picture of a page nothing is known yet to be in sight, and what is not has no picture.
  const item = cover.closest("li");
  if (item) item.style.contentVisibility = "visible";
  const land = (): void => {
    cover.style.viewTransitionName = "";
    if (other) other.style.viewTransitionName = "";
  };
  // A transition that is skipped says so by rejecting, which is no error.
  transition.finished.then(land, land);
}

addEventListener("pageswap", (event) => {
  if (event.viewTransition) fly(coverFor(event.activation?.entry?.url), event.viewTransition);
});

addEventListener("pagereveal", (event) => {
  const activation = window.navigation?.activation;
  if (!event.viewTransition || !activation?.from) return;
  const back = activation.navigationType === "traverse" && activation.from.index > activation.entry.index;
  if (back) event.viewTransition.types?.add("back");
  // Going forward to a book, its own page has the name from CSS; going back, the card takes it.
  if (!hero()) fly(coverFor(activation.from.url), event.viewTransition);
});

export {};
