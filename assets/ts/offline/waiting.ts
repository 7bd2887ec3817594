/** How much of what was done without a connection waits to be sent: counted in the outbox of `sync/`, which need not be open for it. */

const DATABASE = "warraq-reading";

export async function countWaiting(): Promise<number> {
  const databases = await indexedDB.databases?.().catch(() => undefined);
  // Whoever only counts must not make it.
  if (databases && !databases.some(({ name }) => name === DATABASE)) return 0;
  const keys = await keysOfOutbox().catch(() => []);
  // The places of one book are one thing.
  return new Set(keys.map((key) => (key.startsWith("progress/") ? key.split("/", 2).join("/") : key))).size;
}

function keysOfOutbox(): Promise<string[]> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open(DATABASE);
    opening.onerror = () => failed(opening.error);
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onsuccess = () => {
      const database = opening.result;
      const asking = database.transaction("outbox", "readonly").objectStore("outbox").getAllKeys();
      asking.onsuccess = () => done(asking.result.map(String));
      asking.onerror = () => failed(asking.error);
      database.close();
    };
  });
}
