package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.device.LibTorch;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.weights.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights that are finite and so large that the network's output is not. */
class OverflowTest {

  @TempDir private Path folder;
  private Path weights;
  private Path images;

  @BeforeEach
  void make() throws IOException {
    weights = folder.resolve("huge.safetensors");
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork network =
            new SuperResolutionNetwork(
                Catalogue.onClassPath().networks().get("oisr-rk2-s").withSize(1, 4), 2, 1, cpu);
        NoGradGuard guard = new NoGradGuard();
        Scalar huge = new Scalar(3e38)) {
      network.parameters().byName().get("head.0.weight").fill_(huge);
      Weights.save(weights, network);
    }
    images = Files.createDirectory(folder.resolve("images"));
    byte[] samples = new byte[24 * 20 * 3];
    new Random(1).nextBytes(samples);
    for (String name : new String[] {"a.png", "b.png"}) {
      ImageFiles.write(Image.of(24, 20, 3, samples), images.resolve(name));
    }
  }

  @Test
  void noPictureIsWritten() {
    Path out = folder.resolve("large.png");
    CommandLineRun run =
        CommandLineRun.of(
            "upscale",
            "oisr-rk2-s",
            "--weights",
            weights.toString(),
            images.resolve("a.png").toString(),
            "--out",
            out.toString());
    assertEquals(1, run.code(), run.out());
    assertTrue(run.err().contains("a.png: oisr-rk2-s makes numbers that are infinite"), run.err());
    assertTrue(run.err().contains("take other weights"), run.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void noFiguresAreGiven() {
    CommandLineRun run =
        CommandLineRun.of(
            "eval", "oisr-rk2-s", "--weights", weights.toString(), "--data", images.toString());
    assertEquals(1, run.code(), run.out());
    assertTrue(run.err().contains("b: oisr-rk2-s makes numbers that are infinite"), run.err());
    assertFalse(run.out().contains("PSNR"), run.out());
  }
}
