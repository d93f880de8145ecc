/** An official form filled in: what follows is computed, what is wrong is told at once, the official file is saved. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useSession } from "../../api/session";
import { CheckerRefusal } from "../../checker/js/module";
import { Button, ErrorState, Notice, Page, Skeleton } from "../../parts";
import { find, say } from "../../words";
import { save } from "../exchange/download";
import { PresentForm, useForm } from "./context";
import { isFull, keepForm } from "./drafts";
import { FindingsList, Standing } from "./FindingsList";
import { jump } from "./jump";
import type { LiveForm } from "./live";
import { DraftGone, nameFile, openForm } from "./open";
import { Inside } from "./SectionView";

/** The form is kept this long after the last key. */
const KEPT_AFTER_MS = 1_000;

export function FormPage() {
  const { format } = useParams({ from: "/forms/$format" });
  const { draft } = useSearch({ from: "/forms/$format" });
  const asked = useQuery({
    queryKey: ["form", format, draft ?? ""], queryFn: () => openForm({ format, draft }), staleTime: Infinity, gcTime: 0, retry: false,
  });
  const live = asked.data;
  useEffect(() => () => live?.checker.close(), [live]);
  if (asked.isPending) return <Skeleton />;
  if (asked.error) return <Failed error={asked.error} />;
  return <PresentForm.Provider value={asked.data}><Filled key={draft ?? ""} live={asked.data} draft={draft} /></PresentForm.Provider>;
}

function wordsOf(error: unknown): string | undefined {
  if (error instanceof DraftGone) return say("client-draft-gone");
  return error instanceof CheckerRefusal ? find(error.code.replaceAll(".", "-")) : undefined;
}

function Failed({ error }: { error: unknown }) {
  const known = wordsOf(error);
  if (!known) return <ErrorState error={error} />;
  return <Page title={say("client-place-forms")} back={<Back />}><Notice tone="stop">{known}</Notice></Page>;
}

const Back = () => <Link to="/forms">← {say("client-place-forms")}</Link>;

function Filled({ live, draft }: { live: LiveForm; draft: string | undefined }) {
  const form = useForm();
  const [id] = useState(() => draft ?? crypto.randomUUID());
  const kept = useKept(live, id);
  const [refused, setRefused] = useState<string>();
  const [isWarned, setWarned] = useState(false);
  useEffect(() => nameFile(live, id));
  const download = async () => {
    await live.settled();
    const first = live.shown.findings.find(({ severity }) => severity === "error");
    if (first && !isWarned) {
      live.ask();
      setWarned(true);
      jump(live, first.path);
      return;
    }
    try {
      const bytes = await live.checker.write();
      const name = live.values.at(`${live.schema.root.path}/@ИдФайл`) || live.form.prefix;
      save(`${name}.xml`, bytes);
      setRefused(undefined);
    } catch (error) {
      setRefused(wordsOf(error) ?? String(error));
    }
  };
  const hasErrors = form.shown.findings.some(({ severity }) => severity === "error");
  const { format } = live.schema;
  return (
    <Page title={live.schema.title} back={<Back />} about={`${say("client-forms-version", { version: format.version })}${live.form.knd.length > 0 ? ` · ${say("client-forms-knd", { knd: live.form.knd.join(", ") })}` : ""}`}>
      {!live.form.is_official && <Notice tone="play">{say("client-forms-secondary")}</Notice>}
      {kept.problem && <Notice tone="stop">{kept.problem}</Notice>}
      {form.shown.problem !== undefined && <Notice tone="stop">{wordsOf(form.shown.problem) ?? say("client-forms-check-failed")}</Notice>}
      <div className="sv-columns sv-columns_main-first">
        <div className="sv-card sv-form sv-blank"><Inside section={live.schema.root} at={live.schema.root.path} level={2} /></div>
        <FindingsList />
      </div>
      <div className="sv-submit">
        <Standing />
        {kept.isKept && <span className="sv-dim">{say("client-draft-kept")}</span>}
        {(refused ?? (isWarned && hasErrors)) && <span className="sv-late" role="alert">{refused ?? say("client-forms-warned")}</span>}
        <Button view={isWarned && hasErrors ? "outlined" : "action"} size="l" onClick={() => void download()}>
          {say(isWarned && hasErrors ? "client-forms-download-anyway" : "client-forms-download")}
        </Button>
      </div>
    </Page>
  );
}

/** Keeps the form on the device while it changes; says so, and why where it could not. */
function useKept(live: LiveForm, id: string): { isKept: boolean; problem: string | undefined } {
  const form = useForm();
  const { own } = useSession();
  const client = useQueryClient();
  const [kept, setKept] = useState({ edits: 0, problem: undefined as string | undefined });
  const { edits } = form;
  useEffect(() => {
    if (edits === kept.edits) return undefined;
    const keep = async () => {
      let problem: string | undefined;
      try {
        await live.settled();
        const bytes = await live.checker.write();
        await keepForm({ id, boxId: own.boxId, format: live.form.format, title: live.schema.title, changedAt: new Date().toISOString(), bytes });
        await client.invalidateQueries({ queryKey: ["forms", own.boxId] });
      } catch (error) {
        problem = isFull(error) ? say("client-forms-full") : say("client-forms-not-kept", { why: wordsOf(error) ?? String(error) });
      }
      setKept({ edits, problem });
    };
    const timer = setTimeout(() => void keep(), KEPT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [client, edits, id, kept.edits, live, own.boxId]);
  return { isKept: edits > 0 && kept.edits === edits && kept.problem === undefined, problem: kept.problem };
}
