// Ask while a reader types: after a short pause, and only the answer to the last question is shown.

const PAUSE = 120; // milliseconds without a letter
const SLOW = 300; // milliseconds after which the reader is told that the search goes on

/**
 * @template Asked
 * @template Answer
 */
export class Asking {
  #ask;
  #answered;
  #waiting;
  #timer = 0;
  #count = 0;

  /**
   * @param {(question: Asked) => Promise<Answer>} ask
   * @param {(answer: Answer, question: Asked) => unknown} answered
   * @param {() => unknown} waiting is called when an answer takes long
   */
  constructor(ask, answered, waiting) {
    this.#ask = ask;
    this.#answered = answered;
    this.#waiting = waiting;
  }

  /**
   * Ask when the reader pauses.
   * @param {Asked} question
   */
  soon(question) {
    this.stop();
    this.#timer = setTimeout(() => this.now(question), PAUSE);
  }

  /**
   * Ask at once.
   * @param {Asked} question
   */
  async now(question) {
    this.stop();
    const number = this.#count;
    const slow = setTimeout(() => number === this.#count && this.#waiting(), SLOW);
    const answer = await this.#ask(question).finally(() => clearTimeout(slow));
    if (number === this.#count) {
      await this.#answered(answer, question);
    }
  }

  /** Forget the last question. */
  stop() {
    clearTimeout(this.#timer);
    this.#count++;
  }
}
