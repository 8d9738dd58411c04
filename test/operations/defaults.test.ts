/** The editor's defaults are literals beside their fields; what a run really does is compared here. */
import type { INodeProperties } from 'n8n-workflow';
import { WhatsAppEvolutionApi } from '../../credentials/WhatsAppEvolutionApi.credentials';
import { usualConcurrency } from '../../nodes/WhatsAppContacts/operations/defaults';
import { checkNumber } from '../../nodes/WhatsAppContacts/operations/checkNumber';
import { getContactInfo } from '../../nodes/WhatsAppContacts/operations/getContactInfo';
import { sendContact } from '../../nodes/WhatsAppContacts/operations/sendContact';
import { type Provider, providers } from '../../nodes/WhatsAppContacts/providers';
import { WhatsAppContacts } from '../../nodes/WhatsAppContacts/WhatsAppContacts.node';

const { properties } = new WhatsAppContacts().description;
const all = Object.entries(providers) as Array<[string, Provider]>;

/** The options of an operation, as the editor offers them for a provider. */
function offered(operation: string, provider: string): Map<string, unknown> {
	const isShown = ({ displayOptions }: INodeProperties) => {
		const forProvider = displayOptions?.show?.['/provider'] as unknown[] | undefined;
		return forProvider?.includes(provider) ?? true;
	};
	const options = properties.find(
		({ name, displayOptions }) =>
			name === 'options' && displayOptions?.show?.operation?.includes(operation),
	);
	return new Map(
		((options?.options ?? []) as INodeProperties[])
			.filter(isShown)
			.map((option) => [option.name, option.default]),
	);
}

const parameters: Readonly<Record<string, unknown>> = {
	chatId: '5511987654321',
	contacts: { contact: [{ firstName: 'Ana', phone: '5511900000001' }] },
};

describe.each(all)('the defaults shown for %s', (id, provider) => {
	it.each([
		['sendContact', sendContact],
		['getContactInfo', getContactInfo],
		['checkNumber', checkNumber],
	] as const)('are what %s does without an option', (name, operation) => {
		const shown = offered(name, id);
		const read = operation.read((parameter) => parameters[parameter], provider);
		if ('problem' in read) throw new Error(read.problem);
		const { settings } = read.value;
		expect(settings.maxRetries).toBe(shown.get('maxRetries'));
		expect(settings.timeoutMs).toBe(shown.get('timeout'));
		expect(usualConcurrency[provider.delivers][operation.kind].first).toBe(
			shown.get('concurrency'),
		);
		expect(settings.pauseMs).toBe(Number(shown.get('pauseSeconds') ?? 0) * 1000);
		expect(settings.resend).toBe((shown.get('onUnknownDelivery') ?? 'report') === 'resend');
		expect(settings.simplify).toBe(properties.find((field) => field.name === 'simplify')?.default);
	});

	it('bound the delay as the gateway does', () => {
		const field = (
			properties.find(({ name }) => name === 'options')?.options as INodeProperties[]
		).filter(
			({ name, displayOptions }) =>
				name === 'delaySeconds' && displayOptions?.show?.['/provider']?.includes(id),
		);
		const { min, max } = provider.delaySeconds ?? {};
		expect(field.map(({ typeOptions }) => [typeOptions?.minValue, typeOptions?.maxValue])).toEqual(
			provider.delaySeconds ? [[min, max]] : [],
		);
	});
});

it('the server version of an Evolution credential is the same in the editor and unsaid', () => {
	const shown = new WhatsAppEvolutionApi().properties.find(({ name }) => name === 'serverVersion');
	const account = { apiUrl: 'https://evolution.example.com', instance: 'i', token: 't' };
	expect(providers.evolutionApi.credential.parse(account).serverVersion).toBe(shown?.default);
});
