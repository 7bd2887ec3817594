/** Modules that exist only during the build (`assets/build/bundles.mjs`). */

declare module "warraq:places" {
  /** Address of the sheet that names the reading fonts. */
  export const fonts: string;
  /** Folder of the files that pdf.js asks for by name. */
  export const pdfjs: string;
}
