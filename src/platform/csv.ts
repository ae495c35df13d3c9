import { parseCsv, writeCsv as write } from "hucre/csv";

/**
 * Reads a .csv into rows of text cells. UTF-8 (with or without mark) and Excel's UTF-16 "Unicode text"; comma, semicolon or
 * tab. Null when the bytes are in no encoding that we can tell (an old Vietnamese code page): guessing would garble names.
 */
export function readCsv(bytes: Uint8Array): string[][] | null {
  const text = decode(bytes);
  if (text === null) return null;
  const rows = parseCsv(text, { typeInference: false, unescapeFormulae: true, maxRows: 500_000 });
  return rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
}

/**
 * A .csv that Excel opens with its Vietnamese intact. Cells that begin with = + - @ or a control character get an apostrophe:
 * a spreadsheet would otherwise run them as formulas. `readCsv` takes it off again.
 */
export function writeCsv(headers: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return write(
    rows.map((row) => [...row]),
    { headers: [...headers], bom: true, escapeFormulae: true },
  );
}

function decode(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
