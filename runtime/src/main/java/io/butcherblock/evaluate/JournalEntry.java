package io.butcherblock.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.files.Json;
import io.butcherblock.metrics.PsnrSsim;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line of an {@link EvaluationJournal}: PSNR and SSIM of an image, and what they depend on.
 *
 * @param key a digest of the image, the network and the settings; equal only if all of them are
 * @param image PSNR and SSIM of the image
 */
public record JournalEntry(String key, EvaluatedImage image) {

  private static final String KEY = "key";

  /** What each line begins with. */
  static final String START = "{\"" + KEY + "\":\"";

  private static final String NAME = "name";
  private static final String PSNR = "psnr";
  private static final String SSIM = "ssim";
  private static final String BICUBIC = "bicubic_";

  /**
   * The entry as a JSON object in one line; its numbers are written with all digits, so that {@link
   * #of(String)} returns an equal entry.
   */
  public String toJson() {
    return Json.line(record());
  }

  Map<String, Object> record() {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put(KEY, key);
    record.put(NAME, image.name());
    put(record, "", image.network());
    put(record, BICUBIC, image.bicubic());
    return record;
  }

  private static void put(Map<String, Object> record, String prefix, PsnrSsim quality) {
    record.put(prefix + PSNR, quality.psnr());
    record.put(prefix + SSIM, quality.ssim());
  }

  /**
   * Reads an entry that {@link #toJson} wrote.
   *
   * @param json a JSON object
   * @throws IllegalArgumentException if {@code json} is something else
   */
  public static JournalEntry of(String json) {
    try {
      return of(Json.MAPPER.readTree(json)).orElseThrow(() -> new IllegalArgumentException(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  static Optional<JournalEntry> of(JsonNode record) {
    try {
      return Optional.of(
          new JournalEntry(
              record.required(KEY).asText(),
              new EvaluatedImage(
                  record.required(NAME).asText(), quality(record, ""), quality(record, BICUBIC))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static PsnrSsim quality(JsonNode record, String prefix) {
    return new PsnrSsim(number(record, prefix + PSNR), number(record, prefix + SSIM));
  }

  /** The PSNR of equal images is the text {@code Infinity}. */
  private static double number(JsonNode record, String name) {
    return Double.parseDouble(record.required(name).asText());
  }
}
