// Whoever signs in here next need not be who wrote the drafts that this browser keeps (see `talk/drafts.ts`).

addEventListener("submit", ({ target }) => {
  if (!(target instanceof HTMLFormElement) || !target.action.endsWith("/sign-out")) return;
  for (const name of Object.keys(localStorage)) if (name.startsWith("draft:")) localStorage.removeItem(name);
});

export {};
