/**
 * CI draws the same random cases each time, so that a change is judged by what it changed; elsewhere
 * every run draws its own, and what one of them finds becomes a vector.
 */
import fc from 'fast-check';

if (process.env.CI !== undefined) fc.configureGlobal({ seed: 20_261_126 });
