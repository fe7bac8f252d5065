package io.butcherblock.tensorfiles;

import io.butcherblock.pickle.BadPickle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the state dict in what a file of torch.save holds: itself, or nested in it. It is the dict
 * that has a tensor of a wanted name, as the first convolution of a network; in a file without one,
 * a dict of a usual name.
 */
final class StateDict {

  /** Of PyTorch's tutorials, of many training scripts, and of BasicSR; the first one counts. */
  private static final List<String> NAMES =
      List.of(
          "state_dict",
          "model_state_dict",
          "model",
          "params_ema",
          "params",
          "net",
          "netG",
          "net_g",
          "generator",
          "network",
          "weights");

  /** Deeper than checkpoints are nested; a hostile one can contain itself. */
  private static final int MAX_DEPTH = 8;

  private final Predicate<String> isWanted;
  private final Map<String, Map<?, ?>> found = new LinkedHashMap<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private StateDict(Predicate<String> isWanted) {
    this.isWanted = isWanted;
  }

  /**
   * The tensors of a state dict by name, in the order of the file.
   *
   * @param isWanted tells by a tensor's name whether its dict is the one to read
   */
  static Map<String, TensorRef> in(Object root, Predicate<String> isWanted) throws BadPickle {
    StateDict search = new StateDict(isWanted);
    search.visit("", root, 0);
    if (!search.found.isEmpty()) {
      return tensors(search.chosen(), false);
    }
    if (root instanceof Map<?, ?> dict) {
      for (String name : NAMES) {
        if (dict.get(name) instanceof Map<?, ?> inner) {
          return tensors(inner, true);
        }
      }
      return tensors(dict, true);
    }
    throw new BadPickle("it holds no dict of tensors; save model.state_dict() in Python");
  }

  private void visit(String path, Object object, int depth) {
    if (!isNested(object) || depth > MAX_DEPTH || !seen.add(object)) {
      return;
    }
    if (object instanceof Map<?, ?> dict) {
      if (hasWanted(dict)) {
        found.put(path, dict);
      } else {
        dict.forEach((key, value) -> visitItem(path, key, value, depth + 1));
      }
    } else if (object instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        visitItem(path, i, list.get(i), depth + 1);
      }
    }
  }

  /** Paths are made of few characters, and only of what can hold a network: there can be many. */
  private void visitItem(String path, Object key, Object value, int depth) {
    if (isNested(value)) {
      visit(path + "/" + BadPickle.shorten(String.valueOf(key)), value, depth);
    }
  }

  private static boolean isNested(Object object) {
    return object instanceof Map || object instanceof List;
  }

  private boolean hasWanted(Map<?, ?> dict) {
    return dict.entrySet().stream()
        .anyMatch(
            entry ->
                entry.getValue() instanceof TensorRef
                    && entry.getKey() instanceof String name
                    && isWanted.test(name));
  }

  /** Of several networks that of the first usual name, if it is the only one of that name. */
  private Map<?, ?> chosen() throws BadPickle {
    if (found.size() == 1) {
      return found.values().iterator().next();
    }
    for (String name : NAMES) {
      List<Map<?, ?>> named = new ArrayList<>();
      found.forEach(
          (path, dict) -> {
            if (path.endsWith("/" + name)) {
              named.add(dict);
            }
          });
      if (named.size() == 1) {
        return named.get(0);
      }
    }
    throw new BadPickle(
        "it holds the weights of several networks, "
            + BadPickle.shorten(String.join(", ", found.keySet()))
            + "; save the state dict of one of them in Python");
  }

  /** What is no tensor is left out beside the weights of a network, and else is told. */
  private static Map<String, TensorRef> tensors(Map<?, ?> dict, boolean strict) throws BadPickle {
    Map<String, TensorRef> tensors = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : dict.entrySet()) {
      if (entry.getKey() instanceof String name && entry.getValue() instanceof TensorRef tensor) {
        if (!name.equals(BadPickle.shorten(name))) {
          throw new BadPickle("it has a tensor of the name " + BadPickle.shorten(name));
        }
        tensors.put(name, tensor);
      } else if (strict) {
        throw new BadPickle(
            "its item "
                + BadPickle.shorten(String.valueOf(entry.getKey()))
                + " is no tensor; save model.state_dict() in Python");
      }
    }
    return tensors;
  }
}
