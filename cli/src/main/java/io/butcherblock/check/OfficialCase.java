package io.butcherblock.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.data.Batch;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.Json;
import io.butcherblock.nn.NetworkSpec;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small network of the official implementation in a folder: {@code NAME.safetensors} (weights),
 * {@code .input.npy} and {@code .output.npy} (an image in 0..255 and what the network makes of it),
 * {@code .batch_lr.npy} and {@code .batch_hr.npy} (patches), {@code .json} (size, and the loss
 * before each step of Adam on them), {@code .output_after5.npy} (the output after these steps).
 *
 * @param name such as {@code lf-s-b2-f8-x2}: OISR-LF-s with 2 blocks of 8 channels at x2
 */
public record OfficialCase(Path folder, String name) {

  private static final Pattern NAME = Pattern.compile("(.+)-b\\d+-f\\d+-x\\d+");
  private static final String INPUT = ".input.npy";
  private static final int COLORS = 3;

  /**
   * The cases of a folder, by name.
   *
   * @throws ButcherblockException if there is none
   */
  public static List<OfficialCase> in(Path folder) {
    List<OfficialCase> cases = new ArrayList<>();
    try (DirectoryStream<Path> inputs = Files.newDirectoryStream(folder, "*" + INPUT)) {
      for (Path input : inputs) {
        String file = input.getFileName().toString();
        cases.add(new OfficialCase(folder, file.substring(0, file.length() - INPUT.length())));
      }
    } catch (IOException e) {
      throw FileFailure.cannot("read", folder, e);
    }
    if (cases.isEmpty()) {
      throw new ButcherblockException(
          folder + " holds no parity case: there is no NAME" + INPUT + ".");
    }
    cases.sort((a, b) -> a.name.compareTo(b.name));
    return cases;
  }

  /**
   * The network, at the size of the case.
   *
   * @param networks by name
   * @throws ButcherblockException if the case's network is not among them
   */
  public NetworkSpec spec(Map<String, NetworkSpec> networks) {
    Matcher matcher = NAME.matcher(name);
    String part = matcher.matches() ? matcher.group(1) : name;
    String network = part.equals("edsr") ? part : "oisr-" + part;
    if (!networks.containsKey(network)) {
      throw new ButcherblockException(
          "The parity case %s in %s is of the network %s, which is not here."
              .formatted(name, folder, network));
    }
    return networks.get(network).withSize(number("blocks"), number("channels"));
  }

  public int scale() {
    return number("scale");
  }

  /**
   * The losses before each step.
   *
   * @throws ButcherblockException if there are none
   */
  public List<Double> losses() {
    List<Double> losses = new ArrayList<>();
    json("losses").forEach(loss -> losses.add(loss.isNumber() ? loss.asDouble() : Double.NaN));
    if (losses.isEmpty()) {
      throw new ButcherblockException(file() + " has no list of losses.");
    }
    return losses;
  }

  /** The weights: {@code safetensors}, or the same as state dict, {@code pt} or {@code zip.pt}. */
  public Path weights(String ending) {
    return folder.resolve(name + "." + ending);
  }

  /**
   * The images in {@code NAME.part.npy}, [N, 3, height, width].
   *
   * @throws ButcherblockException if it cannot be read or holds something else
   */
  public NpyArray images(String part) {
    Path file = folder.resolve(name + "." + part + ".npy");
    NpyArray images = NpyArray.read(file);
    int[] shape = images.shape();
    if (shape.length != 4 || shape[1] != COLORS || images.values().length == 0) {
      throw new ButcherblockException(
          file + " holds no images in RGB, an array of the shape (N, 3, height, width).");
    }
    return images;
  }

  /**
   * The patches of each step.
   *
   * @throws ButcherblockException if they cannot be read or are no pairs of squares at this scale
   */
  public Batch batch() {
    NpyArray lr = images("batch_lr");
    NpyArray hr = images("batch_hr");
    int count = lr.shape()[0];
    int side = lr.shape()[2];
    int large = side * scale();
    if (lr.shape()[3] != side
        || !Arrays.equals(hr.shape(), new int[] {count, COLORS, large, large})) {
      throw new ButcherblockException(
          "The patches of the parity case %s in %s are no pairs of squares at x%s: batch_lr is %s and batch_hr %s."
              .formatted(
                  name, folder, scale(), Arrays.toString(lr.shape()), Arrays.toString(hr.shape())));
    }
    return new Batch(lr.values(), hr.values(), count, side, scale());
  }

  /**
   * A whole number of the case's JSON file, at least 1.
   *
   * @throws ButcherblockException if there is none
   */
  public int number(String key) {
    JsonNode number = json(key);
    if (!number.isInt() || number.asInt() < 1) {
      throw new ButcherblockException(
          "%s says %s for %s, which is a whole number of at least 1."
              .formatted(file(), number, key));
    }
    return number.asInt();
  }

  private JsonNode json(String key) {
    JsonNode value = Json.read(file()).get(key);
    if (value == null) {
      throw new ButcherblockException(file() + " does not say " + key + ".");
    }
    return value;
  }

  private Path file() {
    return folder.resolve(name + ".json");
  }
}
