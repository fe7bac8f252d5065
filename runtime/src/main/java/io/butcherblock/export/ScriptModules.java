package io.butcherblock.export;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.QualifiedName;
import org.bytedeco.pytorch.Tensor;

/**
 * A tree of TorchScript modules, one for each part of a key, so that the state dict in Python has
 * the keys that the parameters have here.
 */
final class ScriptModules {

  private final Map<String, JitModule> byPath = new HashMap<>();

  /** The module that holds all others. */
  JitModule root() {
    return module("");
  }

  /** Adds a tensor, {@code body.3.conv1.weight}, to the module of its path. */
  void add(String key, Tensor tensor, boolean isBuffer) {
    int dot = key.lastIndexOf('.');
    module(key.substring(0, Math.max(0, dot)))
        .register_parameter(key.substring(dot + 1), tensor, isBuffer);
  }

  private JitModule module(String path) {
    JitModule known = byPath.get(path);
    if (known != null) {
      return known;
    }
    JitModule module = new JitModule(new QualifiedName(typeName(path)));
    byPath.put(path, module);
    if (!path.isEmpty()) {
      int dot = path.lastIndexOf('.');
      module(path.substring(0, Math.max(0, dot))).register_module(path.substring(dot + 1), module);
    }
    return module;
  }

  private static String typeName(String path) {
    String name = path.isEmpty() ? "network" : "network_" + TorchScriptSource.identifier(path);
    return "__torch__." + RuntimeFormat.PRODUCER + "." + name;
  }
}
