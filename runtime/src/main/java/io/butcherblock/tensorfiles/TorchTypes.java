package io.butcherblock.tensorfiles;

import io.butcherblock.pickle.BadPickle;
import io.butcherblock.pickle.OpaqueValue;
import io.butcherblock.pickle.OrderedDict;
import io.butcherblock.pickle.PickleTypes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a checkpoint may name, and no more: each of a state dict is a function of ours that makes a
 * plain record, and what stands beside it is read past.
 */
final class TorchTypes implements PickleTypes {

  private static final String STORAGE = "Storage";

  /** In bytes, whatever its tensors are of: element types without a storage of their own. */
  private static final String UNTYPED = "UntypedStorage";

  private final Map<String, Object> globals = new HashMap<>();
  private final Map<String, StorageRef> storages = new HashMap<>();

  TorchTypes() {
    put("collections.OrderedDict", new OrderedDict());
    put("collections.defaultdict", arguments -> new LinkedHashMap<>());
    put("torch._utils._rebuild_tensor", TorchTypes::tensor);
    put("torch._utils._rebuild_tensor_v2", TorchTypes::tensor);
    // Of a version after 0.4 and of 0.4, for state dicts that keep their parameters.
    put("torch._utils._rebuild_parameter", TorchTypes::parameter);
    put("torch.nn.parameter.Parameter", TorchTypes::parameter);
    put("torch._utils._rebuild_parameter_with_state", TorchTypes::parameter);
    put("torch._tensor._rebuild_from_type_v2", TorchTypes::withAttributes);
  }

  private void put(String name, Function function) {
    globals.put(name, function);
  }

  /** All storages that were named, by key. */
  Map<String, StorageRef> storages() {
    return storages;
  }

  @Override
  public Object global(String module, String name) throws BadPickle {
    Object known = globals.get(module + "." + name);
    if (known != null) {
      return known;
    }
    if (HarmlessNames.has(module, name)) {
      return OpaqueValue.INSTANCE;
    }
    if (module.matches("torch(\\.cuda|\\.storage)?") && name.endsWith(STORAGE)) {
      return elementType(name);
    }
    throw new BadPickle(
        "it wants to run "
            + BadPickle.shorten(module + "." + name)
            + "; only state dicts are read, and plain values beside them: save model.state_dict()"
            + " in Python");
  }

  private static ElementType elementType(String storage) throws BadPickle {
    if (storage.equals(UNTYPED)) {
      return ElementType.U8;
    }
    for (ElementType type : ElementType.values()) {
      if (type.torchName().concat(STORAGE).equals(storage)) {
        return type;
      }
    }
    throw new BadPickle(
        "it has a tensor in a torch."
            + BadPickle.shorten(storage)
            + "; only tensors of float64, float32, float16 and bfloat16 are weights");
  }

  /** {@code ("storage", type, key, location, elements)}, in old files with a view of a part. */
  @Override
  public Object persistent(Object id) throws BadPickle {
    if (!(id instanceof List<?> parts)
        || parts.size() < 5
        || !"storage".equals(parts.get(0))
        || !(parts.get(1) instanceof ElementType type)
        || !(parts.get(2) instanceof String key)) {
      throw new BadPickle("it refers to what is no storage");
    }
    long elements = TensorRef.number(parts.get(4));
    if (elements > Long.MAX_VALUE / type.bytes()) {
      throw new BadPickle("it has a storage of " + elements + " elements");
    }
    StorageRef whole = StorageRef.whole(key, type, elements);
    StorageRef before = storages.putIfAbsent(key, whole);
    if (before != null && !before.equals(whole)) {
      throw new BadPickle("its storage " + BadPickle.shorten(key) + " has two types or sizes");
    }
    return parts.size() > 5 && parts.get(5) != null ? part(whole, parts.get(5)) : whole;
  }

  /** {@code (key of the part, begin, length)}. */
  private static StorageRef part(StorageRef whole, Object view) throws BadPickle {
    if (!(view instanceof List<?> parts) || parts.size() != 3) {
      throw new BadPickle("it refers to what is no storage");
    }
    long begin = TensorRef.number(parts.get(1));
    long length = TensorRef.number(parts.get(2));
    if (begin > whole.elements() || length > whole.elements() - begin) {
      throw new BadPickle(
          "a part of its storage " + BadPickle.shorten(whole.key()) + " is beyond the end");
    }
    return new StorageRef(whole.key(), whole.type(), whole.elements(), begin, length);
  }

  /** {@code (storage, offset, size, stride, ...)}; what follows is of no use without gradients. */
  private static Object tensor(List<?> arguments) throws BadPickle {
    if (arguments.size() < 4 || !(arguments.get(0) instanceof StorageRef storage)) {
      throw new BadPickle("it has a tensor without a storage");
    }
    return TensorRef.of(storage, arguments.get(1), arguments.get(2), arguments.get(3));
  }

  /** {@code (tensor, requires_grad, ...)}. */
  private static Object parameter(List<?> arguments) throws BadPickle {
    Object tensor = arguments.isEmpty() ? null : arguments.get(0);
    if (!(tensor instanceof TensorRef) && tensor != OpaqueValue.INSTANCE) {
      throw new BadPickle("it has a parameter without a tensor");
    }
    return tensor;
  }

  /** {@code (function, type, arguments, attributes)}: a tensor that was given attributes. */
  private static Object withAttributes(List<?> arguments) throws BadPickle {
    if (arguments.size() < 3
        || !(arguments.get(0) instanceof Function function)
        || !(arguments.get(2) instanceof List<?> inner)) {
      throw new BadPickle("it has a tensor without a storage");
    }
    // The function is one of these, which make records.
    return function.call(inner);
  }
}
