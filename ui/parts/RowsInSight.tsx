/** A long table of which only the rows in sight are drawn, so that a thousand rows are as quick as ten. */
import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from "react";

/** Height of a row, as the style sheets have it. */
const ROW_PX = 44;
/** Rows drawn beyond the edges, so that a fast wheel shows no gap. */
const BEYOND = 6;

/** Which rows are drawn (numbers from 1), and how one is brought into sight; `seen` rows fit into the box. */
export function useRowsInSight(box: RefObject<HTMLDivElement | null>, count: number, seen: number) {
  const [top, setTop] = useState(0);
  const start = Math.floor(top / ROW_PX);
  const first = Math.max(1, Math.min(start - BEYOND + 1, count));
  const last = Math.min(count, start + seen + BEYOND);
  const show = useMemo(() => (number: number) => requestAnimationFrame(() => {
    const at = box.current;
    if (!at) return;
    const place = (number - 1) * ROW_PX;
    if (place < at.scrollTop || place > at.scrollTop + (seen - 3) * ROW_PX) at.scrollTop = Math.max(0, place - 2 * ROW_PX);
  }), [box, seen]);
  return { first, last, show, scroll: () => setTop(box.current?.scrollTop ?? 0) };
}

/** Room of rows that are not drawn: whole rows of the table, so that no style is written into the page. */
export function Gap({ rows, columns }: { rows: number; columns: number }) {
  const row = useRef<HTMLTableRowElement>(null);
  useLayoutEffect(() => {
    if (row.current) row.current.style.height = `${rows * ROW_PX}px`;
  }, [rows]);
  return rows > 0 ? <tr ref={row} className="sv-gap" aria-hidden="true"><td colSpan={columns} /></tr> : null;
}
