package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.PageCatalogue;
import dk.grundskema.api.service.testing.PageCatalogue.CataloguedPage;
import dk.grundskema.api.service.testing.TestServices;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody can use every page, by the rules that axe-core can try: WCAG 2.2, AA. A subclass for each language, so that they run beside each other. */
@Tag("browser")
abstract class PageAccessibilityCases {
    private static final Map<String, Object> RULES = Map.of(
            // Only violations are read, so the other results need not be described.
            "resultTypes",
            List.of("violations"),
            "runOnly",
            Map.of(
                    "type",
                    "tag",
                    "values",
                    List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")));

    private static final int WIDE = 1000;
    private static final int VERY_WIDE = 1900;

    private static Chromium chromium;
    private static Server server;
    private static PageCatalogue catalogue;
    private static String axe;

    @BeforeAll
    static void begin() throws IOException {
        axe = Files.readString(Chromium.library("axe-core/axe.min.js"));
        chromium = Chromium.shared();
        server = TestServices.on(TestDatabase.H2);
        catalogue = PageCatalogue.create(server);
    }

    /**
     * The ways in which pages are seen in a language: narrow and dark, wide and light. A very wide screen shows the same as a wide one. Each page is seen
     * in one way in each language, in the other way in the other one.
     */
    static List<ViewingMode> viewingModesIn(String language) {
        var modes = new ArrayList<ViewingMode>();
        for (ViewingMode mode : ViewingMode.all()) {
            boolean isDark = mode.scheme() == ColorScheme.DARK;
            if (mode.language().equals(language) && mode.width() < VERY_WIDE && isDark == isNarrow(mode)) {
                modes.add(mode);
            }
        }
        return modes;
    }

    private static boolean isNarrow(ViewingMode mode) {
        return mode.width() < WIDE;
    }

    /** Returns every other page: the narrow ones of Danish are the wide ones of English. */
    private static List<CataloguedPage> pages(ViewingMode eyes) {
        List<CataloguedPage> all = catalogue.all();
        int first = isNarrow(eyes) == eyes.language().equals("da") ? 0 : 1;
        return IntStream.range(0, all.size())
                .filter(place -> place % 2 == first)
                .mapToObj(all::get)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("viewingModes")
    void nothingKeepsAnybodyFromUsingAPage(ViewingMode eyes) {
        var found = new ArrayList<String>();
        try (var guest = new BrowserVisit(chromium, server, eyes);
                var planner = new BrowserVisit(chromium, server, eyes).signInAs(catalogue.planner())) {
            guest.page().addInitScript(axe);
            planner.page().addInitScript(axe);
            for (CataloguedPage place : pages(eyes)) {
                BrowserVisit visit = place.isForGuests() ? guest : planner;
                Response answer = visit.open(place.path());
                assertThat(answer.status()).as(place.name()).isEqualTo(place.isTrouble() ? 404 : 200);
                violations(visit).forEach(one -> found.add(place + ": " + one));
                if (isWiderThanTheScreen(visit)) {
                    found.add(place + ": it is wider than the screen");
                }
                if (place.isTrouble()) {
                    assertThat(visit.problems()).hasSize(1);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<String> violations(BrowserVisit visit) {
        var said = (List<?>) visit.page().evaluate("""
                async rules => (await axe.run(document, rules)).violations
                    .map(one => one.id + ' at ' + one.nodes.map(node => node.target.join(' ') + ' ' + node.any.map(why => why.message).join('; ')).join(', '))""", RULES);
        return said.stream().map(String::valueOf).toList();
    }

    private static boolean isWiderThanTheScreen(BrowserVisit visit) {
        return (Boolean)
                visit.page().evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** Proves that violations are found; otherwise the empty results above would prove nothing. */
    @Test
    void missingLabelIsFoundAsAViolation() {
        try (var visit = new BrowserVisit(chromium, server, ViewingMode.DANISH)) {
            visit.page().addInitScript(axe);
            visit.page().navigate("/sign-in");
            visit.page().evaluate("document.querySelectorAll('label').forEach(one => one.remove())");
            assertThat(violations(visit)).anyMatch(one -> one.startsWith("label at"));
        }
    }
}
