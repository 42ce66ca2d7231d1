package dk.grundskema.api.documents.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A problem with one walk that uses every supported type; each test changes one place. */
final class WalkProblemFixture {
    static final PluginRegistry PLUGINS = PluginRegistry.of(List.of(new WalkPlugin()));
    static final ProblemReader READER = new ProblemReader(PLUGINS);

    /** Returns the file without errors. */
    static final String VALID = valid();

    private WalkProblemFixture() {}

    private static String valid() {
        try (var in = Objects.requireNonNull(WalkProblemFixture.class.getResourceAsStream("problem.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the file with one text replaced, which must exist. */
    static String with(String part, String replacement) {
        assertThat(VALID).contains(part);
        int at = VALID.indexOf(part);
        return VALID.substring(0, at) + replacement + VALID.substring(at + part.length());
    }

    /** Returns the problem that is read from a file without errors. */
    static Problem readValid(String text) {
        var read = READER.read(text);
        assertThat(read.findings()).isEmpty();
        return ((ReadResult.Success<Problem>) read).value();
    }

    /** All findings in a text: code and pointer. */
    static List<String> codesAndPointers(String text) {
        return READER.read(text).findings().stream()
                .map(finding -> finding.code() + " " + finding.pointer())
                .toList();
    }
}
