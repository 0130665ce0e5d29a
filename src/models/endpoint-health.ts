/** What is known about an endpoint besides its limits. */
export interface EndpointHealth {
  succeeded(): void;
  /** It replied, if only with an error. */
  answered(): void;
  /** No connection could be opened. */
  unreachable(): void;
  /** Replies so far. */
  readonly successes: () => number;
  /** Whether a call that failed to connect this many times may take the endpoint for gone. */
  readonly isDown: (attempts: number) => boolean;
}

/** Before the first reply a wrong URL or a server that is not running is likelier than a short outage. */
const ATTEMPTS_BEFORE_FIRST_ANSWER = 4;
const ATTEMPTS_AFTER = 7;

export function createEndpointHealth(): EndpointHealth {
  let successes = 0;
  let hasAnswered = false;
  let unreachableInARow = 0;

  function answered(): void {
    hasAnswered = true;
    unreachableInARow = 0;
  }

  return {
    succeeded() {
      successes++;
      answered();
    },
    answered,
    unreachable: () => void unreachableInARow++,
    successes: () => successes,
    isDown: (attempts) => {
      const enough = hasAnswered ? ATTEMPTS_AFTER : ATTEMPTS_BEFORE_FIRST_ANSWER;
      return attempts >= enough && unreachableInARow >= enough;
    },
  };
}
