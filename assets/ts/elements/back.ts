// The way back leads to the parent page. Where the reader came from a page of the shop, it leads there
// instead, to the very place on it, as the browser's own button would.

function cameFromHere(): boolean {
  const { navigation } = window;
  if (!navigation?.canGoBack || !navigation.currentEntry) return false;
  // `entries()` lists this site's own pages only, so a visitor from elsewhere is led to the parent.
  return navigation.entries().some((entry) => entry.index === (navigation.currentEntry?.index ?? 0) - 1);
}

addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-back]") : null;
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || !cameFromHere()) return;
  event.preventDefault();
  window.navigation.back();
});

export {};
