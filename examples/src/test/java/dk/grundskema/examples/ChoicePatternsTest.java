package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A branch of a choice that contains an argument is parsed twice, so it loses an apostrophe that is written twice. */
class ChoicePatternsTest {
    private static final Path ROOT = Path.of("..");

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> bundles = files.filter(
                            file -> file.toString().matches(".*/src/main/.*/messages_(da|en)\\.properties"))
                    .sorted()
                    .toList();
            assertThat(bundles).hasSizeGreaterThan(100);
            return bundles;
        }
    }

    /** Returns the branches of a pattern's choices that lose an apostrophe. */
    private static List<String> brokenBranches(String pattern) {
        return Arrays.stream(new MessageFormat(pattern, Locale.ROOT).getFormats())
                .filter(ChoiceFormat.class::isInstance)
                .flatMap(choice -> Arrays.stream(((ChoiceFormat) choice).getFormats()))
                .map(String::valueOf)
                .filter(branch -> branch.contains("{") && branch.contains("'"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noBranchWithAnArgumentHasAnApostrophe(Path bundle) throws IOException {
        var texts = new Properties();
        try (Reader in = Files.newBufferedReader(bundle)) {
            texts.load(in);
        }
        var broken = new TreeMap<String, List<String>>();
        texts.forEach((key, pattern) -> {
            List<String> branches = brokenBranches(String.valueOf(pattern));
            if (!branches.isEmpty()) {
                broken.put(String.valueOf(key), branches);
            }
        });
        assertThat(broken).isEmpty();
    }

    @Test
    void branchesThatLoseAnApostropheAreThoseWithAnArgument() {
        String pattern = "{0,choice,1#one isn''t|1<{0} aren''t} here";
        assertThat(MessageFormat.format(pattern, 1)).isEqualTo("one isn't here");
        assertThat(MessageFormat.format(pattern, 2)).isEqualTo("2 arent here");
        assertThat(brokenBranches(pattern)).containsExactly("{0} aren't");
    }
}
