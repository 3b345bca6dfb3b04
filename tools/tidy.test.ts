/**
 * The house rules that no other tool holds. Each rule is a pure function in tools/tidy/ from files to
 * findings, with a test of its own; here they meet the real checkout, and a finding is the test's failure
 * message.
 */
import { expect, test } from 'vitest';
import { readCheckout } from './checkout.ts';
import { checkAssertions } from './tidy/assertions.ts';
import { describeFinding, type Finding } from './tidy/finding.ts';
import { checkDependencyPage, checkLicence, checkLockFile } from './tidy/manifests.ts';
import { checkDeclaredNames, checkFileNames } from './tidy/names.ts';
import { checkPureDomain } from './tidy/pure-domain.ts';
import { sizeExceptions } from './tidy/size-exceptions.ts';
import { checkSizes, fileLimit, functionLimit, measureFiles, measureFunctions } from './tidy/sizes.ts';
import { readSources } from './tidy/source.ts';
import { checkSqlRoom } from './tidy/sql-room.ts';
import { checkTodos } from './tidy/todos.ts';
import { checkTraces } from './tidy/traces.ts';

const files = readCheckout();
const sources = readSources(files);
const ofFunctions = sizeExceptions.filter(({ subject }) => subject.includes('#'));
const ofFiles = sizeExceptions.filter(({ subject }) => !subject.includes('#'));

const rules: Record<string, () => Finding[]> = {
  'files are small': () => checkSizes(measureFiles(sources), fileLimit, ofFiles),
  'functions are small': () => checkSizes(measureFunctions(sources), functionLimit, ofFunctions),
  'file names say what is inside': () => checkFileNames(files),
  'declared names say what they are': () => checkDeclaredNames(sources),
  'nothing carries a machine path or a registry host': () => checkTraces(files),
  'type assertions are explained': () => checkAssertions(sources),
  'promises in comments name their issue': () => checkTodos(sources),
  'SQL stands in the store': () => checkSqlRoom(sources),
  'the domain asks neither clock nor chance': () => checkPureDomain(sources),
  'every package carries the licence': () => checkLicence(files),
  'every dependency has its reason': () => checkDependencyPage(files),
  'the lock file knows every dependency': () => checkLockFile(files),
};

test('the checkout is there to be looked at', () => {
  expect(sources.map(({ path }) => path)).toContain('tools/tidy.test.ts');
});

test.each(Object.entries(rules))('%s', (_, check) => {
  expect(check().map(describeFinding)).toEqual([]);
});
