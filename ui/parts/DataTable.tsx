/**
 * A list of rows: a table where there is room, cards where there is not; one row has the focus (`j`, `k`, arrows), space
 * marks it, Enter opens it.
 */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { say } from "../words";
import { Checkbox } from "./base";
import { useKeys } from "./keyboard";

/** One column. */
export interface Column<T> {
  key: string;
  name: string;
  cell: (row: T) => ReactNode;
  /** Sums stand at the right, by their last digits. */
  isNumber?: boolean;
  width?: "narrow" | "wide";
}

export interface DataTableProps<T> {
  /** What the list is, for who does not see it. */
  name: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  idOf: (row: T) => string;
  nameOf: (row: T) => string;
  onOpen?: (row: T) => void;
  marked?: ReadonlySet<string>;
  onMark?: (marked: ReadonlySet<string>) => void;
  isStrong?: (row: T) => boolean;
}

/** The list. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { name, columns, rows, idOf, nameOf, onOpen, marked, onMark, isStrong } = props;
  const [at, setAt] = useState(-1);
  const body = useRef<HTMLTableSectionElement>(null);
  const move = (step: number) => {
    // What was pressed before is left, so that Enter opens the row and does not press it again.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setAt((present) => Math.max(0, Math.min(rows.length - 1, present + step)));
  };
  const row = rows[at];
  useEffect(() => {
    const line = body.current?.rows[at];
    line?.scrollIntoView({ block: "nearest" });
    line?.querySelector<HTMLElement>("a, button")?.focus({ preventScroll: true });
  }, [at]);
  const mark = (id: string) => {
    if (!onMark || !marked) return;
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    onMark(next);
  };
  useKeys({
    j: () => move(1),
    ArrowDown: (event) => { event.preventDefault(); move(1); },
    k: () => move(-1),
    ArrowUp: (event) => { event.preventDefault(); move(-1); },
    " ": (event) => {
      if (!row || (event.target as HTMLElement).closest("button, summary")) return;
      event.preventDefault();
      mark(idOf(row));
    },
    Enter: (event) => {
      if (row && onOpen && !(event.target as HTMLElement).closest("a, button, summary")) onOpen(row);
    },
  });
  const isAll = rows.length > 0 && marked !== undefined && rows.every((one) => marked.has(idOf(one)));
  return (
    <div className="sv-table-box">
      <table className="sv-table" aria-label={name}>
        <thead>
          <tr>
            {onMark && (
              <th className="sv-table__mark">
                <Checkbox
                  size="l"
                  checked={isAll}
                  indeterminate={!isAll && (marked?.size ?? 0) > 0}
                  onUpdate={() => onMark(isAll ? new Set() : new Set(rows.map(idOf)))}
                  controlProps={{ "aria-label": say("client-mark-all") }}
                />
              </th>
            )}
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.isNumber ? "sv-table__number" : undefined}>{column.name}</th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((one, index) => (
            <tr
              key={idOf(one)}
              className={[index === at && "sv-row_at", marked?.has(idOf(one)) && "sv-row_marked", isStrong?.(one) && "sv-row_strong"].filter(Boolean).join(" ")}
              onClick={(event) => {
                if ((event.target as HTMLElement).closest("a, button, label, input") || getSelection()?.toString()) return;
                setAt(index);
                onOpen?.(one);
              }}
            >
              {onMark && (
                <td className="sv-table__mark">
                  <Checkbox
                    size="l"
                    checked={marked?.has(idOf(one)) ?? false}
                    onUpdate={() => mark(idOf(one))}
                    controlProps={{ "aria-label": say("client-mark", { name: nameOf(one) }) }}
                  />
                </td>
              )}
              {columns.map((column) => (
                <td
                  key={column.key}
                  data-name={column.name}
                  className={[`sv-cell_${column.key}`, column.isNumber && "sv-table__number", column.width && `sv-cell_${column.width}`].filter(Boolean).join(" ")}
                >
                  {column.cell(one)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
