package io.butcherblock.distributed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class GradientBucketsTest {

  @Test
  void bucketsKeepTheOrderAndTheLimit() {
    assertEquals(
        List.of(List.of(3L, 4L), List.of(9L, 1L), List.of(2L, 7L), List.of(4L)),
        GradientBuckets.of(List.of(3L, 4L, 9L, 1L, 2L, 7L, 4L), size -> size, 10));
  }

  @Test
  void whatIsLargerThanTheLimitIsABucketOfItsOwn() {
    assertEquals(
        List.of(List.of(20L), List.of(1L), List.of(30L)),
        GradientBuckets.of(List.of(20L, 1L, 30L), size -> size, 10));
    assertEquals(List.of(), GradientBuckets.of(List.<Long>of(), size -> size, 10));
  }
}
