// The reader's part of the build: its scripts, its styles, and the files that pdf.js asks for by
// name while it runs. Kept apart because the reader is bundled by itself and loads on its own pages only.
import { readFile, readdir } from "node:fs/promises";

/** Logical name → source. A source that does not exist is left out. */
export const scripts = {
  "reader-epub.js": "assets/ts/reader/epub.ts",
  "reader-pdf.js": "assets/ts/reader/pdf.ts",
};

export const styles = {
  "reader.css": "assets/css/reader.css",
};

const PDFJS = "node_modules/pdfjs-dist";

// quickjs would run the scripts of a PDF, which nothing here does; the fallbacks are for browsers without wasm.
const UNUSED = /quickjs|nowasm_fallback/i;

/** Folders copied as they are: `[{ name, files: [{ path, from }] }]`. */
export async function folders() {
  const files = [{ path: "pdf.worker.mjs", from: `${PDFJS}/build/pdf.worker.min.mjs` }, { path: "LICENSE", from: `${PDFJS}/LICENSE` }];
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

// Editors, forms of Adobe's kind and pdf.js's own translations are switched off, but its viewer names
// them all at the top, so that no bundler can tell. Each of these must be found: the version is pinned.
const SWITCHED_OFF = ["AnnotationEditorLayer", "AnnotationEditorUIManager", "ColorPicker", "SignatureExtractor", "XfaLayer"];

function replace(source, pattern, by) {
  if (!pattern.test(source)) throw new Error(`a library has changed: ${pattern}`);
  return source.replace(pattern, by);
}

/** The viewer takes what it uses from the core by name, instead of all of it from a global, and gives none of itself to one. */
function leanViewer(source) {
  const taken = (_, list) => {
    const names = list.split(",").map((name) => name.trim()).filter((name) => !SWITCHED_OFF.includes(name));
    return `import { ${names} } from "pdfjs-dist/build/pdf.mjs"; const ${SWITCHED_OFF.map((name) => `${name} = null`)};`;
  };
  const byName = replace(source, /const \{([^}]*)\} = globalThis\.pdfjsLib;/, taken);
  const alone = replace(byName, /globalThis\.pdfjsViewer = \{[^}]*\};/, "");
  return replace(alone, /new genericl10n_GenericL10n\(\)/g, "null");
}

/** What classes compute while they are made keeps them in the bundle: the editors would come along though nothing names them. */
function leanCore(source) {
  const alone = replace(source, /globalThis\.pdfjsLib = \{[^}]*\};/, "");
  const untested = replace(alone, /globalThis\._pdfjsTestingUtils = \{[^}]*\};/, "");
  const withoutEditors = replace(untested, /static #editorTypes = new Map\(\[[^\]]*\]\.map\([^;]*\)\);/, "static #editorTypes = new Map();");
  return replace(withoutEditors, /static _editorType = (AnnotationEditorType\.\w+);/g, "static get _editorType() { return $1; }");
}

const leanPdfjs = {
  name: "lean-pdfjs",
  setup(build) {
    const load = (filter, change) =>
      build.onLoad({ filter }, async ({ path }) => ({ contents: change(await readFile(path, "utf8")), loader: "js" }));
    load(/pdfjs-dist\/web\/pdf_viewer\.mjs$/, leanViewer);
    load(/pdfjs-dist\/build\/pdf\.mjs$/, leanCore);
  },
};

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
