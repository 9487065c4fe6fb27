// Checks files as a browser does: node browser-check.mjs SCRIPTS LIBRARY FOLDER. FOLDER holds keys.txt and the files; answers a line for
// each, in the order of their names: name, finding, number, SHA-256, signer, moments in seconds, index and size of the log.
import { webcrypto } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

globalThis.crypto ??= webcrypto;
const [scripts, library, folder] = process.argv.slice(2);
const { checkPaper, trust } = await import(pathToFileURL(join(scripts, 'check-paper.mjs')));
const trusted = await trust(readFileSync(join(folder, 'keys.txt'), 'utf8'), await import(pathToFileURL(library)));
for (const name of readdirSync(folder).filter(name => name !== 'keys.txt').sort()) {
  const verdict = await checkPaper(new Uint8Array(readFileSync(join(folder, name))), trusted), seconds = at => at === undefined ? undefined : Math.floor(at / 1000);
  console.log([name, verdict.finding, verdict.number, verdict.sha256, verdict.signer, seconds(verdict.signedAt?.at), seconds(verdict.timestampedAt), verdict.index, verdict.size].map(part => part ?? '').join('\t'));
}
