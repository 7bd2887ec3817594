/** As many of the words as a message bears, and whole ones where they are parted by spaces. */
const LONGEST = 280;

export function shortened(words: string): string {
  const letters = [...words];
  if (letters.length <= LONGEST) return words;
  const kept = letters.slice(0, LONGEST).join("");
  const end = kept.lastIndexOf(" ");
  return `${(end > 0 ? kept.slice(0, end) : kept).replace(/[\s,،;؛:–—-]+$/, "")}…`;
}
