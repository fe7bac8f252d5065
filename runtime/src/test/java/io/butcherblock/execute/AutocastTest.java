package io.butcherblock.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

class AutocastTest {

  private final State before = State.now();

  @Test
  void afterwardsAllIsAsBefore() {
    try (Autocast region = bf16()) {
      assertEquals(new State(true, ScalarType.BFloat16, true), State.now());
    }
    assertEquals(before, State.now());
  }

  @Test
  void alsoAfterAFailure() {
    assertThrows(
        IllegalStateException.class,
        () -> {
          try (Autocast region = bf16()) {
            throw new IllegalStateException();
          }
        });
    assertEquals(before, State.now());
  }

  @Test
  void regionsNest() {
    try (Autocast outer = bf16()) {
      State outside = State.now();
      try (Autocast inner = Autocast.off(DeviceType.CPU)) {
        assertEquals(ScalarType.Float, typeOfProduct());
      }
      try (Autocast inner = Autocast.to(ScalarType.Half, DeviceType.CPU)) {
        assertEquals(ScalarType.Half, typeOfProduct());
      }
      assertEquals(outside, State.now());
      assertEquals(ScalarType.BFloat16, typeOfProduct());
    }
    assertEquals(ScalarType.Float, typeOfProduct());
  }

  @Test
  void regionsThatWereSetByOthersAreKept() {
    torch.set_autocast_cache_enabled(false);
    torch.set_autocast_dtype(DeviceType.CPU, ScalarType.Half);
    State others = State.now();
    try {
      try (Autocast region = bf16()) {
        assertEquals(ScalarType.BFloat16, typeOfProduct());
      }
      assertEquals(others, State.now());
    } finally {
      torch.set_autocast_cache_enabled(before.cache);
      torch.set_autocast_dtype(DeviceType.CPU, before.type);
    }
  }

  @Test
  void castWeightsAreForgottenAtTheEndOfTheOutermostRegion() {
    try (PointerScope scope = new PointerScope()) {
      Tensor weight = torch.ones(1, 1);
      weight.set_requires_grad(true);
      try (Autocast region = bf16()) {
        assertEquals(1, product(weight));
        set(weight, 2);
        // The control: within a region the copy is kept, so that a test without a cache would pass.
        try (Autocast inner = bf16()) {
          assertEquals(1, product(weight));
        }
        assertEquals(1, product(weight));
      }
      try (Autocast region = bf16()) {
        assertEquals(2, product(weight));
      }
    }
  }

  private static Autocast bf16() {
    return Autocast.to(ScalarType.BFloat16, DeviceType.CPU);
  }

  private static ScalarType typeOfProduct() {
    try (PointerScope scope = new PointerScope()) {
      return torch.ones(2, 2).matmul(torch.ones(2, 2)).scalar_type().intern();
    }
  }

  private static float product(Tensor weight) {
    return torch.ones(1, 1).matmul(weight).item_float();
  }

  private static void set(Tensor weight, double value) {
    try (NoGradGuard guard = new NoGradGuard()) {
      weight.fill_(new Scalar(value));
    }
  }

  /** What the library has set for the CPU in this thread. */
  private record State(boolean enabled, ScalarType type, boolean cache) {

    static State now() {
      return new State(
          torch.is_autocast_enabled(DeviceType.CPU),
          torch.get_autocast_dtype(DeviceType.CPU).intern(),
          torch.is_autocast_cache_enabled());
    }
  }
}
