import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { getHeapSpaceStatistics } from 'node:v8';

import { type MeterProvider } from '@opentelemetry/api';

const RESOLUTION_MS = 20;
const NANOSECONDS = 1e9;

/** How the process itself is doing, by the semantic conventions for processes, Node.js and V8. */
export function observeRuntime(provider: MeterProvider): void {
  const meter = provider.getMeter('@itops/platform');
  observeEventLoop(meter);
  meter
    .createObservableUpDownCounter('process.memory.usage', { description: 'Resident memory', unit: 'By' })
    .addCallback((result) => result.observe(process.memoryUsage.rss()));
  meter
    .createObservableCounter('process.cpu.time', { description: 'Time on a processor', unit: 's' })
    .addCallback((result) => {
      const { user, system } = process.cpuUsage();
      result.observe(user / 1e6, { 'cpu.mode': 'user' });
      result.observe(system / 1e6, { 'cpu.mode': 'system' });
    });
  meter
    .createObservableGauge('process.uptime', { description: 'Since the process has begun', unit: 's' })
    .addCallback((result) => result.observe(process.uptime()));
  meter
    .createObservableUpDownCounter('v8js.memory.heap.used', { description: 'Heap in use, by space', unit: 'By' })
    .addCallback((result) => {
      for (const { space_name, space_used_size } of getHeapSpaceStatistics()) {
        result.observe(space_used_size, { 'v8js.heap.space.name': space_name });
      }
    });
}

/** By how much timers are late, and what share of the time there is work; since the metrics were last asked for. */
function observeEventLoop(meter: ReturnType<MeterProvider['getMeter']>): void {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  let since = performance.eventLoopUtilization();
  const gauge = (name: string, description: string, unit: string) =>
    meter.createObservableGauge(`nodejs.eventloop.${name}`, { description, unit });
  const half = gauge('delay.p50', 'Delay of the event loop, median', 's');
  const most = gauge('delay.p99', 'Delay of the event loop, 99th percentile', 's');
  const longest = gauge('delay.max', 'Delay of the event loop, longest', 's');
  const utilization = gauge('utilization', 'Share of the time in which the event loop is busy', '1');
  meter.addBatchObservableCallback(
    (result) => {
      const late = (nanoseconds: number): number => Math.max(0, nanoseconds / NANOSECONDS - RESOLUTION_MS / 1_000);
      result.observe(half, late(delays.percentile(50)));
      result.observe(most, late(delays.percentile(99)));
      result.observe(longest, late(delays.max));
      delays.reset();
      const now = performance.eventLoopUtilization();
      result.observe(utilization, performance.eventLoopUtilization(now, since).utilization);
      since = now;
    },
    [half, most, longest, utilization],
  );
}
