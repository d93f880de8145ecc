/** A УПД in a form: parties, lines, totals that follow; kept on the device while it is filled in; signed and sent. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { answered, api, toBase64 } from "../../../api/client";
import { useSession } from "../../../api/session";
import {
  Button, DayField, ErrorState, money, moscowDay, Notice, Page, SelectField, Skeleton, TextAreaField, TextField, told as done, useKeys,
} from "../../../parts";
import { say } from "../../../words";
import type { SignTask } from "../../signing/task";
import { cardsOf, counteragentsOf, ofBox } from "../queries";
import { NotComposed } from "./compose";
import { buyerOf, dropDraft, findDraft, keepDraft, newDraft } from "./drafts";
import { GoodsTable } from "./GoodsTable";
import { useChecked } from "./checked";
import { definitionOf } from "./defined";
import type { Definition } from "./definition";
import { finish } from "./finish";
import { grossOf, kindOf, problems, totals, type UtdDraft, type UtdFunction } from "./model";
import { PLACES } from "./places";
import { MeterPrice } from "../../billing/MeterLine";
import { bound, PartyFields } from "./PartyFields";
import { NotWhole, wholeOf } from "./whole";
import { WholeForm } from "./WholeForm";
import { isAbsent, what } from "../../forms/findingWords";

const SignDialog = lazy(() => import("../../signing/SignDialog").then((module) => ({ default: module.SignDialog })));

/** The form is kept this long after the last key. */
const KEPT_AFTER_MS = 600;
/** Longest words to the recipient. */
const WORDS_MAX = 5000;

export function UtdForm() {
  const { own } = useSession();
  const { draft: id } = useSearch({ from: "/create/utd" });
  const asked = useQuery({
    queryKey: ["draft", own.boxId, id ?? ""],
    queryFn: async () => (id ? (await findDraft(id)) ?? null : newDraft(own)),
    staleTime: Infinity,
    gcTime: 0,
  });
  const defined = useQuery(definitionOf);
  if (asked.isPending || defined.isPending) return <Skeleton />;
  if (asked.error ?? defined.error) return <ErrorState error={asked.error ?? defined.error} />;
  if (!asked.data) return <Page title={say("client-create-utd")}><Notice tone="stop">{say("client-draft-gone")}</Notice></Page>;
  if (!defined.data) return <Page title={say("client-create-utd")}><Notice tone="stop">{say("formats-format-unknown")}</Notice></Page>;
  return <Form key={asked.data.id} first={asked.data} isKept={id !== undefined} definition={defined.data} />;
}

function Form({ first, isKept, definition }: { first: UtdDraft; isKept: boolean; definition: Definition }) {
  const { own } = useSession();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(first);
  const [isAsked, setAsked] = useState(false);
  const [isSigning, setSigning] = useState(false);
  const isSaved = useKept(draft, first, isKept);
  const told = useChecked(draft, definition);
  const wrong = { ...told.absent, ...told.at, ...problems(draft) };
  // What the form's own check says is told at once: the value is there. What has only to be filled in waits until it is asked for.
  const shown = isAsked ? wrong : told.at;
  const elsewhere = told.elsewhere.filter((finding) => isAsked || !isAbsent(finding));
  const count = Object.keys(wrong).length + told.elsewhere.length;
  const form = useRef<HTMLDivElement>(null);
  const set = (changed: Partial<UtdDraft>) => setDraft((present) => ({ ...present, ...changed }));
  const submit = () => {
    setAsked(true);
    if (count === 0) setSigning(true);
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid='true'], [role='alert']")?.focus());
  };
  useKeys({ "Ctrl+Enter": submit });
  const sums = totals(draft.rows);
  const fillWhole = () => {
    try {
      set(wholeOf(draft, definition));
    } catch (problem) {
      if (!(problem instanceof NotWhole)) throw problem;
      setAsked(true);
    }
  };
  const sending = isSigning && (
    <Suspense fallback={null}>
      <Sending draft={draft} definition={definition} onClose={(isDone) => {
        setSigning(false);
        if (!isDone) return;
        void dropDraft(draft.id);
        done(say("client-done-send", { count: 1 }));
        void navigate({ to: "/outgoing" });
      }} own={own} />
    </Suspense>
  );
  if (draft.whole !== undefined) {
    return (
      <WholeForm
        draft={draft}
        definition={definition}
        about={isSaved ? say("client-draft-kept") : undefined}
        recipient={<Recipient draft={draft} set={set} error={draft.toBoxId === "" && isAsked ? say("client-utd-no-recipient") : undefined} />}
        set={set}
        onSubmit={() => { setAsked(true); if (draft.toBoxId !== "") setSigning(true); }}
      >
        {sending}
      </WholeForm>
    );
  }
  return (
    <Page title={say("client-create-utd")} back={<Link to="/drafts">← {say("client-place-drafts")}</Link>} about={isSaved ? say("client-draft-kept") : undefined}>
      <div ref={form} className="sv-form">
        <section className="sv-card">
          <h2>{say("client-utd-document")}</h2>
          <div className="sv-fields">
            <SelectField
              className="sv-field_wide"
              label={say("client-utd-function")}
              value={draft.function}
              onUpdate={(value) => set({ function: value as UtdFunction })}
              options={functionsOf(definition)}
            />
            <TextField label={say("client-filter-number")} value={draft.number} onUpdate={(number) => set({ number })} error={shown["number"]} {...bound(definition.longest(PLACES.number))} required />
            <DayField label={say("client-field-date")} value={draft.date} onUpdate={(date) => set({ date })} error={shown["date"]} required />
          </div>
        </section>
        <section className="sv-card">
          <h2>{say("client-buyer")}</h2>
          <Recipient draft={draft} set={set} error={shown["toBoxId"]} />
          {draft.toBoxId && <PartyFields party={draft.buyer} onChange={(buyer) => set({ buyer })} wrong={shown} place="buyer" definition={definition} />}
        </section>
        <section className="sv-card">
          <details open={isAsked && Object.keys(wrong).some((place) => place.startsWith("seller."))}>
            <summary><h2>{say("client-seller")}</h2> <span className="sv-dim">{draft.seller.name}</span></summary>
            <PartyFields party={draft.seller} onChange={(seller) => set({ seller })} wrong={shown} place="seller" definition={definition} />
          </details>
        </section>
        <section className="sv-card">
          <h2>{say("client-goods")}</h2>
          {shown["rows"] && <Notice tone="stop">{shown["rows"]}</Notice>}
          <GoodsTable rows={draft.rows} onChange={(rows) => set({ rows })} wrong={shown} definition={definition} />
          {draft.function !== "СЧФ" && (
            <TextField label={say("client-operation")} value={draft.content} onUpdate={(content) => set({ content })} error={shown["content"]} {...bound(definition.longest(PLACES.content))} />
          )}
          <TextAreaField label={say("client-utd-comment")} value={draft.comment} onUpdate={(comment) => set({ comment })} rows={2} maxLength={WORDS_MAX} />
        </section>
        <section className="sv-card">
          <h2>{say("client-utd-whole")}</h2>
          {elsewhere.length > 0 && (
            <Notice tone="stop">
              <ul>{elsewhere.map((finding, index) => (
                <li key={index}>{finding.crumbs.slice(-2).map(({ title }) => title).join(" › ")}: {what(finding)}</li>
              ))}</ul>
            </Notice>
          )}
          <p className="sv-dim">{say("client-utd-whole-about", { version: definition.only("Файл/@ВерсФорм") })}</p>
          <Button view="outlined" size="l" onClick={fillWhole}>{say("client-utd-whole-open")}</Button>
        </section>
      </div>
      <div className="sv-submit">
        <div className="sv-submit__total" aria-live="polite">
          {say("client-goods-all")} <strong>{money(sums.gross)}</strong>
          <span className="sv-dim"> {sums.tax === undefined ? say("client-utd-no-tax") : say("client-utd-with-tax", { tax: money(sums.tax) })}</span>
          <div><MeterPrice documents={1} /></div>
        </div>
        {isAsked && count > 0 && <span className="sv-late" role="alert">{say("client-utd-wrong", { count })}</span>}
        <Button view="action" size="l" onClick={submit}>{say("client-sign-and-send")}</Button>
      </div>
      {sending}
    </Page>
  );
}

/** Which papers the УПД stands for: those of the definition that are exchanged here. */
function functionsOf(definition: Definition): { value: string; text: string }[] {
  const known: Record<string, string> = {
    СЧФДОП: say("client-function-utd_invoice_and_transfer"), СЧФ: say("client-function-utd_invoice"), ДОП: say("client-function-utd_transfer"),
  };
  const names = definition.values(PLACES.function).map(({ value }) => value);
  return Object.keys(known).filter((name) => names.includes(name)).map((value) => ({ value, text: known[value] ?? "" }));
}

/** Keeps the form while it changes; says when what is seen is kept. */
function useKept(draft: UtdDraft, first: UtdDraft, isKept: boolean): boolean {
  const client = useQueryClient();
  const [kept, setKept] = useState<UtdDraft | undefined>(isKept ? first : undefined);
  useEffect(() => {
    if (draft === first) return undefined;
    const timer = setTimeout(() => {
      void keepDraft(draft).then(() => {
        setKept(draft);
        return client.invalidateQueries({ queryKey: ["drafts", draft.boxId] });
      });
    }, KEPT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [client, draft, first]);
  return kept === draft;
}

function Recipient({ draft, set, error }: { draft: UtdDraft; set: (changed: Partial<UtdDraft>) => void; error: string | undefined }) {
  const client = useQueryClient();
  const linked = (useQuery(counteragentsOf(draft.boxId)).data ?? []).filter((one) => one.status === "linked");
  const choose = async (boxId: string) => {
    const chosen = linked.find((one) => one.box_id === boxId);
    set({ toBoxId: boxId });
    if (!chosen?.inn) return;
    const cards = await client.fetchQuery(cardsOf(chosen.inn));
    const card = cards.find((one) => one.box_id === boxId);
    if (card) set({ toBoxId: boxId, buyer: buyerOf(card) });
  };
  return (
    <SelectField
      label={say("client-utd-recipient")}
      value={draft.toBoxId}
      onUpdate={(boxId) => void choose(boxId)}
      error={error}
      hint={linked.length === 0 ? say("client-utd-nobody") : undefined}
      options={[{ value: "", text: say("client-utd-choose") }, ...linked.map((one) => ({ value: one.box_id, text: `${one.name ?? ""} · ${one.inn ?? ""}` }))]}
      required
    />
  );
}

function Sending({ draft, definition, own, onClose }: { draft: UtdDraft; definition: Definition; own: ReturnType<typeof useSession>["own"]; onClose: (isDone: boolean) => void }) {
  const client = useQueryClient();
  const tasks = useMemo<SignTask[]>(() => [{
    id: draft.id,
    name: say("client-utd-called", { number: draft.number }),
    facts: { [say("client-column-counteragent")]: draft.buyer.name, [say("client-column-total")]: money(grossOf(draft)) },
    total: grossOf(draft),
    legal: { kind: kindOf(draft.function), isAnswer: false },
    prepare: async (signer) => {
      const cards = await client.fetchQuery(cardsOf(draft.buyer.inn));
      const recipient = cards.find((card) => card.box_id === draft.toBoxId)?.participant_id;
      if (!recipient) throw new NotComposed(draft.buyer.inn);
      const now = new Date();
      const time = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Moscow", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }).format(now);
      const frame = { senderParticipant: own.participantId, recipientParticipant: recipient, day: moscowDay(now), time, unique: crypto.randomUUID() };
      return [await finish(draft, frame, signer, definition)];
    },
    send: async (files, signatures, key) => {
      await answered(api.POST("/api/v1/exchange/boxes/{box_id}/messages", {
        params: { path: { box_id: own.boxId }, header: { "Idempotency-Key": key } },
        body: {
          to_box_id: draft.toBoxId,
          documents: [{
            kind: "utd_title",
            content: toBase64(files[0]?.bytes ?? new Uint8Array()),
            signature: toBase64(signatures[0] ?? new Uint8Array()),
            ...(draft.comment.trim() ? { comment: draft.comment.trim() } : {}),
          }],
        },
      }));
      void client.invalidateQueries({ queryKey: ofBox(own.boxId) });
    },
  }], [client, definition, draft, own]);
  return <SignDialog title={say("client-sign-and-send")} verb={say("client-sign-and-send")} tasks={tasks} onClose={(done) => onClose(done > 0)} />;
}
