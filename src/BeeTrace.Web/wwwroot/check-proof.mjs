// The content of a paper and the proof that it stands in the public log: canonical JSON (RFC 8785), Merkle tree (RFC 9162), signed
// notes (C2SP). What is said must be the same as the server and the offline program say: CanonicalJson, LogProof, TrustedKeys in C#.
import { sameBytes } from './check-der.mjs';

const longestNote = 256 * 1024, longestProof = 63, mostSignatures = 64, longestName = 255, deepestContent = 64, longestNumber = 64;
const ed25519 = 1, cosignature = 4, largest = 2n ** 63n - 1n;
const utf8 = new TextEncoder();

export const sha256 = async bytes => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
export const hexOf = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

/** The text of bytes, or null for what is no UTF-8. */
export function textOf(bytes) {
  try { return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes); } catch { return null; }
}

/** A text in quotes; null for one with half a surrogate pair, which no UTF-8 can carry. */
const quoted = text => /\p{Cs}/u.test(text) ? null : JSON.stringify(text);

/** The one text of a value; null for what has none: broken texts and numbers, too deep. */
function canonical(value, depth = 0) {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth === deepestContent) return null;
  const isList = Array.isArray(value), parts = [];
  for (const key of isList ? value.keys() : Object.keys(value).sort()) {
    const inner = canonical(value[key], depth + 1), name = isList ? '' : quoted(key);
    if (inner === null || name === null) return null;
    parts.push(isList ? inner : `${name}:${inner}`);
  }
  return isList ? `[${parts}]` : `{${parts}}`;
}

/** Content as { sha256, number }; sha256 is null when it is not written in its one form, number when it bears none. */
export async function readContent(bytes) {
  const none = { sha256: null, number: null }, text = textOf(bytes);
  let value;
  try { value = JSON.parse(text ?? ''); } catch { return none; }
  const again = canonical(value);
  if (again === null || !sameBytes(utf8.encode(again), bytes)) return none;
  const number = value && typeof value === 'object' && !Array.isArray(value) && Object.hasOwn(value, 'number') ? value.number : null;
  const isNumber = typeof number === 'string' && number.length > 0 && number.length <= longestNumber && !/\p{Cc}/u.test(number);
  return { sha256: hexOf(await sha256(bytes)), number: isNumber ? number : null };
}

function numberOf(text) {
  if (!/^(0|[1-9]\d{0,18})$/.test(text)) return null;
  const number = BigInt(text);
  return number <= largest ? number : null;
}

/** Base64 in its one spelling. */
function bytesOf(text) {
  let bytes;
  try { bytes = Uint8Array.from(atob(text), character => character.charCodeAt(0)); } catch { return null; }
  return btoa(String.fromCharCode(...bytes)) === text ? bytes : null;
}

function hashOf(text) {
  const bytes = text.length === 44 ? bytesOf(text) : null;
  return bytes?.length === 32 ? bytes : null;
}

const isName = name => name.length > 0 && name.length <= longestName && !/[+\p{Zs}\p{Zl}\p{Zp}\p{Cc}]/u.test(name) && utf8.encode(name).length <= longestName;

/** A text with signatures below it, as { text, signatures }, or null. */
function readNote(note) {
  const parting = note.lastIndexOf('\n\n');
  if (note.length > longestNote || parting < 0 || !note.endsWith('\n') || /[\0-\t\v-\x1f]/.test(note)) return null;
  const lines = note.slice(parting + 2).split('\n').slice(0, -1), signatures = [];
  if (lines.length === 0 || lines.length > mostSignatures) return null;
  for (const line of lines) {
    const [name, base64, ...more] = line.startsWith('— ') ? line.slice(2).split(' ') : [];
    const bytes = base64 !== undefined && !more.length && isName(name) ? bytesOf(base64) : null;
    if (!bytes || bytes.length <= 4) return null;
    signatures.push({ name, id: hexOf(bytes.subarray(0, 4)), signature: bytes.subarray(4) });
  }
  return { text: note.slice(0, parting + 1), signatures };
}

/** A proof as { index, hashes, note }, or null. */
export function readProof(bytes) {
  const text = textOf(bytes), parting = text?.indexOf('\n\n') ?? -1;
  if (parting < 0 || text.length > longestNote) return null;
  const [first, at, ...lines] = text.slice(0, parting).split('\n');
  if (first !== 'c2sp.org/tlog-proof@v1' || !at?.startsWith('index ') || lines.length > longestProof) return null;
  const index = numberOf(at.slice('index '.length)), hashes = lines.map(hashOf), note = readNote(text.slice(parting + 2));
  return index === null || hashes.includes(null) || !note ? null : { index, hashes, note };
}

/** What a checkpoint says, as { origin, size, root }, or null. */
async function readCheckpoint(text) {
  const [origin, count, hash, end, ...more] = text.length <= 512 ? text.split('\n') : [];
  if (end !== '' || more.length || !isName(origin)) return null;
  const size = numberOf(count), root = hashOf(hash);
  if (size === null || !root) return null;
  return size === 0n && !sameBytes(root, await sha256(new Uint8Array())) ? null : { origin, size, root };
}

/** A key's line, or null. */
async function readKey(text, algorithm) {
  const [name, id, ...rest] = text.split('+'), base64 = rest.join('+');
  const bytes = rest.length && isName(name) && base64.length <= 4096 ? bytesOf(base64) : null;
  if (bytes?.length !== 33 || bytes[0] !== algorithm) return null;
  const own = hexOf((await sha256(Uint8Array.of(...utf8.encode(name), 10, ...bytes))).subarray(0, 4));
  return own === id ? { name, id, algorithm, key: bytes.subarray(1) } : null;
}

const pemBegins = '-----BEGIN CERTIFICATE-----', pemEnds = '-----END CERTIFICATE-----';

/**
 * Reads a file of keys: { authorities, clocks, logs, witnesses, needed }, the certificates as bytes. Null when a line is neither key
 * nor certificate, no log stands in it, or more witnesses are asked for than there are.
 */
export async function readKeys(text) {
  const authorities = [], clocks = [], logs = [], witnesses = [], lines = text.replace(/^\ufeff+/, '').split('\n').map(line => line.trim());
  let asked = null, isClock = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.startsWith('#')) continue;
    if (line === pemBegins) {
      const end = lines.indexOf(pemEnds, at);
      if (end < 0) return null;
      try { (isClock ? clocks : authorities).push(Uint8Array.from(atob(lines.slice(at + 1, end).join('')), character => character.charCodeAt(0))); } catch { return null; }
      [at, isClock] = [end, false];
    } else if (isClock) {
      return null;
    } else if (line === 'timestamp') {
      isClock = true;
    } else if (line.startsWith('witnesses ')) {
      if (asked !== null || !/^\d{1,9}$/.test(line.slice(10))) return null;
      asked = Number(line.slice(10));
    } else {
      const isWitness = line.startsWith('witness '), key = await readKey(isWitness ? line.slice(8) : line, isWitness ? cosignature : ed25519);
      if (!key) return null;
      (isWitness ? witnesses : logs).push(key);
    }
  }
  const names = new Set(witnesses.map(key => key.name)).size;
  return isClock || !logs.length || asked > names ? null : { authorities, clocks, logs, witnesses, needed: asked ?? names };
}

/** Ed25519 by the browser, or by the library where the browser has none. */
async function verify(key, message, signature, library) {
  if (signature.length !== 64) return false;
  let own;
  try { own = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']); } catch { own = null; }
  if (own) return crypto.subtle.verify({ name: 'Ed25519' }, own, signature, message);
  try { return await library.verifyAsync(signature, message, key, { zip215: false }); } catch { return false; }
}

/** Whether a key signed a note; where the note bears several of its signatures, every one must hold. */
async function hasSigned(key, note, library) {
  const own = note.signatures.filter(({ name, id }) => name === key.name && id === key.id);
  for (const { signature } of own) {
    let [text, bytes] = [note.text, signature];
    if (key.algorithm === cosignature) {
      if (signature.length !== 72 || signature[0] >= 0x80) return false;
      text = `cosignature/v1\ntime ${BigInt(`0x${hexOf(signature.subarray(0, 8))}`)}\n${text}`;
      bytes = signature.subarray(8);
    }
    if (!await verify(key.key, utf8.encode(text), bytes, library)) return false;
  }
  return own.length > 0;
}

const nodeOf = (left, right) => sha256(Uint8Array.of(1, ...left, ...right));

async function isIncluded(leaf, index, size, hashes, root) {
  if (index >= size) return false;
  let [at, last, hash] = [index, size - 1n, leaf];
  for (const beside of hashes) {
    if (last === 0n) return false;
    if (at & 1n || at === last) {
      hash = await nodeOf(beside, hash);
      while (!(at & 1n) && at !== 0n) [at, last] = [at >> 1n, last >> 1n];
    } else {
      hash = await nodeOf(hash, beside);
    }
    [at, last] = [at >> 1n, last >> 1n];
  }
  return last === 0n && sameBytes(hash, root);
}

/** Whether content stands in a trusted log: { finding, origin, index, size }, the finding 'holds' where it does. */
export async function checkProof(proof, sha256Hex, keys, library) {
  const checkpoint = await readCheckpoint(proof.note.text);
  if (!checkpoint) return { finding: 'checkpoint-malformed' };
  const { origin, size, root } = checkpoint, said = { origin, index: proof.index, size };
  const ofLog = keys.logs.filter(key => key.name === origin);
  if (!ofLog.length) return { finding: 'other-log', ...said };
  // While a key is exchanged a checkpoint may bear the signatures of both; each that it bears must hold.
  const claimed = ofLog.filter(key => proof.note.signatures.some(({ name, id }) => name === key.name && id === key.id));
  if (!claimed.length) return { finding: 'checkpoint-not-signed', ...said };
  for (const key of claimed) if (!await hasSigned(key, proof.note, library)) return { finding: 'checkpoint-not-signed', ...said };
  const seen = new Set();
  for (const key of keys.witnesses) if (await hasSigned(key, proof.note, library)) seen.add(key.name);
  if (seen.size < keys.needed) return { finding: 'witnesses-missing', ...said };
  const leaf = await sha256(Uint8Array.of(0, ...utf8.encode(`{"content":"${sha256Hex}","deed":"issued","format":"beetrace-log-1"}`)));
  return { finding: await isIncluded(leaf, proof.index, size, proof.hashes, root) ? 'holds' : 'not-in-log', ...said };
}
