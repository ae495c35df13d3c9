/**
 * Photographs of an activity that is not sent yet, kept in this browser: a phone that opens its camera may throw the page
 * away, and what was taken must be there when it comes back. Under the person and the thing, as drafts are.
 */
const STORE = "photos";

/** The camera or the gallery's file and what it was chosen as. */
export type KeptPhoto = { id: string; kind: "photo" | "paper" | "file"; file: File };

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("kheo", 1);
    request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE));
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("indexedDB")));
  });
}

async function ask<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const request = act(database.transaction(STORE, mode).objectStore(STORE));
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error ?? new Error("indexedDB")));
    });
  } finally {
    database.close();
  }
}

/** Empty where the browser keeps nothing (a private window): the form works, it only does not survive a reload. */
export async function readPhotos(key: string): Promise<KeptPhoto[]> {
  try {
    return ((await ask("readonly", (store) => store.get(key))) as KeptPhoto[] | undefined) ?? [];
  } catch {
    return [];
  }
}

export async function keepPhotos(key: string, photos: KeptPhoto[]): Promise<void> {
  try {
    if (photos.length > 0) await ask("readwrite", (store) => store.put(photos, key));
    else await ask("readwrite", (store) => store.delete(key));
  } catch {
    // Full or shut: as with drafts, nothing is lost but the convenience.
  }
}
