package dk.grundskema.api.server.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.Change;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.publishing.ChangedMeetings;
import dk.grundskema.api.server.publishing.PublishedCamp;
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

/** What a revision says that was made by hand: which meetings, and what of them. */
final class RevisionsByHandTest {
    private final PlannedCamp camp = PlannedCamp.on(Database.H2);

    private String said(String language) {
        Client reader = new Client(camp.client().base(), List.of("Accept-Language", language)).token(Database.TOKEN);
        return String.valueOf(reader.get(camp.path()).at("/revision/text"));
    }

    private void edited(List<Map<String, Object>> changes) {
        Answer answer = camp.fresh().post(camp.path() + "/edits", Map.of("changes", changes));
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
        var plans = camp.server().part(Plans.class);
        return plans.revision(plans.get(new PlanId(camp.id())).head());
    }

    private List<Meeting> modules() {
        return camp.now().meetings().stream()
                .filter(one -> one.kind().equals("module") && !one.subject().isEmpty())
                .toList();
    }

    @Test
    void whatWasChangedIsSaidByItsTitleAndDayInBothLanguages() {
        Meeting module = camp.module();
        edited(List.of(PlannedCamp.toNight(module), change("SEAT", module, Map.of("position", 0))));
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
        edited(modules().stream().limit(5).map(PlannedCamp::toNight).toList());
        assertThat(said("da")).endsWith(": tid · og 2 til");
        assertThat(head().arguments().getFirst()).isEqualTo("5");
    }

    @Test
    void locksAreSaidWithWhatTheyAreOn() {
        Meeting module = camp.module();
        var one = Map.of("sessionId", module.sessionId().value());
        camp.fresh().post(camp.path() + "/locks", one);
        assertThat(said("da")).startsWith("Låst: " + module.title()).doesNotContain(": tid");
        camp.fresh().post(camp.path() + "/locks/release", one);
        assertThat(said("en")).startsWith("Unlocked: " + module.title()).endsWith(english(module));
    }

    @Test
    void aTitleThatNamesAStudentIsNotKept() {
        Meeting module = camp.module();
        PublishedCamp plan = PublishedCamp.of(camp.server(), camp.path());
        plan.change(all -> ChangedMeetings.with(all, ChangedMeetings.titled(module, "Samtale med Noah Bæk")));
        edited(List.of(PlannedCamp.toNight(module)));
        assertThat(said("da")).startsWith("en samtale eller et møde, ").endsWith(": tid");
        Meeting alone = modules().getLast();
        plan.change(all -> ChangedMeetings.with(
                all, ChangedMeetings.alone(ChangedMeetings.titled(alone, "Noah: mål"), new StudentId("e02"))));
        edited(List.of(PlannedCamp.toNight(alone)));
        assertThat(said("da")).startsWith("en samtale eller et møde, ");
        assertThat(String.join(" ", head().arguments())).doesNotContain("Noah");
    }

    @Test
    void whatWasKeptBeforeMeetingsWereNamedSaysHowManyChangesThereWere() {
        var plans = camp.server().part(Plans.class);
        Plan plan = plans.get(new PlanId(camp.id()));
        Revision head = head();
        var documents = camp.server().part(Documents.class);
        var arguments = new ArrayList<>(List.of("2"));
        for (String text : List.of("2 ændringer i hånden", "2 ændringer i hånden")) {
            plan = plans.change(
                    plan.id(),
                    plan.version(),
                    new Change(
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
