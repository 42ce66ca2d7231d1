package dk.grundskema.api.service.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The other attendees of events in feeds, and the replacements of owners. */
final class EventAttendeesTest {
    private static void publish(PublishedCampFixture camp, Meeting is) {
        camp.advanceClock(Duration.ofDays(1));
        camp.change(all -> MeetingVariants.with(all, is));
        camp.publish();
    }

    private static List<EventTakeover> known(PublishedCampFixture camp, FeedLink link) {
        Map<String, EventTakeover> known = camp.feeds().currentFeed(link).stillHeld();
        FeedLink again = camp.links().find(camp.id).stream()
                .filter(one -> one.id().equals(link.id()))
                .findFirst()
                .orElseThrow();
        camp.clearFeed(again);
        assertThat(camp.feeds().currentFeed(again).stillHeld())
                .as("worked out from the first publication on")
                .isEqualTo(known);
        return List.copyOf(known.values());
    }

    private static EventTakeover by(String... names) {
        return new EventTakeover(CalendarOwner.Kind.STAFF, List.of(names));
    }

    /** An attendee present with the owner is not a replacement, also many publications later. */
    @Test
    void takeoverNamesTheReplacementAnewAtEachPublication() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        StaffId bo = camp.addStaff("bo-berg", "Bo Berg");
        StaffId carl = camp.addStaff("carl-dam", "Carl Dam");
        StaffId dora = camp.addStaff("dora-holm", "Dora Holm");
        StaffId person = camp.busiest();
        Meeting theirs =
                MeetingVariants.withAnotherPerson(camp.meetingsOf(person).getFirst(), bo);
        publish(camp, theirs);
        FeedLink link = camp.link(CalendarOwner.of(person));
        assertThat(known(camp, link)).isEmpty();

        publish(camp, MeetingVariants.withReplacement(theirs, person, carl));
        assertThat(known(camp, link)).containsExactly(by("Carl Dam"));
        publish(camp, MeetingVariants.withReplacement(theirs, person, dora));
        assertThat(known(camp, link)).containsExactly(by("Dora Holm"));
        camp.feeds().changeLanguage(link, Language.EN);
        assertThat(camp.feeds().currentFeed(link).stillHeld().values()).containsExactly(by("Dora Holm"));
        publish(camp, MeetingVariants.withoutPerson(theirs, person));
        assertThat(known(camp, link)).containsExactly(by());
        camp.advanceClock(Duration.ofDays(1));
        camp.change(all -> MeetingVariants.without(all, theirs));
        camp.publish();
        assertThat(known(camp, link)).isEmpty();
    }
}
