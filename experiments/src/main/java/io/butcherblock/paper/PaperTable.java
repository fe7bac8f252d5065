package io.butcherblock.paper;

import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import java.util.List;

/**
 * The tables of He et al., CVPR 2019, that compare schemes and vector fields at equal compute:
 * which networks they compare. {@link PublishedTables} has the tables that compare finished
 * networks.
 */
public enum PaperTable {
  /** Table 1: EDSR's baseline, and Leapfrog and RK2 with each of three forms of G. */
  PAPER1,

  /** Table 1 of the supplement: EDSR's baseline, and both schemes with the G that suits them. */
  SUPPLEMENT1;

  private record Row(String network, String vectorField) {}

  private List<Row> rows() {
    return switch (this) {
      case PAPER1 ->
          List.of(
              new Row("edsr-baseline", "g-edsr"),
              new Row("oisr-lf-s", "gv1"),
              new Row("oisr-lf-s", "gv2"),
              new Row("oisr-lf-s", "gv3"),
              new Row("oisr-rk2-s", "gv1"),
              new Row("oisr-rk2-s", "gv2"),
              new Row("oisr-rk2-s", "gv3"));
      case SUPPLEMENT1 ->
          List.of(
              new Row("edsr-baseline", "g-edsr"),
              new Row("oisr-lf-s", "gv2"),
              new Row("oisr-rk2-s", "gv3"));
    };
  }

  /**
   * The networks in the order of the table, EDSR's first, as they are declared.
   *
   * @throws io.butcherblock.error.ButcherblockException if one is not on the class path
   */
  public List<NetworkSpec> networks(Catalogue catalogue) {
    return rows().stream()
        .map(
            row ->
                catalogue
                    .network(row.network())
                    .withVectorField(catalogue.vectorField(row.vectorField())))
        .toList();
  }
}
