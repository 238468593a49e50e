import {
  changeBackedOut,
  changeCanceled,
  changeCompleted,
  type ChangeData,
  changeFailed,
  changeStarted,
  domainEvents,
  domainTopics,
} from '@itops/contracts';
import { type ConsumedEvent, ConsumeEvents, type EventBatch } from '@itops/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { type ChangeNews, FollowChangesHandler } from './follow-changes.handler';

/** What people who look at an incident want to know of a change. */
const NEWS = new Map([
  [changeStarted.type, 'started'],
  [changeCompleted.type, 'completed'],
  [changeFailed.type, 'failed'],
  [changeBackedOut.type, 'was backed out'],
  [changeCanceled.type, 'was canceled'],
]);

const changeTypes = new Set(domainEvents.filter(({ aggregate }) => aggregate === 'change').map(({ type }) => type));

@Controller()
export class OnChangeChanged {
  constructor(private readonly follow: FollowChangesHandler) {}

  @ConsumeEvents({ name: 'incident-svc.changes', topics: [domainTopics.change.name] })
  async handle(@Payload() { tx, events }: EventBatch): Promise<void> {
    const news: ChangeNews[] = events.filter(isChange).map(({ data, type, time, cause }) => ({
      data,
      backedOut: type === changeBackedOut.type,
      said: NEWS.get(type) ?? null,
      time,
      cause,
    }));
    await this.follow.handle(tx, news);
  }
}

/** All events of a change carry the same data. */
function isChange(event: ConsumedEvent): event is ConsumedEvent<ChangeData> {
  return changeTypes.has(event.type);
}
