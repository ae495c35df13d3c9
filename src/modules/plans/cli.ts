import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Command } from "commander";
import { Problem, problem } from "../../kernel/errors.ts";
import type { DocumentId } from "../../kernel/ids.ts";
import { phrasebook } from "../../kernel/language.ts";
import type { CliCommand } from "../../platform/cli.ts";
import { compileDocument, uploadDocument } from "../documents/index.ts";
import { actorByLogin } from "../identity/index.ts";

const say = phrasebook(
  {
    as: "tên đăng nhập của người nhận văn bản; văn bản thuộc đơn vị của người này",
    nobody: ({ login }: { login: string }) =>
      `Không có ai đăng nhập bằng “${login}” và đang giữ một chức danh. Hãy xem tên đăng nhập ở mục Người dùng rồi chạy lại.`,
    cannotOpen: ({ file }: { file: string }) => `Không mở được tệp ${file}. Hãy kiểm tra đường dẫn và quyền đọc rồi chạy lại.`,
    registered: ({ url }: { url: string }) => `Đã đọc văn bản. Mở ${url} để soát từng mục rồi lập kế hoạch.`,
    already: ({ url }: { url: string }) => `Đơn vị đã có văn bản này: ${url}`,
  },
  {
    as: "login of the person who takes it in; the document belongs to that person's unit",
    nobody: ({ login }: { login: string }) =>
      `Nobody signs in as “${login}” and holds a post. Look the login up under People, then run again.`,
    cannotOpen: ({ file }: { file: string }) =>
      `The file ${file} cannot be opened. Check the path and that it may be read, then run again.`,
    registered: ({ url }: { url: string }) => `The document was read. Open ${url} to check its items, then make the plan.`,
    already: ({ url }: { url: string }) => `The unit has this document already: ${url}`,
  },
);

/**
 * `kheo import-plan FILE --as LOGIN`: takes a document in as that person would, reads a plan out of it, and leaves it for
 * review. Nothing becomes a plan, and nothing is issued, without a person.
 */
export const importPlan: CliCommand = (cli) =>
  new Command("import-plan")
    .argument("<file>", ".docx, .txt, .md")
    .requiredOption("--as <login>", say("as")[cli.language])
    .action(async (file: string, { as }: { as: string }) => {
      const bytes = await readFile(file).catch(() => {
        throw problem("not_found", say("cannotOpen", { file }));
      });
      await cli.withServices(async (services) => {
        const { db, clock, config } = services;
        const actor = await actorByLogin(db, as, clock()).catch((error: unknown) => {
          throw error instanceof Problem && error.code === "not_found" ? problem("not_found", say("nobody", { login: as })) : error;
        });
        const { document, already } = await uploadDocument(services, actor, {
          file: { name: basename(file), bytes },
          internal: false,
        });
        const url = `${config.url}/app/documents/${document.id}/review`;
        if (already) return cli.print(say("already", { url }));
        // A running server would do it by itself; without one nobody would.
        await compileDocument(db, document.id as DocumentId, clock());
        cli.print(say("registered", { url }));
      });
    });
