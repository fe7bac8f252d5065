package io.butcherblock.distributed;

import java.util.Optional;

/**
 * What became of a piece of work.
 *
 * @param piece its number
 * @param kind whether it was done
 * @param value what came of it; empty where it failed
 * @param failure a sentence that says why it failed; else empty
 * @param <R> type of the value
 */
public record WorkResult<R>(int piece, Kind kind, Optional<R> value, String failure) {

  /** How a piece of work ended. */
  public enum Kind {
    /** Done now. */
    MADE,
    /** Done before, in an earlier run. */
    KEPT,
    /** The task cannot be done; the others can. */
    FAILED
  }

  /** A piece that was done now. */
  public static <R> WorkResult<R> made(int piece, R value) {
    return new WorkResult<>(piece, Kind.MADE, Optional.of(value), "");
  }

  /** A piece that an earlier run had done. */
  public static <R> WorkResult<R> kept(int piece, R value) {
    return new WorkResult<>(piece, Kind.KEPT, Optional.of(value), "");
  }

  /** A piece that cannot be done, while the others can; {@code why} is a sentence. */
  public static <R> WorkResult<R> failed(int piece, String why) {
    return new WorkResult<>(piece, Kind.FAILED, Optional.empty(), why);
  }

  /** The codec of results with values of {@code values}: the number, the kind, and the rest. */
  static <R> TextCodec<WorkResult<R>> codec(TextCodec<R> values) {
    return TextCodec.of(
        result -> {
          String rest = result.value().map(values::encode).orElse(result.failure());
          return result.piece() + " " + result.kind() + " " + rest;
        },
        text -> {
          String[] parts = text.split(" ", 3);
          int piece = Integer.parseInt(parts[0]);
          Kind kind = Kind.valueOf(parts[1]);
          return kind == Kind.FAILED
              ? failed(piece, parts[2])
              : new WorkResult<>(piece, kind, Optional.of(values.decode(parts[2])), "");
        });
  }
}
