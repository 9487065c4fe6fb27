// What the check in the browser takes from npm; `npm run check-library` makes wwwroot/check-library.mjs of it.
export { Certificate, CertificateChainValidationEngine } from 'pkijs';
export { verifyAsync } from '@noble/ed25519';
