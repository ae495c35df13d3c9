/** Syllables that can be, but that officialese has nowhere but in the phrases that list them: mostly a mark lost or misread. */
export const seldom: ReadonlySet<string> = new Set(
  "cua uy phai gưi gứi tĩnh đẳng đàng hãng hăng mạt gạp lãn kêt chốc cẩm phiêu tõ giói dãn chê phôi nhãn tồ tổn mồi bề hốa vân chì ngáy thuờng đao đuợc duợc đựợc đê chú".split(
    " ",
  ),
);
