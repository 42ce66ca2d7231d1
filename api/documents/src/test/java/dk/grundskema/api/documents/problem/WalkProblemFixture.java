package dk.grundskema.api.documents.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A problem of one walk that has something of everything, in which tests change one place. */
final class WalkProblemFixture {
    static final PluginRegistry PLUGINS = PluginRegistry.of(List.of(new WalkPlugin()));
    static final ProblemReader READER = new ProblemReader(PLUGINS);

    /** The file as it stands, without faults. */
    static final String VALID = valid();

    private WalkProblemFixture() {}

    private static String valid() {
        try (var in = Objects.requireNonNull(WalkProblemFixture.class.getResourceAsStream("problem.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file with one place of it replaced, which must be there. */
    static String with(String part, String replacement) {
        assertThat(VALID).contains(part);
        int at = VALID.indexOf(part);
        return VALID.substring(0, at) + replacement + VALID.substring(at + part.length());
    }

    /** What is read of a file that has no faults. */
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
