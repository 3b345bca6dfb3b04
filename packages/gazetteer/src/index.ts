export { type GazetteerOptions, loadGazetteer } from './load-gazetteer.ts';
