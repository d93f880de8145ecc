/** The exact bytes that are signed: of the short form composed, of the whole one with what only the signing knows. */
import { Checker } from "../../../checker/js/checker";
import { day } from "../../../parts/format";
import type { NamedSigner } from "../../signing/task";
import { compose, fileIdOf, type Frame } from "./compose";
import { DOCUMENT, type Definition } from "./definition";
import type { UtdDraft } from "./model";
import { bytesOf } from "./whole";

type Titled = { name: string; bytes: Uint8Array<ArrayBuffer> };

export async function finish(draft: UtdDraft, frame: Frame, signer: NamedSigner, definition: Definition): Promise<Titled> {
  if (draft.whole === undefined) return compose(draft, frame, signer, definition);
  const checker = new Checker();
  try {
    await checker.open(bytesOf(draft), definition.form);
    const name = fileIdOf(frame);
    const person = `${DOCUMENT}/Подписант`;
    const written: Record<string, string> = {
      "Файл/@ИдФайл": name,
      [`${DOCUMENT}/@ДатаИнфПр`]: day(frame.day),
      [`${DOCUMENT}/@ВремИнфПр`]: frame.time.replaceAll(":", "."),
      [`${person}/@Должн`]: signer.position || "Руководитель",
      [`${person}/ФИО/@Фамилия`]: signer.surname,
      [`${person}/ФИО/@Имя`]: signer.givenName,
      ...(signer.patronymic ? { [`${person}/ФИО/@Отчество`]: signer.patronymic } : {}),
    };
    await checker.change(Object.entries(written).map(([path, value]) => ({ act: "set", path, value })));
    return { name: `${name}.xml`, bytes: await checker.write() };
  } finally {
    checker.close();
  }
}
