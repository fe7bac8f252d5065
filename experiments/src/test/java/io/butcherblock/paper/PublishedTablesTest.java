package io.butcherblock.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedTablesTest {

  private static final List<Published> ROWS = PublishedTables.rows();

  @Test
  void bothTablesAreWhole() {
    assertEquals(30, ROWS.stream().filter(row -> row.table() == 2).count());
    assertEquals(20, ROWS.stream().filter(row -> row.table() == 3).count());
    Set<String> keys = new HashSet<>();
    for (Published row : ROWS) {
      assertTrue(keys.add(row.method() + " x" + row.scale()), row.toString());
      // Of SelNet there are no figures on Urban100.
      assertEquals(row.method().equals("SelNet") ? 3 : 4, row.results().size(), row.toString());
    }
    assertEquals(18, ROWS.stream().filter(row -> !row.network().isEmpty()).count());
  }

  /** Larger scales are harder: a figure in a wrong column would stand out. */
  @Test
  void figuresFallWithTheScale() {
    for (Published row : ROWS) {
      for (Published larger : ROWS) {
        if (row.method().equals(larger.method()) && row.scale() < larger.scale()) {
          larger
              .results()
              .forEach(
                  (set, quality) -> {
                    PublishedQuality easier = row.results().get(set);
                    assertTrue(easier.psnr().compareTo(quality.psnr()) > 0, row + " " + set);
                    assertTrue(easier.ssim().compareTo(quality.ssim()) > 0, row + " " + set);
                  });
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OISR-LF-s, 2, Urban100, 32.21 / 0.9290",
    "OISR-RK2-s, 3, B100, 29.10 / 0.8053",
    "OISR-LF, 4, Set14, 28.73 / 0.7845",
    "OISR-RK2, 4, Set5, 32.32 / 0.8965",
    "OISR-RK3, 3, Urban100, 28.95 / 0.8680",
    "EDSR, 2, Set14, 33.92 / 0.9195",
    "FSRCNN, 2, Set5, 37.00 / 0.9558"
  })
  void figuresStandWhereThePaperHasThem(String method, int scale, String set, String expected) {
    Published row =
        ROWS.stream()
            .filter(each -> each.method().equals(method) && each.scale() == scale)
            .findFirst()
            .orElseThrow();
    assertEquals(expected, row.results().get(set).toString());
  }

  @ParameterizedTest
  @CsvSource({"set5, Set5", "B100, B100", "BSDS100, B100", "bsd100, B100", "urban100, Urban100"})
  void foldersAreKnownByName(String folder, String set) {
    assertEquals(Optional.of(set), PublishedTables.dataSet(folder));
    assertEquals(Optional.empty(), PublishedTables.dataSet("photos"));
  }
}
