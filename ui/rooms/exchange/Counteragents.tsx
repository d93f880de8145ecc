/** Counteragents: those agreed, invitations both ways, who refused; whom to invite is found by ИНН. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { answered, api, newKey, type Shapes } from "../../api/client";
import { useSession } from "../../api/session";
import {
  Button, DataTable, Dialog, EmptyState, ErrorState, errorWords, InnField, isInn, Notice, Page, recent, Skeleton, StatusBadge,
  TextAreaField, told, tellLater, useWaiting, type Column, type Tone,
} from "../../parts";
import { say } from "../../words";
import { cardsOf, counteragentsOf, ofBox, type Card, type Counteragent } from "./queries";

type Act = Shapes["LinkAct"];
interface Asked { act: Act; boxId: string; name: string }

/** Acts that nothing undoes are put off; an invitation is taken back by ending it. */
const PUT_OFF: ReadonlySet<Act> = new Set(["accept", "refuse", "break"]);
/** Under which an act about a box waits. */
const waitsAs = (boxId: string) => `link ${boxId}`;

const TONES: Record<string, Tone> = { linked: "good", invites: "mine", invited: "wait", refused: "stop", broken: "stop" };
/** Longest words of an invitation. */
const WORDS_MAX = 5000;

export function Counteragents() {
  const { own } = useSession();
  const { inn } = useSearch({ from: "/counteragents" });
  const asked = useQuery(counteragentsOf(own.boxId));
  const [isInviting, setInviting] = useState(inn !== undefined);
  const [status, setStatus] = useState("");
  const [act, setAct] = useState<Asked | undefined>();
  const waiting = useWaiting();
  const all = asked.data ?? [];
  const rows = all.filter((one) => status === "" || one.status === status);
  const statuses = [...new Set(all.map((one) => one.status))];
  return (
    <Page
      title={say("client-place-counteragents")}
      actions={<Button view="action" size="l" onClick={() => setInviting(true)}>{say("client-invite")}</Button>}
    >
      {statuses.length > 1 && (
        <div className="sv-filters"><div className="sv-tabs">
          {["", ...statuses].map((one) => (
            <button key={one} type="button" className={`sv-tab ${one === status ? "sv-tab_here" : ""}`} aria-pressed={one === status} onClick={() => setStatus(one)}>
              {say(one === "" ? "client-link-all" : `client-link-${one}`)}
            </button>
          ))}
        </div></div>
      )}
      {asked.isPending && <Skeleton />}
      {asked.error && all.length === 0 && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && all.length === 0 && (
        <EmptyState
          title={say("client-empty-counteragents")}
          text={say("client-empty-counteragents-text")}
          actions={<Button view="action" size="l" onClick={() => setInviting(true)}>{say("client-invite")}</Button>}
        />
      )}
      {rows.length > 0 && (
        <DataTable
          name={say("client-place-counteragents")}
          rows={rows}
          columns={columns(setAct, waiting)}
          idOf={(one) => one.box_id}
          nameOf={(one) => one.name ?? one.box_id}
          isStrong={(one) => one.status === "invites"}
        />
      )}
      {isInviting && <InviteDialog given={inn ?? ""} onClose={() => setInviting(false)} onAct={(asked) => { setInviting(false); setAct(asked); }} />}
      {act && <LinkDialog asked={act} onClose={() => setAct(undefined)} />}
    </Page>
  );
}

function columns(onAct: (asked: Asked) => void, waiting: ReadonlySet<string>): Column<Counteragent>[] {
  const named = (one: Counteragent) => one.name ?? one.box_id;
  const button = (one: Counteragent, act: Act, view: "action" | "outlined" | "flat") => (
    <Button key={act} view={view} size="m" onClick={() => onAct({ act, boxId: one.box_id, name: named(one) })}>{say(`client-link-do-${act}`)}</Button>
  );
  return [
    {
      key: "document", name: say("client-column-organization"), width: "wide",
      cell: (one) => (
        <>
          {one.status === "linked"
            ? <Link className="sv-called" to="/incoming" search={{ counteragent: one.box_id }}>{named(one)}</Link>
            : <span className="sv-called">{named(one)}</span>}
          {one.comment && <div className="sv-dim"><q>{one.comment}</q></div>}
        </>
      ),
    },
    {
      key: "counteragent", name: say("client-column-requisites"),
      cell: (one) => <>{one.inn && say("client-inn", { inn: one.inn })}<div className="sv-dim">{one.kpp && say("client-kpp", { kpp: one.kpp })}</div></>,
    },
    {
      key: "state", name: say("client-column-state"),
      cell: (one) => <><StatusBadge tone={TONES[one.status] ?? "wait"}>{say(`client-link-is-${one.status}`)}</StatusBadge><div className="sv-due">{recent(one.changed_at, new Date())}</div></>,
    },
    {
      key: "acts", name: say("client-column-acts"),
      cell: (one) => waiting.has(waitsAs(one.box_id)) ? <span className="sv-dim">{say("client-undo-waits")}</span> : (
        <div className="sv-acts">
          {one.status === "invites" && [button(one, "accept", "action"), button(one, "refuse", "outlined")]}
          {one.status === "linked" && button(one, "break", "flat")}
          {one.status === "invited" && button(one, "break", "flat")}
          {(one.status === "refused" || one.status === "broken") && button(one, "invite", "outlined")}
        </div>
      ),
    },
  ];
}

function InviteDialog({ given, onClose, onAct }: { given: string; onClose: () => void; onAct: (asked: Asked) => void }) {
  const { own } = useSession();
  const [inn, setInn] = useState(given);
  const isWhole = isInn(inn);
  const found = useQuery({ ...cardsOf(inn), enabled: isWhole });
  const linked = useQuery(counteragentsOf(own.boxId)).data ?? [];
  const standing = (card: Card) => linked.find((one) => one.box_id === card.box_id)?.status;
  const cards = (isWhole ? found.data ?? [] : []).filter((card) => card.box_id !== own.boxId);
  return (
    <Dialog title={say("client-invite")} onClose={onClose} footer={<Button view="flat" size="l" onClick={onClose}>{say("client-close")}</Button>}>
      <p>{say("client-invite-about")}</p>
      <InnField label={say("client-field-inn")} value={inn} onUpdate={setInn} autoFocus />
      <div aria-live="polite">
        {found.error && <Notice tone="stop">{errorWords(found.error).title}</Notice>}
        {isWhole && found.data && cards.length === 0 && <p>{say("client-invite-nobody")}</p>}
        <ul className="sv-plain sv-cards">
          {cards.map((card) => {
            const status = standing(card);
            return (
              <li key={card.box_id}>
                <div>
                  <strong>{card.name}</strong>{card.is_test && <> <StatusBadge tone="play">{say("client-test")}</StatusBadge></>}
                  <div className="sv-dim">{say("client-inn", { inn: card.inn })}{card.kpp && ` · ${say("client-kpp", { kpp: card.kpp })}`}</div>
                </div>
                {status === "linked" || status === "invited"
                  ? <StatusBadge tone={TONES[status] ?? "wait"}>{say(`client-link-is-${status}`)}</StatusBadge>
                  : (
                    <Button view="action" size="l" onClick={() => onAct({ act: status === "invites" ? "accept" : "invite", boxId: card.box_id, name: card.name })}>
                      {say(`client-link-do-${status === "invites" ? "accept" : "invite"}`)}
                    </Button>
                  )}
              </li>
            );
          })}
        </ul>
      </div>
    </Dialog>
  );
}

/** What is done about another box, once under its key; what was begun is finished when the page is left. */
function useLink() {
  const { own } = useSession();
  const client = useQueryClient();
  return async ({ act, boxId }: Asked, key: string, words = "") => {
    await answered(api.POST("/api/v1/exchange/boxes/{box_id}/counteragents/{counteragent_box_id}/acts", {
      params: { path: { box_id: own.boxId, counteragent_box_id: boxId }, header: { "Idempotency-Key": key } },
      body: { act, ...(words.trim() ? { comment: words.trim() } : {}) },
      keepalive: true,
    }));
    await client.invalidateQueries({ queryKey: ofBox(own.boxId) });
  };
}

function LinkDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const link = useLink();
  const [words, setWords] = useState("");
  const [key] = useState(newKey);
  const { act, name } = asked;
  const doing = useMutation({
    mutationFn: () => link(asked, key, words),
    onSuccess: () => {
      told(say(`client-link-done-${act}`, { name }), () => link({ ...asked, act: "break" }, newKey()));
      onClose();
    },
  });
  const apply = () => {
    if (!PUT_OFF.has(act)) return doing.mutate();
    tellLater({ key: waitsAs(asked.boxId), title: say(`client-link-later-${act}`, { name }), act: () => link(asked, key, words) });
    onClose();
  };
  return (
    <Dialog
      title={say(`client-link-ask-${asked.act}`, { name: asked.name })}
      verb={say(`client-link-do-${asked.act}`)}
      isBusy={doing.isPending}
      isDanger={asked.act === "break"}
      onApply={apply}
      onClose={onClose}
      width="s"
    >
      <p>{say(`client-link-about-${asked.act}`)}</p>
      {asked.act !== "accept" && <TextAreaField label={say("client-link-words")} value={words} onUpdate={setWords} maxLength={WORDS_MAX} />}
      {doing.error && <Notice tone="stop">{errorWords(doing.error).title}</Notice>}
    </Dialog>
  );
}
