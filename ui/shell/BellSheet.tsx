/** What waits for the person and what they were told. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, api } from "../api/client";
import { Button, ErrorState, moment, SideSheet, Skeleton } from "../parts";
import { say } from "../words";
import { BELL, bell, placeOf, type BellNotice } from "./bell";

interface Props {
  waiting: readonly { text: string; href: string }[];
  /** To a place, in an organization where the notice names one. */
  onGo: (href: string, organizationId?: string | null) => void;
  onClose: () => void;
}

export function BellSheet({ waiting, onGo, onClose }: Props) {
  const client = useQueryClient();
  const asked = useInfiniteQuery(bell());
  const seen = { onSuccess: () => client.invalidateQueries({ queryKey: BELL }) };
  const readAll = useMutation({ mutationFn: () => answered(api.POST("/api/v1/account/notices/read")), ...seen });
  const read = useMutation({
    mutationFn: (notice: BellNotice) => answered(api.POST("/api/v1/account/notices/{notice_id}/read", { params: { path: { notice_id: notice.notice_id } } })), ...seen,
  });
  const notices = asked.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = asked.data?.pages[0]?.unread ?? 0;
  const go = (href: string, organizationId?: string | null) => {
    onClose();
    onGo(href, organizationId);
  };
  const open = (notice: BellNotice) => {
    if (!notice.read_at) read.mutate(notice);
    go(placeOf(notice.kind), notice.organization_id);
  };
  const foot = unread > 0 && <Button view="outlined" size="l" loading={readAll.isPending} onClick={() => readAll.mutate()}>{say("client-bell-read-all")}</Button>;
  return (
    <SideSheet title={say("client-bell")} onClose={onClose} footer={foot}>
      {waiting.length > 0 && (
        <ul className="sv-plain sv-bell-list">
          {waiting.map((one) => <li key={one.href}><button type="button" className="sv-bell-one sv-bell-one_waits" onClick={() => go(one.href)}>{one.text}</button></li>)}
        </ul>
      )}
      {asked.isPending && <Skeleton rows={4} />}
      {asked.error && notices.length === 0 && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && notices.length === 0 && <p className="sv-dim">{say("client-bell-none")}</p>}
      <ul className="sv-plain sv-bell-list">
        {notices.map((notice) => (
          <li key={notice.notice_id}>
            <button type="button" className={`sv-bell-one ${notice.read_at ? "" : "sv-bell-one_new"}`} onClick={() => open(notice)}>
              {!notice.read_at && <span className="sv-hidden">{say("client-bell-new")} </span>}
              {notice.text}
              <span className="sv-dim">{moment(notice.created_at)}</span>
            </button>
          </li>
        ))}
      </ul>
      {asked.hasNextPage && <Button view="outlined" size="l" onClick={() => void asked.fetchNextPage()}>{say("client-more")}</Button>}
    </SideSheet>
  );
}
