package io.butcherblock.tensorfiles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.files.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;

/** Lays out a safetensors file and writes its header. */
final class HeaderWriter {

  private HeaderWriter() {}

  /** Wide elements first, so that every tensor is aligned to its own element size. */
  static SafetensorsHeader layOut(Map<String, Tensor> tensors, Map<String, String> metadata) {
    List<TensorEntry> sorted = new ArrayList<>();
    tensors.forEach((name, tensor) -> sorted.add(entry(name, tensor)));
    sorted.sort(
        Comparator.comparing((TensorEntry entry) -> -entry.type().bytes())
            .thenComparing(TensorEntry::name));
    List<TensorEntry> placed = new ArrayList<>();
    long at = 0;
    for (TensorEntry entry : sorted) {
      long end = at + entry.end();
      placed.add(new TensorEntry(entry.name(), entry.type(), entry.shape(), at, end));
      at = end;
    }
    return new SafetensorsHeader(placed, new TreeMap<>(metadata));
  }

  private static TensorEntry entry(String name, Tensor tensor) {
    if (name.equals(SafetensorsHeader.METADATA)) {
      throw new IllegalArgumentException("A tensor cannot be called " + name + ".");
    }
    ElementType type = ElementType.of(tensor.scalar_type());
    List<Long> shape = Arrays.stream(tensor.shape()).boxed().toList();
    return new TensorEntry(name, type, shape, 0, tensor.numel() * type.bytes());
  }

  /** The header's text, filled up with spaces so that the data begins at a multiple of 8. */
  static byte[] json(SafetensorsHeader header) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    if (!header.metadata().isEmpty()) {
      ObjectNode metadata = root.putObject(SafetensorsHeader.METADATA);
      header.metadata().forEach(metadata::put);
    }
    for (TensorEntry entry : header.tensors()) {
      ObjectNode node = root.putObject(entry.name()).put("dtype", entry.type().name());
      entry.shape().forEach(node.putArray("shape")::add);
      node.putArray("data_offsets").add(entry.begin()).add(entry.end());
    }
    byte[] text = Json.line(root).getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(text, (text.length + 7) / 8 * 8);
    Arrays.fill(padded, text.length, padded.length, (byte) ' ');
    return padded;
  }
}
