import { phrasebook, type Text } from "../../../../kernel/language.ts";
import type { UnitKind } from "../../contract.ts";
import { kindNames } from "../../messages.ts";

type Named = { name: string };

export const say = phrasebook(
  {
    nothing: "Không hiểu cụm từ này. Hãy chọn đơn vị bằng tay.",
    unknown: "Không hiểu, hoặc không có trong danh mục đơn vị. Hãy chọn đơn vị bằng tay.",
    outside: "Không phải đơn vị trong danh mục. Nếu có đơn vị chịu trách nhiệm thì chọn bằng tay.",
    notThere: "Đơn vị cấp trên được nêu không có bộ phận này trong danh mục. Hãy chọn bằng tay.",
    ambiguous: "Có nhiều đơn vị cùng tên. Hãy chọn đúng đơn vị bằng tay.",
    several: ({ name, parent }: { name: string; parent: string }) => `Cùng tên "${name}", thuộc ${parent}.`,
    endedOn: ({ name, day }: { name: string; day: string }) => `${name}: đã kết thúc hoạt động ngày ${day}, nên không giao cho ai`,
    successor: ({ name, day, successor }: { name: string; day: string; successor: string }) =>
      `${name} đã kết thúc ngày ${day}. Có phải giao cho ${successor} không?`,
    mergedAway: ({ name }: Named) => `${name}: đã hợp nhất vào ban khác, nên không giao cho ai`,
    mergedInto: ({ name, successor }: { name: string; successor: string }) => `${name} đã hợp nhất. Có phải giao cho ${successor} không?`,
    under: ({ body }: { body: Text }) => `${body.vi} trực thuộc`,
    noneUnder: "Danh mục chưa ghi đơn vị nào trực thuộc như vậy. Hãy thêm quan hệ vào danh mục, hoặc chọn bằng tay.",
    allLevels: "các cấp",
    every: ({ forms }: { forms: string }) => `mỗi ${forms}`,
    counterpart: ({ kind }: { kind: UnitKind }) => kindNames[kind].vi,
    otherForm: ({ name, forms }: { name: string; forms: string }) => `${name} không phải ${forms}; văn bản chỉ nêu ${forms}.`,
    otherLevel: ({ name, level }: { name: string; level: Text }) => `${name} không thuộc ${level.vi}; văn bản chỉ nêu ${level.vi}.`,
    notNamed: ({ name }: Named) => `${name} không được nêu tên.`,
    noBody: ({ body, area }: { body: Text; area: string }) =>
      `${area} chưa có ${body.vi} trong danh mục. Hãy thêm vào danh mục, hoặc chọn đơn vị khác.`,
    noSuchLevel: ({ level }: { level: Text }) => `Không có đơn vị nào ở ${level.vi} trong phạm vi này vào ngày đó.`,
    noDistricts: ({ body }: { body: Text }) => `${body.vi} cấp huyện: không còn từ ngày 01/07/2025, nên không giao cho ai`,
    districtSuccessor: "Cấp huyện đã kết thúc hoạt động; nếu muốn giao cho cấp kế thừa thì là đơn vị cấp xã này.",
  },
  {
    nothing: "This expression is not understood. Choose the units by hand.",
    unknown: "Not understood, or not in the directory. Choose the units by hand.",
    outside: "Not a unit of the directory. If a unit answers for it, choose it by hand.",
    notThere: "The superior that is named has no such part in the directory. Choose by hand.",
    ambiguous: "Several units bear this name. Choose the right one by hand.",
    several: ({ name, parent }: { name: string; parent: string }) => `Also called "${name}", of ${parent}.`,
    endedOn: ({ name, day }: { name: string; day: string }) => `${name}: ended on ${day}, so nobody is meant`,
    successor: ({ name, day, successor }: { name: string; day: string; successor: string }) =>
      `${name} ended on ${day}. Is ${successor} meant?`,
    mergedAway: ({ name }: Named) => `${name}: merged into another board, so nobody is meant`,
    mergedInto: ({ name, successor }: { name: string; successor: string }) => `${name} was merged. Is ${successor} meant?`,
    under: ({ body }: { body: Text }) => `${body.en} directly under`,
    noneUnder: "The directory holds no unit under it like that. Add the relation there, or choose by hand.",
    allLevels: "all levels",
    every: ({ forms }: { forms: string }) => `each ${forms}`,
    counterpart: ({ kind }: { kind: UnitKind }) => kindNames[kind].en,
    otherForm: ({ name, forms }: { name: string; forms: string }) => `${name} is no ${forms}; the text says ${forms} only.`,
    otherLevel: ({ name, level }: { name: string; level: Text }) => `${name} is not of ${level.en}, which the text says.`,
    notNamed: ({ name }: Named) => `${name} is not named.`,
    noBody: ({ body, area }: { body: Text; area: string }) =>
      `${area} has no ${body.en} in the directory. Add it there, or choose another unit.`,
    noSuchLevel: ({ level }: { level: Text }) => `There is nobody at ${level.en} within reach on that day.`,
    noDistricts: ({ body }: { body: Text }) => `${body.en} of districts: there are none since 1 July 2025, so nobody is meant`,
    districtSuccessor: "Districts have ended; if the level that took over is meant, it is this commune's body.",
  },
);
