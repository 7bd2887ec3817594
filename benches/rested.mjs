// When a server has done what was left to do. A shop looks for the books that are similar after an import.
import { readFileSync } from "node:fs";

/** Until the server has nothing left to do. */
export async function rested(server) {
  const worked = () => {
    const fields = readFileSync(`/proc/${server.pid}/stat`, "utf8").split(") ")[1].split(" ");
    return Number(fields[11]) + Number(fields[12]);
  };
  // The shop looks for such work every ten seconds: twice that long with hardly any is rest.
  for (let quiet = 0, before = worked(); quiet < 20; ) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const now = worked();
    quiet = now - before > 2 ? 0 : quiet + 1;
    before = now;
  }
}
