package dk.grundskema.api.service.change;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.ChangeKindsStory;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.ScreenshotAlbum;
import dk.grundskema.api.service.testing.TestDatabase;
import dk.grundskema.api.service.testing.TestServices;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of change, from the form to its preview, in a real browser. A class of its own, so that it runs beside {@link ChangeBrowserTest}. */
@Tag("browser")
final class ChangeKindsBrowserTest {
    @ParameterizedTest
    @CsvSource({
        "camp-3-weeks,2026-09-14,6",
        "school-12-classes,2026-11-02,11",
        "small-groups,2026-10-05,7",
    })
    void eachKindOfChangeIsPreviewed(String example, LocalDate day, int kinds) {
        var story = new ChangeKindsStory(
                Chromium.shared(), TestServices.on(TestDatabase.H2), ViewingMode.DANISH, ScreenshotAlbum.none());

        assertThat(story.tell(example, day)).isEqualTo(kinds);
    }
}
