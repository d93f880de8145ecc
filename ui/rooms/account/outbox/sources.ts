/** The four outboxes: letters and SMS, of an organization and of the installation, as one kind of row. */
import { answered, api, type Shapes } from "../../../api/client";
import type { Ask } from "../PagedTable";

/** A letter or an SMS, and what became of it. */
export interface Post extends Pick<Shapes["LetterView"], "state" | "state_text" | "cause_text" | "detail" | "attempts" | "tried_at" | "settled_at" | "may_resend" | "created_at"> {
  id: string;
  /** An address or a phone. */
  to: string;
  /** Of a letter. */
  subject?: string;
  /** Absent in lists, and where it is kept no more. */
  text: string | undefined;
}

/** What is kept in an outbox. */
export type Channel = "letters" | "sms";

/** One outbox. */
export interface Source {
  list: Ask<Post>;
  get: (id: string) => Promise<Post>;
  resend: (id: string) => Promise<unknown>;
}

const ofLetter = (letter: Shapes["LetterView"]): Post => ({ ...letter, id: letter.letter_id, to: letter.address, text: letter.body ?? undefined });
const ofSms = (sms: Shapes["SmsView"]): Post => ({ ...sms, id: sms.sms_id, to: sms.phone, text: sms.text ?? undefined });

async function pageOf<T>(asked: Promise<{ items: T[]; next?: string | null }>, post: (row: T) => Post) {
  const page = await asked;
  return { items: page.items.map(post), next: page.next ?? null };
}

/** The outbox of a channel; without an organization, the installation's. */
export function sourceOf(channel: Channel, organization: string | undefined): Source {
  if (organization === undefined) return hostSource(channel);
  const path = { organization_id: organization };
  if (channel === "letters") {
    const one = (letter_id: string) => ({ params: { path: { ...path, letter_id } } });
    return {
      list: (query) => pageOf(answered(api.GET("/api/v1/account/organizations/{organization_id}/letters", { params: { path, query } })), ofLetter),
      get: async (id) => ofLetter(await answered(api.GET("/api/v1/account/organizations/{organization_id}/letters/{letter_id}", one(id)))),
      resend: (id) => answered(api.POST("/api/v1/account/organizations/{organization_id}/letters/{letter_id}/resend", one(id))),
    };
  }
  const one = (sms_id: string) => ({ params: { path: { ...path, sms_id } } });
  return {
    list: (query) => pageOf(answered(api.GET("/api/v1/account/organizations/{organization_id}/sms", { params: { path, query } })), ofSms),
    get: async (id) => ofSms(await answered(api.GET("/api/v1/account/organizations/{organization_id}/sms/{sms_id}", one(id)))),
    resend: (id) => answered(api.POST("/api/v1/account/organizations/{organization_id}/sms/{sms_id}/resend", one(id))),
  };
}

function hostSource(channel: Channel): Source {
  if (channel === "letters") {
    const one = (letter_id: string) => ({ params: { path: { letter_id } } });
    return {
      list: (query) => pageOf(answered(api.GET("/api/v1/account/outbox/letters", { params: { query } })), ofLetter),
      get: async (id) => ofLetter(await answered(api.GET("/api/v1/account/outbox/letters/{letter_id}", one(id)))),
      resend: (id) => answered(api.POST("/api/v1/account/outbox/letters/{letter_id}/resend", one(id))),
    };
  }
  const one = (sms_id: string) => ({ params: { path: { sms_id } } });
  return {
    list: (query) => pageOf(answered(api.GET("/api/v1/account/outbox/sms", { params: { query } })), ofSms),
    get: async (id) => ofSms(await answered(api.GET("/api/v1/account/outbox/sms/{sms_id}", one(id)))),
    resend: (id) => answered(api.POST("/api/v1/account/outbox/sms/{sms_id}/resend", one(id))),
  };
}
