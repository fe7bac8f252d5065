package io.butcherblock.tensorfiles;

import io.butcherblock.pickle.BadPickle;
import java.util.ArrayList;
import java.util.List;

/**
 * A pickled tensor: a view into a storage. {@link #of} checks that the view stays within its
 * storage, and has no more elements unless they are few, so that no tensor is larger than its file.
 *
 * @param offset its first element, counted from the begin of the storage's part
 * @param shape its sizes, outermost first
 * @param strides how far apart two elements are, along each dimension
 */
record TensorRef(StorageRef storage, long offset, List<Long> shape, List<Long> strides) {

  private static final int MAX_DIMENSIONS = 16;

  /** A row that was expanded takes one place for all: more elements than its storage has. */
  private static final long FEW = 1 << 16;

  TensorRef {
    shape = List.copyOf(shape);
    strides = List.copyOf(strides);
  }

  static TensorRef of(StorageRef storage, Object offset, Object shape, Object strides)
      throws BadPickle {
    TensorRef tensor = new TensorRef(storage, number(offset), numbers(shape), numbers(strides));
    tensor.check();
    return tensor;
  }

  long[] sizes() {
    return shape.stream().mapToLong(Long::longValue).toArray();
  }

  long[] steps() {
    return strides.stream().mapToLong(Long::longValue).toArray();
  }

  /** The first element, counted from the begin of the whole storage. */
  long first() {
    return storage.begin() + offset;
  }

  private void check() throws BadPickle {
    if (shape.size() != strides.size()) {
      throw new BadPickle("it has a tensor of the shape " + shape + " and the strides " + strides);
    }
    long elements = 1;
    long last = offset;
    try {
      for (int i = 0; i < shape.size(); i++) {
        long size = Math.max(1, shape.get(i));
        elements = Math.multiplyExact(elements, size);
        last = Math.addExact(last, Math.multiplyExact(size - 1, strides.get(i)));
      }
    } catch (ArithmeticException e) {
      throw beyond();
    }
    boolean empty = shape.contains(0L);
    boolean tooMany = elements > Math.max(storage.length(), FEW);
    if (offset > storage.length() || (!empty && (tooMany || last >= storage.length()))) {
      throw beyond();
    }
  }

  private BadPickle beyond() {
    return new BadPickle(
        "a tensor of the shape "
            + shape
            + " needs more than the "
            + storage.length()
            + " elements of its storage");
  }

  private static List<Long> numbers(Object object) throws BadPickle {
    if (!(object instanceof List<?> list) || list.size() > MAX_DIMENSIONS) {
      throw new BadPickle("it has a tensor of no shape, or of more than 16 dimensions");
    }
    List<Long> numbers = new ArrayList<>();
    for (Object each : list) {
      numbers.add(number(each));
    }
    return numbers;
  }

  static long number(Object object) throws BadPickle {
    if (object instanceof Long number && number >= 0) {
      return number;
    }
    throw new BadPickle("it has a size or position that is no whole number from 0 on");
  }
}
