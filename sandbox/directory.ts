// Who is on the sandbox's WhatsApp. One rule decides for all gateways: a number that ends in 0000
// has no account. A few numbers have a profile, so that look-ups have something to say.

import type { Instance } from './instances';
import type { Person } from './instanceTypes';

const PICTURES = 'https://pps.whatsapp.net/v/t61.24694-24';

const PRODUCTS = [
	{
		id: '42079728159',
		imageUrls: { requested: `${PICTURES}/p-600.jpg`, original: `${PICTURES}/p-full.jpg` },
		reviewStatus: { whatsapp: 'APPROVED' },
		availability: 'in stock',
		name: 'Winter tyres',
		description: 'Four tyres, fitted',
		price: null,
		isHidden: false,
	},
	// The vendor's second sample product has no description.
	{
		id: '42079728160',
		imageUrls: { requested: `${PICTURES}/q-600.jpg`, original: `${PICTURES}/q-full.jpg` },
		reviewStatus: { whatsapp: 'APPROVED' },
		availability: 'in stock',
		name: 'Oil change',
		price: '4990000',
		isHidden: false,
	},
];

const PEOPLE: Record<string, Person> = {
	'71234567890': {
		name: 'Dealer',
		contactName: 'Dealer',
		avatarUrl: `${PICTURES}/dealer.jpg`,
		about: 'Open every day',
		lid: '271234567890271',
		business: {
			email: '24service@tt.tt',
			category: 'Automotive Dealership',
			description: 'Cars and everything around them',
			address: '1 Garage Street',
			websites: ['https://dealer.example', 'https://dealer.example/shop'],
			products: PRODUCTS,
		},
	},
	'5511999999999': {
		name: 'Ana Silva',
		contactName: 'Ana',
		about: 'Disponível',
		avatarUrl: `${PICTURES}/ana.jpg`,
		lid: '155119999999991',
		business: {
			email: 'ana@example.com',
			category: 'Florist',
			description: 'Flores para todos',
			address: 'Rua das Flores, 10',
			websites: ['https://flores.example'],
		},
	},
	'553198296801': {
		name: 'Guilherme Gomes',
		about: 'Available',
		avatarUrl: `${PICTURES}/guilherme.jpg`,
		lid: '153198296801351',
		business: {
			email: 'g@example.com',
			category: 'Software company',
			description: 'Conversations that answer themselves',
			address: 'Belo Horizonte',
			websites: ['https://example.com'],
		},
	},
	// An account with the ninth digit where most have none, and one without Mexico's 1.
	'5531987650001': {
		name: 'Beatriz Lima',
		about: 'No trabalho',
		business: { category: 'Bakery', address: 'Contagem' },
	},
	'525598765432': { name: 'Carlos Ruiz', about: 'Ocupado' },
	'79001234567': { name: 'Артем', contactName: 'Артем Евпаторийский', about: 'На связи' },
};

/** The number or id before the suffix; a device's number behind a colon is no part of it. */
export const digitsOf = (chatId: string): string =>
	chatId.replace(/[:@].*$/s, '').replace(/\D/g, '');

/** Whether a number has an account; none at all is nobody's. */
export const isOnWhatsApp = ({ settings }: Instance, digits: string): boolean =>
	digits !== '' && !digits.endsWith('0000') && !settings.notOnWhatsApp?.includes(digits);

/** The known profile of a number, or an empty one; a privacy id finds its owner. */
export function personOf({ settings }: Instance, chatId: string): Person & { digits: string } {
	const digits = digitsOf(chatId);
	const people = { ...PEOPLE, ...settings.people };
	if (!chatId.endsWith('@lid')) return { ...people[digits], digits };
	const [owner, person] =
		Object.entries(people).find(([number, one]) => lidOf(number, one) === digits) ?? [];
	return { ...person, digits: owner ?? '' };
}

/** The name under which the sandbox itself knows a number. */
export const nameOf = (digits: string): string | undefined => PEOPLE[digits]?.name;

/** Every number has a privacy id; those without a listed one get theirs from their digits. */
export const lidOf = (digits: string, person: Person): string => person.lid ?? `1${digits}9`;

/** All whom an instance has in its contacts, for look-ups that forget their filter. */
export const contactsOf = ({ settings }: Instance): Array<[string, Person]> =>
	Object.entries({ ...PEOPLE, ...settings.people });
