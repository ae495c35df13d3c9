/** Ways of writing one body's name that stand side by side in many texts. Sources for NFC text with tone on the first vowel. */
export const nameFamilies: readonly { body: { vi: string; en: string }; ways: readonly { shown: string; find: string }[] }[] = [
  {
    body: { vi: "Ủy ban Mặt trận Tổ quốc Việt Nam", en: "the Front's committee" },
    ways: [
      { shown: "Ủy ban Mặt trận Tổ quốc Việt Nam", find: "ủy ban mặt trận tổ quốc việt nam" },
      { shown: "Ủy ban Mặt trận Tổ quốc", find: "ủy ban mặt trận tổ quốc(?! việt nam| \\()" },
      { shown: "Ủy ban MTTQ Việt Nam", find: "ủy ban mttq việt nam" },
      { shown: "Ủy ban MTTQ VN", find: "ủy ban mttq vn" },
      { shown: "Ủy ban MTTQVN", find: "ủy ban mttqvn" },
      { shown: "Ủy ban MTTQ", find: "ủy ban mttq(?! ?việt nam| ?vn)" },
      { shown: "UBMTTQVN", find: "ub ?mttq ?vn" },
      { shown: "UBMTTQ", find: "ub ?mttq(?! ?vn)" },
    ],
  },
];
