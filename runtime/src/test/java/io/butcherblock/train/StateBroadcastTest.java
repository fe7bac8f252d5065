package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.distributed.SingleProcess;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateBroadcastTest {

  /** A single process sends its numbers to itself. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void allOfAStateIsSent(boolean validationDue) {
    RunState state =
        new RunState(
            1L << 40,
            2.5,
            new BestSoFar(31.25, 4.5),
            3,
            validationDue,
            new LogInterval(7, 8.5, 9.25, 10.125),
            new LevelStart(2, 1L << 39));
    assertEquals(state, StateBroadcast.share(state, new SingleProcess()));
    assertEquals(RunState.START, StateBroadcast.share(RunState.START, new SingleProcess()));
  }
}
