export { day, empty, number, percent, text, type Table, type TableCell } from "./table.ts";
export { xlsxOf } from "./write.ts";
