import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

keepOneStore();

// What the engine translated once is kept with what is installed: the next start takes half as long and every process
// less memory. Not in the machine's folder for temporary files, where another account could leave code for us to run.
// Where our folder may not be written to, nothing is kept.
// Plain JavaScript, since of a file with types, met before this, the engine would load what takes types out: seventeen
// megabytes in every process, for as long as it runs. Threads and the worker are told by their environment.
const kept = join(import.meta.dirname, '..', 'node_modules', '.cache', 'commsgrid');
process.env.NODE_COMPILE_CACHE = kept;
enableCompileCache(kept);

await import('./app/program.ts');

/**
 * The C library of most Linux systems keeps a store of freed memory for each thread: ten to twenty megabytes that nobody
 * uses again. It reads how many it may have when a process begins, so this one begins anew, in its own place, with one.
 * Elsewhere this says nothing. What was begun by another of ours, and may be talking to it, has been told already.
 */
function keepOneStore() {
  const { env, execPath, execArgv, argv } = process;
  if (process.platform !== 'linux' || env.MALLOC_ARENA_MAX || process.send) return;
  process.execve(execPath, [execPath, ...execArgv, ...argv.slice(1)], { ...env, MALLOC_ARENA_MAX: '1' });
}
