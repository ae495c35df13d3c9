import { compilePlan } from "../compile/index.ts";
import type { CheckContext } from "./context.ts";
import type { Finding } from "./finding.ts";
import { checkDocument } from "./index.ts";

/** A plan of a fictional commune's Front without anything to ask about, and the places where a test may break it. */
export type Wish = {
  issuer?: string;
  number?: string;
  placed?: string;
  type?: string;
  subject?: string;
  opening?: string;
  tasks?: string;
  organising?: string;
  recipients?: string;
  signature?: string;
};

export function planText(wish: Wish = {}): string {
  const {
    issuer = "ỦY BAN MTTQ VIỆT NAM\nXÃ BÌNH LÂM\nBAN THƯỜNG TRỰC",
    number = "Số: 12/KH-MTTQ-BTT",
    placed = "Bình Lâm, ngày 12 tháng 3 năm 2026",
    type = "KẾ HOẠCH",
    subject = "Thực hiện phong trào thi đua “Dân vận khéo” năm 2026",
    opening = "Thực hiện Kế hoạch số 31/KH-MTTQ-BTT ngày 05/02/2026 của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Tân Giang về phong trào thi đua “Dân vận khéo” năm 2026, Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm xây dựng Kế hoạch như sau:",
    tasks = "1. Hội Nông dân xã ra mắt 01 mô hình trước ngày 15/11/2026.",
    organising = "1. Hội Liên hiệp Phụ nữ xã đôn đốc các chi hội hằng tháng.",
    recipients = "Nơi nhận:\n- Ủy ban MTTQ Việt Nam tỉnh;\n- Đảng ủy xã;\n- Hội Nông dân xã;\n- Hội Liên hiệp Phụ nữ xã;\n- Lưu: VP.",
    signature = "TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH\n\nPhạm Văn Tòng",
  } = wish;
  return `${issuer}

${number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

${placed}

${type}
${subject}

${opening}

I. NỘI DUNG
${tasks}

II. TỔ CHỨC THỰC HIỆN
${organising}

${recipients}
${signature}
`;
}

export const checkText = (text: string, context: CheckContext = {}): Finding[] => checkDocument({ text, plan: compilePlan(text), context });

/** Names of the rules that ask about the plan. */
export const rulesFor = (wish: Wish, context?: CheckContext): string[] => checkText(planText(wish), context).map(({ rule }) => rule);
