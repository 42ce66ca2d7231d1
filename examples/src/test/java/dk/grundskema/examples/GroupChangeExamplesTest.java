package dk.grundskema.examples;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Each kind of change on small groups and all interventions of the guide. */
class GroupChangeExamplesTest extends ChangeExampleCases {
    static Stream<Arguments> cases() {
        return casesOf(Example.GUIDE, Example.GROUPS);
    }
}
