package io.butcherblock.checkpoint;

import io.butcherblock.pickle.BadPickle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the state dict in what a file of torch.save holds: itself, or under a usual name. */
final class StateDict {

  /** Of PyTorch's tutorials, of many training scripts, and of BasicSR; the first one counts. */
  private static final List<String> NAMES =
      List.of("state_dict", "model_state_dict", "model", "params_ema", "params");

  private StateDict() {}

  /** The tensors of a state dict by name, in the order of the file. */
  static Map<String, TensorRef> in(Object root) throws BadPickle {
    if (root instanceof Map<?, ?> dict) {
      for (String name : NAMES) {
        if (dict.get(name) instanceof Map<?, ?> inner) {
          return tensors(inner);
        }
      }
      return tensors(dict);
    }
    throw new BadPickle("it holds no dict of tensors; save model.state_dict() in Python");
  }

  private static Map<String, TensorRef> tensors(Map<?, ?> dict) throws BadPickle {
    Map<String, TensorRef> tensors = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : dict.entrySet()) {
      if (!(entry.getKey() instanceof String name)
          || !(entry.getValue() instanceof TensorRef tensor)) {
        throw new BadPickle(
            "its item "
                + BadPickle.shorten(String.valueOf(entry.getKey()))
                + " is no tensor; save model.state_dict() in Python");
      }
      if (!name.equals(BadPickle.shorten(name))) {
        throw new BadPickle("it has a tensor of the name " + BadPickle.shorten(name));
      }
      tensors.put(name, tensor);
    }
    return tensors;
  }
}
