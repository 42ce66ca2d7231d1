package dk.grundskema.api.service.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.CampInUseExtension;
import dk.grundskema.api.service.testing.StaffDuty;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Attendance of future meetings. The service has its own clock. */
final class AttendanceBeforeMeetingTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-08-01T10:00:00Z"));

    @RegisterExtension
    static final CampInUseExtension CAMP = new CampInUseExtension(NOW::get);

    private final Server server = CAMP.server();
    private final TestSchool school = CAMP.school();
    private final String place = CAMP.restAddress();
    private final ServiceClient client = ServiceClient.administrator(server);
    private final String plan = CAMP.pageAddress();

    /** The last second before a day. */
    private static void eveOf(LocalDate date) {
        NOW.set(date.atStartOfDay(ZONE).toInstant().minusSeconds(1));
    }

    private static void aSecondLater() {
        NOW.updateAndGet(now -> now.plus(Duration.ofSeconds(1)));
    }

    private boolean isEntered(StaffDuty duty) {
        return client.get(place + "/deliveries")
                .body()
                .contains(duty.meeting().sessionId().value());
    }

    @Test
    void beforeItsDayAMeetingCannotHaveBeenHeldAndWhatWasTypedStays() {
        StaffDuty duty = StaffDuty.busiestIn(server, place, 0);
        eveOf(duty.date());
        PageClient planner = PageClient.signedIn(server, school.addPerson(Role.PLANNER));
        String at = plan + "/attendance";
        HttpResponse<String> part = planner.open(at + "?date=" + duty.date())
                .submit(at + "?absent=ikke-med", duty.formFields("held", "Alle kommer nok"), "HX-Request", "true");
        assertThat(part.statusCode()).isEqualTo(422);
        assertThat(part.body())
                .startsWith("<li")
                .contains("Mødet er først mandag 7. september", "vælg &quot;Ikke holdt&quot;")
                .contains("En elev, der var sat flueben ved", "value=\"Alle kommer nok\"", "<details open")
                .containsPattern("role=\"group\"[^>]* aria-describedby=\"(m[0-9a-f]+)-held-trouble\"")
                .containsPattern("role=\"alert\" id=\"m[0-9a-f]+-held-trouble\"");
        HttpResponse<String> whole = planner.submit(at, duty.formFields("held", "Alle kommer nok"));
        assertThat(whole.statusCode()).isEqualTo(422);
        assertThat(whole.body()).contains("<html").containsOnlyOnce("value=\"Alle kommer nok\"");
        assertThat(isEntered(duty)).isFalse();
        aSecondLater();
        assertThat(planner.submit(at, duty.formFields("held", "")).statusCode()).isEqualTo(303);
        assertThat(isEntered(duty)).isTrue();
    }

    @Test
    void beforeItsDayAMeetingCanBeCalledOffByAnybodyWhoIsOnDuty() {
        StaffDuty duty = StaffDuty.busiestIn(server, place, 1);
        eveOf(duty.date());
        PageClient own = PageClient.signedIn(
                        server, school.addPerson(Role.STAFF, duty.person().value()))
                .open("/me/timetable");
        String at = plan + "/own/attendance";
        assertThat(own.submit(at, duty.formFields("held", "")).statusCode()).isEqualTo(422);
        assertThat(isEntered(duty)).isFalse();
        assertThat(own.submit(at, duty.formFields("not-held", "Aflyst")).statusCode())
                .isEqualTo(303);
        assertThat(isEntered(duty)).isTrue();
        assertThat(own.submit(at, duty.formFields("forget", "")).statusCode()).isEqualTo(303);
    }

    @Test
    void programsAreToldTheSameWithAllElseThatIsWrong() {
        StaffDuty duty = StaffDuty.busiestIn(server, place, 2);
        eveOf(duty.date());
        String at = place + "/deliveries?session="
                + URLEncoder.encode(duty.meeting().sessionId().value(), StandardCharsets.UTF_8) + "&date="
                + duty.date();
        Answer refused = client.put(at, Map.of("absent", List.of("stranger")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/findings/0/code")).isEqualTo("editing.not-yet");
        assertThat(refused.at("/findings/0/pointer")).isEqualTo("/held");
        assertThat(refused.at("/findings/1/code")).isEqualTo("editing.takes-no-part");
        assertThat(client.put(at, Map.of("held", false)).status()).isEqualTo(200);
        aSecondLater();
        assertThat(client.put(at, Map.of()).status()).isEqualTo(200);
    }
}
