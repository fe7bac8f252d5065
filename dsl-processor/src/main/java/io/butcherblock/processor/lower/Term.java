package io.butcherblock.processor.lower;

/** A factor times a value. */
public record Term(Factor factor, Value value) {

  boolean isUnit() {
    return factor instanceof Factor.Unit;
  }

  @Override
  public String toString() {
    if (factor instanceof Factor.Frozen frozen) {
      String number = frozen.value().toString();
      if (number.equals("-1")) {
        return "-" + value;
      }
      return (number.contains(" ") ? "(" + number + ")" : number) + " " + value;
    }
    return factor instanceof Factor.Trained trained
        ? trained.name() + " " + value
        : value.toString();
  }
}
