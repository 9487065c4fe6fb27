// PDF syntax (ISO 32000-1, 7.2 and 7.3) from bytes that may have been made to do harm: no byte is read more than a few times and
// nothing nests deeply. As PdfParser in C#.

/** What cannot be read, or is not read here. */
export class Broken extends Error {}

const deepestNesting = 100, mostDigits = 18, longestNumber = 64, largestInt = 2 ** 31 - 1;
const isSpace = byte => byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32;
const delimiters = new Set(Array.from('()<>[]{}/%', character => character.charCodeAt(0)));
const isRegular = byte => !isSpace(byte) && !delimiters.has(byte);
const isDigit = byte => byte >= 0x30 && byte <= 0x39;
const code = character => character.charCodeAt(0);
const slash = code('/'), open = code('('), close = code(')'), less = code('<'), more = code('>'), bracket = code('['), endBracket = code(']'), percent = code('%'), backslash = code('\\');

function hexDigit(byte) {
  if (isDigit(byte)) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 && byte >= 0x41 ? letter - 0x61 + 10 : null;
}

export const latin1 = bytes => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};

/** The first entry of a key as it is written, a reference unresolved; undefined when there is none. */
export const entry = (dictionary, key) => dictionary.entries.find(([name]) => name === key)?.[1];

export const nameIn = (dictionary, key) => { const value = entry(dictionary, key); return value?.kind === 'name' ? value.name : null; };

export const integerOf = value => value?.kind === 'number' ? value.integer : null;

export class Parser {
  constructor(bytes, at) { Object.assign(this, { bytes, at, depth: 0 }); }

  skipSpace() {
    const { bytes } = this;
    while (this.at < bytes.length) {
      if (bytes[this.at] === percent) while (this.at < bytes.length && bytes[this.at] !== 10 && bytes[this.at] !== 13) this.at++;
      else if (isSpace(bytes[this.at])) this.at++;
      else return;
    }
  }

  /** Passes a word when it stands next, after white space. */
  keyword(word) {
    const before = this.at;
    this.skipSpace();
    const end = this.at + word.length;
    let stands = end <= this.bytes.length && (end === this.bytes.length || !isRegular(this.bytes[end]));
    for (let i = 0; stands && i < word.length; i++) stands = this.bytes[this.at + i] === word.charCodeAt(i);
    this.at = stands ? end : before;
    return stands;
  }

  /** An unsigned integer when one stands next, after white space, or null. */
  tryInteger() {
    const before = this.at, { bytes } = this;
    this.skipSpace();
    const start = this.at;
    let value = 0;
    while (this.at < bytes.length && isDigit(bytes[this.at]) && this.at - start < mostDigits) value = value * 10 + bytes[this.at++] - 0x30;
    if (this.at > start && (this.at === bytes.length || !isRegular(bytes[this.at]))) return value;
    this.at = before;
    return null;
  }

  integer() {
    const value = this.tryInteger();
    if (value === null) throw new Broken('A number is missing');
    return value;
  }

  /** Reads `12 0 obj`, the object, and where the bytes of a stream begin. */
  indirect() {
    const number = this.integer(), generation = this.integer(), { bytes } = this;
    if (number > largestInt || generation > 65535 || !this.keyword('obj')) throw new Broken('No object begins');
    const value = this.value();
    let data = null;
    if (value.kind === 'dictionary' && this.keyword('stream')) {
      if (bytes[this.at] === 13) this.at++;
      if (bytes[this.at] === 10) this.at++;
      data = this.at;
    } else if (!this.keyword('endobj')) {
      throw new Broken('An object does not end');
    }
    return { number, generation, value, data };
  }

  value() {
    this.skipSpace();
    if (this.at >= this.bytes.length) throw new Broken('The file ends inside an object');
    if (++this.depth > deepestNesting) throw new Broken('Objects are nested too deeply');
    const start = this.at, first = this.bytes[start];
    const value = first === slash ? { kind: 'name', name: this.name() }
      : first === open ? { kind: 'string', bytes: this.literal() }
      : first === less ? this.bytes[start + 1] === less ? this.dictionary() : { kind: 'string', bytes: this.hexadecimal() }
      : first === bracket ? this.array()
      : isDigit(first) || first === 0x2b || first === 0x2d || first === 0x2e ? this.number()
      : this.word();
    this.depth--;
    return Object.assign(value, { start, end: this.at });
  }

  name() {
    this.at++;
    const { bytes } = this;
    let name = '';
    while (this.at < bytes.length && isRegular(bytes[this.at])) {
      let value = bytes[this.at++];
      if (value === 0x23 && this.at + 1 < bytes.length && hexDigit(bytes[this.at]) !== null && hexDigit(bytes[this.at + 1]) !== null) {
        value = hexDigit(bytes[this.at]) << 4 | hexDigit(bytes[this.at + 1]);
        this.at += 2;
      }
      name += String.fromCharCode(value);
    }
    return name;
  }

  literal() {
    this.at++;
    const { bytes } = this, read = [];
    for (let opened = 1; ;) {
      if (this.at >= bytes.length) throw new Broken('A string does not end');
      const byte = bytes[this.at++];
      if (byte === close && --opened === 0) break;
      if (byte === open) opened++;
      if (byte !== backslash) read.push(byte);
      else if (this.at < bytes.length) this.escape(read);
    }
    return Uint8Array.from(read);
  }

  escape(read) {
    const { bytes } = this, escaped = bytes[this.at++], special = { n: 10, r: 13, t: 9, b: 8, f: 12 }[String.fromCharCode(escaped)];
    const isOctal = byte => byte >= 0x30 && byte <= 0x37;
    if (special !== undefined) {
      read.push(special);
    } else if (escaped === 13) {
      if (bytes[this.at] === 10) this.at++;
    } else if (isOctal(escaped)) {
      let octal = escaped - 0x30;
      for (let i = 0; i < 2 && isOctal(bytes[this.at]); i++) octal = octal * 8 + bytes[this.at++] - 0x30;
      read.push(octal & 0xff);
    } else if (escaped !== 10) {
      read.push(escaped);
    }
  }

  hexadecimal() {
    this.at++;
    const { bytes } = this, read = [];
    let pending = null;
    for (;;) {
      if (this.at >= bytes.length) throw new Broken('A string does not end');
      const byte = bytes[this.at++];
      if (byte === more) break;
      if (isSpace(byte)) continue;
      const digit = hexDigit(byte);
      if (digit === null) throw new Broken('A string holds what is no hexadecimal digit');
      if (pending === null) { pending = digit; continue; }
      read.push(pending << 4 | digit);
      pending = null;
    }
    if (pending !== null) read.push(pending << 4);
    return Uint8Array.from(read);
  }

  array() {
    this.at++;
    const items = [];
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === endBracket) break;
      items.push(this.value());
    }
    this.at++;
    return { kind: 'array', items };
  }

  dictionary() {
    this.at += 2;
    const entries = [], { bytes } = this;
    for (;;) {
      this.skipSpace();
      if (bytes[this.at] === more && bytes[this.at + 1] === more) break;
      if (bytes[this.at] !== slash) throw new Broken('A dictionary has a key that is no name');
      const key = this.name();
      entries.push([key, this.value()]);
    }
    this.at += 2;
    return { kind: 'dictionary', entries };
  }

  number() {
    const start = this.at, number = this.tryInteger();
    if (number !== null) {
      const end = this.at, generation = number <= largestInt ? this.tryInteger() : null;
      if (generation !== null && generation <= 65535 && this.keyword('R')) return { kind: 'reference', number, generation };
      this.at = end;
      return { kind: 'number', integer: number };
    }
    while (this.at < this.bytes.length && isRegular(this.bytes[this.at])) this.at++;
    const text = latin1(this.bytes.subarray(start, Math.min(this.at, start + longestNumber + 1)));
    if (text.length > longestNumber || !/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) throw new Broken('A number cannot be read');
    return { kind: 'number', integer: /^[+-]?\d+$/.test(text) && Math.abs(Number(text)) < 2 ** 63 ? Number(text) : null };
  }

  word() {
    for (const word of ['true', 'false', 'null']) if (this.keyword(word)) return { kind: 'keyword', word };
    throw new Broken('An object cannot be read');
  }
}
