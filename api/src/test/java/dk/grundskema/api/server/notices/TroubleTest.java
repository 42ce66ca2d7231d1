package dk.grundskema.api.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.identity.WrittenLog;
import dk.grundskema.api.server.publishing.Publication;
import dk.grundskema.domain.timetable.Meeting;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Notices where mail servers are away, refuse or break off. */
class TroubleTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static int nobody() throws IOException {
        try (var gone = new ScriptedServer(Map.of())) {
            return gone.port();
        }
    }

    @Test
    void whileNobodyTakesMailsTheyWaitAndThenEachIsSentOnce() throws MessagingException, IOException {
        try (MailedCamp camp = MailedCamp.on(Database.H2)) {
            Meeting meeting = camp.on(MailedCamp.MONDAY);
            Publication moved = camp.move(meeting, 5);
            Notices away = camp.notices(nobody());
            for (int i = 0; i < 60; i++) {
                away.work(() -> false);
                camp.later(A_MINUTE);
            }
            assertThat(camp.counts(moved)).containsOnlyKeys(NoticeState.PENDING);
            camp.work();
            camp.work();
            assertThat(camp.receivers()).containsExactlyElementsOf(MailedCamp.addresses(meeting));
        }
    }

    @Test
    void whoeverFindsNobodyWhoTakesMailsDoesNotTryAllTheTime() throws IOException {
        try (MailedCamp camp = MailedCamp.on(Database.H2);
                var closed = new ScriptedServer(Map.of("EHLO", "554 go away", "HELO", "554 go away"))) {
            camp.move(camp.on(MailedCamp.MONDAY), 5);
            Notices away = camp.notices(closed.port());
            for (int i = 0; i < 720; i++) { // an hour
                away.work(() -> false);
                camp.later(Duration.ofSeconds(5));
            }
            assertThat(closed.heard("EHLO")).isBetween(5L, 12L);
        }
    }

    @Test
    void afterADayNobodyTriesAnyMore() throws MessagingException, IOException {
        try (MailedCamp camp = MailedCamp.on(Database.H2)) {
            Publication moved = camp.move(camp.on(MailedCamp.MONDAY.plusDays(2)), 5);
            camp.later(Duration.ofHours(1));
            camp.notices(nobody()).work(() -> false);
            camp.later(NoticeRows.TOO_LATE);
            camp.work();

            assertThat(camp.receivers()).isEmpty();
            assertThat(camp.counts(moved)).containsOnlyKeys(NoticeState.FAILED);
        }
    }

    @Test
    void anAddressThatIsRefusedIsTriedOnceAndKeepsNobodyElseFromGettingMail() throws IOException {
        try (MailedCamp camp = MailedCamp.on(Database.H2);
                var server = new ScriptedServer(Map.of("RCPT", "550 5.1.1 no such user"));
                var log = new WrittenLog()) {
            Meeting meeting = camp.on(MailedCamp.MONDAY);
            Publication moved = camp.move(meeting, 5);
            Notices notices = camp.notices(server.port());
            for (int i = 0; i < 30; i++) {
                notices.work(() -> false);
                camp.later(A_MINUTE);
            }
            int people = MailedCamp.people(meeting).size();
            assertThat(server.heard("RCPT")).isEqualTo(people);
            assertThat(camp.counts(moved)).isEqualTo(Map.of(NoticeState.FAILED, people));
            assertThat(log.lines()).noneMatch(line -> line.contains("skole.example") || line.contains("Per"));
        }
    }

    @Test
    void whatIsToBeTriedLaterIsTriedLessAndLessOften() throws IOException {
        try (MailedCamp camp = MailedCamp.on(Database.H2);
                var server = new ScriptedServer(Map.of("RCPT", "451 4.7.1 greylisted"))) {
            Meeting meeting = camp.on(MailedCamp.MONDAY);
            Publication moved = camp.move(meeting, 5);
            Notices notices = camp.notices(server.port());
            for (int i = 0; i < 60; i++) {
                notices.work(() -> false);
                camp.later(A_MINUTE);
            }
            int people = MailedCamp.people(meeting).size();
            assertThat(server.heard("RCPT")).isBetween(3L * people, 7L * people);
            assertThat(camp.counts(moved)).isEqualTo(Map.of(NoticeState.PENDING, people));
        }
    }

    @Test
    void whatAServerMayHaveIsNotSentAgain() throws MessagingException, IOException {
        try (MailedCamp camp = MailedCamp.on(Database.H2);
                var server = new ScriptedServer(Map.of(ScriptedServer.END, ScriptedServer.BREAK_OFF))) {
            Meeting meeting = camp.on(MailedCamp.MONDAY);
            Publication moved = camp.move(meeting, 5);
            camp.notices(server.port()).work(() -> false);
            camp.later(A_MINUTE);
            camp.work();

            int people = MailedCamp.people(meeting).size();
            assertThat(server.heard("DATA")).isEqualTo(people);
            assertThat(camp.receivers()).isEmpty();
            assertThat(camp.counts(moved)).isEqualTo(Map.of(NoticeState.UNCERTAIN, people));
        }
    }
}
