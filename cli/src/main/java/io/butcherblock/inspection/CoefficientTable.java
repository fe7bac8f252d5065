package io.butcherblock.inspection;

import io.butcherblock.recover.BlockTableau;
import io.butcherblock.recover.Recovered;
import io.butcherblock.recover.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The entries of tableaus that were trained, over the blocks. */
final class CoefficientTable {

  private static final int MOST_ENTRIES = 40;

  private CoefficientTable() {}

  /** An entry of a tableau: {@code a31}. */
  private record Entry(String name, ToDoubleFunction<BlockTableau> value) {}

  private static List<Entry> entries(BlockTableau tableau) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < tableau.stages(); i++) {
      int row = i;
      entries.add(new Entry("y0 of stage " + (i + 1), t -> t.ofInput(row)));
      for (int j = 0; j < i; j++) {
        int column = j;
        String comma = tableau.stages() > 9 ? "," : "";
        entries.add(new Entry("a" + (i + 1) + comma + (j + 1), t -> t.a(row, column)));
      }
    }
    for (int j = 0; j < tableau.stages(); j++) {
      int column = j;
      entries.add(new Entry("b" + (j + 1), t -> t.b(column)));
    }
    entries.add(new Entry("y0 of the result", BlockTableau::resultOfInput));
    return entries;
  }

  /** What is the same in all blocks, as zeros and ones are, is left out. */
  static String of(List<Recovered> parts) {
    SpreadTable table = new SpreadTable("entry");
    int left = 0;
    for (Entry entry : entries(parts.get(0).declared())) {
      double declared = entry.value().applyAsDouble(parts.get(0).declared());
      Spread spread =
          Spread.of(parts.stream().map(p -> entry.value().applyAsDouble(p.trained())).toList());
      if (spread.least() == declared && spread.greatest() == declared) {
        continue;
      }
      if (left++ < MOST_ENTRIES) {
        table.row(entry.name(), declared, spread);
      }
    }
    String more = left > MOST_ENTRIES ? "and " + (left - MOST_ENTRIES) + " more\n" : "";
    return left == 0 ? "All are as declared.\n" : table.toText() + more;
  }
}
