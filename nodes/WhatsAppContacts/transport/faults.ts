/**
 * What the errors of undici and of n8n's helper mean. Only their code and name are looked at:
 * their other properties hold the signed URL.
 */
import type { HttpFailure, HttpFailureKind, Send } from './http';

export type SendResult = Awaited<ReturnType<Send>>;

export const failure = (
	kind: HttpFailureKind,
	handedOver: boolean,
	detail: string,
): { failure: HttpFailure } => ({ failure: { kind, handedOver, detail } });

/** The names that OpenSSL and Node.js give to a certificate which was not accepted. */
const CERTIFICATE =
	/^(CERT_|CRL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_(GET|VERIFY|DECODE|DECRYPT)_|INVALID_(CA|PURPOSE)$|PATH_LENGTH_|HOSTNAME_MISMATCH$|ERR_TLS_CERT_|UND_ERR_PRX_TLS$)/;

const TLS = /^(EPROTO$|ERR_SSL_|ERR_TLS_)/;

const text = (value: unknown, key: string): string => {
	if (typeof value !== 'object' || value === null) return '';
	const property: unknown = Reflect.get(value, key);
	return typeof property === 'string' ? property : '';
};

/** An error's code, if it looks like one. */
export function codeOf(error: unknown): string | undefined {
	const code = text(error, 'code');
	return /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : undefined;
}

/** Whether a certificate was refused, which happens before anything is written. */
export const isCertificateError = (code: string): boolean => CERTIFICATE.test(code);

export const isTlsError = (code: string): boolean => CERTIFICATE.test(code) || TLS.test(code);

/** Whether n8n's outbound policy refused; its lookup reports that as a connection error. */
export const isPolicyRefusal = (error: unknown): boolean =>
	[error, typeof error === 'object' && error !== null ? Reflect.get(error, 'cause') : undefined]
		.map((each) => text(each, 'name'))
		.some((name) => name.startsWith('SsrfBlocked'));

/** The status with which a proxy refused to open a tunnel; undici tells it in words only. */
export function proxyStatusOf(error: unknown): string | undefined {
	const message = text(error, 'message');
	return (
		/^Proxy response \((\d{3})\)/.exec(message)?.[1] ??
		/^Proxy Authentication Required \((407)\)/.exec(message)?.[1]
	);
}

/** Whether a connection failed before it existed, as far as Node.js' own error says so. */
export function isNeverConnected(error: unknown): boolean {
	const code = codeOf(error);
	if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return true;
	return text(error, 'syscall') === 'connect';
}
