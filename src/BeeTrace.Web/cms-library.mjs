// What the check in the browser takes from npm; `npm run cms` makes one module of it.
export { Certificate, CertificateChainValidationEngine } from 'pkijs';
export { hashes, verifyAsync } from '@noble/ed25519';
