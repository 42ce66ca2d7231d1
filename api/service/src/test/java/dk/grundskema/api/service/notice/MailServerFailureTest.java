package dk.grundskema.api.service.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.CapturedLog;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.domain.timetable.Meeting;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Notices where mail servers are away, refuse or break off. */
class MailServerFailureTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static int closedPort() throws IOException {
        try (var gone = new ScriptedMailServer(Map.of())) {
            return gone.port();
        }
    }

    @Test
    void whileNobodyTakesMailsTheyWaitAndThenEachIsSentOnce() throws MessagingException, IOException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY);
            Publication moved = camp.moveAndPublish(meeting, 5);
            NoticeSender away = camp.newNoticeSender(closedPort());
            for (int i = 0; i < 60; i++) {
                away.sendDue(() -> false);
                camp.advanceClock(A_MINUTE);
            }
            assertThat(camp.counts(moved)).containsOnlyKeys(NoticeState.PENDING);
            camp.sendDue();
            camp.sendDue();
            assertThat(camp.receivers()).containsExactlyElementsOf(NoticeCampFixture.addresses(meeting));
        }
    }

    @Test
    void aPersonWhoFindsNobodyWhoTakesMailsDoesNotTryAllTheTime() throws IOException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2);
                var closed = new ScriptedMailServer(Map.of("EHLO", "554 go away", "HELO", "554 go away"))) {
            camp.moveAndPublish(camp.on(NoticeCampFixture.MONDAY), 5);
            NoticeSender away = camp.newNoticeSender(closed.port());
            for (int i = 0; i < 720; i++) { // an hour
                away.sendDue(() -> false);
                camp.advanceClock(Duration.ofSeconds(5));
            }
            assertThat(closed.countCommand("EHLO")).isBetween(5L, 12L);
        }
    }

    @Test
    void afterADayNobodyTriesAnyMore() throws MessagingException, IOException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            Publication moved = camp.moveAndPublish(camp.on(NoticeCampFixture.MONDAY.plusDays(2)), 5);
            camp.advanceClock(Duration.ofHours(1));
            camp.newNoticeSender(closedPort()).sendDue(() -> false);
            camp.advanceClock(NoticeRepository.MAX_DELAY);
            camp.sendDue();

            assertThat(camp.receivers()).isEmpty();
            assertThat(camp.counts(moved)).containsOnlyKeys(NoticeState.FAILED);
        }
    }

    @Test
    void anAddressThatIsRefusedIsTriedOnceAndKeepsNobodyElseFromGettingMail() throws IOException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2);
                var server = new ScriptedMailServer(Map.of("RCPT", "550 5.1.1 no such user"));
                var log = new CapturedLog()) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY);
            Publication moved = camp.moveAndPublish(meeting, 5);
            NoticeSender notices = camp.newNoticeSender(server.port());
            for (int i = 0; i < 30; i++) {
                notices.sendDue(() -> false);
                camp.advanceClock(A_MINUTE);
            }
            int people = NoticeCampFixture.people(meeting).size();
            assertThat(server.countCommand("RCPT")).isEqualTo(people);
            assertThat(camp.counts(moved)).isEqualTo(Map.of(NoticeState.FAILED, people));
            assertThat(log.lines()).noneMatch(line -> line.contains("skole.example") || line.contains("Per"));
        }
    }

    @Test
    void postponedMailIsRetriedLessAndLessOften() throws IOException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2);
                var server = new ScriptedMailServer(Map.of("RCPT", "451 4.7.1 greylisted"))) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY);
            Publication moved = camp.moveAndPublish(meeting, 5);
            NoticeSender notices = camp.newNoticeSender(server.port());
            for (int i = 0; i < 60; i++) {
                notices.sendDue(() -> false);
                camp.advanceClock(A_MINUTE);
            }
            int people = NoticeCampFixture.people(meeting).size();
            assertThat(server.countCommand("RCPT")).isBetween(3L * people, 7L * people);
            assertThat(camp.counts(moved)).isEqualTo(Map.of(NoticeState.PENDING, people));
        }
    }

    @Test
    void mailThatTheServerMayHaveIsNotSentAgain() throws MessagingException, IOException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2);
                var server = new ScriptedMailServer(Map.of(ScriptedMailServer.END, ScriptedMailServer.BREAK_OFF))) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY);
            Publication moved = camp.moveAndPublish(meeting, 5);
            camp.newNoticeSender(server.port()).sendDue(() -> false);
            camp.advanceClock(A_MINUTE);
            camp.sendDue();

            int people = NoticeCampFixture.people(meeting).size();
            assertThat(server.countCommand("DATA")).isEqualTo(people);
            assertThat(camp.receivers()).isEmpty();
            assertThat(camp.counts(moved)).isEqualTo(Map.of(NoticeState.UNCERTAIN, people));
        }
    }
}
