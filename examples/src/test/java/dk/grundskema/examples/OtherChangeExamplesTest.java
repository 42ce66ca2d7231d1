package dk.grundskema.examples;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Each kind of change on a municipality and on a school from FET. */
class OtherChangeExamplesTest extends ChangeExampleCases {
    static Stream<Arguments> cases() {
        return casesOf(Example.MUNICIPALITY, Example.SCHOOL_FROM_FET);
    }
}
