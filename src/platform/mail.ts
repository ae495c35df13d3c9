import { createTransport } from "nodemailer";
import type { Config } from "./config.ts";
import type { Log } from "./log.ts";

export type Mail = { to: string; subject: string; text: string; html?: string };

/** Sends mail, or says that it cannot: without a mail server an administrator hands over links and printed cards. */
export type Mailer = {
  configured: boolean;
  /** Throws when the server does not take the mail; callers are jobs, which try again. */
  send(mail: Mail): Promise<void>;
  close(): void;
};

const none: Mailer = {
  configured: false,
  send: () => Promise.reject(new Error("no mail server is configured (KHEO_SMTP_URL)")),
  close() {},
};

export function createMailer({ mail: settings }: Pick<Config, "mail">, log: Log): Mailer {
  if (!settings) return none;
  const transport = createTransport({
    url: settings.smtpUrl,
    // A mail server that does not answer must not hold a job's place for nodemailer's ten minutes.
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    // Content comes from our own templates; nothing in it may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    configured: true,
    async send(mail) {
      await transport.sendMail({ from: settings.from, ...mail, headers: { "Auto-Submitted": "auto-generated" } });
      log.info("mail handed to the mail server");
    },
    close: () => transport.close(),
  };
}
