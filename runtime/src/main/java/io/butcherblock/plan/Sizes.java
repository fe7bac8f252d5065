package io.butcherblock.plan;

import io.butcherblock.graph.Node;
import io.butcherblock.program.Value;
import java.util.HashMap;
import java.util.Map;

/** How large the values of a plan are, for each pixel of the image. */
final class Sizes {

  private final Map<Value, Long> channels = new HashMap<>();
  private final Map<Value, Long> areas = new HashMap<>();

  Sizes(Value image, long colours) {
    put(image, colours, 1);
  }

  /** Takes note of what {@code operation} makes of values that are known. */
  void add(Operation operation) {
    Value input = operation.inputs().get(0);
    long area = area(input);
    if (operation instanceof Operation.Convolve convolve) {
      put(operation.output(), convolve.kernel().out(), area);
    } else if (operation instanceof Operation.Enlarge enlarge) {
      long factor = enlarge.factor();
      put(operation.output(), enlarge.second().out(), area * factor * factor);
    } else if (operation instanceof Operation.Plain plain
        && plain.node() instanceof Node.PixelShuffle shuffle) {
      long factor = (long) shuffle.factor() * shuffle.factor();
      put(operation.output(), channels.get(input) / factor, area * factor);
    } else {
      put(operation.output(), channels.get(input), area);
    }
  }

  private void put(Value value, long channelsOfValue, long area) {
    channels.put(value, channelsOfValue);
    areas.put(value, area);
  }

  /** Pixels of {@code value} for each pixel of the image. */
  long area(Value value) {
    return areas.get(value);
  }

  /** Bytes of {@code value} for each pixel of the image. */
  long bytes(Value value) {
    return Float.BYTES * channels.get(value) * areas.get(value);
  }
}
