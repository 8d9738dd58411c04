/**
 * Collects an answer's bytes, at most `MAX_ANSWER_BYTES` of them.
 *
 * Trap: a list of chunks would do for honest servers, but one that sends its 5 MiB in chunks of a
 * single byte makes a view of each, half a gigabyte of them. So all but the first are copied.
 */
import { MAX_ANSWER_BYTES } from './http';

const EMPTY = Buffer.alloc(0);

export class AnswerBody {
	private bytes: Buffer = EMPTY;
	private size = 0;

	/** `false` when the answer is larger than what is read; nothing is kept of it then. */
	add(chunk: Uint8Array): boolean {
		const needed = this.size + chunk.byteLength;
		if (needed > MAX_ANSWER_BYTES) {
			this.bytes = EMPTY;
			return false;
		}
		if (this.size === 0) {
			// Most answers are one chunk: it is kept as it is.
			this.bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
		} else {
			if (needed > this.bytes.length) this.grow(needed);
			this.bytes.set(chunk, this.size);
		}
		this.size = needed;
		return true;
	}

	/** All of it as UTF-8, invalid bytes replaced, without a byte order mark. */
	text(): string {
		const text = this.bytes.toString('utf8', 0, this.size);
		return text.startsWith('\uFEFF') ? text.slice(1) : text;
	}

	private grow(needed: number): void {
		const grown = Buffer.allocUnsafe(Math.min(MAX_ANSWER_BYTES, Math.max(2 * needed, 16_384)));
		grown.set(this.bytes.subarray(0, this.size));
		this.bytes = grown;
	}
}
