package io.butcherblock.processor.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeReaderTest {

  @ParameterizedTest
  @CsvSource({"OisrRk3, oisr-rk3", "GV2, gv2", "SSPRk3, ssp-rk3", "Heun_Start, heun-start"})
  void namesForTheCommandLine(String type, String name) {
    assertEquals(name, TypeReader.kebab(type));
  }
}
