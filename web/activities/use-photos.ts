import { randomId } from "@mantine/hooks";
import { useEffect, useState } from "react";
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

  useEffect(() => {
    let here = true;
    void readPhotos(key).then((kept) => here && kept.length > 0 && setPhotos((before) => (before.length > 0 ? before : kept)));
    return () => {
      here = false;
    };
  }, [key]);

  const change = (next: KeptPhoto[]) => {
    setPhotos(next);
    void keepPhotos(key, next);
  };
  return {
    photos,
    add: (kind, files) => change([...photos, ...files.map((file) => ({ id: randomId(), kind, file }))]),
    remove: (id) => change(photos.filter((photo) => photo.id !== id)),
    clear: () => change([]),
  };
}
