package dk.grundskema.api.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.Services;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What calendars are called, which colour they have, and of what there is one link. */
final class CalledTest {
    private static final String LESSON = "Mandag den 7. september: Morgenmad · alle hold 08.15–08.45";

    private static void called(PublishedCamp camp, String title) {
        camp.server
                .part(JdbcClient.class)
                .sql("UPDATE plan SET title = :title WHERE id = :plan")
                .param("title", title)
                .param("plan", camp.id.value())
                .update();
    }

    @ParameterizedTest
    @DatabaseSource
    void aCalendarIsCalledAfterThePlanAsThePlannerSeesItWithoutStudents(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        CalendarOwner owner = CalendarOwner.of(camp.busiest());
        String student = String.valueOf(camp.client.get(camp.place + "/problem").at("/students/6/name"));
        called(camp, "Efterår for " + student);
        camp.publish();
        FeedNow first = camp.now(owner);
        called(camp, "Vinter");

        assertThat(first.title()).startsWith("Efterår for Elev 7 · ").doesNotContain(student);
        assertThat(camp.feeds().now(camp.link(owner)).title())
                .as("what was published stays")
                .isEqualTo(first.title());
        camp.publish();
        assertThat(camp.now(owner).title()).startsWith("Vinter · ");
    }

    @ParameterizedTest
    @DatabaseSource
    void aCalendarHasTheColourOfAllItsEventsOrOneOfItsKind(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        var kinds = new HashMap<LinkKind, Set<String>>();
        for (Link link : camp.links().of(camp.id)) {
            FeedNow feed = camp.feeds().now(link);
            Set<String> own = new TreeSet<>();
            feed.state().events().forEach(one -> own.add(one.event().colour()));
            own.remove("");
            assertThat(feed.colour())
                    .isEqualTo(
                            own.size() == 1
                                    ? own.iterator().next()
                                    : link.kind().colour());
            String file = Services.stranger(camp.server)
                    .get("/c/" + link.token() + ".ics")
                    .body();
            assertThat(file.substring(0, file.indexOf("BEGIN:", 20))).contains("\r\nCOLOR:" + feed.colour() + "\r\n");
            kinds.computeIfAbsent(link.kind(), none -> new TreeSet<>()).add(feed.colour());
        }
        assertThat(kinds.get(LinkKind.STAFF)).contains(LinkKind.STAFF.colour());
        assertThat(List.of(LinkKind.values())).extracting(LinkKind::colour).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @DatabaseSource
    void eachOwnerOfAPlanHasOneLinkOfAKindAndOnlyYearsAreOfNoPlan(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        var rows = camp.server.part(JdbcClient.class);
        for (String change : List.of(
                "UPDATE feed_link SET owner = 'same', kind = 'ROOM' WHERE plan = :plan",
                "UPDATE feed_link SET plan = NULL WHERE plan = :plan",
                "UPDATE feed_link SET kind = 'YEAR' WHERE plan = :plan")) {
            assertThatThrownBy(() ->
                            rows.sql(change).param("plan", camp.id.value()).update())
                    .as(change)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    /** Something that somebody holds with another adult, published a day ago. */
    private static Meeting withAnother(PublishedCamp camp, StaffId person) {
        Meeting theirs = ChangedMeetings.besides(camp.ofOne(person).getFirst(), camp.comes("bo-berg", "Bo Berg"));
        camp.change(all -> ChangedMeetings.with(all, theirs));
        camp.publish();
        camp.later(Duration.ofDays(1));
        return theirs;
    }

    private static List<String> words(PublishedCamp camp, StaffId person) {
        return camp.preview(Language.DA).staff().stream()
                .filter(one -> one.staffId().equals(person))
                .findFirst()
                .orElseThrow()
                .words();
    }

    @ParameterizedTest
    @DatabaseSource
    void whoseLessonSomebodyElseTakesOverIsToldWhoHasComeAndNotWhoWasThere(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        StaffId other = camp.comes("ny-laerer", "Ny Lærer");
        StaffId person = camp.busiest();
        Meeting theirs = withAnother(camp, person);

        camp.change(all -> ChangedMeetings.with(all, ChangedMeetings.left(theirs, person)));
        assertThat(words(camp, person)).containsExactly(LESSON + " holdes, men er ikke længere i denne kalender");
        camp.change(all -> ChangedMeetings.with(all, ChangedMeetings.taken(theirs, person, other)));
        assertThat(words(camp, person)).containsExactly(LESSON + " overtages af Ny Lærer");

        camp.publish();
        camp.later(Duration.ofDays(1));
        camp.change(all -> ChangedMeetings.without(all, theirs));
        assertThat(words(camp, other)).as("nobody has it").containsExactly(LESSON + " aflyses");
    }

    /** The page knows it by what is kept of the feed: the publication needn't be worked out again, nor be readable. */
    @ParameterizedTest
    @DatabaseSource
    void thePageSaysWhoHasItNow(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        StaffId other = camp.comes("ny-laerer", "Ny Lærer");
        StaffId person = camp.busiest();
        Meeting theirs = withAnother(camp, person);
        camp.change(all -> ChangedMeetings.with(all, ChangedMeetings.taken(theirs, person, other)));
        camp.publish();
        Link link = camp.link(CalendarOwner.of(person));
        Link busy =
                camp.links().ofPerson(camp.id, person.value(), LinkKind.BUSY).orElseThrow();
        assertThat(camp.feeds().now(link).stillHeld()).hasSize(1);
        assertThat(camp.feeds().now(busy).stillHeld()).as("for nobody else").isEmpty();
        UnreadablePublicationsTest.losesAPlugin(camp);
        camp.server
                .part(JdbcClient.class)
                .sql("UPDATE feed_link SET created = :created WHERE plan = :plan")
                .param("created", Timestamp.from(PublishedCamp.FIRST))
                .param("plan", camp.id.value())
                .update();
        camp.now.set(Instant.parse("2026-09-06T07:00:00Z"));

        assertThat(page(camp, camp.link(CalendarOwner.of(person))))
                .contains(">Ikke længere din<", ">nu: Ny Lærer<")
                .doesNotContain("aflyses", "Aflyst");
        assertThat(page(camp, busy)).doesNotContain("Ny Lærer", "Ikke længere din");
    }

    private static String page(PublishedCamp camp, Link link) {
        var pages = new FeedController(
                camp.feeds(),
                camp.server.part(YearFeeds.class),
                camp.links(),
                camp.server.part(PublicationRows.class),
                PublishedCamp.addresses("https://plan.example"),
                camp.server.part(WebAnswers.class),
                camp.now::get);
        return new String(Objects.requireNonNull(pages.page(link).getBody()), StandardCharsets.UTF_8);
    }
}
