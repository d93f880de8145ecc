/** Who can do what, both ways: by what may be done and where, or by the person; at a day. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, type Shapes } from "../../../api/client";
import { DayField, day, moscowDay, SelectField } from "../../../parts";
import { say } from "../../../words";
import { PagedTable, usePaged } from "../PagedTable";
import { endOf } from "./days";
import { PeoplePage } from "./PeoplePage";
import { colleaguesOf, departmentsOf, peopleOf, RIGHTS, rolesOf, useNames } from "./queries";
import { RightBadges } from "./RightsFields";
import { ordered } from "./tree";

type Grant = Shapes["GrantView"];

/** What is asked; what is empty is not asked about. */
interface Question {
  permission: string;
  department: string;
  user: string;
  on: string;
}

export function Access() {
  return <PeoplePage>{(organization) => <Asked organization={organization} />}</PeoplePage>;
}

function Asked({ organization }: { organization: string }) {
  const [question, setQuestion] = useState<Question>({ permission: "", department: "", user: "", on: "" });
  return (
    <>
      <Fields organization={organization} question={question} onChange={setQuestion} />
      <Answer organization={organization} question={question} />
    </>
  );
}

function Fields({ organization, question, onChange }: { organization: string; question: Question; onChange: (question: Question) => void }) {
  const departments = useQuery(departmentsOf(organization)).data ?? [];
  const colleagues = useQuery(colleaguesOf(organization)).data ?? [];
  const isPast = question.on !== "" && question.on < moscowDay(new Date());
  return (
    <section className="sv-card sv-fields" aria-label={say("client-people-tab-access")}>
      <SelectField
        label={say("client-access-what")} value={question.permission} onUpdate={(permission) => onChange({ ...question, permission })}
        options={[{ value: "", text: say("client-access-anything") }, ...RIGHTS.map((right) => ({ value: right, text: say(`client-right-to-${right}`) }))]}
      />
      <SelectField
        label={say("client-access-department")} value={question.department} onUpdate={(department) => onChange({ ...question, department })}
        options={[{ value: "", text: say("client-access-any-department") }, ...ordered(departments).map((one) => ({ value: one.department.department_id, text: one.path }))]}
      />
      <SelectField
        label={say("client-people-who")} value={question.user} onUpdate={(user) => onChange({ ...question, user })}
        options={[{ value: "", text: say("client-access-anybody") }, ...colleagues.map((one) => ({ value: one.user_id, text: one.name ?? one.user_id }))]}
      />
      <DayField
        label={say("client-access-on")} hint={say("client-access-on-hint")} value={question.on} onUpdate={(on) => onChange({ ...question, on })}
        error={isPast ? say("client-access-past") : undefined}
      />
    </section>
  );
}

function Answer({ organization, question }: { organization: string; question: Question }) {
  const { permission, department, user, on } = question;
  const isAsked = on !== "" && on >= moscowDay(new Date());
  const query = {
    ...(permission ? { permission } : {}), ...(department ? { department } : {}), ...(user ? { user } : {}), ...(isAsked ? { at: endOf(on) } : {}),
  };
  const asked = usePaged([...peopleOf(organization), "access", query], (page) =>
    answered(api.GET("/api/v1/account/organizations/{organization_id}/access", { params: { path: { organization_id: organization }, query: { ...query, ...page } } })));
  return (
    <PagedTable
      asked={asked} name={say("client-people-tab-access")} idOf={(one) => one.user_id} nameOf={(one) => one.name ?? one.user_id}
      empty={{ title: say("client-access-nobody"), text: say("client-access-nobody-text") }}
      columns={[
        {
          key: "document", name: say("client-people-who"),
          cell: (one) => <><span className="sv-called">{one.name ?? one.user_id}</span><div className="sv-dim">{one.login}</div></>,
        },
        {
          key: "state", name: say("client-access-why"), width: "wide",
          cell: (one) => <ul className="sv-plain">{one.grants.map((grant, index) => <li key={index}><Why organization={organization} grant={grant} /></li>)}</ul>,
        },
      ]}
    />
  );
}

/** One grant with its source: what, by what, where, until when. */
function Why({ organization, grant }: { organization: string; grant: Grant }) {
  const nameOf = useNames(organization);
  const roles = useQuery(rolesOf(organization)).data ?? [];
  const departments = useQuery(departmentsOf(organization)).data ?? [];
  const role = roles.find((one) => one.role === grant.role)?.name ?? grant.role ?? "";
  const listed = grant.departments?.map((id) => departments.find((one) => one.department_id === id)?.name ?? id);
  const words = [
    say(`client-access-by-${grant.source}`, { role, who: nameOf(grant.from_user_id) }),
    ...(listed ? [listed.join(", ") || say("client-people-nowhere")] : []),
    ...(grant.until ? [say("client-access-until", { date: day(moscowDay(new Date(grant.until))) })] : []),
  ];
  return <div className="sv-acts"><RightBadges names={grant.permissions} /><span className="sv-dim">{words.join(" · ")}</span></div>;
}
