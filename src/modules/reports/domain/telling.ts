/**
 * A narrative cut into what can be kept or dropped by itself: its paragraphs, and the items of a list. Lines that only lead
 * to a list ("Trong đó:") go with what follows.
 */
export function piecesOf(text: string): string[] {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const pieces: string[] = [];
  let leading = "";
  for (const line of lines) {
    const item = line.replace(/^[-–•*+]\s+/u, "");
    if (item.endsWith(":") && item.length < 120) {
      leading = leading === "" ? item : `${leading} ${item}`;
      continue;
    }
    pieces.push(leading === "" ? item : `${leading} ${item}`);
    leading = "";
  }
  return leading === "" ? pieces : [...pieces, leading];
}
