package io.butcherblock.hostile;

import static io.butcherblock.hostile.HostileFile.refused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Safetensors files whose header claims much, or says what a terminal would obey. */
public final class HostileWeights {

  /** Clears the screen and writes in red. */
  static final String ESCAPES = "\u001b[2J\u001b[31mTRUST ME\r\n";

  private static final String HEAD = tensor("head.0.weight", "64,3,3,3", 0, 6912);
  private static final int HEAD_BYTES = 6912;

  private HostileWeights() {}

  /** Makes them all. The network that they name is {@code network}. */
  public static List<HostileFile> all(String network) {
    return List.of(
        refused("meta-blocks-1e6.safetensors", claiming(network, "1000000", "8"), "too short"),
        refused("meta-blocks-max.safetensors", claiming(network, "2147483647", "8"), "too short"),
        refused("meta-channels-8192.safetensors", claiming(network, "2", "8192"), "too short"),
        refused("meta-channels-1024.safetensors", claiming(network, "32", "1024"), "too short"),
        refused("meta-channels-max.safetensors", claiming(network, "2", "2147483647"), "too short"),
        refused("meta-blocks-0.safetensors", claiming(network, "0", "8"), "no number above 0"),
        refused("meta-blocks-text.safetensors", claiming(network, "9e9", "8"), "no number above 0"),
        refused("meta-key-1mb.safetensors", file(longKey(), 0), ""),
        refused("meta-escapes.safetensors", claiming(json(ESCAPES), "2", "8"), ""),
        refused("key-escapes.safetensors", keyWithEscapes(network), "TRUST ME"),
        refused("empty-tensors-150000.safetensors", emptyTensors(150_000), "tensors"),
        refused("zero-dimension.safetensors", zeroDimension(), "too large"),
        refused("nested-arrays.safetensors", file("{\"a\":" + "[".repeat(1 << 20), 0), "JSON"),
        refused("long-number.safetensors", longNumber(), "JSON"),
        refused("header-longer.safetensors", new Bytes().little32(-1, -1).text("{}").bytes(), ""),
        refused("block-999999.safetensors", blocks(network), ""));
  }

  private static byte[] claiming(String network, String blocks, String channels) {
    return file("{" + metadata(network, blocks, channels) + "," + HEAD + "}", HEAD_BYTES);
  }

  private static byte[] keyWithEscapes(String network) {
    String strange = tensor(json("a\0" + ESCAPES + "x".repeat(1000)), "1", HEAD_BYTES, 4);
    String all = "{" + metadata(network, "2", "8") + "," + HEAD + "," + strange + "}";
    return file(all, HEAD_BYTES + 4);
  }

  private static byte[] emptyTensors(int count) {
    StringBuilder header = new StringBuilder("{");
    for (int i = 0; i < count; i++) {
      header.append(i == 0 ? "" : ",").append(tensor("body." + i, "0", 0, 0));
    }
    return file(header.append('}').toString(), 0);
  }

  private static byte[] zeroDimension() {
    String sizes = "0,4611686018427387904,4611686018427387904";
    return file("{" + tensor("head.0.weight", sizes, 0, 0) + "}", 0);
  }

  private static byte[] longNumber() {
    return file("{" + tensor("a", "1" + "0".repeat(1 << 20), 0, 0) + "}", 0);
  }

  private static String longKey() {
    return "{\"__metadata__\":{\"network\":\"" + "n".repeat(1 << 20) + "\"}}";
  }

  /** Two blocks, of which one has a number as if there were many between them. */
  private static byte[] blocks(String network) {
    return file(
        "{"
            + metadata(network, "2", "8")
            + ","
            + HEAD
            + ","
            + tensor("body.0.scale1", "1", HEAD_BYTES, 4)
            + ","
            + tensor("body.999999.scale1", "1", HEAD_BYTES + 4, 4)
            + "}",
        HEAD_BYTES + 8);
  }

  private static String metadata(String network, String blocks, String channels) {
    return "\"__metadata__\":{\"network\":\"%s\",\"scale\":\"2\",\"blocks\":\"%s\",\"channels\":\"%s\"}"
        .formatted(network, blocks, channels);
  }

  private static String tensor(String key, String sizes, int begin, int bytes) {
    return "\"%s\":{\"dtype\":\"F32\",\"shape\":[%s],\"data_offsets\":[%s,%s]}"
        .formatted(key, sizes, begin, begin + bytes);
  }

  /** With control characters as JSON writes them. */
  private static String json(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            c -> escaped.append(c < ' ' ? String.format("\\u%04x", c) : String.valueOf((char) c)));
    return escaped.toString();
  }

  private static byte[] file(String header, int dataBytes) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return new Bytes().little32(json.length, 0).all(json).zeros(dataBytes).bytes();
  }

  /** Writes them all to a folder. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (HostileFile file : all("oisr-lf-s")) {
      Files.write(folder.resolve(file.name()), file.bytes());
    }
  }
}
