// Finds the one signature of a PDF and its attachments (ISO 32000-1): cross-reference tables and streams, object streams, all
// revisions. The work is bounded by the length of the file. What is said of a file must be the same as the server and the offline
// program say: PdfReader, SignatureDictionary, PdfAttachments and PdfSignatureCheck in C#.
import { Broken, Parser, entry, integerOf, latin1, nameIn } from './check-pdf-syntax.mjs';
import { Der, Malformed } from './check-der.mjs';

const mostSections = 1000, mostDecoded = 64 << 20, longestTable = 16 << 20, longestAttachment = 8 << 20, deepestUnpacking = 8, mostHops = 16, mostNodes = 10_000, deepestFields = 32;
const highestNumber = 8_388_607, largestInt = 2 ** 31 - 1, longestSignature = 128 * 1024;

const startsWith = (bytes, text, at = 0) => Array.from(text).every((character, i) => bytes[at + i] === character.charCodeAt(0));
const isPacked = stream => nameIn(stream, 'Type') === 'ObjStm';

function lastIndexOf(bytes, text) {
  const first = text.charCodeAt(0);
  for (let at = bytes.length - text.length; at >= 0; at--) if (bytes[at] === first && startsWith(bytes, text, at)) return at;
  return -1;
}

class Reader {
  static async open(file) {
    const reader = new Reader();
    // Each byte belongs to one object: whoever makes us read the file several times over means harm.
    Object.assign(reader, { file, places: new Map(), offsets: new Set(), objects: new Map(), packed: new Map(), unread: 4 * file.length + 4096, decoded: 0, unpacking: 0, trailer: null });
    await reader.readSections();
    return reader;
  }

  get isEncrypted() { const lock = entry(this.trailer, 'Encrypt'); return lock !== undefined && lock.word !== 'null'; }

  async catalog() {
    const catalog = await this.resolveEntry(this.trailer, 'Root', 'dictionary');
    if (!catalog) throw new Broken('The file has no catalog.');
    return catalog;
  }

  /** Follows a reference; what does not exist is null, as 7.3.10 has it. */
  async resolve(value) {
    for (let hops = 0; value?.kind === 'reference'; hops++) {
      if (hops === mostHops) throw new Broken('A reference leads in circles.');
      value = await this.find(value);
    }
    return !value || value.word === 'null' ? null : value;
  }

  async resolveEntry(dictionary, key, kind) {
    const value = await this.resolve(entry(dictionary, key));
    return value?.kind === kind ? value : null;
  }

  objectAt(offset) {
    const found = this.objects.get(offset);
    if (found) return found;
    const parser = new Parser(this.file, offset), read = parser.indirect();
    this.spend(parser.at - offset);
    this.objects.set(offset, read);
    return read;
  }

  /** The objects that an object stream holds, by number. */
  async unpack(container) {
    const { data, value } = container;
    if (data === null || value.kind !== 'dictionary' || !isPacked(value)) throw new Broken('An object stream is none.');
    const known = this.packed.get(data);
    if (known) return known;
    // An object stream whose length stands in an object stream, and so on without end.
    if (++this.unpacking > deepestUnpacking) throw new Broken('Object streams lead in circles.');
    const objects = new Map();
    this.packed.set(data, objects);
    const bytes = await this.decode(container, longestTable), count = await this.sizeOf(value, 'N'), first = await this.sizeOf(value, 'First');
    if (count > bytes.length || first > bytes.length) throw new Broken('An object stream is too short.');
    const heads = new Parser(bytes, 0);
    for (let i = 0; i < count; i++) {
      const number = heads.integer(), offset = heads.integer();
      if (number > largestInt || offset > bytes.length - first) throw new Broken('An object stream points outside of itself.');
      const parser = new Parser(bytes, first + offset), read = parser.value();
      if (!objects.has(number)) objects.set(number, read);
      this.spend(parser.at - first - offset);
    }
    this.unpacking--;
    return objects;
  }

  /** The content of a stream; refuses what is longer than so many bytes. */
  async decode({ data, value }, longest) {
    if (data === null || value.kind !== 'dictionary') throw new Broken('A stream is none.');
    const length = await this.sizeOf(value, 'Length');
    if (length > this.file.length - data) throw new Broken('A stream is longer than its file.');
    if (!new Parser(this.file, data + length).keyword('endstream')) throw new Broken('A stream does not end where it says.');
    this.spend(length);
    const raw = this.file.subarray(data, data + length), filter = await this.only(value, 'Filter');
    if (!filter) {
      if (raw.length > longest) throw new Broken('A stream is longer than it may be.');
      return raw;
    }
    if (filter.name !== 'FlateDecode') throw new Broken('A stream is packed in a way that is not read here.');
    const inflated = await this.inflate(raw, longest), parameters = await this.only(value, 'DecodeParms');
    return unpredict(inflated, parameters?.kind === 'dictionary' ? parameters : null);
  }

  /** The value of an entry, which may stand in an array of one. */
  async only(dictionary, key) {
    const value = await this.resolve(entry(dictionary, key));
    if (value?.kind !== 'array') return value;
    if (value.items.length > 1) throw new Broken('A stream is packed several times over.');
    return value.items.length ? this.resolve(value.items[0]) : null;
  }

  async inflate(raw, longest) {
    // Some writers pack nothing as nothing.
    if (!raw.length) return raw;
    // Some writers count the end of the line before "endstream" among the bytes; the browser takes none behind the end.
    for (let end = raw.length, tries = 0; ; end--, tries++) {
      try { return await this.inflateExactly(raw.subarray(0, end), longest); } catch (broken) {
        if (broken instanceof Broken || tries === 2 || raw[end - 1] !== 10 && raw[end - 1] !== 13) throw new Broken('A stream is packed wrongly.');
      }
    }
  }

  async inflateExactly(raw, longest) {
    const stream = new Blob([raw]).stream().pipeThrough(new DecompressionStream('deflate')).getReader(), parts = [];
    let length = 0;
    for (;;) {
      const { done, value } = await stream.read();
      if (done) break;
      length += value.length;
      this.decoded += value.length;
      if (length > longest || this.decoded > mostDecoded) {
        stream.cancel().catch(() => {});
        throw new Broken('A stream is longer than it may be.');
      }
      parts.push(value);
    }
    this.unread += 4 * length;
    const whole = new Uint8Array(length);
    let at = 0;
    for (const part of parts) { whole.set(part, at); at += part.length; }
    return whole;
  }

  async find({ number, generation }) {
    const place = this.places.get(number);
    if (!place) return null;
    if (place.container !== null) {
      const outer = this.places.get(place.container);
      if (outer?.offset === undefined || outer.offset === null) throw new Broken('An object stream is missing.');
      return (await this.unpack(this.objectAt(outer.offset))).get(number) ?? null;
    }
    if (place.offset === null || place.generation !== generation) return null;
    const found = this.objectAt(place.offset);
    if (found.number !== number || found.generation !== generation) throw new Broken('The cross-reference table points to another object.');
    return found.value;
  }

  /** The object of a reference with its stream, or null when it does not exist. */
  async stream(value) {
    if (value?.kind !== 'reference' || (await this.find(value))?.kind !== 'dictionary') return null;
    const { offset } = this.places.get(value.number);
    return offset === null ? null : this.objectAt(offset);
  }

  async readSections() {
    const { file } = this, word = lastIndexOf(file, 'startxref');
    if (word < 0) throw new Broken('The file does not tell where its cross-reference table is.');
    const end = new Parser(file, word), seen = new Set();
    end.keyword('startxref');
    let next = end.integer();
    this.endsCleanly = /^[ \r\n\t]*%%EOF[ \r\n\t\0]*$/.test(latin1(file.subarray(end.at)));
    while (next !== null) {
      if (seen.has(next) || seen.size === mostSections) throw new Broken('Cross-reference tables lead in circles.');
      seen.add(next);
      next = await this.readSection(next);
    }
  }

  /** Reads one section and answers where the one before it is. */
  async readSection(offset) {
    if (offset >= this.file.length) throw new Broken('A cross-reference table lies outside of the file.');
    const parser = new Parser(this.file, offset), trailer = parser.keyword('xref') ? await this.readTable(parser) : await this.readStream(offset);
    this.spend(parser.at - offset);
    this.trailer ??= trailer;
    const before = entry(trailer, 'Prev');
    if (before === undefined) return null;
    const at = integerOf(before);
    if (at === null || at < 0) throw new Broken('A cross-reference table names no place for the one before.');
    return at;
  }

  async readTable(parser) {
    const table = [];
    for (let first; (first = parser.tryInteger()) !== null;) {
      const count = parser.integer();
      if (first + count > largestInt) throw new Broken('A cross-reference table is too long.');
      for (let i = 0; i < count; i++) {
        const offset = parser.integer(), generation = parser.integer(), isUsed = parser.keyword('n');
        if (!isUsed && !parser.keyword('f')) throw new Broken('A cross-reference table is broken.');
        table.push([first + i, this.place(isUsed, offset, generation)]);
      }
    }
    const trailer = parser.keyword('trailer') ? parser.value() : null;
    if (trailer?.kind !== 'dictionary') throw new Broken('A cross-reference table has no trailer.');
    // What a stream beside the table hides from older readers counts before the table says that it is free (7.5.8.4).
    const hidden = integerOf(entry(trailer, 'XRefStm'));
    if (hidden !== null && hidden >= 0 && hidden < this.file.length) await this.readStream(hidden);
    for (const [number, place] of table) this.add(number, place);
    return trailer;
  }

  place(isUsed, offset, generation) {
    // Some writers mark what they do not use with offset 0.
    if (!isUsed || offset === 0) return { offset: null, generation: 0, container: null };
    if (offset >= this.file.length || generation > 65535) throw new Broken('A cross-reference table points outside of the file.');
    return { offset, generation, container: null };
  }

  add(number, place) {
    if (number > highestNumber) throw new Broken('An object has too high a number.');
    if (!this.places.has(number)) this.places.set(number, place);
    if (place.offset !== null) this.offsets.add(place.offset);
  }

  async readStream(offset) {
    const section = this.objectAt(offset), dictionary = section.value;
    if (dictionary.kind !== 'dictionary' || nameIn(dictionary, 'Type') !== 'XRef') throw new Broken('A cross-reference table is missing.');
    const listOf = key => { const list = entry(dictionary, key); return list?.kind === 'array' ? list.items.map(item => integerOf(item) ?? -1) : null; };
    const widths = listOf('W'), width = widths?.reduce((sum, each) => sum + each, 0);
    if (widths?.length !== 3 || widths.some(each => each < 0 || each > 8) || width === 0) throw new Broken('A cross-reference stream has no columns.');
    const runs = listOf('Index') ?? [0, await this.sizeOf(dictionary, 'Size')], rows = await this.decode(section, longestTable);
    let at = 0;
    const column = count => {
      let value = 0;
      for (let i = 0; i < count; i++) value = value * 256 + rows[at++];
      if (value >= 2 ** 63) throw new Broken('A cross-reference stream is broken.');
      return value;
    };
    for (let run = 0; run + 1 < runs.length; run += 2) {
      const [first, count] = [runs[run], runs[run + 1]];
      if (first < 0 || count < 0 || first + count > largestInt || count * width > rows.length - at) throw new Broken('A cross-reference stream is too short.');
      for (let i = 0; i < count; i++) {
        const kind = widths[0] === 0 ? 1 : column(widths[0]), second = column(widths[1]), third = column(widths[2]);
        if (kind === 2 && second > largestInt) throw new Broken('A cross-reference stream is broken.');
        this.add(first + i, kind === 2 ? { offset: null, generation: 0, container: second } : this.place(kind === 1, second, third));
      }
    }
    return dictionary;
  }

  async sizeOf(dictionary, key) {
    const value = integerOf(await this.resolveEntry(dictionary, key, 'number'));
    if (value === null || value < 0 || value > largestInt) throw new Broken(`A stream does not tell its ${key}.`);
    return value;
  }

  spend(bytes) {
    this.unread -= bytes;
    if (this.unread < 0) throw new Broken('The objects of the file overlap.');
  }
}

/** Undoes the differences that make rows of numbers pack better (7.4.4.4). */
function unpredict(data, parameters) {
  const of = (key, otherwise) => (parameters ? integerOf(entry(parameters, key)) : null) ?? otherwise;
  const predictor = of('Predictor', 1), columns = of('Columns', 1), colours = of('Colors', 1);
  if (predictor === 1) return data;
  if (predictor < 10 || colours < 1 || colours > 32 || of('BitsPerComponent', 8) !== 8 || columns < 1 || columns > 1 << 20) throw new Broken('A stream is packed in a way that is not read here.');
  const width = columns * colours, rows = Math.floor((data.length + width) / (width + 1)), plain = new Uint8Array(Math.max(0, data.length - rows));
  for (let row = 0; row < rows; row++) {
    const from = row * (width + 1) + 1, to = row * width, kind = data[from - 1];
    for (let i = 0; i < width && from + i < data.length; i++) {
      const left = i >= colours ? plain[to + i - colours] : 0, above = row > 0 ? plain[to + i - width] : 0, corner = row > 0 && i >= colours ? plain[to + i - width - colours] : 0;
      if (kind > 4) throw new Broken('A stream is packed wrongly.');
      plain[to + i] = data[from + i] + (kind === 0 ? 0 : kind === 1 ? left : kind === 2 ? above : kind === 3 ? left + above >> 1 : paeth(left, above, corner));
    }
  }
  return plain;
}

function paeth(left, above, corner) {
  const guess = left + above - corner, byLeft = Math.abs(guess - left), byAbove = Math.abs(guess - above), byCorner = Math.abs(guess - corner);
  return byLeft <= byAbove && byLeft <= byCorner ? left : byAbove <= byCorner ? above : corner;
}

/** The characters of a text string (7.9.2.2). */
function textOf(bytes) {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? new TextDecoder().decode(bytes.subarray(3)) : latin1(bytes);
}

/** A date that is given to the second with its offset from UTC, as { at, offset } in milliseconds and minutes, or null. */
function dateOf(bytes) {
  const text = latin1(bytes);
  if (text.length <= 16 || text.length > 24) return null;
  let offset = text.slice(16).replaceAll("'", '');
  if (offset === 'Z') offset = '+0000';
  if (offset.length === 3) offset += '00';
  const found = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-])(\d\d)(\d\d)$/.exec(text.slice(0, 16) + offset);
  if (!found) return null;
  const [year, month, day, hours, minutes, seconds] = found.slice(1, 7).map(Number), ahead = 60 * Number(found[8]) + Number(found[9]);
  const wall = new Date(0);
  wall.setUTCFullYear(year, month - 1, day);
  const isDay = year > 0 && wall.getUTCMonth() === month - 1 && wall.getUTCDate() === day;
  if (!isDay || hours > 23 || minutes > 59 || seconds > 59 || Number(found[9]) > 59 || ahead > 14 * 60) return null;
  wall.setUTCHours(hours, minutes, seconds);
  const minutesAhead = found[7] === '-' ? -ahead : ahead;
  return { at: wall.getTime() - 60_000 * minutesAhead, offset: minutesAhead };
}

/** All dictionaries with a byte range, also those that stand inside of others. */
function collect(value, found) {
  if (value.kind === 'array') for (const item of value.items) collect(item, found);
  if (value.kind !== 'dictionary') return;
  if (entry(value, 'ByteRange')) found.push(value);
  for (const [, inner] of value.entries) collect(inner, found);
}

/** Whether the range is all of the file but the message with its brackets. */
function measure(file, dictionary, contents) {
  const list = entry(dictionary, 'ByteRange'), range = list.kind === 'array' ? list.items.map(item => integerOf(item) ?? -1) : [];
  const [zero, before, after, rest] = range;
  if (range.length !== 4 || zero !== 0 || before !== contents.start || after !== contents.end || file[contents.start] !== 0x3c) return 'range-has-gap';
  if (rest < 0 || rest > file.length - after) return 'unreadable';
  return rest === file.length - after ? 'signed' : 'appended-after-signature';
}

/** Whether the signature is the value of a signature field of the form, where every reader looks for it. */
async function standsInField(reader, signature) {
  const form = await reader.resolveEntry(await reader.catalog(), 'AcroForm', 'dictionary'), seen = new Set();
  async function hasField(fields, depth) {
    if (depth > deepestFields) throw new Broken('The form is nested too deeply.');
    for (const item of fields?.items ?? []) {
      if (item.kind !== 'reference' || seen.has(item.number)) continue;
      seen.add(item.number);
      const field = await reader.resolve(item);
      if (field?.kind !== 'dictionary') continue;
      if (nameIn(field, 'FT') === 'Sig' && await reader.resolve(entry(field, 'V')) === signature) return true;
      if (await hasField(await reader.resolveEntry(field, 'Kids', 'array'), depth + 1)) return true;
    }
    return false;
  }
  return form !== null && hasField(await reader.resolveEntry(form, 'Fields', 'array'), 0);
}

async function findSignature(reader) {
  const all = [];
  let hasPacked = false;
  for (const offset of [...reader.offsets].sort((one, other) => one - other)) {
    const found = reader.objectAt(offset);
    collect(found.value, all);
    if (found.value.kind !== 'dictionary' || found.data === null || !isPacked(found.value)) continue;
    const outside = all.length;
    for (const packed of (await reader.unpack(found)).values()) collect(packed, all);
    hasPacked ||= all.length > outside;
  }
  if (all.length === 0) return { finding: reader.endsCleanly ? 'not-signed' : 'unreadable' };
  if (all.length > 1) return { finding: 'several-signatures' };
  const [only] = all, contents = entry(only, 'Contents');
  // What is packed with others cannot leave out its own bytes.
  if (hasPacked || contents?.kind !== 'string' || new Set(only.entries.map(([key]) => key)).size < only.entries.length) return { finding: 'signature-malformed' };
  const finding = measure(reader.file, only, contents);
  // What was there before something was added can still be looked at for itself.
  if (finding !== 'signed') return { finding, signedLength: finding === 'appended-after-signature' ? contents.end + integerOf(entry(only, 'ByteRange').items[3]) : null };
  if (!await standsInField(reader, only)) return { finding: 'not-signed' };
  const date = entry(only, 'M'), signedAt = date?.kind === 'string' ? dateOf(date.bytes) : null;
  if (nameIn(only, 'Filter') !== 'Adobe.PPKLite' || nameIn(only, 'SubFilter') !== 'ETSI.CAdES.detached' || !signedAt) return { finding: 'signature-malformed' };
  return { finding: 'signed', from: contents.start, to: contents.end, signedAt };
}

/**
 * The message that stands in the file in hexadecimal. These digits are the only bytes that are not signed, so they may be
 * written in one way only: capital letters, no white space, and nothing but zeros after the message. Null for any other.
 */
function messageOf(digits) {
  if (digits.length % 2 !== 0 || digits.length > 2 * longestSignature) return null;
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < digits.length; at++) {
    const digit = digits[at], value = digit >= 0x30 && digit <= 0x39 ? digit - 0x30 : digit >= 0x41 && digit <= 0x46 ? digit - 55 : -1;
    if (value < 0) return null;
    bytes[at >> 1] = bytes[at >> 1] << 4 | value;
  }
  try {
    const message = new Der(bytes).next().raw;
    return bytes.subarray(message.length).some(byte => byte !== 0) ? null : message;
  } catch (broken) {
    if (broken instanceof Malformed) return null;
    throw broken;
  }
}

/**
 * Looks at a file: { finding } where it bears no signature that counts, else { finding: 'signed', message, digest, signedAt, reader }.
 * Safe for any bytes.
 */
export async function readPdf(file) {
  if (startsWith(file, 'PK\x03\x04') || startsWith(file, 'PK\x05\x06')) return { finding: 'zip-file' };
  if (!startsWith(file, '%PDF-')) return { finding: 'not-pdf' };
  let reader, signature;
  try {
    reader = await Reader.open(file);
    if (reader.isEncrypted) return { finding: 'encrypted' };
    signature = await findSignature(reader);
  } catch (broken) {
    if (broken instanceof Broken) return { finding: 'unreadable' };
    throw broken;
  }
  if (signature.finding !== 'signed') return signature;
  const { from, to, signedAt } = signature, message = messageOf(file.subarray(from + 1, to - 1));
  if (!message) return { finding: 'signature-malformed' };
  const covered = new Uint8Array(from + file.length - to);
  covered.set(file.subarray(0, from));
  covered.set(file.subarray(to), from);
  return { finding: 'signed', message, digest: new Uint8Array(await crypto.subtle.digest('SHA-256', covered)), signedAt };
}

/**
 * The attached files by name, or null when the structure cannot be read. A file of more than 8 MiB, one that is packed in another
 * way than Flate or broken is left out, and of two of one name the first counts.
 */
export async function readAttachments(file) {
  const files = new Map();
  try {
    const reader = await Reader.open(file), names = await reader.resolveEntry(await reader.catalog(), 'Names', 'dictionary'), waiting = names ? [entry(names, 'EmbeddedFiles')] : [];
    for (let nodes = 0; waiting.length; nodes++) {
      if (nodes === mostNodes) throw new Broken('The tree of attached files does not end.');
      const node = await reader.resolve(waiting.shift());
      if (node?.kind !== 'dictionary') continue;
      waiting.push(...(await reader.resolveEntry(node, 'Kids', 'array'))?.items ?? []);
      const entries = (await reader.resolveEntry(node, 'Names', 'array'))?.items ?? [];
      for (let i = 0; i + 1 < entries.length; i += 2) {
        const name = await reader.resolve(entries[i]), specification = await reader.resolve(entries[i + 1]);
        if (name?.kind === 'string' && specification?.kind === 'dictionary') await addAttachment(reader, textOf(name.bytes), specification, files);
      }
    }
    return files;
  } catch (broken) {
    if (broken instanceof Broken) return null;
    throw broken;
  }
}

async function addAttachment(reader, listed, specification, files) {
  const embedded = await reader.resolveEntry(specification, 'EF', 'dictionary');
  if (!embedded) return;
  const stream = await reader.stream(entry(embedded, 'UF')) ?? await reader.stream(entry(embedded, 'F'));
  if (!stream) return;
  let content;
  try { content = await reader.decode(stream, longestAttachment); } catch (broken) {
    if (broken instanceof Broken) return;
    throw broken;
  }
  const own = await reader.resolveEntry(specification, 'UF', 'string') ?? await reader.resolveEntry(specification, 'F', 'string'), name = own ? textOf(own.bytes) : listed;
  if (!files.has(name)) files.set(name, content);
}
