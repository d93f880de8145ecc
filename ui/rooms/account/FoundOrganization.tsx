/** Registering an organization: its requisites as the register has them. The person becomes its first administrator. */
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { answered, api, newKey, type Shapes } from "../../api/client";
import { Refused } from "../../api/refusal";
import { keepBox } from "../../api/session";
import { Button, Checkbox, errorWords, InnField, isInn, isKpp, KppField, Notice, Page, SelectField, TextField } from "../../parts";
import { say } from "../../words";
import { REGIONS } from "../exchange/utd/regions";

type Body = Shapes["NewOrganizationBody"];

/** Digits of the ИНН of a sole proprietor; a company's is shorter. */
const PERSON_INN = 12;

const EMPTY = {
  inn: "", kpp: "", ogrn: "", name: "", surname: "", givenName: "", patronymic: "", region: "", postalCode: "", city: "", street: "", house: "", flat: "", isTest: false,
};
type Typed = typeof EMPTY;

export function FoundOrganization() {
  const [typed, setTyped] = useState(EMPTY);
  const [attempt, setAttempt] = useState({ key: newKey(), body: "" });
  const founding = useMutation({
    mutationFn: async () => {
      const body = bodyOf(typed);
      // The same form sent again is the same act; a mended one is another.
      const key = attempt.body === JSON.stringify(body) ? attempt.key : newKey();
      setAttempt({ key, body: JSON.stringify(body) });
      const made = await answered(api.POST("/api/v1/account/organizations", { params: { header: { "Idempotency-Key": key } }, body }));
      keepBox(made.box.box_id);
    },
    // With a box there is another frame around everything; a certificate is what comes next.
    onSuccess: () => location.assign("/certificates"),
  });
  const at = founding.error instanceof Refused ? founding.error.problem.field ?? "" : "";
  const wrong = (...fields: string[]) => (founding.error && fields.includes(at) ? errorWords(founding.error).title : undefined);
  const set = <K extends keyof Typed>(name: K) => (value: Typed[K]) => setTyped((present) => ({ ...present, [name]: value }));
  const text = (name: Exclude<keyof Typed, "isTest">, label: string, ...fields: string[]) => (
    <TextField label={label} value={typed[name]} onUpdate={set(name)} error={wrong(...fields)} maxLength={255} />
  );
  const isPerson = typed.inn.length === PERSON_INN;
  const isNamed = isPerson ? typed.surname.trim() !== "" && typed.givenName.trim() !== "" : typed.name.trim() !== "" && isKpp(typed.kpp);
  const isReady = isInn(typed.inn) && isNamed && typed.region !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !founding.isPending) founding.mutate();
  };
  return (
    <Page title={say("client-founding")} about={say("client-founding-about")}>
      <form className="sv-card" onSubmit={submit}>
        <div className="sv-fields">
          <InnField label={say("client-field-inn")} value={typed.inn} onUpdate={set("inn")} error={wrong("inn")} required />
          {!isPerson && <KppField label={say("client-field-kpp")} value={typed.kpp} onUpdate={set("kpp")} error={wrong("kpp")} required />}
          {text("ogrn", say(isPerson ? "client-founding-ogrnip" : "client-founding-ogrn"), "ogrn")}
        </div>
        {isPerson
          ? (
            <div className="sv-fields">
              <TextField label={say("client-founding-surname")} value={typed.surname} onUpdate={set("surname")} error={wrong("person", "person.surname")} maxLength={255} required />
              <TextField label={say("client-founding-given-name")} value={typed.givenName} onUpdate={set("givenName")} error={wrong("person.given_name")} maxLength={255} required />
              {text("patronymic", say("client-founding-patronymic"), "person.patronymic")}
            </div>
          )
          : <TextField label={say("client-field-name")} placeholder={say("client-founding-name-sample")} value={typed.name} onUpdate={set("name")} error={wrong("name")} maxLength={1000} required />}
        <div className="sv-fields">
          <SelectField
            className="sv-field_wide" label={say("client-field-region")} value={typed.region} onUpdate={set("region")} error={wrong("address", "address.region_code")}
            options={[{ value: "", text: say("client-utd-choose") }, ...REGIONS]}
          />
          {text("postalCode", say("client-field-postalCode"), "address.postal_code")}
          {text("city", say("client-field-city"), "address.city")}
          {text("street", say("client-field-street"), "address.street")}
          {text("house", say("client-field-house"), "address.house")}
          {text("flat", say("client-field-flat"), "address.flat")}
        </div>
        <div className="sv-field"><Checkbox size="l" checked={typed.isTest} onUpdate={set("isTest")}>{say("client-founding-test")}</Checkbox></div>
        {founding.error && !wrong(at) && <Notice tone="stop">{errorWords(founding.error).title}</Notice>}
        <Button type="submit" view="action" size="l" loading={founding.isPending} disabled={!isReady}>{say("client-founding-verb")}</Button>
      </form>
    </Page>
  );
}

/** What was left empty is not said. */
function bodyOf(typed: Typed): Body {
  const said = (text: string) => text.trim() || null;
  const isPerson = typed.inn.length === PERSON_INN;
  return {
    inn: typed.inn,
    ogrn: said(typed.ogrn),
    is_test: typed.isTest,
    ...(isPerson
      ? { person: { surname: typed.surname.trim(), given_name: typed.givenName.trim(), patronymic: said(typed.patronymic) } }
      : { kpp: typed.kpp, name: typed.name.trim() }),
    address: {
      region_code: typed.region, postal_code: said(typed.postalCode), city: said(typed.city), street: said(typed.street), house: said(typed.house), flat: said(typed.flat),
    },
  };
}
