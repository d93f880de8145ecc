// Made of docs/api/v1.json by `npm run api`.
export interface paths {
    "/api/v1/account/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public cards of the boxes of an ИНН, and of a КПП where it is given; none is an empty list. */
        get: {
            parameters: {
                query: {
                    inn: string;
                    kpp?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description At most 100. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_CardView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates by which the caller signs in, at most 50, all on one page. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_BoundCertificateView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Makes a certificate a way in for the caller, who signed a challenge of his own with its key. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignedChallengeBody"];
                };
            };
            responses: {
                /** @description It is bound. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BoundCertificateView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/certificates/{binding_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The certificate is no way in any more; another person's is not found. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    binding_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is not. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/certificates/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A text for the caller, to be signed with the key of a certificate that is to become a way in. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The text. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChallengeView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Asks for another address. The new one gets a link, the old one hears of it; nothing changes before the link is
         *     followed, and then both are told.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeEmailBody"];
                };
            };
            responses: {
                /** @description A letter is on its way to the new address. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/email/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for a letter with a link that proves the caller's present address. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A letter is on its way. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the caller a member by an invitation's code; every code works once. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AcceptBody"];
                };
            };
            responses: {
                /** @description The membership. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AcceptedView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/links/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Follows the link of a letter: makes the user, proves the address, or changes it. Followed twice, it is one act. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LinkBody"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConfirmedView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The caller. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organizations the caller is a member of and may read. A page may be shorter than asked for. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_OrganizationView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Registers an organization; the caller becomes its first administrator. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewOrganizationBody"];
                };
            };
            responses: {
                /** @description The organization, its root department and its box. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FoundedView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations/{organization_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An organization, for members who may read. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The organization. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations/{organization_id}/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replaces the organization's address, and says whether its public cards show it; needs `administer`. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangedAddressBody"];
                };
            };
            responses: {
                /** @description The organization. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations/{organization_id}/boxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's boxes. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_BoxView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations/{organization_id}/boxes/{box_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the organization's boxes; another organization's is not found. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    box_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The box. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BoxView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations/{organization_id}/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's departments, the root first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_DepartmentView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations/{organization_id}/integrator-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys of integrators' programs, revoked ones too; needs `administer`. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_IntegratorKeyView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Makes a key for an integrator's program; needs `administer`. Asked again with the same `Idempotency-Key`, it
         *     answers 409, since the secret is shown only once.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewKeyBody"];
                };
            };
            responses: {
                /** @description The key and its secret. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreatedKeyView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations/{organization_id}/integrator-keys/{integrator_key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a key; every sign-in made through it ends; needs `administer`. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    integrator_key_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The program is no longer accepted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations/{organization_id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's invitations, ended ones too; needs `administer`. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_InvitationView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Invites a person by e-mail, in the language of `Accept-Language`; needs `administer`. Whether the address belongs
         *     to a user is not told.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvitationBody"];
                };
            };
            responses: {
                /** @description The invitation; its code is only in the letter. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations/{organization_id}/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraws an invitation that was not accepted; needs `administer`. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    invitation_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Its code is no longer accepted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations/{organization_id}/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's outbox of letters, without their texts; needs `administer`. Kept 90 days. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_LetterView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations/{organization_id}/letters/{letter_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A letter with its text; needs `administer`. Where no gateway is set, this is how it reaches its reader. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    letter_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The letter. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LetterView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations/{organization_id}/letters/{letter_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends once more what was refused, given up, or had no gateway; needs `administer`. Asked again while it waits, it is refused. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    letter_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The letter, waiting again. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LetterView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations/{organization_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's members; needs `administer`, since it shows logins. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_MemberView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Makes a user a member; needs `administer`. Who has only an e-mail address is invited instead. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewMemberBody"];
                };
            };
            responses: {
                /** @description The member. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MemberView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations/{organization_id}/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replaces what a member may do; needs `administer`. One administrator always remains. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization_id: string;
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RightsBody"];
                };
            };
            responses: {
                /** @description The member. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MemberView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Removes a member; needs `administer`. One administrator always remains. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization_id: string;
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No longer a member. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations/{organization_id}/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's outbox of SMS, without their texts; needs `administer`. Kept 90 days. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_SmsView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations/{organization_id}/sms/{sms_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An SMS with its text; needs `administer`. Where no gateway is set, this is how it reaches its reader. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization_id: string;
                    sms_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The SMS. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SmsView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/organizations/{organization_id}/sms/{sms_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends once more what was refused, given up, or had no gateway; needs `administer`. Asked again while it waits, it is refused. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization_id: string;
                    sms_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The SMS, waiting again. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SmsView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/outbox/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The installation's outbox of letters, without their texts; only for administrators of the installation. Kept 90 days. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_LetterView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/outbox/letters/{letter_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A letter with its text; only for administrators of the installation. Where no gateway is set, this is how it reaches its reader. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    letter_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The letter. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LetterView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/outbox/letters/{letter_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends once more what was refused, given up, or had no gateway; only for administrators of the installation. Asked again while it waits, it is refused. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    letter_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The letter, waiting again. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LetterView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/outbox/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The installation's outbox of SMS, without their texts; only for administrators of the installation. Kept 90 days. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_SmsView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/outbox/sms/{sms_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An SMS with its text; only for administrators of the installation. Where no gateway is set, this is how it reaches its reader. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sms_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The SMS. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SmsView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/outbox/sms/{sms_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends once more what was refused, given up, or had no gateway; only for administrators of the installation. Asked again while it waits, it is refused. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sms_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The SMS, waiting again. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SmsView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes the caller's password; the other sign-ins end, this one stays. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangePasswordBody"];
                };
            };
            responses: {
                /** @description The new password holds. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a new password; every sign-in made before ends, and the link is used up. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResetBody"];
                };
            };
            responses: {
                /** @description The new password holds. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password/resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks for a letter with a link that sets a new password. Whether the login exists is not told, neither by the answer
         *     nor by its time.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskResetBody"];
                };
            };
            responses: {
                /** @description If anybody has this login, a letter is on its way. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks to be a user. A letter goes to the address: with a link that makes the user, or, where the address has a user
         *     already, that says so. The answer is the same for both.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewUserBody"];
                };
            };
            responses: {
                /** @description A letter is on its way to the address. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/registrations/by-certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accepts the proposed account: user, certificate, organization and sign-in in one act. Asked again with the same
         *     proposal it opens another sign-in of the same user.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AcceptanceBody"];
                };
            };
            responses: {
                /** @description The account, signed in. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AcceptedView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, with their organizations, boxes and permissions, and the token that writes by the cookie show. An
         *     ended sign-in is answered 401 `web.sign-in-needed`.
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The session. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sign-in-journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tries to sign in as the caller, refused ones too, the newest first. Kept for 180 days. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_JournalEntryView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's open sign-ins, in the order they were made. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_SignInView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Signs in with a password. Whether the login exists is not told, neither by the answer nor by its time. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignInBody"];
                };
            };
            responses: {
                /** @description The token, for 24 hours. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenedView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sign-ins/{sign_in_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one of the caller's sign-ins; another person's is not found. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sign_in_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It has ended. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sign-ins/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with a certificate. Who has no account is proposed one, from what the certificate says. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignedChallengeBody"];
                };
            };
            responses: {
                /** @description The token, for 24 hours, or a proposal. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShownView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sign-ins/certificate/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A text for nobody in particular, to be signed with the key of a certificate within 5 minutes. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The text. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChallengeView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sign-ins/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Signs out: ends the sign-in this request was made with. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The token is no longer accepted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sign-ins/end-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs out everywhere, or everywhere else. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EndAllBody"];
                };
            };
            responses: {
                /** @description They have ended. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Becomes a user at once. Asked again, it says that the login is taken; a host that minds has addresses proven first,
         *     by `POST /api/v1/account/registrations`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewUserBody"];
                };
            };
            responses: {
                /** @description The user, active at once. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/organizations/{organization_id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The meter of outgoing documents. Incoming documents, answers and receipts never count and are not listed. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The sums and a page of messages. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentMeterView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/application-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published rules: a browser checks by them before anything is sent. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateApplicationRules"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins an application for the caller, filled in from the organization's and the person's own records. One at a time. */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description New for each intention */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewCertificateApplication"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BegunCertificateApplication"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/authorities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists this host's own authorities. Needs no sign-in. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificationAuthorities"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/authorities/{authority_id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The certificate of an authority, DER. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    authority_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pkix-cert": number[];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/authorities/{authority_id}/chain.pem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The certificates of an authority and its issuers, PEM, the authority first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    authority_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/x-pem-file": string;
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/authorities/{authority_id}/crl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The revocation list in force of an authority, DER. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    authority_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pkix-crl": number[];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists an organization's certificates, for its members. */
        get: {
            parameters: {
                query: {
                    /** @description Cursor given by this list */
                    after?: string;
                    /** @description Items of one page */
                    limit?: number;
                    /** @description The organization. */
                    organization_id: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationCertificatePage"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Issues a certificate to the caller, named from the organization's and the caller's own records. The same
         *     `Idempotency-Key` with the same request gives the same certificate again.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description New for each intention */
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CertificateApplication"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationCertificate"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/desk/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The queue, oldest first. Only for the desk. */
        get: {
            parameters: {
                query?: {
                    /** @description Cursor given by this list */
                    after?: string;
                    /** @description Items of one page */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskQueuePage"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/desk/applications/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One application with its fields, for laying beside the scans. Only for the desk. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    application_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskApplication"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/desk/applications/{application_id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Does one act of the desk. An office may only record that it has seen the person. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    application_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeskActBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateApplicationWhole"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/desk/applications/{application_id}/scans/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One scan. Only for the desk. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    application_id: string;
                    item: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": number[];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/desk/applications/{application_id}/verdicts/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Judges one field or one scan; no other item is touched. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    application_id: string;
                    item: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeskVerdict"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateApplicationWhole"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/desk/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells the caller which roles he has at the desk. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MyDeskRoles"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/desk/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists who sits at the desk. Only for administrators of the host. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskPlaces"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/desk/places/{user_id}/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gives a person a place at the desk. Only for administrators of the host. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    role: components["schemas"]["DeskRole"];
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Takes a place at the desk back. Only for administrators of the host. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    role: components["schemas"]["DeskRole"];
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/desk/revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revokes for an operator of the desk, on a holder's word by phone or paper. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeskRevocation"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationCertificate"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One certificate by its exact serial number or thumbprint, with its state. Needs no sign-in: whoever asks holds the
         *     certificate or a signature made with it. There is no search.
         */
        get: {
            parameters: {
                query: {
                    /** @description The whole serial number (32 digits) or the whole SHA-1 thumbprint (40 digits), hexadecimal. */
                    key: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationCertificate"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/my-certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All certificates of the caller in one list: issued here and brought, the dead last. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MyCertificates"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/my-certificates/{certificate_id}/key-place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says where the key of one of the caller's certificates lives. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CertificateKeyPlace"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the caller's own applications for an organization. */
        get: {
            parameters: {
                query?: {
                    /** @description Cursor given by this list */
                    after?: string;
                    /** @description Items of one page */
                    limit?: number;
                };
                header?: never;
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateApplicationPage"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/applications/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the caller's own applications: items with their verdicts, the timeline, the place in the queue. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    application_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateApplicationWhole"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Throws an application away with everything in it. Refused while it is at the desk, and once its certificate is
         *     issued.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    application_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issues the certificate of an approved application. Asked again with the same request it gives the same certificate. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    application_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ApplicationIssue"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationCertificate"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/fields/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Fills a field in. Its verdict falls, no other item's; a change of what was signed asks for a new signature. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    application_id: string;
                    item: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ApplicationFieldValue"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateApplicationWhole"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text a test signature is made over. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    application_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Installs: a test signature proves that the key of the certificate is at hand. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    application_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ApplicationInstallation"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateApplicationWhole"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/scans/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own scan, while it is kept. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    application_id: string;
                    item: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": number[];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Gives a scan, in place of the former one. Checked by its published rule; kept sealed; no other item is touched. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    application_id: string;
                    item: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": number[];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateApplicationWhole"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The text of the application: to be printed and signed by hand, or signed as it is with the key of a certificate in
         *     force.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    application_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/statement/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Signs the application with the key of a certificate in force that names the same person, in place of a scan. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    application_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ApplicationStatementSignature"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateApplicationWhole"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands the application in: it takes its place in the queue. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    application_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateApplicationWhole"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the application back from the desk. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    application_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateApplicationWhole"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One certificate of an organization, with its chain, for its members. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationCertificate"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renews with the key of the certificate in force: no scan, no check, no visit. The new key must be new, so a request
         *     repeated after its answer was lost is refused as one with a used key; the certificate is in the list.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CertificateRenewal"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RenewedCertificate"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}/replacement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins an application in place of a certificate that was lost, revoked or has ended: what was proven stands, only
         *     the application is signed anew.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description New for each intention */
                    "Idempotency-Key": string;
                };
                path: {
                    certificate_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BegunCertificateApplication"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revokes a certificate, for members who sign or administer. The revocation list that says so follows within seconds. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CertificateRevocation"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationCertificate"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Takes a certificate out of force for a while, for members who sign or administer. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationCertificate"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Puts a suspended certificate in force again. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationCertificate"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/imported-certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a certificate of another authority into the caller's list, once he proves that its key is at hand. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ImportedCertificate"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TakenCertificate"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/imported-certificates/{certificate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a certificate of another authority off the caller's list. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    certificate_id: string;
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/organizations/{organization_id}/imported-certificates/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text that is signed to prove that the key of a certificate is at hand. */
        get: {
            parameters: {
                query: {
                    /** @description The whole SHA-1 thumbprint, hexadecimal. */
                    thumbprint: string;
                };
                header?: never;
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revokes for whoever knows the phrase or holds the key: when the person cannot sign in, or the key is in wrong hands.
         *     Ten tries of a phrase an hour.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UnsignedRevocation"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationCertificate"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certification/revocations/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text that is signed to revoke by the key. */
        get: {
            parameters: {
                query: {
                    /** @description The whole serial number, hexadecimal. */
                    serial: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange/boxes/{box_id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Brings content to a box, to be named in a message within a day. The same bytes again change nothing. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    box_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": number[];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UploadedView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange/boxes/{box_id}/counteragents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counteragents of a box. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    /** @description `invited`, `invites`, `linked`, `refused`, `broken`. */
                    status?: string;
                    /** @description A part of the name, the ИНН or the КПП, up to 100 characters. */
                    text?: string;
                };
                header?: never;
                path: {
                    box_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_CounteragentView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange/boxes/{box_id}/counteragents/{counteragent_box_id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invites a box, answers its invitation, or ends the link. The other box hears of it soon after. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    box_id: string;
                    counteragent_box_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LinkActBody"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CounteragentView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange/boxes/{box_id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents of a box, newest first, each with the other side's name and the open duties. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    /** @description The other box. */
                    counteragent_box_id?: string;
                    /** @description Dated this day or later, ISO. */
                    dated_from?: string;
                    /** @description Dated this day or earlier, ISO. */
                    dated_to?: string;
                    /** @description Kinds, comma-separated: `utd_invoice`, `utd_transfer`, `utd_invoice_and_transfer`, `nonformalized`. */
                    kinds?: string;
                    limit?: number;
                    /** @description Its number, exactly. */
                    number?: string;
                    /** @description `going`, `finished`, `rejected`, `revoked`. */
                    outcome?: string;
                    /** @description `sender` for outgoing, `recipient` for incoming. */
                    side?: string;
                    /** @description `sender`, `recipient`, `operator`, `nobody`. */
                    turn?: string;
                };
                header?: never;
                path: {
                    box_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_DocumentRowView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange/boxes/{box_id}/documents/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One document of a box: derived state, whose turn by when, what the law asks, entities. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    box_id: string;
                    document_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange/boxes/{box_id}/documents/{document_id}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a service document ready to be signed. Nothing is kept: the client signs exactly these bytes and posts them. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    box_id: string;
                    document_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DraftBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange/boxes/{box_id}/documents/{document_id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verifies every signature of a document's flow again, now, and compares every file with its hash. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    box_id: string;
                    document_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VerificationView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange/boxes/{box_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of a box after a cursor, oldest first. Append-only and without gaps; ask again with the last cursor. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    box_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_EventView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange/boxes/{box_id}/events/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events of a box as they happen (`text/event-stream`): each has the name `feed`, the cursor of the feed as its id, and in
         *     its data what `…/events` shows. Asked again with `Last-Event-ID`, it goes on there, so nothing is missed. It ends with
         *     the sign-in, with the right to read, and after an hour; a person may hold eight.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description A cursor of the feed; without it and without `Last-Event-ID`, from now on. */
                    after: string | null;
                    box_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What happens. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": components["schemas"]["EventView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange/boxes/{box_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends documents to another box. 201 means the sender's copy is durable; delivery follows. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    box_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewMessageBody"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PostedView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange/boxes/{box_id}/messages/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message of a box with all its entities. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    box_id: string;
                    message_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange/boxes/{box_id}/messages/{message_id}/entities/{entity_id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The exact bytes of an entity: a file or a detached signature. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    box_id: string;
                    entity_id: string;
                    message_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": number[];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange/boxes/{box_id}/messages/{message_id}/patches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds receipts, titles, signatures, refusals, requests to a message. Delivery to the other box follows. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path: {
                    box_id: string;
                    message_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPatchBody"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PostedView"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keeps the result of a diagnostics without personal data and gives a link to it, good for fourteen days. Asked again with
         *     the same `Idempotency-Key`, it answers 409, since the link is shown only once.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewDiagnosticsReport"];
                };
            };
            responses: {
                /** @description The link and what is behind it. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeptDiagnosticsReport"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/reports/{report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes one of the caller's shared reports back; another person's is not found. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The link leads nowhere. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller told, with the answers, in the order it was filed. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_SupportRequest"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Tells the administrators of this host that something went wrong. A person may have twenty that wait for an answer. */
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSupportRequest"];
                };
            };
            responses: {
                /** @description The request. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SupportRequest"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/requests/{request_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Answers a request, or answers it anew. Only for administrators of the host. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SupportAnswer"];
                };
            };
            responses: {
                /** @description The person sees it. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/requests/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What everybody told. Only for administrators of the host. */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView_SupportRequest"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/shared/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is shared under a link. Its token is the right: no sign-in is asked for, and a wrong one is not found. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DiagnosticsReport"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trust/authorities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what this host trusts. Needs no sign-in: whoever reads a verdict may know what it rests on. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TrustAuthorities"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Trusts authorities, or takes the list of accredited ones. Only for administrators of the host. Importing certificates again changes
         *     nothing; a list older than the present one is refused.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TrustAuthoritiesImport"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TrustAuthoritiesImported"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trust/revocation-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a revocation list. Only for administrators of the host; a list older than the present one is refused. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TrustRevocationListImport"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TrustRevocationListImported"];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ca/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The certificate of an authority by its key identifier: the address that stands in certificates. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description <key identifier>.crt */
                    file: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pkix-cert": number[];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/crl/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The revocation list by the key identifier of its issuer: the address that stands in certificates. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description <key identifier>.crl */
                    file: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pkix-crl": number[];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ocsp/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The state of certificates by the key identifier of their issuer: OCSP (RFC 6960), the address that stands in
         *     certificates. Signed by the issuer itself; a nonce is given back.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Key identifier of the issuer, hexadecimal */
                    key_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/ocsp-request": number[];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/ocsp-response": number[];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ocsp/{key_id}/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same asked by GET: the request in base64 as the last part of the address (RFC 6960 appendix A.1). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Key identifier of the issuer, hexadecimal */
                    key_id: string;
                    /** @description The request's DER in base64 */
                    request: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/ocsp-response": number[];
                    };
                };
                /** @description Why the request was not carried out (RFC 9457); `code` is stable. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What is added to what the certificate says. */
        AcceptanceBody: {
            /** @description Where letters go; left out: as the certificate states. A letter proves it before it is the login. */
            email?: string;
            /** @description What others will call the person; left out: as the certificate does. */
            name?: string;
            organization?: components["schemas"]["OrganizationAdditionBody"] | null;
            /** @description Of the proposal. */
            proposal: string;
        };
        /** @description The code from the letter. */
        AcceptBody: {
            /** @description The code. */
            code: string;
        };
        /** @description A new membership. */
        AcceptedView: {
            /** @description The caller as its member. */
            member: components["schemas"]["MemberView"];
            /** @description Of which organization. */
            organization_id: string;
        };
        /**
         * @description Kind of an act.
         * @enum {string}
         */
        ActBody: "receipt" | "answer_title" | "signature" | "rejection" | "amendment_request" | "revocation_request" | "revocation_acceptance" | "revocation_rejection" | "universal_message";
        /** @description An address in the parts of АдрРФ; only the region is required. */
        AddressView: {
            /** @description Корпус. */
            building?: string | null;
            /** @description Город. */
            city?: string | null;
            /** @description Район. */
            district?: string | null;
            /** @description Квартира, офис. */
            flat?: string | null;
            /** @description Дом. */
            house?: string | null;
            /** @description Населённый пункт. */
            locality?: string | null;
            /** @description Six digits. */
            postal_code?: string | null;
            /** @description Two digits of the subject of the federation. */
            region_code: string;
            /** @description Улица. */
            street?: string | null;
        };
        /** @description A field's new value. */
        ApplicationFieldValue: {
            /** @description As it was typed; empty where the field may be. */
            value: string;
        };
        /**
         * @description What is known of the applicant's identity.
         * @enum {string}
         */
        ApplicationIdentity: "claimed" | "doubted" | "by_documents" | "by_key" | "in_person";
        /** @description The test signature, and where its key lives. */
        ApplicationInstallation: {
            /** @description Where the key lives. */
            key_place: components["schemas"]["KeyPlace"];
            /** @description CMS SignedData without content over the test text, base64 of DER. */
            signature: string;
        };
        /** @description What the holder brings to get the certificate. */
        ApplicationIssue: {
            /** @description The holder agrees with what the certificate will say. */
            consent: boolean;
            /** @description A phrase of 12 to 200 characters by which the holder can revoke without signing in. */
            phrase?: string | null;
            /** @description PKCS#10 with the key the browser made: PEM, or base64 of DER. */
            request: string;
        };
        /** @description One field or scan. */
        ApplicationItem: {
            /** @description An operator's own words beside the reason. */
            comment?: string | null;
            /** @description Media type of a scan. */
            format?: string | null;
            /** @description Whether it is a scan. */
            is_scan: boolean;
            /** @description Which. */
            item: components["schemas"]["ApplicationPoint"];
            /**
             * Format: date-time
             * @description When it was judged.
             */
            judged_at?: string | null;
            reason?: components["schemas"]["ApplicationReason"] | null;
            /**
             * Format: int64
             * @description Octets of a scan.
             */
            size_bytes?: number | null;
            /** @description Where it stands. */
            state: components["schemas"]["ApplicationItemState"];
            /** @description The value of a field. */
            value?: string | null;
        };
        /**
         * @description Where one item stands.
         * @enum {string}
         */
        ApplicationItemState: "absent" | "unseen" | "accepted" | "refused";
        /**
         * @description Why an application is made.
         * @enum {string}
         */
        ApplicationKind: "first" | "renewal" | "replacement";
        /** @description The place in the queue. */
        ApplicationPlace: {
            /**
             * Format: int64
             * @description How many wait before it.
             */
            before: number;
            /**
             * Format: date
             * @description The last day on which the check is in time; absent where the production calendar is not known.
             */
            due_on?: string | null;
        };
        /**
         * @description One field or one scan of an application.
         * @enum {string}
         */
        ApplicationPoint: "surname" | "given_name" | "position" | "person_inn" | "snils" | "passport" | "email" | "passport_scan" | "snils_scan" | "statement_scan";
        /**
         * @description Ready reasons of a refusal: each with its text in both languages (`certification-reason-…`).
         * @enum {string}
         */
        ApplicationReason: "unreadable" | "cropped" | "not_in_colour" | "wrong_document" | "document_expired" | "differs_from_document" | "not_signed" | "form_changed" | "other";
        /** @description A ready reason of a refusal, in both languages. */
        ApplicationReasonText: {
            /** @description In English. */
            en: string;
            /** @description Items it can be said of. */
            items: components["schemas"]["ApplicationPoint"][];
            /** @description The reason. */
            reason: components["schemas"]["ApplicationReason"];
            /** @description In Russian. */
            ru: string;
        };
        /**
         * @description Where an application stands: what the applicant sees.
         * @enum {string}
         */
        ApplicationStage: "new" | "under_check" | "rejected" | "ready_for_issue" | "ready_to_install" | "installed" | "expired" | "revoked";
        /** @description A detached signature. */
        ApplicationStatementSignature: {
            /** @description CMS SignedData without content, base64 of DER. */
            signature: string;
        };
        /** @description One step of the timeline. Who of the desk did it is not said to the applicant. */
        ApplicationStep: {
            /** @description What was done: the word of the act. */
            act: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who did it; to the desk only. */
            by_user_id?: string | null;
            /** @description With which item. */
            item?: string | null;
            /** @description Where the application stood afterwards. */
            stage: components["schemas"]["ApplicationStage"];
        };
        /** @description Whose password was forgotten. */
        AskResetBody: {
            /** @description E-mail address. */
            login: string;
        };
        /**
         * @description Place of an authority in its line.
         * @enum {string}
         */
        AuthorityRank: "root" | "issuing";
        /** @description An application that was begun. */
        BegunCertificateApplication: {
            /** @description Its id. */
            application_id: string;
            /** @description For which organization. */
            organization_id: string;
        };
        /** @description A certificate bound to the caller. */
        BoundCertificateView: {
            /** @description The binding. */
            binding_id: string;
            /** @description Since when it is bound, RFC 3339. */
            bound_at: string;
            /** @description `qualified`, `unqualified`, `test`: as it was when it was bound. */
            kind: string;
            /** @description Its last moment, RFC 3339. */
            not_after: string;
            /** @description What its holder is called. */
            subject: string;
            /** @description SHA-1 of its DER, hexadecimal. */
            thumbprint: string;
        };
        /** @description A box, for the organization's members. */
        BoxView: {
            /** @description Id. */
            box_id: string;
            /** @description Since when, RFC 3339. */
            created_at: string;
            /** @description Whose. */
            organization_id: string;
            /** @description Id of the participant of electronic document exchange. */
            participant_id: string;
            /** @description Where documents without a department go. */
            root_department_id: string;
        };
        /** @description What any signed-in user may know of another organization's box. */
        CardView: {
            address?: components["schemas"]["AddressView"] | null;
            /** @description Box id: what documents are sent to. */
            box_id: string;
            /** @description ИНН. */
            inn: string;
            /** @description A test organization. */
            is_test: boolean;
            /** @description КПП of a company. */
            kpp?: string | null;
            /** @description Name on one line. */
            name: string;
            /** @description Participant id. */
            participant_id: string;
        };
        /** @description An application for a certificate. */
        CertificateApplication: {
            /** @description The organization the caller will sign for. */
            organization_id: string;
            /** @description PKCS#10: PEM, or base64 of DER. Its name and wished extensions are not looked at. */
            request: string;
        };
        /** @description An application, without its items. */
        CertificateApplicationBrief: {
            /** @description Acts its holder can do now. */
            acts: string[];
            /** @description Its id. */
            application_id: string;
            /** @description The certificate that was issued. */
            certificate_id?: string | null;
            /**
             * Format: date-time
             * @description When anything was done to it last.
             */
            changed_at: string;
            /**
             * Format: date-time
             * @description When the holder agreed to the certificate's content.
             */
            consented_at?: string | null;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            created_at: string;
            /** @description Who will be named. */
            holder_user_id: string;
            /** @description What is known of the identity. */
            identity: components["schemas"]["ApplicationIdentity"];
            /**
             * Format: date-time
             * @description When the test signature was good.
             */
            installed_at?: string | null;
            /** @description Why it is made. */
            kind: components["schemas"]["ApplicationKind"];
            /** @description For which organization. */
            organization_id: string;
            /**
             * Format: date-time
             * @description When scans and the passport's number were deleted.
             */
            papers_deleted_at?: string | null;
            /** @description The certificate that is renewed or replaced. */
            predecessor_id?: string | null;
            /** @description Where it stands. */
            stage: components["schemas"]["ApplicationStage"];
            /**
             * Format: date-time
             * @description When it was handed in last.
             */
            submitted_at?: string | null;
        };
        /** @description A page of applications, newest first. */
        CertificateApplicationPage: {
            /** @description Without their items. */
            items: components["schemas"]["CertificateApplicationBrief"][];
            /** @description Where to go on; absent at the end. */
            next?: string | null;
        };
        /** @description What scans are held to, and the ready reasons of a refusal. */
        CertificateApplicationRules: {
            /** @description In the order they are offered. */
            reasons: components["schemas"]["ApplicationReasonText"][];
            /** @description One rule a scan. */
            scans: components["schemas"]["ScanRule"][];
        };
        /** @description An application with its items, its timeline and its place in the queue. */
        CertificateApplicationWhole: components["schemas"]["CertificateApplicationBrief"] & {
            /** @description Fields and scans. */
            items: components["schemas"]["ApplicationItem"][];
            place?: components["schemas"]["ApplicationPlace"] | null;
            /** @description What was done, in order. */
            steps: components["schemas"]["ApplicationStep"][];
        };
        /** @description A kind of document a certificate is enough for. */
        CertificateCanSign: {
            /** @description Only between parties who agreed so. */
            by_agreement: boolean;
            /** @description Name of the kind in the table of legal kinds. */
            document: string;
        };
        /** @description Where a key lives. */
        CertificateKeyPlace: {
            /** @description Where. */
            key_place: components["schemas"]["KeyPlace"];
        };
        /**
         * @description Where a certificate came from.
         * @enum {string}
         */
        CertificateOrigin: "own" | "imported";
        /** @description A request for the new key, signed with the present one. */
        CertificateRenewal: {
            /** @description PKCS#10 with the new key: base64 of DER. */
            request: string;
            /** @description CMS SignedData without content over the request's DER, made with the present key: base64 of DER. */
            signature: string;
        };
        /** @description Why a certificate is revoked. */
        CertificateRevocation: {
            /** @description The reason; it stands in the revocation list. */
            reason: components["schemas"]["RevocationReason"];
        };
        /**
         * @description State of a certificate.
         * @enum {string}
         */
        CertificateState: "intended" | "issued" | "suspended" | "revoked";
        /** @description What is said of a certificate alone, without a signature. */
        CertificateVerdict: {
            /** @description How far its chain is trusted. */
            chain: components["schemas"]["Chain"];
            /** @description Kind of the signatures made with its key, by the root. */
            kind: components["schemas"]["SignatureKind"];
            /** @description Whether any link was revoked at the moment. */
            revocation: components["schemas"]["Part"];
        };
        /** @description Own authorities. */
        CertificationAuthorities: {
            /** @description All of them. */
            items: components["schemas"]["CertificationAuthority"][];
        };
        /** @description An own authority. */
        CertificationAuthority: {
            /** @description Its id. */
            authority_id: string;
            /** @description Where its certificate is. */
            certificate_url: string;
            /** @description Its key identifier, hexadecimal. */
            key_id: string;
            /** @description What its certificates are worth. */
            line: components["schemas"]["Line"];
            /**
             * Format: date-time
             * @description Last moment of its certificate.
             */
            not_after: string;
            /** @description Its place. */
            rank: components["schemas"]["AuthorityRank"];
            /** @description Where its revocation list is. */
            revocation_list_url: string;
            /** @description Serial number of its certificate, hexadecimal. */
            serial: string;
            /** @description Its name as in its certificate. */
            subject: string;
        };
        /** @description How far the chain of certificates is trusted. */
        Chain: {
            /** @description Its common name (or organization). */
            root: string;
            /** @description BLAKE3 of its DER, hexadecimal. */
            root_fingerprint: string;
            /** @enum {string} */
            state: "trusted_up_to";
        } | {
            /** @description Stable word for what is wrong. */
            reason: string;
            /** @enum {string} */
            state: "broken";
        } | {
            /** @description Stable word for what is missing. */
            reason: string;
            /** @enum {string} */
            state: "unknown";
        };
        /** @description A text to be signed. */
        ChallengeView: {
            /** @description Sent back with the signature. */
            challenge: string;
            /** @description Until when it may be answered, RFC 3339. */
            expires_at: string;
            /** @description What is signed: exactly these octets in UTF-8. Show it to the person. */
            text: string;
        };
        /** @description The address of an organization from now on. */
        ChangedAddressBody: {
            /** @description Address. */
            address: components["schemas"]["AddressView"];
            /** @description Whether any signed-in user sees it on the cards of the organization's boxes. */
            is_public: boolean;
        };
        /** @description The next address. */
        ChangeEmailBody: {
            /** @description E-mail address: the login from then on. */
            login: string;
            /** @description The present password; left out by who has none. */
            password?: string;
        };
        /** @description The present password and the next. */
        ChangePasswordBody: {
            /** @description 10 to 256 characters that are not the login. */
            password: string;
            /** @description The present one; left out by who has none yet. */
            present?: string;
        };
        /** @description Key of an integrator's program. */
        ClientBody: {
            /** @description Its public name. */
            client_id: string;
            /** @description Its secret. */
            secret: string;
        };
        /** @description What following the link did. */
        ConfirmedView: {
            /** @description `registered`, `email-confirmed`, `email-changed`. */
            confirmed: string;
        };
        /** @description An organization on the other side. */
        CounteragentCardView: {
            /** @description ИНН. */
            inn: string;
            /** @description КПП of a company. */
            kpp?: string | null;
            /** @description Name. */
            name: string;
        };
        /** @description One counteragent. */
        CounteragentView: {
            /** @description Its box. */
            box_id: string;
            /** @description When it changed. */
            changed_at: string;
            /** @description Words of the last act. */
            comment?: string | null;
            /** @description Who ended it, `own` (this box) or `other`; absent while it lasts, and where it is not known. */
            ended_by?: string | null;
            /** @description ИНН of its organization, in a list. */
            inn?: string | null;
            /** @description КПП of its organization, in a list. */
            kpp?: string | null;
            /** @description Name of its organization, in a list. */
            name?: string | null;
            /** @description `invited`, `invites`, `linked`, `refused`, `broken`. */
            status: string;
        };
        /** @description A new key. */
        CreatedKeyView: {
            /** @description The key. */
            key: components["schemas"]["IntegratorKeyView"];
            /** @description Its secret, shown this once. */
            secret: string;
        };
        /** @description A pair that an integrator hangs on a document and gets back unchanged. */
        CustomData: {
            /** @description Name. */
            key: string;
            /** @description Value. */
            value: string;
        };
        /** @description A department. */
        DepartmentView: {
            /** @description Id. */
            department_id: string;
            /** @description Name. */
            name: string;
            /** @description The department above; the root has none. */
            parent_id?: string | null;
        };
        /**
         * @description An act without anything to say.
         * @enum {string}
         */
        DeskAct: "claim" | "release" | "doubt" | "prove_in_person" | "approve" | "reject";
        /** @description What is done. */
        DeskActBody: {
            /** @description The act. */
            act: components["schemas"]["DeskAct"];
        };
        /** @description An application as the desk sees it. */
        DeskApplication: {
            /** @description The application. */
            application: components["schemas"]["CertificateApplicationWhole"];
            /** @description What its certificate will be worth. */
            line: components["schemas"]["Line"];
            /** @description The organization's name by its own record. */
            organization: string;
            /** @description Its ИНН. */
            organization_inn: string;
        };
        /** @description A place at the desk. */
        DeskPlace: {
            /**
             * Format: date-time
             * @description Since when.
             */
            granted_at: string;
            /** @description As what. */
            role: components["schemas"]["DeskRole"];
            /** @description Who. */
            user_id: string;
        };
        /** @description Everybody at the desk. */
        DeskPlaces: {
            /** @description By person. */
            items: components["schemas"]["DeskPlace"][];
        };
        /** @description A line of the queue. */
        DeskQueueLine: {
            /** @description The application. */
            application_id: string;
            /** @description Who is at work on it, while the claim lasts. */
            claimed_by?: string | null;
            /**
             * Format: date-time
             * @description Until when.
             */
            claimed_until?: string | null;
            /**
             * Format: date
             * @description The last day on which the check is in time.
             */
            due_on?: string | null;
            /** @description What is known of the identity. */
            identity: components["schemas"]["ApplicationIdentity"];
            /** @description Approved once; waits for another person. */
            is_second_look: boolean;
            /** @description Why it is made. */
            kind: components["schemas"]["ApplicationKind"];
            /** @description Surname and given name. */
            person: string;
            /**
             * Format: date-time
             * @description When it was handed in.
             */
            submitted_at: string;
        };
        /** @description A page of the queue, oldest first. */
        DeskQueuePage: {
            /** @description What waits. */
            items: components["schemas"]["DeskQueueLine"][];
            /** @description Where to go on; absent at the end. */
            next?: string | null;
        };
        /** @description A certificate an operator revokes. */
        DeskRevocation: {
            /** @description The reason; it stands in the revocation list. */
            reason: components["schemas"]["RevocationReason"];
            /** @description The whole serial number, hexadecimal. */
            serial: string;
        };
        /**
         * @description What a person may do at the desk; an administrator of the host grants it.
         * @enum {string}
         */
        DeskRole: "operator" | "office";
        /** @description A verdict on one item. */
        DeskVerdict: {
            /** @description Own words beside the reason, at most 500 characters. */
            comment?: string | null;
            reason?: components["schemas"]["ApplicationReason"] | null;
        };
        /** @description One check of a diagnostics. */
        DiagnosticsCheck: {
            /** @description What it found; «…» where something was that may be somebody's. */
            found: string;
            /** @description Stable name. */
            name: string;
            /** @description `good`, `bad`, `unknown`. */
            state: string;
        };
        /** @description A diagnostics as it is shared. */
        DiagnosticsReport: {
            /** @description Its checks, in the order they were made. */
            checks: components["schemas"]["DiagnosticsCheck"][];
            /** @description Until when it is read, RFC 3339. */
            expires_at: string;
            /** @description When it was made, RFC 3339. */
            made_at: string;
        };
        /** @description Another document. */
        DocumentIdBody: {
            document_id: string;
            message_id: string;
        };
        /** @description Outgoing documents: how many count, how many are left, and why. */
        DocumentMeterView: {
            /**
             * @description What comes after them: `counted` (sending goes on) or `refused`.
             * @example counted
             */
            after_free: string;
            /**
             * Format: int64
             * @description Documents that count.
             */
            counted: number;
            /**
             * Format: int32
             * @description Outgoing documents that cost nothing.
             */
            free: number;
            /**
             * Format: int64
             * @description Free documents that are left.
             */
            left: number;
            /** @description Sent messages, newest first. */
            messages: components["schemas"]["PageView_CountView"];
            /**
             * Format: int64
             * @description Documents that were sent and do not count.
             */
            not_counted: number;
        };
        /** @description A row of the list of documents. */
        DocumentRowView: {
            /** @description When it changed last. */
            changed_at: string;
            counteragent?: components["schemas"]["CounteragentCardView"] | null;
            /** @description The other box. */
            counteragent_box_id: string;
            /** @description Currency of the total by ОКВ. */
            currency?: string | null;
            /** @description Its date. */
            date?: string | null;
            /** @description The document. */
            document_id: string;
            /** @description Name of its file. */
            file_name?: string | null;
            /** @description Without legal force. */
            is_test: boolean;
            /** @description Kind: `utd_invoice`, `utd_transfer`, `utd_invoice_and_transfer`, `nonformalized`. */
            kind: string;
            /** @description Its message. */
            message_id: string;
            /** @description Its number. */
            number?: string | null;
            /** @description `going`, `finished`, `rejected`, `revoked`. */
            outcome: string;
            /** @description When it was posted. */
            posted_at: string;
            /** @description Which side this box is: `sender`, `recipient`. */
            side: string;
            /**
             * Format: int64
             * @description Its total, kopecks.
             */
            total_kopecks?: number | null;
            /** @description Whose turn: `sender`, `recipient`, `operator`, `nobody`. */
            turn: string;
            /** @description Open duties. */
            turns: components["schemas"]["TurnView"][];
        };
        /** @description One document with everything derived of it. */
        DocumentView: {
            /** @description The sender's words. */
            comment?: string | null;
            counteragent?: components["schemas"]["CounteragentCardView"] | null;
            /** @description The other box. */
            counteragent_box_id: string;
            /** @description Currency by ОКВ. */
            currency?: string | null;
            /** @description Pairs of the sender's integrator. */
            custom_data?: components["schemas"]["CustomData"][];
            /** @description The sender's own id; only in the sender's copy. */
            custom_id?: string | null;
            /** @description Its date. */
            date?: string | null;
            /** @description The document. */
            document_id: string;
            /** @description Entities of its docflow, oldest first. */
            entities: components["schemas"]["EntityView"][];
            /** @description Version of its format. */
            format_version?: string | null;
            /** @description Function of a УПД, in the word of its format. */
            function?: string | null;
            /** @description Without legal force. */
            is_test: boolean;
            /** @description Kind: `utd_invoice`, `utd_transfer`, `utd_invoice_and_transfer`, `nonformalized`. */
            kind: string;
            legal?: components["schemas"]["LegalView"] | null;
            /** @description Its message. */
            message_id: string;
            /** @description Its number. */
            number?: string | null;
            /** @description Which side this box is. */
            side: string;
            /** @description Derived state. */
            state: components["schemas"]["StateView"];
            /**
             * Format: int64
             * @description Tax, kopecks.
             */
            tax_kopecks?: number | null;
            /**
             * Format: int64
             * @description Its total with tax, kopecks.
             */
            total_kopecks?: number | null;
            /** @description Open duties. */
            turns: components["schemas"]["TurnView"][];
            /**
             * Format: int32
             * @description Number of its workflow.
             */
            workflow: number;
        };
        /** @description What is to be drafted. */
        DraftBody: {
            /**
             * Format: int32
             * @description Of a universal message: 1999, 2999, 3999 …
             */
            code?: number | null;
            kind: components["schemas"]["DraftKindBody"];
            /** @description Attached to the document itself when absent. */
            parent_id?: string | null;
            signer?: components["schemas"]["SignerBody"] | null;
            /** @description Why, what to correct, what was accepted. */
            text?: string | null;
        };
        /**
         * @description Which document.
         * @enum {string}
         */
        DraftKindBody: "receipt" | "answer_title" | "rejection" | "amendment_request" | "revocation_request" | "universal_message";
        /** @description Bytes to sign and to post. */
        DraftView: {
            /** @description The exact bytes. */
            content: components["schemas"]["Octets"];
            /** @description Name of the file. */
            file_name: string;
            /** @description What it is attached to. */
            parent_id: string;
        };
        /** @description Which stays. */
        EndAllBody: {
            /** @description The sign-in that asks stays open. */
            keep_current?: boolean;
        };
        /** @description One entity. Its bytes are a place of their own. */
        EntityView: {
            /** @description When it was posted. */
            at: string;
            /** @description `sender`, `recipient`, `operator`. */
            author: string;
            /** @description BLAKE3 of its bytes, hexadecimal. */
            blake3?: string | null;
            /** @description Of a delivery mark: when the patch came to the other box. */
            delivered_at?: string | null;
            /** @description The document whose flow it belongs to. */
            document_id: string;
            /** @description Name of its file. */
            file_name?: string | null;
            /** @description Its id. */
            id: string;
            /** @description `title`, `answer_title`, `signature`, `receipt_notification` … */
            kind: string;
            /** @description What it is attached to. */
            parent_id?: string | null;
            /** @description The patch that brought it. */
            patch_id: string;
            service?: components["schemas"]["ServiceFacts"] | null;
            signature?: components["schemas"]["SignatureFacts"] | null;
            /**
             * Format: int64
             * @description Length of its bytes.
             */
            size_bytes?: number | null;
        };
        /** @description An event of the feed. */
        EventView: {
            /** @description When. */
            at: string;
            /** @description The counteragent's box. */
            counteragent_box_id?: string | null;
            /** @description Documents whose docflow moved. */
            document_ids?: string[];
            /** @description The draft, shown to members with access to all departments. */
            draft_id?: string | null;
            /**
             * @description What: `message_posted`, `message_received`, `patch_posted`, `patch_received`, `delivered`, `counteragent`,
             *     `draft_kept`, `draft_sent`, `draft_recycled`.
             */
            kind: string;
            /** @description The message. */
            message_id?: string | null;
            /** @description Patch of the operator's entities that came along. */
            operator_patch_id?: string | null;
            /** @description The patch. */
            patch_id?: string | null;
            /**
             * Format: int64
             * @description Place in the box's feed, from 1, without gaps.
             */
            seq: number;
            /** @description What the counteragent is now. */
            status?: string | null;
        };
        /** @description What is needed to make the same verdict again. */
        Evidence: {
            /** @description BLAKE3 of the signature's DER, hexadecimal. */
            signature: string;
            /** @description BLAKE3 over the lists used, hexadecimal. */
            snapshot: string;
            /**
             * Format: int64
             * @description Version of the trust lists; absent when they came from files.
             */
            trust_version?: number | null;
        };
        /** @description How far sending has come. */
        FateView: {
            /**
             * Format: int64
             * @description Attempts that did not succeed.
             */
            attempts: number;
            /** @description Why the last attempt did not succeed: `unreachable`, `slow`, `tls`, `credentials`, `busy`, `refused`, `garbled`. */
            cause?: string | null;
            /** @description The cause for a person. */
            cause_text?: string | null;
            /** @description The gateway's own words. */
            detail?: string | null;
            /** @description Whether it may be sent once more. */
            may_resend: boolean;
            /** @description When it was decided for good, RFC 3339. */
            settled_at?: string | null;
            /** @description `waiting`, `sent`, `no-mail-server` or `no-sms-gateway`, `refused`, `gave-up`, `late`. */
            state: string;
            /** @description The state for a person, in the language of `Accept-Language`. */
            state_text: string;
            /** @description When the last of them was made, RFC 3339. */
            tried_at?: string | null;
        };
        /** @description One file with its signatures. */
        FileCheckView: {
            /** @description BLAKE3 it was stored under, hexadecimal. */
            blake3: string;
            /** @description Whether the stored bytes still have this hash. */
            bytes_unchanged: boolean;
            /** @description Its entity. */
            entity_id: string;
            /** @description Its name. */
            file_name?: string | null;
            /** @description Its kind. */
            kind: string;
            /** @description Its signatures. */
            signatures: components["schemas"]["SignatureCheckView"][];
        };
        /** @description A registered organization with what it was born with. */
        FoundedView: {
            /** @description Its box. */
            box: components["schemas"]["BoxView"];
            /** @description The organization. */
            organization: components["schemas"]["OrganizationView"];
            /** @description Its root department. */
            root_department: components["schemas"]["DepartmentView"];
        };
        /** @description An organization as a certificate names it. КПП and a full address no certificate states. */
        HolderOrganizationView: {
            /** @description Locality. */
            city?: string | null;
            /** @description ИНН. */
            inn: string;
            /** @description A company's name. */
            name?: string | null;
            /** @description ОГРН or ОГРНИП. */
            ogrn?: string | null;
            person?: components["schemas"]["PersonView"] | null;
            /** @description Two digits of the region. */
            region_code?: string | null;
            /** @description Street. */
            street?: string | null;
            /** @description The person's position. */
            title?: string | null;
        };
        /** @description A certificate of another authority. */
        ImportedCertificate: {
            /** @description PEM, or base64 of DER. */
            certificate: string;
            /** @description Where its key lives. */
            key_place: components["schemas"]["KeyPlace"];
            /** @description CMS SignedData without content over the text to be signed, made with the certificate's key: base64 of DER. */
            signature: string;
        };
        /** @description A key of an integrator's program, without its secret. */
        IntegratorKeyView: {
            /** @description What the program shows; public. */
            client_id: string;
            /** @description Since when, RFC 3339. */
            created_at: string;
            /** @description When it was revoked, RFC 3339. */
            ended_at?: string | null;
            /** @description Id. */
            integrator_key_id: string;
            /** @description Name. */
            name: string;
        };
        /** @description Whom to invite. */
        InvitationBody: {
            /** @description E-mail address. */
            address: string;
            /** @description What the new member will be allowed: any of `read`, `send`, `sign`, `administer`. */
            permissions: string[];
        };
        /** @description An invitation, without its token. */
        InvitationView: {
            /** @description The address the letter went to. */
            address: string;
            /** @description Since when, RFC 3339. */
            created_at: string;
            /** @description When it was accepted or withdrawn, RFC 3339. */
            ended_at?: string | null;
            /** @description Until when it may be accepted, RFC 3339. */
            expires_at: string;
            /** @description Id. */
            invitation_id: string;
            /** @description What the new member will be allowed. */
            permissions: string[];
        };
        /** @description A try to sign in. */
        JournalEntryView: {
            /** @description From which network address. */
            address: string;
            /** @description Why none was: the code of the refusal. */
            cause?: string | null;
            /** @description The same for a person, in the language of `Accept-Language`. */
            cause_text?: string | null;
            /** @description What the client called itself. */
            device: string;
            /** @description Id. */
            entry_id: string;
            /** @description `page`, `api`, `diadoc`, `extern`, `oidc`. */
            kind: string;
            /** @description The sign-in that was opened. */
            sign_in_id?: string | null;
            /** @description When, RFC 3339. */
            tried_at: string;
            /** @description `password`, `password-and-second`, `certificate`, `phone`, `phone-and-second`, `passkey`. */
            way: string;
        };
        /** @description A report that was just kept. */
        KeptDiagnosticsReport: {
            /** @description Place of this site where whoever has it reads the report; shown this once. */
            link: string;
            /** @description As it is shared. */
            report: components["schemas"]["DiagnosticsReport"];
            /** @description Its id, to take it back by. */
            report_id: string;
        };
        /**
         * @description Where the holder says his key lives. The key itself never comes here.
         * @enum {string}
         */
        KeyPlace: "browser" | "file" | "token" | "cloud";
        /**
         * @description Kind of a new document.
         * @enum {string}
         */
        KindBody: "utd_title" | "nonformalized";
        /** @description Which signature the law asks, and which there is. Shown, never blocking: parties may have agreed otherwise. */
        LegalView: {
            /** @description It suffices only between parties who agreed so. */
            by_agreement: boolean;
            /** @description Kind of the author's signature. */
            has: string;
            /** @description Where it is written. */
            norm: components["schemas"]["NormView"];
            /** @description An operator that meets the tax service's demands is obligatory; this installation does not claim to be one. */
            operator_needed: boolean;
            /** @description `none`, `simple`, `unqualified`, `qualified`: the weakest kind that suffices. */
            required: string;
            /** @description Whether that is at least the kind that suffices. */
            suffices: boolean;
        };
        /** @description A letter of the outbox. */
        LetterView: components["schemas"]["FateView"] & {
            /** @description To whom. */
            address: string;
            /** @description What; absent in lists, and where the text is kept no more. */
            body?: string | null;
            /** @description When it was written, RFC 3339. */
            created_at: string;
            /** @description Id. */
            letter_id: string;
            /** @description About what. */
            subject: string;
        };
        /**
         * @description A root with its issuing authority, named by what its certificates are worth.
         * @enum {string}
         */
        Line: "unqualified" | "test";
        /**
         * @description What a box does about another one.
         * @enum {string}
         */
        LinkAct: "invite" | "accept" | "refuse" | "break";
        /** @description What to do about the other box. */
        LinkActBody: {
            /** @description `invite`, `accept`, `refuse`, `break`. */
            act: components["schemas"]["LinkAct"];
            /** @description Words to the other box. */
            comment?: string | null;
        };
        /** @description The code of a letter's link. */
        LinkBody: {
            /** @description As it stands in the link after `code=`. */
            code: string;
        };
        /** @description A member of an organization. */
        MemberView: {
            /** @description Since when, RFC 3339. */
            added_at: string;
            /** @description Login, for those who may see it: absent right after a change. */
            login?: string | null;
            /** @description Name. */
            name?: string | null;
            /** @description What the member may do. */
            rights: components["schemas"]["RightsBody"];
            /** @description The user. */
            user_id: string;
        };
        /** @description One message of a box. */
        MessageView: {
            /** @description The other box. */
            counteragent_box_id: string;
            /** @description Its entities, oldest first. */
            entities: components["schemas"]["EntityView"][];
            /** @description Without legal force: one of the organizations is a test one. */
            is_test: boolean;
            /** @description The message. */
            message_id: string;
            /** @description When it was posted. */
            posted_at: string;
            /** @description Which side this box is: `sender`, `recipient`. */
            side: string;
        };
        /** @description One of the caller's certificates. */
        MyCertificate: {
            /** @description What it is enough for by the law of today. */
            can_sign: components["schemas"]["CertificateCanSign"][];
            /** @description The certificate in PEM. */
            certificate: string;
            /** @description Its id here. */
            certificate_id: string;
            /**
             * Format: int64
             * @description Days left, one begun counted as one.
             */
            days_left: number;
            /** @description In force now; the dead stand last. */
            is_alive: boolean;
            /** @description Its issuer. */
            issuer: string;
            key_place?: components["schemas"]["KeyPlace"] | null;
            /**
             * Format: date-time
             * @description Last moment of validity.
             */
            not_after: string;
            /**
             * Format: date-time
             * @description First moment of validity.
             */
            not_before: string;
            /** @description For which organization. */
            organization_id: string;
            /** @description Issued here or brought. */
            origin: components["schemas"]["CertificateOrigin"];
            /** @description Serial number, hexadecimal. */
            serial: string;
            state?: components["schemas"]["CertificateState"] | null;
            /** @description Its owner as the certificate names him. */
            subject: string;
            /** @description SHA-1 of the DER, hexadecimal. */
            thumbprint: string;
            /** @description Chain, kind, revocation as this host sees them. */
            verdict: components["schemas"]["CertificateVerdict"];
        };
        /** @description All certificates of the caller. */
        MyCertificates: {
            /** @description The living first. */
            items: components["schemas"]["MyCertificate"][];
        };
        /** @description What the caller may do at the desk. */
        MyDeskRoles: {
            /** @description Empty for most people. */
            roles: components["schemas"]["DeskRole"][];
        };
        /** @description One act. */
        NewActBody: {
            content?: components["schemas"]["Octets"] | null;
            kind: components["schemas"]["ActBody"];
            /** @description The document, the answering title or the proposal to revoke it is attached to. */
            parent_id: string;
            /** @description A receipt of the answering title is asked for. */
            receipt_asked?: boolean;
            signature?: components["schemas"]["Octets"] | null;
        };
        /** @description For whom an application is begun: one of the two is enough. */
        NewCertificateApplication: {
            /** @description ИНН of one of the caller's organizations. */
            inn?: string | null;
            /** @description The organization the caller will sign for. */
            organization_id?: string | null;
        };
        /** @description One check. */
        NewDiagnosticsCheck: {
            /** @description What it found, up to 200 characters; what may be somebody's is taken out before it is kept. */
            found?: string;
            /** @description Stable name: small letters, digits, dots, dashes. */
            name: string;
            /** @description `good`, `bad`, `unknown`. */
            state: string;
        };
        /** @description The result of a diagnostics. */
        NewDiagnosticsReport: {
            /** @description Up to sixty. */
            checks: components["schemas"]["NewDiagnosticsCheck"][];
        };
        /** @description A document to send: its bytes or the hash of uploaded ones, and a detached signature. */
        NewDocumentBody: {
            comment?: string | null;
            content?: components["schemas"]["Octets"] | null;
            custom_data?: components["schemas"]["CustomData"][];
            custom_id?: string | null;
            /** @description ISO date. */
            date?: string | null;
            /** @description Name of the file; a title's name is taken from the file itself. */
            file_name?: string | null;
            initial_documents?: components["schemas"]["DocumentIdBody"][];
            kind: components["schemas"]["KindBody"];
            number?: string | null;
            receipt_asked?: boolean;
            /** @description Detached signature, DER. */
            signature: components["schemas"]["Octets"];
            signature_asked?: boolean;
            /** @description BLAKE3 of bytes uploaded before, hexadecimal. */
            uploaded?: string | null;
            /**
             * Format: int32
             * @description Number of the workflow; the kind's first when absent.
             */
            workflow?: number | null;
        };
        /** @description A program that will sign people in. */
        NewKeyBody: {
            /** @description What people call the program. */
            name: string;
        };
        /** @description A user to become a member. */
        NewMemberBody: {
            /** @description What the member may do. */
            rights: components["schemas"]["RightsBody"];
            /** @description The user's id, told by the user. */
            user_id: string;
        };
        /** @description A message to send. */
        NewMessageBody: {
            documents: components["schemas"]["NewDocumentBody"][];
            to_box_id: string;
        };
        /** @description An organization to be registered: a company has `name` and КПП, a sole proprietor has `person`. */
        NewOrganizationBody: {
            /** @description Address. */
            address: components["schemas"]["AddressView"];
            /**
             * @description Whether any signed-in user sees it on the card of the organization's box; absent: a company's is seen, as the
             *     public register shows it, a sole proprietor's is not.
             */
            address_is_public?: boolean | null;
            /** @description ИНН: 10 digits of a company, 12 of a person. */
            inn: string;
            /** @description For trying things out: documents are marked as tests. */
            is_test?: boolean;
            /** @description КПП of a company. */
            kpp?: string | null;
            /** @description A company's full name. */
            name?: string | null;
            /** @description ОГРН (13 digits) or ОГРНИП (15). */
            ogrn?: string | null;
            person?: components["schemas"]["PersonView"] | null;
        };
        /** @description An addition to a message. */
        NewPatchBody: {
            /** @description Acts, done in this order, all or none. */
            acts: components["schemas"]["NewActBody"][];
        };
        /** @description What went wrong. */
        NewSupportRequest: {
            /** @description The stable code of the refusal or the fault; what has none names itself, `client.error` say. */
            code: string;
            /** @description In the person's own words, up to 2,000 characters. */
            comment?: string;
            /** @description Path of the page; what follows `?` is not kept. */
            place: string;
            /** @description `request_id` of the problem. */
            trace_id?: string | null;
        };
        /** @description A person who wants to be a user. */
        NewUserBody: {
            /** @description E-mail address. */
            login: string;
            /** @description What others will call the person. */
            name: string;
            /** @description 10 to 256 characters that are not the login. */
            password: string;
        };
        /** @description Where a rule is written. */
        NormView: {
            /** @description The act by its usual short name. */
            act: string;
            /** @description Article, part, clause. */
            address?: string;
            /** @description Date of the act or revision, ISO. */
            date?: string | null;
        };
        /**
         * @description Something a reader may think was checked and was not.
         * @enum {string}
         */
        NotChecked: "revocation" | "signing_time" | "certificate_binding" | "accreditation" | "entitlement";
        /**
         * Format: byte
         * @description Exact bytes, as standard base64 with padding.
         */
        Octets: string;
        /** @description A new sign-in. */
        OpenedView: {
            /** @description What the token stands for. */
            sign_in: components["schemas"]["SignInView"];
            /** @description For `Authorization: Bearer …`; shown this once. */
            token: string;
        };
        /** @description What a certificate does not say of an organization. */
        OrganizationAdditionBody: {
            /** @description Address. */
            address: components["schemas"]["AddressView"];
            /** @description For trying things out: documents are marked as tests. */
            is_test?: boolean;
            /** @description КПП of a company. */
            kpp?: string | null;
        };
        /** @description A certificate of an organization. */
        OrganizationCertificate: {
            /** @description The authority that issued it. */
            authority_id: string;
            /** @description The certificate in PEM. */
            certificate?: string | null;
            /** @description Its id here. */
            certificate_id: string;
            /** @description Its issuers up to the root, in PEM, one after another. */
            chain?: string | null;
            /** @description The member who applied for it and is named in it. */
            holder_user_id: string;
            /**
             * Format: date-time
             * @description Last moment of validity.
             */
            not_after: string;
            /**
             * Format: date-time
             * @description First moment of validity.
             */
            not_before: string;
            /** @description Whose it is. */
            organization_id: string;
            revocation_reason?: components["schemas"]["RevocationReason"] | null;
            /**
             * Format: date-time
             * @description When it was revoked.
             */
            revoked_at?: string | null;
            /** @description Serial number, hexadecimal. */
            serial: string;
            /** @description State. */
            state: components["schemas"]["CertificateState"];
            /**
             * Format: date-time
             * @description Since when it is suspended.
             */
            suspended_at?: string | null;
            /** @description SHA-1 of the DER, hexadecimal. */
            thumbprint?: string | null;
        };
        /** @description A page of certificates, newest first. */
        OrganizationCertificatePage: {
            /** @description Certificates without their octets. */
            items: components["schemas"]["OrganizationCertificate"][];
            /** @description Where to go on; absent at the end. */
            next?: string | null;
        };
        /** @description An organization, for its members. */
        OrganizationView: {
            /** @description Address. */
            address: components["schemas"]["AddressView"];
            /** @description Since when it is here, RFC 3339. */
            created_at: string;
            /** @description ИНН. */
            inn: string;
            /** @description For trying things out. */
            is_test: boolean;
            /** @description КПП of a company. */
            kpp?: string | null;
            /** @description Name on one line. */
            name: string;
            /** @description ОГРН or ОГРНИП. */
            ogrn?: string | null;
            /** @description Id. */
            organization_id: string;
            person?: components["schemas"]["PersonView"] | null;
        };
        /**
         * @description How an authority came to be trusted.
         * @enum {string}
         */
        Origin: "own" | "imported" | "accredited";
        /** @description A piece of a list: `next` is the cursor for `?after=`, absent at the end. */
        PageView_BoundCertificateView: {
            /** @description In the list's own order. */
            items: {
                /** @description The binding. */
                binding_id: string;
                /** @description Since when it is bound, RFC 3339. */
                bound_at: string;
                /** @description `qualified`, `unqualified`, `test`: as it was when it was bound. */
                kind: string;
                /** @description Its last moment, RFC 3339. */
                not_after: string;
                /** @description What its holder is called. */
                subject: string;
                /** @description SHA-1 of its DER, hexadecimal. */
                thumbprint: string;
            }[];
            /** @description Where to go on. */
            next?: string | null;
        };
        /** @description A piece of a list: `next` is the cursor for `?after=`, absent at the end. */
        PageView_BoxView: {
            /** @description In the list's own order. */
            items: {
                /** @description Id. */
                box_id: string;
                /** @description Since when, RFC 3339. */
                created_at: string;
                /** @description Whose. */
                organization_id: string;
                /** @description Id of the participant of electronic document exchange. */
                participant_id: string;
                /** @description Where documents without a department go. */
                root_department_id: string;
            }[];
            /** @description Where to go on. */
            next?: string | null;
        };
        /** @description A piece of a list: `next` is the cursor for `?after=`, absent at the end. */
        PageView_CardView: {
            /** @description In the list's own order. */
            items: {
                address?: components["schemas"]["AddressView"] | null;
                /** @description Box id: what documents are sent to. */
                box_id: string;
                /** @description ИНН. */
                inn: string;
                /** @description A test organization. */
                is_test: boolean;
                /** @description КПП of a company. */
                kpp?: string | null;
                /** @description Name on one line. */
                name: string;
                /** @description Participant id. */
                participant_id: string;
            }[];
            /** @description Where to go on. */
            next?: string | null;
        };
        /** @description One page of a list. */
        PageView_CounteragentView: {
            /** @description Items. */
            items: {
                /** @description Its box. */
                box_id: string;
                /** @description When it changed. */
                changed_at: string;
                /** @description Words of the last act. */
                comment?: string | null;
                /** @description Who ended it, `own` (this box) or `other`; absent while it lasts, and where it is not known. */
                ended_by?: string | null;
                /** @description ИНН of its organization, in a list. */
                inn?: string | null;
                /** @description КПП of its organization, in a list. */
                kpp?: string | null;
                /** @description Name of its organization, in a list. */
                name?: string | null;
                /** @description `invited`, `invites`, `linked`, `refused`, `broken`. */
                status: string;
            }[];
            /** @description Cursor of the next page; absent at the end. A feed has no end: its cursor always stands. */
            next?: string | null;
        };
        /** @description A piece of a list: `next` is the cursor for `?after=`, absent at the end. */
        PageView_CountView: {
            /** @description In the list's own order. */
            items: {
                /** @description The box it left. */
                box_id: string;
                /** @description Whether they count. */
                counts: boolean;
                /**
                 * Format: int64
                 * @description Its documents.
                 */
                documents: number;
                /** @description The message. */
                message_id: string;
                /**
                 * @description Why, or why not: `outgoing`, `test` (one of the two organizations is a test one).
                 * @example outgoing
                 */
                reason: string;
                /** @description When. */
                sent_at: string;
            }[];
            /** @description Where to go on. */
            next?: string | null;
        };
        /** @description A piece of a list: `next` is the cursor for `?after=`, absent at the end. */
        PageView_DepartmentView: {
            /** @description In the list's own order. */
            items: {
                /** @description Id. */
                department_id: string;
                /** @description Name. */
                name: string;
                /** @description The department above; the root has none. */
                parent_id?: string | null;
            }[];
            /** @description Where to go on. */
            next?: string | null;
        };
        /** @description One page of a list. */
        PageView_DocumentRowView: {
            /** @description Items. */
            items: {
                /** @description When it changed last. */
                changed_at: string;
                counteragent?: components["schemas"]["CounteragentCardView"] | null;
                /** @description The other box. */
                counteragent_box_id: string;
                /** @description Currency of the total by ОКВ. */
                currency?: string | null;
                /** @description Its date. */
                date?: string | null;
                /** @description The document. */
                document_id: string;
                /** @description Name of its file. */
                file_name?: string | null;
                /** @description Without legal force. */
                is_test: boolean;
                /** @description Kind: `utd_invoice`, `utd_transfer`, `utd_invoice_and_transfer`, `nonformalized`. */
                kind: string;
                /** @description Its message. */
                message_id: string;
                /** @description Its number. */
                number?: string | null;
                /** @description `going`, `finished`, `rejected`, `revoked`. */
                outcome: string;
                /** @description When it was posted. */
                posted_at: string;
                /** @description Which side this box is: `sender`, `recipient`. */
                side: string;
                /**
                 * Format: int64
                 * @description Its total, kopecks.
                 */
                total_kopecks?: number | null;
                /** @description Whose turn: `sender`, `recipient`, `operator`, `nobody`. */
                turn: string;
                /** @description Open duties. */
                turns: components["schemas"]["TurnView"][];
            }[];
            /** @description Cursor of the next page; absent at the end. A feed has no end: its cursor always stands. */
            next?: string | null;
        };
        /** @description One page of a list. */
        PageView_EventView: {
            /** @description Items. */
            items: {
                /** @description When. */
                at: string;
                /** @description The counteragent's box. */
                counteragent_box_id?: string | null;
                /** @description Documents whose docflow moved. */
                document_ids?: string[];
                /** @description The draft, shown to members with access to all departments. */
                draft_id?: string | null;
                /**
                 * @description What: `message_posted`, `message_received`, `patch_posted`, `patch_received`, `delivered`, `counteragent`,
                 *     `draft_kept`, `draft_sent`, `draft_recycled`.
                 */
                kind: string;
                /** @description The message. */
                message_id?: string | null;
                /** @description Patch of the operator's entities that came along. */
                operator_patch_id?: string | null;
                /** @description The patch. */
                patch_id?: string | null;
                /**
                 * Format: int64
                 * @description Place in the box's feed, from 1, without gaps.
                 */
                seq: number;
                /** @description What the counteragent is now. */
                status?: string | null;
            }[];
            /** @description Cursor of the next page; absent at the end. A feed has no end: its cursor always stands. */
            next?: string | null;
        };
        /** @description A piece of a list: `next` is the cursor for `?after=`, absent at the end. */
        PageView_IntegratorKeyView: {
            /** @description In the list's own order. */
            items: {
                /** @description What the program shows; public. */
                client_id: string;
                /** @description Since when, RFC 3339. */
                created_at: string;
                /** @description When it was revoked, RFC 3339. */
                ended_at?: string | null;
                /** @description Id. */
                integrator_key_id: string;
                /** @description Name. */
                name: string;
            }[];
            /** @description Where to go on. */
            next?: string | null;
        };
        /** @description A piece of a list: `next` is the cursor for `?after=`, absent at the end. */
        PageView_InvitationView: {
            /** @description In the list's own order. */
            items: {
                /** @description The address the letter went to. */
                address: string;
                /** @description Since when, RFC 3339. */
                created_at: string;
                /** @description When it was accepted or withdrawn, RFC 3339. */
                ended_at?: string | null;
                /** @description Until when it may be accepted, RFC 3339. */
                expires_at: string;
                /** @description Id. */
                invitation_id: string;
                /** @description What the new member will be allowed. */
                permissions: string[];
            }[];
            /** @description Where to go on. */
            next?: string | null;
        };
        /** @description A piece of a list: `next` is the cursor for `?after=`, absent at the end. */
        PageView_JournalEntryView: {
            /** @description In the list's own order. */
            items: {
                /** @description From which network address. */
                address: string;
                /** @description Why none was: the code of the refusal. */
                cause?: string | null;
                /** @description The same for a person, in the language of `Accept-Language`. */
                cause_text?: string | null;
                /** @description What the client called itself. */
                device: string;
                /** @description Id. */
                entry_id: string;
                /** @description `page`, `api`, `diadoc`, `extern`, `oidc`. */
                kind: string;
                /** @description The sign-in that was opened. */
                sign_in_id?: string | null;
                /** @description When, RFC 3339. */
                tried_at: string;
                /** @description `password`, `password-and-second`, `certificate`, `phone`, `phone-and-second`, `passkey`. */
                way: string;
            }[];
            /** @description Where to go on. */
            next?: string | null;
        };
        /** @description A piece of a list: `next` is the cursor for `?after=`, absent at the end. */
        PageView_LetterView: {
            /** @description In the list's own order. */
            items: (components["schemas"]["FateView"] & {
                /** @description To whom. */
                address: string;
                /** @description What; absent in lists, and where the text is kept no more. */
                body?: string | null;
                /** @description When it was written, RFC 3339. */
                created_at: string;
                /** @description Id. */
                letter_id: string;
                /** @description About what. */
                subject: string;
            })[];
            /** @description Where to go on. */
            next?: string | null;
        };
        /** @description A piece of a list: `next` is the cursor for `?after=`, absent at the end. */
        PageView_MemberView: {
            /** @description In the list's own order. */
            items: {
                /** @description Since when, RFC 3339. */
                added_at: string;
                /** @description Login, for those who may see it: absent right after a change. */
                login?: string | null;
                /** @description Name. */
                name?: string | null;
                /** @description What the member may do. */
                rights: components["schemas"]["RightsBody"];
                /** @description The user. */
                user_id: string;
            }[];
            /** @description Where to go on. */
            next?: string | null;
        };
        /** @description A piece of a list: `next` is the cursor for `?after=`, absent at the end. */
        PageView_OrganizationView: {
            /** @description In the list's own order. */
            items: {
                /** @description Address. */
                address: components["schemas"]["AddressView"];
                /** @description Since when it is here, RFC 3339. */
                created_at: string;
                /** @description ИНН. */
                inn: string;
                /** @description For trying things out. */
                is_test: boolean;
                /** @description КПП of a company. */
                kpp?: string | null;
                /** @description Name on one line. */
                name: string;
                /** @description ОГРН or ОГРНИП. */
                ogrn?: string | null;
                /** @description Id. */
                organization_id: string;
                person?: components["schemas"]["PersonView"] | null;
            }[];
            /** @description Where to go on. */
            next?: string | null;
        };
        /** @description A piece of a list: `next` is the cursor for `?after=`, absent at the end. */
        PageView_SeatView: {
            /** @description In the list's own order. */
            items: {
                /** @description Its boxes. */
                boxes: components["schemas"]["BoxView"][];
                /** @description The organization. */
                organization: components["schemas"]["OrganizationView"];
                /** @description `read`, `send`, `sign`, `administer`. */
                permissions: string[];
            }[];
            /** @description Where to go on. */
            next?: string | null;
        };
        /** @description A piece of a list: `next` is the cursor for `?after=`, absent at the end. */
        PageView_SignInView: {
            /** @description In the list's own order. */
            items: {
                /** @description From which network address; empty for sign-ins of older versions. */
                address: string;
                /** @description Since when, RFC 3339. */
                created_at: string;
                /** @description What the client called itself. */
                device: string;
                /** @description Until when, RFC 3339. */
                expires_at: string;
                /** @description The integrator's key it came through. */
                integrator_key_id?: string | null;
                /** @description `page`, `api`, `diadoc`, `extern`, `oidc`. */
                kind: string;
                /** @description Id. */
                sign_in_id: string;
                /** @description `password`, `password-and-second`, `certificate`, `phone`, `phone-and-second`, `passkey`. */
                way: string;
            }[];
            /** @description Where to go on. */
            next?: string | null;
        };
        /** @description A piece of a list: `next` is the cursor for `?after=`, absent at the end. */
        PageView_SmsView: {
            /** @description In the list's own order. */
            items: (components["schemas"]["FateView"] & {
                /** @description When it was written, RFC 3339. */
                created_at: string;
                /** @description To whom: E.164. */
                phone: string;
                /** @description Id. */
                sms_id: string;
                /** @description What; absent in lists, and where the text is kept no more. */
                text?: string | null;
            })[];
            /** @description Where to go on. */
            next?: string | null;
        };
        /** @description A piece of a list: `next` is the cursor for `?after=`, absent at the end. */
        PageView_SupportRequest: {
            /** @description In the list's own order. */
            items: {
                /** @description What the administrators said. */
                answer?: string | null;
                /** @description When they did, RFC 3339. */
                answered_at?: string | null;
                /** @description The stable code of what went wrong. */
                code: string;
                /** @description In the person's own words. */
                comment: string;
                /** @description When, RFC 3339. */
                filed_at: string;
                /** @description Where on the site. */
                place: string;
                /** @description Id. */
                request_id: string;
                /** @description The number under which the server's journal has it. */
                trace_id?: string | null;
                /** @description Who filed it. */
                user_id: string;
            }[];
            /** @description Where to go on. */
            next?: string | null;
        };
        /** @description One part of a verdict. */
        Part: {
            /** @enum {string} */
            state: "good";
        } | {
            /** @description Stable word for what is wrong. */
            reason: string;
            /** @enum {string} */
            state: "bad";
        } | {
            /** @description Stable word for what is missing. */
            reason: string;
            /** @enum {string} */
            state: "unknown";
        } | {
            /** @enum {string} */
            state: "not_asked";
        };
        /** @description Surname, given name, patronymic of a sole proprietor. */
        PersonView: {
            /** @description Имя. */
            given_name: string;
            /** @description Отчество. */
            patronymic?: string | null;
            /** @description Фамилия. */
            surname: string;
        };
        /** @description What a write left. */
        PostedView: {
            /** @description Ids in the order of the request: documents of a message, files or bare signatures of a patch. */
            entity_ids: string[];
            /** @description The message. */
            message_id: string;
            /** @description The patch; a message's first patch has the message's id. */
            patch_id: string;
            /** @description When. */
            posted_at: string;
        };
        /** @description The body of a problem answer, `application/problem+json`. */
        Problem: {
            /** @description What would be accepted. */
            accepted?: string | null;
            /** @description Stable code, `room.subject.rule`. */
            code: string;
            /** @description English detail for developers. */
            detail: string;
            /** @description The field that broke the rule: `documents[2].content`. */
            field?: string | null;
            norm?: components["schemas"]["NormView"] | null;
            /** @description Stands in the logs too. */
            request_id?: string | null;
            /**
             * Format: int32
             * @description The HTTP status again.
             */
            status: number;
            /** @description The text for a person, in the language of `Accept-Language` (Russian or English). */
            title: string;
            /** @description `urn:svitok:problem:<code>`. */
            type: string;
        };
        /** @description An account that is proposed to the holder of a certificate. */
        ProposalView: {
            /** @description Mail address, as the certificate states it. */
            email?: string | null;
            /** @description ИНН of the person. */
            inn?: string | null;
            /** @description `qualified`, `unqualified`, `test`. */
            kind: string;
            /** @description What the person is called. */
            name: string;
            organization?: components["schemas"]["HolderOrganizationView"] | null;
            /** @description What accepts it, within 30 minutes; shown this once. */
            proposal: string;
            /** @description СНИЛС of the person. */
            snils?: string | null;
        };
        /** @description The successor. */
        RenewedCertificate: {
            /** @description The application it stands on: to be installed. */
            application: components["schemas"]["BegunCertificateApplication"];
            /** @description The new certificate. */
            certificate: components["schemas"]["OrganizationCertificate"];
        };
        /** @description A new password by the link of a letter. */
        ResetBody: {
            /** @description As it stands in the link after `code=`. */
            code: string;
            /** @description 10 to 256 characters that are not the login. */
            password: string;
        };
        /** @description What stands for the holder in place of a sign-in. */
        RevocationProof: {
            /** @description The phrase the holder chose when the certificate was issued. */
            phrase: string;
        } | {
            /** @description CMS SignedData without content over the text to be signed, made with the certificate's key: base64 of DER. */
            signature: string;
        };
        /**
         * @description Why a certificate stops being valid. Source: RFC 5280 §5.3.1; 63-ФЗ art. 14 part 6.
         * @enum {string}
         */
        RevocationReason: "unspecified" | "key_compromise" | "affiliation_changed" | "superseded" | "cessation_of_operation";
        /** @description Rights of a member: `permissions` of `read`, `send`, `sign`, `administer`; `departments` absent means all. */
        RightsBody: {
            /** @description Ids of the departments whose documents are reached; absent: all, now and later. */
            departments?: string[] | null;
            /** @description Any of `read`, `send`, `sign`, `administer`; none includes another. */
            permissions: string[];
        };
        /**
         * @description A format by its first octets.
         * @enum {string}
         */
        ScanFormat: "png" | "jpeg" | "pdf";
        /** @description The rules of one scan, as published to applicants and browsers. */
        ScanRule: {
            /**
             * Format: int32
             * @description Share of the picture, per cent, that an even border (a table, a scanner's lid) may take. Judged in the browser.
             */
            border_percent_max: number;
            /** @description Octets at most. */
            bytes_max: number;
            /** @description Octets at least. */
            bytes_min: number;
            /** @description Formats that are taken. */
            formats: components["schemas"]["ScanFormat"][];
            /** @description Whether it must be in colour. */
            in_colour: boolean;
            /** @description Which scan. */
            scan: components["schemas"]["ApplicationPoint"];
            /**
             * Format: int32
             * @description Sharpness at least: variance of the Laplacian of the luma (0…255), the picture reduced to 1 000 pixels on its
             *     longer side. Judged in the browser; here a person looks.
             */
            sharpness_min: number;
            /**
             * Format: int32
             * @description Pixels of the longer side at most.
             */
            side_pixels_max: number;
            /**
             * Format: int32
             * @description Pixels of the shorter side at least: 150 dpi of the document's shorter side.
             */
            side_pixels_min: number;
        };
        /** @description What the room remembers of a service document. */
        ServiceFacts: {
            /** @description Code of a universal message: 1999, 2999, 3999 … */
            code?: string | null;
            /** @description Generation. */
            form: components["schemas"]["ServiceForm"];
            /** @description Kept and shown, but it moves nothing (a second receipt, an informing message). */
            out_of_workflow?: boolean;
            /** @description Words of a refusal or a correction request. */
            text?: string | null;
        };
        /**
         * @description Which generation a service document (receipt, refusal, correction request) belongs to.
         * @enum {string}
         */
        ServiceForm: "signed_xml" | "universal_message";
        /** @description What a client needs to begin with. */
        SessionView: {
            /** @description For `X-Svitok-Csrf` of each write by the cookie; absent where a bearer token asks. */
            csrf_token?: string | null;
            /** @description `ru` or `en`. */
            language: string;
            /** @description The organizations the person may read; `next` goes on by `?after=`. */
            organizations: components["schemas"]["PageView_SeatView"];
            /** @description Who is signed in. */
            user: components["schemas"]["UserView"];
        };
        /** @description What came of showing a certificate: one of the two. */
        ShownView: {
            opened?: components["schemas"]["OpenedView"] | null;
            proposal?: components["schemas"]["ProposalView"] | null;
        };
        /** @description One signature of a file, verified again now. */
        SignatureCheckView: {
            accepted?: components["schemas"]["SignatureFacts"] | null;
            /** @description Who made it: `sender`, `recipient`, `operator`. */
            author: string;
            /** @description Its entity. */
            entity_id: string;
            /** @description The verdict now, part by part. */
            verdict: components["schemas"]["Verdict"];
        };
        /** @description Signature facts, written once when the signature was accepted. Later questions get a fresh verdict beside this one. */
        SignatureFacts: {
            /**
             * Format: date-time
             * @description Moment of the verdict.
             */
            checked_at: string;
            /** @description ИНН of the organization (or of the entrepreneur) in the certificate. */
            inn?: string | null;
            /** @description Made under a test authority or a simulator's: means nothing outside tests. */
            is_play?: boolean;
            /** @description Kind of signature: `unqualified`, `qualified` … */
            kind: string;
            /** @description Date of the accredited list that made it qualified. */
            list_date?: string | null;
            /** @description What was not checked, in the words of the verdict. */
            not_checked?: string[];
            /** @description Surname, given name and patronymic, as the certificate has them. */
            person?: string | null;
            /** @description Serial number, hexadecimal. */
            serial: string;
            /**
             * Format: date-time
             * @description The signing time its author claims.
             */
            signing_time?: string | null;
            /** @description Common name of the certificate's subject. */
            subject: string;
            /** @description SHA-1 of the certificate, hexadecimal: the name the vendors' clients know it by. */
            thumbprint: string;
            /** @description Position. */
            title?: string | null;
        };
        /**
         * @description Kind of a signature by the law on electronic signatures, as far as the root of its chain lets it be known.
         *     Source: 63-ФЗ of 2011-04-06, art. 5 (kinds); art. 6 (when each equals a handwritten signature).
         */
        SignatureKind: {
            /** @enum {string} */
            kind: "simple";
        } | {
            /** @enum {string} */
            kind: "unqualified";
        } | {
            /** @enum {string} */
            kind: "qualified_by_list";
            /**
             * @description Date of the accredited list, ISO.
             * @example 2026-11-20
             */
            list_date: string;
        } | {
            /** @enum {string} */
            kind: "test";
        } | {
            /** @enum {string} */
            kind: "simulator";
        } | {
            /** @enum {string} */
            kind: "unknown";
        };
        /** @description A signed challenge. */
        SignedChallengeBody: {
            /** @description As it was given out. */
            challenge: string;
            /** @description DER of CMS SignedData in base64: one signer, over the challenge's text, detached, with the signer's certificate. */
            signature: string;
        };
        /** @description Who will sign. */
        SignerBody: {
            given_name: string;
            patronymic?: string | null;
            position?: string | null;
            surname: string;
        };
        /** @description A signer's certificate as a reader wants to see it. */
        SignerCertificate: {
            /** @description Common name of the owner. */
            common_name?: string | null;
            /** @description ИНН of the organization, else of the person. */
            inn?: string | null;
            /** @description Common name of the issuer. */
            issuer?: string | null;
            /**
             * Format: date-time
             * @description Last moment of validity.
             */
            not_after: string;
            /**
             * Format: date-time
             * @description First moment of validity.
             */
            not_before: string;
            /** @description ОГРН or ОГРНИП. */
            ogrn?: string | null;
            /** @description Organization. */
            organization?: string | null;
            /** @description Surname and given names, where the certificate names a person. */
            person?: string | null;
            /** @description Serial number, lower-case hexadecimal. */
            serial: string;
            /** @description СНИЛС of the person. */
            snils?: string | null;
            /** @description SHA-1 of the DER, lower-case hexadecimal: the thumbprint vendors show. */
            thumbprint: string;
            /** @description Position. */
            title?: string | null;
        };
        /** @description What is said of one signer. */
        SignerVerdict: {
            certificate?: components["schemas"]["SignerCertificate"] | null;
            /** @description The chain of certificates. */
            chain: components["schemas"]["Chain"];
            /** @description Bytes and signature agree. */
            integrity: components["schemas"]["Part"];
            /** @description Kind of signature, by the root. */
            kind: components["schemas"]["SignatureKind"];
            /** @description What was not checked. */
            not_checked: components["schemas"]["NotChecked"][];
            /** @description Certificates of the path, signer first: BLAKE3 of each DER, hexadecimal. */
            path: string[];
            /** @description Whether any link was revoked at the moment. */
            revocation: components["schemas"]["Part"];
            /**
             * Format: date-time
             * @description When he says he signed.
             */
            signing_time?: string | null;
        };
        /** @description Login and password. */
        SignInBody: {
            client?: components["schemas"]["ClientBody"] | null;
            /** @description E-mail address. */
            login: string;
            /** @description Password. */
            password: string;
        };
        /** @description A sign-in, without its token. */
        SignInView: {
            /** @description From which network address; empty for sign-ins of older versions. */
            address: string;
            /** @description Since when, RFC 3339. */
            created_at: string;
            /** @description What the client called itself. */
            device: string;
            /** @description Until when, RFC 3339. */
            expires_at: string;
            /** @description The integrator's key it came through. */
            integrator_key_id?: string | null;
            /** @description `page`, `api`, `diadoc`, `extern`, `oidc`. */
            kind: string;
            /** @description Id. */
            sign_in_id: string;
            /** @description `password`, `password-and-second`, `certificate`, `phone`, `phone-and-second`, `passkey`. */
            way: string;
        };
        /** @description An SMS of the outbox. */
        SmsView: components["schemas"]["FateView"] & {
            /** @description When it was written, RFC 3339. */
            created_at: string;
            /** @description To whom: E.164. */
            phone: string;
            /** @description Id. */
            sms_id: string;
            /** @description What; absent in lists, and where the text is kept no more. */
            text?: string | null;
        };
        /** @description Derived state of a docflow. */
        StateView: {
            /** @description Request to correct. */
            amendment: components["schemas"]["StepView"];
            /** @description The recipient's answer. */
            answer: components["schemas"]["StepView"];
            /** @description The sender's receipt of the answering title. */
            answer_receipt: components["schemas"]["StepView"];
            /** @description When the document came to the other box. */
            delivered_at?: string | null;
            /** @description `going`, `finished`, `rejected`, `revoked`. */
            outcome: string;
            /** @description The recipient's receipt. */
            receipt: components["schemas"]["StepView"];
            /** @description Revocation. */
            revocation: components["schemas"]["StepView"];
            /** @description Files this side has no operator's confirmation of yet. */
            unconfirmed: string[];
        };
        /** @description A word of the state with its moment. */
        StepView: {
            /** @description Since when, or when. */
            at?: string | null;
            /** @description Of a proposal to revoke: who made it. */
            by?: string | null;
            /** @description The entity it rests on. */
            entity_id?: string | null;
            /** @description `not_due`, `waiting`, `done`, `signed`, `titled`, `rejected`, `requested`, `accepted`, `none`. */
            state: string;
        };
        /**
         * @description The parts taken together, after EN 319 102-1 §5.1.3: passed, failed, indeterminate.
         * @enum {string}
         */
        Summary: "proven" | "proven_without_revocation" | "undetermined" | "failed";
        /** @description What is said. */
        SupportAnswer: {
            /** @description Up to 2,000 characters. */
            text: string;
        };
        /** @description A request to the administrators. */
        SupportRequest: {
            /** @description What the administrators said. */
            answer?: string | null;
            /** @description When they did, RFC 3339. */
            answered_at?: string | null;
            /** @description The stable code of what went wrong. */
            code: string;
            /** @description In the person's own words. */
            comment: string;
            /** @description When, RFC 3339. */
            filed_at: string;
            /** @description Where on the site. */
            place: string;
            /** @description Id. */
            request_id: string;
            /** @description The number under which the server's journal has it. */
            trace_id?: string | null;
            /** @description Who filed it. */
            user_id: string;
        };
        /** @description What was taken. */
        TakenCertificate: {
            /** @description Its id here. */
            certificate_id: string;
        };
        /** @description What is trusted here. */
        TrustAuthorities: {
            /** @description Date of the accredited list in use, ISO; absent while none is loaded. */
            accredited_list_date?: string | null;
            /** @description All authorities. */
            authorities: components["schemas"]["TrustAuthority"][];
            /** @description Revocation lists in use. */
            revocation_lists: number;
            /**
             * Format: int64
             * @description Version of the lists, as verdicts name it.
             */
            version?: number | null;
        };
        /** @description Authorities to be known: certificates to be trusted, or the published list of accredited authorities; one of the two. */
        TrustAuthoritiesImport: {
            /** @description The list of accredited authorities, XML as published. */
            accredited_list?: string | null;
            /** @description One or more certificates in PEM. */
            certificates?: string | null;
            /** @description A detached signature of exactly the octets of that list, CMS in base64; its signer's chain must be trusted here. */
            signature?: string | null;
        };
        /** @description What came of it. */
        TrustAuthoritiesImported: {
            /** @description Of a list: certificates of accredited authorities in it. */
            accredited?: number | null;
            /** @description Certificates of authorities that were not known before. */
            added: number;
            /** @description Of a list: certificates that could not be read, left out. */
            unread?: number | null;
        };
        /** @description A trusted authority. */
        TrustAuthority: {
            /** @description BLAKE3 of its certificate's DER, hexadecimal. */
            fingerprint: string;
            /** @description Whether it is trusted by itself; otherwise it only helps to build paths. */
            is_root: boolean;
            /** @description The word in its name that says what its signatures are worth. */
            mark?: string | null;
            /**
             * Format: date-time
             * @description Last moment of its certificate.
             */
            not_after: string;
            /** @description How it came here. */
            origin: components["schemas"]["Origin"];
            /** @description Its name as in the certificate. */
            subject: string;
        };
        /** @description A revocation list of a known authority. */
        TrustRevocationListImport: {
            /** @description The list: PEM, or its DER in base64. */
            revocation_list: string;
        };
        /** @description What is in use now. */
        TrustRevocationListImported: {
            /**
             * Format: int64
             * @description Version of the lists.
             */
            version?: number | null;
        };
        /** @description Whose turn, by when, by which norm. */
        TurnView: {
            /** @description `deliver`, `confirm`, `receipt`, `answer`, `answer_receipt`, `answer_revocation`. */
            act: string;
            /** @description The last day on which it is in time. */
            due_on?: string | null;
            norm?: components["schemas"]["NormView"] | null;
            /** @description Since when. */
            since: string;
            /** @description `sender`, `recipient`, `operator`. */
            who: string;
        };
        /** @description A certificate to be revoked without a sign-in. */
        UnsignedRevocation: {
            /** @description The proof. */
            proof: components["schemas"]["RevocationProof"];
            /** @description The reason; it stands in the revocation list. */
            reason: components["schemas"]["RevocationReason"];
            /** @description The whole serial number, hexadecimal. */
            serial: string;
        };
        /** @description Uploaded content. */
        UploadedView: {
            /** @description BLAKE3 of the bytes, hexadecimal: the name to use in a message. */
            blake3: string;
            /** @description Until when a message may name it. */
            kept_until: string;
            /**
             * Format: int64
             * @description How many bytes.
             */
            size_bytes: number;
        };
        /** @description A user. */
        UserView: {
            /** @description Since when, RFC 3339. */
            created_at: string;
            /** @description The e-mail address signed in with; empty for who signs in by a certificate and has proven no address yet. */
            login: string;
            /** @description What others call the person. */
            name: string;
            /** @description Id: tell it to an administrator who wants to make you a member. */
            user_id: string;
        };
        /**
         * @description The verdict on a content and its detached signature at a moment: integrity · chain · kind · revocation · what was
         *     not checked. With several signers each part is that of the weakest; a message is no better than its worst signature.
         */
        Verdict: {
            /**
             * Format: date-time
             * @description The moment it speaks of.
             */
            at: string;
            /** @description How far the chain is trusted. */
            chain: components["schemas"]["Chain"];
            /** @description What it was made from. */
            evidence: components["schemas"]["Evidence"];
            /** @description Bytes and signature agree. */
            integrity: components["schemas"]["Part"];
            /** @description Kind of signature. */
            kind: components["schemas"]["SignatureKind"];
            /** @description What was not checked. */
            not_checked: components["schemas"]["NotChecked"][];
            /** @description Whether any link was revoked. */
            revocation: components["schemas"]["Part"];
            /** @description Each signer. */
            signers: components["schemas"]["SignerVerdict"][];
            /** @description The parts together. */
            summary: components["schemas"]["Summary"];
        };
        /** @description Every check on a document, with its inputs. */
        VerificationView: {
            /** @description The moment of the verdicts. */
            at: string;
            /** @description The document. */
            document_id: string;
            /** @description Files of the docflow, oldest first. */
            files: components["schemas"]["FileCheckView"][];
            /** @description Without legal force. */
            is_test: boolean;
            /** @description State derived from these entities. */
            state: components["schemas"]["StateView"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
