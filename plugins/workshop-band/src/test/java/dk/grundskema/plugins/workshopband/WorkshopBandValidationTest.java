package dk.grundskema.plugins.workshopband;

import static dk.grundskema.plugins.workshopband.BandSchoolBuilder.band;
import static dk.grundskema.plugins.workshopband.BandSchoolBuilder.part;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkshopBandValidationTest {
    @SuppressWarnings("unchecked") // the builder adds only this kind
    private static List<Finding> findings(Problem problem) {
        var intervention =
                (Intervention<WorkshopBandParameters>) problem.interventions().getFirst();
        return WorkshopBandValidation.of(intervention, problem);
    }

    private static String shortCode(Finding finding) {
        return finding.code().substring(finding.code().lastIndexOf('.') + 1);
    }

    private static List<String> codes(BandSchoolBuilder band) {
        return findings(band.problem()).stream()
                .map(WorkshopBandValidationTest::shortCode)
                .toList();
    }

    @Test
    void usualBandSaysOnlyThatNobodyHasChosen() {
        assertThat(codes(band())).containsExactly("without-wishes");
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnce() {
        assertThat(codes(band().weeks(2)
                        .times(part("12:00", "13:30", DayOfWeek.TUESDAY), part("13:00", "14:00", DayOfWeek.TUESDAY))
                        .workshop("climbing", 1, 3, null, 9, null)
                        .led("baking-2", 1, "anna", "juggling")
                        .wish("a1", "chess", 10)))
                .contains("other-weeks", "band-overlap", "more-rounds-than-band", "no-helper", "unknown-workshop");
    }

    @Test
    void tooFewPlacesAndPunchesAndGroupsAsLargeAsAClassAreWarnings() {
        assertThat(codes(new BandSchoolBuilder()
                        .workshop("ball", 1, 4, null, 0, null)
                        .mostTimes(1)))
                .contains("few-places", "few-punches", "not-below-class");
    }

    @Test
    void wishOfAStudentOfAnotherClassIsAnError() {
        assertThat(codes(band().classes("4A").wish("b1", "ball", 10))).contains("wish-of-stranger");
    }

    @Test
    void malformedIdIsReportedOnceAndTheWishesForItAreNot() {
        assertThat(codes(band().workshop("ball/games", 1, 3, null, 0, null).wish("a1", "ball/games", 10)))
                .contains("id-malformed")
                .doesNotContain("unknown-workshop", "unknown-workshop-near");
        assertThat(codes(band().workshop("boldspil-og-leg", 1, 3, null, 0, null)))
                .doesNotContain("id-malformed");
    }

    @Test
    void wishMayNameATitleThatOneWorkshopHas() {
        BandSchoolBuilder band = new BandSchoolBuilder()
                .titled("ball", "Ball games")
                .titled("music-1", "Music")
                .titled("music-2", "Music");

        assertThat(codes(band.wish("a1", " ball GAMES", 10))).doesNotContain("unknown-workshop");
        assertThat(band.parameters().wishes().getFirst().workshop()).isEqualTo("ball");
        assertThat(codes(band.wish("a2", "Music", 10))).contains("unknown-workshop-near");
    }

    @Test
    void bandOfListsAloneHasWarningsAndNoErrors() {
        Problem problem = band().times()
                .classes()
                .wish("a1", "ball", 10)
                .wish("b1", "music", 10)
                .problem();

        assertThat(findings(problem))
                .extracting(WorkshopBandValidationTest::shortCode)
                .contains("no-band", "no-classes");
        assertThat(findings(problem)).noneMatch(Finding::isError);
    }

    @Test
    void lockedStudentsAreCountedAgainstTheirOwnWorkshop() {
        BandSchoolBuilder band = new BandSchoolBuilder()
                .workshop("large", 1, 8, null, 0, null)
                .workshop("small", 1, 2, null, 0, null)
                .lock("a1", 0, "small")
                .lock("a2", 0, "small");
        assertThat(codes(band)).doesNotContain("too-many-pins");
        assertThat(codes(band.lock("a3", 0, "small"))).containsOnlyOnce("too-many-pins");
        assertThat(codes(new BandSchoolBuilder()
                        .workshop("large", 1, 2, null, 0, null)
                        .lock("a1", 0, "large")
                        .lock("a2", 0, "large")
                        .lock("a3", 0, "large")))
                .containsOnlyOnce("too-many-pins");
    }

    @Test
    void placesOfAllRoundsAreCounted() {
        // three rounds for eight students
        assertThat(codes(new BandSchoolBuilder().workshop("ball", 1, 8, 3, 0, 2).workshop("music", 1, 8, 3, 0, 1)))
                .doesNotContain("few-places-in-all");
        assertThat(codes(new BandSchoolBuilder().workshop("ball", 1, 8, 3, 0, 2).workshop("music", 1, 7, 3, 0, 1)))
                .contains("few-places-in-all")
                .doesNotContain("few-places");
    }

    @Test
    void studentCannotTakeAWorkshopMoreOftenThanItIsOffered() {
        assertThat(codes(new BandSchoolBuilder().workshop("ball", 1, 8, 3, 0, 1).workshop("music", 1, 8, 3, 0, 1)))
                .contains("few-punches");
    }

    @Test
    void groupsNeedRoomsAndLeadersOfTheirOwn() {
        assertThat(codes(new BandSchoolBuilder()
                        .in("hall", "ball", "anna")
                        .in("hall", "music", "bo")
                        .in("studio", "paint", "carl")))
                .contains("few-rooms")
                .doesNotContain("few-adults");
        assertThat(codes(new BandSchoolBuilder()
                        .in("hall", "ball", "anna")
                        .in("kitchen", "baking", "anna")
                        .in("studio", "paint", "carl")))
                .contains("few-adults")
                .doesNotContain("few-rooms");
    }

    @Test
    void leaderCannotBeTheSecondAdult() {
        assertThat(codes(band().led("paint", 1, "carl", "pedagogue"))).doesNotContain("same-adult");
        assertThat(codes(band().ledBySameAdult("paint", "carl"))).contains("same-adult");
    }

    @Test
    void classWithoutStudentsIsNamed() {
        assertThat(codes(band())).doesNotContain("empty-class");
        BandSchoolBuilder band = band().classes("4A", "4C");
        band.school().schoolClass("4C");
        assertThat(codes(band)).contains("empty-class");
    }

    @Test
    void studentsOfTheFullestRoundAreCounted() {
        BandSchoolBuilder band = new BandSchoolBuilder().workshop("ball", 1, 7, 3, 0, null);
        assertThat(codes(band)).contains("few-places");
        assertThat(codes(band.memberIn("4A", "a1", 1).memberIn("4A", "a2", 0, 2)))
                .doesNotContain("few-places");
    }
}
