/** Payers by forms: the payer stays in sight, only rows in sight are drawn, arrows go from cell to cell. */
import { useRef, useState, type KeyboardEvent } from "react";
import { day, Gap, Icon, useRowsInSight } from "../../parts";
import { say } from "../../words";
import { CELL_PICTURES } from "./cellPictures";
import { toneOf, type CellState } from "./cellStates";
import type { TableColumn, TableRow } from "./queries";

/** Rows that fit into the highest box. */
const SEEN_MAX = 24;

/** A cell that is looked at. */
export interface Chosen { payerId: string; column: number }

interface Props {
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** Cells in other states are not shown. */
  state: CellState | undefined;
  onOpen: (chosen: Chosen) => void;
}

const STEPS: Record<string, readonly [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const placeOf = (row: number, column: number) => `${row}:${column}`;

export function Grid({ columns, rows, state, onOpen }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { first, last, show, scroll } = useRowsInSight(box, rows.length, SEEN_MAX);
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const isShown = (row: number, column: number) => rows[row]?.cells.some(([place, one]) => place === column && (!state || one === state)) ?? false;
  const go = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    let [row, column] = at;
    // Payers of other regimes have no such form: such places are passed over.
    do [row, column] = [row + step[0], column + step[1]]; while (row >= 0 && row < rows.length && column >= 0 && column < columns.length && !isShown(row, column));
    if (!isShown(row, column)) return;
    setAt([row, column]);
    show(row + 1);
    const focus = () => box.current?.querySelector<HTMLElement>(`[data-place="${placeOf(row, column)}"]`)?.focus();
    requestAnimationFrame(() => requestAnimationFrame(focus));
  };
  return (
    <div ref={box} className="sv-report" onScroll={scroll} onKeyDown={go} tabIndex={0} role="group" aria-label={say("client-reporting-tab-table")}>
      <table aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col" className="sv-report__payer">{say("client-reporting-payer")}</th>
            {columns.map((column, place) => <Head key={place} column={column} />)}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first - 1} columns={columns.length + 1} />
          {rows.slice(first - 1, last).map((row, index) => (
            <Line key={row.payer_id} {...{ row, columns, state, at, onOpen }} number={first - 1 + index} onStand={setAt} />
          ))}
          <Gap rows={rows.length - last} columns={columns.length + 1} />
        </tbody>
      </table>
    </div>
  );
}

function Head({ column }: { column: TableColumn }) {
  return (
    <th scope="col" title={column.title}>
      <span className="sv-report__title">{column.title}</span>
      <span className="sv-report__due">{column.period}<br />{say("client-reporting-until", { date: day(column.due_on) })}</span>
    </th>
  );
}

interface LineProps extends Omit<Props, "rows"> {
  row: TableRow;
  /** Place of the row, from 0. */
  number: number;
  at: readonly [number, number];
  onStand: (at: readonly [number, number]) => void;
}

function Line({ row, number, columns, state, at, onStand, onOpen }: LineProps) {
  const states = new Map(row.cells);
  return (
    <tr aria-rowindex={number + 2}>
      <th scope="row" className="sv-report__payer" title={row.name}>
        <span className="sv-report__name">{row.name}</span>
        <span className="sv-report__inn">{say("client-inn", { inn: row.inn })}</span>
      </th>
      {columns.map((column, place) => {
        const one = states.get(place);
        if (!one || (state && one !== state)) return <td key={place}><span className="sv-report__none" aria-hidden="true">—</span></td>;
        const words = say(`client-cell-${one}`);
        return (
          <td key={place}>
            <button
              type="button" className={`sv-cell sv-cell_${toneOf(one)}`} data-place={placeOf(number, place)} tabIndex={at[0] === number && at[1] === place ? 0 : -1}
              aria-label={say("client-cell-name", { state: words, form: column.title, period: column.period, payer: row.name })}
              onFocus={() => onStand([number, place])} onClick={() => onOpen({ payerId: row.payer_id, column: place })}
            >
              <Icon data={CELL_PICTURES[one]} size={16} />
              <span>{words}</span>
            </button>
          </td>
        );
      })}
    </tr>
  );
}
