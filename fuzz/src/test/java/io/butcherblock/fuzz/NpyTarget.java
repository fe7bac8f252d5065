package io.butcherblock.fuzz;

import io.butcherblock.check.NpyArray;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Arrays of NumPy. */
final class NpyTarget implements FuzzTarget {

  private final InputFile file = new InputFile("array.npy");

  NpyTarget() throws IOException {}

  @Override
  public void run(byte[] input) throws IOException {
    file.giveTo(
        path -> {
          NpyArray array = NpyArray.read(path);
          long product = Arrays.stream(array.shape()).asLongStream().reduce(1, Math::multiplyExact);
          if (product != array.values().length || array.values().length > input.length) {
            throw new AssertionError("Shape " + Arrays.toString(array.shape()));
          }
        },
        input);
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        array("(2, 3)", 24),
        array("(6,)", 24),
        array("(1, 3, 4, 2)", 96),
        array("(99999999999, 1)", 0),
        array("(65536, 65536, 65536, 65536)", 0));
  }

  private static byte[] array(String shape, int bytes) {
    String header =
        "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }          \n";
    byte[] text = Texts.of(header, 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, header.length(), 0);
    return Arrays.copyOf(text, text.length + bytes);
  }
}
