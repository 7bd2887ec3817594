// Menus that unfold close when one goes elsewhere, and by Escape.

function close(menu: HTMLDetailsElement): void {
  menu.open = false;
}

function open(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")];
}

for (const name of ["click", "focusin"]) {
  addEventListener(name, ({ target }) => open().filter((menu) => !(target instanceof Node && menu.contains(target))).forEach(close));
}

addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const menu of open()) {
    close(menu);
    menu.querySelector("summary")?.focus();
  }
});

export {};
