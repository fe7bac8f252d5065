package io.butcherblock.tensorfiles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.butcherblock.error.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks the JSON header of a safetensors file: every tensor has a known type, a shape whose
 * product times the element size is its length, and the tensors fill the data without a gap or an
 * overlap, as the format asks. Nothing is allocated for a tensor before all of that holds.
 */
final class HeaderReader {

  /** More than any tensor of a network has; keeps a hostile file from reaching the library. */
  private static final int MAX_DIMENSIONS = 16;

  /** Each takes memory, even without an element. */
  private static final int MAX_TENSORS = 1 << 16;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private HeaderReader() {}

  /** Says in a few words what is wrong with a header. */
  static final class BadHeader extends Exception {
    private static final long serialVersionUID = 1L;

    BadHeader(String message) {
      super(message);
    }
  }

  static SafetensorsHeader parse(byte[] json, long dataBytes) throws BadHeader {
    JsonNode root = tree(json);
    Map<String, String> metadata = new LinkedHashMap<>();
    List<TensorEntry> tensors = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (field.getKey().equals(SafetensorsHeader.METADATA)) {
        readMetadata(field.getValue(), metadata);
      } else {
        tensors.add(entry(field.getKey(), field.getValue()));
      }
    }
    if (tensors.size() > MAX_TENSORS) {
      throw new BadHeader(
          "it lists "
              + tensors.size()
              + " tensors, more than the "
              + MAX_TENSORS
              + " of any network");
    }
    tensors.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end));
    checkLayout(tensors, dataBytes);
    return new SafetensorsHeader(tensors, metadata);
  }

  private static JsonNode tree(byte[] json) throws BadHeader {
    JsonNode root;
    try {
      root = JSON.readTree(new String(json, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new BadHeader("its header is not valid JSON");
    }
    if (!root.isObject()) {
      throw new BadHeader("its header is not a JSON object");
    }
    return root;
  }

  private static void readMetadata(JsonNode node, Map<String, String> into) throws BadHeader {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getValue().isTextual()) {
        throw new BadHeader("its metadata " + PlainText.shortOf(field.getKey()) + " is not text");
      }
      into.put(field.getKey(), field.getValue().textValue());
    }
  }

  private static TensorEntry entry(String name, JsonNode node) throws BadHeader {
    List<Long> shape = numbers(name, "shape", node.path("shape"));
    List<Long> offsets = numbers(name, "data_offsets", node.path("data_offsets"));
    if (shape.size() > MAX_DIMENSIONS) {
      throw new BadHeader(
          PlainText.shortOf(name)
              + " has "
              + shape.size()
              + " dimensions, more than "
              + MAX_DIMENSIONS);
    }
    if (offsets.size() != 2) {
      throw new BadHeader("data_offsets of " + PlainText.shortOf(name) + " are not two numbers");
    }
    ElementType type = type(name, node.path("dtype"));
    long length = offsets.get(1) - offsets.get(0);
    if (length != bytes(name, type, shape)) {
      throw new BadHeader(
          "the shape of "
              + PlainText.shortOf(name)
              + " does not agree with its "
              + length
              + " bytes");
    }
    return new TensorEntry(name, type, shape, offsets.get(0), offsets.get(1));
  }

  private static ElementType type(String name, JsonNode node) throws BadHeader {
    for (ElementType type : ElementType.values()) {
      if (type.name().equals(node.textValue())) {
        return type;
      }
    }
    throw new BadHeader(
        PlainText.shortOf(name)
            + " has the element type "
            + PlainText.shortOf(node.asText("(none)"))
            + ", which is not one of "
            + Arrays.stream(ElementType.values())
                .map(ElementType::name)
                .collect(Collectors.joining(", ")));
  }

  private static List<Long> numbers(String name, String key, JsonNode node) throws BadHeader {
    List<Long> numbers = new ArrayList<>();
    if (!node.isArray()) {
      throw new BadHeader(key + " of " + PlainText.shortOf(name) + " is not a list");
    }
    for (JsonNode number : node) {
      if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
        throw new BadHeader(
            key + " of " + PlainText.shortOf(name) + " is not made of whole numbers");
      }
      numbers.add(number.longValue());
    }
    return numbers;
  }

  private static long bytes(String name, ElementType type, List<Long> shape) throws BadHeader {
    long bytes = type.bytes();
    try {
      for (long size : shape) {
        // Strides are computed of an empty tensor too.
        bytes = Math.multiplyExact(bytes, Math.max(1, size));
      }
    } catch (ArithmeticException e) {
      throw new BadHeader("the shape of " + PlainText.shortOf(name) + " is too large");
    }
    return shape.contains(0L) ? 0 : bytes;
  }

  private static void checkLayout(List<TensorEntry> tensors, long dataBytes) throws BadHeader {
    long at = 0;
    for (TensorEntry tensor : tensors) {
      if (tensor.end() > dataBytes) {
        throw new BadHeader(
            PlainText.shortOf(tensor.name())
                + " ends at byte "
                + tensor.end()
                + " of its data, which has "
                + dataBytes
                + "; the file is probably cut off");
      }
      if (tensor.begin() != at) {
        throw new BadHeader(
            (tensor.begin() < at ? "its tensors overlap" : "its tensors leave a gap")
                + " before "
                + PlainText.shortOf(tensor.name()));
      }
      at = tensor.end();
    }
    if (at != dataBytes) {
      throw new BadHeader(dataBytes - at + " bytes behind its last tensor belong to none");
    }
  }
}
