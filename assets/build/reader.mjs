// The reader's part of the build: its scripts, its styles, and the files that pdf.js asks for by
// name while it runs. Kept apart because the reader is bundled by itself and loads on its own pages only.
import { readFile, readdir } from "node:fs/promises";
import { leanPdfjs, leanWorker, PDFJS, replace } from "./pdfjs.mjs";

/** Logical name → source. A source that does not exist is left out. */
export const scripts = {
  "reader-epub.js": "assets/ts/reader/epub.ts",
  "reader-pdf.js": "assets/ts/reader/pdf.ts",
};

export const styles = {
  "reader.css": "assets/css/reader.css",
};

// quickjs would run the scripts of a PDF, which nothing here does; the fallbacks are for browsers without wasm.
const UNUSED = /quickjs|nowasm_fallback/i;

/** Folders whose files keep their names: `[{ name, files: [{ path, from | bytes }] }]`. */
export async function folders() {
  const files = [{ path: "pdf.worker.mjs", bytes: await leanWorker() }, { path: "LICENSE", from: `${PDFJS}/LICENSE` }];
  for (const folder of ["cmaps", "standard_fonts", "wasm", "iccs"]) {
    for (const file of await readdir(`${PDFJS}/${folder}`)) {
      if (!UNUSED.test(file)) files.push({ path: `${folder}/${file}`, from: `${PDFJS}/${folder}/${file}` });
    }
  }
  for (const file of await readdir(`${PDFJS}/web/images`)) {
    if (file.startsWith("annotation-")) files.push({ path: `images/${file}`, from: `${PDFJS}/web/images/${file}` });
  }
  return [{ name: "pdfjs", files }];
}

const mendedFoliate = {
  name: "mended-foliate",
  setup(build) {
    // A window that changes while a chapter loads: the document is there, its body is not yet. Loading ends with a
    // rendering of its own.
    build.onLoad({ filter: /foliate-js\/paginator\.js$/ }, async ({ path }) => {
      const view = replace(await readFile(path, "utf8"), /if \(!layout \|\| !this\.document\) return/, "if (!layout || !this.document?.body) return");
      const laidOut = replace(view, /(\srender\(\) \{\s+)if \(!this\.#view\) return/, "$1if (!this.#view?.document?.body) return");
      // A turn that fails must not keep every later one from starting.
      const turn = /this\.#locked = true\n(\s+const prev = dir === -1\n[\s\S]*?)\n\s+this\.#locked = false\n/;
      return { contents: replace(laidOut, turn, "this.#locked = true\ntry {\n$1\n} finally { this.#locked = false }\n") };
    });
    // All browsers of the support table build style sheets in scripts.
    build.onResolve({ filter: /^construct-style-sheets-polyfill$/ }, () => ({ path: "nothing", namespace: "nothing" }));
    build.onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "" }));
  },
};

export const plugins = [leanPdfjs, mendedFoliate];
