// Scripts and styles through esbuild. Scripts are ES modules that may share chunks; styles may
// import two generated sheets: `warraq:fonts` and `warraq:theme-auto`.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";

// What DESIGN.md's support table relies on (section 6).
export const TARGET = ["chrome123", "firefox128", "safari17.5"];

/** Bundles `entries` (logical name → source) and hands each output to `output`. */
export async function bundle(output, entries, { plugins = [] } = {}) {
  const present = Object.entries(entries).filter(([, source]) => existsSync(source));
  if (present.length === 0) return;
  const result = await build({
    entryPoints: present.map(([name, source]) => ({ in: source, out: name.replace(/\.[a-z]+$/, "") })),
    bundle: true,
    minify: true,
    splitting: present.every(([name]) => name.endsWith(".js")),
    format: "esm",
    target: TARGET,
    charset: "utf8",
    legalComments: "none",
    outdir: output.root,
    entryNames: "[name]-[hash]",
    chunkNames: "chunk-[hash]",
    external: ["/assets/*"],
    metafile: true,
    write: false,
    logLevel: "warning",
    plugins,
  });
  const bySource = Object.fromEntries(present.map(([name, source]) => [source, name]));
  for (const [path, facts] of Object.entries(result.metafile.outputs)) {
    const file = basename(path);
    const name = bySource[facts.entryPoint] ?? file;
    const bytes = result.outputFiles.find((candidate) => basename(candidate.path) === file).contents;
    await output.add(name, bytes, file);
  }
}

/** Makes modules that exist only during the build importable as `warraq:NAME`. */
export function generated(sources) {
  return {
    name: "warraq",
    setup(build) {
      build.onResolve({ filter: /^warraq:/ }, ({ path }) => ({ path: path.slice(7), namespace: "warraq" }));
      build.onLoad({ filter: /.*/, namespace: "warraq" }, ({ path }) => {
        if (!sources[path]) throw new Error(`nothing generates warraq:${path}`);
        return sources[path];
      });
    },
  };
}

/** Gives the modules of one folder a copy of a module of their own, so that no chunk is shared with those who import it at once. */
export function apart(folder, module) {
  return {
    name: "apart",
    setup(build) {
      build.onResolve({ filter: new RegExp(`${basename(module)}$`) }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === "apart" || !importer.includes(`/${folder}/`)) return undefined;
        const found = await build.resolve(path, { importer, resolveDir, kind, pluginData: "apart" });
        return found.path.endsWith(module) ? { path: found.path, suffix: `?${folder}` } : found;
      });
    },
  };
}

/**
 * The dark tokens again for readers who chose no theme, taken from tokens.css itself so that
 * the two can never differ.
 */
export async function automaticTheme(tokens) {
  const css = await readFile(tokens, "utf8");
  const block = /\[data-theme="dark"\]\s*\{([^}]*)\}/.exec(css);
  if (!block) throw new Error(`${tokens}: no dark theme`);
  return `@media (prefers-color-scheme: dark) { @layer tokens { :root:not([data-theme]) {${block[1]}} } }`;
}
