/** Lines of the document; what follows from each is counted at once. */
import { memo, useId, useMemo } from "react";
import { Button, IconButton, PICTURES, sum } from "../../../parts";
import { say } from "../../../words";
import type { Definition } from "./definition";
import { newRow, ratesOf, ROWS_MAX, rowSums, totals, UNITS, type FormRow } from "./model";
import { ROW_PLACES, ROWS } from "./places";

interface Props {
  rows: readonly FormRow[];
  onChange: (rows: FormRow[]) => void;
  wrong: Record<string, string>;
  definition: Definition;
}

export function GoodsTable({ rows, onChange, wrong, definition }: Props) {
  const rates = useMemo(() => ratesOf(definition.values(`${ROWS}/${ROW_PLACES.rate[0] ?? ""}`)), [definition]);
  const nameMax = definition.longest(`${ROWS}/${ROW_PLACES.name[0] ?? ""}`);
  const all = totals(rows);
  const change = (id: string, changed: Partial<FormRow>) => onChange(rows.map((row) => (row.id === id ? { ...row, ...changed } : row)));
  return (
    <div className="sv-scroll">
      <table className="sv-goods sv-goods_form">
        <thead>
          <tr>
            <th scope="col">№</th>
            <th scope="col">{say("client-goods-name")}</th>
            <th scope="col">{say("client-goods-unit")}</th>
            <th scope="col" className="sv-table__number">{say("client-goods-quantity")}</th>
            <th scope="col" className="sv-table__number">{say("client-goods-price")}</th>
            <th scope="col">{say("client-goods-rate")}</th>
            <th scope="col" className="sv-table__number">{say("client-goods-tax")}</th>
            <th scope="col" className="sv-table__number">{say("client-goods-total")}</th>
            <th scope="col"><span className="sv-hidden">{say("client-column-acts")}</span></th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Line
              key={row.id}
              row={row}
              number={index + 1}
              wrong={wrong}
              rates={rates}
              nameMax={nameMax}
              onChange={change}
              onDrop={rows.length > 1 ? () => onChange(rows.filter((one) => one.id !== row.id)) : undefined}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={6}>{say("client-goods-all")}</th>
            <td className="sv-table__number" data-name={say("client-goods-tax")}>{all.tax === undefined ? "—" : sum(all.tax)}</td>
            <td className="sv-table__number" data-name={say("client-goods-total")}>{sum(all.gross)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      {rows.length < ROWS_MAX && (
        <Button view="outlined" size="l" onClick={() => onChange([...rows, { ...newRow(), rate: rows.at(-1)?.rate ?? "22%", unit: rows.at(-1)?.unit ?? "796" }])}>
          {say("client-goods-add")}
        </Button>
      )}
    </div>
  );
}

interface LineProps {
  row: FormRow;
  number: number;
  wrong: Record<string, string>;
  rates: readonly string[];
  nameMax: number | undefined;
  onChange: (id: string, changed: Partial<FormRow>) => void;
  onDrop: (() => void) | undefined;
}

const Line = memo(function Line({ row, number, wrong, rates, nameMax, onChange, onDrop }: LineProps) {
  const sums = rowSums(row);
  return (
    <tr>
      <td>{number}</td>
      <td data-name={say("client-goods-name")} className="sv-goods__name">
        <Cell row={row} part="name" longest={nameMax} number={number} error={wrong[`rows.${row.id}.name`]} onChange={onChange} name={say("client-goods-name")} />
      </td>
      <td data-name={say("client-goods-unit")}>
        <select className="sv-select" aria-label={say("client-goods-unit")} value={row.unit} onChange={(event) => onChange(row.id, { unit: event.target.value })}>
          {UNITS.map((unit) => <option key={unit.code} value={unit.code}>{unit.sign}</option>)}
        </select>
      </td>
      <td data-name={say("client-goods-quantity")} className="sv-goods__short">
        <Cell row={row} part="quantity" number={number} error={wrong[`rows.${row.id}.quantity`]} onChange={onChange} name={say("client-goods-quantity")} />
      </td>
      <td data-name={say("client-goods-price")} className="sv-goods__short">
        <Cell row={row} part="price" number={number} error={wrong[`rows.${row.id}.price`]} onChange={onChange} name={say("client-goods-price")} />
      </td>
      <td data-name={say("client-goods-rate")}>
        <select className="sv-select" aria-label={say("client-goods-rate")} value={row.rate} onChange={(event) => onChange(row.id, { rate: event.target.value })}>
          {rates.map((rate) => <option key={rate} value={rate}>{rate}</option>)}
        </select>
      </td>
      <td className="sv-table__number" data-name={say("client-goods-tax")}>{sums ? (sums.tax === undefined ? "—" : sum(sums.tax)) : ""}</td>
      <td className="sv-table__number" data-name={say("client-goods-total")}>{sums ? sum(sums.gross) : ""}</td>
      <td>{onDrop && <IconButton name={say("client-goods-drop", { number })} icon={PICTURES.drop} onClick={onDrop} />}</td>
    </tr>
  );
});

function Cell({ row, part, longest, number, error, onChange, name }: {
  row: FormRow; longest?: number | undefined; part: "name" | "quantity" | "price"; number: number; error: string | undefined; name: string; onChange: LineProps["onChange"];
}) {
  const note = useId();
  return (
    <>
      <input
        className={`sv-input ${part === "name" ? "" : "sv-input_number"}`}
        value={row[part]}
        maxLength={longest}
        inputMode={part === "name" ? "text" : "decimal"}
        aria-label={`${name}, ${number}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? note : undefined}
        onChange={(event) => onChange(row.id, { [part]: event.target.value })}
      />
      {error && <div id={note} className="sv-field__error">{error}</div>}
    </>
  );
}
