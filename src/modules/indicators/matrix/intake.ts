import type { Matrix } from "../../../../test/support/matrix.ts";

const text = "I. Kết quả\n- Tổ chức … cuộc giám sát";

export const matrix: Matrix = {
  read: { inside: () => ({ text }), why: "reads what is given and keeps nothing" },
  createForm: {
    inside: ({ inside }) => decision(inside),
    outside: ({ outside }) => decision(outside),
    beyond: "forbidden",
  },
};

const decision = (ownerId: number) => ({
  ownerId,
  title: "Báo cáo 6 tháng",
  periods: { kind: "half" },
  sections: [
    {
      number: "I",
      heading: "Kết quả",
      narrative: true,
      guidance: "",
      rows: [
        { label: "Số buổi họp tổ", unit: "buổi", indicator: { create: { name: "Số buổi họp tổ", unit: "buổi", valueKind: "count" } } },
      ],
    },
  ],
});
