package io.butcherblock.distributed;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandAgreementTest {

  @ParameterizedTest
  @ValueSource(strings = {"b\nc.png", "b\r\nc.png", "\n", "", "b\u2028c", "b\u0085c", "a\\nb"})
  void aNameMayHoldAnything(String name) {
    try (ProcessGroup group = new SingleProcess()) {
      assertDoesNotThrow(
          () -> CommandAgreement.check(group, List.of("the image " + name, name, "precision x")));
    }
  }

  @Test
  void noFactsAreFine() {
    try (ProcessGroup group = new SingleProcess()) {
      assertDoesNotThrow(() -> CommandAgreement.check(group, List.of()));
    }
  }
}
