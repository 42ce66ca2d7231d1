package dk.grundskema.api.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.calendar.StillHeld;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;

/** What feeds know of those who are there besides their owners, and of who has come for them. */
final class CompanyTest {
    private static void publish(PublishedCamp camp, Meeting is) {
        camp.later(Duration.ofDays(1));
        camp.change(all -> ChangedMeetings.with(all, is));
        camp.publish();
    }

    private static List<StillHeld> known(PublishedCamp camp, Link link) {
        Map<String, StillHeld> known = camp.feeds().now(link).stillHeld();
        Link again = camp.links().of(camp.id).stream()
                .filter(one -> one.id().equals(link.id()))
                .findFirst()
                .orElseThrow();
        camp.forgets(again);
        assertThat(camp.feeds().now(again).stillHeld())
                .as("worked out from the first publication on")
                .isEqualTo(known);
        return List.copyOf(known.values());
    }

    private static StillHeld by(String... names) {
        return new StillHeld(CalendarOwner.Kind.STAFF, List.of(names));
    }

    /** Who was there with the owner is not who has come, however many publications later. */
    @ParameterizedTest
    @DatabaseSource
    void eachPublicationSaysAnewWhoHasComeForWhomTheFeedIsOf(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        StaffId bo = camp.comes("bo-berg", "Bo Berg");
        StaffId carl = camp.comes("carl-dam", "Carl Dam");
        StaffId dora = camp.comes("dora-holm", "Dora Holm");
        StaffId person = camp.busiest();
        Meeting theirs = ChangedMeetings.besides(camp.ofOne(person).getFirst(), bo);
        publish(camp, theirs);
        Link link = camp.link(CalendarOwner.of(person));
        assertThat(known(camp, link)).isEmpty();

        publish(camp, ChangedMeetings.taken(theirs, person, carl));
        assertThat(known(camp, link)).containsExactly(by("Carl Dam"));
        publish(camp, ChangedMeetings.taken(theirs, person, dora));
        assertThat(known(camp, link)).containsExactly(by("Dora Holm"));
        camp.feeds().speak(link, Language.EN);
        assertThat(camp.feeds().now(link).stillHeld().values()).containsExactly(by("Dora Holm"));
        publish(camp, ChangedMeetings.left(theirs, person));
        assertThat(known(camp, link)).containsExactly(by());
        camp.later(Duration.ofDays(1));
        camp.change(all -> ChangedMeetings.without(all, theirs));
        camp.publish();
        assertThat(known(camp, link)).isEmpty();
    }
}
