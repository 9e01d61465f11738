/** Days given and received by month, drawn by uPlot in the page's own colours. */

import { useEffect, useRef } from 'preact/hooks';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { MonthView } from '../../api/owner-views.js';
import type { Say } from '../../i18n/words.js';
import { useCommon } from '../../ui/common.js';
import { allDays, monthInstant } from './exchange.js';
import { monthName } from './month-name.js';
import type { VisitsTable } from './words/load.js';

export interface ChartProps {
  readonly say: Say<VisitsTable>;
  readonly months: readonly MonthView[];
}

const HEIGHT = 260;

/** A colour of the style sheet, as it is now: light or dark. */
function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** The chart fills its container's width, and is drawn anew when that, or the colours, change. */
export function Chart({ say, months }: ChartProps) {
  const { language } = useCommon();
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    let plot = draw(element);
    const again = (): void => {
      plot.destroy();
      plot = draw(element);
    };
    const resized = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width > 0 && width !== plot.width) plot.setSize({ width, height: HEIGHT });
    });
    resized.observe(element);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', again);
    return () => {
      resized.disconnect();
      dark.removeEventListener('change', again);
      plot.destroy();
    };
  }, [months, language]);

  function draw(element: HTMLDivElement): UPlot {
    const axis = {
      stroke: colour('--soft'),
      grid: { stroke: colour('--line'), width: 1 },
      ticks: { stroke: colour('--line'), width: 1 },
    };
    const nameAt = (instant: number): string =>
      monthName(language, new Date(instant * 1000).toISOString().slice(0, 7), 'short');
    const line = (label: string, stroke: string, dash: number[]) => ({
      label,
      stroke,
      dash,
      width: 2.5,
      points: { show: true, size: 7, fill: stroke },
    });
    const options: UPlot.Options = {
      width: Math.max(240, element.clientWidth),
      height: HEIGHT,
      tzDate: (instant) => UPlot.tzDate(new Date(instant * 1000), 'UTC'),
      scales: { y: { range: (_plot, _low, high) => [0, Math.max(4, Math.ceil(high * 1.1))] } },
      axes: [{ ...axis, values: (_plot, instants) => instants.map(nameAt) }, axis],
      series: [
        {
          value: (_plot, instant) => (instant === null ? '' : nameAt(instant)),
          label: say('month'),
        },
        line(say('given'), colour('--accent'), []),
        line(say('received'), colour('--info'), [7, 5]),
      ],
    };
    const data: UPlot.AlignedData = [
      months.map(({ month }) => monthInstant(month)),
      months.map(({ given }) => allDays(given)),
      months.map(({ received }) => allDays(received)),
    ];
    const last = months.length - 1;
    // Where nothing is pointed at, the legend tells the latest month.
    const tellLast = (plot: UPlot): void => {
      if (last >= 0 && plot.legend.idx == null) plot.setLegend({ idx: last }, false);
    };
    const hooks = { ready: [tellLast], setLegend: [tellLast] };
    return new UPlot({ ...options, hooks }, data, element);
  }

  return <div ref={container} class="chart" role="img" aria-label={say('chartLabel')} />;
}
