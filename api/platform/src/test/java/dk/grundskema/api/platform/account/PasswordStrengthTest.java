package dk.grundskema.api.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordStrengthTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123",
                "P4ssword2024!",
                "1234567890",
                "qwertyuiop",
                "aaaaaaaaaaaa",
                "iloveyou123",
                "adgangskode1",
                "Velkommen2026",
                "grundskema1",
                "Grundskema2026!",
                "Fodbold2026",
                "Kobenhavn2026",
                "Koebenhavn2026",
                "København2026",
                "Kærlighed123"
            })
    void commonPasswordsAreWeak(String password) {
        assertThat(PasswordStrength.isWeak(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en god lang adgangskode",
                "kun til prøver 1",
                "en lang sætning 27",
                "hest bil stol",
                "xk2p9vqz1m"
            })
    void severalWordsAndRandomLettersAreNot(String password) {
        assertThat(PasswordStrength.isWeak(password, "Kim Holm", "kim@skole.example"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Overgaard1987", "ditteovergaard", "Sonnerup2026", "sonnerup.ditte"})
    void thePersonsOwnNamesAreWeak(String password) {
        assertThat(PasswordStrength.isWeak(password, "Ditte Overgaard", "d.sonnerup@skole.example"))
                .isTrue();
    }

    @Test
    void theLongestPasswordsAreEstimatedByTheirBeginning() {
        assertThat(PasswordStrength.isWeak("a".repeat(PasswordService.MAX_LENGTH)))
                .isTrue();
        assertThat(PasswordStrength.isWeak("en lang sætning uden ende ".repeat(7)))
                .isFalse();
    }

    @Test
    void aPasswordMustHaveItsLengthToo() {
        assertThat(PasswordStrength.hasValidLength("xk2p9vqz1")).isFalse();
        assertThat(PasswordStrength.hasValidLength("xk2p9vqz1m")).isTrue();
        assertThat(PasswordStrength.hasValidLength("xk2p9vqz1m".repeat(20))).isTrue();
        assertThat(PasswordStrength.hasValidLength("xk2p9vqz1m".repeat(20) + "x"))
                .isFalse();
    }
}
