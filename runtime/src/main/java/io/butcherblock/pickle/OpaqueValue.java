package io.butcherblock.pickle;

import java.util.List;

/**
 * A value that a pickle holds beside what is read, such as an object of another library: whatever
 * is done with it gives it again, and nothing of it is kept or run.
 */
public final class OpaqueValue implements PickleTypes.Function {

  /** There is nothing to tell two of them apart. */
  public static final OpaqueValue INSTANCE = new OpaqueValue();

  private OpaqueValue() {}

  @Override
  public Object call(List<?> arguments) {
    return this;
  }
}
