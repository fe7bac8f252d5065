package io.butcherblock.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.files.Json;
import io.butcherblock.run.FuzzedRun;
import io.butcherblock.run.FuzzedRun.Damaged;
import java.io.IOException;
import java.util.List;

/** The record of a saved state, as it is and with its digest made right. */
final class RunStateTarget implements FuzzTarget {

  private static final long STEP = 40;

  private final InputFile file = new InputFile("run-state.json");

  RunStateTarget() throws IOException {}

  @Override
  public void run(byte[] input) throws IOException {
    read(input);
    JsonNode node;
    try {
      node = Json.MAPPER.readTree(input);
    } catch (IOException e) {
      // No JSON, or of no encoding.
      return;
    }
    if (node != null && node.isObject()) {
      read(FuzzedRun.signed(node));
    }
  }

  private void read(byte[] record) throws IOException {
    file.giveTo(
        json -> {
          try {
            FuzzedRun.readState(json.getParent(), STEP);
          } catch (Damaged e) {
            Refusal.checkText(e.getMessage(), 500, "");
          }
        },
        record);
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        Texts.of(Json.line(FuzzedRun.state(STEP))),
        FuzzedRun.signed(FuzzedRun.state(STEP)),
        FuzzedRun.signed(
            Json.MAPPER
                .createObjectNode()
                .put("step", STEP)
                .put("seconds", 1)
                .set("files", Json.MAPPER.createObjectNode().put("\0", "").put("../x", ""))),
        Texts.of("{\"step\":40,\"seconds\":1.5,\"best_psnr\":30.5}"));
  }
}
