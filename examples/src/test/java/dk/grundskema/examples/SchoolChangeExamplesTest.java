package dk.grundskema.examples;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Each kind of change on the schools. */
class SchoolChangeExamplesTest extends ChangeExampleCases {
    static Stream<Arguments> cases() {
        return casesOf(Example.SCHOOL, Example.LARGE_SCHOOL);
    }
}
