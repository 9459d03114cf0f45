import { test } from 'node:test';
import { readMutated } from './support/mutation-run.ts';

test('mutated files of every format are read or refused', context => readMutated(60, 20, context));
