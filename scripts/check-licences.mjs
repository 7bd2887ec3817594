// Every dependency's licence lets us give the program away under Apache-2.0 or MIT, and none comes from elsewhere than
// the registry. A few lines over `cargo metadata`, because installing cargo-deny takes longer than all other checks.
import { execFileSync } from "node:child_process";

const ALLOWED = new Set([
  "0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0",
  "CDLA-Permissive-2.0", "IJG", "ISC", "MIT", "MIT-0", "Unicode-3.0", "Unlicense", "Zlib",
]);

/** Whether an SPDX expression can be met by allowed licences alone. */
function allowed(expression) {
  const tokens = expression.replaceAll("/", " OR ").match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const or = () => { let met = and(); while (tokens[at] === "OR") { at += 1; met = and() || met; } return met; };
  const and = () => { let met = one(); while (tokens[at] === "AND") { at += 1; met = one() && met; } return met; };
  const one = () => {
    if (tokens[at] === "(") { at += 1; const met = or(); at += 1; return met; }
    let name = tokens[at++];
    if (tokens[at] === "WITH") { name += ` WITH ${tokens[at + 1]}`; at += 2; }
    return ALLOWED.has(name);
  };
  return or();
}

const metadata = execFileSync("cargo", ["metadata", "--format-version", "1", "--locked"], { maxBuffer: 1 << 28 });
const foreign = JSON.parse(metadata).packages.filter((one) => one.source !== null);
const refused = foreign.filter((one) => !allowed(one.license ?? ""));
for (const one of refused) console.error(`licence: ${one.name} ${one.version} is ${one.license ?? "without a licence"}`);
const elsewhere = foreign.filter((one) => !one.source.startsWith("registry+"));
for (const one of elsewhere) console.error(`source: ${one.name} does not come from the registry`);
console.log(`${foreign.length} dependencies looked at`);
process.exitCode = refused.length + elsewhere.length > 0 ? 1 : 0;
