package io.butcherblock.fuzz;

import io.butcherblock.files.RunLog;
import io.butcherblock.results.LearningCurves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The log of a run: its curves, and the cut where a run is resumed. */
final class RunLogTarget implements FuzzTarget {

  private final InputFile file = new InputFile("log.jsonl");
  private final Path copy = Files.createTempFile("fuzz", ".jsonl");

  RunLogTarget() throws IOException {
    copy.toFile().deleteOnExit();
  }

  @Override
  public void run(byte[] input) throws IOException {
    file.giveTo(
        log -> {
          LearningCurves curves = LearningCurves.read("run", log);
          if (curves.loss().length != curves.lossSteps().length) {
            throw new AssertionError("Losses without steps.");
          }
        },
        input);
    Files.write(copy, input);
    int before = RunLog.read(copy).size();
    RunLog.truncateAfter(copy, 20);
    int after = RunLog.read(copy).size();
    if (after > before) {
      throw new AssertionError("A cut added " + (after - before) + " records.");
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        Texts.of(
            """
            {"step":0,"preset":"paper","seed":"1"}
            {"step":10,"loss":12.5,"seconds":1.25}
            {"step":20,"validation_psnr":30.5,"seconds":2.5}
            {"step":30,"loss":"NaN"}
            """),
        Texts.of("{\"step\":1}\n{\"st"));
  }
}
