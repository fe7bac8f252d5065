package io.butcherblock.inspection;

import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import io.butcherblock.recover.Spread;
import io.butcherblock.weights.TrainedCoefficients;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The trained coefficients by what they are in their block, where no method is made of them. */
final class CoefficientMeanings {

  private CoefficientMeanings() {}

  /** A table for all blocks of the same program, one below the other. */
  static String of(TrainedCoefficients trained) {
    List<BlockProgram> programs = trained.spec().programs();
    Map<BlockProgram, List<Integer>> blocks = new LinkedHashMap<>();
    for (int i = 0; i < programs.size(); i++) {
      blocks.computeIfAbsent(programs.get(i), program -> new ArrayList<>()).add(i);
    }
    StringBuilder text = new StringBuilder();
    blocks.forEach((program, places) -> text.append(table(program, places, trained)));
    return text.toString();
  }

  private static String table(
      BlockProgram program, List<Integer> places, TrainedCoefficients trained) {
    int first = places.get(0) + 1;
    int last = places.get(places.size() - 1) + 1;
    SpreadTable table =
        new SpreadTable(first == last ? "block " + first : "blocks " + first + "-" + last);
    for (Coefficient coefficient : program.coefficients()) {
      table.row(
          coefficient.meaning(),
          coefficient.value(),
          Spread.of(
              places.stream()
                  .map(place -> trained.blocks().get(place).get(coefficient.name()))
                  .toList()));
    }
    return table.toText();
  }
}
