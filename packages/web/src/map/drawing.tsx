/** The picture of a map: sea, land, marks and labels. It says nothing to screen readers. */

import type { Place } from '@covisa/protocol';
import { useId } from 'preact/hooks';
import { LAND_UNITS } from './land.js';
import type { Label, Mark } from './marks.js';
import { useLand } from './use-land.js';
import { repetitions, type Size, toScreen, toWorld, type View } from './view.js';

interface Props {
  readonly view: View;
  readonly size: Size;
  readonly marks: readonly Mark[];
  readonly labels: readonly Label[];
  readonly selected: string | null;
  readonly picked: Place | null;
}

/** Everything that is drawn. */
export function Drawing({ view, size, marks, labels, selected, picked }: Props) {
  return (
    <svg class="map-drawing" aria-hidden="true" width={size.width} height={size.height}>
      <Land view={view} size={size} />
      {marks.map((mark) => (
        <MarkShape
          key={mark.places.map(({ id }) => id).join(' ')}
          mark={mark}
          isSelected={mark.places.some(({ id }) => id === selected)}
        />
      ))}
      {labels.map((label) => (
        <LabelText key={label.mark.places[0].id} label={label} selected={selected} />
      ))}
      {picked !== null && <Pin view={view} size={size} picked={picked} />}
    </svg>
  );
}

/** Meridians and parallels, every so many degrees, as a path of the world. */
function net(degrees: number): string {
  const parallels = Array.from({ length: 2 * Math.floor(80 / degrees) + 1 }, (_, n) => {
    const latitude = (n - Math.floor(80 / degrees)) * degrees;
    return `M0 ${(toWorld({ latitude, longitude: 0 }).y * LAND_UNITS).toFixed(3)}h${LAND_UNITS}`;
  });
  const meridians = Array.from({ length: 360 / degrees }, (_, n) => {
    return `M${((n * degrees * LAND_UNITS) / 360).toFixed(3)} 0v${LAND_UNITS}`;
  });
  return [...meridians, ...parallels].join('');
}
const COARSE_NET = net(30);
const FINE_NET = net(1);
/** From here on a map can lie between the lines of the coarse net, and far from any coast. */
const FINE_NET_SCALE = 20_000;

function Land({ view, size }: { readonly view: View; readonly size: Size }) {
  const id = useId();
  const land = useLand(view.scale);
  const factor = view.scale / LAND_UNITS;
  const left = size.width / 2 - view.x * view.scale;
  const top = size.height / 2 - view.y * view.scale;
  return (
    <g transform={`translate(${left} ${top}) scale(${factor})`}>
      <defs>
        <g id={id}>
          <path class="map-net" d={COARSE_NET} />
          <path class="map-land" d={land ?? ''} />
          {view.scale > FINE_NET_SCALE && <path class="map-net" d={FINE_NET} />}
        </g>
      </defs>
      {repetitions(view, size).map((east) => (
        <use key={east} href={`#${id}`} x={east * LAND_UNITS} />
      ))}
    </g>
  );
}

function MarkShape({ mark, isSelected }: { readonly mark: Mark; readonly isSelected: boolean }) {
  const { x, y, places } = mark;
  const [first] = places;
  const isQuiet = places.every(({ tone }) => tone === 'quiet');
  const classes = ['map-mark', isSelected ? 'selected' : '', isQuiet ? 'quiet' : ''];
  return (
    <g class={classes.filter((one) => one !== '').join(' ')} transform={`translate(${x} ${y})`}>
      {isSelected && <circle class="map-ring" r={places.length === 1 ? 14 : 21} />}
      {places.length === 1 ? (
        <circle r={7} data-place={first.id} />
      ) : (
        <>
          <circle r={15} />
          <text class="map-count" dy="0.35em">
            {places.length}
          </text>
        </>
      )}
    </g>
  );
}

interface LabelProps {
  readonly label: Label;
  readonly selected: string | null;
}

function LabelText({ label, selected }: LabelProps) {
  const isSelected = label.mark.places[0].id === selected;
  return (
    <text
      class={isSelected ? 'map-label selected' : 'map-label'}
      x={label.x}
      y={label.y}
      dy="0.34em"
      text-anchor={label.anchor}
    >
      {label.text}
    </text>
  );
}

interface PinProps {
  readonly view: View;
  readonly size: Size;
  readonly picked: Place;
}

function Pin({ view, size, picked }: PinProps) {
  const { x, y } = toScreen(view, size, toWorld(picked));
  return (
    <g class="map-pin" transform={`translate(${x} ${y})`}>
      <path d="M0 0c-7-11-13-17-13-25a13 13 0 0126 0c0 8-6 14-13 25z" />
      <circle cy={-25} r={4.5} />
    </g>
  );
}
