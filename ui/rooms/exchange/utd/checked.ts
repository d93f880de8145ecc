/** The title while it is filled in, checked by its definition: what is wrong, by the field it is wrong in. */
import { useEffect, useState } from "react";
import { Checker, hasChecker, type Finding } from "../../../checker/js/checker";
import { moscowDay } from "../../../parts/format";
import { atCell, isAbsent } from "../../forms/findingWords";
import type { NamedSigner } from "../../signing/task";
import { compose, NotComposed } from "./compose";
import { DOCUMENT, type Definition } from "./definition";
import { rowSums, type UtdDraft } from "./model";
import { placeOf } from "./places";

/** After the last key. */
const CHECKED_AFTER_MS = 250;
/** Who signs is known when it is signed: until then anybody. */
const SOMEBODY: NamedSigner = { surname: "А", givenName: "А", patronymic: undefined, position: undefined };
/** Parts that are written at signing. */
const LATER = [`${DOCUMENT}/Подписант`, "Файл/@ИдФайл"];

/** Whether a finding is of what is written at signing. */
export const isLater = ({ path }: Finding): boolean => LATER.some((part) => path.startsWith(part));

/** What the check found. */
export interface Told {
  /** By the field of the screen: what stands there is wrong. */
  at: Record<string, string>;
  /** By the field of the screen: it has only to be filled in. */
  absent: Record<string, string>;
  /** Of what the screen does not show. */
  elsewhere: readonly Finding[];
}

const NOTHING: Told = { at: {}, absent: {}, elsewhere: [] };

/** Findings of the present form; nothing while lines are not whole, or where the client has no checker. */
export function useChecked(draft: UtdDraft, definition: Definition): Told {
  const [told, setTold] = useState(NOTHING);
  const [checker] = useState(() => (hasChecker ? new Checker() : undefined));
  useEffect(() => () => checker?.close(), [checker]);
  useEffect(() => {
    if (!checker) return undefined;
    let isOver = false;
    const timer = setTimeout(() => {
      void check(checker, draft, definition).then((found) => { if (!isOver) setTold(found); });
    }, CHECKED_AFTER_MS);
    return () => { isOver = true; clearTimeout(timer); };
  }, [checker, draft, definition]);
  return told;
}

async function check(checker: Checker, draft: UtdDraft, definition: Definition): Promise<Told> {
  if (draft.rows.some((row) => !rowSums(row)) || draft.date === "") return NOTHING;
  const frame = { senderParticipant: "0", recipientParticipant: "0", day: moscowDay(new Date()), time: "00:00:00", unique: "0" };
  try {
    const { bytes } = compose(draft, frame, SOMEBODY, definition);
    await checker.open(bytes, definition.form);
    const { findings } = await checker.change([]);
    return sorted(findings.filter((finding) => finding.severity === "error" && !isLater(finding)), draft);
  } catch (problem) {
    if (problem instanceof NotComposed) return NOTHING;
    throw problem;
  }
}

function sorted(findings: readonly Finding[], draft: UtdDraft): Told {
  const told = { at: {} as Record<string, string>, absent: {} as Record<string, string>, elsewhere: [] as Finding[] };
  for (const finding of findings) {
    const place = placeOf(finding.path, draft);
    if (place) (isAbsent(finding) ? told.absent : told.at)[place] ??= atCell([finding]) ?? "";
    else told.elsewhere.push(finding);
  }
  return told;
}
