/** GREEN-API's lists keep to its rates. */
import { describeChatLists } from '../lists/chatLists';
import { openList } from '../lists/openList';
import { freshInstance } from '../promises/sending';
import { kits } from '.';

describeChatLists('GREEN-API', (lists, core) => {
	it('keeps to the rate of GREEN-API’s lists', async () => {
		const credential = freshInstance(lists.sandbox, 'greenApi');
		const opened = { core, kit: kits.greenApi, credential };
		const other = { ...credential, apiUrl: `${credential.apiUrl}/` };
		await (
			await openList(opened)
		)();
		// Another account of the same instance, as far as the memory knows.
		lists.sandbox.changeInstance('greenApi', credential.instance, {
			token: `${credential.token}2`,
		});
		const again = { ...other, token: `${credential.token}2` };
		await (
			await openList({ ...opened, credential: again })
		)();
		const [first, second] = lists.sandbox.requests();
		expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(900);
	});
});
