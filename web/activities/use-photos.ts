import { randomId } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { usePersonKey } from "../shell/session.tsx";
import { keepPhotos, readPhotos, type KeptPhoto } from "./kept-photos.ts";

export type Photos = {
  photos: KeptPhoto[];
  add(kind: KeptPhoto["kind"], files: File[]): void;
  remove(id: string): void;
  clear(): void;
};

/** The files of one form, which survive a reload like the rest of its draft. */
export function usePhotos(thing: string): Photos {
  const key = `${usePersonKey()}.${thing}`;
  const [photos, setPhotos] = useState<KeptPhoto[]>([]);
  // What is there at this moment: files that go out one after another are taken off one after another, within one rendering.
  const held = useRef<KeptPhoto[]>([]);

  useEffect(() => {
    let here = true;
    void readPhotos(key).then((kept) => {
      if (!here || kept.length === 0 || held.current.length > 0) return;
      held.current = kept;
      setPhotos(kept);
    });
    return () => {
      here = false;
    };
  }, [key]);

  const change = (next: KeptPhoto[]) => {
    held.current = next;
    setPhotos(next);
    void keepPhotos(key, next);
  };
  return {
    photos,
    add: (kind, files) => change([...held.current, ...files.map((file) => ({ id: randomId(), kind, file }))]),
    remove: (id) => change(held.current.filter((photo) => photo.id !== id)),
    clear: () => change([]),
  };
}
