import { Consumer } from '@platformatic/kafka';

import { type BrokerAccess } from '../broker-access';
import { type Place } from './partition-reader';
import { clientOptions } from './client-options';
import { plainly } from './errors';

const SESSION_TIMEOUT_MS = 10_000;
const HEARTBEAT_MS = 2_000;
const REBALANCE_TIMEOUT_MS = 30_000;
/** A join is answered when all members have joined. */
const JOIN_ANSWER_MS = REBALANCE_TIMEOUT_MS + 10_000;

/** Which partitions this member has, from one rebalance to the next. */
export interface Assignment {
  readonly generation: number;
  readonly memberId: string;
  readonly partitions: readonly { readonly topic: string; readonly partition: number }[];
}

export interface MembershipEvents {
  readonly onAssigned: (assignment: Assignment) => void;
  /** The member is about to join anew and then has no partition; it does when this is done. */
  readonly onRevoked: () => Promise<void>;
  readonly onHeartbeat: () => void;
  /** No heartbeat follows. */
  readonly onLost: (reason: string) => void;
}

/**
 * A member of a consumer group. It has two clients: one joins and beats, the other commits under the generation that
 * the records were read in, so that the commit of a revoked partition is refused instead of being carried over.
 */
export class GroupMembership {
  private readonly member: Consumer;
  private readonly ledger: Consumer;

  constructor(
    clientId: string,
    access: BrokerAccess,
    group: string,
    private readonly topics: readonly string[],
    private readonly events: MembershipEvents,
  ) {
    const base = clientOptions(clientId, access);
    this.member = new Consumer({
      ...base,
      requestTimeout: JOIN_ANSWER_MS,
      groupId: group,
      autocommit: false,
      sessionTimeout: SESSION_TIMEOUT_MS,
      rebalanceTimeout: REBALANCE_TIMEOUT_MS,
      heartbeatInterval: HEARTBEAT_MS,
      // By kafkajs's name, so that a group may have members of both while a service is moved from one to the other.
      protocols: [{ name: 'RoundRobinAssigner', version: 0 }],
      // Asked for before each join: the client itself would join while records are still worked on.
      protocolsMetadata: async () => {
        await this.events.onRevoked();
        return Buffer.alloc(0);
      },
    });
    // Without retries: the client's way to try a commit again is to join anew first, whatever is assigned then.
    this.ledger = new Consumer({ ...base, groupId: group, autocommit: false, retries: 0 });
    this.listen();
  }

  async join(): Promise<void> {
    try {
      this.member.topics.trackAll(...this.topics);
      await this.member.joinGroup();
    } catch (error) {
      throw plainly(error);
    }
  }

  /** Where the group goes on with these partitions; nothing for one that it has never committed. */
  async committed(partitions: Assignment['partitions']): Promise<Map<string, Map<number, bigint>>> {
    const topics = [...Map.groupBy(partitions, ({ topic }) => topic)].map(([topic, of]) => ({
      topic,
      partitions: of.map(({ partition }) => partition),
    }));
    if (topics.length === 0) return new Map();
    const found = await this.ledger.listCommittedOffsets({ topics });
    return new Map(
      topics.map(({ topic, partitions: wanted }) => [
        topic,
        new Map(
          wanted.flatMap((partition): [number, bigint][] => {
            const offset = found.get(topic)?.[partition] ?? -1n;
            return offset < 0n ? [] : [[partition, offset]];
          }),
        ),
      ]),
    );
  }

  /** @throws when the group has gone on without this member. */
  async commit({ generation, memberId }: Assignment, { topic, partition, offset }: Place): Promise<void> {
    this.ledger.generationId = generation;
    this.ledger.memberId = memberId;
    try {
      await this.ledger.commit({ offsets: [{ topic, partition, offset, leaderEpoch: -1 }] });
    } catch (error) {
      throw plainly(error);
    }
  }

  /** Says good-bye, so that the others need not wait for the session to end. */
  async leave(): Promise<void> {
    await new Promise<void>((resolve) => this.member.leaveGroup(false, () => resolve()));
    // The ledger only borrowed the membership; it must not leave with it.
    this.ledger.memberId = null;
    await Promise.allSettled([this.member.close(true), this.ledger.close(true)]);
  }

  private listen(): void {
    const { member, events } = this;
    member.on('consumer:group:join', ({ memberId, generationId = 0, assignments = [] }) => {
      const partitions = assignments.flatMap(({ topic, partitions: of }) =>
        of.map((partition) => ({ topic, partition })),
      );
      events.onAssigned({ generation: generationId, memberId, partitions });
    });
    member.on('consumer:heartbeat:end', () => events.onHeartbeat());
    member.on('error', (error: unknown) => events.onLost(plainly(error).message));
  }
}
