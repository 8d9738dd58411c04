/**
 * Collects an answer's bytes, at most `MAX_ANSWER_BYTES` of them.
 *
 * Traps: a list of the chunks would do for honest servers, but one that sends its 5 MiB in chunks
 * of a single byte makes a view of each, half a gigabyte of them. And one buffer that grows holds
 * its old half beside the new one, for every answer that is read at the same time. So all but the
 * first chunk are copied into blocks that stay where they are.
 */
import { MAX_ANSWER_BYTES } from './http';

const SMALLEST_BLOCK = 16 * 1024;
const LARGEST_BLOCK = 1024 * 1024;

export class AnswerBody {
	private readonly blocks: Buffer[] = [];
	private size = 0;
	/** Bytes used of the last block. */
	private used = 0;

	/** `false` when the answer is larger than what is read; nothing is kept of it then. */
	add(chunk: Uint8Array): boolean {
		if (this.size + chunk.byteLength > MAX_ANSWER_BYTES) {
			this.blocks.length = 0;
			return false;
		}
		const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
		// Most answers are one chunk: it is kept as it is.
		if (this.size === 0) this.append(bytes);
		else this.copy(bytes);
		this.size += chunk.byteLength;
		return true;
	}

	/** All of it as UTF-8, invalid bytes replaced, without a byte order mark. */
	text(): string {
		const [first] = this.blocks;
		const isSingle = this.blocks.length === 1 && first !== undefined;
		const whole = isSingle ? first : Buffer.concat(this.blocks, this.size);
		const text = whole.toString('utf8', 0, this.size);
		return text.startsWith('\uFEFF') ? text.slice(1) : text;
	}

	private copy(bytes: Buffer): void {
		for (let from = 0; from < bytes.length;) {
			const last = this.blocks.at(-1);
			if (last === undefined || this.used === last.length) {
				const length = Math.min(LARGEST_BLOCK, Math.max(SMALLEST_BLOCK, this.size));
				this.append(Buffer.allocUnsafe(length));
				this.used = 0;
				continue;
			}
			const copied = bytes.copy(last, this.used, from);
			this.used += copied;
			from += copied;
		}
	}

	private append(block: Buffer): void {
		this.blocks.push(block);
		this.used = block.length;
	}
}
