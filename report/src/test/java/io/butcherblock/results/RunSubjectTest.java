package io.butcherblock.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.degrade.Degradation;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.weights.WeightsInfo;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSubjectTest {

  @TempDir private Path folder;

  @Test
  void aTitleNamesSchemeSizeAndScale() {
    assertEquals(
        "euler-for-tests x3 (euler-for-tests conv-prelu, 4 x 32)",
        RunSubject.of(WeightsInfo.of(EulerForTests.network(4, 32), 3).toMap()).title());
  }

  @Test
  void aTitleSaysWhatImagesANetworkIsFor() {
    WeightsInfo info = WeightsInfo.of(EulerForTests.network(4, 32), 3);
    assertEquals(
        "euler-for-tests x3 (euler-for-tests conv-prelu, 4 x 32, trained for jpeg)",
        RunSubject.of(info.withDegradation(Degradation.JPEG).toMap()).title());
  }

  @Test
  void aFolderWithALogAloneDoesNotSayIt() {
    assertEquals(Optional.empty(), RunSubject.read(folder));
  }
}
