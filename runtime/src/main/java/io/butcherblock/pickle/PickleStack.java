package io.butcherblock.pickle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The stack of the virtual machine, with its marks. {@code null} is Python's None. */
final class PickleStack {

  /** Python's pickler leaves 2,000 objects there at most, and a few a level of nesting. */
  private static final int MAX_OBJECTS = 1 << 16;

  private final List<Object> objects = new ArrayList<>();
  private final Deque<Integer> marks = new ArrayDeque<>();

  void push(Object object) throws BadPickle {
    objects.add(object);
    checkDepth();
  }

  void mark() throws BadPickle {
    marks.push(objects.size());
    checkDepth();
  }

  private void checkDepth() throws BadPickle {
    if (objects.size() + marks.size() > MAX_OBJECTS) {
      throw new BadPickle("it is nested too deeply for a state dict");
    }
  }

  Object top() throws BadPickle {
    require(1);
    return objects.get(objects.size() - 1);
  }

  Object pop() throws BadPickle {
    require(1);
    return objects.remove(objects.size() - 1);
  }

  /** The last {@code count} objects, the first pushed one first. */
  List<Object> pop(int count) throws BadPickle {
    require(count);
    return takeFrom(objects.size() - count);
  }

  /** All objects above the last mark, which goes too. */
  List<Object> popToMark() throws BadPickle {
    if (marks.isEmpty()) {
      throw damaged();
    }
    return takeFrom(marks.pop());
  }

  /** Removes the last object, or the mark if no object is above it. */
  void popOrUnmark() throws BadPickle {
    if (!marks.isEmpty() && marks.peek() == objects.size()) {
      marks.pop();
    } else {
      pop();
    }
  }

  List<Object> popList() throws BadPickle {
    if (pop() instanceof List<?> list) {
      return cast(list);
    }
    throw damaged();
  }

  List<Object> topList() throws BadPickle {
    if (top() instanceof List<?> list) {
      return cast(list);
    }
    throw damaged();
  }

  Map<Object, Object> topMap() throws BadPickle {
    if (top() instanceof Map<?, ?> map) {
      return cast(map);
    }
    throw damaged();
  }

  /** What is left at the end: one object. */
  Object result() throws BadPickle {
    if (objects.size() != 1 || !marks.isEmpty()) {
      throw damaged();
    }
    return objects.get(0);
  }

  /** Objects below the last mark are out of reach. */
  private void require(int count) throws BadPickle {
    int bottom = marks.isEmpty() ? 0 : marks.peek();
    if (objects.size() - bottom < count) {
      throw damaged();
    }
  }

  private List<Object> takeFrom(int index) {
    List<Object> tail = objects.subList(index, objects.size());
    List<Object> taken = new ArrayList<>(tail);
    tail.clear();
    return taken;
  }

  static BadPickle damaged() {
    return new BadPickle("its list of tensors is damaged; copy or download it again");
  }

  @SuppressWarnings("unchecked") // Only the machine makes lists: of objects, and it shares them.
  private static List<Object> cast(List<?> list) {
    return (List<Object>) list;
  }

  @SuppressWarnings("unchecked") // As above.
  private static Map<Object, Object> cast(Map<?, ?> map) {
    return (Map<Object, Object>) map;
  }
}
