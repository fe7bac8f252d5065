package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.data.ImagePair;
import io.butcherblock.device.Precision;
import io.butcherblock.dsl.Layer;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.synthetic.SyntheticImages;
import io.butcherblock.train.TrainingListener;
import io.butcherblock.train.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateRunTest {

  private static final int SCALE = 2;

  @TempDir private Path folder;

  @Test
  void aPictureThatCannotBeDrawnDoesNotEndARun() {
    List<String> missing = new ArrayList<>();
    TrainingListener view =
        new TrainingListener() {
          @Override
          public void continuesWithout(String what, ButcherblockException failure) {
            missing.add(what);
          }
        };
    List<ImagePair> pairs = List.of(ImagePair.of("a", SyntheticImages.generate(1, 48, 48), SCALE));
    Images images =
        new Images(
            "one image",
            pairs,
            Validation.of(pairs, SCALE),
            List.of(TestSet.of("one", pairs, SCALE)));
    NetworkSpec one = ScoresForTests.network("one", Layer.CONV_3X3);
    NetworkSpec two = ScoresForTests.network("two", Layer.CONV_3X3, Layer.CONV_3X3);
    Candidate candidate = EqualCompute.of(List.of(one, two), 2, 4, SCALE).get(0);
    try (Device cpu = new Device("cpu")) {
      Settings settings = new Settings(1, 1, SCALE, 8, 2, 1e-3, Precision.FP32);
      Optional<RunResult> result =
          new CandidateRun(settings, images, cpu, () -> false)
              .run(
                  new PlannedRun(candidate, 1, 1, 1, 4, 0),
                  folder,
                  begun -> {
                    putInTheWay(folder.resolve("curves.png"));
                    return view;
                  });
      assertTrue(result.isPresent());
    }
    assertEquals(List.of("the picture of its curves"), missing);
    assertTrue(Files.exists(folder.resolve("weights.safetensors")));
  }

  private static void putInTheWay(Path file) {
    try {
      Files.createDirectories(file.resolve("in-the-way"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
