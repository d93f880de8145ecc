/** Letters and SMS that were written, what became of each, its text, and sending it once more. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button, errorWords, ErrorState, moment, Notice, SideSheet, Skeleton, StatusBadge, told, type Column, type Tone } from "../../../parts";
import { say } from "../../../words";
import { PagedTable, usePaged } from "../PagedTable";
import { sourceOf, type Channel, type Post, type Source } from "./sources";

const CHANNELS: readonly Channel[] = ["letters", "sms"];
/** What has not gone for good wants to be seen; what waits or went does not. */
const TONES: Record<string, Tone> = { sent: "good", waiting: "wait" };

const toneOf = (post: Post): Tone => TONES[post.state] ?? "stop";

/** The outbox of an organization, or without one the installation's. */
export function OutboxBoard({ organization }: { organization?: string }) {
  const [channel, setChannel] = useState<Channel>("letters");
  return (
    <>
      <div className="sv-filters">
        <div className="sv-tabs" role="group" aria-label={say("client-outbox-channel")}>
          {CHANNELS.map((one) => (
            <button key={one} type="button" className={`sv-tab ${one === channel ? "sv-tab_here" : ""}`} aria-pressed={one === channel} onClick={() => setChannel(one)}>
              {say(`client-outbox-${one}`)}
            </button>
          ))}
        </div>
      </div>
      <Posts key={channel} channel={channel} source={sourceOf(channel, organization)} stale={["outbox", organization ?? "", channel]} />
    </>
  );
}

function Posts({ channel, source, stale }: { channel: Channel; source: Source; stale: readonly string[] }) {
  const [opened, setOpened] = useState<Post | undefined>();
  const asked = usePaged([...stale, "list"], source.list);
  const columns: Column<Post>[] = [
    {
      key: "document", name: say("client-outbox-to"), width: "wide",
      cell: (post) => <><span className="sv-called">{post.to}</span>{post.subject && <div className="sv-dim">{post.subject}</div>}</>,
    },
    { key: "state", name: say("client-column-state"), cell: (post) => <><StatusBadge tone={toneOf(post)}>{post.state_text}</StatusBadge>{post.cause_text && <div className="sv-due">{post.cause_text}</div>}</> },
    { key: "when", name: say("client-outbox-written"), cell: (post) => moment(post.created_at) },
    { key: "acts", name: say("client-column-acts"), cell: (post) => <Button view="outlined" size="m" onClick={() => setOpened(post)}>{say("client-outbox-open")}</Button> },
  ];
  return (
    <>
      <PagedTable
        asked={asked} shown={asked.rows.toReversed()} name={say(`client-outbox-${channel}`)} columns={columns} idOf={(post) => post.id} nameOf={(post) => post.to}
        onOpen={setOpened} empty={{ title: say(`client-outbox-none-${channel}`), text: say("client-outbox-about") }}
      />
      {opened && <Opened post={opened} source={source} stale={stale} onClose={() => setOpened(undefined)} />}
    </>
  );
}

function Opened({ post, source, stale, onClose }: { post: Post; source: Source; stale: readonly string[]; onClose: () => void }) {
  const client = useQueryClient();
  const asked = useQuery({ queryKey: [...stale, "one", post.id], queryFn: () => source.get(post.id) });
  const sending = useMutation({
    mutationFn: () => source.resend(post.id),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: stale });
      told(say("client-outbox-again-done"));
    },
  });
  const found = asked.data;
  const again = found?.may_resend && (
    <Button view="action" size="l" loading={sending.isPending} onClick={() => sending.mutate()}>{say("client-outbox-again")}</Button>
  );
  return (
    <SideSheet title={post.subject ?? post.to} onClose={onClose} footer={again}>
      {asked.isPending && <Skeleton rows={3} />}
      {asked.error && !found && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {found && (
        <>
          <dl className="sv-facts">
            <div><dt>{say("client-outbox-to")}</dt><dd>{found.to}</dd></div>
            <div><dt>{say("client-column-state")}</dt><dd><StatusBadge tone={toneOf(found)}>{found.state_text}</StatusBadge></dd></div>
            <div><dt>{say("client-outbox-written")}</dt><dd>{moment(found.created_at)}</dd></div>
            {found.attempts > 0 && <div><dt>{say("client-outbox-attempts")}</dt><dd>{found.attempts}{found.tried_at && ` · ${moment(found.tried_at)}`}</dd></div>}
            {found.cause_text && <div><dt>{say("client-outbox-cause")}</dt><dd>{found.cause_text}{found.detail && <div className="sv-dim">{found.detail}</div>}</dd></div>}
          </dl>
          {found.text ? <div className="sv-letter">{found.text}</div> : <p className="sv-dim">{say("client-outbox-erased")}</p>}
        </>
      )}
      {sending.error && <Notice tone="stop">{errorWords(sending.error).title}</Notice>}
    </SideSheet>
  );
}
