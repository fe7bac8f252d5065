package io.butcherblock.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class OutOfMemoryTest {

  private final RuntimeException ofGpu =
      new RuntimeException(
          "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 7.79 GiB"
              + " of which 512.00 MiB is free. Including non-PyTorch memory, this process has 6.97"
              + " GiB memory in use.\nException raised from malloc");

  @Test
  void aTensorThatIsTooLargeForAnyMachineIsRecognised() {
    RuntimeException thrown =
        assertThrows(RuntimeException.class, () -> torch.empty(1L << 30, 1L << 15).close());
    assertTrue(OutOfMemory.isNative(thrown), thrown::getMessage);
    assertEquals(OptionalLong.empty(), OutOfMemory.gpuFree(thrown));
  }

  @Test
  void theGpusMessageTellsItsMemory() {
    assertTrue(OutOfMemory.isNative(ofGpu));
    assertEquals(OptionalLong.of(512L << 20), OutOfMemory.gpuFree(ofGpu));
    assertEquals(OptionalLong.of((long) (7.79 * (1L << 30))), OutOfMemory.gpuCapacity(ofGpu));
  }

  /** The words of LibTorch on Windows, and of JavaCPP where an array of its own is refused. */
  @Test
  void otherWordsOfTheSameAreRecognised() {
    assertTrue(
        OutOfMemory.isNative(
            new RuntimeException(
                "[enforce fail at alloc_cpu.cpp:121] data. DefaultCPUAllocator: not enough memory:"
                    + " you tried to allocate 137438953472 bytes.")));
    assertTrue(
        OutOfMemory.isNative(
            new OutOfMemoryError(
                "Cannot allocate new FloatPointer(1000000000): totalBytes = 3G, physicalBytes ="
                    + " 5G")));
  }

  @Test
  void otherFailuresAreOthers() {
    assertFalse(OutOfMemory.isNative(new OutOfMemoryError("Java heap space")));
    assertFalse(OutOfMemory.isNative(new IllegalStateException("The size of tensor a")));
    assertFalse(OutOfMemory.isNative(new NullPointerException()));
  }
}
