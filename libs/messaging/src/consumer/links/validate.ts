import { validated } from '../../envelope/decode';
import { type Delivery } from '../delivery';
import { type Link } from '../link';

/** Turns events whose data breaks their contract into what is not understood. */
export const validate: Link<readonly Delivery[]> = (deliveries, next) =>
  next(
    deliveries.map((delivery) => {
      const decoded = validated(delivery.decoded);
      return decoded === delivery.decoded ? delivery : { ...delivery, decoded };
    }),
  );
