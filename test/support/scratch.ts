import { accessSync, constants, statfsSync } from "node:fs";
import { tmpdir } from "node:os";

const memory = "/dev/shm";
/** Copies of the template and their log; a whole run was seen to use a quarter of this. A container may be given 64 MB. */
const enough = 1024 ** 3;

/**
 * Folders for the clusters of tests, best first: in memory where there is room, then on the disk. A cluster has 1,200 small files for
 * each database, and a file system on disk is slow to give away again the places of files removed in the last minutes: copying a
 * database took a second instead of a twentieth. Nothing that is to be executed goes there: such a folder may forbid it.
 */
export function scratchFolders(): [string, ...string[]] {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= enough ? [memory, tmpdir()] : [tmpdir()];
  } catch {
    // No such folder here, or not ours to write to.
    return [tmpdir()];
  }
}
