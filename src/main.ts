import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What the engine translated once is kept with what is installed: the next start takes half as long and every process
// less memory. Not in the machine's folder for temporary files, where another account could leave code for us to run.
// Where our folder may not be written to, nothing is kept.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'commsgrid'));

await import('./app/program.ts');
