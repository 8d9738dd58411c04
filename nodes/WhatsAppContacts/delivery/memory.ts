/**
 * Once: what became of each message, so that n8n's Retry On Fail never sends an accepted one
 * again. n8n hands every try the identical item objects, so the memory hangs on them and frees
 * itself with them; it needs no clock, no limit and no clean-up.
 */

/** Where one item's outcomes are kept, by the message's place within the item. */
export interface Notes<Outcome> {
	get(place: string): Outcome | undefined;
	set(place: string, outcome: Outcome): void;
	delete(place: string): void;
}

/** Names that are unlike all others of this process. */
let named = 0;

/** A process-wide memory. */
export class Memory<Outcome> {
	private readonly names = new WeakMap<object, Map<string, string>>();
	private readonly byHolder = new WeakMap<object, Map<string, Outcome>>();

	/**
	 * A name for one item in one run, the same in every try: it stands for what `notes` hang on.
	 * Ids of executions alone would not do, because another n8n may count them too.
	 */
	name(holder: object, run: string): string {
		const known = this.names.get(holder) ?? new Map<string, string>();
		this.names.set(holder, known);
		const name = known.get(run) ?? String(++named);
		known.set(run, name);
		return name;
	}

	/**
	 * The notes of one item in one run.
	 * @param holder the input item's object, or as an AI tool its `json`: what every try shares
	 * @param run names the execution, node, run index and item index; parameters are no part of it
	 */
	notes(holder: object, run: string): Notes<Outcome> {
		return {
			get: (place) => this.byHolder.get(holder)?.get(`${run}|${place}`),
			delete: (place) => void this.byHolder.get(holder)?.delete(`${run}|${place}`),
			set: (place, outcome) => {
				const known = this.byHolder.get(holder);
				if (known) known.set(`${run}|${place}`, outcome);
				else this.byHolder.set(holder, new Map([[`${run}|${place}`, outcome]]));
			},
		};
	}
}
