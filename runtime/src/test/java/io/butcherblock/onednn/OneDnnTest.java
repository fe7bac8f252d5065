package io.butcherblock.onednn;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.execute.OutOfMemory;
import org.bytedeco.dnnl.memory;
import org.junit.jupiter.api.Test;

class OneDnnTest {

  private final OneDnn library = Machine.withWinograd();

  @Test
  void memoryThatThereIsNotIsTold() {
    try (memory.desc huge = TensorMemory.bytes(1L << 46)) {
      OneDnn.Failure failure =
          assertThrows(OneDnn.Failure.class, () -> library.allocate(huge).close());
      assertTrue(OutOfMemory.isNative(failure), failure.getMessage());
    }
  }

  @Test
  void whatItRefusesIsAFailureOfItsOwn() {
    OneDnn.Failure failure =
        assertThrows(
            OneDnn.Failure.class, () -> OneDnn.call(() -> TensorMemory.maps(1, -16, 4, 4)));
    assertTrue(!OutOfMemory.isNative(failure), failure.getMessage());
  }

  @Test
  void ourOwnFaultsAreNone() {
    IllegalStateException fault = new IllegalStateException("out of order");
    assertSame(
        fault,
        assertThrows(
            IllegalStateException.class,
            () ->
                OneDnn.call(
                    () -> {
                      throw fault;
                    })));
    assertThrows(NullPointerException.class, () -> library.allocate(null));
  }
}
