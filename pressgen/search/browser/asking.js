// Questions while a reader types: only the last one's answer counts, and a short pause keeps letters from being asked.

const PAUSE = 120; // milliseconds without a letter
const SLOW = 300; // after so many the reader is told that the search goes on

export class Asking {
  #ask;
  #answered;
  #waiting;
  #timer = 0;
  #count = 0;

  // `ask` gives the promise of an answer, `answered` gets answer and question, `waiting` is called when it takes long.
  constructor(ask, answered, waiting) {
    this.#ask = ask;
    this.#answered = answered;
    this.#waiting = waiting;
  }

  // Ask when the reader pauses.
  soon(question) {
    this.stop();
    this.#timer = setTimeout(() => this.now(question), PAUSE);
  }

  // Ask at once.
  async now(question) {
    this.stop();
    const number = this.#count;
    const slow = setTimeout(() => number === this.#count && this.#waiting(), SLOW);
    const answer = await this.#ask(question).finally(() => clearTimeout(slow));
    if (number === this.#count) {
      await this.#answered(answer, question);
    }
  }

  // Forget what was asked.
  stop() {
    clearTimeout(this.#timer);
    this.#count++;
  }
}
