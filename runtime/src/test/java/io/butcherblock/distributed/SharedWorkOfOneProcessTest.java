package io.butcherblock.distributed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedWorkOfOneProcessTest {

  /** A codec that nothing may pass through. */
  private static final TextCodec<Object> UNUSED =
      TextCodec.of(
          value -> {
            throw new AssertionError("encoded");
          },
          text -> {
            throw new AssertionError("decoded");
          });

  @Test
  void resultsAreHandedOverAsTheyAre() {
    List<Object> values = List.of(new Object(), new Object());
    List<String> events = new ArrayList<>();
    SharedWork<Object> work =
        new SharedWork<>(
            new SingleProcess(),
            "work",
            3,
            UNUSED,
            (rank, result, done) -> {
              events.add(rank + " " + result.piece() + " " + result.kind() + " " + done);
              result.value().ifPresent(value -> assertSame(values.get(result.piece()), value));
            });
    work.run(
        piece -> {
          events.add("begin " + piece);
          return piece < 2
              ? WorkResult.made(piece, values.get(piece))
              : WorkResult.failed(piece, "The file is empty.");
        });
    assertEquals(
        List.of("begin 0", "0 0 MADE 1", "begin 1", "0 1 MADE 2", "begin 2", "0 2 FAILED 3"),
        events);
  }

  @Test
  void aBroadcastValueIsHandedOverAsItIs() {
    Object value = new Object();
    assertSame(value, new SingleProcess().broadcastValue(value, UNUSED));
  }

  @Test
  void resultsOfEachKindComeThroughTheirText() {
    TextCodec<WorkResult<Integer>> codec =
        WorkResult.codec(TextCodec.of(String::valueOf, Integer::valueOf));
    for (WorkResult<Integer> result :
        List.of(
            WorkResult.made(0, -7),
            WorkResult.kept(12, 8),
            WorkResult.<Integer>failed(3, "größer 1 2\n3 "),
            WorkResult.<Integer>failed(4, ""))) {
      assertEquals(result, codec.decode(codec.encode(result)));
    }
  }
}
