import type { Engine, Kernels } from "./kernels.ts";

const PAGE_BYTES = 65_536;

/** The part of the WebAssembly interface used here; the es2023 library types have none of it. */
interface WebAssemblyInterface {
  readonly Memory: new (pages: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  validate(bytes: Uint8Array): boolean;
}

/**
 * The compiled SIMD kernels over a fresh memory of at least `bytes` bytes.
 * @returns null where WebAssembly or its SIMD instructions are missing.
 */
export function createWasmEngine(wasm: Uint8Array, bytes: number): Engine | null {
  const { WebAssembly: api } = globalThis as { WebAssembly?: WebAssemblyInterface };
  if (api === undefined || !api.validate(wasm)) return null;
  const pages = Math.ceil(bytes / PAGE_BYTES);
  const memory = new api.Memory({ initial: pages, maximum: pages });
  const instance = new api.Instance(new api.Module(wasm), { env: { memory } });
  return { name: "wasm", kernels: instance.exports as Kernels, memory: memory.buffer };
}
