/** What a person told the administrators, with their answers; for administrators of the host everybody's, to be answered. */
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { answered, api, type Shapes } from "../../api/client";
import { useSession } from "../../api/session";
import { Button, Dialog, EmptyState, ErrorState, errorWords, moment, Page, Skeleton, StatusBadge, TextAreaField, told } from "../../parts";
import { Tell } from "../../parts/Tell";
import { say } from "../../words";

type Told = Shapes["SupportRequest"];
type Whose = "own" | "all";

/** Requests of a page. */
const PAGE = 50;
/** Longest answer that the server takes. */
const ANSWER_MAX = 2000;

export function Support() {
  const { administersInstallation } = useSession();
  const [whose, setWhose] = useState<Whose>(administersInstallation ? "all" : "own");
  const [isTelling, setTelling] = useState(false);
  const client = useQueryClient();
  return (
    <Page
      title={say("client-place-support")}
      about={<>{say("client-support-about")} <Link to="/diagnostics">{say("client-way-diagnose")}</Link></>}
      actions={<Button view="action" size="l" onClick={() => setTelling(true)}>{say("client-report")}</Button>}
    >
      {administersInstallation && (
        <div className="sv-tabs" role="group" aria-label={say("client-support-whose")}>
          {(["all", "own"] as const).map((one) => (
            <button key={one} type="button" className={`sv-tab ${one === whose ? "sv-tab_here" : ""}`} aria-pressed={one === whose} onClick={() => setWhose(one)}>
              {say(`client-support-${one}`)}
            </button>
          ))}
        </div>
      )}
      <div className="sv-section"><Requests key={whose} whose={whose} /></div>
      {isTelling && <Tell code="client.question" onClose={() => { setTelling(false); void client.invalidateQueries({ queryKey: ["support"] }); }} />}
    </Page>
  );
}

function Requests({ whose }: { whose: Whose }) {
  const [answering, setAnswering] = useState<Told | undefined>();
  const found = useInfiniteQuery({
    queryKey: ["support", whose],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const params = { query: { limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } };
      return answered(whose === "all" ? api.GET("/api/v1/support/requests/all", { params }) : api.GET("/api/v1/support/requests", { params }));
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (found.isPending) return <Skeleton />;
  if (found.error && rows.length === 0) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (rows.length === 0) return <EmptyState title={say("client-support-none")} text={say(`client-support-none-${whose}`)} />;
  return (
    <>
      {rows.map((told) => (
        <article key={told.request_id} className="sv-card" aria-label={say("client-support-filed", { at: moment(told.filed_at) })}>
          <div className="sv-check">
            <div>
              <strong>{told.comment || say("client-support-no-words")}</strong>
              <div className="sv-dim">{moment(told.filed_at)} · {told.place} · {told.code}</div>
              {told.trace_id && <div className="sv-dim">{say("client-request-id", { id: told.trace_id })}</div>}
              {told.answer && <p><q>{told.answer}</q> <span className="sv-dim">{moment(told.answered_at ?? "")}</span></p>}
            </div>
            <div className="sv-check__state">
              <StatusBadge tone={told.answer ? "good" : "wait"}>{say(told.answer ? "client-support-answered" : "client-support-waits")}</StatusBadge>
              {whose === "all" && <Button view="outlined" size="m" onClick={() => setAnswering(told)}>{say(told.answer ? "client-support-answer-anew" : "client-support-answer")}</Button>}
            </div>
          </div>
        </article>
      ))}
      {found.hasNextPage && <Button view="outlined" size="l" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{say("client-more")}</Button>}
      {answering && <AnswerDialog request={answering} onClose={() => setAnswering(undefined)} />}
    </>
  );
}

function AnswerDialog({ request, onClose }: { request: Told; onClose: () => void }) {
  const client = useQueryClient();
  const [text, setText] = useState(request.answer ?? "");
  const [problem, setProblem] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const answer = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await answered(api.PUT("/api/v1/support/requests/{request_id}/answer", {
        params: { path: { request_id: request.request_id } }, body: { text: text.trim() },
      }));
      await client.invalidateQueries({ queryKey: ["support"] });
      told(say("client-support-answer-sent"));
      onClose();
    } catch (error) {
      setProblem(errorWords(error).title);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={say("client-support-answer")} verb={say("client-support-answer-send")} onApply={() => void answer()} onClose={onClose} isBusy={isBusy} isBarred={text.trim() === ""}>
      <p><q>{request.comment || say("client-support-no-words")}</q></p>
      <p className="sv-dim">{request.place} · {request.code}</p>
      <TextAreaField label={say("client-support-answer-text")} value={text} onUpdate={setText} rows={5} maxLength={ANSWER_MAX} error={problem} autoFocus required />
    </Dialog>
  );
}
