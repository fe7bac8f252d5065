package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.butcherblock.device.NativeLibraries;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standard error is the program's: what LibTorch and Java have to say there, they need not. */
class QuietLibraryTest {

  /** A thousand lines of it, where the processor is one that NNPACK does not support. */
  @Test
  void nnpackIsOff() {
    NativeLibraries.select();
    assertFalse(torch.globalContext().userEnabledNNPACK());
  }

  @Test
  void aPictureAndATrainingStepWriteNothingToStandardError(@TempDir Path folder) throws Exception {
    ChildJvm child = ChildJvm.run(folder, SmallWork.class, Map.of());
    assertEquals(List.of(), child.err());
    assertEquals(List.of("done"), child.out());
  }

  @Test
  void neitherDoTheyWithOneThread(@TempDir Path folder) throws Exception {
    ChildJvm child = ChildJvm.run(folder, SmallWork.class, Map.of("OMP_NUM_THREADS", "1"));
    assertEquals(List.of(), child.err());
  }
}
