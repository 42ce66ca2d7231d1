package dk.grundskema.solver.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractVersionTest {
    @ParameterizedTest
    @CsvSource({
        "0.9, 0.9, true",
        "0.9, 0.8, true",
        "0.9, 0.10, false",
        "1.1, 1.0, true",
        "1.1, 1.1, true",
        "1.1, 1.3, false",
        "1.0, 0.9, false",
        "1.9, 2.0, false"
    })
    void aVersionAcceptsItsOwnMajorVersionWithoutLaterMinorOnes(String program, String plugin, boolean isAccepted) {
        assertThat(ContractVersion.parse(program).accepts(ContractVersion.parse(plugin)))
                .isEqualTo(isAccepted);
    }

    @Test
    void textIsReadAndWritten() {
        assertThat(ContractVersion.parse("12.34"))
                .isEqualTo(new ContractVersion(12, 34))
                .hasToString("12.34");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.2.3", "1.x", "-1.0", "12345.0", " 1.0"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> ContractVersion.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(" + text + ")");
    }

    @Test
    void laterVersionsCompareAsGreater() {
        assertThat(new ContractVersion(0, 10)).isGreaterThan(new ContractVersion(0, 9));
        assertThat(new ContractVersion(1, 0)).isGreaterThan(new ContractVersion(0, 10));
    }
}
