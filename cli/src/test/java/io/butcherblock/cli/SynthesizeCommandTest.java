package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.image.ImageFiles;
import io.butcherblock.synthetic.Ingredient;
import io.butcherblock.synthetic.SyntheticSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesizeCommandTest {

  @TempDir private Path folder;

  @Test
  void imagesAreThoseOfTheLibrary() {
    Path out = folder.resolve("made");
    assertEquals(0, run(out, "--images", "70", "--size", "16", "--seed", "5").code());
    for (int i : new int[] {0, 63, 64, 69}) {
      assertEquals(
          SyntheticSet.training(5, i, i + 1, 16, EnumSet.allOf(Ingredient.class)).get(0),
          ImageFiles.read(SyntheticSet.file(out, i)));
    }
    assertFalse(Files.exists(SyntheticSet.file(out, 70)));
    // A second time they replace themselves.
    assertEquals(0, run(out, "--images", "2", "--size", "16").code());
  }

  @Test
  void ingredientsAreLeftOut() {
    Path with = folder.resolve("with");
    Path without = folder.resolve("without");
    CommandLineRun one = run(with, "--images", "1", "--size", "64");
    assertTrue(one.out().startsWith("1 image of 64 x 64 pixels: "), one.out());
    assertEquals(
        0, run(without, "--images", "1", "--size", "64", "--without", "textures,Light").code());
    assertNotEquals(
        ImageFiles.read(SyntheticSet.file(with, 0)),
        ImageFiles.read(SyntheticSet.file(without, 0)));
  }

  @Test
  void whatIsTheUsersStays() throws IOException {
    Path own = SyntheticSet.file(folder, 2);
    Files.writeString(own, "mine");
    CommandLineRun run = run(folder, "--images", "3", "--size", "16");
    assertEquals(1, run.code());
    assertTrue(run.err().contains(own + " is there already"), run.err());
    assertEquals("mine", Files.readString(own));
    assertFalse(Files.exists(SyntheticSet.file(folder, 0)));
  }

  @Test
  void sizesAndNumbersHaveBounds() {
    for (String size : new String[] {"15", "8193"}) {
      CommandLineRun run = run(folder, "--size", size);
      assertEquals(1, run.code());
      assertTrue(run.err().contains("a side has from 16 to 8192"), run.err());
    }
    CommandLineRun run = run(folder, "--images", "1000001");
    assertTrue(run.err().contains("at most 1000000 images"), run.err());
    assertEquals(2, run(folder, "--images", "0").code());
    assertEquals(2, run(folder, "--without", "leaves").code());
  }

  private static CommandLineRun run(Path out, String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "synthesize";
    all[1] = "--out";
    all[2] = out.toString();
    System.arraycopy(options, 0, all, 3, options.length);
    return CommandLineRun.of(all);
  }
}
