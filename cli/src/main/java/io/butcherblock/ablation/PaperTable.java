package io.butcherblock.ablation;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.VectorFieldFactory;
import java.util.List;
import java.util.Map;

/** The tables of He et al., CVPR 2019, that compare schemes and vector fields at equal compute. */
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
   * @throws ButcherblockException if one is not on the class path
   */
  public List<NetworkSpec> networks(Catalogue catalogue) {
    return rows().stream()
        .map(
            row -> {
              NetworkSpec declared = need("network", row.network(), catalogue.networks());
              VectorFieldFactory vectorField =
                  need("vector field", row.vectorField(), catalogue.vectorFields());
              return declared.withVectorField(vectorField);
            })
        .toList();
  }

  private static <T> T need(String kind, String name, Map<String, T> items) {
    T item = items.get(name);
    if (item == null) {
      throw new ButcherblockException(
          "The %s %s of the paper's table is not on the class path; run with the module examples on it."
              .formatted(kind, name));
    }
    return item;
  }
}
