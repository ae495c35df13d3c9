export { actNames } from "./messages.ts";
