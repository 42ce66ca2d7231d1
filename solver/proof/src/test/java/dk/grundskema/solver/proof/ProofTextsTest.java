package dk.grundskema.solver.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts of proofs in both languages. */
class ProofTextsTest {
    private static final Locale DANISH = Locale.of("da");
    private static final Locale ENGLISH = Locale.of("en");

    @Test
    void bothLanguagesHaveTheSameKeysAndArguments() {
        var danish = ProofTexts.bundle(DANISH);
        var english = ProofTexts.bundle(ENGLISH);

        assertThat(danish.keySet()).isEqualTo(english.keySet());
        assertThat(danish.keySet())
                .allSatisfy(key -> assertThat(arguments(danish.getString(key), DANISH))
                        .as(key)
                        .isEqualTo(arguments(english.getString(key), ENGLISH)));
    }

    @ParameterizedTest
    @EnumSource
    void eachKindOfFactHasAText(ProofFact.Kind kind) {
        String code = ProofFact.of(kind).toFinding().code();

        assertThat(ProofTexts.bundle(DANISH).containsKey(code)).as(code).isTrue();
    }

    private static Set<String> arguments(String pattern, Locale language) {
        return Pattern.compile("\\{(\\d)")
                .matcher(new MessageFormat(pattern, language).toPattern())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
