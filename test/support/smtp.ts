import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

export type CaughtMail = { to: string; text: string };

/** A mail server that takes everything and keeps it: enough of SMTP for a real client to deliver to. */
export async function startSmtpSink() {
  const caught: CaughtMail[] = [];
  const server = createServer((socket) => {
    let to = "";
    let data: string[] | null = null;
    let rest = "";
    const say = (line: string) => socket.write(`${line}\r\n`);
    const take = (line: string) => {
      if (data) {
        if (line !== ".") return void data.push(line);
        caught.push({ to, text: decode(data.join("\n")) });
        data = null;
        return say("250 kept");
      }
      const command = line.slice(0, 4).toUpperCase();
      if (command === "RCPT") to = /<([^>]*)>/.exec(line)?.[1] ?? "";
      if (command === "DATA") {
        data = [];
        return say("354 go on");
      }
      if (command === "QUIT") {
        say("221 bye");
        return socket.end();
      }
      return say("250 ok");
    };
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString("utf8")).split("\r\n");
      rest = lines.pop() ?? "";
      lines.forEach(take);
    });
    say("220 sink");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  afterAll(() => void server.close());
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** What has come since the last time. */
    take: (): CaughtMail[] => caught.splice(0),
  };
}

/** Quoted-printable to text, as far as looking for a link needs. */
function decode(text: string): string {
  const joined = text.replace(/=\n/g, "");
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");
}
