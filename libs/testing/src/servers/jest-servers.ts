import type { TestServers } from './test-servers';

// Jest loads setup and teardown apart from each other, so a variable of a module is not shared between them.
const KEY = Symbol.for('itops.jest.servers');
const keeper: typeof globalThis & { [KEY]?: TestServers } = globalThis;

export function keepForTeardown(servers: TestServers): void {
  keeper[KEY] = servers;
}

export function takeForTeardown(): TestServers | undefined {
  return keeper[KEY];
}
