/**
 * A map of the world with places on it, to look around on and to pick a place on, by mouse, fingers
 * and keyboard. What it shows stands beside it as a list as well: this is a picture.
 */

import type { Place } from '@covisa/protocol';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Say } from '../i18n/words.js';
import { after } from '../platform/clock.js';
import { Icon } from '../ui/icon.js';
import { useWords } from '../ui/use-words.js';
import { Drawing } from './drawing.js';
import { keyChange } from './keys.js';
import {
  type Label,
  labelledMark,
  labelsOf,
  type MapPlace,
  type Mark,
  marksOf,
  nearestMark,
} from './marks.js';
import './map.css';
import { placeText } from './place-text.js';
import { useGestures } from './use-gestures.js';
import { type UsedView, useSize, useView } from './use-view.js';
import { fitPlaces, fromScreen, type Point, type Size, toPlace, type View } from './view.js';
import { loadMapWords, type MapTable } from './words/load.js';

export interface WorldMapProps {
  readonly places: readonly MapPlace[];
  /** The place that is chosen, by its id; it is brought into view. */
  readonly selected?: string | null;
  readonly onSelect?: (id: string) => void;
  /** A place that was picked. */
  readonly picked?: Place | null;
  /** Missing: the map is to look at. */
  readonly onPick?: (place: Place) => void;
  /** What the map shows. */
  readonly label: string;
}

/** How far from a mark's middle a finger still means it. */
const FINGER_PIXELS = 24;
const HINT_MILLISECONDS = 2500;

/** The map; it fills its container's width, and its height is the style sheet's. */
export function WorldMap(props: WorldMapProps) {
  const say = useWords(loadMapWords);
  if (say === null) return <div class="map" />;
  return <SpokenMap {...props} say={say} />;
}

type SpokenProps = WorldMapProps & { readonly say: Say<MapTable> };

function SpokenMap(given: SpokenProps) {
  const [props, isPickedHere] = useOwnPick(given);
  const { places, selected = null, picked = null, onPick, label, say } = props;
  const surface = useRef<HTMLDivElement>(null);
  const size = useSize(surface);
  const place = picked ?? places.find(({ id }) => id === selected) ?? null;
  const used = useView(places, size, { place, inMiddle: picked !== null && !isPickedHere });
  const { view, change } = used;
  const marks = useMemo(() => marksOf(places, view, size), [places, view, size]);
  const labels = useMemo(() => labelsOf(marks, size, selected), [marks, size, selected]);
  const [hasHint, hint] = useHint();
  const [isByKeys, setByKeys] = useState(false);
  const choose = chooser(props, { view, size, marks, labels, change });
  const id = useId();
  useGestures(surface, {
    change,
    onPageScroll: hint,
    onTap(point) {
      setByKeys(false);
      choose(point, FINGER_PIXELS);
    },
  });
  const middle: Point = { x: size.width / 2, y: size.height / 2 };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isChoice = event.key === 'Enter' || event.key === ' ';
    const next = keyChange(event.key, picked);
    if (!isChoice && next === null && event.key !== '0') return;
    event.preventDefault();
    setByKeys(true);
    if (isChoice) choose(middle, Number.POSITIVE_INFINITY);
    else if (next === null) used.fit();
    else change(next);
  };
  return (
    <div class="map">
      <div
        ref={surface}
        class="map-surface"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move it.
        tabIndex={0}
        aria-label={label}
        aria-describedby={id}
        onKeyDown={press}
      >
        {size.width > 0 && <Drawing {...{ view, size, marks, labels, selected, picked }} />}
        <div class="map-cross" />
      </div>
      <p id={id} class="hidden-visually">
        {say('keys')} {say(onPick === undefined ? 'enterSelects' : 'enterPicks')}
      </p>
      <p class="hidden-visually" aria-live="polite">
        {isByKeys && spokenView(props, view, nearestMark(marks, middle))}
      </p>
      {hasHint && <p class="map-hint">{say('scrollHint')}</p>}
      <Zoom used={used} picked={picked} say={say} />
    </div>
  );
}

/** The same props, with a pick that is remembered: what is picked was tapped here, or typed. */
function useOwnPick(props: SpokenProps): readonly [SpokenProps, boolean] {
  const { picked, onPick } = props;
  const own = useRef<Place | null>(null);
  const isHere =
    own.current?.latitude === picked?.latitude && own.current?.longitude === picked?.longitude;
  if (onPick === undefined) return [props, isHere];
  const pick = (place: Place): void => {
    own.current = place;
    onPick(place);
  };
  return [{ ...props, onPick: pick }, isHere];
}

/** Says for a while how the map is magnified. */
function useHint(): readonly [boolean, () => void] {
  const [isShown, setShown] = useState(false);
  const cancel = useRef<() => void>(() => undefined);
  const show = (): void => {
    cancel.current();
    setShown(true);
    cancel.current = after(HINT_MILLISECONDS, () => setShown(false));
  };
  return [isShown, show];
}

interface Sight {
  readonly view: View;
  readonly size: Size;
  readonly marks: readonly Mark[];
  readonly labels: readonly Label[];
  readonly change: UsedView['change'];
}

type Choose = (point: Point, reachPixels: number) => void;

/** What a tap or Enter does: picks the point, or opens the mark in reach, or takes it apart. */
function chooser({ onSelect, onPick }: WorldMapProps, sight: Sight): Choose {
  const { view, size, change } = sight;
  return (point, reachPixels) => {
    if (onPick !== undefined) return onPick(toPlace(fromScreen(view, size, point)));
    const mark = markInReach(sight, point, reachPixels);
    if (mark === null) return;
    if (mark.places.length === 1) return onSelect?.(mark.places[0].id);
    change((before) => apart(before, size, mark));
  };
}

function markInReach({ marks, labels }: Sight, point: Point, reachPixels: number): Mark | null {
  const nearest = nearestMark(marks, point);
  if (nearest === null) return null;
  const away = Math.hypot(nearest.x - point.x, nearest.y - point.y);
  return away <= reachPixels ? nearest : labelledMark(labels, point);
}

/** A view that shows the places of a mark apart, and at least twice as near. */
function apart(view: View, size: Size, { places }: Mark): View {
  const spots = new Set(places.map(({ latitude, longitude }) => `${latitude} ${longitude}`));
  // On one spot no view is near enough: the nearest of all fans them out.
  const near = fitPlaces(places, size);
  const scale = spots.size === 1 ? Number.POSITIVE_INFINITY : Math.max(near.scale, 2 * view.scale);
  return { ...near, scale };
}

function spokenView(props: SpokenProps, view: View, nearest: Mark | null): string {
  const { onPick, picked, say } = props;
  if (onPick !== undefined) {
    const middle = say('middle', { place: placeText(toPlace(view), say) });
    return picked ? `${middle}. ${say('picked', { place: placeText(picked, say) })}` : middle;
  }
  if (nearest === null) return '';
  const [first, ...others] = nearest.places;
  const count = others.length + 1;
  return say('nearest', { label: count === 1 ? first.label : say('together', { count }) });
}

interface ZoomProps {
  readonly used: UsedView;
  readonly picked: Place | null;
  readonly say: Say<MapTable>;
}

function Zoom({ used, picked, say }: ZoomProps) {
  const zoom = (key: '+' | '-') => (): void => {
    const next = keyChange(key, picked);
    if (next !== null) used.change(next);
  };
  return (
    <div class="map-zoom no-print">
      <button type="button" aria-label={say('zoomIn')} onClick={zoom('+')}>
        +
      </button>
      <button type="button" aria-label={say('zoomOut')} onClick={zoom('-')}>
        −
      </button>
      <button type="button" aria-label={say('showAll')} onClick={used.fit}>
        <Icon name="globe" />
      </button>
    </div>
  );
}
