import { phrasebook } from "../../../kernel/language.ts";

type Two = { now: string; before: string };

/** Questions about figures, worded so that "yes, it is right" is as good an answer as another figure. */
export const ask = phrasebook(
  {
    up: ({ now, before, times }: Two & { times: string }) =>
      `Kỳ này ${now}, kỳ trước ${before}: tăng gấp ${times} lần. Số này có đúng không?`,
    down: ({ now, before, times }: Two & { times: string }) =>
      `Kỳ này ${now}, kỳ trước ${before}: chỉ còn bằng một phần ${times}. Số này có đúng không?`,
    upYear: ({ now, before, times }: Two & { times: string }) =>
      `Kỳ này ${now}, cùng kỳ năm trước ${before}: tăng gấp ${times} lần. Số này có đúng không?`,
    downYear: ({ now, before, times }: Two & { times: string }) =>
      `Kỳ này ${now}, cùng kỳ năm trước ${before}: chỉ còn bằng một phần ${times}. Số này có đúng không?`,
    zero: ({ before }: { before: string }) => `Kỳ trước ${before}, kỳ này bằng 0. Kỳ này không phát sinh, đúng không?`,
    blank: ({ before }: { before: string }) => `Kỳ trước ${before}, kỳ này để trống. Kỳ này không phát sinh hay chưa nhập?`,
    parts: ({ now, before }: Two) => `Các dòng chi tiết cộng lại là ${before}, dòng tổng là ${now}. Số nào đúng?`,
    larger: ({ now, before }: Two) => `Tử số ${now} lớn hơn mẫu số ${before}. Hai số có bị đổi chỗ không?`,
    share: ({ now }: { now: string }) => `Tỷ lệ ${now}% lớn hơn 100%. Số này có đúng không?`,
    recognised: ({ now, before, other }: Two & { other: string }) =>
      `Số được công nhận (${now}) lớn hơn số đăng ký ở dòng “${other}” (${before}). Có mô hình công nhận mà chưa đăng ký không?`,
    approximate: ({ now }: { now: string }) => `“${now}”: đã có số chính xác chưa?`,
    recordsApproximate: ({ count }: { count: string }) =>
      `${count} hoạt động trong nhật ký còn ghi “hơn” hoặc “khoảng”. Đã có số chính xác chưa?`,
    copied: ({ count }: { count: string }) => `Cả ${count} số đã nhập đều trùng với kỳ trước. Số liệu kỳ này đã được rà lại chưa?`,
    twice: ({ now, before }: Two) => `Cùng một chỉ tiêu nhưng ở mục khác ghi ${before}, ở đây ghi ${now}. Số nào đúng?`,
    differs: ({ now, before, form }: Two & { form: string }) =>
      `Ở biểu “${form}” cùng kỳ này đơn vị đã gửi ${before}, ở đây là ${now}. Số nào đúng?`,
    negative: ({ now }: { now: string }) => `Số ${now} nhỏ hơn 0. Có gõ nhầm dấu trừ không?`,
    unfinished: ({ unit }: { unit: string }) => `${unit} chưa báo là đã nhập xong phần của mình. Vẫn gửi chứ?`,
  },
  {
    up: ({ now, before, times }) => `${now} now, ${before} last period: ${times} times as much. Is that right?`,
    down: ({ now, before, times }) => `${now} now, ${before} last period: one ${times}th of it. Is that right?`,
    upYear: ({ now, before, times }) => `${now} now, ${before} in the same period last year: ${times} times as much. Is that right?`,
    downYear: ({ now, before, times }) => `${now} now, ${before} in the same period last year: one ${times}th of it. Is that right?`,
    zero: ({ before }) => `${before} last period, 0 now. Was there really nothing?`,
    blank: ({ before }) => `${before} last period, left empty now. Was there nothing, or is it not entered yet?`,
    parts: ({ now, before }) => `The parts add up to ${before}, the total says ${now}. Which is right?`,
    larger: ({ now, before }) => `The numerator ${now} is larger than the denominator ${before}. Are the two swapped?`,
    share: ({ now }) => `A share of ${now}% is over 100%. Is that right?`,
    recognised: ({ now, before, other }) =>
      `Recognised (${now}) is more than registered in “${other}” (${before}). Was something recognised without being registered?`,
    approximate: ({ now }) => `“${now}”: is the exact figure known by now?`,
    recordsApproximate: ({ count }) =>
      `${count} records in the journal still say “more than” or “about”. Is the exact figure known by now?`,
    copied: ({ count }) => `All ${count} figures are the same as last period. Were this period's figures looked at?`,
    twice: ({ now, before }) => `The same indicator says ${before} in another section and ${now} here. Which is right?`,
    differs: ({ now, before, form }) => `In “${form}” the unit sent ${before} for the same period, here it is ${now}. Which is right?`,
    negative: ({ now }) => `${now} is below 0. Is the minus sign meant?`,
    unfinished: ({ unit }) => `${unit} has not said that its part is finished. Send anyway?`,
  },
);
