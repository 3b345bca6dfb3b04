/**
 * `npm run pictures [folder]` takes a screenshot of every page in every state, from its own demo, for review,
 * and updates the pictures of the README.
 */
import path from 'node:path';
import { takePictures } from '../e2e/pictures/take-pictures.ts';
import { root } from './checkout.ts';

const folder = path.resolve(process.argv[2] ?? path.join(root, 'coverage/pictures'));
const { count, missed } = await takePictures({
  folder,
  showcaseFolder: path.join(root, 'docs/images'),
  log: (line) => console.log(line),
});
console.log(`${count} pictures in ${folder}.`);
for (const state of missed) console.error(`Not reached: ${state}`);
if (missed.length > 0) process.exitCode = 1;
