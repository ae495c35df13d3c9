export { absolute, isZero, minus, order, places, plain, plus, quotient, shifted } from "../../../kernel/decimals.ts";
