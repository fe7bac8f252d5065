package io.butcherblock.processor.model;

/** Subscripts of coefficients, from 1: {@code 21}, and {@code 11,2} where 112 could be misread. */
public final class Subscript {

  private Subscript() {}

  /** The subscript of a in row {@code i} and column {@code j}, which count from 0. */
  public static String of(int i, int j) {
    return (i + 1) + (i < 9 && j < 9 ? "" : ",") + (j + 1);
  }
}
