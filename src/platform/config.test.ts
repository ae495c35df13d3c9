import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { Problem } from "../kernel/errors.ts";
import { readConfig, terminalLanguage } from "./config.ts";

function refusal(env: Record<string, string>): Problem {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error("was accepted");
}

describe("readConfig", () => {
  it("runs on this machine alone when nothing is set", () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      host: "127.0.0.1",
      port: 8080,
      databaseUrl: null,
      mail: null,
      url: "http://127.0.0.1:8080",
      trustedProxies: [],
    });
    expect(config.data).toBe(resolve(import.meta.dirname, "../../data"));
  });

  it("takes an empty variable for one that is not set", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 8080, databaseUrl: null });
  });

  it("keeps the origin that people type, without a slash", () => {
    expect(readConfig({ KHEO_URL: "https://danvan.example.vn/" }).url).toBe("https://danvan.example.vn");
  });

  it("names localhost when it listens everywhere", () => {
    expect(readConfig({ HOST: "0.0.0.0", PORT: "9000" }).url).toBe("http://localhost:9000");
    expect(readConfig({ HOST: "::1", PORT: "9000" }).url).toBe("http://[::1]:9000");
  });

  it.each([
    ["PORT", "80a"],
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://secret@server/kheo"],
    ["KHEO_URL", "danvan.example.vn"],
    ["KHEO_URL", "https://danvan.example.vn/kheo"],
    ["KHEO_SMTP_URL", "http://secret@mail"],
    ["KHEO_LANG", "fr"],
    ["KHEO_LOG", "xml"],
    ["KHEO_LOG_LEVEL", "loud"],
  ])("says which variable is wrong and what it should be: %s=%s", (name, value) => {
    const { text } = refusal({ [name]: value });
    expect(text.vi).toContain(name);
    expect(text.en).toContain(name);
    expect(text.en).toMatch(/must .* Correct or unset/);
  });

  it("does not repeat a value that may hold a password", () => {
    expect(refusal({ DATABASE_URL: "mysql://kheo:secret@server/kheo" }).text.en).not.toContain("secret");
    expect(refusal({ KHEO_SMTP_URL: "http://kheo:secret@mail" }).text.vi).not.toContain("secret");
  });

  it("refuses a misspelt variable of its own and leaves those of others alone", () => {
    expect(refusal({ KHEO_SMPT_URL: "smtp://mail" }).text.en).toContain("KHEO_SMTP_URL");
    expect(readConfig({ HOME: "/home/hanh", LANGUAGE: "vi" }).port).toBe(8080);
  });

  it("wants everything that mail needs, or nothing of it", () => {
    const smtp = { KHEO_SMTP_URL: "smtps://mail.example.vn" };
    const from = { KHEO_MAIL_FROM: "Khéo <kheo@example.vn>" };
    expect(refusal(smtp).text.vi).toContain("KHEO_MAIL_FROM");
    expect(refusal(from).text.vi).toContain("KHEO_SMTP_URL");
    expect(refusal({ ...smtp, ...from }).text.vi).toContain("KHEO_URL");
    expect(readConfig({ ...smtp, ...from, KHEO_URL: "https://danvan.example.vn" }).mail).toEqual({
      smtpUrl: "smtps://mail.example.vn",
      from: "Khéo <kheo@example.vn>",
    });
  });
});

describe("terminalLanguage", () => {
  it("is Vietnamese unless English is asked for", () => {
    expect(terminalLanguage({})).toBe("vi");
    expect(terminalLanguage({ LANG: "C.UTF-8" })).toBe("vi");
    expect(terminalLanguage({ LANG: "en_US.UTF-8" })).toBe("en");
    expect(terminalLanguage({ LANG: "en_US.UTF-8", LC_ALL: "vi_VN.UTF-8" })).toBe("vi");
    expect(terminalLanguage({ LANG: "vi_VN.UTF-8", KHEO_LANG: "en" })).toBe("en");
  });
});
