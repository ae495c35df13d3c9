import { Button, Checkbox, SegmentedControl } from "@mantine/core";
import { useEffect, useId, useRef, useState, type PointerEvent } from "react";
import type { BlurArea, ExemplarPicture } from "../../../src/modules/exemplars/contract.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { areaBetween, areaInMiddle, byKey, moved, resized, type Place } from "./areas.ts";
import { say } from "./messages.ts";
import styles from "./pictures.module.css";
import { fileOf, useAct } from "./use-pictures.ts";

type Hand = { act: "draw" | "move" | "resize"; from: Place; area: BlurArea | null; index: number };

type Props = { exemplarId: string; picture: ExemplarPicture; onDone(): void };

/** Areas over faces, drawn with a finger, a mouse or by keyboard; what is saved is rendered on the server. */
export function BlurEditor({ exemplarId, picture, onDone }: Props) {
  const t = useText();
  const help = useId();
  const [areas, setAreas] = useState<BlurArea[]>(picture.blur?.areas ?? []);
  // To be said anew each time: the areas may be others.
  const [coversAll, setCoversAll] = useState(false);
  const [shape, setShape] = useState<BlurArea["shape"]>("ellipse");
  const [chosen, setChosen] = useState(-1);
  const [drawing, setDrawing] = useState<BlurArea | null>(null);
  const hand = useRef<Hand | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const save = useAct(exemplarId, api.exemplars.pictures.blur, "blurSaved");
  useEffect(() => add.current?.focus(), []);

  const put = (index: number, area: BlurArea) => setAreas((before) => before.map((each, at) => (at === index ? area : each)));
  const remove = (index: number) => {
    setAreas((before) => before.filter((_, at) => at !== index));
    setChosen(-1);
    add.current?.focus();
  };
  const placeOf = ({ clientX, clientY }: PointerEvent): Place => {
    const box = frame.current?.getBoundingClientRect();
    return box ? { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height } : { x: 0, y: 0 };
  };
  const begin = (event: PointerEvent, act: Hand["act"], index = -1) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    frame.current?.setPointerCapture(event.pointerId);
    hand.current = { act, from: placeOf(event), area: areas[index] ?? null, index };
    setChosen(index);
  };
  const go = (event: PointerEvent) => {
    if (!hand.current) return;
    const { act, from, area, index } = hand.current;
    const to = placeOf(event);
    const by = { x: to.x - from.x, y: to.y - from.y };
    if (act === "draw") setDrawing(areaBetween(shape, from, to));
    else if (area) put(index, act === "move" ? moved(area, by) : resized(area, by));
  };
  const end = (event: PointerEvent) => {
    if (hand.current?.act === "draw") {
      const drawn = areaBetween(shape, hand.current.from, placeOf(event));
      if (drawn) {
        setAreas([...areas, drawn]);
        setChosen(areas.length);
      }
    }
    hand.current = null;
    setDrawing(null);
  };
  const submit = (given: readonly BlurArea[]) =>
    save.mutate(
      { id: exemplarId, picture: picture.id, version: picture.version, areas: [...given], coversAll: coversAll && given.length > 0 },
      { onSuccess: onDone },
    );
  const percent = (share: number) => Math.round(share * 100);
  return (
    <Section title={t(say("blur"))}>
      <div className={styles["form"]}>
        <p id={help}>
          {t(say("blurText"))} <span className={styles["keys"]}>{t(say("blurKeys"))}</span>
        </p>
        <div className={styles["buttons"]}>
          <SegmentedControl
            aria-label={t(say("shape"))}
            value={shape}
            onChange={(value) => setShape(value === "rectangle" ? "rectangle" : "ellipse")}
            data={[
              { value: "ellipse", label: t(say("ellipse")) },
              { value: "rectangle", label: t(say("rectangle")) },
            ]}
          />
          <Button
            ref={add}
            variant="default"
            leftSection={<Icon name="plus" size={18} />}
            onClick={() => {
              setAreas([...areas, areaInMiddle(shape)]);
              setChosen(areas.length);
            }}
          >
            {t(say("addArea"))}
          </Button>
          <Button variant="default" disabled={!areas[chosen]} onClick={() => remove(chosen)}>
            {t(say("removeArea"))}
          </Button>
        </div>
        <div
          ref={frame}
          className={styles["frame"]}
          role="group"
          aria-label={t(say("editorName"))}
          aria-describedby={help}
          onPointerDown={(event) => begin(event, "draw")}
          onPointerMove={go}
          onPointerUp={end}
          onPointerCancel={() => {
            hand.current = null;
            setDrawing(null);
          }}
        >
          <img
            src={fileOf(picture, "web")}
            alt={picture.alt || picture.caption}
            draggable={false}
            width={picture.width ?? undefined}
            height={picture.height ?? undefined}
          />
          {areas.map((area, index) => (
            <button
              key={index}
              type="button"
              className={styles["area"]}
              data-shape={area.shape}
              style={boxOf(area)}
              aria-pressed={index === chosen}
              aria-label={t(
                say("area", {
                  number: index + 1,
                  left: percent(area.x),
                  top: percent(area.y),
                  width: percent(area.width),
                  height: percent(area.height),
                }),
              )}
              onFocus={() => setChosen(index)}
              onPointerDown={(event) => begin(event, "move", index)}
              onKeyDown={(event) => {
                const next = byKey(area, event);
                if (next) put(index, next);
                else if (event.key === "Delete" || event.key === "Backspace") remove(index);
                else return;
                event.preventDefault();
              }}
            >
              <span className={styles["handle"]} onPointerDown={(event) => begin(event, "resize", index)} />
            </button>
          ))}
          {drawing && <span className={styles["area"]} data-shape={drawing.shape} style={boxOf(drawing)} />}
        </div>
        <p role="status" className={styles["quiet"]}>
          {areas.length === 0 ? t(say("noAreas")) : t(say("areas", { count: areas.length }))}
        </p>
        {picture.shows === "children-or-poor" && (
          <Checkbox
            label={t(say("coversAll"))}
            checked={coversAll}
            disabled={areas.length === 0}
            onChange={(event) => setCoversAll(event.currentTarget.checked)}
          />
        )}
        <p className={styles["quiet"]}>{t(say("blurFinal"))}</p>
        {picture.blur && <p className={styles["quiet"]}>{t(say("dropNote"))}</p>}
        <ErrorNote error={save.error} />
        <div className={styles["buttons"]}>
          <Button loading={save.isPending} disabled={areas.length === 0} onClick={() => submit(areas)}>
            {t(say("saveBlur"))}
          </Button>
          {picture.blur && (
            <Button variant="default" disabled={save.isPending} onClick={() => submit([])}>
              {t(say("dropBlur"))}
            </Button>
          )}
          <Button variant="default" disabled={save.isPending} onClick={onDone}>
            {t(say("cancel"))}
          </Button>
        </div>
      </div>
    </Section>
  );
}

const boxOf = ({ x, y, width, height }: BlurArea) => ({
  left: `${x * 100}%`,
  top: `${y * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
});
