package dk.grundskema.api.web.app.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.web.app.publishing.LinksPage.Kind;
import dk.grundskema.api.web.app.publishing.LinksPage.Link;
import dk.grundskema.api.web.app.publishing.LinksPage.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinksPageTest {
    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/c/abc, true",
        "https://localhost/c/abc, true",
        "http://127.0.0.1:8080/c/abc, true",
        "http://[::1]:8080/c/abc, true",
        "https://localhost.skema.example/c/abc, false",
        "https://skema.example/localhost/c/abc, false",
        "http://192.168.1.20:8080/c/abc, false",
    })
    void linksThatOnlyThisMachineCanOpenAreKnown(String address, boolean isOnlyHere) {
        var link = new Link("plan", "id", Kind.STAFF, "Ida Lund", address, "DA", null, null, "");
        assertThat(new LinksPage("plan", "Skolen", List.of(new Part(Kind.STAFF, List.of(link)))).isOnlyHere())
                .isEqualTo(isOnlyHere);
    }

    @Test
    void whereThereAreNoLinksNothingIsSaidOfThem() {
        assertThat(new LinksPage("plan", "Skolen", List.of()).isOnlyHere()).isFalse();
    }
}
