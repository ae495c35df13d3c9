/**
 * Vietnamese from before Unicode was the rule: fonts whose letters sit on other characters' codes. A document typed
 * in ".VnTime" holds "céng hßa" and looks right in Word only; a secrecy mark in it must be seen as well.
 */
export type Decoder = (text: string) => string;

/** The decoder for a font's name; undefined for fonts that are Unicode. */
export function legacyDecoder(font: string | undefined): Decoder | undefined {
  if (!font) return undefined;
  const name = font.toLowerCase();
  if (name.startsWith(".vn")) {
    // Names that end in H are the capital fonts: small letters are drawn as capitals.
    return name.endsWith("h") ? (text) => decodeTcvn3(text).toLocaleUpperCase("vi") : decodeTcvn3;
  }
  return name.startsWith("vni-") ? decodeVni : undefined;
}

/** TCVN 5712:1993 VN3 ("ABC"), one code per letter. */
const tcvn3 = pairs(
  "¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \u00adư ®đ µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ Ìè Îẻ Ïẽ Ðé Ñẹ Òề Óể Ôễ Õế Öệ ×ì Øỉ Üĩ Ýí Þị ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ",
);

export function decodeTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00fe]/g, (letter) => tcvn3.get(letter) ?? letter);
}

/** VNI: a plain letter followed by a code for its marks; five letters have a code of their own. */
const vniMarks: Record<string, string> = {
  ø: "\u0300",
  ù: "\u0301",
  û: "\u0309",
  õ: "\u0303",
  ï: "\u0323",
  â: "\u0302",
  à: "\u0302\u0300",
  á: "\u0302\u0301",
  å: "\u0302\u0309",
  ã: "\u0302\u0303",
  ä: "\u0302\u0323",
  ê: "\u0306",
  è: "\u0306\u0300",
  é: "\u0306\u0301",
  ú: "\u0306\u0309",
  ü: "\u0306\u0303",
  ë: "\u0306\u0323",
};
const vniLetters = pairs("ôơ ÔƠ öư ÖƯ ñđ ÑĐ ìì ÌÌ íí ÍÍ æỉ ÆỈ óĩ ÓĨ òị ÒỊ îỵ ÎỴ");

export function decodeVni(text: string): string {
  const marked = /([aeouyôöAEOUYÔÖ])([øùûõïâàáåãäêèéúüëØÙÛÕÏÂÀÁÅÃÄÊÈÉÚÜË])|[ôÔöÖñÑæÆóÓòÒîÎ]/g;
  return text.replace(marked, (whole: string, base?: string, mark?: string) => {
    const letter = vniLetters.get(base ?? whole) ?? base ?? whole;
    return (letter + (vniMarks[mark?.toLowerCase() ?? ""] ?? "")).normalize("NFC");
  });
}

/** VISCII 1.1 (RFC 1456): 0x80 and up in order; six rare capitals sit on control characters. */
const viscii =
  "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ".normalize(
    "NFC",
  );
const visciiControls: Record<string, string> = { "\u0002": "Ẳ", "\u0005": "Ẵ", "\u0006": "Ẫ", "\u0014": "Ỷ", "\u0019": "Ỹ", "\u001e": "Ỵ" };

export function decodeViscii(text: string): string {
  // oxlint-disable-next-line no-control-regex -- six letters are control characters in this encoding
  return text.replace(/[\u0002\u0005\u0006\u0014\u0019\u001e\u0080-\u00ff]/g, (letter) => {
    return visciiControls[letter] ?? viscii.charAt(letter.charCodeAt(0) - 0x80);
  });
}

function pairs(list: string): Map<string, string> {
  return new Map(list.split(" ").map((pair) => [pair[0] ?? "", pair.slice(1)]));
}
