package io.butcherblock.pickle;

import java.util.List;

/** What a pickle may name: the whole of what it can make apart from plain values. */
public interface PickleTypes {

  /** A function that a pickle may call; it is ours, and only named as Python's is. */
  @FunctionalInterface
  interface Function {
    Object call(List<?> arguments) throws BadPickle;
  }

  /**
   * The value or {@link Function} of that name.
   *
   * @throws BadPickle if it is not allowed
   */
  Object global(String module, String name) throws BadPickle;

  /**
   * The object outside of the pickle that {@code id} stands for.
   *
   * @throws BadPickle if there is none
   */
  Object persistent(Object id) throws BadPickle;
}
