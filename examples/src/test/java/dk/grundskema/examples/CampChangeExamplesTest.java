package dk.grundskema.examples;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Each kind of change on the camps. */
class CampChangeExamplesTest extends ChangeExampleCases {
    static Stream<Arguments> cases() {
        return casesOf(
                Example.CAMP, Example.CAMP_WITH_NIGHTS, Example.CAMP_WITH_TWO_CLOCKS, Example.CAMP_WITH_TOO_FEW_STAFF);
    }
}
