import { expect, test } from "vitest";
import { UsageError } from "../../../src/contract/index.ts";
import { parseGguf } from "../../../src/models/embedded/gguf.ts";
import { halfToFloat, readTensor } from "../../../src/models/embedded/gguf-tensor.ts";
import { openGguf } from "../../../src/models/embedded/open-gguf.ts";
import { buildGguf, halfBits, u32, u64, type Meta } from "./gguf-builder.ts";
import { SHIPPED_BYTES } from "./shipped.ts";

const SMALL = buildGguf({ "general.architecture": "llama", flag: true, words: ["a", "b c"] }, [
  { name: "x.weight", dims: [32, 1], values: Float32Array.from({ length: 32 }, (_, i) => i - 16) },
]);

test("Metadata and tensors are read as they were written", () => {
  const gguf = parseGguf(SMALL, SMALL.length, "small.gguf");
  expect(Object.fromEntries(gguf.metadata)).toEqual({
    "general.architecture": "llama",
    flag: true,
    words: ["a", "b c"],
  });
  const tensor = gguf.tensors.get("x.weight")!;
  expect(tensor.dims).toEqual([32, 1]);
  expect([...readTensor(SMALL, tensor)]).toEqual(Array.from({ length: 32 }, (_, i) => i - 16));
});

test.each<{ type: "f32" | "f16" | "q8_0"; tolerance: number; why: string }>([
  { type: "f32", tolerance: 0, why: "stored as they are" },
  { type: "f16", tolerance: 2 ** -10, why: "11 bits of mantissa" },
  { type: "q8_0", tolerance: 1 / 100, why: "a 127th of the largest of 32" },
])("$type values come back within $tolerance ($why)", ({ type, tolerance }) => {
  const values = Float32Array.from({ length: 64 }, (_, i) => Math.sin(i));
  const bytes = buildGguf({}, [{ name: "x.weight", dims: [64], values, type }]);
  const tensor = parseGguf(bytes, bytes.length, "x.gguf").tensors.get("x.weight")!;
  for (const [i, value] of readTensor(bytes, tensor).entries()) {
    expect(Math.abs(value - values[i]!)).toBeLessThanOrEqual(tolerance);
  }
});

test.each([
  { bits: 0x0000, value: 0, why: "zero" },
  { bits: 0x0001, value: 2 ** -24, why: "smallest subnormal" },
  { bits: 0x3c00, value: 1, why: "one" },
  { bits: 0xc000, value: -2, why: "sign" },
  { bits: 0x7bff, value: 65_504, why: "largest" },
  { bits: 0xfc00, value: -Infinity, why: "infinity" },
  { bits: 0x7e00, value: NaN, why: "not a number" },
])("The half-precision bits $bits are $value ($why)", ({ bits, value }) => {
  expect(halfToFloat(bits)).toBe(value);
});

test("The test's own half-precision writer agrees with the reader", () => {
  expect(halfToFloat(halfBits(0.333251953125))).toBe(0.333251953125);
});

test.each([
  { bytes: Buffer.alloc(0), message: "it is empty", why: "empty file" },
  {
    bytes: Buffer.from("PK\u0003\u0004 zip archive"),
    message: 'it starts with "PK\\u0003\\u0004"',
    why: "foreign file",
  },
  { bytes: Buffer.concat([Buffer.from("GGUF"), u32(1)]), message: "version 1", why: "version of 2023" },
  { bytes: Buffer.from("GGUF"), message: "is cut short", why: "nothing after the magic" },
  { bytes: SMALL.subarray(0, 60), message: "is cut short", why: "cut inside the metadata" },
  { bytes: SMALL.subarray(0, 150), message: "is cut short", why: "cut inside the tensor descriptions" },
  {
    bytes: SMALL.subarray(0, SMALL.length - 1),
    message: 'tensor "x.weight" ends at byte',
    why: "last byte of the weights missing",
  },
  {
    bytes: Buffer.concat([Buffer.from("GGUF"), u32(3), u64(0), u64(2 ** 50)]),
    message: "cannot follow",
    why: "a count that would take all memory",
  },
  {
    bytes: Buffer.concat([
      Buffer.from("GGUF"),
      u32(3),
      u64(0),
      u64(1),
      u64(1),
      Buffer.from("k"),
      u32(99),
      u64(0),
    ]),
    message: "unknown metadata type 99",
    why: "damaged type",
  },
])("A damaged file is named with what is wrong ($why)", ({ bytes, message }) => {
  const parse = () => parseGguf(bytes, bytes.length, "some/model.gguf");
  expect(parse).toThrow(UsageError);
  expect(parse).toThrow("some/model.gguf");
  expect(parse).toThrow(message);
});

test.each<{ alignment: Meta; found: string; why: string }>([
  { alignment: 0, found: "0", why: "no offset is a multiple of it" },
  { alignment: 48, found: "48", why: "no power of two" },
  { alignment: { f32: 0.5 }, found: "0.5", why: "half a byte" },
  { alignment: { f32: Infinity }, found: "Infinity", why: "endless" },
  { alignment: "thirty-two", found: "thirty-two", why: "a text" },
  { alignment: "32", found: "32", why: "a number as a text" },
])("An alignment of $found is refused before any weight is read by it ($why)", ({ alignment, found }) => {
  const values = new Float32Array(32);
  const bytes = buildGguf({ "general.alignment": alignment }, [{ name: "x.weight", dims: [32], values }]);
  const parse = () => parseGguf(bytes, bytes.length, "some/model.gguf");
  expect(parse).toThrow(UsageError);
  expect(parse).toThrow(`some/model.gguf is damaged: its general.alignment is ${found}, not a power of two.`);
});

test.each([1, 32, 2 ** 31])("An alignment of %i is taken", (alignment) => {
  const bytes = buildGguf({ "general.alignment": alignment }, []);
  expect(parseGguf(bytes, bytes.length, "x.gguf").metadata.get("general.alignment")).toBe(alignment);
});

test("However early the shipped file is cut, the message says so and nothing else breaks", () => {
  for (let length = 4; length < SHIPPED_BYTES.length; length = Math.ceil(length * 1.3)) {
    const parse = () => parseGguf(SHIPPED_BYTES.subarray(0, length), length, "cut.gguf");
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(/^cut\.gguf is cut short/);
  }
});

test("A missing file is a usage error with its path", async () => {
  await expect(openGguf("/nowhere/model.gguf")).rejects.toThrow(UsageError);
  await expect(openGguf("/nowhere/model.gguf")).rejects.toThrow("/nowhere/model.gguf");
});
