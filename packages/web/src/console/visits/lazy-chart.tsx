/** The chart, loaded when it is first shown; where it cannot be, the table says the same. */

import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ChartProps } from './chart.js';

/** As `Chart`, in a file of its own that is loaded now. */
export function LazyChart(props: ChartProps) {
  const [loaded, setLoaded] = useState<{ readonly view: ComponentType<ChartProps> } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    import('./chart.js').then(
      ({ Chart: view }) => isCurrent && setLoaded({ view }),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  if (loaded === null) return <div class="chart" />;
  const { view: View } = loaded;
  return <View {...props} />;
}
