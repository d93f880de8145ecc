/** A payer: requisites, taxation and offices. ИНН and КПП of one that is there do not change. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, newKey, type Shapes } from "../../api/client";
import { useSession } from "../../api/session";
import { Button, Checkbox, InnField, isInn, isKpp, KppField, SelectField, StatusBadge, TextField, type FieldProps } from "../../parts";
import { say } from "../../words";
import { AskDialog } from "../account/AskDialog";
import { Boxes } from "../account/people/RightsFields";
import { officesOf, payersOf, reportingOf, type Payer } from "./queries";

type Facts = Shapes["PayerFacts"];
type Authority = Shapes["Authority"];

const REGIMES: readonly Shapes["Regime"][] = ["usn-income", "usn-profit", "general", "eshn"];
const ASSETS: readonly Shapes["Asset"][] = ["property", "transport", "land"];
/** Digits of a person's ИНН: who has it is an entrepreneur, and has no КПП. */
const PERSON_INN = 12;
/** Most employees the server takes: digits of the field. */
const EMPLOYEES_DIGITS = 6;

/** Requisites that are one line of text each, with their longest. */
const LINES = [["ogrn", 15], ["oktmo", 11], ["okpo", 14], ["fund_number", 14]] as const;
/** Offices by whose they are, with the longest code. */
const OFFICES = [["tax_office", "fns", 4], ["fund_office", "sfr", 20], ["statistics_office", "rosstat", 5]] as const;
const FIELDS: readonly string[] = ["name", "inn", "kpp", "regime", "employees", ...LINES.map(([name]) => name), ...OFFICES.map(([name]) => name)];

interface Props { organization: string; payer: Payer | undefined; onClose: () => void }

/** The first payer is most often the organization itself. */
function useBegun(organization: string, payer: Payer | undefined) {
  const { own } = useSession();
  const isFirst = useQuery(payersOf(organization)).data?.length === 0;
  const self = isFirst ? own.organization : undefined;
  return useState(() => ({
    inn: payer?.inn ?? self?.inn ?? "", kpp: payer?.kpp ?? self?.kpp ?? "",
    facts: payer?.facts ?? ({ name: self?.name ?? "", regime: "usn-income" } satisfies Facts as Facts),
  }));
}

export function PayerDialog({ organization, payer, onClose }: Props) {
  const [{ inn, kpp, facts }, setTyped] = useBegun(organization, payer);
  const [key] = useState(newKey);
  const isPerson = inn.length === PERSON_INN;
  const set = (part: Partial<Facts>) => setTyped((before) => ({ ...before, facts: { ...before.facts, ...part } }));
  const whole = () => ({ ...written(facts), entrepreneur: isPerson });
  const act = () => payer
    ? answered(api.PUT("/api/v1/reporting/organizations/{organization_id}/payers/{payer_id}", {
      params: { path: { organization_id: organization, payer_id: payer.id } }, body: { facts: whole() },
    }))
    : answered(api.POST("/api/v1/reporting/organizations/{organization_id}/payers", {
      params: { path: { organization_id: organization }, header: { "Idempotency-Key": key } }, body: { inn, ...(isPerson ? {} : { kpp }), facts: whole() },
    }));
  return (
    <AskDialog
      title={say(payer ? "client-payer-change-title" : "client-payer-add-title")} verb={say(payer ? "client-payer-save" : "client-payer-add")}
      done={say(payer ? "client-payer-changed" : "client-payer-added")} stale={reportingOf(organization)} fields={FIELDS} act={act} onClose={onClose}
      isBarred={facts.name.trim() === "" || !isInn(inn) || (!isPerson && !isKpp(kpp))}
    >
      {(wrong) => (
        <>
          <TextField label={say(isPerson ? "client-payer-person" : "client-payer-name")} value={facts.name} onUpdate={(name) => set({ name })} error={wrong("name")} required />
          {!payer && (
            <div className="sv-pair">
              <InnField label={say("client-payer-inn")} value={inn} onUpdate={(inn) => setTyped((before) => ({ ...before, inn }))} error={wrong("inn")} required />
              {!isPerson && <KppField label={say("client-payer-kpp")} value={kpp} onUpdate={(kpp) => setTyped((before) => ({ ...before, kpp }))} error={wrong("kpp")} required />}
            </div>
          )}
          <Taxation facts={facts} set={set} wrong={wrong} />
          {OFFICES.map(([name, authority, maxLength]) => (
            <OfficeField
              key={name} organization={organization} authority={authority} maxLength={maxLength} label={say(`client-payer-${name}`)}
              value={facts[name] ?? ""} onUpdate={(code) => set({ [name]: code })} error={wrong(name)}
            />
          ))}
          <div className="sv-pair">
            {LINES.map(([name, maxLength]) => (
              <TextField key={name} label={say(`client-payer-${name}`)} value={facts[name] ?? ""} onUpdate={(text) => set({ [name]: text })} maxLength={maxLength} inputMode="numeric" error={wrong(name)} />
            ))}
          </div>
        </>
      )}
    </AskDialog>
  );
}

/** As the server takes it: what is empty is absent. */
function written(facts: Facts): Facts {
  const kept = Object.entries(facts).filter(([, value]) => value !== "" && value !== null);
  return { ...(Object.fromEntries(kept) as unknown as Facts), name: facts.name.trim() };
}

function Taxation({ facts, set, wrong }: { facts: Facts; set: (part: Partial<Facts>) => void; wrong: (field: string) => string | undefined }) {
  return (
    <>
      <div className="sv-pair">
        <SelectField
          label={say("client-payer-regime")} value={facts.regime} error={wrong("regime")}
          onUpdate={(value) => set({ regime: REGIMES.find((one) => one === value) ?? facts.regime })}
          options={REGIMES.map((one) => ({ value: one, text: say(`client-regime-${one}`) }))}
        />
        <TextField
          label={say("client-payer-employees")} hint={say("client-payer-employees-hint")} value={String(facts.employees ?? "")} inputMode="numeric" maxLength={EMPLOYEES_DIGITS}
          onUpdate={(text) => set({ employees: Number(text.replace(/\D/g, "").slice(0, EMPLOYEES_DIGITS)) })} error={wrong("employees")}
        />
      </div>
      {facts.regime !== "general" && <Checkbox size="l" checked={facts.vat ?? false} onUpdate={(vat) => set({ vat })}>{say("client-payer-vat")}</Checkbox>}
      <Boxes
        legend={say("client-payer-has")} choices={ASSETS.map((one) => ({ value: one, text: say(`client-asset-${one}`) }))} chosen={facts.has ?? []}
        onChoose={(chosen) => set({ has: ASSETS.filter((one) => chosen.includes(one)) })}
      />
    </>
  );
}

interface OfficeProps extends FieldProps {
  organization: string;
  authority: Authority;
  maxLength: number;
  value: string;
  onUpdate: (code: string) => void;
}

/** The code of an office: typed, or one of those that can be reached now. */
function OfficeField({ organization, authority, ...field }: OfficeProps) {
  const offices = useQuery(officesOf(organization)).data?.offices.filter((one) => one.authority === authority) ?? [];
  return (
    <>
      <TextField {...field} />
      {offices.length > 0 && (
        <ul className="sv-plain">
          {offices.map(({ code, name, is_simulator }) => (
            <li key={code}>
              <Button view="flat" size="m" onClick={() => field.onUpdate(code)}>{code} · {name}</Button>
              {is_simulator && <StatusBadge tone="play">{say("client-reporting-play")}</StatusBadge>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
