// The pictures of the recipes: each one's canvas after a run, so that one sees how many items took
// which way, and nothing of the editor around it.
import type { Browser, Page } from 'playwright-core';
import type { Sandbox } from '../../sandbox';
import { signedInPage } from './browser';
import { recipe, recipeNames } from './examples';
import { picture } from './picture';
import { oneInDoubt, question, startShopModel, withModel } from './recipeRun';
import type { Editor } from './rest';
import type { Accounts } from './testBed';
import { triggerOf, type Workflow } from './workflow';

const width = 1000;

const canvas = '[data-test-id=canvas-wrapper]';
const onlyTheCanvas = `
	body * { visibility: hidden !important; }
	${canvas} { position: fixed !important; inset: 0 !important; z-index: 1000;
		width: 100vw !important; height: 100vh !important; }
	${canvas}, ${canvas} [data-test-id=canvas], ${canvas} [data-test-id=canvas] *
		{ visibility: visible !important; }
	${canvas} .vue-flow__panel *, ${canvas} [data-test-id=canvas-background] *,
	${canvas} [data-test-id=canvas-background-striped-pattern],
	${canvas} [data-test-id=canvas-node-toolbar] *, ${canvas} [data-test-id=canvas-node-toolbar],
	${canvas} :has(> [data-test-id=canvas-handle-plus]),
	${canvas} :has(> [data-test-id=canvas-handle-plus]) * { visibility: hidden !important; }`;

/** How high a picture of the given width is, for the workflow to fill it. */
function heightOf({ nodes }: Workflow): number {
	const boxes = nodes.map(({ position: [x, y], parameters }) => {
		// A node without a size of its own is drawn with its name below it.
		const { width = 160, height = 160 } = parameters as { width?: number; height?: number };
		return { left: x, right: x + width, top: y, bottom: y + height };
	});
	const across =
		Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
	const down =
		Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
	return Math.round(down * Math.min(1, (width - 100) / across)) + 60;
}

async function openRun(page: Page, editor: Editor, workflow: Workflow): Promise<void> {
	const message = triggerOf(workflow).type.endsWith('.chatTrigger') ? question : undefined;
	const { id, status, workflowId } = await editor.runToEnd(workflow, message);
	if (status !== 'success') throw new Error(`${workflow.name} ended with ${status}`);
	await page.goto(`${editor.session.url}/workflow/${workflowId}/executions/${id}`);
	await page.getByTestId('canvas-node-status-success').first().waitFor();
}

/** Writes `recipe-<name>.png` for every recipe. */
export async function pictureRecipes(
	browser: Browser,
	sandbox: Sandbox,
	{ editor, accounts }: { editor: Editor; accounts: Accounts },
): Promise<void> {
	const model = await startShopModel('Send_Card');
	const all = await withModel(editor, accounts, model);
	const page = await signedInPage(browser, editor.session.url);
	sandbox.plan([oneInDoubt]);
	for (const name of recipeNames) {
		const workflow = recipe(name, all);
		await page.setViewportSize({ width, height: heightOf(workflow) });
		await openRun(page, editor, workflow);
		await page.addStyleTag({ content: onlyTheCanvas });
		await page.getByTestId('zoom-to-fit').dispatchEvent('click');
		// The canvas glides to its new place, which no element tells of.
		await page.waitForTimeout(1_500);
		await picture(page, `recipe-${name}`);
	}
	await page.close();
	await model.stop();
	sandbox.reset();
}
