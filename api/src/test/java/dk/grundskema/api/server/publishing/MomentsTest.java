package dk.grundskema.api.server.publishing;

import static dk.grundskema.api.server.publishing.Followed.header;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programs count seconds, and people send whatever they like for a moment. */
final class MomentsTest {
    private static void move(PublishedCamp camp, Meeting one, int minutes) {
        camp.change(all -> ChangedMeetings.with(
                all,
                ChangedMeetings.at(
                        one, one.start().plusMinutes(minutes), one.end().plusMinutes(minutes))));
    }

    @ParameterizedTest
    @DatabaseSource
    void twoPublicationsWithinASecondAreToldApart(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        StaffId person = camp.busiest();
        CalendarOwner owner = CalendarOwner.of(person);
        Meeting one = camp.ofOne(person).getFirst();
        Publication first = camp.publish();
        move(camp, one, 5);
        Publication second = camp.publish();
        FeedNow before = camp.now(owner);
        camp.publications().speak(camp.id, camp.link(owner).id(), Language.EN);
        FeedNow english = camp.now(owner);
        camp.later(Duration.ofHours(-1));
        move(camp, one, 10);
        Publication third = camp.publish();

        assertThat(first.published()).isEqualTo(PublishedCamp.FIRST);
        assertThat(second.published()).isEqualTo(PublishedCamp.FIRST.plusSeconds(1));
        assertThat(english.state().changed()).isAfter(before.state().changed());
        assertThat(third.published()).as("clocks may be set back").isEqualTo(PublishedCamp.FIRST.plusSeconds(2));
    }

    @ParameterizedTest
    @DatabaseSource
    void whateverIsSaidToBeSeenIsBetweenTheLinkAndTheLastPublication(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        camp.later(Duration.ofDays(1));
        move(camp, camp.ofOne(camp.busiest()).getFirst(), 5);
        Instant last = camp.publish().published();
        Instant created = PublishedCamp.FIRST.plusSeconds(60);
        var rows = camp.server.part(JdbcClient.class);
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

    /** What somebody who has seen nothing yet has seen then. */
    private static Instant seen(PublishedCamp camp, String until) {
        var rows = camp.server.part(JdbcClient.class);
        rows.sql("UPDATE feed_link SET seen = NULL WHERE plan = :plan")
                .param("plan", camp.id.value())
                .update();
        Link link = camp.link(CalendarOwner.of(camp.busiest()));
        var answer = Followed.post(camp.server, "/c/" + link.token() + "/seen?until=" + until);
        assertThat(answer.statusCode()).as(until).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("../" + link.token());
        return Objects.requireNonNull(
                camp.link(CalendarOwner.of(camp.busiest())).seen());
    }
}
