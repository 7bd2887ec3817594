declare module "warraq:shell" {
  /** Changes with anything below. */
  export const version: string;
  /** What every page is made of. */
  export const shell: string[];
  /** What only the readers need. */
  export const reader: string[];
  /** Pages that stand in for others. */
  export const pages: string[];
}
