package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestNameTest {

  private static final List<String> NETWORKS = List.of("oisr-lf-s", "oisr-lf", "oisr-rk2", "edsr");

  @Test
  void theNearestNameIsFoundInAnyCase() {
    assertEquals(Optional.of("oisr-lf"), NearestName.of("OISR-LV", NETWORKS));
    assertEquals(Optional.of("oisr-lf-s"), NearestName.of("oisr_lf_s", NETWORKS));
  }

  @Test
  void aNameThatIsNoneOfThemIsNotSuggested() {
    assertEquals(Optional.empty(), NearestName.of("swinir", NETWORKS));
  }

  @Test
  void theSentenceNamesBothOrTheListing() {
    assertEquals(
        "There is no network oisr-rk; did you mean oisr-lf? 'butcherblock networks' lists all.",
        NearestName.unknown("network", "oisr-rk", List.of("oisr-lf"), "butcherblock networks")
            .getMessage());
    assertEquals(
        "There is no network abc; 'butcherblock networks' lists those that there are.",
        NearestName.unknown("network", "abc", NETWORKS, "butcherblock networks").getMessage());
  }
}
