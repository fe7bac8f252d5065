package io.butcherblock.fuzz;

import io.butcherblock.run.FuzzedRun;
import java.io.IOException;
import java.util.List;

/** {@code run.json}: what a run is of, and was begun with. */
final class RunJsonTarget implements FuzzTarget {

  private final InputFile file = new InputFile("run.json");

  RunJsonTarget() throws IOException {}

  @Override
  public void run(byte[] input) throws IOException {
    file.giveTo(json -> FuzzedRun.readDescription(json.getParent()), input);
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        Texts.of(
            """
            {"network":{"network":"oisr-lf-s","scale":"2"},
             "training":{"patch":"48","batch":"16","seed":"1","precision":"float32"},
             "origin":{"preset":"paper"},"images":{"training":"2 images, 0a1b"}}
            """),
        Texts.of("{\"network\":{},\"training\":{\"patch\":1e400,\"seed\":[null,true]}}"));
  }
}
