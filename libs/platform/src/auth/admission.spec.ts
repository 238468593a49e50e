import { generateKeyPairSync } from 'node:crypto';

import { Controller, Get, Module, type Type } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';
import { type Authority, Forbidden, isRecord, NotPermitted, RefusedAttempts, type RefusedAttempt } from '@itops/kit';
import { EventPattern } from '@nestjs/microservices';

import {
  AnyCaller,
  baseConfig,
  declaredRoutes,
  OpenToAll,
  parseConfig,
  publicKeysSetting,
  publicKeyText,
  Requires,
  type ServiceDefinition,
  startService,
  type z,
} from '../index';
import { createService } from '../service';
import { issueIdentity } from './internal-token';
import { PermissionGuard } from './permission.guard';

@Controller('silent')
class SilentController {
  @Get()
  look(this: void): object {
    return {};
  }
}

@Controller('doors')
@Requires('incident:read')
class DoorsController {
  @Get('own')
  own(this: void): object {
    return {};
  }

  @Get('stricter')
  @Requires('incident:act')
  stricter(this: void): object {
    return {};
  }

  @Get('known')
  @AnyCaller()
  known(): object {
    return {};
  }

  @Get('open')
  @OpenToAll()
  open(): object {
    return {};
  }

  /** No route. */
  @EventPattern('something')
  consume(data: unknown): unknown {
    return data;
  }
}

const { privateKey } = generateKeyPairSync('ed25519');
const config = baseConfig.extend({ INTERNAL_TOKEN_KEYS: publicKeysSetting });
const env = {
  ...{ PORT: '0', KAFKA_BROKERS: '127.0.0.1:1', LOG_LEVEL: 'silent' },
  INTERNAL_TOKEN_KEYS: publicKeyText(privateKey),
};

const told: RefusedAttempt[] = [];
class RememberedAttempts extends RefusedAttempts {
  override note(attempt: RefusedAttempt): void {
    told.push(attempt);
  }
}

@Module({})
class AttemptsModule {}

function serviceOf(...controllers: Type[]): ServiceDefinition<z.output<typeof config>> {
  const attempts = { provide: RefusedAttempts, useClass: RememberedAttempts };
  const attemptsModule = { module: AttemptsModule, global: true, providers: [attempts], exports: [RefusedAttempts] };
  @Module({ controllers, imports: [attemptsModule] })
  class DoorsModule {}
  return {
    name: 'doors-svc',
    config: (given) => parseConfig(config, given),
    module: () => DoorsModule,
    openApi: { title: 'doors', description: 'for this test' },
  };
}

const anna: Authority = {
  subject: 'user:anna',
  credential: 'jwt:k1',
  principals: ['user:anna'],
  permissions: new Set(['incident:read']),
  groups: [],
};

describe('a route that does not say whom it lets in', () => {
  it('lets its service not start, which names it', async () => {
    await expect(createService(serviceOf(DoorsController, SilentController), { env })).rejects.toThrow(
      'SilentController.look',
    );
  });

  it('lets in nobody, should it be there all the same', () => {
    const guard = new PermissionGuard(new Reflector());
    const host = (controller: Type, handler: () => unknown) =>
      new ExecutionContextHost([{ authority: anna }], controller, handler);
    const { look } = SilentController.prototype;
    expect(() => guard.canActivate(host(SilentController, look))).toThrow(Forbidden);
    const { own, stricter } = DoorsController.prototype;
    expect(guard.canActivate(host(DoorsController, own))).toBe(true);
    expect(() => guard.canActivate(host(DoorsController, stricter))).toThrow(NotPermitted);
  });
});

describe('a service', () => {
  it('knows all of its routes, and whom each lets in: the nearest word counts', async () => {
    const { app } = await createService(serviceOf(DoorsController), { env });
    const routes = declaredRoutes(app).map(({ path, method, admission }) => [method, path, admission]);
    expect(routes.filter(([, path]) => path?.startsWith('doors'))).toEqual([
      ['GET', 'doors/own', 'incident:read'],
      ['GET', 'doors/stricter', 'incident:act'],
      ['GET', 'doors/known', 'any-caller'],
      ['GET', 'doors/open', 'open-to-all'],
    ]);
    await app.close();
  });

  it('tells the audit trail whom it has refused what, and nothing of who was let in', async () => {
    told.length = 0;
    const running = await startService(serviceOf(DoorsController), { env });
    const identity = { 'x-itops-identity': await issueIdentity(anna, privateKey, 60), 'x-itops-request-id': 'req-1' };
    const ask = async (path: string, headers: Record<string, string> = {}) => {
      const response = await fetch(running.url + path, { headers });
      const body: unknown = await response.json();
      return [response.status, isRecord(body) ? body['permission'] : undefined];
    };
    expect(await ask('/doors/known', identity)).toEqual([200, undefined]);
    expect(await ask('/doors/known')).toEqual([401, undefined]);
    expect(await ask('/doors/stricter', identity)).toEqual([403, 'incident:act']);
    expect(told).toMatchObject([
      {
        ...{ action: 'call', resourceType: 'route', resourceId: 'GET /doors/known' },
        cause: { actor: 'anonymous' },
      },
      {
        ...{ action: 'incident:act', resourceType: 'route', resourceId: 'GET /doors/stricter' },
        cause: { actor: 'user:anna', credential: 'jwt:k1', requestId: 'req-1' },
      },
    ]);
    await running.close();
  });
});
