package dk.grundskema.api.service.change;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.ChangeKindsStory;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.ScreenshotAlbum;
import dk.grundskema.api.service.testing.TestServices;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each kind of change of a plan, from the form to its preview, in a real browser. A class for each plan, so that they run beside each other. */
@Tag("browser")
abstract class ChangeKindsBrowserCases {
    private final String example;
    private final LocalDate day;
    private final int kinds;

    /**
     * @param day   day of the changes
     * @param kinds number of kinds that the example has
     */
    ChangeKindsBrowserCases(String example, LocalDate day, int kinds) {
        this.example = example;
        this.day = day;
        this.kinds = kinds;
    }

    @Test
    void eachKindOfChangeIsPreviewed() {
        var story = new ChangeKindsStory(
                Chromium.shared(), TestServices.on(TestDatabase.H2), ViewingMode.DANISH, ScreenshotAlbum.none());

        assertThat(story.tell(example, day)).isEqualTo(kinds);
    }
}
