import { upcasted } from '../../envelope/decode';
import { type Delivery } from '../delivery';
import { type Link } from '../link';

/** Turns events of older versions into the newest, so that handlers know only that. */
export const upcast: Link<readonly Delivery[]> = (deliveries, next) =>
  next(
    deliveries.map((delivery) => {
      const decoded = upcasted(delivery.decoded);
      return decoded === delivery.decoded ? delivery : { ...delivery, decoded };
    }),
  );
