import { describe, expect, test } from "vitest";
import type { CheckContext } from "./context.ts";
import { checkText, planText, rulesFor, type Wish } from "./fixture.ts";
import { rules } from "./index.ts";

type Case = [why: string, wish: Wish, context?: CheckContext];

/** For each rule: texts about which it asks, and texts near to them about which it must keep silent. */
const table: Record<string, { fires: Case[]; silent: Case[] }> = {
  "format/number-form": {
    fires: [
      ["a space before the stroke", { number: "Số: 12 /KH-MTTQ-BTT" }],
      ["one digit", { number: "Số: 7/KH-MTTQ-BTT" }],
      ["noughts of a program", { number: "Số: 0012/KH-MTTQ-BTT" }],
    ],
    silent: [
      ["a blank number", { number: "Số:      /KH-MTTQ-BTT" }],
      ["the nought of a number below ten", { number: "Số: 07/KH-MTTQ-BTT" }],
    ],
  },
  "format/subject-form": {
    fires: [["a letter's beginning", { subject: "V/v thực hiện phong trào thi đua “Dân vận khéo” năm 2026" }]],
    silent: [["about", { subject: "Về việc thực hiện phong trào thi đua “Dân vận khéo” năm 2026" }]],
  },
  "format/blank": {
    fires: [
      ["a draft", { number: "Số:      /KH-MTTQ-BTT" }],
      ["no day", { placed: "Bình Lâm, ngày     tháng 3 năm 2026" }],
    ],
    silent: [["a signed plan", {}]],
  },
  "format/head-missing": {
    fires: [["no number and no day", { number: "", placed: "" }]],
    silent: [["a draft with blanks", { number: "Số:     /KH-MTTQ-BTT" }]],
  },
  "format/place-missing": { fires: [["the bare date", { placed: "ngày 12 tháng 3 năm 2026" }]], silent: [["a place", {}]] },
  "format/closing-missing": {
    fires: [
      ["no recipients", { recipients: "" }],
      ["no signature", { signature: "" }],
    ],
    silent: [["both", {}]],
  },
  "format/symbol-type": {
    fires: [["a decision's letters over a plan", { number: "Số: 12/QĐ-MTTQ-BTT" }]],
    silent: [["a plan's letters", {}]],
  },
  "format/symbol-body": { fires: [["another body's letters", { number: "Số: 12/KH-UBND" }]], silent: [["its own", {}]] },
  "format/date-padding": {
    fires: [
      ["a day", { tasks: "1. Hội Nông dân xã ra mắt mô hình trước ngày 5/11/2026." }],
      ["a month", { tasks: "1. Hội Nông dân xã báo cáo trước ngày 15/2/2027." }],
    ],
    silent: [["months 3 to 9 stand alone", { tasks: "1. Hội Nông dân xã ra mắt mô hình trước ngày 05/9/2026." }]],
  },
  "format/sequence": {
    fires: [
      ["4 after 2", { tasks: "1. Hội Nông dân xã ra mắt mô hình.\n2. Hội Cựu chiến binh xã tuyên truyền.\n4. Công an xã kiểm tra." }],
      ["2 twice", { tasks: "1. Hội Nông dân xã ra mắt mô hình.\n2. Công an xã kiểm tra.\n2. Hội Phụ nữ xã tuyên truyền." }],
      ["e after d", { tasks: "1. Các chi hội làm:\na) Tuyên truyền.\nb) Vận động.\nc) Kiểm tra.\nd) Đôn đốc.\ne) Tổng hợp." }],
    ],
    silent: [
      ["đ after d", { tasks: "1. Các chi hội làm:\na) Tuyên truyền.\nb) Vận động.\nc) Kiểm tra.\nd) Đôn đốc.\nđ) Tổng hợp." }],
      ["each part begins at one", {}],
    ],
  },
  "format/quotation-marks": {
    fires: [
      ["no end", { tasks: "1. Hội Nông dân xã thực hiện mô hình “Cánh đồng sạch.\n2. Công an xã kiểm tra." }],
      ["no beginning", { tasks: "1. Hội Nông dân xã thực hiện mô hình Cánh đồng sạch”.\n2. Công an xã kiểm tra." }],
      ["a paragraph in marks with marks inside", { tasks: "1. “Hội Nông dân xã thực hiện mô hình “Cánh đồng sạch” hằng năm”." }],
    ],
    silent: [
      ["pairs", { tasks: "1. Hội Nông dân xã thực hiện mô hình “Cánh đồng sạch”, “Ruộng không rác”." }],
      ["a page break inside", { tasks: "1. Hội Nông dân xã thực hiện mô hình “Cánh đồng\n\nsạch” trong vụ mùa." }],
      ["straight marks", { tasks: '1. Hội Nông dân xã thực hiện mô hình "Cánh đồng sạch".' }],
    ],
  },
  "format/brackets": {
    fires: [["no end", { tasks: "1. Hội Nông dân xã ra mắt mô hình (vụ mùa.\n2. Công an xã kiểm tra." }]],
    silent: [
      ["pairs", { tasks: "1. Hội Nông dân xã ra mắt mô hình (vụ mùa) và 1) chọn hộ; 2) chọn ruộng." }],
      ["a wrapped pair", { tasks: "1. Hội Nông dân xã ra mắt mô hình (Chi hội\nThôn Đông) vụ mùa." }],
    ],
  },
  "format/tone-placement": {
    fires: [["two habits", { tasks: "1. Uỷ ban nhân dân xã và Đảng ủy xã kiểm tra." }]],
    silent: [["one habit", { tasks: "1. Đảng ủy xã kiểm tra quý III." }]],
  },
  "format/slip": {
    fires: [
      ["a slip", { tasks: "1. Hội Nông dân xã cùng cố tổ chức, tổ chức đôi thoại với dân." }],
      ["a tone of another word", { tasks: "1. Hội Nông dân xã hướng dẩn bẩu cử, kiễm tra tại khoản của quỹ." }],
      ["a broken line between", { tasks: "1. Hội Nông dân xã ra mắt mô hình và hướng\ndẩn hằng tháng các hộ trong thôn." }],
      ["a missing word", { recipients: "Nơi nhận:\n- Ban Dân Tỉnh ủy;\n- Đảng ủy xã;\n- Hội Nông dân xã;\n- Lưu: VP." }],
    ],
    silent: [
      ["a word that looks like it", { tasks: "1. Cùng các hội, củng cố tổ chức; nhân rộng mô hình." }],
      [
        "other words with the same letters",
        { tasks: "1. Cộng tác viên có quan hệ tốt thì đưa vào danh sách; chi tiêu tại khoản 1 Điều 5." },
      ],
      ["two phrases side by side", { tasks: "1. Hội Nông dân xã đánh giá định kỳ hằng quý." }],
      ["somebody's name", { tasks: "1. Bà Bạch Thị Bầu Cư và ông Lê Cử Trị họp hằng tháng." }],
    ],
  },
  "format/no-such-word": {
    fires: [
      ["a key of the keyboard", { tasks: "1. Hội Nông dân xã avf Công an xã kiểm tra." }],
      ["an ending that is none", { tasks: "1. Hội Nông dân xã kiểm tra hồ sơ của các hộii." }],
      ["a tone that cannot be", { tasks: "1. Hội Nông dân xã hoàn tât hồ sơ." }],
      ["a torn syllable", { tasks: "1. Hội Nông dân xã dùng loa di đ ộng." }],
    ],
    silent: [
      [
        "borrowed words, units, points of a list",
        { tasks: "1. Hội Nông dân xã đăng tệp pdf, ảnh lên fanpage, zalo; dùng ôtô, bêtông; theo điểm đ ông Phạm Văn Tòng đã nêu." },
      ],
      ["rare syllables", { tasks: "1. Hội Nông dân xã sửa khúc khuỷu, ngoằn ngoèo, giếng, gì cũng quý, xoong, quyển, khuya, quét." }],
    ],
  },
  "format/capitals": {
    fires: [
      ["a day in a reference", { tasks: "1. Thực hiện Chỉ thị số 18-CT/TU Ngày 05/02/2026 của Tỉnh ủy." }],
      ["an article", { tasks: "1. Hội Nông dân xã làm theo khoản 2 điều 5 Quy chế." }],
    ],
    silent: [
      [
        "as the decree has it",
        { tasks: "1. Hội Nông dân xã làm theo khoản 2 Điều 5 Quy chế; Ngày hội Đại đoàn kết mở trước ngày 15/11/2026." },
      ],
    ],
  },
  "format/people": {
    fires: [["both", { tasks: "1. Vận động Nhân dân, nghe Nhân dân, giúp nhân dân hằng tháng." }]],
    silent: [
      [
        "within names",
        { tasks: "1. Vận động Nhân dân, nghe Nhân dân; Hội đồng nhân dân, Ủy ban nhân dân xã, lực lượng vũ trang nhân dân dự." },
      ],
    ],
  },
  "format/spacing": {
    fires: [
      ["a space before a comma", { tasks: "1. Hội Nông dân xã ra mắt mô hình , nhân rộng hằng năm." }],
      ["two marks", { tasks: "1. Hội Nông dân xã ra mắt mô hình,. nhân rộng hằng năm." }],
    ],
    silent: [["dots that go on", { tasks: "1. Hội Nông dân xã ra mắt mô hình (lúa, ngô, ...); nhân rộng hằng năm…, kiểm tra." }]],
  },
  "format/date-style": {
    fires: [["both", { tasks: "1. Hội Nông dân xã họp ngày 15/05/2026 và ngày 20/5/2026." }]],
    silent: [["months that may have it", { tasks: "1. Hội Nông dân xã họp ngày 15/02/2026 và ngày 20/5/2026." }]],
  },
  "format/blank-left": {
    fires: [
      ["a day", { tasks: "1. Hội Nông dân xã họp ngày …/11/2026." }],
      ["a day before its month", { tasks: "1. Hội Nông dân xã họp ngày Tháng 11/2026." }],
      ["a number", { tasks: "1. Hội Nông dân xã làm theo Quyết định số ……/QĐ-UBND của xã." }],
    ],
    silent: [
      ["a draft", { number: "Số:      /KH-MTTQ-BTT", tasks: "1. Hội Nông dân xã họp ngày …/11/2026." }],
      ["days of a month", { tasks: "1. Hội Nông dân xã họp trong ngày tháng cuối năm 2026." }],
    ],
  },
  "format/levels": {
    fires: [
      ["the Centre of a province", { tasks: "1. Báo cáo Ủy ban Trung ương MTTQ Việt Nam tỉnh trước ngày 15/11/2026." }],
      ["a province's board of a commune", { tasks: "1. Báo cáo Ban Thường vụ Tỉnh ủy xã trước ngày 15/11/2026." }],
    ],
    silent: [["two bodies", { tasks: "1. Báo cáo Ủy ban Trung ương MTTQ Việt Nam, tỉnh và xã trước ngày 15/11/2026." }]],
  },
  "format/recipient-marks": {
    fires: [
      [
        "none",
        { recipients: "Nơi nhận:\n- Ủy ban MTTQ Việt Nam tỉnh;\n- Đảng ủy xã\n- Hội Nông dân xã;\n- Hội Liên hiệp Phụ nữ xã;\n- Lưu: VP." },
      ],
      [
        "another",
        {
          recipients: "Nơi nhận:\n- Ủy ban MTTQ Việt Nam tỉnh;\n- Đảng ủy xã,\n- Hội Nông dân xã;\n- Hội Liên hiệp Phụ nữ xã;\n- Lưu: VP.",
        },
      ],
    ],
    silent: [
      [
        "a line that goes on",
        {
          recipients:
            "Nơi nhận:\n- Ủy ban MTTQ Việt Nam tỉnh;\n- Đảng ủy xã,\nvăn phòng Đảng ủy;\n- Hội Nông dân xã;\n- Hội Liên hiệp Phụ nữ xã;\n- Lưu: VP.",
        },
      ],
      ["commas all along", { recipients: "Nơi nhận:\n- Tỉnh,\n- Đảng ủy xã,\n- Hội Nông dân xã,\n- Hội Liên hiệp Phụ nữ xã,\n- Lưu: VP." }],
    ],
  },
  "format/filing-line": {
    fires: [
      ["none", { recipients: "Nơi nhận:\n- Ủy ban MTTQ Việt Nam tỉnh;\n- Đảng ủy xã;\n- Hội Nông dân xã;\n- Hội Liên hiệp Phụ nữ xã." }],
    ],
    silent: [
      [
        "the Party's, without a colon",
        { recipients: "Nơi nhận:\n- Tỉnh;\n- Đảng ủy xã;\n- Hội Nông dân xã;\n- Hội Liên hiệp Phụ nữ xã;\n- Lưu Văn phòng." },
      ],
    ],
  },
  "format/signed-for": {
    fires: [["a deputy for nobody", { signature: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nPhạm Văn Tòng" }]],
    silent: [
      ["for the board, by the deputy", { signature: "TM. BAN THƯỜNG TRỰC\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nPhạm Văn Tòng" }],
      ["the Party's stroke", { signature: "T/M BAN THƯỜNG TRỰC\nCHỦ TỊCH\n\nPhạm Văn Tòng" }],
    ],
  },
  "format/doubled-word": {
    fires: [["của của", { tasks: "1. Hội Nông dân xã thực hiện đề án của của tỉnh." }]],
    silent: [["a doubling that is a word", { tasks: "1. Hội Nông dân xã luôn luôn gần dân, từng từng bước." }]],
  },
  "format/body-names": {
    fires: [["four ways", { tasks: "1. Ủy ban MTTQ xã, UBMTTQ xã, Ủy ban Mặt trận Tổ quốc Việt Nam xã họp." }]],
    silent: [["in full, then short", { tasks: "1. Ủy ban MTTQ Việt Nam xã họp." }]],
  },
  "format/bases-order": {
    fires: [
      [
        "a law after a decree",
        {
          opening:
            "Căn cứ Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ;\nCăn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10/11/2022;\nBan Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm xây dựng Kế hoạch như sau:",
        },
      ],
    ],
    silent: [
      [
        "a decree after a law",
        {
          opening:
            "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10/11/2022;\nCăn cứ Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ;\nBan Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm xây dựng Kế hoạch như sau:",
        },
      ],
    ],
  },
  "format/bases-marks": {
    fires: [
      [
        "a full stop before another",
        {
          opening:
            "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10/11/2022.\nCăn cứ Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ;\nBan Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm xây dựng Kế hoạch như sau:",
        },
      ],
    ],
    silent: [
      [
        "a full stop after the last",
        {
          opening:
            "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10/11/2022;\nCăn cứ Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ.\nBan Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm xây dựng Kế hoạch như sau:",
        },
      ],
      ["a title that begins like one", { subject: "Thực hiện Nghị quyết về công tác dân vận năm 2026" }],
    ],
  },
  "reference/no-number": {
    fires: [
      [
        "a guide without one",
        {
          opening:
            "Thực hiện Hướng dẫn Mặt trận Tổ quốc tham gia bầu cử nhiệm kỳ 2026 - 2031, Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm xây dựng Kế hoạch như sau:",
        },
      ],
    ],
    silent: [
      [
        "a resolution of a congress",
        {
          opening:
            "Thực hiện Nghị quyết Đại hội Đảng bộ xã lần thứ I; Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm xây dựng Kế hoạch như sau:",
        },
      ],
      ["with number", {}],
    ],
  },
  "reference/no-issuer": {
    fires: [
      [
        "whose",
        {
          opening:
            "Thực hiện Quy chế phối hợp số 49/QCPH-UBND-MTTQ ngày 24/01/2026 về vận động ủng hộ; Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm xây dựng Kế hoạch như sau:",
        },
      ],
    ],
    silent: [
      [
        "named at the end",
        {
          opening:
            "Thực hiện Kế hoạch số 49/KH-UBND ngày 24/01/2026 về vận động ủng hộ của Ủy ban nhân dân tỉnh Tân Giang; Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm xây dựng Kế hoạch như sau:",
        },
      ],
      [
        "a law",
        {
          opening:
            "Căn cứ Luật số 75/2015/QH13 ngày 09/6/2015;\nBan Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm xây dựng Kế hoạch như sau:",
        },
      ],
    ],
  },
  "obligation/starts-before-document": {
    fires: [["a month that is running", { tasks: "1. Thời gian thi đua: từ ngày 05/3/2026 đến ngày 05/4/2026." }]],
    silent: [
      ["figures of a period", { tasks: "1. Báo cáo số liệu từ ngày 05/3/2026 đến ngày 05/4/2026." }],
      ["what is past", { tasks: "1. Mưa lớn từ ngày 01/3/2026 đến ngày 05/3/2026." }],
    ],
  },
  "obligation/report-no-date": {
    fires: [
      [
        "as prescribed",
        { organising: "1. Hội Nông dân xã tổng hợp, báo cáo kết quả thực hiện về Ban Thường trực Ủy ban MTTQ Việt Nam xã theo quy định." },
      ],
    ],
    silent: [
      ["by a day", { organising: "1. Hội Nông dân xã báo cáo kết quả thực hiện về Ban Thường trực trước ngày 15/11/2026." }],
      ["when something happens", { organising: "1. Quá trình thực hiện nếu có vướng mắc, Hội Nông dân xã báo cáo về Ban Thường trực." }],
    ],
  },
  "obligation/target-scope": {
    fires: [
      [
        "nobody's",
        {
          issuer: "",
          number: "",
          signature: "",
          opening: "Kế hoạch như sau:",
          tasks: "1. Chỉ tiêu:\n- Giảm số giờ trung bình làm việc nhà còn 1,7 lần vào năm 2026.\n- Ra mắt 05 mô hình.",
        },
      ],
    ],
    silent: [
      ["whose", { tasks: "1. Chỉ tiêu:\n- 100% chi hội đăng ký mô hình trong năm 2026.\n- 90% thôn ra mắt mô hình trong năm 2026." }],
    ],
  },
  "reference/two-dates": {
    fires: [
      ["one month apart", { tasks: "1. Thực hiện Chỉ thị số 18-CT/TU ngày 05/3/2025 và tổng kết Chỉ thị số 18-CT/TU ngày 05/4/2025." }],
    ],
    silent: [["later without a date", { tasks: "1. Thực hiện Chỉ thị số 18-CT/TU ngày 05/3/2025; tổng kết Chỉ thị số 18-CT/TU." }]],
  },
  "reference/two-issuers": {
    fires: [
      [
        "a board and its committee",
        {
          tasks:
            "1. Thực hiện Đề án số 02-ĐA/TU ngày 05/3/2025 của Tỉnh ủy Tân Giang.\n2. Sơ kết Đề án số 02-ĐA/TU ngày 05/3/2025 của Ban Thường vụ Tỉnh ủy.",
        },
      ],
    ],
    silent: [
      [
        "a place is added",
        {
          tasks:
            "1. Thực hiện Đề án số 02-ĐA/TU ngày 05/3/2025 của Tỉnh ủy Tân Giang.\n2. Sơ kết Đề án số 02-ĐA/TU ngày 05/3/2025 của Tỉnh ủy.",
        },
      ],
      [
        "a term is added",
        {
          tasks:
            "1. Thực hiện Quyết định số 21-QĐ/TW ngày 05/3/2025 của Bộ Chính trị (khóa XIII).\n2. Sơ kết Quyết định số 21-QĐ/TW của Bộ Chính trị.",
        },
      ],
    ],
  },
  "reference/later-than-document": {
    fires: [["next month", { tasks: "1. Thực hiện Chỉ thị số 18-CT/TU ngày 05/4/2026 của Tỉnh ủy." }]],
    silent: [["the month before", { tasks: "1. Thực hiện Chỉ thị số 18-CT/TU ngày 05/02/2026 của Tỉnh ủy." }]],
  },
  "reference/two-titles": {
    fires: [
      [
        "other words",
        {
          tasks:
            "1. Thực hiện Chỉ thị số 18-CT/TU ngày 05/02/2026 của Tỉnh ủy về phòng cháy rừng mùa khô.\n2. Sơ kết Chỉ thị số 18-CT/TU ngày 05/02/2026 của Tỉnh ủy về nuôi trồng thủy sản bền vững.",
        },
      ],
    ],
    silent: [
      [
        "the same, shorter",
        {
          tasks:
            "1. Thực hiện Chỉ thị số 18-CT/TU ngày 05/02/2026 của Tỉnh ủy về phòng cháy rừng mùa khô.\n2. Sơ kết Chỉ thị số 18-CT/TU của Tỉnh ủy về phòng cháy rừng.",
        },
      ],
    ],
  },
  "reference/type-symbol": {
    fires: [["a conclusion called a notice", { tasks: "1. Thực hiện Thông báo Kết luận số 160-KL/TW ngày 05/02/2026." }]],
    silent: [
      ["a notice of a conclusion", { tasks: "1. Thực hiện Thông báo Kết luận số 160-TB/TW ngày 05/02/2026." }],
      ["a regulation under QĐ", { tasks: "1. Thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư." }],
    ],
  },
  "reference/year": {
    fires: [["2023 dated 2024", { tasks: "1. Thực hiện Nghị định số 59/2023/NĐ-CP ngày 14/8/2024 của Chính phủ." }]],
    silent: [["2023 dated 2023", { tasks: "1. Thực hiện Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ." }]],
  },
  "reference/no-date": {
    fires: [["nowhere a date", { tasks: "1. Thực hiện Chỉ thị số 18-CT/TU của Tỉnh ủy." }]],
    silent: [
      [
        "a date that two share",
        { tasks: "1. Thực hiện Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị." },
      ],
    ],
  },
  "reference/elsewhere": {
    fires: [
      [
        "another issuer in the register",
        { tasks: "1. Thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Chấp hành Trung ương Đảng." },
        { elsewhere: [{ number: "124-QĐ/TW", date: "2018-02-02", issuer: "Ban Bí thư", in: "Kế hoạch 5/KH-MTTQ" }] },
      ],
    ],
    silent: [
      [
        "the same issuer",
        { tasks: "1. Thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư Trung ương Đảng." },
        { elsewhere: [{ number: "124-QĐ/TW", date: "2018-02-02", issuer: "Ban Bí thư", in: "Kế hoạch 5/KH-MTTQ" }] },
      ],
    ],
  },
  "reference/superseded": {
    fires: [
      [
        "replaced",
        {},
        { superseded: [{ number: "31/KH-MTTQ-BTT", date: "2026-02-05", by: "Kế hoạch 40/KH-MTTQ-BTT", words: "thay thế" }] },
      ],
    ],
    silent: [
      [
        "one of another year was",
        {},
        { superseded: [{ number: "31/KH-MTTQ-BTT", date: "2021-02-05", by: "Kế hoạch 40/KH-MTTQ-BTT", words: "thay thế" }] },
      ],
    ],
  },
  "obligation/no-lead": {
    fires: [
      [
        "four without",
        { tasks: "1. Tuyên truyền về phong trào.\n2. Vận động hội viên tham gia.\n3. Kiểm tra việc đăng ký.\n4. Đôn đốc các chi hội." },
      ],
    ],
    silent: [["one without", { tasks: "1. Tuyên truyền về phong trào." }]],
  },
  "obligation/no-due": {
    fires: [
      [
        "five without",
        {
          tasks:
            "1. Hội Nông dân xã ra mắt mô hình.\n2. Công an xã kiểm tra.\n3. Trạm Y tế xã khám bệnh.\n4. Hội Phụ nữ xã vận động.\n5. Đoàn xã trồng cây.",
        },
      ],
    ],
    silent: [
      [
        "continuous work",
        {
          tasks:
            "1. Hội Nông dân xã thường xuyên tuyên truyền.\n2. Công an xã kịp thời kiểm tra.\n3. Trạm Y tế xã định kỳ khám bệnh.\n4. Hội Phụ nữ xã tiếp tục vận động.",
        },
      ],
    ],
  },
  "obligation/same-task": {
    fires: [
      [
        "word for word",
        {
          tasks:
            "1. Hội Nông dân xã tuyên truyền hội viên không đốt rơm rạ sau mùa gặt.\n2. Hội Nông dân xã tuyên truyền hội viên không đốt rơm rạ sau mùa gặt.",
        },
      ],
    ],
    silent: [
      [
        "another year",
        {
          tasks:
            "1. Hội Nông dân xã tổ chức hội thi nông dân giỏi của xã trong năm 2026.\n2. Hội Nông dân xã tổ chức hội thi nông dân giỏi của xã trong năm 2027.",
        },
      ],
    ],
  },
  "obligation/left-to-other": {
    fires: [
      [
        "only an order to guide",
        {
          tasks:
            "1. Các bước, tiêu chí công nhận mô hình\nGiao Hội Nông dân xã hướng dẫn các bước, tiêu chí công nhận mô hình.\n2. Tuyên truyền\nHội Phụ nữ xã tuyên truyền.",
        },
      ],
    ],
    silent: [
      [
        "criteria follow",
        {
          tasks:
            "1. Các bước, tiêu chí công nhận mô hình\n- Có từ 20 hộ tham gia.\n- Có quy ước.\n2. Tuyên truyền\nHội Phụ nữ xã tuyên truyền.",
        },
      ],
    ],
  },
  "obligation/wider-scope": {
    fires: [["a seminar for the province", { tasks: "1. Hội Nông dân xã tổ chức tọa đàm về rơm rạ trên địa bàn tỉnh." }]],
    silent: [["a seminar for the commune", { tasks: "1. Hội Nông dân xã tổ chức tọa đàm về rơm rạ trên địa bàn xã." }]],
  },
  "obligation/no-such-day": {
    fires: [
      ["31/6", { tasks: "1. Hội Nông dân xã ra mắt mô hình trước ngày 31/6." }],
      ["30 tháng 02", { tasks: "1. Hội Nông dân xã ra mắt mô hình trước ngày 30 tháng 02 năm 2027." }],
    ],
    silent: [
      ["a share", { tasks: "1. Hội Nông dân xã vận động 31/34 chi hội." }],
      ["a leap day", { tasks: "1. Hội Nông dân xã báo cáo trước ngày 29/02/2028." }],
    ],
  },
  "obligation/weekday": {
    fires: [["a Sunday called Monday", { tasks: "1. Hội Nông dân xã họp vào thứ Hai, ngày 15/11/2026." }]],
    silent: [["a Sunday", { tasks: "1. Hội Nông dân xã họp vào Chủ nhật, ngày 15/11/2026." }]],
  },
  "obligation/span-backwards": {
    fires: [["end before beginning", { tasks: "1. Hội Nông dân xã kiểm tra từ ngày 15/11/2026 đến ngày 10/11/2026." }]],
    silent: [["forwards", { tasks: "1. Hội Nông dân xã kiểm tra từ ngày 10/11/2026 đến ngày 15/11/2026." }]],
  },
  "obligation/due-before-document": {
    fires: [["last year", { tasks: "1. Hội Nông dân xã ra mắt mô hình xong trước ngày 15/11/2025." }]],
    silent: [["figures up to a day", { tasks: "1. Hội Nông dân xã rà soát số liệu tính đến ngày 15/11/2025." }]],
  },
  "obligation/due-after-period": {
    fires: [["two years on", { tasks: "1. Hội Nông dân xã ra mắt mô hình trước ngày 15/11/2028." }]],
    silent: [["the report of the year", { tasks: "1. Hội Nông dân xã báo cáo Đảng ủy xã trước ngày 15/01/2027." }]],
  },
  "obligation/not-recipient": {
    fires: [["a department", { tasks: "1. Công an xã kiểm tra việc đăng ký trước ngày 15/11/2026." }]],
    silent: [
      [
        "a group that holds it",
        {
          tasks: "1. Công an xã kiểm tra.",
          recipients: "Nơi nhận:\n- Đảng ủy xã;\n- Các cơ quan, đơn vị;\n- Các tổ chức thành viên;\n- Lưu: VP.",
        },
      ],
      ["as above", { tasks: "1. Công an xã kiểm tra.", recipients: "Nơi nhận:\n- Như trên;\n- Đảng ủy xã;\n- UBND xã;\n- Lưu: VP." }],
    ],
  },
  "obligation/sum": {
    fires: [
      [
        "eleven of twelve",
        { tasks: "1. Hội Nông dân xã chọn 12 mô hình, gồm 05 mô hình kinh tế, 04 mô hình văn hóa, 02 mô hình môi trường." },
      ],
    ],
    silent: [
      ["all", { tasks: "1. Hội Nông dân xã chọn 11 mô hình, gồm 05 mô hình kinh tế, 04 mô hình văn hóa, 02 mô hình môi trường." }],
      ["some", { tasks: "1. Hội Nông dân xã chọn 12 mô hình, trong đó có 05 mô hình kinh tế, 02 mô hình môi trường." }],
    ],
  },
  "obligation/listed-sum": {
    fires: [
      ["three of four", { tasks: "1. Chọn 04 mô hình, cụ thể:\n- Hội Nông dân xã chọn 02 mô hình.\n- Hội Phụ nữ xã chọn 01 mô hình." }],
    ],
    silent: [["all", { tasks: "1. Chọn 03 mô hình, cụ thể:\n- Hội Nông dân xã chọn 02 mô hình.\n- Hội Phụ nữ xã chọn 01 mô hình." }]],
  },
  "obligation/interval": {
    fires: [
      ["five years after four", { tasks: "1. Hội Nông dân xã sơ kết 5 năm thực hiện Quyết định số 989-QĐ/TU ngày 05/4/2022 của Tỉnh ủy." }],
    ],
    silent: [
      ["five years after five", { tasks: "1. Hội Nông dân xã sơ kết 5 năm thực hiện Quyết định số 989-QĐ/TU ngày 05/4/2021 của Tỉnh ủy." }],
    ],
  },
  "obligation/report-twice": {
    fires: [
      [
        "the yearly report",
        {
          tasks: "1. Định kỳ hằng năm, Hội Nông dân xã báo cáo kết quả phong trào thi đua dân vận khéo về Đảng ủy xã.",
          organising: "1. Định kỳ hằng năm, Hội Nông dân xã báo cáo kết quả thực hiện phong trào thi đua dân vận khéo về Đảng ủy xã.",
        },
      ],
    ],
    silent: [
      [
        "another report",
        {
          tasks: "1. Định kỳ hằng năm, Hội Nông dân xã báo cáo kết quả phong trào thi đua dân vận khéo về Đảng ủy xã.",
          organising: "1. Định kỳ hằng năm, Hội Nông dân xã báo cáo tình hình vay vốn chăn nuôi về Đảng ủy xã.",
        },
      ],
    ],
  },
  "obligation/quota": {
    fires: [
      [
        "one for two",
        { tasks: "1. Hội Nông dân xã xây dựng ít nhất 01 mô hình dân vận khéo." },
        {
          parents: [
            {
              label: "Kế hoạch 31/KH-MTTQ-BTT",
              duties: [],
              quotas: [{ metric: "mô hình dân vận khéo", comparator: ">=", value: 2, unit: "mô hình" }],
            },
          ],
        },
      ],
    ],
    silent: [
      [
        "three for two",
        { tasks: "1. Hội Nông dân xã xây dựng ít nhất 03 mô hình dân vận khéo." },
        {
          parents: [
            {
              label: "Kế hoạch 31/KH-MTTQ-BTT",
              duties: [],
              quotas: [{ metric: "mô hình dân vận khéo", comparator: ">=", value: 2, unit: "mô hình" }],
            },
          ],
        },
      ],
    ],
  },
  "obligation/not-taken-up": {
    fires: [
      [
        "nobody",
        {},
        { parents: [{ label: "Kế hoạch 31/KH-MTTQ-BTT", quotas: [], duties: [{ text: "Tổ chức đối thoại với chủ rừng về phòng cháy" }] }] },
      ],
    ],
    silent: [
      [
        "taken up in other words",
        { tasks: "1. Hội Nông dân xã đối thoại với các chủ rừng về phòng cháy, chữa cháy." },
        { parents: [{ label: "Kế hoạch 31/KH-MTTQ-BTT", quotas: [], duties: [{ text: "Tổ chức đối thoại với chủ rừng về phòng cháy" }] }] },
      ],
    ],
  },
  "reorganised/ended": {
    fires: [
      ["a district", { tasks: "1. Hội Nông dân xã báo cáo UBND huyện." }],
      ["townships", { tasks: "1. Các xã, phường, thị trấn ra mắt mô hình." }],
      ["the former board", { tasks: "1. Ban Dân vận Tỉnh ủy kiểm tra." }],
    ],
    silent: [
      [
        "a document of its time",
        {
          placed: "Bình Lâm, ngày 12 tháng 3 năm 2024",
          opening: "Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm xây dựng Kế hoạch như sau:",
          tasks: "1. Hội Nông dân xã báo cáo UBND huyện.",
        },
      ],
      ["the issuer of an old document", { tasks: "1. Thực hiện Hướng dẫn số 24-HD/BDVTU ngày 05/3/2023 của Ban Dân vận Tỉnh ủy." }],
      ["as a thing of the past", { tasks: "1. Hội Nông dân xã tiếp nhận hồ sơ của cấp huyện trước khi sắp xếp." }],
      ["the board of today", { tasks: "1. Ban Tuyên giáo và Dân vận Tỉnh ủy kiểm tra." }],
    ],
  },
  "reorganised/province": {
    fires: [["a province that went into another", { tasks: "1. Hội Nông dân xã học tập mô hình ở tỉnh Hà Nam." }]],
    silent: [["said to be former", { tasks: "1. Hội Nông dân xã học tập mô hình ở tỉnh Hà Nam (cũ)." }]],
  },
  "reorganised/place": {
    fires: [
      [
        "a commune that ended",
        { tasks: "1. Hội Nông dân xã phối hợp với xã Suối Cạn." },
        { endedPlaces: [{ name: "xã Suối Cạn", until: "2025-06-30" }] },
      ],
    ],
    silent: [["one that is not named", {}, { endedPlaces: [{ name: "xã Suối Cạn", until: "2025-06-30" }] }]],
  },
};

test("a plan without a slip raises no question", () => {
  expect(rulesFor({})).toEqual([]);
});

describe.each(Object.entries(table))("%s", (rule, { fires, silent }) => {
  test.each(fires)("asks: %s", (_why, wish, context) => expect(rulesFor(wish, context)).toContain(rule));
  test.each(silent)("is silent: %s", (_why, wish, context) => expect(rulesFor(wish, context)).not.toContain(rule));
});

test("every rule has a text on which it asks and a near one on which it is silent, and no case is of a rule that is gone", () => {
  const without = rules.filter(({ id }) => !table[id]?.fires.length || !table[id].silent.length);
  expect(without.map(({ id }) => id)).toEqual([]);
  expect(Object.keys(table).filter((id) => !rules.some((rule) => rule.id === id))).toEqual([]);
});

test("every question ends in a question mark, has its basis, and names its words", () => {
  const wishes = Object.values(table).flatMap(({ fires }) => fires);
  for (const [, wish, context] of wishes) {
    const text = planText(wish);
    const lines = text.split("\n");
    for (const { reason, basis, place, quote, key } of checkText(text, context)) {
      expect(reason.vi).toContain("?");
      expect(reason.en).toContain("?");
      expect(basis.vi).not.toBe("");
      expect(key.length).toBeLessThan(200);
      if (place && !place.endLine && quote && quote.length < 150)
        expect(lines[place.line - 1]?.slice(place.start, place.end).replace(/\s+/gu, " ").trim()).toBe(quote);
    }
  }
});
