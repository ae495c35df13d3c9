/** The pieces of an RTF file (RTF 1.9.1, "Conventions of an RTF Reader"), from its bytes as Latin-1. */
export type Token =
  | { is: "open" }
  | { is: "close" }
  | { is: "word"; name: string; value: number | undefined }
  /** `\'hh`: one byte in the code page of the font. */
  | { is: "byte"; code: number }
  | { is: "text"; text: string };

const pattern = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/gs;

export function* tokensOf(rtf: string): Generator<Token> {
  pattern.lastIndex = 0;
  const scanner = new RegExp(pattern);
  for (let found = scanner.exec(rtf); found; found = scanner.exec(rtf)) {
    const [, word, value, byte, symbol, brace, text] = found;
    if (text !== undefined) yield { is: "text", text };
    else if (brace !== undefined) yield { is: brace === "{" ? "open" : "close" };
    else if (byte !== undefined) yield { is: "byte", code: Number.parseInt(byte, 16) };
    else if (symbol !== undefined) yield { is: "word", name: symbol, value: undefined };
    else if (word !== undefined) {
      const number = value === undefined ? undefined : Number(value);
      // Binary data follow as they are; they may well hold braces.
      if (word === "bin" && number !== undefined && number > 0) scanner.lastIndex += number;
      else yield { is: "word", name: word, value: number };
    }
  }
}
