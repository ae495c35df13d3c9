export { checkPicture, decodePicture, drawn, jpegWithin, oneAtATime, type PictureFault } from "./decode.ts";
