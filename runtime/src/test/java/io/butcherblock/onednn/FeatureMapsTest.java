package io.butcherblock.onednn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.butcherblock.nn.Tensors;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class FeatureMapsTest {

  private final FeatureMaps maps = new FeatureMaps();

  @Test
  void theMemoryOfClosedMapsIsUsedAgain() {
    try (FeatureMaps.Pass pass = maps.pass()) {
      Tensor first = maps.empty(2, 3, 4);
      long address = address(first);
      first.close();
      try (Tensor second = maps.empty(6, 4)) {
        assertEquals(address, address(second));
        assertArrayEquals(new long[] {6, 4}, new long[] {second.size(0), second.size(1)});
      }
    }
  }

  @Test
  void theMemoryOfOpenMapsIsTheirs() {
    try (FeatureMaps.Pass pass = maps.pass();
        Tensor first = maps.empty(24);
        Tensor part = first.narrow(0, 0, 5)) {
      try (Tensor second = maps.empty(24)) {
        assertNotEquals(address(first), address(second));
      }
      // A view is enough to keep it.
      long address = address(first);
      first.close();
      try (Tensor third = maps.empty(24)) {
        assertNotEquals(address, address(third));
      }
      assertEquals(address, address(part));
    }
  }

  /** A result outlives the pass, and another pass. */
  @Test
  void whatIsStillOpenKeepsItsMemory() {
    Tensor result;
    try (FeatureMaps.Pass pass = maps.pass()) {
      result = maps.empty(1000);
      fill(result, 7);
    }
    try (FeatureMaps.Pass pass = maps.pass();
        Tensor other = maps.empty(1000);
        result) {
      fill(other, 8);
      assertNotEquals(address(result), address(other));
      assertEquals(7, Tensors.toArray(result)[999]);
    }
  }

  /** As operators return their results. */
  @Test
  void mapsThatAreRetainedBeyondAScopeAreUsedAgainAsWell() {
    try (FeatureMaps.Pass pass = maps.pass()) {
      Tensor first;
      try (PointerScope scope = new PointerScope()) {
        first = maps.empty(24).retainReference();
      }
      long address = address(first);
      first.close();
      try (Tensor second = maps.empty(24)) {
        assertEquals(address, address(second));
      }
    }
  }

  /** As that of a thread that trains while another one enlarges. */
  @Test
  void aPassEndsWithTheLastOfSeveral() {
    FeatureMaps.Pass outer = maps.pass();
    Tensor first = maps.empty(24);
    long address = address(first);
    maps.pass().close();
    first.close();
    try (Tensor second = maps.empty(24)) {
      assertEquals(address, address(second));
    }
    outer.close();
  }

  private static void fill(Tensor tensor, double value) {
    try (Scalar scalar = new Scalar(value)) {
      tensor.fill_(scalar);
    }
  }

  private static long address(Tensor tensor) {
    return tensor.data_ptr().address();
  }
}
