// Drives n8n as its editor does, through the REST interface behind the editor: the same calls for
// 2.x and 1.x (each takes what the other needs as well).
import { setTimeout as sleep } from 'node:timers/promises';
import { readExecution } from './storedExecution';
import { N8nRefusal, Session } from './http';
import { triggerOf, type Execution, type Workflow } from './workflow';

/** The owner that tests set up in every fresh n8n. */
export const owner = {
	email: 'owner@example.com',
	password: 'Password-1',
	firstName: 'Olga',
	lastName: 'Owner',
};

/** A stored credential, without its secrets. */
export interface StoredCredential {
	id: string;
	name: string;
	type: string;
}

/** What n8n knows of a node or credential type. */
export interface TypeDescription {
	name: string;
	displayName: string;
	[key: string]: unknown;
}

/** The editor's calls; open it with `openEditor`. */
export class Editor {
	constructor(readonly session: Session) {}

	/** Every node type n8n offers, tool variants included, one entry per version. */
	nodeTypes = () => this.types('nodes');

	/** Every credential type n8n offers. */
	credentialTypes = () => this.types('credentials');

	private async types(kind: string): Promise<TypeDescription[]> {
		return JSON.parse(await this.session.text('GET', `/types/${kind}.json`)) as TypeDescription[];
	}

	createCredential(name: string, type: string, data: object): Promise<StoredCredential> {
		return this.session.rest('POST', '/credentials', { name, type, data });
	}

	/** The stored credentials, without what is in them. */
	credentials(): Promise<StoredCredential[]> {
		return this.session.rest('GET', '/credentials');
	}

	/** Replaces what is in a stored credential. */
	changeCredential({ id, name, type }: StoredCredential, data: object): Promise<unknown> {
		return this.session.rest('PATCH', `/credentials/${id}`, { name, type, data });
	}

	/** The names of the saved workflows. */
	async workflowNames(): Promise<string[]> {
		const workflows = await this.session.rest<Array<{ name: string }>>('GET', '/workflows');
		return workflows.map(({ name }) => name);
	}

	/** The editor's test of a credential; `data` as typed, also where it was not saved. */
	testCredential(
		{ id, name, type }: StoredCredential,
		data: object,
	): Promise<{ status: 'OK' | 'Error'; message: string }> {
		return this.session.rest('POST', '/credentials/test', {
			credentials: { id, name, type, data },
		});
	}

	/** Saves a new workflow; the answer has n8n's `id` and `versionId`. */
	createWorkflow(workflow: Workflow): Promise<Workflow & { id: string; versionId: string }> {
		const settings = { executionOrder: 'v1', ...workflow.settings };
		// 1.x refuses a workflow that does not say whether it is active.
		return this.session.rest('POST', '/workflows', { active: false, ...workflow, settings });
	}

	/** A workflow as it is saved. */
	workflow(id: string): Promise<Workflow> {
		return this.session.rest('GET', `/workflows/${id}`);
	}

	/**
	 * Starts a saved workflow at its trigger by hand; gives the execution's id.
	 * @param message what the trigger gives, as when a person writes into the editor's chat
	 */
	async run(workflow: Workflow, trigger: string, message?: object): Promise<string> {
		const given = { data: { main: [[{ json: message }]] }, source: [null] };
		const triggerToStartFrom = { name: trigger, ...(message && { data: given }) };
		// 1.x runs the workflow it is sent, 2.x the saved one.
		const body = { workflowData: workflow, triggerToStartFrom };
		const path = `/workflows/${workflow.id}/run`;
		const { executionId } = await this.session.rest<{ executionId: string }>('POST', path, body);
		return executionId;
	}

	/** Saves a workflow, runs it at its trigger by hand and waits for its end. */
	async runToEnd(workflow: Workflow, message?: object): Promise<Execution> {
		const saved = await this.createWorkflow(workflow);
		return await this.finished(await this.run(saved, triggerOf(workflow).name, message));
	}

	/** Publishes a saved workflow: its webhooks and schedules are live afterwards. */
	activate({ id, versionId }: Workflow): Promise<unknown> {
		return this.session.rest('POST', `/workflows/${id}/activate`, { versionId });
	}

	/** An execution with its data as stored so far. */
	async execution(id: string): Promise<Execution> {
		return readExecution(await this.session.rest('GET', `/executions/${id}`));
	}

	/** Waits until an execution has ended. */
	async finished(id: string, timeoutMs = 60_000): Promise<Execution> {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const execution = await this.execution(id);
			if (!['new', 'running', 'waiting'].includes(execution.status)) return execution;
			if (Date.now() > deadline) {
				throw new Error(`Execution ${id} is ${execution.status} after ${timeoutMs / 1000} s`);
			}
			await sleep(100);
		}
	}

	/** Waits until a workflow has had `count` executions and all of them have ended. */
	async allFinished(workflow: Workflow, count: number, timeoutMs = 60_000): Promise<Execution[]> {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			// One that ends while n8n makes its list, out of two queries, stands in it twice.
			const ids = [...new Set((await this.executionsOf(workflow)).map(({ id }) => id))];
			if (ids.length >= count) {
				return await Promise.all(ids.map((id) => this.finished(id, deadline - Date.now())));
			}
			if (Date.now() > deadline) throw new Error(`${ids.length} of ${count} executions began`);
			await sleep(100);
		}
	}

	/** The newest executions of a workflow (at most 100), newest first, without their data. */
	async executionsOf({ id }: Workflow): Promise<Array<Pick<Execution, 'id' | 'status' | 'mode'>>> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
		const path = `/executions?limit=100&filter=${filter}`;
		return (await this.session.rest<{ results: Execution[] }>('GET', path)).results;
	}

	/** Stops a running execution, as the button does. */
	stop(id: string): Promise<Pick<Execution, 'status' | 'mode' | 'finished'>> {
		return this.session.rest('POST', `/executions/${id}/stop`);
	}
}

/** Signs in as the owner, whom it sets up first in a fresh n8n. */
export async function openEditor(url: string): Promise<Editor> {
	const session = new Session(url);
	const { email, password } = owner;
	try {
		await session.rest('POST', '/login', { emailOrLdapLoginId: email, password });
	} catch (error) {
		if (!(error instanceof N8nRefusal) || error.status !== 401) throw error;
		await session.rest('POST', '/owner/setup', owner);
	}
	return new Editor(session);
}
