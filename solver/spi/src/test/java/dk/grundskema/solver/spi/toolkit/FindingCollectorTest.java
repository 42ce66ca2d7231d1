package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class FindingCollectorTest {
    private final FindingCollector findings = new FindingCollector(
            "cafe",
            school().teacher("MH")
                    .student("ida")
                    .group("4A", Group.Kind.CLASS, "ida")
                    .build());

    @Test
    void findingHasThePluginsPrefixAndAPlaceBelowTheParameters() {
        findings.error("late", "days/0", 17);
        findings.warning("odd", "days");
        findings.info("known", "", "x");

        assertThat(findings.all())
                .containsExactly(
                        Finding.error("cafe.late", "/parameters/days/0", 17),
                        Finding.warning("cafe.odd", "/parameters/days"),
                        Finding.info("cafe.known", "/parameters/", "x"));
    }

    @Test
    void onlyErrorsAreErrors() {
        findings.warnIf(false, "odd", "a");
        findings.warnIf(true, "odd", "b");
        findings.errorUnless(true, "late", "c");
        assertThat(findings.hasErrors()).isFalse();

        findings.errorUnless(false, "late", "d");

        assertThat(findings.hasErrors()).isTrue();
        assertThat(findings.all()).extracting(Finding::pointer).containsExactly("/parameters/b", "/parameters/d");
    }

    @Test
    void idsNotInTheProblemAreReportedAsUnknown() {
        assertThat(findings.checkStudent(new StudentId("ida"), "a")).isTrue();
        assertThat(findings.checkStaff(new StaffId("MH"), "b")).isTrue();
        assertThat(findings.checkGroup(new GroupId("4A"), "c")).isTrue();
        assertThat(findings.checkSite(new SiteId("school"), "d")).isTrue();
        assertThat(findings.all()).isEmpty();

        assertThat(findings.checkStudent(new StudentId("MH"), "e")).isFalse();
        assertThat(findings.checkStaff(new StaffId("ida"), "f")).isFalse();
        assertThat(findings.checkGroup(new GroupId("4B"), "g")).isFalse();
        assertThat(findings.checkRoom(new RoomId("12"), "h")).isFalse();
        assertThat(findings.checkSite(new SiteId("hall"), "i")).isFalse();
        assertThat(findings.all())
                .containsExactly(
                        Finding.error("cafe.unknown-student", "/parameters/e", new StudentId("MH")),
                        Finding.error("cafe.unknown-staff", "/parameters/f", new StaffId("ida")),
                        Finding.error("cafe.unknown-group", "/parameters/g", new GroupId("4B")),
                        Finding.error("cafe.unknown-room", "/parameters/h", new RoomId("12")),
                        Finding.error("cafe.unknown-site", "/parameters/i", new SiteId("hall")));
    }

    @Test
    void entryWithAnErrorIsSkipped() {
        findings.error("late", "days/1/start");
        findings.warning("odd", "days/2");
        findings.error("late", "days/10");
        var seen = new ArrayList<String>();

        findings.forEachWithoutError(List.of("a", "b", "c"), "days", (one, at) -> seen.add(one + " " + at));

        assertThat(seen).containsExactly("a days/0", "c days/2");
    }

    @Test
    void unknownWordIsReportedWithTheNearestOne() {
        var subjects = List.of("Dansk", "Matematik");

        assertThat(findings.checkWord(subjects, "dansk ", "subject", "a")).isTrue();
        assertThat(findings.checkWord(subjects, "Matmatik", "subject", "b")).isFalse();
        assertThat(findings.checkWord(subjects, "Musik", "subject", "c")).isFalse();

        assertThat(findings.all())
                .containsExactly(
                        Finding.error("cafe.subject-near", "/parameters/b", "Matmatik", "Matematik"),
                        Finding.error("cafe.subject", "/parameters/c", "Musik"));
    }

    @Test
    void textsAreInTheRequestedLanguage() {
        var danish = PluginTexts.ofPlugin(UsableTime.class, Language.DA);
        var english = PluginTexts.ofPlugin(UsableTime.class, Language.EN);

        assertThat(danish.text("field.UsableTime.weekdays")).startsWith("På hvilke dage");
        assertThat(english.text("field.UsableTime.weekdays")).startsWith("On which days");
        assertThat(english.has("title.kind.none")).isFalse();
        assertThat(english.titleOrText("Mine", "field.UsableTime.end")).isEqualTo("Mine");
        assertThat(english.titleOrText(null, "field.UsableTime.weekdays")).startsWith("On which days");
        Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> english.kindTitle("none"))
                .withMessageContaining("title.kind.none");
        Assertions.assertThatExceptionOfType(MissingResourceException.class)
                .isThrownBy(() -> PluginTexts.ofPlugin(InterventionId.class, Language.EN));
    }

    @Test
    void toolkitTextsHaveTheSameKeysInBothLanguages() {
        assertThat(bundle("da").keySet()).isEqualTo(bundle("en").keySet()).contains("usable.turned-round");
        for (var component : UsableTime.class.getRecordComponents()) {
            assertThat(bundle("da").containsKey("field.UsableTime." + component.getName()))
                    .as(component.getName())
                    .isTrue();
        }
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "dk.grundskema.solver.spi.toolkit.messages",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
