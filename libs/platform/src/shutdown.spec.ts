import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setImmediate } from 'node:timers/promises';

import {
  type BeforeApplicationShutdown,
  Controller,
  Get,
  Injectable,
  Logger,
  Module,
  type OnApplicationShutdown,
  type OnModuleDestroy,
} from '@nestjs/common';

import { baseConfig, OpenToAll, parseConfig, type RunningService, startService } from './index';
import { shutDown, STAGE_ENDS_MS } from './shutdown';

const never = () => new Promise<void>(() => undefined);
const called: string[] = [];

/** Hangs wherever it can. */
@Injectable()
class Stubborn implements OnModuleDestroy, BeforeApplicationShutdown, OnApplicationShutdown {
  onModuleDestroy = (): Promise<void> => this.hang('onModuleDestroy');
  beforeApplicationShutdown = (): Promise<void> => this.hang('beforeApplicationShutdown');
  onApplicationShutdown = (): Promise<void> => this.hang('onApplicationShutdown');

  private hang(hook: string): Promise<void> {
    called.push(hook);
    return never();
  }
}

@Injectable()
class Failing implements BeforeApplicationShutdown {
  beforeApplicationShutdown(): never {
    throw new Error('no way to stop');
  }
}

const gate = { open: Promise.withResolvers<void>(), entered: Promise.withResolvers<void>() };

@OpenToAll()
@Controller()
class SlowController {
  @Get('slow')
  async slow(): Promise<string> {
    gate.entered.resolve();
    await gate.open.promise;
    return 'answered';
  }
}

@Module({ controllers: [SlowController] })
class SlowModule {}
@Module({ controllers: [SlowController], providers: [Stubborn, Failing] })
class StubbornModule {}

function start(module: typeof SlowModule | typeof StubbornModule): Promise<RunningService> {
  return startService(
    {
      name: 'slow-svc',
      config: (env) => parseConfig(baseConfig, env),
      module: () => module,
      openApi: { title: 'slow', description: 'for this test' },
    },
    { env: { PORT: '0', HOST: '127.0.0.1', KAFKA_BROKERS: '127.0.0.1:1', LOG_LEVEL: 'silent' } },
  );
}

describe('a service that stops', () => {
  beforeEach(() => {
    called.length = 0;
    gate.open = Promise.withResolvers();
    gate.entered = Promise.withResolvers();
  });

  it('answers the request in hand and waits no longer for its connection, though the client would keep it', async () => {
    const running = await start(SlowModule);
    const agent = new Agent({ keepAlive: true });
    const asked = get(`${running.url}/slow`, { agent });
    await gate.entered.promise;
    const closed = running.close();
    while (running.app.getHttpServer().listening) await setImmediate();
    gate.open.resolve();
    const [answer]: IncomingMessage[] = await once(asked, 'response');
    answer?.resume();
    expect(answer?.statusCode).toBe(200);
    await closed;
    agent.destroy();
  }, 6_000);

  it('stops in time whatever hangs or fails, and says what', async () => {
    const running = await start(StubbornModule);
    const socket = connect(Number(new URL(running.url).port), '127.0.0.1');
    // A request without an end.
    socket.write('POST /slow HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{');
    await once(socket, 'connect');
    const hungUp = once(socket, 'close');
    const said: unknown[] = [];
    jest.spyOn(Logger.prototype, 'warn').mockImplementation((line: unknown) => void said.push(line));
    await shutDown(running.app, new Logger('Shutdown'), {
      ...{ announced: 50, workDone: 100, requestsAnswered: 150, released: 200, databaseReleased: 250 },
    });
    await hungUp;
    expect(called).toEqual(['onModuleDestroy', 'beforeApplicationShutdown', 'onApplicationShutdown']);
    const late = { outcome: 'not waited for any longer' };
    expect(said).toEqual([
      expect.objectContaining({ step: 'Stubborn', stage: 'announced', ...late }),
      expect.objectContaining({ step: 'Failing', outcome: 'failed', reason: 'no way to stop' }),
      expect.objectContaining({ step: 'Stubborn', stage: 'workDone', ...late }),
      expect.objectContaining({ step: 'Requests', ...late }),
      expect.objectContaining({ step: 'Stubborn', stage: 'released', ...late }),
    ]);
  });

  it('leaves each stage time of its own, and all of them together less than 9.5 s', () => {
    const ends = Object.values(STAGE_ENDS_MS);
    expect(ends).toEqual([...ends].sort((one, other) => one - other));
    expect(new Set(ends).size).toBe(ends.length);
    expect(ends.at(-1)).toBeLessThan(9_500);
  });
});
