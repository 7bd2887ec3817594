/** Who visits, and whether they have just come. */

const VISIT = "visit";

/** Whose page this is; 0 for a visitor's. */
export function account(): number {
  return Number(document.querySelector<HTMLMetaElement>("meta[name=account]")?.content ?? 0);
}

/** Whether this is the first page of a visit. */
export function isFirstOfVisit(): boolean {
  try {
    if (sessionStorage.getItem(VISIT)) return false;
    sessionStorage.setItem(VISIT, "yes");
  } catch {
    // Where nothing may be kept, every page is the first.
  }
  return true;
}
