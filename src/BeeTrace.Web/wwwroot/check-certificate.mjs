// Certificates of those who sign (RFC 5280), and whether they stand under an authority that is trusted. Nothing is asked from the
// network, nothing from the machine's own trust.
import { Der, bits, context, integer, isStrict, requireThat, sameBytes, sequence } from './check-der.mjs';

const subjectKeyOid = '2.5.29.14', usageOid = '2.5.29.15', constraintsOid = '2.5.29.19', purposeOid = '2.5.29.37';
/** What a chain is checked for here or by the library; whoever marks anything else as critical is not understood. */
const understood = new Set([subjectKeyOid, usageOid, constraintsOid, purposeOid, '2.5.29.17', '2.5.29.30', '2.5.29.32', '2.5.29.33', '2.5.29.35', '2.5.29.36', '2.5.29.54']);
const shortNames = { '2.5.4.3': 'CN', '2.5.4.6': 'C', '2.5.4.7': 'L', '2.5.4.8': 'S', '2.5.4.10': 'O', '2.5.4.11': 'OU', '1.2.840.113549.1.9.1': 'E', '2.5.4.5': 'SERIALNUMBER' };

/** Reads what is needed of a certificate. `library` is the module of check-library.mjs. */
export function readCertificate(raw, library) {
  requireThat(isStrict(raw));
  const outer = new Der(raw), whole = outer.sequence();
  outer.end();
  const body = whole.sequence(), algorithm = whole.take(sequence).raw;
  whole.take(bits);
  whole.end();
  if (body.nextTag === context(0)) body.next();
  const serial = body.integer();
  requireThat(sameBytes(body.take(sequence).raw, algorithm));
  const issuer = body.take(sequence).raw, validity = body.sequence(), from = timeOf(validity.next()), until = timeOf(validity.next());
  const subject = body.take(sequence).raw, key = body.take(sequence).raw;
  while (body.hasMore && body.nextTag !== context(3)) body.next();
  const extensions = new Map();
  if (body.hasMore) {
    const list = body.inside(context(3)).sequence();
    while (list.hasMore) {
      const extension = list.sequence(), oid = extension.identifier();
      const isCritical = extension.nextTag === 1 && extension.next().content[0] === 0xff;
      requireThat(!extensions.has(oid));
      extensions.set(oid, { isCritical, value: extension.octets() });
    }
  }
  let parsed;
  try { parsed = library.Certificate.fromBER(raw); } catch { requireThat(false); }
  return { raw, serial, issuer, subject, key, from, until, extensions, parsed };
}

function timeOf({ tag, content }) {
  const text = String.fromCharCode(...content);
  const found = tag === 0x17 ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) : tag === 0x18 ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) : null;
  requireThat(found);
  const [year, month, ...rest] = found.slice(1).map(Number);
  return Date.UTC(tag === 0x18 ? year : year + (year < 50 ? 2000 : 1900), month - 1, ...rest);
}

/** Whether the key of a certificate may sign; it may where the certificate is silent (RFC 5280, 4.2.1.3). */
export function maySign(certificate) {
  const usage = certificate.extensions.get(usageOid);
  if (!usage) return true;
  // The first byte counts the bits that are not used; then digitalSignature, nonRepudiation.
  const content = new Der(usage.value).take(bits).content;
  return content.length > 1 && (content[1] & 0xc0) !== 0;
}

export const subjectKeyOf = certificate => {
  const extension = certificate.extensions.get(subjectKeyOid);
  return extension ? new Der(extension.value).octets() : null;
};

const algorithmOf = key => new Der(key).sequence().sequence();

/** The curve of a key as WebCrypto calls it, 'RSA', or null. */
export function kindOf(certificate) {
  const algorithm = algorithmOf(certificate.key), oid = algorithm.identifier();
  if (oid === '1.2.840.113549.1.1.1') return 'RSA';
  if (oid !== '1.2.840.10045.2.1') return null;
  return { '1.2.840.10045.3.1.7': 'P-256', '1.3.132.0.34': 'P-384', '1.3.132.0.35': 'P-521' }[algorithm.identifier()] ?? null;
}

const unsigned = number => number[0] === 0 ? number.subarray(1) : number;

/** Whether the certificate's key signed the bytes. */
export async function hasSigned(certificate, isCurve, hash, signed, signature) {
  const kind = kindOf(certificate);
  if (!kind || isCurve !== (kind !== 'RSA')) return false;
  if (!isCurve) {
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash };
    return crypto.subtle.verify(algorithm, await crypto.subtle.importKey('spki', certificate.key, algorithm, false, ['verify']), signature, signed);
  }
  const outer = new Der(signature), pair = outer.sequence(), size = { 'P-256': 32, 'P-384': 48, 'P-521': 66 }[kind], plain = new Uint8Array(2 * size);
  outer.end();
  for (const end of [size, 2 * size]) {
    const number = pair.integer();
    if (number[0] >= 0x80 || unsigned(number).length > size) return false;
    plain.set(unsigned(number), end - unsigned(number).length);
  }
  pair.end();
  const key = await crypto.subtle.importKey('spki', certificate.key, { name: 'ECDSA', namedCurve: kind }, false, ['verify']);
  return crypto.subtle.verify({ name: 'ECDSA', hash }, key, plain, signed);
}

const keyOf = certificates => certificates.map(({ raw }) => String.fromCharCode(...raw)).join('|');

/**
 * Whether a certificate leads to one of the authorities at a time. `known` is a map of the caller's, for one set of authorities: papers of
 * one signer share their way up, which is found once and then holds as long as each on it does.
 */
export async function leads(certificate, others, authorities, at, purpose, library, known) {
  if (certificate.from > at || certificate.until < at) return false;
  if ([...certificate.extensions].some(([oid, { isCritical }]) => isCritical && !understood.has(oid))) return false;
  if (purpose && !purposesOf(certificate).includes(purpose)) return false;
  const isOf = list => list.some(other => sameBytes(other.raw, certificate.raw));
  if (isOf(authorities)) return true;
  const between = others.filter(other => !sameBytes(other.raw, certificate.raw) && !authorities.some(authority => sameBytes(authority.raw, other.raw)));
  const key = keyOf([certificate, ...between]), found = known.get(key);
  if (found?.every(each => each.from <= at && at <= each.until)) return true;
  const engine = new library.CertificateChainValidationEngine({
    trustedCerts: authorities.map(authority => authority.parsed), certs: [...between, certificate].map(other => other.parsed), checkDate: new Date(at),
  });
  let path;
  try {
    const result = await engine.verify();
    if (!result.result) return false;
    path = result.certificatePath;
  } catch { return false; }
  const all = [...authorities, ...between, certificate];
  const read = path.map(parsed => all.find(other => other.parsed === parsed));
  // The library knows an authority by what it signs of itself alone, and counts no lengths.
  const top = read[read.length - 1];
  const holds = read[0] === certificate && read.every(Boolean) && authorities.includes(top) && sameBytes(top.subject, top.issuer) && read.every((above, i) => i === 0 || mayStandAbove(above, i - 1))
    && read.every(each => each.from <= at && at <= each.until);
  if (holds) known.set(key, read);
  return holds;
}

/** Whether a certificate may issue others, with so many of them between it and the signer (4.2.1.9). */
function mayStandAbove(certificate, between) {
  const extension = certificate.extensions.get(constraintsOid);
  if (!extension) return false;
  const constraints = new Der(extension.value).sequence();
  if (constraints.nextTag !== 1) return false;
  constraints.next();
  if (constraints.nextTag !== integer) return true;
  const most = constraints.smallInteger();
  return most < 0 || between <= most;
}

function purposesOf(certificate) {
  const extension = certificate.extensions.get(purposeOid), purposes = [];
  if (!extension?.isCritical) return purposes;
  const list = new Der(extension.value).sequence();
  while (list.hasMore) purposes.push(list.identifier());
  return purposes;
}

/** The subject as people write it (X.500), the innermost name first. */
export function nameOf(certificate) {
  const parts = [], names = new Der(certificate.subject).sequence();
  while (names.hasMore) {
    const relative = names.set();
    while (relative.hasMore) {
      const pair = relative.sequence(), oid = pair.identifier(), { tag, content } = pair.next();
      const text = tag === 0x1e ? new TextDecoder('utf-16be').decode(content) : new TextDecoder(tag === 0x0c ? 'utf-8' : 'latin1').decode(content);
      parts.unshift(`${shortNames[oid] ?? `OID.${oid}`}=${/[,+="<>;#\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text}`);
    }
  }
  return parts.join(', ');
}
