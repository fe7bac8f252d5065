package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Notation.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a scheme that is not written as its tableau, and the tableau that they mean. */
public record FormRows(Form form, List<Row> rows) {

  /** The numbers of a row, left and right of its bar. */
  public record Row(List<Exact> left, List<Exact> right) {

    public Row {
      left = List.copyOf(left);
      right = List.copyOf(right);
    }
  }

  /** The place of a number; row and column count from 0. */
  public record Place(int row, boolean isLeft, int column) {}

  public FormRows {
    rows = List.copyOf(rows);
  }

  /** All places of numbers, of the low-storage form without the first A, which is 0. */
  public List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      for (int k = 0; k < rows.get(i).left().size(); k++) {
        places.add(new Place(i, /* isLeft= */ true, k));
      }
      int first = form == Form.LOW_STORAGE && i == 0 ? 1 : 0;
      for (int k = first; k < rows.get(i).right().size(); k++) {
        places.add(new Place(i, /* isLeft= */ false, k));
      }
    }
    return places;
  }

  public Exact at(Place place) {
    Row row = rows.get(place.row());
    return (place.isLeft() ? row.left() : row.right()).get(place.column());
  }

  /** The same with another number at a place. */
  public FormRows with(Place place, Exact number) {
    Row row = rows.get(place.row());
    List<Exact> side = new ArrayList<>(place.isLeft() ? row.left() : row.right());
    side.set(place.column(), number);
    List<Row> changed = new ArrayList<>(rows);
    changed.set(
        place.row(), place.isLeft() ? new Row(side, row.right()) : new Row(row.left(), side));
    return new FormRows(form, changed);
  }

  /** The numbers at all places. */
  public List<Exact> numbers() {
    return places().stream().map(this::at).toList();
  }

  /** The same with other numbers in the place of some. */
  public FormRows with(Map<Exact, Exact> numbers) {
    FormRows changed = this;
    for (Place place : places()) {
      changed = changed.with(place, numbers.getOrDefault(at(place), at(place)));
    }
    return changed;
  }

  /** What the number at a place is called in the literature, and its row. */
  public String name(Place place) {
    int row = place.row() + 1;
    return form == Form.LOW_STORAGE
        ? (place.isLeft() ? "c" : place.column() == 0 ? "A" : "B") + " of row " + row
        : (place.isLeft() ? "alpha_" : "beta_")
            + Subscript.of(place.row(), place.column() - 1)
            + " (row "
            + row
            + ")";
  }

  /** The sum of the numbers left of the bar: of the alphas of the Shu-Osher form. */
  public Exact leftSum(int row) {
    return rows.get(row).left().stream().reduce(Exact.ZERO, Exact::plus);
  }

  /** The tableau, with these rows as its notation. */
  public RungeKutta tableau(String name, int order) {
    return form == Form.LOW_STORAGE ? lowStorage(name, order) : shuOsher(name, order);
  }

  /** q_i = A_i q_(i-1) + h f(y_(i-1)), y_i = y_(i-1) + B_i q_i. */
  private RungeKutta lowStorage(String name, int order) {
    int stages = rows.size();
    List<List<Exact>> a = new ArrayList<>();
    List<Exact> q = zeros(stages);
    List<Exact> y = zeros(stages);
    for (int i = 0; i < stages; i++) {
      a.add(List.copyOf(y));
      Exact factor = rows.get(i).right().get(0);
      q.replaceAll(factor::times);
      q.set(i, Exact.ONE);
      add(y, rows.get(i).right().get(1), q);
    }
    List<Exact> c = rows.stream().map(row -> row.left().get(0)).toList();
    return new RungeKutta(name, order, a, y, Exact.ONE, c, notation(Exact.ZERO));
  }

  /** u_i = sum_k (alpha_ik u_k + beta_ik h f(u_k)). */
  private RungeKutta shuOsher(String name, int order) {
    int stages = rows.size();
    List<List<Exact>> u = new ArrayList<>(List.of(zeros(stages)));
    for (int i = 0; i < stages; i++) {
      List<Exact> next = zeros(stages);
      for (int k = 0; k <= i; k++) {
        // y itself has the coefficient 1, whatever rounding has made of the sum of the alphas.
        add(next, rows.get(i).left().get(k), u.get(k));
        next.set(k, next.get(k).plus(rows.get(i).right().get(k)));
      }
      u.add(next);
    }
    List<List<Exact>> a = u.subList(0, stages);
    List<Exact> c = a.stream().map(r -> r.stream().reduce(Exact.ZERO, Exact::plus)).toList();
    return new RungeKutta(name, order, a, u.get(stages), Exact.ONE, c, notation(sspRatio()));
  }

  /** The smallest alpha / beta; 0 where a number is negative. */
  private Exact sspRatio() {
    Optional<Exact> ratio = Optional.empty();
    for (Row row : rows) {
      for (int k = 0; k < row.left().size(); k++) {
        Exact alpha = row.left().get(k);
        Exact beta = row.right().get(k);
        if (alpha.signum() < 0 || beta.signum() < 0) {
          return Exact.ZERO;
        }
        if (beta.signum() > 0) {
          Exact quotient = alpha.over(beta);
          ratio = Optional.of(ratio.filter(r -> r.compareTo(quotient) <= 0).orElse(quotient));
        }
      }
    }
    return ratio.orElse(Exact.ZERO);
  }

  private Notation notation(Exact sspRatio) {
    return new Notation(form, Tolerance.NONE, sspRatio, Optional.of(this), Spelling.NONE);
  }

  private static List<Exact> zeros(int size) {
    return new ArrayList<>(Collections.nCopies(size, Exact.ZERO));
  }

  /** sum += factor row. */
  private static void add(List<Exact> sum, Exact factor, List<Exact> row) {
    if (!factor.isZero()) {
      for (int j = 0; j < sum.size(); j++) {
        if (!row.get(j).isZero()) {
          sum.set(j, sum.get(j).plus(factor.times(row.get(j))));
        }
      }
    }
  }
}
