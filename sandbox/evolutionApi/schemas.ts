// The bodies that Evolution's two generations take. Neither forbids further keys, and an empty
// fullName passes both.

import type { Schema } from './schema';

const number: Schema = { type: 'string', description: 'Invalid format' };

const cards: Schema = {
	type: 'array',
	items: {
		type: 'object',
		properties: {
			fullName: { type: 'string' },
			wuid: {
				type: 'string',
				minLength: 10,
				pattern: /\d+/,
				description: '"wuid" must be a numeric string',
			},
			phoneNumber: { type: 'string', minLength: 10 },
			organization: { type: 'string' },
			email: { type: 'string' },
			url: { type: 'string' },
		},
		required: ['fullName', 'phoneNumber'],
	},
	minItems: 1,
	uniqueItems: true,
};

/** delay, presence, quoted and the like are no part of it: any value of them passes. */
export const sendContactV2: Schema = {
	type: 'object',
	properties: { number, contact: cards },
	required: ['number', 'contact'],
};

const options: Schema = {
	type: 'object',
	properties: {
		delay: { type: 'integer', description: 'Enter a value in milliseconds' },
		presence: {
			type: 'string',
			enum: ['unavailable', 'available', 'composing', 'recording', 'paused'],
		},
		quoted: {
			type: 'object',
			properties: {
				key: {
					type: 'object',
					properties: {
						id: { type: 'string' },
						remoteJid: { type: 'string' },
						fromMe: { type: 'boolean' },
					},
					required: ['id'],
				},
				message: { type: 'object' },
			},
		},
		mentions: {
			type: 'object',
			properties: {
				everyOne: { type: 'boolean' },
				mentioned: {
					type: 'array',
					uniqueItems: true,
					items: {
						type: 'string',
						pattern: /^\d+/,
						description: '"mentioned" must be an array of numeric strings',
					},
				},
			},
		},
		linkPreview: { type: 'boolean' },
		encoding: { type: 'boolean' },
	},
};

/** v1 checks its options, which v2 ignores. */
export const sendContactV1: Schema = {
	type: 'object',
	properties: { number, options, contactMessage: cards },
	required: ['number', 'contactMessage'],
};

/** The only look-up that has a schema; `numbers` itself is not required. */
export const whatsappNumbers: Schema = {
	type: 'object',
	properties: {
		numbers: {
			type: 'array',
			minItems: 1,
			uniqueItems: true,
			items: {
				type: 'string',
				description: '"numbers" must be an array of numeric strings',
			},
		},
	},
};
