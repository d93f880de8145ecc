/** What the screen of security asks of the server. */
import { queryOptions } from "@tanstack/react-query";
import { answered, api, type Shapes } from "../../../api/client";

export type Passkey = Shapes["PasskeyView"];
export type Device = Shapes["DeviceView"];
export type SignIn = Shapes["SignInView"];
export type BoundCertificate = Shapes["BoundCertificateView"];

/** Beginning of the keys of everything here: a changed password ends sign-ins and forgets devices. */
export const SECURITY = ["security"] as const;

/** How the person is reached. */
export const contact = () => queryOptions({
  queryKey: [...SECURITY, "contact"],
  queryFn: () => answered(api.GET("/api/v1/account/contact")),
});

/** By which ways the person comes in, and who closed which. */
export const ownWays = () => queryOptions({
  queryKey: [...SECURITY, "ways"],
  queryFn: () => answered(api.GET("/api/v1/account/sign-in-ways")),
});

/** What there is beside the password. */
export const secondFactor = () => queryOptions({
  queryKey: [...SECURITY, "second-factor"],
  queryFn: () => answered(api.GET("/api/v1/account/second-factor")),
});

export const passkeys = () => queryOptions({
  queryKey: [...SECURITY, "passkeys"],
  queryFn: () => answered(api.GET("/api/v1/account/passkeys")),
});

export const devices = () => queryOptions({
  queryKey: [...SECURITY, "devices"],
  queryFn: () => answered(api.GET("/api/v1/account/devices")),
});

export const boundCertificates = () => queryOptions({
  queryKey: [...SECURITY, "certificates"],
  queryFn: () => answered(api.GET("/api/v1/account/certificates")),
});
