// The signed message inside of a paper's signature (RFC 5652, ETSI EN 319 122-1) and the time-stamp in it (RFC 3161). What is said
// of a file must be the same as the server and the offline program say: CmsSignedData, CadesSignature and TimestampToken in C#.
import { Der, Malformed, context, requireThat, sameBytes, sequence } from './check-der.mjs';
import { hasSigned, leads, maySign, nameOf, readCertificate, subjectKeyOf } from './check-certificate.mjs';

const dataOid = '1.2.840.113549.1.7.1', signedDataOid = '1.2.840.113549.1.7.2', tokenOid = '1.2.840.113549.1.9.16.1.4';
const contentTypeOid = '1.2.840.113549.1.9.3', digestOid = '1.2.840.113549.1.9.4', timeOid = '1.2.840.113549.1.9.5';
const signerOid = '1.2.840.113549.1.9.16.2.47', timestampOid = '1.2.840.113549.1.9.16.2.14', timestampPurpose = '1.3.6.1.5.5.7.3.8';
const rsaOid = '1.2.840.113549.1.1.1';
const hashes = {
  '2.16.840.1.101.3.4.2.1': { name: 'SHA-256', rsa: '1.2.840.113549.1.1.11', curve: '1.2.840.10045.4.3.2' },
  '2.16.840.1.101.3.4.2.2': { name: 'SHA-384', rsa: '1.2.840.113549.1.1.12', curve: '1.2.840.10045.4.3.3' },
  '2.16.840.1.101.3.4.2.3': { name: 'SHA-512', rsa: '1.2.840.113549.1.1.13', curve: '1.2.840.10045.4.3.4' },
};
const mostCertificates = 16;
const digest = async (hash, bytes) => new Uint8Array(await crypto.subtle.digest(hash, bytes));

/** An algorithm without parameters; RSA and hashes may write them as NULL, curves may not (RFC 5754). */
function readAlgorithm(der) {
  const algorithm = der.sequence(), oid = algorithm.identifier();
  if (algorithm.hasMore && !Object.values(hashes).some(hash => hash.curve === oid)) algorithm.null();
  algorithm.end();
  return oid;
}

function readAttribute(der) {
  const attribute = der.sequence(), type = attribute.identifier(), values = attribute.set();
  attribute.end();
  const value = values.next().raw;
  values.end();
  return [type, value];
}

/** A message of one signer in its strictest form. */
function readMessage(bytes, { library, certificates: known }) {
  const outer = new Der(bytes), info = outer.sequence();
  outer.end();
  requireThat(info.identifier() === signedDataOid);
  const wrapped = info.inside(context(0));
  info.end();
  const body = wrapped.sequence();
  wrapped.end();

  const version = body.smallInteger(), digests = body.set(), hash = hashes[readAlgorithm(digests)];
  digests.end();
  const content = body.sequence(), contentType = content.identifier();
  let inside = null;
  if (content.hasMore) {
    const holder = content.inside(context(0));
    inside = holder.octets();
    holder.end();
  }
  content.end();
  requireThat(version === (contentType === dataOid ? 1 : 3));
  const certificates = [], list = body.inside(context(0));
  while (list.hasMore) {
    requireThat(certificates.length < mostCertificates);
    const { raw } = list.take(sequence), key = String.fromCharCode(...raw);
    // Papers of one signer bring the same certificates.
    if (!known.has(key)) known.set(key, readCertificate(raw.slice(), library));
    certificates.push(known.get(key));
  }
  const signers = body.set();
  body.end();
  const by = signers.sequence();
  signers.end();

  const form = by.smallInteger(), signer = readSigner(by, form === 1, certificates);
  requireThat(form === 1 || form === 3);
  requireThat(hash && hashes[readAlgorithm(by)] === hash);
  const signed = by.bytes.slice(by.at, by.at + new Der(by.bytes.subarray(by.at)).next().raw.length), attributes = new Map(), all = by.set(context(0));
  while (all.hasMore) {
    const [type, value] = readAttribute(all);
    requireThat(!attributes.has(type));
    attributes.set(type, value);
  }
  requireThat(attributes.has(contentTypeOid) && new Der(attributes.get(contentTypeOid)).identifier() === contentType && attributes.has(digestOid));
  // What is signed is the attributes as a set (5.4).
  signed[0] = 0x31;
  const algorithm = readAlgorithm(by);
  requireThat(algorithm === rsaOid || algorithm === hash.rsa || algorithm === hash.curve);
  const signature = by.octets();
  let timestamp = null;
  if (by.hasMore) {
    const unsigned = by.set(context(1)), [type, value] = readAttribute(unsigned);
    unsigned.end();
    requireThat(type === timestampOid);
    timestamp = value;
  }
  by.end();
  return { contentType, content: inside, hash: hash.name, isCurve: algorithm === hash.curve, certificates, signer, signed, attributes, signature, timestamp, digest: new Der(attributes.get(digestOid)).octets() };
}

function readSigner(by, isByNumber, certificates) {
  let isSigner;
  if (isByNumber) {
    const name = by.sequence(), issuer = name.next().raw, serial = name.integer();
    name.end();
    isSigner = certificate => sameBytes(certificate.issuer, issuer) && sameBytes(certificate.serial, serial);
  } else {
    const key = by.octets(context(0, true));
    isSigner = certificate => { const own = subjectKeyOf(certificate); return own && sameBytes(own, key); };
  }
  const found = certificates.filter(isSigner);
  requireThat(found.length === 1);
  return found[0];
}

/** Whether signing-certificate-v2 names the certificate that the signature is checked with (RFC 5035, 3). */
async function namesSigner(message) {
  const attribute = message.attributes.get(signerOid);
  if (!attribute) return false;
  const first = new Der(attribute).sequence().sequence().sequence();
  let hash = 'SHA-256';
  if (first.nextTag === sequence) {
    hash = hashes[first.sequence().identifier()]?.name;
    if (!hash || hash !== 'SHA-256') return false;
  }
  return sameBytes(first.octets(), await digest(hash, message.signer.raw));
}

async function lead(message, authorities, at, purpose, { library, paths }) {
  for (const certificate of message.certificates)
    if (!await leads(certificate, message.certificates, authorities, at, certificate === message.signer ? purpose : null, library, paths.get(authorities))) return false;
  return true;
}

/**
 * Checks a message over content with the digest. `at` is when the signer says to have signed, in milliseconds.
 * Answers { finding, signer, timestampedAt }, the finding 'signed' where all is well.
 */
export async function checkSignature(bytes, contentDigest, at, trusted) {
  const { authorities } = trusted;
  try {
    const message = readMessage(bytes, trusted);
    const hasForm = message.contentType === dataOid && message.content === null && message.hash === 'SHA-256' && !message.attributes.has(timeOid) && await namesSigner(message);
    if (!hasForm || !await hasSigned(message.signer, message.isCurve, message.hash, message.signed, message.signature)) return { finding: 'signature-malformed' };
    if (!sameBytes(message.digest, contentDigest)) return { finding: 'content-changed' };
    const signer = nameOf(message.signer);
    if (!maySign(message.signer) || !await lead(message, authorities, at, null, trusted)) return { finding: 'signer-unknown', signer };
    if (!message.timestamp) return { finding: 'signed', signer };
    const timestampedAt = await checkTimestamp(message.timestamp, message.signature, trusted);
    return timestampedAt === null ? { finding: 'signature-malformed' } : { finding: 'signed', signer, timestampedAt };
  } catch (broken) {
    // The browser's own cryptography refuses keys that are none with a DOMException.
    if (broken instanceof Malformed || broken?.name === 'DataError' || broken?.name === 'NotSupportedError' || broken?.name === 'OperationError') return { finding: 'signature-malformed' };
    throw broken;
  }
}

/** The time that a token gives to a signature, in milliseconds, or null when it is not a token of an authority over that signature. */
async function checkTimestamp(token, signature, trusted) {
  const message = readMessage(token, trusted);
  if (message.contentType !== tokenOid || message.content === null || message.timestamp) return null;
  if (!await namesSigner(message) || !sameBytes(message.digest, await digest(message.hash, message.content))) return null;
  if (!await hasSigned(message.signer, message.isCurve, message.hash, message.signed, message.signature)) return null;
  const outer = new Der(message.content), info = outer.sequence();
  outer.end();
  if (info.smallInteger() !== 1) return null;
  info.identifier();
  const imprint = info.sequence(), hash = hashes[readAlgorithm(imprint)];
  if (!hash || !sameBytes(imprint.octets(), await digest(hash.name, signature))) return null;
  info.integer();
  const { tag, content } = info.next(), found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d*[1-9])?Z$/.exec(String.fromCharCode(...content));
  if (tag !== 0x18 || !found) return null;
  const [year, month, ...rest] = found.slice(1, 7).map(Number), at = Date.UTC(year, month - 1, ...rest) + Math.floor(1000 * Number(found[7] ?? 0));
  return await lead(message, trusted.clocks, at, timestampPurpose, trusted) ? at : null;
}
