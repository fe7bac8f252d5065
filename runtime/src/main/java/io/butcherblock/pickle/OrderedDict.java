package io.butcherblock.pickle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Python's {@code collections.OrderedDict}, called without arguments or, by Python 2, with pairs.
 */
public final class OrderedDict implements PickleTypes.Function {

  /** A pickle can give one long list to many calls. */
  private static final int MAX_PAIRS = 1 << 20;

  private int pairsSoFar;

  @Override
  public Object call(List<?> arguments) throws BadPickle {
    Map<Object, Object> dict = new LinkedHashMap<>();
    if (arguments.isEmpty()) {
      return dict;
    }
    if (arguments.size() > 1 || !(arguments.get(0) instanceof List<?> pairs)) {
      throw PickleStack.damaged();
    }
    pairsSoFar += pairs.size();
    if (pairsSoFar > MAX_PAIRS) {
      throw new BadPickle("its dicts have more than " + MAX_PAIRS + " entries");
    }
    List<Object> flat = new ArrayList<>();
    for (Object pair : pairs) {
      if (!(pair instanceof List<?> list) || list.size() != 2) {
        throw PickleStack.damaged();
      }
      flat.addAll(list);
    }
    PickleReader.putAll(flat, dict);
    return dict;
  }
}
