// Distinguished encoding (X.690, 10), read strictly: each value has one spelling, and every other is refused. So no byte of what
// is read can be exchanged for another unnoticed.

export class Malformed extends Error {}

export const requireThat = isSo => { if (!isSo) throw new Malformed('Not in the form that it must have.'); };

export const sameBytes = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

export const sequence = 0x30, set = 0x31, integer = 0x02, bits = 0x03, octets = 0x04, nothing = 0x05, identifier = 0x06;
/** A tag that has a meaning only where it stands; constructed unless it holds bytes alone. */
export const context = (number, isPlain = false) => (isPlain ? 0x80 : 0xa0) | number;

export class Der {
  constructor(bytes) { Object.assign(this, { bytes, at: 0 }); }

  get hasMore() { return this.at < this.bytes.length; }

  get nextTag() { return this.bytes[this.at]; }

  end() { requireThat(!this.hasMore); }

  /** The next value, whatever it is: its tag, its content, and the bytes of both. */
  next() {
    const { bytes, at } = this;
    requireThat(at + 2 <= bytes.length && (bytes[at] & 0x1f) !== 0x1f);
    let from = at + 2, length = bytes[at + 1];
    if (length & 0x80) {
      const count = length & 0x7f;
      requireThat(count >= 1 && count <= 4 && from + count <= bytes.length && bytes[from] !== 0);
      length = 0;
      for (let i = 0; i < count; i++) length = length * 256 + bytes[from++];
      requireThat(length >= 0x80);
    }
    requireThat(length <= bytes.length - from);
    this.at = from + length;
    return { tag: bytes[at], content: bytes.subarray(from, this.at), raw: bytes.subarray(at, this.at) };
  }

  take(tag) {
    const value = this.next();
    requireThat(value.tag === tag);
    return value;
  }

  inside(tag) { return new Der(this.take(tag).content); }

  sequence() { return this.inside(sequence); }

  /** A set stands in the order of its bytes. */
  set(tag = set) {
    const inner = this.inside(tag), check = new Der(inner.bytes);
    for (let before; check.hasMore;) {
      const { raw } = check.next();
      requireThat(!before || compare(before, raw) <= 0);
      before = raw;
    }
    return inner;
  }

  octets(tag = octets) { return this.take(tag).content; }

  /** The bytes of an integer in two's complement. */
  integer() {
    const { content } = this.take(integer);
    requireThat(content.length > 0 && !(content.length > 1 && (content[0] === 0 && content[1] < 0x80 || content[0] === 0xff && content[1] >= 0x80)));
    return content;
  }

  smallInteger() {
    const content = this.integer();
    return content.length === 1 && content[0] < 0x80 ? content[0] : -1;
  }

  null() { requireThat(this.take(nothing).content.length === 0); }

  identifier() {
    const { content } = this.take(identifier);
    requireThat(content.length > 0 && content[content.length - 1] < 0x80);
    const parts = [];
    let part = 0n, isFirst = true;
    for (const byte of content) {
      requireThat(!(isFirst && byte === 0x80));
      part = part << 7n | BigInt(byte & 0x7f);
      isFirst = byte < 0x80;
      if (isFirst) { parts.push(part); part = 0n; }
    }
    const [first, ...rest] = parts, root = first < 80n ? first / 40n : 2n;
    return [root, first - root * 40n, ...rest].join('.');
  }
}

function compare(one, other) {
  for (let i = 0; i < Math.min(one.length, other.length); i++) if (one[i] !== other[i]) return one[i] - other[i];
  return one.length - other.length;
}

/** Whether all of it is distinguished encoding, down to the last value. */
export function isStrict(bytes, depth = 0) {
  if (depth > 32) return false;
  for (const der = new Der(bytes); der.hasMore;) {
    let value;
    try { value = der.next(); } catch (broken) { if (broken instanceof Malformed) return false; throw broken; }
    if (value.tag === 1 && !(value.content.length === 1 && (value.content[0] === 0 || value.content[0] === 0xff))) return false;
    if (value.tag & 0x20 && !isStrict(value.content, depth + 1)) return false;
  }
  return true;
}
