/** From one person in so many on somebody is asked: rows that cannot be read may mean others than they bar. */
const ASKED_FROM = 100;

/** More people than a few odd rows of a list should bar by their last digits. */
export const barsMany = (barred: number, people: number): boolean => barred * ASKED_FROM > people;
