import type { Impact, Incident, Suspects, TimelineEntry } from '../client/resources.mts';
import type { Style, Terminal } from '../terminal/terminal.mts';

const SHOWN_IMPACT = 8;
const SHOWN_SUSPECTS = 3;

/** Turns what the platform answered into lines. Adds nothing to it. */
export class Narrator {
  readonly terminal: Terminal;
  #chapters = 0;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  chapter(title: string): void {
    this.#chapters += 1;
    this.terminal.heading(`${this.#chapters}  ${title}`);
  }

  say(text: string): void {
    this.terminal.line(`   ${text}`);
  }

  /** Something that was sent to the platform. */
  sent(text: string): void {
    this.say(`${this.terminal.style('cyan', '→')} ${text}`);
  }

  /** Something that the platform found. */
  found(text: string, style: Style = 'green'): void {
    this.say(`${this.terminal.style(style, '←')} ${text}`);
  }

  incident(incident: Incident): void {
    const about = incident.ciName ?? 'no single CI';
    this.found(
      `${this.terminal.style('bold', incident.number)} ${incident.title} [priority ${incident.priority}, ${incident.state}, ${about}]`,
      'yellow',
    );
  }

  impact({ items, truncated }: Impact): void {
    this.say(`Suffering from it: ${items.length}${truncated ? ' or more' : ''} CIs`);
    for (const item of items.slice(0, SHOWN_IMPACT)) {
      const hops = `${item.distance} hop${item.distance === 1 ? ' ' : 's'}`;
      this.say(`  ${hops}  ${item.effect.padEnd(8)}  ${item.ciName} (${item.class})`);
    }
    if (items.length > SHOWN_IMPACT) this.say(`  and ${items.length - SHOWN_IMPACT} more`);
  }

  suspects({ items }: Suspects): void {
    this.say(`Changes that may have caused it: ${items.length}`);
    items.slice(0, SHOWN_SUSPECTS).forEach(({ changeNumber, path, reasons, score, title }, at) => {
      const head = `${at + 1}. ${changeNumber} ${title}  score ${score.toFixed(2)}`;
      this.say(`  ${at === 0 ? this.terminal.style('bold', head) : head}`);
      if (at === 0) for (const { text } of reasons) this.say(`       ${text}`);
      this.say(`       ${this.terminal.style('dim', `path: ${path.map(({ ciName }) => ciName).join(' → ')}`)}`);
    });
  }

  timeline(entries: readonly TimelineEntry[]): void {
    const byTime = [...entries].sort((a, b) => a.at.localeCompare(b.at));
    for (const { at, kind, summary } of byTime) {
      this.say(`  ${this.terminal.style('dim', at.slice(11, 19))}  ${kind.padEnd(16)}  ${summary}`);
    }
  }
}
