// pdf.js without what no reader here asks of it: forms of Adobe's kind, editing, and the decoder of a filter that next to no
// file has are two fifths of its worker, and a smaller one shows its first page so much earlier.
import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { TARGET } from "./bundles.mjs";

export const PDFJS = "node_modules/pdfjs-dist";

// Editors, forms of Adobe's kind and pdf.js's own translations are switched off, but its viewer names
// them all at the top, so that no bundler can tell. Each of these must be found: the version is pinned.
const SWITCHED_OFF = ["AnnotationEditorLayer", "AnnotationEditorUIManager", "ColorPicker", "SignatureExtractor", "XfaLayer"];

/** Changes a library's source; what is not found there any more must not pass in silence. */
export function replace(source, pattern, by) {
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

export const leanPdfjs = {
  name: "lean-pdfjs",
  setup(build) {
    const load = (filter, change) =>
      build.onLoad({ filter }, async ({ path }) => ({ contents: change(await readFile(path, "utf8")), loader: "js" }));
    load(/pdfjs-dist\/web\/pdf_viewer\.mjs$/, leanViewer);
    load(/pdfjs-dist\/build\/pdf\.mjs$/, leanCore);
  },
};

/** The parts of the worker that are left out, by the names that its bundle gives them. */
const LEFT_OUT = [
  // Forms in XML, which the viewer would have to be told to show, and the fonts that only they are measured with.
  /^core\/xfa/,
  /^core\/\w+_(factors|widths)\.js$/,
  // Files put together of pages of others.
  /^core\/editor\/pdf_editor\.js$/,
  // A filter of 2025 with a dictionary of 120 kB. What a browser unpacks by itself it still does.
  /^brotli\//,
];

/** Where what stays names what goes: `[pattern, instead]`. */
const UNNAMED = [
  [/data \? new XFAFactory\(data\) : null/, "null"],
  [/XFAFactory\.getRichTextAsHtml\([^;]*\);/g, "null;"],
  [/new DatasetReader\(data\)/, "null"],
  [/getXfaFontName\(fontName\.name\)/, "null"],
  [/getXfaFontDict\(fontName\.name\)/, "null"],
  [/getXfaFontName\(`\$\{missing\}-Regular`\)/, "null"],
  [/getXfaFontDict\(name\)/, "null"],
  [/new PDFEditor\(\)/, "null"],
  [/BrotliDecode\(new Int8Array\([^)]*\)\);/, '(() => { throw new FormatError("Brotli"); })();'],
];

/** Of the worker, pdf.js's own parts: `[name, source]`; what comes before the first and behind the last has none. */
function partsOf(source) {
  return source.split(/^(?=;\/\/ \.\/)/m).map((part) => [/^;\/\/ \.\/(?:src|external)\/(\S+)/.exec(part)?.[1] ?? "", part]);
}

/** The worker that takes files apart, in one file. */
export async function leanWorker() {
  const parts = partsOf(await readFile(`${PDFJS}/build/pdf.worker.mjs`, "utf8"));
  const isOut = (name) => LEFT_OUT.some((pattern) => pattern.test(name));
  for (const pattern of LEFT_OUT) {
    if (!parts.some(([name]) => pattern.test(name))) throw new Error(`a library has changed: ${pattern}`);
  }
  const kept = parts.filter(([name]) => !isOut(name)).map(([, part]) => part).join("");
  const contents = UNNAMED.reduce((source, [pattern, by]) => replace(source, pattern, by), kept);
  const options = { bundle: true, minify: true, format: "esm", target: TARGET, charset: "utf8", legalComments: "none", write: false };
  const { outputFiles } = await build({ stdin: { contents, loader: "js" }, ...options });
  return outputFiles[0].contents;
}
