import { isRecord } from './json';

const stopped = new WeakSet<object>();

/**
 * kafkajs#1751: each connection's request queue sets itself a timer of a negative delay, for ever, even when nothing
 * waits: one wake-up every millisecond, and a warning on Node 24. A queue with nothing waiting needs no timer.
 *
 * @param queue the class `kafkajs/src/network/requestQueue`, as who uses kafkajs has loaded it
 */
export function stopIdleTimer(queue: unknown): void {
  const prototype: unknown = typeof queue === 'function' ? queue.prototype : undefined;
  if (!isRecord(prototype) || stopped.has(prototype)) return;
  stopped.add(prototype);
  const original = prototype['scheduleCheckPendingRequests'];
  if (typeof original !== 'function') return;
  prototype['scheduleCheckPendingRequests'] = function schedule(this: unknown): void {
    if (isRecord(this) && Array.isArray(this['pending']) && this['pending'].length > 0) original.call(this);
  };
}
