// Checks a certificate with nothing but itself and keys that were trusted before: no network, no database, no clock. As PaperCheck in
// C#, whose codes (PaperFinding) the findings are; it stops at the first thing that is wrong.
import { Malformed } from './check-der.mjs';
import { readCertificate } from './check-certificate.mjs';
import { checkSignature } from './check-cms.mjs';
import { readAttachments, readPdf } from './check-pdf.mjs';
import { checkProof, readContent, readKeys, readProof } from './check-proof.mjs';

/** A certificate has some 100 KB; a file above this is none and is not read. */
export const largestFile = 5 * 1024 * 1024;

/** Whom to believe, from the text of a file of keys and the module of check-library.mjs; null when it is no such file. */
export async function trust(text, library) {
  const keys = await readKeys(text);
  if (!keys) return null;
  try {
    const read = list => list.map(raw => readCertificate(raw, library));
    const authorities = read(keys.authorities), ownClocks = read(keys.clocks), clocks = ownClocks.length ? ownClocks : authorities;
    // What papers have in common is read once: certificates by their bytes, ways up by the authorities that they lead to.
    return { ...keys, authorities, clocks, library, certificates: new Map(), paths: new Map([authorities, clocks].map(list => [list, new Map()])) };
  } catch (broken) {
    if (broken instanceof Malformed) return null;
    throw broken;
  }
}

/**
 * The verdict on a whole file as { finding, number, sha256, signer, signedAt, timestampedAt, origin, index, size }; what the check did
 * not come to is undefined. What does not hold still says what it claims to be; nothing of that is to be believed.
 */
export async function checkPaper(file, trusted) {
  if (file.length > largestFile) return { finding: 'too-large' };
  const pdf = await readPdf(file);
  if (pdf.finding !== 'signed') return pdf;
  const signature = await checkSignature(pdf.message, pdf.digest, pdf.signedAt.at, trusted), { signer, timestampedAt } = signature;
  if (!signer) return signature;
  const by = { signer, signedAt: pdf.signedAt, timestampedAt };
  if (signature.finding !== 'signed') return { finding: signature.finding, ...by };
  const attachments = await readAttachments(file), content = attachments?.get('certificate.json'), proof = attachments?.get('log-proof.txt');
  if (!content || !proof || !attachments.has('conformity-credential.json')) return { finding: 'attachment-missing', ...by };
  const { sha256, number } = await readContent(content);
  if (!sha256) return { finding: 'content-not-canonical', ...by };
  if (!number) return { finding: 'number-missing', sha256, ...by };
  const read = readProof(proof);
  return read ? { ...await checkProof(read, sha256, trusted, trusted.library), sha256, number, ...by } : { finding: 'proof-malformed', sha256, number, ...by };
}
