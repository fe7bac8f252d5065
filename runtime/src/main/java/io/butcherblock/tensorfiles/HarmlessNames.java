package io.butcherblock.tensorfiles;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a checkpoint may name besides tensors: types of plain values of Python, numpy, PyTorch and
 * of common libraries of settings. They are read past; what is named here is not run either.
 */
final class HarmlessNames {

  private static final Set<String> BUILT_IN =
      Set.of(
          "bool",
          "bytearray",
          "bytes",
          "complex",
          "dict",
          "float",
          "frozenset",
          "int",
          "list",
          "long",
          "object",
          "range",
          "set",
          "slice",
          "str",
          "tuple",
          "unicode",
          "xrange");

  private static final Set<String> TYPES =
      Set.of(
          "_codecs.encode",
          "addict.addict.Dict",
          "argparse.Namespace",
          "collections.Counter",
          "collections.deque",
          "copy_reg._reconstructor",
          "copyreg._reconstructor",
          "decimal.Decimal",
          "easydict.EasyDict",
          "fractions.Fraction",
          "lightning.fabric.utilities.data.AttributeDict",
          "lightning_fabric.utilities.data.AttributeDict",
          "ml_collections.config_dict.config_dict.ConfigDict",
          "pytorch_lightning.utilities.parsing.AttributeDict",
          "torch.Size",
          "torch.amp.grad_scaler.GradScaler",
          "torch.cuda.amp.grad_scaler.GradScaler",
          "torch.device",
          "torch.torch_version.TorchVersion",
          "types.SimpleNamespace",
          "uuid.UUID",
          "yacs.config.CfgNode");

  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile("datetime\\.(date|datetime|time|timedelta|timezone)"),
          Pattern.compile("numpy\\.(dtype|ndarray|(bool|float|u?int|complex|str|bytes)\\d*_?)"),
          Pattern.compile("numpy\\.dtypes\\.\\w+DType"),
          Pattern.compile("numpy\\._?core\\.multiarray\\.(scalar|_reconstruct)"),
          Pattern.compile("omegaconf\\.(base|dictconfig|listconfig|nodes)\\.\\w+"),
          Pattern.compile("pathlib\\.(_local\\.)?(Pure)?(Posix|Windows)?Path"),
          Pattern.compile("torch\\._utils\\._rebuild_\\w+"),
          Pattern.compile("torch\\.(u?int|float|complex|bfloat|q?u?int)\\d+\\w*|torch\\.bool"),
          Pattern.compile("torch\\.(strided|(contiguous|preserve)_format|channels_last(_3d)?)"),
          Pattern.compile("torch\\.optim\\.[\\w.]+"),
          Pattern.compile("typing\\.\\w+"));

  private HarmlessNames() {}

  static boolean has(String module, String name) {
    // Python 3 writes the name of Python 2 in this protocol.
    boolean builtIn = module.equals("builtins") || module.equals("__builtin__");
    String full = module + "." + name;
    return builtIn
        ? BUILT_IN.contains(name)
        : TYPES.contains(full)
            || PATTERNS.stream().anyMatch(pattern -> pattern.matcher(full).matches());
  }
}
