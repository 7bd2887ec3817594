// The reader's part of the build: its scripts, its styles, and the files that pdf.js asks for by
// name while it runs. Kept apart because the reader is bundled by itself and loads on its own pages only.

/** Logical name → source. A source that does not exist is left out. */
export const scripts = {
  "reader-epub.js": "assets/ts/reader/epub.ts",
  "reader-pdf.js": "assets/ts/reader/pdf.ts",
};

export const styles = {
  "reader.css": "assets/css/reader.css",
};

/** Folders copied as they are: `[{ name, files: [{ path, from }] }]`. */
export async function folders() {
  return [];
}
