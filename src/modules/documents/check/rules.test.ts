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
    ],
    silent: [["a blank number", { number: "Số:      /KH-MTTQ-BTT" }]],
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
      ["a missing word", { recipients: "Nơi nhận:\n- Ban Dân Tỉnh ủy;\n- Đảng ủy xã;\n- Hội Nông dân xã;\n- Lưu: VP." }],
    ],
    silent: [["a word that looks like it", { tasks: "1. Cùng các hội, củng cố tổ chức; nhân rộng mô hình." }]],
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

test("every rule has its cases", () => {
  // A target without a scope is the compiler's to find; seen on whole documents only.
  expect(rules.map(({ id }) => id).filter((id) => !(id in table))).toEqual(["obligation/target-scope"]);
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
