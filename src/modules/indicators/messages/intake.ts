import { phrasebook } from "../../../kernel/language.ts";

export const say = phrasebook(
  { nothingGiven: "Hãy chọn tệp đề cương, hoặc dán nội dung đề cương vào ô." },
  { nothingGiven: "Choose the outline's file, or paste its text." },
);
