package dk.grundskema.api.service.subscribe;

import static dk.grundskema.api.service.subscribe.FollowedCampFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clients compare times in whole seconds, and the time in a request can be any text. */
final class PublicationTimeTest {
    private static void move(PublishedCampFixture camp, Meeting one, int minutes) {
        camp.change(all -> MeetingVariants.with(
                all,
                MeetingVariants.at(
                        one, one.start().plusMinutes(minutes), one.end().plusMinutes(minutes))));
    }

    @Test
    void twoPublicationsWithinASecondAreToldApart() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        StaffId person = camp.busiest();
        CalendarOwner owner = CalendarOwner.of(person);
        Meeting one = camp.meetingsOf(person).getFirst();
        Publication first = camp.publish();
        move(camp, one, 5);
        Publication second = camp.publish();
        FeedSnapshot before = camp.currentFeed(owner);
        camp.languages().changeLanguage(camp.id, camp.link(owner).id(), Language.EN);
        FeedSnapshot english = camp.currentFeed(owner);
        camp.advanceClock(Duration.ofHours(-1));
        move(camp, one, 10);
        Publication third = camp.publish();

        assertThat(first.published()).isEqualTo(PublishedCampFixture.FIRST);
        assertThat(second.published()).isEqualTo(PublishedCampFixture.FIRST.plusSeconds(1));
        assertThat(english.state().lastChanged()).isAfter(before.state().lastChanged());
        assertThat(third.published()).as("clocks may be set back").isEqualTo(PublishedCampFixture.FIRST.plusSeconds(2));
    }

    @Test
    void whateverIsSaidToBeSeenIsBetweenTheLinkAndTheLastPublication() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        camp.publish();
        camp.advanceClock(Duration.ofDays(1));
        move(camp, camp.meetingsOf(camp.busiest()).getFirst(), 5);
        Instant last = camp.publish().published();
        Instant created = PublishedCampFixture.FIRST.plusSeconds(60);
        var rows = camp.server.bean(JdbcClient.class);
        rows.sql("UPDATE feed_link SET created = :created WHERE plan = :plan")
                .param("created", Timestamp.from(created))
                .param("plan", camp.id.value())
                .update();
        for (String until : new String[] {
            "-1",
            "0",
            "-99999999999999",
            "-31557014167219200",
            "-9223372036854775808",
            "" + (created.getEpochSecond() - 1)
        }) {
            assertThat(seen(camp, until)).as(until).isEqualTo(created);
        }
        assertThat(seen(camp, "" + (created.getEpochSecond() + 7))).isEqualTo(created.plusSeconds(7));
        for (String until : new String[] {
            "99999999999",
            "31556889864403199",
            "9223372036854775807",
            "9223372036854775808",
            "1e9",
            "x",
            "",
            "%F0%9F%8E%89"
        }) {
            assertThat(seen(camp, until)).as(until).isEqualTo(last);
        }
    }

    /** Confirms the news up to a time on a link without earlier confirmation. Returns the stored time. */
    private static Instant seen(PublishedCampFixture camp, String until) {
        var rows = camp.server.bean(JdbcClient.class);
        rows.sql("UPDATE feed_link SET seen = NULL WHERE plan = :plan")
                .param("plan", camp.id.value())
                .update();
        FeedLink link = camp.link(CalendarOwner.of(camp.busiest()));
        var answer = FollowedCampFixture.post(camp.server, "/c/" + link.token() + "/seen?until=" + until);
        assertThat(answer.statusCode()).as(until).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("../" + link.token());
        return Objects.requireNonNull(
                camp.link(CalendarOwner.of(camp.busiest())).seen());
    }
}
