/** Official forms: one is found by its name or code and filled in; a file of any program is gone on with; what was begun waits here. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useSession } from "../../api/session";
import { Checker, hasChecker } from "../../checker/js/checker";
import type { Form } from "../../checker/js/forms";
import { CheckerRefusal } from "../../checker/js/module";
import { EmptyState, ErrorState, IconButton, Notice, Page, PICTURES, recent, Skeleton, TextField, told } from "../../parts";
import { find, say } from "../../words";
import { dropForm, formsOf, keepForm, type FormDraft } from "./drafts";
import { hand } from "./open";
import { matching } from "./search";

/** No larger file is taken anywhere: the engine's own limit. */
const FILE_BYTES_MAX = 32 * 1024 * 1024;

export function Forms() {
  const asked = useQuery({ queryKey: ["forms"], queryFn: listed });
  return (
    <Page title={say("client-place-forms")} about={say("client-forms-about")}>
      {!hasChecker && <Notice tone="stop">{say("client-forms-no-module")}</Notice>}
      {hasChecker && (
        <>
          <OpenFile />
          <Begun />
          {asked.isPending && <Skeleton />}
          {asked.error && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
          {asked.data && <Choose forms={asked.data} />}
        </>
      )}
    </Page>
  );
}

async function listed(): Promise<Form[]> {
  const checker = new Checker();
  try {
    return await checker.forms();
  } finally {
    checker.close();
  }
}

function Choose({ forms }: { forms: readonly Form[] }) {
  const { find: given } = useSearch({ from: "/forms" });
  const [text, setText] = useState(given ?? "");
  const found = useMemo(() => matching(forms, text), [forms, text]);
  return (
    <section className="sv-card">
      <h2>{say("client-forms-choose-form")}</h2>
      <TextField label={say("client-forms-search")} value={text} onUpdate={setText} placeholder={say("client-forms-search-hint")} autoComplete="off" />
      {found.length === 0
        ? <EmptyState title={say("client-forms-none")} text={say("client-forms-none-text")} />
        : (
          <ul className="sv-plain sv-forms">
            {found.map((form) => (
              <li key={form.format}>
                <Link className="sv-called" to="/forms/$format" params={{ format: form.format }}>{form.title}</Link>
                <div className="sv-dim">
                  {form.knd.length > 0 && <>{say("client-forms-knd", { knd: form.knd.join(", ") })} · </>}
                  {say("client-forms-version", { version: form.versions.join(", ") })}
                </div>
              </li>
            ))}
          </ul>
        )}
    </section>
  );
}

/** A ready file of any program. */
function OpenFile() {
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string>();
  const open = async (file: File) => {
    const checker = new Checker();
    try {
      if (file.size > FILE_BYTES_MAX) throw new CheckerRefusal("formats.file.too-large");
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { format } = await checker.open(bytes);
      const draft = crypto.randomUUID();
      hand(draft, bytes);
      await navigate({ to: "/forms/$format", params: { format }, search: { draft } });
    } catch (error) {
      setProblem((error instanceof CheckerRefusal ? find(error.code.replaceAll(".", "-")) : undefined) ?? String(error));
    } finally {
      checker.close();
    }
  };
  return (
    <section className="sv-card">
      <h2>{say("client-forms-open")}</h2>
      <p className="sv-dim">{say("client-forms-open-about")}</p>
      <span className="sv-file-button">
        {say("client-forms-open-choose")}
        <input
          type="file" className="sv-file-button__input" accept=".xml,text/xml" aria-label={say("client-forms-open-choose")}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = "";
            setProblem(undefined);
            if (file) void open(file);
          }}
        />
      </span>
      {problem && <Notice tone="stop">{problem}</Notice>}
    </section>
  );
}

/** Forms begun on this device. */
function Begun() {
  const { own } = useSession();
  const client = useQueryClient();
  const queryKey = ["forms", own.boxId];
  const drafts = useQuery({ queryKey, queryFn: () => formsOf(own.boxId), networkMode: "always" }).data ?? [];
  if (drafts.length === 0) return null;
  const drop = async (draft: FormDraft) => {
    await dropForm(draft.id);
    await client.invalidateQueries({ queryKey });
    told(say("client-draft-dropped"), () => keepForm(draft).then(() => client.invalidateQueries({ queryKey })));
  };
  return (
    <section className="sv-card">
      <h2>{say("client-forms-begun")}</h2>
      <ul className="sv-plain sv-given">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <div>
              <Link className="sv-called" to="/forms/$format" params={{ format: draft.format }} search={{ draft: draft.id }}>{draft.title}</Link>
              <div className="sv-dim">{recent(draft.changedAt, new Date())}</div>
            </div>
            <IconButton name={say("client-draft-drop")} icon={PICTURES.drop} onClick={() => void drop(draft)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
