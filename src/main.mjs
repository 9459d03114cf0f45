import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What the engine translated once is kept with what is installed: the next start takes half as long and every process
// less memory. Not in the machine's folder for temporary files, where another account could leave code for us to run.
// Where our folder may not be written to, nothing is kept.
// Plain JavaScript, since of a file with types, met before this, the engine would load what takes types out: seventeen
// megabytes in every process, for as long as it runs. Threads and the worker are told by their environment.
const kept = join(import.meta.dirname, '..', 'node_modules', '.cache', 'commsgrid');
process.env.NODE_COMPILE_CACHE = kept;
enableCompileCache(kept);

await import('./app/program.ts');
