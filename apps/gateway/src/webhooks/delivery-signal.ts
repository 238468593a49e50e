import { Injectable } from '@nestjs/common';

/** Tells whoever delivers in this process that something may be due. Others look now and then. */
@Injectable()
export class DeliverySignal {
  private listener: () => void = () => undefined;

  listen(listener: () => void): void {
    this.listener = listener;
  }

  wake(): void {
    this.listener();
  }
}
