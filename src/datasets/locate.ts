import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { UsageError } from "../contract/index.ts";

/** Where a dataset lies. */
export interface Location {
  readonly kind: "folder" | "file";
  readonly path: string;
  /** Kebab-case, never a path. */
  readonly name: string;
}

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** File names that say nothing about the dataset (test, dev_rand_split); the folder they lie in is named before them. */
const GENERIC_STEM = /^(?:train|dev|test|validation|rows|data)(?![a-z])/i;

/**
 * Finds what `--dataset REF` means: a built-in name, else a folder or a rows file.
 * Throws UsageError that names the built-in datasets.
 */
export async function locateDataset(ref: string, builtinDir: string): Promise<Location> {
  if (KEBAB.test(ref) && (await isFile(join(builtinDir, ref, "dataset.yaml"))))
    return { kind: "folder", path: join(builtinDir, ref), name: ref };
  const found = ref.trim() === "" ? null : await stat(ref).catch(() => null);
  if (found === null) {
    const known = (await builtinNames(builtinDir)).join(", ");
    throw new UsageError(
      `Unknown dataset "${ref}". Built-in: ${known}. Or name a folder with a dataset.yaml, or a csv, jsonl or json file.`,
    );
  }
  return found.isDirectory()
    ? { kind: "folder", path: ref, name: kebab(basename(resolve(ref))) }
    : { kind: "file", path: ref, name: fileName(ref) };
}

/** The folders of `builtinDir` that hold a dataset.yaml, sorted. */
export async function builtinNames(builtinDir: string): Promise<string[]> {
  const entries = await readdir(builtinDir, { withFileTypes: true }).catch(() => []);
  const names: string[] = [];
  for (const entry of entries)
    if (KEBAB.test(entry.name) && (await isFile(join(builtinDir, entry.name, "dataset.yaml"))))
      names.push(entry.name);
  return names.sort();
}

/** The path of a file that a dataset.yaml names. Throws UsageError when it leaves the dataset's folder. */
export function insideFolder(folder: string, file: string, key: string): string {
  const way = relative(resolve(folder), resolve(folder, file));
  if (isAbsolute(file) || way === "" || way === ".." || way.startsWith(`..${sep}`))
    throw new UsageError(`${join(folder, "dataset.yaml")}: ${key} "${file}" is not in the dataset's folder.`);
  return join(folder, file);
}

/** Whether a path is a file. */
export async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

function fileName(path: string): string {
  const stem = basename(path, extname(path));
  if (!GENERIC_STEM.test(stem)) return kebab(stem);
  return kebab(`${basename(dirname(resolve(path)))} ${stem}`);
}

function kebab(text: string): string {
  const name = text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return name.replace(/^-|-$/g, "") || "dataset";
}
