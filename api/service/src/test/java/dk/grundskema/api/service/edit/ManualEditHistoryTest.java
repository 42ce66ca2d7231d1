package dk.grundskema.api.service.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PlannedCampFixture;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The description of a revision made by hand: the edited meetings and their aspects. */
final class ManualEditHistoryTest {
    private final PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);

    private String said(String language) {
        ServiceClient reader = new ServiceClient(camp.client().base(), List.of("Accept-Language", language))
                .withToken(TestDatabase.TOKEN);
        return String.valueOf(reader.get(camp.path()).at("/revision/text"));
    }

    private void edited(List<Map<String, Object>> changes) {
        Answer answer = camp.versionedClient().post(camp.path() + "/edits", Map.of("changes", changes));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static Map<String, Object> change(String what, Meeting of, Map<String, Object> more) {
        var change = new HashMap<String, Object>(more);
        change.put("what", what);
        change.put("sessionId", of.sessionId().value());
        return change;
    }

    private static String english(Meeting one) {
        return one.time().firstDate().format(DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH));
    }

    private Revision head() {
        var plans = camp.server().bean(PlanStore.class);
        return plans.revision(plans.get(new PlanId(camp.id())).head());
    }

    private List<Meeting> modules() {
        return camp.currentTimetable().meetings().stream()
                .filter(one -> one.kind().equals("module") && !one.subject().isEmpty())
                .toList();
    }

    @Test
    void editedMeetingIsNamedByTitleAndDayInBothLanguages() {
        Meeting module = camp.module();
        edited(List.of(PlannedCampFixture.toNight(module), change("SEAT", module, Map.of("position", 0))));
        assertThat(said("en")).startsWith(module.title()).endsWith(", %s: time and staff".formatted(english(module)));
        String weekday = module.weekday().getDisplayName(TextStyle.FULL, Locale.of("da"));
        assertThat(said("da"))
                .startsWith(module.title())
                .contains(", " + weekday + " ")
                .endsWith(": tid og personale");
    }

    @Test
    void modulesThatChangePlacesAreNamedTogether() {
        Meeting first = modules().getFirst();
        Meeting other = modules().stream()
                .filter(one -> one.groupIds().equals(first.groupIds())
                        && !one.subject().equals(first.subject()))
                .findFirst()
                .orElseThrow();
        edited(List.of(change("SWAP", first, Map.of("otherId", other.sessionId().value()))));
        assertThat(said("da"))
                .startsWith(first.title())
                .contains("; " + other.title())
                .endsWith(": byttet plads");
    }

    @Test
    void ofManyTheFirstFewAreNamedAndHowManyMoreThereAre() {
        edited(modules().stream().limit(5).map(PlannedCampFixture::toNight).toList());
        assertThat(said("da")).endsWith(": tid · og 2 til");
        assertThat(head().arguments().getFirst()).isEqualTo("5");
    }

    @Test
    void locksAreSaidWithWhatTheyAreOn() {
        Meeting module = camp.module();
        var one = Map.of("sessionId", module.sessionId().value());
        camp.versionedClient().post(camp.path() + "/locks", one);
        assertThat(said("da")).startsWith("Låst: " + module.title()).doesNotContain(": tid");
        camp.versionedClient().post(camp.path() + "/locks/release", one);
        assertThat(said("en")).startsWith("Unlocked: " + module.title()).endsWith(english(module));
    }

    @Test
    void aTitleThatNamesAStudentIsNotKept() {
        Meeting module = camp.module();
        PublishedCampFixture plan = PublishedCampFixture.of(camp.server(), camp.path());
        plan.change(all -> MeetingVariants.with(all, MeetingVariants.titled(module, "Samtale med Noah Bæk")));
        edited(List.of(PlannedCampFixture.toNight(module)));
        assertThat(said("da")).startsWith("en samtale eller et møde, ").endsWith(": tid");
        Meeting alone = modules().getLast();
        plan.change(all -> MeetingVariants.with(
                all,
                MeetingVariants.withSingleStudent(MeetingVariants.titled(alone, "Noah: mål"), new StudentId("e02"))));
        edited(List.of(PlannedCampFixture.toNight(alone)));
        assertThat(said("da")).startsWith("en samtale eller et møde, ");
        assertThat(String.join(" ", head().arguments())).doesNotContain("Noah");
    }

    @Test
    void oldRevisionWithoutMeetingNamesShowsTheNumberOfChanges() {
        var plans = camp.server().bean(PlanStore.class);
        Plan plan = plans.get(new PlanId(camp.id()));
        Revision head = head();
        var documents = camp.server().bean(DocumentStore.class);
        var arguments = new ArrayList<>(List.of("2"));
        for (String text : List.of("2 ændringer i hånden", "2 ændringer i hånden")) {
            plan = plans.change(
                    plan.id(),
                    plan.version(),
                    new RevisionContent(
                            "revision.edited",
                            arguments,
                            documents.problem(head.problem()),
                            documents.timetableOf(head)),
                    new AccountId("test"));
            assertThat(said("da")).isEqualTo(text);
            arguments.add("something of a later release");
        }
    }
}
