package dk.grundskema.examples;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Each kind of change on small groups, all interventions of the guide, and a workshop band. */
class GroupChangeExamplesTest extends ChangeExampleCases {
    static Stream<Arguments> cases() {
        return casesOf(Example.GUIDE, Example.GROUPS, Example.WORKSHOP_BAND);
    }
}
