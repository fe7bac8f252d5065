package io.butcherblock.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SoakTest {

  @TempDir private Path folder;

  @Test
  void enlargesAndWritesWhatItHeld() throws Exception {
    int exit =
        new CommandLine(new Soak())
            .execute("upscaling", "--images=45", "--interval=100", "--out=" + folder);

    assertThat(exit).isZero();
    List<String> lines = Files.readAllLines(folder.resolve("soak-upscaling.csv"));
    assertThat(lines).first().isEqualTo(Sample.HEADER);
    String[] last = lines.get(lines.size() - 1).split(",");
    assertThat(last[1]).isEqualTo("45");
    // The memory of LibTorch alone is more; and there are its threads, ours and Java's.
    assertThat(Double.parseDouble(last[2])).isBetween(100.0, 20_000.0);
    assertThat(Integer.parseInt(last[4])).isGreaterThan(10);
    assertThat(folder.resolve("soak-upscaling.png")).exists();
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(2);
    }
  }
}
