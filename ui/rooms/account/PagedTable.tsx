/** A list that the server gives in pages: it is coming, it could not be had, there is none, rows and "more". */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button, DataTable, EmptyState, ErrorState, Skeleton, type DataTableProps } from "../../parts";
import { say } from "../../words";

/** Rows of a page: what the server gives at most. */
const PAGE = 100;

interface Answer<T> {
  items: T[];
  next?: string | null;
}

/** Asks for one page. */
export type Ask<T> = (query: { limit: number; after?: string }) => Promise<Answer<T>>;

/** The rows so far, under a key. */
export function usePaged<T>(key: readonly unknown[], ask: Ask<T>) {
  const asked = useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => ask({ limit: PAGE, ...(pageParam ? { after: pageParam } : {}) }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  return { ...asked, rows: asked.data?.pages.flatMap((page) => page.items) ?? [] };
}

interface Props<T> extends Omit<DataTableProps<T>, "rows"> {
  asked: ReturnType<typeof usePaged<T>>;
  /** What is shown of the rows; all where absent. */
  shown?: readonly T[];
  empty: { title: string; text?: string; actions?: ReactNode };
}

/** The list in whatever state it is. */
export function PagedTable<T>({ asked, shown, empty, ...table }: Props<T>) {
  const rows = shown ?? asked.rows;
  if (asked.isPending) return <Skeleton />;
  if (asked.error && asked.rows.length === 0) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
  return (
    <>
      {rows.length === 0 ? <EmptyState {...empty} /> : <DataTable {...table} rows={rows} />}
      {asked.hasNextPage && (
        <div className="sv-more">
          <Button view="outlined" size="l" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>{say("client-more")}</Button>
        </div>
      )}
    </>
  );
}
