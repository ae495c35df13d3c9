/** "Xếp loại năm 2026" becomes "Xếp loại năm 2027"; "giai đoạn 2025–2026" moves as a whole. A title without its year is given the next one. */
export function nextYearsTitle(title: string, year: number): string {
  const years = new Set([year - 1, year, year + 1]);
  const moved = title.replace(/(?<!\d)20\d{2}(?!\d)/g, (found) => (years.has(Number(found)) ? String(Number(found) + 1) : found));
  return moved === title ? `${title} năm ${year + 1}` : moved;
}
