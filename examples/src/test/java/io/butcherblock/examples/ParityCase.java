package io.butcherblock.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small network of the official implementation with its weights, inputs, outputs and losses, in
 * {@code ../shared/parity}.
 */
record ParityCase(Path folder, String name) {

  private static final Pattern SHAPE = Pattern.compile("'shape': \\(([\\d, ]+)\\)");

  /** A float32 array of NumPy. */
  @SuppressWarnings("ArrayRecordComponent") // Read once and never compared as a whole.
  record Array(float[] values, int[] shape) {}

  /** The same state dict is there as {@code safetensors}, {@code pt} and {@code zip.pt}. */
  Path weights(String ending) {
    return folder.resolve(name + "." + ending);
  }

  int number(String key) throws IOException {
    return json().get(key).asInt();
  }

  List<Double> losses() throws IOException {
    List<Double> losses = new ArrayList<>();
    json().get("losses").forEach(loss -> losses.add(loss.asDouble()));
    return losses;
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(folder.resolve(name + ".json").toFile());
  }

  /** Reads {@code NAME.part.npy}: version 1 of the format, float32, C order. */
  Array array(String part) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name + "." + part + ".npy")))
            .order(ByteOrder.LITTLE_ENDIAN);
    int headerLength = bytes.getShort(8);
    String header = new String(bytes.array(), 10, headerLength, StandardCharsets.US_ASCII);
    if (!header.contains("'<f4'") || !header.contains("'fortran_order': False")) {
      throw new IOException("Not a float32 array in C order: " + header);
    }
    Matcher matcher = SHAPE.matcher(header);
    if (!matcher.find()) {
      throw new IOException("No shape: " + header);
    }
    int[] shape =
        Pattern.compile(", *")
            .splitAsStream(matcher.group(1))
            .mapToInt(Integer::parseInt)
            .toArray();
    bytes.position(10 + headerLength);
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return new Array(values, shape);
  }
}
