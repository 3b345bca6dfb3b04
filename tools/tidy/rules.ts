import type { CheckoutFile } from '../checkout.ts';
import { checkAssertions } from './assertions.ts';
import { checkColumnNames } from './column-names.ts';
import { checkCommentPlacement, checkCommentWidth, formatterWidth } from './comments.ts';
import { checkDemoLocation } from './demo-location.ts';
import type { Finding } from './finding.ts';
import { checkFindings } from './findings.ts';
import { checkLoopNames } from './loop-names.ts';
import { checkDependencyPage, checkLicence, checkLockFile } from './manifests.ts';
import { checkDeclaredNames, checkFileNames } from './names.ts';
import { checkPlaceholders } from './placeholders.ts';
import { checkPureDomain } from './pure-domain.ts';
import { sizeExceptions } from './size-exceptions.ts';
import {
  checkSizes,
  fileLimit,
  functionLimit,
  isWiring,
  measureFiles,
  measureFunctions,
  wiringLimit,
} from './sizes.ts';
import { checkSleeps } from './sleeps.ts';
import { readSources } from './source.ts';
import { checkSqlLocation } from './sql-location.ts';
import { checkTodos } from './todos.ts';
import { checkTraces } from './traces.ts';
import { checkWords } from './words/check-words.ts';

export type Rules = Readonly<Record<string, () => Finding[]>>;

/** The rules of this repository that no other tool holds, by the sentence that the test shows. */
export function rulesFor(files: readonly CheckoutFile[]): Rules {
  const sources = readSources(files);
  const ofFunctions = sizeExceptions.filter(({ subject }) => subject.includes('#'));
  const ofFiles = sizeExceptions.filter(({ subject }) => !subject.includes('#'));
  const wiring = sources.filter(({ path }) => isWiring(path));
  return {
    'files are small': () => checkSizes(measureFiles(sources), fileLimit, ofFiles),
    'functions are small': () => checkSizes(measureFunctions(sources), functionLimit, ofFunctions),
    'wiring is split': () => checkSizes(measureFiles(wiring), wiringLimit, []),
    'words are plain': () => checkWords(files),
    'file names describe their content': () => checkFileNames(files),
    'declared names describe their content': () => checkDeclaredNames(sources),
    'nothing is called one': () => checkLoopNames(sources),
    'doc comments describe a module or a symbol': () => checkCommentPlacement(sources),
    'comments keep the line width': () => checkCommentWidth(sources, formatterWidth(files)),
    'no machine path or registry host is committed': () => checkTraces(files),
    'type assertions are explained': () => checkAssertions(sources),
    'todo comments name their issue': () => checkTodos(sources),
    'SQL is in a store': () => checkSqlLocation(sources),
    'column names are in a store': () => checkColumnNames(sources, files),
    'statements have few positional parameters': () => checkPlaceholders(sources),
    'the domain reads no clock and no random source': () => checkPureDomain(sources),
    'the demo is in its module': () => checkDemoLocation(sources),
    'tests do not sleep': () => checkSleeps(sources),
    'findings have the right form': () => checkFindings(files),
    'every package carries the licence': () => checkLicence(files),
    'every dependency has a reason': () => checkDependencyPage(files),
    'the lock file contains every dependency': () => checkLockFile(files),
  };
}
