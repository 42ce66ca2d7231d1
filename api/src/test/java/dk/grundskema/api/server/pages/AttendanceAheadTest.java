package dk.grundskema.api.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.start.Server;
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

/** What is said of meetings whose day has not come. The service has a clock of its own. */
final class AttendanceAheadTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-08-01T10:00:00Z"));

    @RegisterExtension
    static final CampInUse CAMP = new CampInUse(NOW::get);

    private final Server server = CAMP.server();
    private final School school = CAMP.school();
    private final String place = CAMP.place();
    private final Client client = Services.administrator(server);
    private final String plan = CAMP.page();

    /** The last second before a day. */
    private static void eveOf(LocalDate date) {
        NOW.set(date.atStartOfDay(ZONE).toInstant().minusSeconds(1));
    }

    private static void aSecondLater() {
        NOW.updateAndGet(now -> now.plus(Duration.ofSeconds(1)));
    }

    private boolean isEntered(OnDuty duty) {
        return client.get(place + "/deliveries")
                .body()
                .contains(duty.meeting().sessionId().value());
    }

    @Test
    void beforeItsDayAMeetingCannotHaveBeenHeldAndWhatWasTypedStays() {
        OnDuty duty = OnDuty.in(server, place, 0);
        eveOf(duty.date());
        Surfer planner = Surfer.signedIn(server, school.person(Role.PLANNER));
        String at = plan + "/attendance";
        HttpResponse<String> part = planner.on(at + "?date=" + duty.date())
                .type(at + "?absent=ikke-med", duty.typed("held", "Alle kommer nok"), "HX-Request", "true");
        assertThat(part.statusCode()).isEqualTo(422);
        assertThat(part.body())
                .startsWith("<li")
                .contains("Mødet er først mandag 7. september", "vælg &quot;Ikke holdt&quot;")
                .contains("En elev, der var sat flueben ved", "value=\"Alle kommer nok\"", "<details open")
                .containsPattern("role=\"group\"[^>]* aria-describedby=\"(m[0-9a-f]+)-held-trouble\"")
                .containsPattern("role=\"alert\" id=\"m[0-9a-f]+-held-trouble\"");
        HttpResponse<String> whole = planner.type(at, duty.typed("held", "Alle kommer nok"));
        assertThat(whole.statusCode()).isEqualTo(422);
        assertThat(whole.body()).contains("<html").containsOnlyOnce("value=\"Alle kommer nok\"");
        assertThat(isEntered(duty)).isFalse();
        aSecondLater();
        assertThat(planner.type(at, duty.typed("held", "")).statusCode()).isEqualTo(303);
        assertThat(isEntered(duty)).isTrue();
    }

    @Test
    void beforeItsDayAMeetingCanBeCalledOffByWhoeverIsOnDuty() {
        OnDuty duty = OnDuty.in(server, place, 1);
        eveOf(duty.date());
        Surfer own = Surfer.signedIn(
                        server, school.person(Role.STAFF, duty.person().value()))
                .on("/me/timetable");
        String at = plan + "/own/attendance";
        assertThat(own.type(at, duty.typed("held", "")).statusCode()).isEqualTo(422);
        assertThat(isEntered(duty)).isFalse();
        assertThat(own.type(at, duty.typed("not-held", "Aflyst")).statusCode()).isEqualTo(303);
        assertThat(isEntered(duty)).isTrue();
        assertThat(own.type(at, duty.typed("forget", "")).statusCode()).isEqualTo(303);
    }

    @Test
    void programsAreToldTheSameWithAllElseThatIsWrong() {
        OnDuty duty = OnDuty.in(server, place, 2);
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
