/** What a map says, in English. */

export const ENGLISH = {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  showAll: 'Show all',
  keys: 'Arrow keys move the map, plus and minus zoom, 0 shows all.',
  enterSelects: 'Enter opens the place that is nearest to the cross in the middle.',
  enterPicks: 'Enter picks the place under the cross in the middle.',
  scrollHint: 'Hold Ctrl and scroll to zoom, or click the map first',
  nearest: 'Nearest to the middle: {label}',
  together: { one: '{count} space', other: '{count} spaces' },
  middle: 'Middle of the map: {place}',
  picked: 'Picked: {place}',
  north: '{degrees}° N',
  south: '{degrees}° S',
  east: '{degrees}° E',
  west: '{degrees}° W',
} as const;
