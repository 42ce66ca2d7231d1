package dk.grundskema.api.service.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.service.publish.LinksPage.LinkRow;
import dk.grundskema.api.service.publish.LinksPage.LinkSection;
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
        var link = new LinkRow("plan", "id", LinkKind.STAFF, "Ida Lund", address, "DA", null, null, "");
        assertThat(new LinksPage("plan", "Skolen", null, List.of(new LinkSection(LinkKind.STAFF, List.of(link))))
                        .isOnlyHere())
                .isEqualTo(isOnlyHere);
    }

    @Test
    void pageWithoutLinksDoesNotCountAsLocalOnly() {
        assertThat(new LinksPage("plan", "Skolen", null, List.of()).isOnlyHere())
                .isFalse();
    }
}
