// Whoever signs in here next need not be who wrote the drafts that this browser keeps (see `talk/drafts.ts`), nor whose books
// are on the device. The answer to signing out clears all that too; not every browser heeds it.
import { isAble, wish } from "../offline/client.ts";

addEventListener("submit", ({ target }) => {
  if (!(target instanceof HTMLFormElement) || !target.action.endsWith("/sign-out")) return;
  for (const name of Object.keys(localStorage)) if (name.startsWith("draft:")) localStorage.removeItem(name);
  if (isAble) void wish({ wish: "wipe" });
});

export {};
