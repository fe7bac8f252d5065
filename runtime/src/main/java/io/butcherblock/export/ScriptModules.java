package io.butcherblock.export;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.ClassType;
import org.bytedeco.pytorch.CompilationUnit;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.QualifiedName;
import org.bytedeco.pytorch.Tensor;

/**
 * A tree of TorchScript modules, one for each part of a key, so that the state dict in Python has
 * the keys that the parameters have here.
 *
 * <p>Its root is that of an archive, which the library writes to a stream; modules it writes to
 * files of its own only, and ends the process where the disk is full.
 */
final class ScriptModules {

  /** The type of an archive's root. */
  private static final String ROOT = "__torch__.Module";

  private final OutputArchive archive = new OutputArchive();
  private final Map<String, JitModule> byPath = new HashMap<>();

  /** The root, to be written when all is added. */
  OutputArchive archive() {
    return archive;
  }

  /** Adds a tensor, {@code body.3.conv1.weight}, to the module of its path. */
  void add(String key, Tensor tensor, boolean isBuffer) {
    int dot = key.lastIndexOf('.');
    if (dot < 0) {
      archive.write(key, tensor, isBuffer);
    } else {
      module(key.substring(0, dot)).register_parameter(key.substring(dot + 1), tensor, isBuffer);
    }
  }

  /** Adds a text to the root. */
  void add(String name, String text) {
    archive.write(name, new IValue(text));
  }

  /** Adds the root's methods, which know what was added before. */
  void define(String source) {
    CompilationUnit code = archive.compilation_unit();
    ClassType type = code.get_class(new QualifiedName(ROOT));
    // Methods belong to the type, which this module and the root share.
    new JitModule(code, type).define(source);
  }

  private JitModule module(String path) {
    JitModule known = byPath.get(path);
    if (known != null) {
      return known;
    }
    JitModule module = new JitModule(new QualifiedName(typeName(path)));
    byPath.put(path, module);
    int dot = path.lastIndexOf('.');
    if (dot < 0) {
      archive.write(path, new IValue(module._ivalue()));
    } else {
      module(path.substring(0, dot)).register_module(path.substring(dot + 1), module);
    }
    return module;
  }

  private static String typeName(String path) {
    return "__torch__.%s.network_%s".formatted(Producer.NAME, TorchScriptSource.identifier(path));
  }
}
