import { clockSkew } from '../../../domain/time/skew.ts';
import { duration } from '../../terminal/words.ts';

export const NO_DATE =
  'the provider’s answers carry no date, so that this computer’s clock could not be compared: see that it is right';

/** Compares our clock with the date of every answer. Once they disagree, nothing more is ordered. */
export class DateWatch {
  off: string | null = null;
  compared = false;
  #stop: (why: string) => void = () => undefined;

  heard(date: number, our: { sentAt: number; heardAt: number }): void {
    this.compared = true;
    const skew = clockSkew(date, our);
    if (skew === 0) return;
    const by = `${duration(Math.abs(skew))} ${skew > 0 ? 'ahead of' : 'behind'}`;
    this.off = `this computer’s clock is ${by} the provider’s`;
    this.#stop(`${this.off}: set it, then run the same command again`);
  }

  tell(stop: (why: string) => void): void {
    this.#stop = stop;
  }
}
