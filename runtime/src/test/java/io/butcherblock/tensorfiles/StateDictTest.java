package io.butcherblock.tensorfiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.pickle.BadPickle;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateDictTest {

  /** None of two of the same usual name is the one that is meant. */
  @Test
  void ofTwoNetworksOfAUsualNameNoneIsTaken() throws BadPickle {
    Map<String, TensorRef> net = Map.of("head", tensor());
    BadPickle refused =
        assertThrows(
            BadPickle.class,
            () ->
                StateDict.in(
                    List.of(Map.of("net", net), Map.of("net", Map.of("head", tensor()))),
                    name -> name.equals("head")));
    assertTrue(refused.getMessage().contains("several networks"), refused.getMessage());
    Object one = List.of(Map.of("net", net), Map.of("other", Map.of("head", tensor())));
    assertEquals(net, StateDict.in(one, name -> name.equals("head")));
  }

  private static TensorRef tensor() throws BadPickle {
    return TensorRef.of(StorageRef.whole("0", ElementType.F32, 1), 0L, List.of(1L), List.of(1L));
  }
}
